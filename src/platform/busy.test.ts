// What PostgreSQL gives up for a moment is told as such – “busy, send it again” – and everything else stays a fault.
import { beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { useMessages } from './answer.ts';
import { createApp } from './app.ts';
import type { Db } from './db.ts';
import { messages } from './http.messages.ts';
import { route } from './http.ts';

let app: FastifyInstance;
let code = '';
let asked = 0;

beforeAll(async () => {
  useMessages([messages]);
  const failing = route({
    method: 'POST',
    url: '/api/failing',
    action: 'public',
    summary: 'Fails as the database would.',
    handler: async () => {
      throw Object.assign(new Error('deadlock detected: Process 4711 waits'), { code });
    },
  });
  const reading = route({
    method: 'GET',
    url: '/api/reading',
    action: 'public',
    summary: 'Fails the first time as the database would.',
    handler: async () => {
      asked += 1;
      if (asked === 1) throw Object.assign(new Error('deadlock detected'), { code });
      return { asked };
    },
  });
  app = await createApp({
    db: {} as Db,
    routes: [failing, reading],
    findActor: async () => null,
    version: '0',
    webFolder: null,
    logLevel: 'silent',
    trustProxy: 0,
  });
});

const ask = async (failing: string) => {
  code = failing;
  return app.inject({ method: 'POST', url: '/api/failing', headers: { 'x-nguon': '1' } });
};

test.each(['40P01', '53300', '57P03', 'ECONNRESET'])('%s asks to send it again', async (failing) => {
  const answer = await ask(failing);
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
  expect(answer.json().error).toMatchObject({ kind: 'Busy', code: 'http.busy' });
  expect(answer.json().error.message.vi).toMatch(/đang bận.*gửi lại/);
  expect(answer.body).not.toMatch(/4711/);
});

test('a statement that is wrong stays a fault, quoted by its number', async () => {
  const answer = await ask('42703');
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([500, undefined]);
  expect(answer.json().error).toMatchObject({ kind: 'Unexpected' });
});

test('a page that stood in the way of rows made again is read once more, and only then', async () => {
  const read = async (failing: string) => {
    [code, asked] = [failing, 0];
    const { statusCode } = await app.inject({ method: 'GET', url: '/api/reading' });
    return [statusCode, asked];
  };
  expect(await read('40P01')).toEqual([200, 2]);
  expect(await read('53300')).toEqual([503, 1]);
  expect(await read('42703')).toEqual([500, 1]);
});

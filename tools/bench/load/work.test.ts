// The load generator reads answers whole, however they come in pieces, counts every ask, and says when an answer is not right.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inCrowd, inTurns, quantilesOf, type Target } from './work.ts';

const seen: { url: string; body: string }[] = [];
let url = '';
const long = JSON.stringify({ text: 'đ'.repeat(200_000) });

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/missing') return void response.writeHead(404, { 'content-length': 6 }).end('nobody');
  if (request.url === '/pieces') {
    for (let at = 0; at < long.length; at += 50_000) response.write(long.slice(at, at + 50_000));
    return void response.end();
  }
  response.end(request.url === '/long' ? long : '{}');
}
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => (body += piece));
  request.on('end', () => {
    seen.push({ url: request.url ?? '', body });
    answer(request, response);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const target = (paths: string[], more: Partial<Target> = {}): Target => ({
  url,
  headers: { 'x-nguon': '1' },
  asks: paths.map((path) => ({ path })),
  ...more,
});

test('answers with a length, in chunks and short ones follow each other on one connection', async () => {
  seen.length = 0;
  const taken = await inTurns({ targets: [target(['/long', '/pieces', '/'])], warm: 3, count: 6 });
  expect(taken).toHaveLength(1);
  expect(seen.map((each) => each.url)).toEqual(
    Array.from({ length: 3 }, () => ['/long', '/pieces', '/']).flat(),
  );
});

test('targets are asked in turn', async () => {
  seen.length = 0;
  await inTurns({ targets: [target(['/a']), target(['/b'])], warm: 0, count: 2 });
  expect(seen.map((each) => each.url)).toEqual(['/a', '/b', '/a', '/b']);
});

test('a crowd makes each ask once, each with an id of its own', async () => {
  seen.length = 0;
  const asks = Array.from({ length: 40 }, (_, at) => ({
    method: 'POST' as const,
    path: `/${at}`,
    body: '{"clientId":"@uuid@","name":"Hoà"}',
  }));
  const made = await inCrowd({ target: { url, headers: {}, asks }, clients: 7, onceFrom: 10, asks: 25 });
  expect(made.count).toBe(25);
  expect(new Set(seen.map((each) => each.url))).toEqual(new Set(asks.slice(10, 35).map(({ path }) => path)));
  const bodies = seen.map(({ body }) => JSON.parse(body) as { clientId: string; name: string });
  expect(new Set(bodies.map(({ clientId }) => clientId)).size).toBe(25);
  expect(bodies.every(({ name }) => name === 'Hoà')).toBe(true);
});

test('an answer that is not right is said with its words, unless it is the one expected', async () => {
  const missing = target(['/missing']);
  await expect(inTurns({ targets: [missing], warm: 0, count: 1 })).rejects.toThrow('/missing: 404 nobody');
  const expected = await inTurns({ targets: [{ ...missing, expect: 404 }], warm: 0, count: 2 });
  expect(expected).toHaveLength(1);
  const other = { ...target(['/']), expect: 404 };
  await expect(inTurns({ targets: [other], warm: 0, count: 1 })).rejects.toThrow('/: 200');
});

test('quantiles are of the sorted times', () => {
  const times = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(quantilesOf(times)).toEqual({ p50: 51, p95: 96 });
});

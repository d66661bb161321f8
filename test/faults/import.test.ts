// kill -9 while a workbook is being written: after the next start nothing of it is there, the workbook says so, and the
// same file then comes in once and whole.
import path from 'node:path';
import { expect, test } from 'vitest';
import { memberBook } from '../../tools/bench/workbook.ts';
import { beginImport, call, end, type Person, setUp, signIn, startServer, until } from './server.ts';
import { makePlace } from './started.ts';

const rows = 4000;

const total = async (person: Person) => (await call(person, 'GET', '/api/people?status=all&limit=1')).total;

test('a workbook cut off by kill -9 leaves nothing, and comes in whole afterwards', async () => {
  const folder = path.join(makePlace(), 'data');
  const file = await memberBook(rows);
  let server = await startServer(folder);
  const account = await setUp(server.url);
  for (const wait of [150, 700, 1500]) {
    const officer = await signIn(server.url, account);
    const before = await total(officer);
    const id = await beginImport(officer, file);
    await new Promise((resolve) => setTimeout(resolve, wait));
    await end(server, 'SIGKILL');
    server = await startServer(folder);
    const again = await signIn(server.url, account);
    const batch = await call(again, 'GET', `/api/imports/${id}`);
    // Killed before its end nothing is there; had it ended, everything is.
    const expected = batch.state === 'done' ? before + rows : before;
    expect(['done', 'failed']).toContain(batch.state);
    expect(await total(again)).toBe(expected);
    if (batch.state === 'done') break;
  }
  const officer = await signIn(server.url, account);
  const id = await beginImport(officer, file);
  const done = await until(officer, id, ['done', 'failed']);
  expect(done.state).toBe('done');
  expect((await call(officer, 'GET', '/api/people?status=members&limit=1')).total).toBe(rows);
  await end(server, 'SIGTERM');
}, 300_000);

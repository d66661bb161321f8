// What is sent without waiting for its answer: seen by what comes behind it, told when it fails, and nothing of it stands then.
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { bareDatabase } from '../../../test/database.ts';
import { together, type Tx } from '../db.ts';
import { answered, hasBegun, isRefused, send } from './unanswered.ts';

const { db } = await bareDatabase();
await sql`create table thing (id int primary key, word text not null)`.execute(db);
beforeEach(() => sql`truncate thing`.execute(db));

const add = (id: number, word: string | null = 'x') =>
  sql<{ id: number }>`insert into thing values (${id}, ${word}) returning id`;
const count = sql<{ count: number }>`select count(*)::int as count from thing`;
const counted = async () => (await count.execute(db)).rows[0]?.count;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work);

test('what comes behind sees it, in this order, and all of it is committed', async () => {
  const seen = await inside(async (tx) => {
    const { answers } = await send(tx, add(1), add(2));
    const [[found]] = await together(tx, count);
    await send(tx, add(3));
    return [found?.count, (await answers).flat()];
  });
  expect(seen).toEqual([2, [{ id: 1 }, { id: 2 }]]);
  expect(await counted()).toBe(3);
});

test('one that fails takes everything back, though nobody asked', async () => {
  const sending = inside(async (tx) => {
    await send(tx, add(1), add(1), add(2));
    return 'done';
  });
  await expect(sending).rejects.toThrow();
  expect(await counted()).toBe(0);
});

test('whoever asks is told what failed first, and that the database refused it', async () => {
  const asking = inside(async (tx) => {
    await send(tx, add(1), add(2, null), add(1));
    await answered(tx);
  });
  const failure = await asking.then(
    () => null,
    (error: unknown) => error,
  );
  expect(String(failure)).toContain('null value in column "word"');
  expect([isRefused(failure), isRefused(new Error('away'))]).toEqual([true, false]);
  expect(await counted()).toBe(0);
});

test('what was answered well is not asked for again', async () => {
  await inside(async (tx) => {
    await send(tx, add(1));
    await answered(tx);
    await answered(tx);
  });
  expect(await counted()).toBe(1);
});

test('a transaction begins with what is asked first in it: nothing of that stands outside of it', async () => {
  const taken = inside(async (tx) => {
    await together(tx, add(1));
    await hasBegun(tx);
    throw new Error('thought better of it');
  });
  await expect(taken).rejects.toThrow('thought better of it');
  expect(await counted()).toBe(0);
  // On either connection.
  expect(await Promise.all([counted(), counted(), counted()])).toEqual([0, 0, 0]);
});

test('a connection that breaks before the beginning is answered: nothing is done', async () => {
  const broken = inside(async (tx) => {
    await together(tx, sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
    await send(tx, add(1));
  });
  await expect(broken).rejects.toThrow();
  expect(await counted()).toBe(0);
});

test('a connection that the database ends has not been refused: what it was about may stand', async () => {
  const failure = await sql`select pg_terminate_backend(pg_backend_pid())`
    .execute(db)
    .catch((error) => error);
  expect([failure.code, isRefused(failure)]).toEqual(['57P01', false]);
});

// Turns by name: one after the other, in one order, and beside each other where that is asked.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { bareDatabase } from '../../../test/database.ts';
import { holding, untilWaiting } from '../../../test/holding.ts';
import type { Tx } from '../db.ts';
import { aloneIfFreeSql, goBeside, takeTurn } from './turns.ts';

const { db } = await bareDatabase(4);

const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work);
const isFree = (name: string) =>
  inside(
    async (tx) =>
      (await sql<{ free: boolean }>`select ${aloneIfFreeSql(name)} as free`.execute(tx)).rows[0]?.free,
  );
test('a name is had until the transaction ends, by one alone', async () => {
  const end = await holding(db, (tx) => takeTurn(tx, 'one'));
  expect([await isFree('one'), await isFree('other')]).toEqual([false, true]);
  const said: string[] = [];
  const second = inside(async (tx) => {
    await takeTurn(tx, 'one');
    said.push('second');
  });
  await untilWaiting(db);
  said.push('first');
  await end();
  await second;
  expect(said).toEqual(['first', 'second']);
  expect(await isFree('one')).toBe(true);
});

test('many are taken in one order, however they are named: whoever waits for the first has none behind it', async () => {
  const end = await holding(db, (tx) => takeTurn(tx, 'a'));
  const all = inside((tx) => takeTurn(tx, 'c', 'a', 'b', 'a'));
  await untilWaiting(db);
  expect([await isFree('b'), await isFree('c')]).toEqual([true, true]);
  await end();
  await all;
});

test('no names: nobody is waited for', async () => {
  const end = await holding(db, (tx) => takeTurn(tx, 'one'));
  await inside((tx) => takeTurn(tx));
  await end();
});

test('those who go beside do not wait for each other, and whoever wants the turn waits for all of them', async () => {
  const ends = [
    await holding(db, (tx) => goBeside(tx, 'one')),
    await holding(db, (tx) => goBeside(tx, 'one')),
  ];
  const alone = inside((tx) => takeTurn(tx, 'one'));
  await untilWaiting(db);
  for (const end of ends) {
    expect(await isFree('one')).toBe(false);
    await end();
  }
  await alone;
  expect(await isFree('one')).toBe(true);
});

test('nobody else says how a turn is taken, but whoever claims the whole database before it is opened', () => {
  const root = path.join(import.meta.dirname, '..', '..');
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .filter((name) => /pg_(try_)?advisory_/.test(readFileSync(path.join(root, name), 'utf8')));
  expect(found.toSorted()).toEqual([
    path.join('host', 'postgres-claim.ts'),
    path.join('platform', 'write', 'turns.ts'),
  ]);
});

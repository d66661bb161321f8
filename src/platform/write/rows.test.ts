// Rows made to be what they shall be: whatever stood before, exactly those stand afterwards, and what did not differ was not written.
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { bareDatabase } from '../../../test/database.ts';
import { among, together } from '../db.ts';
import { changesSql, type Row, type RowsOf, standingSql } from './rows.ts';

const { db } = await bareDatabase();
await sql`create table thing (owner int, part text, seat int, words text[], state jsonb, said text default 'nobody',
  primary key (owner, part), unique (seat))`.execute(db);
beforeEach(() => sql`truncate thing`.execute(db));

const things: RowsOf = {
  table: 'thing' as never,
  key: ['owner', 'part'],
  where: (ids) => among('owner', ids.map(Number), 'int'),
};

async function make(owners: string[], shall: Row[], of = things): Promise<number> {
  const [standing] = await together(db, standingSql([of], owners));
  const changes = changesSql(of, standing, shall);
  for (const one of changes) await one.execute(db);
  return changes.length;
}
const rows = async () =>
  (await sql<Row>`select owner, part, seat, words, state from thing order by owner, part`.execute(db)).rows;
/** Which writing made each row: it changes with every writing. */
const made = async () =>
  new Map(
    (
      await sql<{ name: string; by: string }>`
        select owner || part as name, xmin::text || '.' || ctid::text as by from thing`.execute(db)
    ).rows.map(({ name, by }) => [name, by]),
  );
const thing = (owner: number, part: string, seat: number | null, more: Partial<Row> = {}): Row => ({
  owner,
  part,
  seat,
  words: ['a', 'b'],
  state: { b: [1, { d: null }], a: 'x' },
  ...more,
});

test('what stands as it shall is not written; the order of its keys does not matter', async () => {
  const shall = [thing(1, 'a', 1), thing(1, 'b', null), thing(2, 'a', null, { state: null, words: null })];
  expect(await make(['1', '2'], shall)).toBe(1);
  expect(await rows()).toEqual(shall);
  const again = shall.map((row) =>
    row.state ? { ...row, state: { a: 'x', gone: undefined, b: [1, { d: null }] } } : row,
  );
  expect(await make(['1', '2'], again)).toBe(0);
});

test('of many rows only the one that differs is written, and those of others are left alone', async () => {
  await make(['1', '2'], [thing(1, 'a', 1), thing(1, 'b', 2), thing(2, 'a', 3)]);
  const before = await made();
  const shall = [thing(1, 'a', 1), thing(1, 'b', 7, { words: [] })];
  expect(await make(['1'], shall)).toBe(1);
  const after = await made();
  expect([...after].filter(([name, by]) => before.get(name) !== by).map(([name]) => name)).toEqual(['1b']);
  expect(await rows()).toEqual([...shall, thing(2, 'a', 3)]);
});

test('rows that take from each other what is unique', async () => {
  await make(['1'], [thing(1, 'a', 1), thing(1, 'b', 2), thing(1, 'c', 3)]);
  const turned = [thing(1, 'a', 2), thing(1, 'b', 3), thing(1, 'd', 1)];
  await make(['1'], turned);
  expect(await rows()).toEqual(turned);
});

test('a column that the fold does not name stays; one that stands twice is refused', async () => {
  await make(['1'], [thing(1, 'a', 1)]);
  await sql`update thing set said = 'somebody'`.execute(db);
  await make(['1'], [thing(1, 'a', 2)]);
  const { rows: said } = await sql<{ said: string }>`select said from thing`.execute(db);
  expect(said).toEqual([{ said: 'somebody' }]);
  await expect(make(['2'], [thing(2, 'a', 5), thing(2, 'a', 6)])).rejects.toThrow('duplicate key');
});

test('with an insert of its own, whatever differs is made anew by it', async () => {
  const own: RowsOf = {
    ...things,
    insert: (json) => sql`insert into thing
      select owner, part, seat, words, state, 'made' from jsonb_populate_recordset(null::thing, ${json}::jsonb)`,
  };
  await make(['1'], [thing(1, 'a', 1), thing(1, 'b', 2)]);
  await make(['1'], [thing(1, 'a', 1), thing(1, 'b', 4)], own);
  const { rows: said } = await sql<Row>`select part, seat, said from thing order by part`.execute(db);
  expect(said).toEqual([
    { part: 'a', seat: 1, said: null },
    { part: 'b', seat: 4, said: 'made' },
  ]);
});

describe('whatever stood before', () => {
  /** The same run of numbers every time. */
  const numbers = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  test.each(Array.from({ length: 25 }, (_, seed) => [seed]))(
    '%i: exactly what shall be stands',
    async (seed) => {
      const next = numbers(seed + 1);
      const some = (): Row[] =>
        ['1', '2', '3'].flatMap((owner) =>
          ['a', 'b', 'c', 'd']
            .filter(() => next() < 0.6)
            .map((part) =>
              thing(Number(owner), part, null, {
                words: next() < 0.3 ? null : [`w${Math.floor(next() * 3)}`],
                state: { n: Math.floor(next() * 2) },
              }),
            ),
        );
      for (let turn = 0; turn < 4; turn += 1) {
        const shall = some();
        await make(['1', '2', '3'], shall);
        expect(await rows()).toEqual(shall);
        expect(await make(['1', '2', '3'], shall)).toBe(0);
      }
    },
  );
});

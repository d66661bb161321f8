// Loading and living come to the same: a set brought in at once, and the same set recorded act by act on the days of its lines, end
// with the same rows – people, cases, stages, dues, meetings, requests, offices, numbers, and every view that figures are counted from.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Db } from '../../../src/platform/db.ts';
import { rebuild } from '../../../src/platform/ledger.ts';
import { streams } from '../../../src/rooms.ts';
import { startWorld } from '../../../test/app.ts';
import { optionsOf } from '../generate.ts';
import { handSet } from './hand.ts';
import { loadSet, type SetSource } from './load.ts';
import { playSet } from './play.ts';
import { rowsOf, tablesOf, type Words, wordsOf } from './rows.ts';
import { sourceOf } from './source.ts';

type Rows = Record<string, string[]>;

async function allRows(db: Db, words: Words): Promise<Rows> {
  const tables = await tablesOf(
    db,
    streams.flatMap((stream) => stream.tables),
  );
  const found: Rows = {};
  for (const table of tables.filter((one) => !aside.has(one))) found[table] = await rowsOf(db, table, words);
  return found;
}

/** Classes are no matter of acts here: who goes to which is written into them by loading alone. */
const aside = new Set(['class', 'class_person', 'class_mark', 'stat_class_person', 'stat_class_place']);

async function loaded(source: SetSource): Promise<{ rows: Rows; again: Rows; left: [string, number][] }> {
  const { db } = await startWorld({ fresh: true });
  const { names, left } = await loadSet(db, source);
  const ids = await sql<{ id: string }>`select id from person union select id from dossier`.execute(db);
  // Of the set: the administrator is somebody else in every installation.
  const derived = ids.rows.filter(({ id }) => id[14] === '5');
  const words = wordsOf(names, new Map(derived.map(({ id }) => [id, id])));
  const rows = await allRows(db, words);
  await rebuild(db);
  return { rows, again: await allRows(db, words), left: [...left] };
}

async function played(source: SetSource): Promise<Rows> {
  const { db } = await startWorld({ fresh: true });
  const { names, ids } = await playSet(db, source);
  return allRows(db, wordsOf(names, new Map([...ids].map(([derived, id]) => [id, derived]))));
}

/** Table by table, so that a difference is shown where it is. */
function expectSame(a: Rows, b: Rows): void {
  expect(Object.keys(a)).toEqual(Object.keys(b));
  for (const table of Object.keys(a)) expect({ table, rows: a[table] }).toEqual({ table, rows: b[table] });
}

/** Enough rows to speak for. */
const spoken = ['person', 'dossier', 'passage', 'membership', 'meeting', 'request', 'due'];
const told = (rows: Rows) => spoken.map((table) => (rows[table] ?? []).length);

test('a set made by hand, with every kind of ending', { timeout: 240_000 }, async () => {
  const bulk = await loaded(handSet);
  expect(bulk.left).toEqual([]);
  for (const count of told(bulk.rows)) expect(count).toBeGreaterThan(4);
  expectSame(bulk.again, bulk.rows);
  expectSame(await played(handSet), bulk.rows);
});

test('some years of a generated commune', { timeout: 600_000 }, async () => {
  const source = sourceOf(optionsOf({ set: 'S', seed: 3, today: '2016-09-30' }));
  const bulk = await loaded(source);
  expect(bulk.left).toEqual([]);
  for (const count of told(bulk.rows)) expect(count).toBeGreaterThan(20);
  expectSame(bulk.again, bulk.rows);
  expectSame(await played(source), bulk.rows);
});

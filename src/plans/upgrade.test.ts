// A database kept before targets had days gets the rows that the fold of its entries makes: the newest of a year, aims and
// results beside them, and nothing of an import that was undone.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { append, batchUndone, rebuild } from '../platform/ledger.ts';
import { type TargetData, targetEntry } from './target.ts';

const world = await startWorld({ today: '2026-11-20' });
const { db, by } = world;
const data = (year: number, more: Partial<TargetData>): TargetData => ({
  year,
  of: 'admission',
  minimum: null,
  maximum: null,
  aim: null,
  done: null,
  decision: null,
  ...more,
});

test('targets taken over from workbooks are in force from the first day of their year (S2-07, S2-36)', async () => {
  const unit = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'upper_base' });
  const batch = newId();
  const set = (more: TargetData, batchId: string | null = null) =>
    targetEntry(unit, { clientId: newId(), batch: batchId }, more);
  await db
    .transaction()
    .execute((tx) =>
      append(tx, by, [
        set(data(2016, { minimum: 4, maximum: 4, done: 8 })),
        set(data(2016, { minimum: 5, maximum: 5, done: 8 })),
        set(data(2017, { maximum: 5, done: 5 })),
        set(data(2018, { minimum: 3, maximum: 5, aim: 5 })),
        set(data(2018, { of: 'sourcing', minimum: 9, maximum: 9 })),
        set(data(2019, { done: 3 })),
        set(data(2020, { minimum: 7, maximum: 7 }), batch),
      ]),
    );
  await db
    .insertInto('ledger')
    .values({
      client_id: newId(),
      stream: `batch:${batch}`,
      version: 1,
      kind: batchUndone,
      happened_on: null,
      recorded_by: by.accountId,
      office_id: null,
      province_id: by.provinceId,
      unit_id: null,
      person_id: null,
      ruleset: null,
      names: batch,
      batch: null,
      data: '{}',
    })
    .execute();
  await rebuild(db);
  const rows = async () => [
    (await sql`select * from target order by unit_id, period, figure, kind`.execute(db)).rows,
    (await sql`select * from target_told order by unit_id, period`.execute(db)).rows,
  ];
  const folded = await rows();
  expect(folded.map((list) => list.length)).toEqual([5, 3]);
  const step = path.join(import.meta.dirname, '../../migrations/0019_plans.sql');
  await db.transaction().execute(async (tx) => {
    await sql.raw('drop view target_now; drop table target_told').execute(tx);
    await sql.raw(readFileSync(step, 'utf8')).execute(tx);
  });
  expect(await rows()).toEqual(folded);
});

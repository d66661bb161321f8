// Making all rows of this room again from the ledger changes nothing.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWard } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';

const ward = await startWard();
const { db, unit, as } = ward.world;

const rowsOf = async (): Promise<unknown[]> => {
  const tables = ['survey', 'survey_priority', 'review', 'review_answer', 'sourcing_task', 'introduction'];
  const found: unknown[] = [];
  for (const table of tables)
    found.push([
      table,
      (await sql`select * from ${sql.table(table)} as t order by t::text`.execute(db)).rows,
    ]);
  return found;
};

test('every row is a fold of the ledger alone (S1-24, S3-33, S0-26, S3-27)', async () => {
  const union = await unit({ name: 'Đoàn phường Kinh Bắc', kind: 'mass_organisation', parent: ward.ward });
  const youth = await as('mass_officer', union);
  const post = async (client: typeof youth, path: string, body: object) => {
    const answer = await client.post(path, { clientId: newId(), ...body });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  };
  const on = { happenedOn: '2026-11-20' };
  const first = await post(ward.secretary, '/api/surveys', {
    ...on,
    unitId: ward.cell,
    year: 2026,
    groups: { PN: 3 },
    people: 3,
  });
  await post(ward.secretary, '/api/surveys', {
    ...on,
    unitId: ward.cell,
    year: 2026,
    groups: { PN: 4, HND: 2 },
    people: 5,
    replaces: first.id,
  });
  await post(ward.officer, '/api/surveys/priorities', { unitId: ward.ward, year: 2026, groups: ['PN'] });
  const review = await post(ward.officer, '/api/reviews', {
    ...on,
    unitId: ward.ward,
    year: 2026,
    dueOn: '2026-12-20',
  });
  const numbers = { before: 10, after: 9, promising: 1 };
  await post(youth, `/api/reviews/${review.id}/confirm`, { ...on, massUnitId: union, ...numbers });
  const task = { ...on, kind: 'understand', unitId: ward.ward, toUnitId: union, dueOn: '2026-12-20' };
  const { ids } = await post(ward.officer, '/api/sourcing-tasks', task);
  await post(youth, `/api/sourcing-tasks/${ids[0]}/done`, { happenedOn: '2026-11-21' });
  await post(youth, '/api/dossiers', {
    ...on,
    unitId: ward.cell,
    person: { fullName: 'Vàng Thị Gấp', bornOn: '1999' },
    inputs: { proposerKind: 'youth_union' },
  });
  const before = await rowsOf();
  expect(before.every((table) => ((table as [string, unknown[]])[1] ?? []).length > 0)).toBe(true);
  await rebuild(db);
  expect(await rowsOf()).toEqual(before);
});

// The rows that figures are counted from are a fold of the ledger alone; and who may read the catalogue.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { nominate, startWard, walkTo } from '../../test/road.ts';
import { foldAgain, rebuild } from '../platform/ledger.ts';
import { countByUnit } from './count.store.ts';
import { figures } from './figure.ts';
import { forgetFigures } from './kept.store.ts';

const ward = await startWard();
const { db, as } = ward.world;
const tables = async () => {
  const found: unknown[][] = [];
  for (const table of ['admitted', 'passage'])
    found.push((await sql`select * from ${sql.table(table)} as t order by t::text`.execute(db)).rows);
  return found;
};
const ever = { from: '1900-01-01', to: '2026-11-21' };
const counts = () => {
  forgetFigures(db, new Set(['person', 'dossier']));
  return Promise.all(
    figures.map(async ({ id }) => [id, [...(await countByUnit(db, { figure: id, ...ever }))]]),
  );
};

test('made again from the ledger they are the same; an older data folder gets them at its start', async () => {
  await walkTo(ward, await nominate(ward, 'Khổng Thị Lại'), 'recognise');
  await nominate(ward, 'Khổng Văn Lại');
  const [before, counted] = [await tables(), await counts()];
  expect(before.every((rows) => rows.length > 0)).toBe(true);
  await rebuild(db);
  expect([await tables(), await counts()]).toEqual([before, counted]);
  await sql`truncate admitted, passage`.execute(db);
  await sql`insert into setting values ('fold_again', '["person", "dossier"]')`.execute(db);
  expect(await foldAgain(db)).toEqual(['person', 'dossier']);
  expect(await tables()).toEqual(before);
  // Done once: another start makes nothing again.
  await sql`truncate admitted`.execute(db);
  expect(await foldAgain(db)).toEqual([]);
  expect((await tables())[0]).toEqual([]);
});

test('the catalogue is for whoever reads plans', async () => {
  const answer = await ward.secretary.get('/api/figures');
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body.items.map(({ id }: { id: string }) => id)).toEqual(figures.map(({ id }) => id));
  expect(answer.body.items[0]).not.toHaveProperty('view');
  const administrator = await as('administrator', ward.ward);
  expect((await administrator.get('/api/figures')).status).toBe(403);
});

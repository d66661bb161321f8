// Below a superior that is known by name only, which has no place in the tree: local rules and who may read go by the unit all
// the same.
import { expect, test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { lay } from '../../test/lawbook.ts';
import { accessTable, setAccessTable } from '../org/access.ts';
import type { OverviewView } from './view.ts';

const world = await startWorld({ today: '2026-11-20' });
const above = await world.unit({ name: 'Tỉnh ủy Lạng Sơn', kind: 'province', external: true });
const ward = await world.unit({ name: 'Đảng bộ phường Kỳ Lừa', kind: 'base_organisation', parent: above });
const cell = await world.unit({ name: 'Chi bộ khối 1', type: 'TDP', parent: ward });
for (const name of ['Hoàng Thị Mai', 'Nông Văn Thành', 'Lý Thị Hoa'])
  await world.person({ name, unit: cell, kind: 'official', admittedOn: '2010-05-19' });
const officer = await world.as('base_officer', ward);
const secretary = await world.as('cell_secretary', cell);

const overview = async (client: typeof officer): Promise<OverviewView> => {
  const { status, text, body } = await client.get('/api/overview');
  expect(status, text).toBe(200);
  return body as OverviewView;
};
const thin = ({ standouts }: OverviewView) => standouts.find(({ id }) => id === 'thin');

test('the cell may look at who helps whom', async () => {
  expect(await overview(secretary)).toMatchObject({ unit: { id: cell }, helps: true });
});

test('where its office may not read the list of helpers it is not told to look', async () => {
  const given = accessTable();
  const { 'fostering.read': _, ...rest } = given['cell_secretary'] ?? {};
  setAccessTable({ ...given, cell_secretary: rest });
  try {
    expect(await overview(secretary)).toMatchObject({ unit: { id: cell }, helps: false });
  } finally {
    setAccessTable(given);
  }
});

test('a rule of the committee counts below it', async () => {
  expect(thin(await overview(officer))).toMatchObject({ count: 1, params: { least: 10 } });
  await lay(officer, { parameter: 'overview.thin_cell', value: 30, fromOn: '2026-11-20', unitId: ward });
  expect(thin(await overview(officer))).toMatchObject({ count: 1, params: { least: 30 } });
});

// Figures over the years, by sector and by kind of place: each row is what the same question gives when asked alone.
import { beforeAll, describe, expect, test } from 'vitest';
import { doc, startWard } from '../../../test/road.ts';
import { personEntry } from '../../members/person.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger.ts';
import { transact } from '../../platform/write/transaction.ts';
import type { RecordsView, Row, TableView } from './view.ts';

const ward = await startWard();
const { db, by, unit, person } = ward.world;
const factory = await unit({
  name: 'Chi bộ Công ty may',
  type: 'DN',
  parent: ward.ward,
  foundedOn: '2019-07-01',
});
const board = await ward.world.as('superior_board', ward.province);
const words = (given: Record<string, string>) => new URLSearchParams(given).toString();
const get = async <T>(url: string): Promise<T> => {
  const answer = await board.get(`/api/statistics/${url}`);
  expect(answer.status, `${url} ${answer.text}`).toBe(200);
  return answer.body as T;
};
const recordsOf = async (figure: string, given: Record<string, string>): Promise<RecordsView['items']> =>
  (await get<RecordsView>(`${figure}/records?${words({ ...given, limit: '200' })}`)).items;

beforeAll(async () => {
  const days = [
    '2015-03-01',
    '2016',
    '2019',
    '2020-02',
    '2021-07-09',
    '2022-01-05',
    '2023-06-15',
    '2024-09-02',
    '2025-05-19',
  ];
  for (const [nth, admittedOn] of days.entries())
    await person({
      name: `Người thứ ${nth}`,
      unit: nth % 3 === 0 ? factory : ward.other,
      kind: 'official',
      admittedOn,
      officialOn: `${Number(admittedOn.slice(0, 4)) + 1}${admittedOn.slice(4)}`,
    });
}, 60_000);

describe('over time', () => {
  test('what stands is counted at the end of each year, in the tree of that day; a year under way says so', async () => {
    const unit = String(ward.ward);
    const table = await get<TableView>(
      `members?${words({ unit, on: '2024-03-10', by: 'year', from: '2020-01-01' })}`,
    );
    expect(table.partition).toBe(false);
    expect(table.rows.map(({ label }) => label.vi)).toEqual([
      'Năm 2020',
      'Năm 2021',
      'Năm 2022',
      'Năm 2023',
      'Năm 2024 (đến 10/03/2024)',
    ]);
    const days = ['2020-12-31', '2021-12-31', '2022-12-31', '2023-12-31', '2024-03-10'];
    for (const [nth, on] of days.entries()) {
      const alone = await get<TableView>(`members?${words({ unit, on, by: 'none' })}`);
      expect([on, table.rows[nth]?.count]).toEqual([on, alone.total.count]);
    }
    expect(table.total.count).toBe(table.rows.at(-1)?.count);
  });

  test('years before a unit was founded are said, and open nothing', async () => {
    const table = await get<TableView>(
      `members?${words({ unit: String(factory), on: '2021-06-30', by: 'year', from: '2018-01-01' })}`,
    );
    expect(table.rows.map(({ opens }) => opens !== null)).toEqual([false, true, true, true]);
    expect(table.rows[0]?.label.vi).toBe('Năm 2018: đơn vị không có vào ngày ấy');
  });

  test('ten years: the mean of a year, moving by year (S4-06, S4-09)', async () => {
    const span = { from: '2015-01-01', to: '2025-12-31' };
    const unit = String(ward.province);
    const years = await get<TableView>(`admission?${words({ unit, ...span, by: 'year' })}`);
    const mean = await get<TableView>(
      `admission_ten_years?${words({ unit, period: '2025', by: 'year', from: '2024-01-01', to: '2025-12-31' })}`,
    );
    const sum = (to: number) =>
      years.rows
        .filter(({ key }) => Number(key) > to - 10 && Number(key) <= to)
        .reduce((all, { count }) => all + count, 0);
    expect(mean.rows.map(({ key, count, value }) => [key, count, value])).toEqual([
      ['2024', sum(2024), sum(2024) / 10],
      ['2025', sum(2025), sum(2025) / 10],
    ]);
    expect(mean.total.per).toBe(10);
  });

  test('more rows than a table can show are refused', async () => {
    const answer = await board.get(`/api/statistics/members?${words({ by: 'month', from: '2001-01-01' })}`);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'statistics.steps']);
  });

  test('in a table by month what is known by the year only opens as well', async () => {
    const unit = String(ward.province);
    const table = await get<TableView>(`admission?${words({ unit, period: '2019', by: 'month' })}`);
    const row = table.rows.find(({ key }) => key === '2019') as Row;
    expect(row.count).toBeGreaterThan(0);
    const records = await recordsOf('admission', row.opens as Record<string, string>);
    expect(records.map(({ on }) => on)).toEqual(Array.from({ length: row.count }, () => '2019'));
  });
});

describe('months and years of what happened', () => {
  const span = { from: '2015-01-01', to: '2025-12-31' };
  let shop = 0;

  // A cell that admitted once, and was merged into another one.
  beforeAll(async () => {
    shop = await unit({ name: 'Chi bộ Xưởng cũ', type: 'DN', parent: ward.ward });
    const gone = await person({
      name: 'Người xưởng cũ',
      unit: shop,
      kind: 'official',
      admittedOn: '2018-06-01',
    });
    const moved = { clientId: newId(), personId: gone, unitId: ward.other, happenedOn: '2021-03-01' };
    await transact(db, (tx) => append(tx, by, [personEntry('member.moved', moved, { fromUnitId: shop })]));
    const { version } = (await ward.board.get(`/api/units/${shop}`)).body;
    const answer = await ward.board.post(`/api/units/${shop}/acts`, {
      clientId: newId(),
      version,
      act: 'end',
      happenedOn: '2021-03-31',
      decision: doc('5-QĐ/TU', '2021-03-01', 'Thành ủy Bắc Ninh'),
    });
    expect(answer.status, answer.text).toBe(200);
  });

  test('open in the tree that they were counted in: before the unit was founded, and after one has ended', async () => {
    for (const of of [factory, ward.ward]) {
      const table = await get<TableView>(`admission?${words({ unit: String(of), ...span, by: 'year' })}`);
      expect(table.rows.some(({ count }) => count > 0)).toBe(true);
      for (const { key, count, opens } of table.rows)
        expect([key, (await recordsOf('admission', opens as Record<string, string>)).length]).toEqual([
          key,
          count,
        ]);
    }
  });

  test('ten years by year keep the units that ended within them', async () => {
    const asked = { unit: String(ward.province), by: 'year', from: '2022-01-01', to: '2025-12-31' };
    const { total, rows } = await get<TableView>(
      `admission_ten_years?${words({ ...asked, period: '2025' })}`,
    );
    expect(rows.at(-1)?.count).toBe(total.count);
    for (const { count, opens } of rows)
      expect((await recordsOf('admission_ten_years', opens as Record<string, string>)).length).toBe(count);
  });

  test('an earlier tree than the days asked is refused: it has units that left the reader since', async () => {
    const asked = { unit: String(ward.ward), tree: '2020-01-01' };
    const earlier = await board.get(`/api/statistics/members?${words({ ...asked, on: '2024-01-01' })}`);
    expect([earlier.status, earlier.body.error.code]).toEqual([400, 'statistics.tree']);
    expect((await board.get(`/api/statistics/members?${words({ ...asked, on: '2019-12-31' })}`)).status).toBe(
      200,
    );
  });
});

test('sectors are the types of cells together, and sum to the members (S1-31)', async () => {
  const of = async (by: string) => get<TableView>(`members?${words({ unit: String(ward.province), by })}`);
  const [sectors, types] = [await of('sector'), await of('cell_type')];
  const count = (table: TableView, key: string) => table.rows.find((row) => row.key === key)?.count ?? 0;
  expect(count(sectors, 'residential')).toBe(count(types, 'THON') + count(types, 'TDP'));
  expect(count(sectors, 'state')).toBe(count(types, 'DN'));
  expect(sectors.total.count).toBe(types.total.count);
});

test('a ratio under a condition is that of its row', async () => {
  const of = async (more: Record<string, string>) =>
    get<TableView>(`members_per_cell?${words({ unit: String(ward.province), ...more })}`);
  for (const by of ['cell_type', 'sector', 'areas']) {
    const { rows, total } = await of({ by });
    const told = rows.filter(({ count }) => count > 0);
    expect(told.length).toBeGreaterThan(0);
    for (const { key, count, per, value } of told) {
      const alone = await of({ by: 'none', where: `${by === 'areas' ? 'area' : by}:${key}` });
      expect([by, key, alone.total]).toEqual([by, key, { ...total, ...alone.total, count, per, value }]);
    }
  }
});

test('by kind of place: what a unit carries, all below it share; rows overlap, and open (S1-04, S4-27, S4-32)', async () => {
  const mark = (unitId: number, code: string) => ({
    clientId: newId(),
    stream: `area:${unitId}`,
    kind: 'area.marked',
    happenedOn: '2024-01-01',
    unitId,
    data: { mark: code, documentId: null },
  });
  await transact(db, (tx) => append(tx, by, [mark(ward.ward, 'highland'), mark(ward.other, 'border')]));
  const of = async (figure: string, on: string) =>
    get<TableView>(`${figure}?${words({ unit: String(ward.province), on, by: 'areas' })}`);
  const count = ({ rows }: TableView, key: string) => rows.find((row) => row.key === key)?.count;
  const members = await of('members', '2026-01-01');
  const alone = async (id: number) =>
    (await get<TableView>(`members?${words({ unit: String(id), on: '2026-01-01', by: 'none' })}`)).total
      .count;
  expect(members.partition).toBe(false);
  expect(count(members, 'highland')).toBe(await alone(ward.ward));
  expect(count(members, 'border')).toBe(await alone(ward.other));
  expect(count(members, '')).toBe(members.total.count - (await alone(ward.ward)));
  const border = members.rows.find(({ key }) => key === 'border') as Row;
  expect((await recordsOf('members', border.opens as Record<string, string>)).length).toBe(border.count);
  expect(count(await of('cells', '2026-01-01'), 'border')).toBe(1);
  expect(count(await of('members', '2023-12-31'), 'border')).toBe(0);
  const wrong = await board.get('/api/statistics/members?where=area:moon');
  expect([wrong.status, wrong.body.error.code]).toEqual([400, 'statistics.where']);
});

// What cannot be answered is said in words: days before the data or the unit, periods and columns that do not exist.
import { describe, expect, test } from 'vitest';
import { startWard } from '../../../test/road.ts';
import type { TableView } from './view.ts';

const ward = await startWard();
const { unit } = ward.world;
const factory = await unit({
  name: 'Chi bộ Công ty may',
  type: 'DNNN',
  parent: ward.ward,
  foundedOn: '2019-07-01',
});
const board = await ward.world.as('superior_board', ward.province);

describe('what cannot be answered is said', () => {
  const status = async (url: string) => {
    const { status: code, body } = await board.get(`/api/statistics/${url}`);
    return [code, body.error?.code];
  };
  test.each([
    ['nothing_such', [404, 'statistics.figure']],
    [`members?unit=${factory}&on=2019-06-30`, [400, 'statistics.not_founded']],
    ['members?on=2027-01-01', [400, 'ledger.future_day']],
    ['admission?period=2021-H3', [400, 'statistics.period']],
    ['admission?period=2027&on=2026-11-21', [400, 'statistics.ahead']],
    ['admission?from=2021-02-01&to=2021-01-01', [400, 'statistics.span']],
    ['members?by=reason', [400, 'statistics.by']],
    ['members?by=constructor', [400, 'statistics.by']],
    ['members?where=area:constructor', [400, 'statistics.where']],
    ['members?where=part:constructor', [400, 'statistics.where']],
    ['members/records?limit=100000', [400, 'http.bad_fields']],
    ['members?where=reason:BOSH', [400, 'statistics.where']],
    ['members/records?cursor=x', [400, 'statistics.cursor']],
    ['admission/bridge?from=2021-01-01&to=2021-02-01', [400, 'statistics.no_bridge']],
    ['members_per_cell/bridge?from=2021-01-01&to=2021-02-01', [400, 'statistics.no_bridge']],
    ['cells/bridge?from=2021-02-01&to=2021-02-01', [400, 'statistics.span']],
    ['cells/records?change=came', [400, 'statistics.where']],
  ])('%s', async (url, told) => {
    expect(await status(url)).toEqual(told);
  });

  test.each(['year', 'month'])('days of long ago: by %s the rows are still the sum', async (by) => {
    const query = `from=0001-01-01&to=2026-01-01&by=${by}`;
    const { total, rows, unknown } = (await board.get(`/api/statistics/admission?${query}`))
      .body as TableView;
    expect(total.count).toBeGreaterThan(0);
    expect(rows.reduce((sum, { count }) => sum + count, unknown?.count ?? 0)).toBe(total.count);
    expect(rows[0]?.key.slice(0, 4)).toBe('1930');
  });

  test('a day before anything is known is said, not shown as nought alone', async () => {
    const old = await unit({
      name: 'Đảng bộ xã Lâu Đời',
      kind: 'base_organisation',
      parent: null,
      foundedOn: null,
    });
    const officer = await ward.world.as('base_officer', old);
    const table = (await officer.get('/api/statistics/admission?period=1950')).body as TableView;
    expect(table.total.count).toBe(0);
    expect(table.since).toBe('2010-05-19');
  });
});

test('a superior outside Nguồn stands for its branches here', async () => {
  const outside = await unit({ name: 'Đảng bộ tỉnh Ngoài', kind: 'province', external: true });
  const inside = await unit({ name: 'Đảng bộ phường Trong', kind: 'upper_base', parent: outside });
  const cell = await unit({ name: 'Chi bộ Trong', kind: 'cell', parent: inside });
  await ward.world.person({
    name: 'Người Trong',
    unit: cell,
    kind: 'official',
    admittedOn: '2010-05-19',
    officialOn: '2011-05-19',
  });
  const board = await ward.world.as('superior_board', outside);
  for (const words of ['', `?unit=${outside}`]) {
    const { status, body } = await board.get(`/api/statistics/members${words}`);
    expect([status, body.total?.count]).toEqual([200, 1]);
  }
  expect((await board.get('/api/overview')).status).toBe(200);
});

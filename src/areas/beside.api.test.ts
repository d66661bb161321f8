// The places of a superior that Nguồn knows by name only: its branches stand for it, on a past day, too.
import { expect, test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';

const world = await startWorld({ today: '2025-10-01', profile: 'A' });

test('a province known by name only sees the places of the ward below it', async () => {
  const province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province', external: true });
  const ward = await world.unit({
    name: 'Đảng bộ phường Kinh Bắc',
    kind: 'upper_base',
    parent: province,
    foundedOn: '2020-01-01',
  });
  const board = await world.as('superior_board', province);
  const officer = await world.as('base_officer', ward);
  const village = { clientId: newId(), version: 0, name: 'Khu phố 1', kind: 'khu_pho', on: '2021-01-01' };
  expect((await officer.post(`/api/areas/${ward}/villages`, village)).status).toBe(200);
  const seen = (await board.get('/api/areas')).body;
  expect(seen).toMatchObject({ unit: { id: province }, total: { villages: 1 } });
  expect(seen.items).toMatchObject([{ unitId: ward, tally: { villages: 1 }, open: true }]);
  expect((await board.get('/api/areas?on=2020-06-30')).body.total.villages).toBe(0);
  const early = await board.get('/api/areas?on=2019-12-31');
  expect([early.status, early.body.error.code]).toEqual([400, 'areas.no_unit_then']);
});

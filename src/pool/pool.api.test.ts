// The pool over HTTP: real candidates of two cells, seen by those in charge and by nobody else.
import { beforeAll, expect, test } from 'vitest';
import { nominate, startWard, take, walkTo, type Ward } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import type { FunnelView, LongestView, PoolView } from './view.ts';

let ward: Ward;
let official = '';
let helped = '';

beforeAll(async () => {
  ward = await startWard();
  official = await nominate(ward, 'Nguyễn Thị Sen');
  await walkTo(ward, official, 'issue_card');
  helped = await nominate(ward, 'Trần Thị Mận');
  await walkTo(ward, helped, 'assign_helper');
  const gone = await nominate(ward, 'Lê Văn Trúc');
  await take(ward, gone, {
    by: 'secretary',
    step: 'withdraw',
    on: '2019-02-10',
    inputs: { request: { number: '1', on: '2019-02-10', by: null } },
  });
});

const pool = async (unit?: number): Promise<PoolView> =>
  (await ward.officer.get(`/api/pool${unit ? `?unit=${unit}` : ''}`)).body as PoolView;

test('the pool holds those who are not yet members, by cell and in the whole', async () => {
  const { total, items, stages } = await pool();
  expect(total).toMatchObject({
    open: 1,
    paused: 0,
    parts: { found: 0, fostered: 1, dossier: 0, approval: 0 },
  });
  expect(items.map(({ name, open }) => [name, open])).toEqual([
    ['Chi bộ khu phố 1', 1],
    ['Chi bộ khu phố 2', 0],
  ]);
  expect(stages.map(({ stage, count }) => [stage, count])).toEqual([['helped', 1]]);
  expect(stages[0]?.longestDays).toBeGreaterThan(300);
  expect((await pool(ward.cell)).items.map(({ name }) => name)).toEqual(['Chi bộ khu phố 1']);
});

test('cells without a source are named with why (S2-41)', async () => {
  const { short } = await pool();
  expect(short.map(({ name, lacks }) => [name, lacks])).toEqual([
    ['Chi bộ khu phố 1', ['two_zero_years']],
    ['Chi bộ khu phố 2', ['no_candidate', 'two_zero_years']],
  ]);
});

test('the funnel tells how far those of a year came, closed and erased ones with them', async () => {
  const { body } = await ward.officer.get('/api/pool/funnel');
  const { cohorts } = body as FunnelView;
  expect(cohorts).toEqual([{ key: '2019', reached: [3, 2, 2, 2, 1, 1, 1, 1, 1, 1], open: 1 }]);
});

test('who stands longest is told by name only to those who may read the dossier (S0-39)', async () => {
  const { items, total } = (await ward.officer.get('/api/pool/longest')).body as LongestView;
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({ id: helped, fullName: 'Trần Thị Mận', stage: 'helped' });
  expect(items[0]?.nextStep?.vi).toBe('Cho lập hồ sơ kết nạp');
  const elsewhere = await ward.world.as('cell_secretary', ward.other);
  expect((await elsewhere.get('/api/pool/longest')).body.items).toEqual([]);
  expect((await elsewhere.get('/api/pool')).body.total.open).toBe(0);
  expect((await elsewhere.get(`/api/pool?unit=${ward.cell}`)).status).toBe(404);
});

test('offices outside the Party committees do not see the pool', async () => {
  const union = await ward.world.unit({
    name: 'Đoàn phường',
    kind: 'mass_organisation',
    parent: ward.ward,
  });
  const outside = [
    await ward.world.as('mass_officer', union),
    await ward.world.as('administrator', ward.ward),
    await ward.world.as('member', ward.cell, { person: ward.members[1] as string }),
  ];
  for (const reader of outside) {
    expect((await reader.get('/api/pool')).status).toBe(403);
    expect((await reader.get('/api/pool/funnel')).status).toBe(403);
  }
  const list = await outside[0]?.get('/api/pool/longest');
  expect(list?.body.items).toEqual([]);
});

test('a committee sets how rich the source should be; the warning follows (S0-42)', async () => {
  const ruled = await ward.officer.post('/api/provisions', {
    clientId: newId(),
    kind: 'stricter',
    parameter: 'pool.ratio',
    unitId: ward.ward,
    fromOn: '2026-11-21',
    value: 3,
    document: { number: '7-NQ/ĐU', on: '2026-11-20', by: 'Đảng ủy phường' },
    clause: 'điểm 2',
    decidedBy: 'Đảng ủy phường',
  });
  expect(ruled.status, ruled.text).toBe(200);
  expect((await pool(ward.ward)).least).toBe(3);
});

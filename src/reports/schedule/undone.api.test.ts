// A schedule over HTTP, taken back a step: a period that was passed over is asked after all; one that was withdrawn is shown as
// it was. And its line is no work before the period may be asked.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Client, startWorld } from '../../../test/app.ts';
import { newId } from '../../platform/ids.ts';
import { foldAgain, rebuild } from '../../platform/ledger.ts';
import type { ScheduleView } from '../view.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = await startWorld({ today: '2026-10-02' });

let ward = 0;
let far = 0;
let cell = 0;
let officer: Client;
beforeAll(async () => {
  const province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  const committee = (name: string) => world.unit({ name, kind: 'base_organisation', parent: province });
  ward = await committee('Đảng bộ phường Kinh Bắc');
  far = await committee('Đảng bộ phường Võ Cường');
  cell = await world.unit({ name: 'Chi bộ khu phố 1', type: 'TDP', parent: ward });
  officer = await world.as('base_officer', ward);
});

const days = { period: '2026-Q3', closesOn: '2026-09-30', dueOn: '2026-10-05' };
const send = (more: object = {}) =>
  officer.post('/api/reports/rounds', {
    clientId: newId(),
    unitId: ward,
    forms: ['phat-trien-dang-vien'],
    to: [cell],
    words: 'Gửi đúng hạn',
    ...days,
    ...more,
  });
const begin = async (): Promise<string> => (await send({ every: 'quarter' })).body.schedule;
const to = (id: string, way: string, body: object, by = officer) =>
  by.post(`/api/reports/schedules/${id}/${way}`, { clientId: newId(), ...body });
const skip = (id: string, period: string) => to(id, 'skip', { period, reason: 'Đã có báo cáo chuyên đề' });
const restore = (id: string, period: string, by = officer) => to(id, 'restore', { period }, by);
const view = async (id: string): Promise<ScheduleView> =>
  (await officer.get(`/api/reports/schedules/${id}`)).body;
const lines = async () =>
  ((await officer.get('/api/worklist')).body.items as { caseKind: string; caseId: string; second: string }[])
    .filter(({ caseKind }) => caseKind === 'report')
    .map(({ caseId, second }) => [caseId, second]);

test('a period passed over is asked after all, until the next one is sent or passed over', async () => {
  const id = await begin();
  expect((await restore(id, '2026-Q3')).body.error.code).toBe('report.schedule_other');
  expect((await skip(id, '2026-Q4')).body.past[0]).toMatchObject({ period: '2026-Q4', can: ['restore'] });

  const [other, secretary] = [await world.as('base_officer', far), await world.as('cell_secretary', cell)];
  expect((await restore(id, '2026-Q4', other)).status).toBe(404);
  expect((await restore(id, '2026-Q4', secretary)).status).toBe(403);
  const both = await Promise.all([restore(id, '2026-Q4'), restore(id, '2026-Q4')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const back = await view(id);
  expect(back.next?.period).toBe('2026-Q4');
  expect(back.past.map(({ period, can }) => [period, can])).toEqual([['2026-Q3', []]]);
  expect(await lines()).toEqual([[id, 'Quý IV năm 2026']]);

  await skip(id, '2026-Q4');
  const twice = await skip(id, '2027-Q1');
  expect(twice.body.past.map(({ can }: { can: string[] }) => can)).toEqual([['restore'], [], []]);
  expect((await restore(id, '2026-Q4')).body.error.code).toBe('report.schedule_other');
  // One after the other, the last first.
  expect((await restore(id, '2027-Q1')).body.next.period).toBe('2027-Q1');
  expect((await restore(id, '2026-Q4')).body.next.period).toBe('2026-Q4');

  await skip(id, '2026-Q4');
  world.setToday('2026-12-15');
  const next = { period: '2027-Q1', closesOn: '2027-03-31', dueOn: '2027-04-05', schedule: id };
  expect((await send(next)).status).toBe(200);
  expect((await restore(id, '2026-Q4')).body.error.code).toBe('report.schedule_other');
  const before = await view(id);
  await rebuild(world.db);
  expect(await view(id)).toEqual(before);
  await to(id, 'withdraw', { reason: 'Thôi báo cáo quý' });
  expect((await restore(id, '2026-Q4')).body.error.code).toBe('report.schedule_withdrawn');
});

test('the line comes on the day from which the period may be asked', async () => {
  const id = await begin();
  const { next } = await view(id);
  expect(next?.from).toBe('2026-09-01');
  await send({ period: '2026-Q4', closesOn: '2026-12-31', dueOn: '2027-01-05', schedule: id });
  await skip(id, '2027-Q1');
  expect((await view(id)).next).toMatchObject({ period: '2027-Q2', from: '2027-03-01' });
  for (const [day, there] of [
    ['2027-02-28', []],
    ['2027-03-01', [[id, 'Quý II năm 2027']]],
  ] as const) {
    world.setToday(day);
    expect(await lines()).toEqual(there);
  }
  await to(id, 'withdraw', { reason: 'Thôi báo cáo quý' });
});

test('a database kept before gets its lines from that day on', async () => {
  const id = await begin();
  const startsOn = async () =>
    (await world.db.selectFrom('due').select('starts_on').where('case_id', '=', id).execute()).map(
      ({ starts_on }) => starts_on,
    );
  expect(await startsOn()).toEqual(['2026-09-01']);
  await world.db.updateTable('due').set({ starts_on: '2026-10-01' }).where('case_id', '=', id).execute();
  const file = path.join(import.meta.dirname, '../../../migrations/0029_schedule_lines.sql');
  await sql.raw(readFileSync(file, 'utf8')).execute(world.db);
  expect(await foldAgain(world.db)).toEqual(['report_round', 'report_schedule', 'difficulty']);
  expect(await startsOn()).toEqual(['2026-09-01']);
  await to(id, 'withdraw', { reason: 'Thôi báo cáo quý' });
});

test('one that was withdrawn is shown as it was, with when and by whom, and can be begun anew', async () => {
  const id = await begin();
  const { can, first } = await view(id);
  expect([can, first]).toEqual([
    ['send', 'skip', 'withdraw'],
    {
      periodLabel: { vi: 'Quý III năm 2026', en: expect.any(String) },
      closesOn: '2026-09-30',
      dueOn: '2026-10-05',
      to: [{ id: cell, name: 'Chi bộ khu phố 1' }],
    },
  ]);
  world.setToday('2027-03-05');
  await to(id, 'withdraw', { reason: 'Thôi báo cáo quý' });
  const [account] = await world.db
    .selectFrom('account')
    .select('display_name')
    .where('id', '=', officer.accountId)
    .execute();
  expect(await view(id)).toMatchObject({
    first,
    words: 'Gửi đúng hạn',
    forms: [{ id: 'phat-trien-dang-vien', dropped: false }],
    next: null,
    withdrawn: { on: '2027-03-05', by: account?.display_name, reason: 'Thôi báo cáo quý' },
    can: ['repeat'],
  });
  const board = await world.as('inspection', ward);
  expect((await board.get(`/api/reports/schedules/${id}`)).body).toMatchObject({ can: [] });
});

// Several forms asked at once, and asked again every quarter over HTTP: the next period stands prepared as a line of the
// committee, and is sent, changed, passed over or withdrawn by a person. And a form that was dropped while it is asked.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Client, startWorld } from '../../../test/app.ts';
import { ownForm } from '../../../test/forms.ts';
import { newId } from '../../platform/ids.ts';
import { rebuild } from '../../platform/ledger.ts';
import type { AskedAnswer, ScheduleView } from '../view.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = await startWorld({ today: '2026-10-02' });

let province = 0;
let ward = 0;
let far = 0;
const cells: number[] = [];
let board: Client;
let officer: Client;
let other: Client;
let cell: Client;
beforeAll(async () => {
  province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation', parent: province });
  far = await world.unit({
    name: 'Đảng bộ phường Võ Cường',
    kind: 'base_organisation',
    parent: province,
  });
  for (const name of ['khu phố 1', 'khu phố 2'])
    cells.push(await world.unit({ name: `Chi bộ ${name}`, type: 'TDP', parent: ward }));
  board = await world.as('superior_board', province);
  officer = await world.as('base_officer', ward);
  other = await world.as('base_officer', far);
  cell = await world.as('cell_secretary', cells[0] ?? 0);
});

const adopt = async (id: string, title: string) => {
  const answer = await officer.post('/api/reports/forms', {
    clientId: newId(),
    unitId: ward,
    text: ownForm({ id, title }),
  });
  expect(answer.status, answer.text).toBe(200);
};
const asked = (more: object = {}) => ({
  clientId: newId(),
  unitId: ward,
  forms: ['phat-trien-dang-vien', 'bieu-rieng'],
  period: '2026-Q3',
  closesOn: '2026-09-30',
  dueOn: '2026-10-05',
  to: cells,
  words: 'Gửi đúng hạn',
  ...more,
});
const send = async (by: Client, more: object = {}) => by.post('/api/reports/rounds', asked(more));
async function sent(more: object = {}): Promise<AskedAnswer> {
  const answer = await send(officer, more);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}
interface Line {
  caseKind: string;
  caseId: string;
  label: { vi: string };
  second: string;
  dueOn: string;
  act: { href: string } | null;
  can: string[];
}
const lines = async (by: Client): Promise<Line[]> =>
  ((await by.get('/api/worklist')).body.items as Line[]).filter(({ caseKind }) => caseKind === 'report');
const view = async (id: string): Promise<ScheduleView> =>
  (await officer.get(`/api/reports/schedules/${id}`)).body;
const prepared = async (id: string): Promise<NonNullable<ScheduleView['next']>> => {
  const { next } = await view(id);
  if (!next) throw new Error('nothing is prepared');
  return next;
};

describe('several forms at once', () => {
  test('a round for each, all or none; sent twice they are asked once', async () => {
    await adopt('bieu-rieng', 'Biểu riêng của phường');
    const body = asked();
    const first = await officer.post('/api/reports/rounds', body);
    expect(first.status, first.text).toBe(200);
    expect((await officer.post('/api/reports/rounds', body)).body).toEqual(first.body);
    expect(first.body).toMatchObject({ schedule: null });
    const { items } = (await officer.get('/api/reports/rounds')).body;
    expect(items.map(({ form }: { form: { id: string } }) => form.id).toSorted()).toEqual([
      'bieu-rieng',
      'phat-trien-dang-vien',
    ]);
    expect(await lines(cell)).toHaveLength(2);
    const faulty = await send(officer, { forms: ['phat-trien-dang-vien', 'khong-co'], period: '2026-09' });
    expect([faulty.status, faulty.body.error.code]).toEqual([404, 'forms.unknown']);
    expect((await officer.get('/api/reports/rounds')).body.total).toBe(2);
    expect((await send(officer, { forms: [] })).status).toBe(400);
    for (const { id } of items)
      await officer.post(`/api/reports/rounds/${id}/take-back`, { clientId: newId(), reason: 'Gửi thử' });
    expect(await lines(cell)).toEqual([]);
  });
});

describe('asked again every quarter', () => {
  let id = '';
  test('the next period stands prepared on the list of the committee, and nothing is sent by itself', async () => {
    const answer = await sent({ every: 'quarter' });
    id = answer.schedule ?? '';
    const [line, ...more] = await lines(officer);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      caseId: id,
      label: { vi: 'Gửi yêu cầu báo cáo kỳ tới' },
      second: 'Quý IV năm 2026',
      dueOn: '2026-12-31',
      act: { href: `/reports/schedules/${id}` },
      can: [],
    });
    expect(await prepared(id)).toMatchObject({
      period: '2026-Q4',
      closesOn: '2026-12-31',
      dueOn: '2027-01-05',
      from: '2026-09-01',
      to: [{ id: cells[0] }, { id: cells[1] }],
    });
    world.setToday('2027-01-10');
    expect((await officer.get('/api/reports/rounds')).body.total).toBe(4);
    expect(await lines(cell)).toHaveLength(2);
    world.setToday('2026-12-20');
    const wrong = await send(officer, { every: 'month' });
    expect([wrong.status, wrong.body.error.code]).toEqual([400, 'report.form_period']);
  });

  test('of two who send the same period the second is told; it is sent once', async () => {
    const { period, closesOn, dueOn } = await prepared(id);
    const next = { period, closesOn, dueOn, schedule: id };
    const both = await Promise.all([send(officer, next), send(officer, next)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late?.body.error.code).toBe('report.schedule_other');
    expect((await officer.get('/api/reports/rounds?period=2026-Q4')).body.total).toBe(2);
    const { past, next: then } = await view(id);
    expect(past.map(({ period: of, rounds }) => [of, rounds.length])).toEqual([
      ['2026-Q4', 2],
      ['2026-Q3', 2],
    ]);
    expect(then?.period).toBe('2027-Q1');
    expect(await lines(officer)).toMatchObject([{ second: 'Quý I năm 2027' }]);
  });

  test('not for years ahead, not by another committee, not for another unit', async () => {
    await sent({ period: '2027-Q1', closesOn: '2027-03-31', dueOn: '2027-04-05', schedule: id });
    const ahead = { period: '2027-Q2', closesOn: '2027-06-30', dueOn: '2027-07-05', schedule: id };
    const early = await send(officer, ahead);
    expect([early.status, early.body.error.code]).toEqual([400, 'report.schedule_ahead']);
    expect((await send(other, ahead)).status).toBe(404);
    expect((await other.get(`/api/reports/schedules/${id}`)).status).toBe(404);
    expect((await cell.get(`/api/reports/schedules/${id}`)).status).toBe(404);
    expect((await cell.get(`/api/reports/schedules?unit=${ward}`)).status).toBe(404);
    const skip = { clientId: newId(), period: '2027-Q2', reason: 'Không cần' };
    expect((await other.post(`/api/reports/schedules/${id}/skip`, skip)).status).toBe(404);
    expect((await cell.post(`/api/reports/schedules/${id}/skip`, skip)).status).toBe(403);
  });

  test('a unit that has ended is not asked again, one founded since is named', async () => {
    world.setToday('2027-06-20');
    const young = await world.unit({
      name: 'Chi bộ khu phố 3',
      type: 'TDP',
      parent: ward,
      foundedOn: '2027-05-01',
    });
    const end = {
      clientId: newId(),
      act: 'end',
      happenedOn: '2027-06-01',
      decision: { number: '1', on: '2027-06-01', by: 'ĐU' },
    };
    const ended = await officer.post(`/api/units/${cells[1]}/acts`, end);
    expect(ended.status, ended.text).toBe(200);
    expect(await prepared(id)).toMatchObject({
      to: [{ id: cells[0] }],
      gone: ['Chi bộ khu phố 2'],
      fresh: [{ id: young }],
    });
  });

  test('a period is passed over with a reason, the schedule withdrawn; the lines follow, also after rebuild', async () => {
    const skip = (period: string) =>
      officer.post(`/api/reports/schedules/${id}/skip`, {
        clientId: newId(),
        period,
        reason: 'Đã có báo cáo chuyên đề',
      });
    expect((await skip('2027-Q3')).body.error.code).toBe('report.schedule_other');
    const skipped = await skip('2027-Q2');
    expect(skipped.body).toMatchObject({ next: { period: '2027-Q3' } });
    expect(skipped.body.past[0]).toMatchObject({
      period: '2027-Q2',
      skipped: 'Đã có báo cáo chuyên đề',
      rounds: [],
    });
    const rows = async () => [
      await world.db.selectFrom('report_schedule').selectAll().execute(),
      await world.db
        .selectFrom('due')
        .selectAll()
        .where('case_kind', '=', 'report')
        .orderBy('line')
        .execute(),
    ];
    const before = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(before);
    const withdraw = () =>
      officer.post(`/api/reports/schedules/${id}/withdraw`, {
        clientId: newId(),
        reason: 'Thôi báo cáo quý',
      });
    expect((await withdraw()).body).toMatchObject({
      next: null,
      withdrawn: { reason: 'Thôi báo cáo quý' },
      can: ['repeat'],
    });
    expect(await lines(officer)).toEqual([]);
    expect((await withdraw()).body.error.code).toBe('report.schedule_withdrawn');
    const late = { period: '2027-Q3', closesOn: '2027-09-30', dueOn: '2027-10-05', schedule: id };
    expect((await send(officer, { ...late, to: [cells[0]] })).status).toBe(409);
    const { items } = (await officer.get(`/api/reports/schedules?unit=${ward}`)).body;
    expect(items).toMatchObject([{ id, withdrawn: { reason: 'Thôi báo cáo quý' } }]);
  });
});

const paper = (on: string) => ({ happenedOn: on, decision: { number: '2', on, by: 'TU' } });
const act = async (unit: number, body: { act: string; parentId?: number }, on: string) => {
  const answer = await board.post(`/api/units/${unit}/acts`, { clientId: newId(), ...paper(on), ...body });
  expect(answer.status, answer.text).toBe(200);
};

describe('units that come and go', () => {
  test('one recorded late and one moved here are named; once asked they are asked again', async () => {
    world.setToday('2027-07-10');
    const more = { forms: ['phat-trien-dang-vien'], to: [cells[0]] };
    const days = (period: string, closesOn: string, dueOn: string) => ({ period, closesOn, dueOn });
    const first = days('2027-Q2', '2027-06-30', '2027-07-12');
    const { schedule } = await sent({ ...more, ...first, every: 'quarter' });
    const id = schedule ?? '';
    expect((await prepared(id)).fresh).toEqual([]);
    const late = await world.unit({
      name: 'Chi bộ khu phố 5',
      type: 'TDP',
      parent: ward,
      foundedOn: '2027-07-01',
    });
    const moved = await world.unit({ name: 'Chi bộ khu phố 6', type: 'TDP', parent: far });
    await act(moved, { act: 'move', parentId: ward }, '2027-07-10');
    expect(await prepared(id)).toMatchObject({
      to: [{ id: cells[0] }],
      fresh: [{ id: late }, { id: moved }],
    });
    const { period, closesOn, dueOn } = await prepared(id);
    await sent({ ...more, period, closesOn, dueOn, to: [cells[0], moved], schedule: id });
    expect(await prepared(id)).toMatchObject({
      period: '2027-Q4',
      to: [{ id: cells[0] }, { id: moved }],
      fresh: [{ id: late }],
    });
    await act(moved, { act: 'move', parentId: far }, '2027-07-10');
    expect(await prepared(id)).toMatchObject({ to: [{ id: cells[0] }], gone: ['Chi bộ khu phố 6'] });
    world.setToday('2027-09-10');
    const next = days('2027-Q4', '2027-12-31', '2028-01-12');
    await sent({ ...more, ...next, schedule: id });
    expect(await prepared(id)).toMatchObject({ to: [{ id: cells[0] }], gone: [] });
  });

  test('of a committee that has ended no line stays', async () => {
    const lone = await world.unit({
      name: 'Đảng bộ phường Vạn An',
      kind: 'base_organisation',
      parent: province,
    });
    const below = await world.unit({ name: 'Chi bộ khu phố Vạn', type: 'TDP', parent: lone });
    const secretary = await world.as('base_officer', lone);
    const more = { forms: ['phat-trien-dang-vien'], to: [below], every: 'quarter' };
    const asking = await secretary.post('/api/reports/rounds', asked({ ...more, unitId: lone }));
    expect(asking.status, asking.text).toBe(200);
    const kept = () =>
      world.db.selectFrom('due').selectAll().where('clock', '=', 'report_schedule').orderBy('line').execute();
    const own = async () => (await kept()).map(({ case_id }) => case_id);
    expect(await own()).toContain(asking.body.schedule);
    const on = '2027-09-01';
    await act(below, { act: 'move', parentId: ward }, on);
    const offices = (await board.get(`/api/offices?unit=${lone}`)).body.items;
    for (const office of offices) {
      const end = { clientId: newId(), toOn: on, ...paper(on) };
      expect((await board.post(`/api/offices/${office.id}/end`, end)).status).toBe(200);
    }
    await act(lone, { act: 'end' }, on);
    expect(await own()).not.toContain(asking.body.schedule);
    const before = await kept();
    await rebuild(world.db);
    expect(await kept()).toEqual(before);
    await act(lone, { act: 'restore' }, '2027-09-10');
    expect(await own()).toContain(asking.body.schedule);
  });
});

describe('a form that is dropped while it is asked', () => {
  test('the round, the line and the draft say so, and taking the round back is the way out', async () => {
    await adopt('bieu-tam', 'Biểu tạm');
    const more = { forms: ['bieu-tam'], period: '2027-05', closesOn: '2027-05-31', dueOn: '2027-06-25' };
    const { ids, schedule } = await sent({ ...more, to: [cells[0]], every: 'month' });
    const round = async () => (await officer.get(`/api/reports/rounds/${ids[0]}`)).body;
    const owed = async () =>
      (
        (await cell.get('/api/reports/owing')).body.items as {
          round: { id: string; dropped: boolean };
          can: string[];
        }[]
      )
        .filter((item) => item.round.id === ids[0])
        .map(({ round: { dropped }, can }) => [dropped, can]);
    expect((await round()).dropped).toBe(false);
    expect(await owed()).toEqual([[false, ['submit']]]);
    const drop = await officer.post('/api/reports/forms/bieu-tam/drop', { clientId: newId() });
    expect(drop.status, drop.text).toBe(200);
    expect(await round()).toMatchObject({ dropped: true, can: expect.arrayContaining(['take_back']) });
    expect(await owed()).toEqual([[true, []]]);
    expect((await lines(cell)).find(({ caseId }) => caseId === ids[0])?.second).toBe(
      'Tháng 5 năm 2027 · biểu đã thôi dùng',
    );
    expect((await view(schedule ?? '')).forms).toMatchObject([{ id: 'bieu-tam', dropped: true }]);
    const back = { clientId: newId(), reason: 'Biểu đã thôi dùng' };
    expect((await officer.post(`/api/reports/rounds/${ids[0]}/take-back`, back)).status).toBe(200);
    expect((await lines(cell)).some(({ caseId }) => caseId === ids[0])).toBe(false);
  });
});

// What was asked stays asked, whatever becomes of a unit: of another kind, its line goes to whoever may send there now; of one
// that has ended nothing more is expected, until it is there again. And who is asked next follows the kind of that day.
import { beforeAll, expect, test, vi } from 'vitest';
import { type Client, startWorld } from '../../../test/app.ts';
import { ownForm } from '../../../test/forms.ts';
import { newId } from '../../platform/ids.ts';
import { rebuild } from '../../platform/ledger.ts';
import type { OwingView, RoundView, ScheduleView } from '../view.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = await startWorld({ today: '2026-10-02' });

let province = 0;
let [growing, ending, staying] = [0, 0, 0];
let board: Client;
beforeAll(async () => {
  province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  const cell = (name: string) => world.unit({ name, kind: 'base_cell', type: 'CQ', parent: province });
  growing = await cell('Chi bộ Sở Nội vụ');
  ending = await cell('Chi bộ Ban Dân tộc');
  staying = await cell('Chi bộ Thanh tra tỉnh');
  board = await world.as('superior_board', province);
  await adopt(
    `${ownForm({ id: 'bieu-dang-uy', title: 'Biểu của đảng ủy cơ sở' })}kinds: [base_organisation]\n`,
  );
  await adopt(ownForm({ id: 'bieu-chung', title: 'Biểu chung' }));
});

const adopt = async (text: string) => {
  const answer = await board.post('/api/reports/forms', { clientId: newId(), unitId: province, text });
  expect(answer.status, answer.text).toBe(200);
};
const quarter = {
  forms: ['phat-trien-dang-vien'],
  period: '2026-Q3',
  closesOn: '2026-09-30',
  dueOn: '2026-10-05',
};
const ask = async (more: object) => {
  const answer = await board.post('/api/reports/rounds', {
    clientId: newId(),
    unitId: province,
    ...quarter,
    ...more,
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as { ids: string[]; schedule: string | null };
};
const act = async (unit: number, body: object) => {
  const paper = { happenedOn: '2026-10-02', decision: { number: '7', on: '2026-10-02', by: 'TU' } };
  const answer = await board.post(`/api/units/${unit}/acts`, { clientId: newId(), ...paper, ...body });
  expect(answer.status, answer.text).toBe(200);
};
const dues = () =>
  world.db
    .selectFrom('due')
    .select(['case_id', 'unit_id', 'answers', 'due_on'])
    .where('case_kind', '=', 'report')
    .orderBy('line')
    .execute();
const lineOf = async (round: string, unit: number) =>
  (await dues()).find((row) => row.case_id === round && row.unit_id === unit);
const view = async (id: string): Promise<RoundView> => (await board.get(`/api/reports/rounds/${id}`)).body;

test('a round stays with a unit of another kind, and is waited for of one that is there; also after rebuild', async () => {
  const { ids } = await ask({ to: [growing, ending, staying] });
  const [id = ''] = ids;
  expect((await lineOf(id, growing))?.answers).toContain('cell_secretary');
  await act(growing, { act: 'change_kind', kind: 'base_organisation' });
  expect((await lineOf(id, growing))?.answers).toEqual(['base_officer']);

  await act(ending, { act: 'end' });
  expect(await lineOf(id, ending)).toBeUndefined();
  const ended = await view(id);
  expect(ended.counts).toEqual({ asked: 2, submitted: 0, late: 0, owing: 2, returned: 0 });
  expect(ended.units.find(({ unitId }) => unitId === ending)).toMatchObject({
    state: 'ended',
    ended: true,
    lateDays: null,
    line: null,
  });
  const owing = async (all: boolean): Promise<OwingView[]> =>
    (await board.get(`/api/reports/owing?unit=${ending}&all=${all}`)).body.items;
  expect(await owing(false)).toEqual([]);
  // Not expected, but the level above may still make it in its place.
  expect(await owing(true)).toMatchObject([{ state: 'ended', can: ['submit'] }]);
  world.setToday('2026-10-08');
  expect((await view(id)).counts).toMatchObject({ asked: 2, late: 2 });

  const before = await dues();
  await rebuild(world.db);
  expect(await dues()).toEqual(before);
  await act(ending, { act: 'restore', happenedOn: '2026-10-08' });
  expect(await lineOf(id, ending)).toMatchObject({ due_on: '2026-10-05' });
  expect((await view(id)).counts).toMatchObject({ asked: 3, late: 3 });
});

test('of a unit that ends while it is asked no line stays', async () => {
  for (const name of ['Chi bộ Văn phòng', 'Chi bộ Sở Tư pháp', 'Chi bộ Sở Tài chính']) {
    const unit = await world.unit({ name, kind: 'base_cell', type: 'CQ', parent: province });
    const paper = { happenedOn: '2026-10-08', decision: { number: '8', on: '2026-10-08', by: 'TU' } };
    const [asked, ended] = await Promise.all([
      board.post('/api/reports/rounds', { clientId: newId(), unitId: province, ...quarter, to: [unit] }),
      board.post(`/api/units/${unit}/acts`, { clientId: newId(), act: 'end', ...paper }),
    ]);
    expect(ended.status, ended.text).toBe(200);
    expect([200, 400]).toContain(asked.status);
    expect((await dues()).filter((row) => row.unit_id === unit)).toEqual([]);
  }
});

test('what an ended unit has sent stays counted', async () => {
  const officer = await world.as('base_officer', staying);
  const office = await world.office({ kind: 'base_officer', unit: staying, title: 'Phó Bí thư' });
  const asked = { form: 'bieu-chung', period: '2026-09', closesOn: '2026-09-30' };
  const { ids } = await ask({ forms: ['bieu-chung'], period: '2026-09', to: [staying, growing] });
  const draft = await officer.get(`/api/reports/draft?unit=${staying}&${new URLSearchParams(asked)}`);
  const sent = await officer.post('/api/reports', {
    clientId: newId(),
    unitId: staying,
    ...asked,
    round: ids[0],
    words: [],
    signatory: { officeId: office, capacity: '' },
    number: null,
    signedOn: '2026-10-08',
    print: draft.body.print,
  });
  expect(sent.status, sent.text).toBe(200);
  await world.db.updateTable('unit').set({ ended_on: '2026-10-08' }).where('id', '=', staying).execute();
  const { counts, units } = await view(ids[0] ?? '');
  expect(counts).toMatchObject({ asked: 2, submitted: 1 });
  expect(units.find(({ unitId }) => unitId === staying)).toMatchObject({ state: 'submitted', ended: true });
  await world.db.updateTable('unit').set({ ended_on: null }).where('id', '=', staying).execute();
});

test('a unit that has come to a kind which can be asked is named; one left out on purpose is not', async () => {
  const committee = (name: string) => world.unit({ name, kind: 'base_organisation', parent: province });
  const [asked, leftOut] = [await committee('Đảng bộ Sở Y tế'), await committee('Đảng bộ Sở Xây dựng')];
  const month = { forms: ['bieu-dang-uy'], period: '2026-09' };
  const { schedule } = await ask({ ...month, to: [asked, growing], every: 'month' });
  const next = async () =>
    ((await board.get(`/api/reports/schedules/${schedule}`)).body as ScheduleView).next;
  expect(await next()).toMatchObject({ to: [{ id: growing }, { id: asked }], gone: [], fresh: [] });

  await act(staying, { act: 'change_kind', kind: 'base_organisation', happenedOn: '2026-10-08' });
  await act(leftOut, { act: 'change_kind', kind: 'base_cell', type: 'CQ', happenedOn: '2026-10-08' });
  world.setToday('2026-10-09');
  await act(leftOut, { act: 'change_kind', kind: 'base_organisation', happenedOn: '2026-10-09' });
  expect((await next())?.fresh).toMatchObject([{ id: staying }]);

  await act(growing, { act: 'change_kind', kind: 'base_cell', type: 'CQ', happenedOn: '2026-10-09' });
  expect(await next()).toMatchObject({ to: [{ id: asked }], gone: ['Chi bộ Sở Nội vụ'] });
  const late = await board.post('/api/reports/rounds', {
    clientId: newId(),
    unitId: province,
    ...month,
    period: '2026-10',
    closesOn: '2026-10-31',
    dueOn: '2026-11-05',
    to: [growing],
    schedule,
  });
  expect([late.status, late.body.error.code]).toEqual([400, 'report.form_kind']);
});

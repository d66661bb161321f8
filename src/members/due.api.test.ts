// Lines about members: what an act of the roll starts, what ends it, and that nothing of them outlives the act.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { regulations } from '../worklist/in-force.ts';
import { recompute } from '../worklist/recompute.store.ts';
import type { WorkItem } from '../worklist/view.ts';
import { startWard, type Ward } from '../../test/road.ts';
import type { Answer } from '../../test/app.ts';

let ward: Ward;
beforeAll(async () => {
  ward = await startWard({ today: '2026-02-10' });
});

const member = (name: string) => ward.world.person({ name, unit: ward.cell, kind: 'official' });
const act = (id: string, body: object): Promise<Answer> =>
  ward.officer.post(`/api/people/${id}/acts`, { clientId: newId(), ...body });
const done = async (id: string, body: object): Promise<Answer> => {
  const answer = await act(id, body);
  expect(answer.status, answer.text).toBe(200);
  return answer;
};
const lines = async (id: string): Promise<WorkItem[]> => {
  const groups = ['overdue', 'week', 'month', 'later', 'others', 'unknown'];
  const all = await Promise.all(
    groups.map((group) => ward.officer.get(`/api/worklist?kind=person&limit=200&group=${group}`)),
  );
  return all.flatMap(({ body }) => body.items).filter(({ caseId }) => caseId === id);
};
const short = async (id: string) => (await lines(id)).map(({ clock, dueOn }) => [clock, dueOn]);

test('a temporary activity is looked at on its last day; the act that ends it takes the line off (S0-44)', async () => {
  const id = await member('Nguyễn Văn Tạm');
  const begun = { act: 'begin_temporary', happenedOn: '2025-11-03', place: 'Đảng bộ phường Suối Hoa' };
  await done(id, { ...begun, until: '2026-02-20' });
  const [line] = await lines(id);
  expect(line).toMatchObject({
    clock: 'temporary_until',
    dueOn: '2026-02-20',
    title: 'Nguyễn Văn Tạm',
    mine: true,
    act: { step: 'end_temporary', href: `/people/${id}?act=end_temporary` },
  });
  await done(id, { act: 'end_temporary', happenedOn: '2026-02-09' });
  expect(await lines(id)).toEqual([]);
});

test('a temporary activity without an end is looked at after twelve months', async () => {
  const id = await member('Nguyễn Văn Lâu');
  await done(id, { act: 'begin_temporary', happenedOn: '2025-09-10', place: 'Đảng bộ xã Khác' });
  expect(await short(id)).toEqual([['temporary_longest', '2026-09-10']]);
});

test('an exemption for a time ends on its day; one without a day has no line', async () => {
  const id = await member('Trần Thị Miễn');
  await done(id, { act: 'exempt', happenedOn: '2025-12-01', ground: 'maternity', until: '2026-06-01' });
  expect(await short(id)).toEqual([['exempt_until', '2026-06-01']]);
  await done(id, { act: 'unexempt', happenedOn: '2026-02-01' });
  expect(await lines(id)).toEqual([]);
  await done(id, { act: 'exempt', happenedOn: '2026-02-02', ground: 'age' });
  expect(await lines(id)).toEqual([]);
});

test('who moves out is awaited at the destination for thirty working days of the letter, until its slip is recorded', async () => {
  const id = await member('Lê Văn Chuyển');
  const early = await act(id, { act: 'transfer_received', happenedOn: '2026-02-09' });
  expect([early.status, early.body.error.code]).toEqual([400, 'members.not_moved_out']);
  await done(id, {
    act: 'move_out',
    happenedOn: '2025-12-03',
    place: 'Đảng bộ tỉnh Bắc Giang',
    decision: { number: '15-GT', on: '2025-12-01', by: 'Đảng ủy phường' },
  });
  // Thirty working days from Tuesday 1 December 2025, without 1 January 2026.
  expect(await short(id)).toEqual([['present_transfer', expect.stringMatching(/^2026-01-1\d$/)]]);
  expect((await lines(id))[0]?.act).toMatchObject({
    step: 'transfer_received',
    href: `/people/${id}?act=transfer_received`,
  });
  await done(id, {
    act: 'transfer_received',
    happenedOn: '2026-01-20',
    decision: { number: '7-PB', on: '2026-01-19', by: 'Đảng ủy xã' },
  });
  expect(await lines(id)).toEqual([]);
  const twice = await act(id, { act: 'transfer_received', happenedOn: '2026-01-21' });
  expect([twice.status, twice.body.error.code]).toEqual([400, 'members.already_received']);
});

test('what was done before records began is history', async () => {
  const id = await member('Phạm Văn Xưa');
  await done(id, { act: 'move_out', happenedOn: '2017-05-04', place: 'Nơi khác' });
  expect(await lines(id)).toEqual([]);
});

test('withdrawing the act takes its line back, and dying ends what was open', async () => {
  const id = await member('Vũ Thị Rút');
  const answer = await done(id, {
    act: 'exempt',
    happenedOn: '2025-12-01',
    ground: 'treatment',
    until: '2026-05-05',
  });
  const entry = answer.body.history.find((event: { kind: string }) => event.kind === 'member.exempted').entry;
  const back = await ward.officer.post(`/api/people/${id}/acts/${entry}/withdraw`, {
    clientId: newId(),
    reason: 'Ghi nhầm người',
  });
  expect(back.status, back.text).toBe(200);
  expect(await lines(id)).toEqual([]);
  await done(id, { act: 'exempt', happenedOn: '2025-12-02', ground: 'treatment', until: '2026-05-05' });
  expect(await lines(id)).toHaveLength(1);
  await done(id, { act: 'die', happenedOn: '2026-02-01' });
  expect(await lines(id)).toEqual([]);
});

test('rebuild and making again give the same lines', async () => {
  const id = await member('Hoàng Văn Lại');
  await done(id, {
    act: 'begin_temporary',
    happenedOn: '2025-12-01',
    place: 'Nơi khác',
    until: '2026-06-01',
  });
  const { db } = ward.world;
  const stored = () =>
    db.selectFrom('due').selectAll().where('case_kind', '=', 'person').orderBy('line').execute();
  const before = await stored();
  expect(before.length).toBeGreaterThan(1);
  await rebuild(db);
  expect(await stored()).toEqual(before);
  await db.deleteFrom('due').where('case_kind', '=', 'person').execute();
  await recompute(db, regulations());
  expect(await stored()).toEqual(before);
});

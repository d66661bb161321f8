// Members without a nomination this year (case K14), the number a committee may set, and tasks to introduce somebody.
import { describe, expect, test } from 'vitest';
import { startWard } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import type { MemberList, TaskList } from './view.ts';

const ward = await startWard();
const { world, members } = ward;
const otherSecretary = await world.as('cell_secretary', ward.other);
for (const name of ['Lường Thị Mới', 'Quàng Văn Mới'])
  await world.person({ name, unit: ward.cell, kind: 'probationary', admittedOn: '2026-05-19' });

const given = ['Ban', 'Cúc', 'Dâu', 'Gạo', 'Huệ', 'Khế', 'Lan', 'Mai', 'Nhài', 'Ổi', 'Quế', 'Sen'].values();
const nominate = (proposer: string | undefined, happenedOn = '2026-11-18') =>
  ward.secretary.post('/api/dossiers', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn,
    person: { fullName: `Quần Chúng ${given.next().value}`, bornOn: '1997' },
    inputs: { proposerKind: 'member', proposer },
  });
const list = async (words = '', client = ward.secretary): Promise<MemberList> =>
  (await client.get(`/api/nominations/members?year=2026${words}`)).body;

test('six official members, five introduced: 83,3 %, one on the list, probationers outside (S3-04, K14)', async () => {
  for (const proposer of members.slice(0, 5)) expect((await nominate(proposer)).status).toBe(200);
  await nominate(members[0]);
  await nominate(members[5], '2025-10-02');
  const answer = await list();
  expect(answer).toMatchObject({ officials: 6, nominated: 5, total: 1 });
  expect(Math.round((answer.share ?? 0) * 1000) / 10).toBe(83.3);
  expect(answer.items.map(({ fullName }) => fullName)).toEqual(['Vũ Thị Giang']);
});

test('the number is the committee’s to set: without one it says so (S3-04)', async () => {
  expect((await list()).rule).toMatchObject({ value: null, citations: [{ confidence: '?' }] });
  const rule = {
    clientId: newId(),
    kind: 'fill',
    parameter: 'nomination.members_yearly',
    unitId: ward.ward,
    fromOn: '2026-11-21',
    value: 1,
    document: { number: '12-NQ/ĐU', on: '2026-11-20', by: 'Đảng ủy phường Kinh Bắc' },
    clause: 'mục 3',
    decidedBy: 'Đảng ủy phường Kinh Bắc',
  };
  const laid = await ward.officer.post('/api/provisions', rule);
  expect([laid.status, laid.text]).toEqual([200, laid.text]);
  expect((await list()).rule.value).toBe(1);
});

test('an introduction added to an open candidacy counts for who gave it (S3-04, S3-27)', async () => {
  const opened = (await nominate(members[0])).body;
  const again = await ward.secretary.post('/api/dossiers', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn: '2026-11-19',
    personId: opened.person.id,
    inputs: { proposerKind: 'member', proposer: members[5] },
  });
  expect(again.body.id).toBe(opened.id);
  expect(await list()).toMatchObject({ nominated: 6, total: 0, items: [] });
  const entry = again.body.acts.find((act: { step: string }) => act.step === 'introduce').entry;
  const back = await ward.secretary.post(`/api/dossiers/${opened.id}/acts/${entry}/withdraw`, {
    clientId: newId(),
    version: again.body.version,
    reason: 'Ghi nhầm người giới thiệu',
  });
  expect(back.status).toBe(200);
  expect((await list()).items.map(({ personId }) => personId)).toEqual([members[5]]);
});

test('is seen along the tree and by nobody beside it', async () => {
  expect(await list('', ward.board)).toMatchObject({ officials: 6, nominated: 5 });
  expect(await list('', otherSecretary)).toMatchObject({ officials: 0, share: null, items: [] });
  expect((await otherSecretary.get(`/api/nominations/members?year=2026&unit=${ward.cell}`)).status).toBe(404);
});

describe('a task to introduce somebody (S0-26)', () => {
  const task = (personIds: unknown[], more: object = {}) => ({
    clientId: newId(),
    kind: 'introduce',
    unitId: ward.cell,
    personIds,
    happenedOn: '2026-11-20',
    dueOn: '2026-12-20',
    document: { number: '14-NQ/CB', on: '2026-11-20' },
    ...more,
  });
  const tasks = async (): Promise<TaskList> => (await ward.secretary.get('/api/sourcing-tasks')).body;

  test('is given to an official member with a due day, and shown beside the name', async () => {
    const sent = task([members[5]]);
    expect((await ward.secretary.post('/api/sourcing-tasks', sent)).status).toBe(200);
    expect((await ward.secretary.post('/api/sourcing-tasks', sent)).status).toBe(200);
    expect((await list()).items).toMatchObject([{ task: { dueOn: '2026-12-20', late: false } }]);
    expect((await tasks()).items).toMatchObject([
      { to: 'Vũ Thị Giang', document: '14-NQ/CB (20/11/2026)', doneOn: null },
    ]);
    const own = await world.as('member', ward.cell, { person: members[5] as string });
    expect((await own.get('/api/sourcing-tasks/mine')).body.items).toMatchObject([
      { kind: 'introduce', can: [] },
    ]);
  });

  test('is not given to a probationer, to somebody of another cell, or with a due day in the past', async () => {
    const probationer = await world.person({
      name: 'Ma Văn Thử',
      unit: ward.cell,
      kind: 'probationary',
      admittedOn: '2026-05-19',
    });
    const stranger = await world.person({ name: 'Ma Văn Xa', unit: ward.other, kind: 'official' });
    const code = async (sent: object) =>
      (await ward.secretary.post('/api/sourcing-tasks', sent)).body.error.code;
    expect(await code(task([probationer]))).toBe('sourcing.officials_only');
    expect(await code(task([stranger]))).toBe('access.missing');
    expect(await code(task([members[5]], { dueOn: '2026-11-01' }))).toBe('sourcing.due_before');
  });

  test('is answered by introducing, and late when nobody was introduced by then', async () => {
    world.setToday('2026-12-21');
    expect((await list()).items[0]?.task?.late).toBe(true);
    await nominate(members[5], '2026-12-21');
    expect((await tasks()).items).toMatchObject([{ doneOn: '2026-12-21', late: false, can: [] }]);
    world.setToday('2026-11-21');
  });
});

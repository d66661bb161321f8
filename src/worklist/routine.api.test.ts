// Routine work over HTTP: the period that is open, recording it once, taking it back, what a committee takes up itself.
import { beforeAll, expect, test } from 'vitest';
import { addMonths } from '../platform/day.ts';
import { newId } from '../platform/ids.ts';
import { append, rebuild } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';
import { behind } from '../../test/holding.ts';
import { startWard, type Ward } from '../../test/road.ts';
import type { Answer, Client } from '../../test/app.ts';
import { regulations } from './in-force.ts';
import { recompute } from './recompute.store.ts';
import { readableKinds, routineInput } from './routine.ts';
import { routineSteps } from './unit-due.ts';
import type { WorkItem } from './view.ts';

let ward: Ward;

beforeAll(async () => {
  ward = await startWard({ today: '2026-02-10' });
});

const lines = async (client: Client, unit: number, query = ''): Promise<WorkItem[]> =>
  (await client.get(`/api/worklist?kind=unit&unit=${unit}&limit=200${query}`)).body.items;
const periodOf = async (
  clock: string,
  client = ward.secretary,
  unit = ward.cell,
): Promise<string | undefined> => (await lines(client, unit)).find((item) => item.clock === clock)?.part;

const minutes = { resolution: { number: '02-NQ/CB', on: '2026-02-03' } };
const done = (client: Client, more: object = {}): Promise<Answer> =>
  client.post('/api/routines', {
    clientId: newId(),
    unitId: ward.cell,
    step: 'list_review',
    period: '2025-09',
    happenedOn: '2026-02-03',
    inputs: minutes,
    ...more,
  });
const takeBack = (client: Client, entry: string, more: object = {}) =>
  client.post(`/api/routines/${entry}/withdraw`, { clientId: newId(), reason: 'Ghi nhầm tháng', ...more });

test('every routine asks only for what can be read', () => {
  const asked = routineSteps(regulations()).flatMap(({ step }) => step.inputs.map(({ kind }) => kind));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((kind) => !readableKinds.includes(kind))).toEqual([]);
  for (const { step } of routineSteps(regulations())) {
    expect([step.id, step.due.length > 0]).toEqual([step.id, true]);
    for (const due of step.due) expect(due.ends_with).toContain(step.id);
  }
});

test('a cell owes the first period since the rule is in force; a practice without a rhythm makes no line (S2-13, S3-25)', async () => {
  const own = await lines(ward.secretary, ward.cell);
  expect(own.map(({ clock, part, dueOn }) => [clock, part, dueOn]).toSorted()).toEqual([
    ['card_check', '2025', '2025-12-31'],
    ['list_review', '2025-09', '2025-09-30'],
    ['plan', '2025', '2025-12-31'],
  ]);
  expect(own.every(({ title }) => title === 'Chi bộ khu phố 1')).toBe(true);
  const committee = (await lines(ward.officer, ward.ward)).filter(({ unitId }) => unitId === ward.ward);
  expect(committee.map(({ clock, part }) => [clock, part]).toSorted()).toEqual([
    ['committee_plan', '2025'],
    ['proposal_review', '2025-09'],
    ['roll_reconcile', '2025-H1'],
    ['slip_reconcile', '2025-Q2'],
  ]);
});

test('a line of routine work opens its form', async () => {
  const line = (await lines(ward.secretary, ward.cell)).find(({ clock }) => clock === 'list_review');
  expect(line?.act).toMatchObject({
    step: 'list_review',
    href: `/worklist?routine=${ward.cell}.list_review.2025-09`,
  });
});

test('recording the open period brings the next one; sending it twice records once; taking it back opens it', async () => {
  const clientId = newId();
  const made = await done(ward.secretary, { clientId });
  expect(made.status, made.text).toBe(200);
  expect(made.body.items).toMatchObject([
    { step: 'list_review', period: '2025-09', withdrawn: null, can: ['withdraw'] },
  ]);
  expect(made.body.items[0].lines[0].value).toBe('số 02-NQ/CB, ngày 03/02/2026');
  const again = await done(ward.secretary, { clientId });
  expect([again.status, again.body.items.length]).toEqual([200, 1]);
  expect(await periodOf('list_review')).toBe('2025-10');
  const entry = made.body.items[0].entry;
  const back = await takeBack(ward.secretary, entry);
  expect(back.status, back.text).toBe(200);
  expect(back.body.items[0]).toMatchObject({ withdrawn: { reason: 'Ghi nhầm tháng' }, can: [] });
  expect(await periodOf('list_review')).toBe('2025-09');
  expect((await takeBack(ward.secretary, entry)).status).toBe(409);
});

test('a later period may be recorded first; the gap before it stays open', async () => {
  const made = await done(ward.secretary, { period: '2026-01' });
  expect(made.status, made.text).toBe(200);
  expect(await periodOf('list_review')).toBe('2025-09');
  for (const period of ['2025-09', '2025-10', '2025-11', '2025-12'])
    expect((await done(ward.secretary, { period })).status).toBe(200);
  expect(await periodOf('list_review')).toBe('2026-02');
});

test('a period is no work before it begins, and stands on its first day', async () => {
  const other = await ward.world.as('cell_secretary', ward.other);
  for (let month = '2025-09'; month <= '2026-02'; month = addMonths(`${month}-01`, 1).slice(0, 7))
    expect((await done(other, { unitId: ward.other, period: month })).status).toBe(200);
  expect(await periodOf('list_review', other, ward.other)).toBeUndefined();
  const next = { caseKind: 'unit', caseId: String(ward.other), clock: 'list_review', part: '2026-03' };
  const early = await other.post('/api/worklist/settlements', {
    clientId: newId(),
    ...next,
    startsOn: '2026-03-01',
    how: 'not_applicable',
    on: '2026-02-10',
    reason: 'Tháng này không họp',
  });
  expect(early.status).toBe(404);
  ward.world.setToday('2026-03-01');
  expect(await periodOf('list_review', other, ward.other)).toBe('2026-03');
  ward.world.setToday('2026-02-10');
});

test.each([
  ['a period that has not begun', { period: '2026-03' }, 400, 'worklist.future_period'],
  ['a quarter of monthly work', { period: '2026-Q1' }, 400, 'worklist.no_such_period'],
  ['words that are no period', { period: '2026-99' }, 400, 'worklist.no_such_period'],
  ['a period before there was a rule', { period: '2020-01' }, 400, 'worklist.no_such_period'],
  ['a day to come', { period: '2026-02', happenedOn: '2026-02-11' }, 400, 'ledger.future_day'],
  [
    'a day before the period',
    { period: '2026-02', happenedOn: '2026-01-31' },
    400,
    'worklist.done_before_start',
  ],
  ['a period recorded before', { period: '2025-12' }, 409, 'worklist.period_done'],
  ['no minutes', { period: '2026-02', inputs: {} }, 400, 'worklist.input_needed'],
  [
    'a foreign answer',
    { period: '2026-02', inputs: { ...minutes, name: 'x' } },
    400,
    'worklist.unknown_input',
  ],
  ['a wrong answer', { period: '2026-02', inputs: { ...minutes, added: -1 } }, 400, 'worklist.bad_input'],
  [
    'minutes of a day to come',
    { period: '2026-02', inputs: { resolution: { number: '3', on: '2026-12-01' } } },
    400,
    'ledger.future_day',
  ],
  ['no such routine', { step: 'nominate' }, 400, 'worklist.unknown_routine'],
  [
    'work of a committee in a cell',
    { step: 'roll_reconcile', period: '2025-H1', inputs: {} },
    403,
    'worklist.not_your_line',
  ],
])('a record is refused: %s', async (_, more, status, code) => {
  const answer = await done(ward.secretary, more);
  expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
});

test('who may record: the cell, and the officer on its behalf; nobody out of reach', async () => {
  const stranger = await ward.world.as('cell_secretary', ward.other);
  expect((await done(stranger, { period: '2026-02' })).status).toBe(404);
  for (const kind of [
    'committee_leader',
    'committee_member',
    'inspection',
    'mass_officer',
    'administrator',
  ]) {
    const client = await ward.world.as(kind, ward.ward, { namedUnits: [ward.cell] });
    expect([kind, (await done(client, { period: '2026-02' })).status]).toEqual([kind, 403]);
  }
  expect((await done(ward.officer, { period: '2026-02' })).status).toBe(200);
});

test('two clients at once record one period', async () => {
  const answers = await Promise.all(
    [ward.secretary, ward.officer].map((client) =>
      done(client, { step: 'card_check', period: '2025', inputs: {} }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await periodOf('card_check')).toBe('2026');
});

test('a period settled by hand is covered, and open again when that is taken back', async () => {
  const line = (await lines(ward.secretary, ward.cell)).find(({ clock }) => clock === 'plan') as WorkItem;
  const settling = {
    clientId: newId(),
    caseKind: 'unit',
    caseId: line.caseId,
    clock: 'plan',
    part: line.part,
    startsOn: line.startsOn,
    how: 'done_outside',
    on: '2025-12-20',
    reason: 'Đã gửi kế hoạch giấy trước khi dùng hệ thống',
  };
  // Whoever is just recording the period as done goes first.
  const settled = await behind(ward.world.db, `routine:${line.caseId}`, () =>
    ward.secretary.post('/api/worklist/settlements', settling),
  );
  expect(settled.status, settled.text).toBe(200);
  expect(settled.body.item.settled.reason).toBe('Đã gửi kế hoạch giấy trước khi dùng hệ thống');
  expect(await periodOf('plan')).toBe('2026');
  const refused = await done(ward.secretary, {
    step: 'plan',
    period: '2025',
    inputs: { plan: { number: '01-KH/CB', on: '2025-12-20' } },
  });
  expect([refused.status, refused.body.error.code]).toEqual([409, 'worklist.already_settled']);
  const twice = await ward.secretary.post('/api/worklist/settlements', {
    clientId: newId(),
    caseKind: 'unit',
    caseId: line.caseId,
    clock: 'plan',
    part: line.part,
    startsOn: line.startsOn,
    how: 'not_applicable',
    on: '2025-12-20',
    reason: 'lần hai',
  });
  expect([twice.status, twice.body.error.code]).toEqual([409, 'worklist.already_settled']);
  const [history] = await lines(ward.secretary, ward.cell, '&group=settled');
  expect(history).toMatchObject({ clock: 'plan', part: '2025' });
  const back = await ward.secretary.post(`/api/worklist/settlements/${history?.settled?.entry}/withdraw`, {
    clientId: newId(),
    reason: 'Ghi nhầm',
  });
  expect(back.status, back.text).toBe(200);
  expect(await periodOf('plan')).toBe('2025');
});

const stored = async () => {
  const { db } = ward.world;
  return {
    due: await db.selectFrom('due').selectAll().orderBy('case_id').orderBy('clock').execute(),
    routines: await db.selectFrom('routine').selectAll().orderBy('entry').execute(),
  };
};

test('rebuild gives the same periods and lines', async () => {
  const before = await stored();
  expect(before.routines.length).toBeGreaterThan(3);
  await rebuild(ward.world.db);
  expect(await stored()).toEqual(before);
});

test('a unit that ends owes nothing', async () => {
  const unit = await ward.world.unit({ name: 'Chi bộ khu phố 3', type: 'TDP', parent: ward.ward });
  expect((await lines(ward.officer, unit, '&group=others')).length).toBeGreaterThan(0);
  const ended = await ward.officer.post(`/api/units/${unit}/acts`, {
    clientId: newId(),
    act: 'end',
    happenedOn: '2026-02-01',
    decision: { number: '10-QĐ/ĐU', on: '2026-02-01', by: 'Đảng ủy phường' },
  });
  expect(ended.status, ended.text).toBe(200);
  expect(await lines(ward.officer, unit, '&group=others')).toEqual([]);
});

test('lines are not made again over an act that is being written', async () => {
  const { db, by } = ward.world;
  let finished = false;
  let again: Promise<void> = Promise.resolve();
  await transact(db, async (tx) => {
    const data = { step: 'card_check', period: '2025', inputs: {} };
    const entry = { clientId: newId(), kind: 'routine.done', happenedOn: '2026-02-01', unitId: ward.other };
    await append(tx, by, [{ ...entry, stream: `routine:${ward.other}`, data }]);
    again = recompute(db, regulations()).then(() => {
      finished = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(finished).toBe(false);
  });
  await again;
  const other = await ward.world.as('cell_secretary', ward.other);
  expect(await periodOf('card_check', other, ward.other)).toBe('2026');
});

test('what is sent is read strictly', () => {
  expect(routineInput.safeParse({ clientId: newId(), unitId: 1, step: 'plan', period: '2026' }).success).toBe(
    false,
  );
});

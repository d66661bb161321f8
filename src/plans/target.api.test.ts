// Setting numbers over HTTP: who may, what is refused in words, what is kept – revisions, corrections, a unit that ended,
// rows made again from the ledger.
import { expect, test } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { exactly } from './amount.ts';

const world = await startWorld({ today: '2026-11-20' });
const committee = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'upper_base', parent: null });
const first = await world.unit({ name: 'Chi bộ khu phố 1', kind: 'cell', type: 'TDP', parent: committee });
const second = await world.unit({ name: 'Chi bộ khu phố 2', kind: 'cell', type: 'TDP', parent: committee });
const union = await world.unit({ name: 'Đoàn phường', kind: 'mass_organisation', parent: committee });
const officer = await world.as('base_officer', committee);
const secretary = await world.as('cell_secretary', first);
const leader = await world.as('committee_leader', committee);
const inCharge = await world.as('committee_member', committee, { namedUnits: [second] });
const youth = await world.as('mass_officer', union);

const line = (more: object = {}) => ({ figure: 'admission', part: '', ...exactly(5), ...more });
const body = (more: object = {}) => ({
  clientId: newId(),
  period: '2026',
  happenedOn: '2026-01-10',
  lines: [line()],
  ...more,
});
const assign = (by: Client, unit: number, more: object = {}) =>
  by.post(`/api/targets/${unit}/assigned`, body(more));
const lineOf = async (by: Client, unit: number, words = 'period=2026') =>
  (await by.get(`/api/plans?unit=${unit}&${words}`)).body.unit;
const codeOf = async (answer: Promise<{ status: number; body: { error?: { code: string } } }>) => {
  const { status, body: said } = await answer;
  return [status, said.error?.code ?? null];
};

test('what is no number of persons is refused in words: negative, fractional, the wrong way round', async () => {
  const tried: [object, string][] = [
    [{ lines: [line({ minimum: -1 })] }, 'plans.negative'],
    [{ lines: [line({ minimum: 2.5, maximum: 2.5 })] }, 'plans.fraction'],
    [{ lines: [line({ minimum: 5, maximum: 3 })] }, 'plans.range'],
    [{ lines: [line({ minimum: 2_000_000, maximum: 2_000_000 })] }, 'plans.too_many'],
    [{ lines: [line({ share: 400 })] }, 'plans.share_of_part'],
    [{ lines: [line({ part: 'women', minimum: null, maximum: null, share: 1200 })] }, 'plans.share'],
    [{ lines: [line({ part: 'horses' })] }, 'plans.part'],
    [{ lines: [line({ figure: 'members' })] }, 'plans.figure'],
    [{ lines: [line(), line()] }, 'plans.twice'],
    [{ happenedOn: '2026-11-21' }, 'ledger.future_day'],
    [{ period: '2025', happenedOn: '2026-01-10' }, 'plans.after_period'],
  ];
  for (const [more, code] of tried)
    expect([code, await codeOf(assign(officer, first, more))]).toEqual([code, [400, code]]);
  const said = await assign(officer, first, { lines: [line({ minimum: -1 })] });
  expect(said.body.error.message.vi).toContain('Kết nạp đảng viên');
  expect((await lineOf(officer, first)).assigned).toBeNull();
});

test('the committee above assigns, the cell proposes, and nobody else does either', async () => {
  expect(await codeOf(assign(secretary, first))).toEqual([403, 'access.not_this_office']);
  expect(await codeOf(assign(leader, first))).toEqual([403, 'access.not_this_office']);
  expect((await assign(officer, first)).status).toBe(200);
  for (const kind of ['registered', 'aim'])
    expect(
      (await secretary.post(`/api/targets/${first}/${kind}`, body({ lines: [line(exactly(6))] }))).status,
    ).toBe(200);
  expect((await secretary.post(`/api/targets/${second}/registered`, body())).status).toBe(404);
  expect(await lineOf(secretary, first)).toMatchObject({
    assigned: exactly(5),
    registered: exactly(6),
    aim: exactly(6),
    can: ['propose', 'tell'],
  });
});

test('a reader sees his own reach: a cell its own lines and number, not its siblings, not the sums above', async () => {
  await assign(officer, second, { lines: [line(exactly(7))] });
  const own = (await secretary.get('/api/plans?period=2026')).body;
  expect([own.unit.unitId, own.items]).toEqual([first, []]);
  expect((await secretary.get(`/api/plans?unit=${committee}&period=2026`)).status).toBe(404);
  expect((await secretary.get(`/api/plans/${second}?period=2026`)).status).toBe(404);
  const sheet = (await secretary.get(`/api/plans/${first}?period=2026`)).body;
  expect([sheet.unit.above, sheet.figures[0].line.assigned]).toEqual([[], exactly(5)]);
  const named = (await inCharge.get('/api/plans?period=2026')).body;
  expect([named.unit.unitId, named.items.length]).toEqual([second, 0]);
  const whole = (await officer.get('/api/plans?period=2026')).body;
  expect(whole.items.map((item: { name: string }) => item.name)).toEqual([
    'Chi bộ khu phố 1',
    'Chi bộ khu phố 2',
  ]);
  expect(whole.unit.below.assigned).toEqual(exactly(12));
});

test('mass organisations have targets of introduction, and see theirs (S3-23, S3-56)', async () => {
  const given = { lines: [line({ figure: 'introduction', ...exactly(4) })] };
  expect((await assign(officer, union, given)).status).toBe(200);
  const own = (await youth.get('/api/plans?period=2026')).body;
  expect([own.figure, own.unit.unitId, own.unit.assigned]).toEqual(['introduction', union, exactly(4)]);
  const tree = (await officer.get('/api/plans?period=2026&figure=introduction')).body;
  expect(tree.items.map((item: { unitId: number }) => item.unitId)).toEqual([union]);
  const sheet = (await youth.get(`/api/plans/${union}?period=2026`)).body;
  expect(sheet.figures.map((one: { figure: string }) => one.figure)).toEqual(['introduction']);
});

test('the top unit records what it was given from outside, with its paper', async () => {
  expect(await codeOf(assign(officer, committee, { lines: [line(exactly(20))] }))).toEqual([
    400,
    'plans.outside_paper',
  ]);
  const decision = { number: '12-QĐ/TU', on: '2025-12-20', by: 'Tỉnh ủy' };
  expect((await assign(officer, committee, { lines: [line(exactly(20))], decision })).status).toBe(200);
  const sheet = (await officer.get(`/api/plans/${committee}?period=2026`)).body;
  expect(sheet.figures[0].history[0]).toMatchObject({ given: 'outside', decision, revision: 0, until: null });
  expect(sheet.figures[0].line.below.difference.assigned).toMatchObject({ state: 'under', under: 8 });
});

test('a revision keeps what it revises, each day with its own number; one dated before it is refused in words', async () => {
  const revised = {
    happenedOn: '2026-06-15',
    lines: [line(exactly(8))],
    reason: 'nguon',
    why: 'Nguồn dồi dào hơn dự kiến',
  };
  expect((await assign(officer, first, revised)).status).toBe(200);
  const early = await assign(officer, first, { happenedOn: '2026-03-01', lines: [line(exactly(9))] });
  expect([early.status, early.body.error.code]).toEqual([400, 'plans.before_plan']);
  expect(early.body.error.message.vi).toContain('15/06/2026');
  expect((await lineOf(officer, first, 'period=2026&on=2026-06-14')).assigned).toEqual(exactly(5));
  expect((await lineOf(officer, first, 'period=2026&on=2026-06-15')).assigned).toEqual(exactly(8));
  const { history } = (await officer.get(`/api/plans/${first}?period=2026`)).body.figures[0];
  const assigned = history.filter((one: { kind: string }) => one.kind === 'assigned');
  expect(assigned).toMatchObject([
    { amount: exactly(5), since: '2026-01-10', until: '2026-06-15' },
    { amount: exactly(8), since: '2026-06-15', until: null, revision: 1, why: revised.why },
  ]);
  expect(assigned[1].can).toEqual(['correct', 'withdraw']);
});

test('a correction takes the place of what it names; withdrawn, the earlier number stands again', async () => {
  const sheet = (await officer.get(`/api/plans/${first}?period=2026`)).body.figures[0];
  const standing = sheet.history.find((one: { until: string | null }) => one.until === null);
  const corrected = body({ happenedOn: '2026-06-20', lines: [line(exactly(7))], replaces: standing.id });
  expect((await officer.post(`/api/targets/${first}/assigned`, corrected)).status).toBe(200);
  expect((await lineOf(officer, first, 'period=2026&on=2026-06-16')).assigned).toEqual(exactly(5));
  expect((await lineOf(officer, first)).assigned).toEqual(exactly(7));
  const again = {
    ...corrected,
    clientId: newId(),
    period: '2025',
    happenedOn: '2025-06-01',
    replaces: corrected.clientId,
  };
  expect(await codeOf(officer.post(`/api/targets/${first}/assigned`, again))).toEqual([
    400,
    'plans.other_kind',
  ]);
  const reason = { clientId: newId(), reason: 'Ghi nhầm đơn vị' };
  expect(
    await codeOf(secretary.post(`/api/targets/${first}/${corrected.clientId}/withdraw`, reason)),
  ).toEqual([403, 'access.not_this_office']);
  expect((await officer.post(`/api/targets/${first}/${corrected.clientId}/withdraw`, reason)).status).toBe(
    200,
  );
  expect((await lineOf(officer, first)).assigned).toEqual(exactly(5));
  const twice = { clientId: newId(), reason: 'Ghi nhầm đơn vị' };
  expect((await officer.post(`/api/targets/${first}/${corrected.clientId}/withdraw`, twice)).status).toBe(
    409,
  );
});

test('sent twice it is written once', async () => {
  const sent = body({ period: '2024', happenedOn: '2024-01-10', lines: [line(exactly(3))] });
  for (const _ of [1, 2])
    expect((await officer.post(`/api/targets/${second}/assigned`, sent)).status).toBe(200);
  const { history } = (await officer.get(`/api/plans/${second}?period=2024`)).body.figures[0];
  expect(history.length).toBe(1);
});

test('shares of parts come to whole persons beside their number (S3-51, K10)', async () => {
  const lines = [
    line({ part: 'women', minimum: null, maximum: null, share: 300 }),
    line({ part: 'youth', ...exactly(3) }),
  ];
  expect((await assign(officer, second, { happenedOn: '2026-02-01', lines })).status).toBe(200);
  const { structure, overlap } = (await officer.get(`/api/plans/${second}?period=2026`)).body.figures[0];
  expect(overlap).toBe(true);
  expect(structure).toMatchObject([
    { part: 'women', share: 300, target: exactly(3), few: true, whole: [{ value: 2 }, { value: 3 }] },
    { part: 'youth', target: exactly(3), status: 'behind' },
  ]);
});

test('results told: parts within the whole, days within the period, a verdict or a number', async () => {
  const tell = (more: object) =>
    secretary.post(`/api/targets/${first}/told`, {
      clientId: newId(),
      period: '2019',
      figure: 'admission',
      asOf: '2019-12-31',
      value: 4,
      ...more,
    });
  expect(await codeOf(tell({ asOf: '2020-01-01' }))).toEqual([400, 'plans.told_outside']);
  expect(await codeOf(tell({ value: null }))).toEqual([400, 'plans.told_nothing']);
  expect(await codeOf(tell({ value: 1.5 }))).toEqual([400, 'plans.fraction']);
  expect(await codeOf(tell({ parts: [{ part: 'women', value: 5 }] }))).toEqual([400, 'plans.part_above']);
  expect(await codeOf(tell({ parts: [{ value: 2 }] }))).toEqual([400, 'plans.part_unnamed']);
  expect((await tell({})).status).toBe(200);
  expect(await lineOf(officer, committee, 'period=2019')).toMatchObject({ done: { value: 4 }, counted: 0 });
});

test('a unit that ended in the year keeps its target and result in the sum above, shown as ended', async () => {
  const admitted = {
    name: 'Người Thử',
    unit: second,
    kind: 'probationary' as const,
    admittedOn: '2026-03-03',
  };
  const id = await world.person(admitted);
  const moved = { clientId: newId(), act: 'move', happenedOn: '2026-09-15', toUnitId: first };
  const answer = await officer.post(`/api/people/${id}/acts`, moved);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  const before = await lineOf(officer, committee);
  const ended = await officer.post(`/api/units/${second}/acts`, {
    clientId: newId(),
    act: 'end',
    happenedOn: '2026-10-01',
    decision: { number: '9-QĐ/ĐU', on: '2026-09-20', by: 'Đảng ủy' },
  });
  expect([ended.status, ended.text]).toEqual([200, expect.any(String)]);
  const after = (await officer.get('/api/plans?period=2026')).body;
  expect(after.unit.done.value).toBe(before.done.value);
  expect(after.unit.below.assigned).toEqual(before.below.assigned);
  const line2 = after.items.find((item: { unitId: number }) => item.unitId === second);
  expect(line2).toMatchObject({ endedOn: '2026-10-01', done: { value: 1 }, assigned: exactly(7) });
  expect(line2.can).toEqual(['tell']);
  expect(await codeOf(assign(officer, second, { happenedOn: '2026-10-05' }))).toEqual([
    400,
    'plans.unit_ended',
  ]);
  const next = (await officer.get('/api/plans?period=2027')).body;
  expect(next.items.map((item: { unitId: number }) => item.unitId)).toEqual([first]);
});

test('current rows are the same after they are made again from the ledger', async () => {
  const rows = async () => [
    await world.db
      .selectFrom('target')
      .selectAll()
      .orderBy('unit_id')
      .orderBy('period')
      .orderBy('figure')
      .orderBy('part')
      .orderBy('kind')
      .orderBy('since')
      .execute(),
    await world.db.selectFrom('target_told').selectAll().orderBy('unit_id').orderBy('period').execute(),
  ];
  const before = await rows();
  await rebuild(world.db);
  expect(await rows()).toEqual(before);
  expect(before[0]?.length).toBeGreaterThan(5);
});

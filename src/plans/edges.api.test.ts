// Edges of targets and results over HTTP: what was told late or before its time, units that ended or moved, branches that
// lie in one another, corrections of what was revised since, and bodies that no page would send.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { exactly } from './amount.ts';
import { planSheet } from './beside/out.ts';
import type { FigureSheet, SheetView } from './view.ts';

const world = await startWorld({ today: '2026-11-20' });
let towns = 0;

/** A town with two cells, and who looks after it. */
async function town() {
  towns += 1;
  const id = await world.unit({ name: `Đảng bộ xã Thử ${towns}`, kind: 'upper_base', parent: null });
  const cell = (nth: number) =>
    world.unit({ name: `Chi bộ ${towns}.${nth}`, kind: 'cell', type: 'THON', parent: id });
  return { id, first: await cell(1), second: await cell(2), office: await world.as('base_officer', id) };
}
type Town = Awaited<ReturnType<typeof town>>;

const line = (value: number, more: object = {}) => ({
  figure: 'admission',
  part: '',
  ...exactly(value),
  ...more,
});
const assigned = (more: object = {}) => ({
  clientId: newId(),
  period: '2026',
  happenedOn: '2026-01-10',
  lines: [line(5)],
  decision: { number: '1-QĐ/TU', on: '2026-01-05', by: 'Tỉnh ủy' },
  ...more,
});
const told = (more: object = {}) => ({
  clientId: newId(),
  period: '2026',
  figure: 'admission',
  asOf: '2026-06-30',
  value: 10,
  ...more,
});
const sent = async ({ office }: Town, path: string, body: object) => {
  const answer = await office.post(path, body);
  return [answer.status, answer.body.error?.code ?? null];
};
const ok = [200, null];
const sheetOf = async ({ office }: Town, unit: number, words = 'period=2026'): Promise<SheetView> =>
  (await office.get(`/api/plans/${unit}?${words}`)).body;
const admissionOf = (sheet: SheetView): FigureSheet => sheet.figures[0] as FigureSheet;

async function admit(unit: number, admittedOn: string, more: object = {}): Promise<void> {
  await world.person({ name: `Người Thử ${admittedOn}`, unit, kind: 'probationary', admittedOn, ...more });
}
const end = (unit: number, on: string) =>
  [
    `/api/units/${unit}/acts`,
    { clientId: newId(), act: 'end', happenedOn: on, decision: { number: '9-QĐ/ĐU', on, by: 'Đảng ủy' } },
  ] as const;

test('of several results told the one of the latest day counts, whatever was typed last', async () => {
  const here = await town();
  const path = `/api/targets/${here.first}/told`;
  const women = (value: number) => [{ part: 'women', value }];
  expect(await sent(here, path, told({ asOf: '2026-09-30', value: 12, parts: women(7) }))).toEqual(ok);
  expect(await sent(here, path, told({ asOf: '2026-03-31', value: 4, parts: women(2) }))).toEqual(ok);
  const stock = (asOf: string, value: number) => told({ figure: 'members', asOf, value });
  expect(await sent(here, path, stock('2026-09-30', 60))).toEqual(ok);
  expect(await sent(here, path, stock('2026-03-31', 50))).toEqual(ok);
  const sheet = await sheetOf(here, here.first);
  expect(admissionOf(sheet).line.done.value).toBe(12);
  expect(admissionOf(sheet).structure).toMatchObject([{ part: 'women', done: { value: 7 } }]);
  expect(admissionOf(sheet).told.map(({ asOf }) => asOf)).toEqual(['2026-03-31', '2026-09-30']);
  expect(sheet.members.count.value).toBe(60);
});

test('a part that was told goes on with what was counted since, like the whole', async () => {
  const here = await town();
  const path = `/api/targets/${here.first}/told`;
  expect(await sent(here, path, told({ parts: [{ part: 'women', value: 5 }] }))).toEqual(ok);
  for (const on of ['2026-05-19', '2026-07-01', '2026-09-02'])
    await admit(here.first, on, { fields: { sex: 'F' } });
  const { line: whole, structure } = admissionOf(await sheetOf(here, here.first));
  expect(whole.done.value).toBe(12);
  expect(structure.find(({ part }) => part === 'women')?.done?.value).toBe(7);
  const then = admissionOf(await sheetOf(here, here.first, 'period=2026&on=2026-07-01'));
  expect(then.structure.find(({ part }) => part === 'women')?.done?.value).toBe(6);
});

test('a longer period keeps on the sheet of a year what units had done that ended in an earlier year', async () => {
  const here = await town();
  await admit(here.second, '2023-03-03');
  await admit(here.first, '2025-03-03');
  const five = assigned({ period: '2021-2025', happenedOn: '2021-01-15', lines: [line(10)] });
  expect(await sent(here, `/api/targets/${here.id}/assigned`, five)).toEqual(ok);
  const moved = await world.db.selectFrom('person').select('id').where('unit_id', '=', here.second).execute();
  for (const { id } of moved) {
    const act = { clientId: newId(), act: 'move', happenedOn: '2023-11-01', toUnitId: here.first };
    expect((await here.office.post(`/api/people/${id}/acts`, act)).status).toBe(200);
  }
  expect(await sent(here, ...end(here.second, '2023-12-01'))).toEqual(ok);
  const whole = admissionOf(await sheetOf(here, here.id, 'period=2021-2025')).line.done.value;
  const { within } = admissionOf(await sheetOf(here, here.id, 'period=2025'));
  expect([whole, within[0]?.done.value]).toEqual([2, 2]);
});

test('a year is held only against the year before it', async () => {
  const here = await town();
  for (const on of ['2014-03-03', '2014-04-03', '2021-03-03']) await admit(here.first, on);
  const { change } = admissionOf(await sheetOf(here, here.first, 'period=2021&since=2010&until=2014'));
  expect(change.map(({ year }) => year)).not.toContain(2021);
});

test('targets of years that a congress cuts are not held against the term as if they were whole (S2-09)', async () => {
  const here = await town();
  const path = `/api/targets/${here.first}/assigned`;
  const term = '2015-08-20..2020-08-14';
  expect(
    await sent(here, path, assigned({ period: term, happenedOn: '2015-09-01', lines: [line(10)] })),
  ).toEqual(ok);
  for (const year of [2015, 2016, 2017, 2018, 2019, 2020])
    expect(
      await sent(here, path, assigned({ period: `${year}`, happenedOn: `${year}-01-10`, lines: [line(2)] })),
    ).toEqual(ok);
  const { ofYears } = admissionOf(await sheetOf(here, here.first, `period=${term}`));
  expect(ofYears).toMatchObject({
    assigned: exactly(12),
    without: [],
    difference: { state: 'open', over: 0 },
  });
});

test('a target of nought stands in the workbook as on the screen', async () => {
  const here = await town();
  expect(await sent(here, `/api/targets/${here.first}/assigned`, assigned({ lines: [line(0)] }))).toEqual(ok);
  const beside = { items: [] };
  const plan = (await here.office.get('/api/plans?period=2026')).body;
  const { rows } = planSheet({ plan, beside, simulated: false });
  expect([plan.items[0].attainment.status, rows[0]?.[12], rows[1]?.[12]]).toEqual([
    'met',
    'Giao 0',
    'Chưa giao',
  ]);
});

test('the first number is corrected after it was revised; it stays before its revision', async () => {
  const here = await town();
  const path = `/api/targets/${here.first}/assigned`;
  const given = assigned();
  expect(await sent(here, path, given)).toEqual(ok);
  const revised = assigned({ happenedOn: '2026-06-15', lines: [line(8)] });
  expect(await sent(here, path, revised)).toEqual(ok);
  const right = assigned({ lines: [line(6)], replaces: given.clientId });
  expect(await sent(here, path, right)).toEqual(ok);
  const late = assigned({ happenedOn: '2026-06-20', lines: [line(6)], replaces: right.clientId });
  expect(await sent(here, path, late)).toEqual([400, 'plans.after_revision']);
  const on = async (day: string) =>
    admissionOf(await sheetOf(here, here.first, `period=2026&on=${day}`)).line.assigned?.minimum;
  expect([await on('2026-06-14'), await on('2026-06-15')]).toEqual([6, 8]);
});

test('why something was taken back cannot be taken back itself', async () => {
  const here = await town();
  const given = assigned();
  expect(await sent(here, `/api/targets/${here.first}/assigned`, given)).toEqual(ok);
  const back = { clientId: newId(), reason: 'Ghi nhầm đơn vị' };
  expect(await sent(here, `/api/targets/${here.first}/${given.clientId}/withdraw`, back)).toEqual(ok);
  const { client_id } = await world.db
    .selectFrom('ledger')
    .select('client_id')
    .where('kind', '=', 'target.ground')
    .where('unit_id', '=', here.first)
    .executeTakeFirstOrThrow();
  const again = { clientId: newId(), reason: 'Xóa dấu vết' };
  expect((await sent(here, `/api/targets/${here.first}/${client_id}/withdraw`, again))[0]).toBe(404);
});

test('branches that lie in one another are summed once', async () => {
  const here = await town();
  const section = await world.unit({ name: 'Đảng bộ bộ phận', kind: 'sub_committee', parent: here.id });
  const inner = await world.unit({ name: 'Chi bộ trong', kind: 'cell', type: 'THON', parent: section });
  await admit(inner, '2026-03-03');
  await admit(here.first, '2026-03-03');
  const inCharge = await world.as('committee_member', here.id, {
    namedUnits: [section, inner, here.first],
  });
  const { unit, items } = (await inCharge.get('/api/plans?period=2026')).body;
  expect([unit.done.value, unit.members]).toEqual([2, 2]);
  expect(items.map(({ unitId }: { unitId: number }) => unitId).toSorted()).toEqual(
    [section, here.first].toSorted(),
  );
  const { items: quality } = (await inCharge.get('/api/plans/quality?period=2026')).body;
  expect(quality.find(({ unitId }: { unitId: number }) => unitId === 0).quality.count).toBe(2);
});

test('the sheet of a past period says nothing of who is a candidate now in a cell that has left', async () => {
  const district = await world.unit({ name: 'Đảng bộ huyện Thử', kind: 'upper_base', parent: null });
  const base = (nth: number) =>
    world.unit({ name: `Đảng bộ xã Rời ${nth}`, kind: 'base_organisation', parent: district });
  const [here, there] = [await base(1), await base(2)];
  const cell = await world.unit({ name: 'Chi bộ rời đi', kind: 'cell', type: 'THON', parent: here });
  const office = await world.as('base_officer', here);
  const board = await world.as('base_officer', district);
  for (const stage of ['verifying', 'nominated', 'verifying']) await candidate(cell, stage);
  const stagesOf = async (words: string) => (await office.get(`/api/plans/${here}?${words}`)).body.stages;
  expect(await stagesOf('period=2026')).toEqual([
    { stage: 'nominated', count: 1 },
    { stage: 'verifying', count: 2 },
  ]);
  const act = {
    clientId: newId(),
    act: 'move',
    happenedOn: '2026-02-01',
    parentId: there,
    decision: { number: '9-QĐ/HU', on: '2026-01-20', by: 'Huyện ủy' },
  };
  const moved = await board.post(`/api/units/${cell}/acts`, act);
  expect([moved.status, moved.text]).toEqual([200, expect.any(String)]);
  expect(await stagesOf('period=2026')).toEqual([]);
  expect(await stagesOf('period=2025')).toEqual([]);
});

/** An open candidacy as the fold of a dossier leaves it. */
async function candidate(unit: number, stage: string): Promise<void> {
  await sql`insert into dossier (id, province_id, person_id, unit_id, procedure, procedure_version, stage, phase,
                                 opened_on, state, version)
            values (${newId()}, '24', ${newId()}, ${unit}, 'admission', '1', ${stage}, 'dossier', '2025-03-01', '{}', 1)`.execute(
    world.db,
  );
}

test('the quality of a year is that of the admissions it counts, in the units of that year', async () => {
  const district = await world.unit({ name: 'Đảng bộ huyện Gộp', kind: 'upper_base', parent: null });
  const base = (nth: number) =>
    world.unit({ name: `Đảng bộ xã Gộp ${nth}`, kind: 'base_organisation', parent: district });
  const [here, there] = [await base(1), await base(2)];
  const cell = await world.unit({ name: 'Chi bộ gộp', kind: 'cell', type: 'THON', parent: here });
  await admit(cell, '2023-03-03');
  await admit(cell, '2026-03-03');
  const board = await world.as('base_officer', district);
  const act = {
    clientId: newId(),
    act: 'move',
    happenedOn: '2025-02-01',
    parentId: there,
    decision: { number: '9-QĐ/HU', on: '2025-01-20', by: 'Huyện ủy' },
  };
  expect((await board.post(`/api/units/${cell}/acts`, act)).status).toBe(200);
  for (const unit of [here, there]) {
    const { years } = admissionOf((await board.get(`/api/plans/${unit}?period=2026`)).body);
    for (const { year, counted, quality } of years)
      expect([year, quality?.count ?? 0]).toEqual([year, counted]);
    expect(years.reduce((sum, { counted }) => sum + counted, 0)).toBe(1);
  }
});

test('bodies that no page sends are refused in words', async () => {
  const here = await town();
  const path = `/api/targets/${here.first}/told`;
  expect(await sent(here, path, told({ parts: [{ part: 'HORSES', value: 1 }] }))).toEqual([
    400,
    'plans.part',
  ]);
  expect(await sent(here, path, told({ parts: [{ part: 'horses', value: 1 }] }))).toEqual([
    400,
    'plans.part',
  ]);
  const twice = [
    { part: 'women', value: 3 },
    { part: 'women', value: 4 },
  ];
  expect(await sent(here, path, told({ parts: twice }))).toEqual([400, 'plans.twice']);
  expect(await sent(here, path, told({ documentId: newId() }))).toEqual([404, expect.any(String)]);
  for (const words of ['period=2021-2020', 'period=2026-13', 'on=2026-02-30', 'unit=99999999999', 'unit=0'])
    expect([words, (await here.office.get(`/api/plans?${words}`)).status]).toEqual([words, 400]);
  for (const words of ['on=1931-01-01', 'period=1931', 'period=2026-2030', 'period=2026-02-28..2028-02-29'])
    for (const url of ['/api/plans', `/api/plans/${here.id}`, '/api/plans/quality', '/api/outlook'])
      expect([url, words, (await here.office.get(`${url}?period=2026&${words}`)).status < 500]).toEqual([
        url,
        words,
        true,
      ]);
});

test('two assign at once: both stand in turn, and one sent twice at once is one', async () => {
  const here = await town();
  const path = `/api/targets/${here.first}/assigned`;
  const same = assigned({ lines: [line(4)] });
  const answers = await Promise.all(
    [same, same, assigned({ lines: [line(7)] })].map((body) => sent(here, path, body)),
  );
  expect(answers.every(([status]) => status === 200 || status === 409)).toBe(true);
  const kept = await world.db
    .selectFrom('ledger')
    .select('client_id')
    .where('unit_id', '=', here.first)
    .where('kind', '=', 'target.assigned')
    .execute();
  expect(new Set(kept.map(({ client_id }) => client_id)).size).toBe(kept.length);
  expect(kept.filter(({ client_id }) => client_id === same.clientId)).toHaveLength(1);
  const rows = () =>
    world.db
      .selectFrom('target')
      .selectAll()
      .orderBy('unit_id')
      .orderBy('period')
      .orderBy('figure')
      .orderBy('part')
      .orderBy('kind')
      .orderBy('since')
      .execute();
  const toldRows = () =>
    world.db
      .selectFrom('target_told')
      .selectAll()
      .orderBy('unit_id')
      .orderBy('period')
      .orderBy('figure')
      .orderBy('as_of')
      .execute();
  const before = [await rows(), await toldRows()];
  await rebuild(world.db);
  expect([await rows(), await toldRows()]).toEqual(before);
});

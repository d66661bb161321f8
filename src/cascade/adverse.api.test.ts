// What goes wrong between drafting and approving: units that move away or end, colleagues who give up or begin at the
// same moment, days that do not fit – and what the sheet says where numbers did not last.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { withdrawal } from '../platform/effective.ts';
import { newId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { assignedEntry, targetStreamOf } from '../plans/target.ts';
import { planIdOf, planStreamOf } from './plan.ts';

let world: World;
let district: number;
let town: number;
let second: number;
let leaver: number;
let stayer: number;
let mass: number;
let above: Client;
let officer: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2026-03-10' });
  district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district' });
  const base = { kind: 'base_organisation', parent: district };
  town = await world.unit({ ...base, name: 'Đảng bộ thị trấn Châu Hưng' });
  second = await world.unit({ ...base, name: 'Đảng bộ xã Châu Thới' });
  leaver = await world.unit({ name: 'Chi bộ ấp 1', parent: town });
  stayer = await world.unit({ name: 'Chi bộ ấp 2', parent: town });
  mass = await world.unit({ name: 'Đoàn Thanh niên thị trấn', kind: 'mass_organisation', parent: town });
  above = await world.as('superior_board', district);
  officer = await world.as('base_officer', town);
});

const given = (minimum: number | null, maximum = minimum) => ({
  amount: { minimum, maximum, mark: 'exact' },
  share: null,
});
const line = (unitId: number, number: ReturnType<typeof given>, more: object = {}) => ({
  unitId,
  figure: 'admission',
  part: '',
  ...number,
  before: null,
  ...more,
});
const at = (path: string, unit = town) => `/api/plans/${unit}/cascade/${path}`;
const draft = (lines: object[], { by = officer, unit = town, period = '2026' } = {}) =>
  by.post(at('draft', unit), { clientId: newId(), period, lines });
const look = async (unit = town, by = officer, period = '2026') =>
  (await by.get(`/api/plans/${unit}/cascade?period=${period}`)).body;
const act = async (path: string, more: object = {}, by = officer, period = '2026') => {
  const { version } = (await look(town, by, period)).plan;
  return by.post(at(path), { clientId: newId(), period, version, ...more });
};
const decision = { number: '05-QĐ/HU', on: '2026-03-01', by: 'Huyện ủy' };
const change = async (unit: number, more: object) => {
  const body = { clientId: newId(), happenedOn: '2026-03-01', decision, ...more };
  expect((await above.post(`/api/units/${unit}/acts`, body)).status).toBe(200);
};
const targetsOf = (unit: number) =>
  world.db
    .selectFrom('target')
    .select(['kind', 'figure', 'minimum'])
    .where('unit_id', '=', unit)
    .orderBy('figure')
    .execute();

describe('between draft and approval', () => {
  it('a unit that has moved to another committee is given no number by the one it left', async () => {
    expect((await draft([line(leaver, given(4)), line(stayer, given(3))])).status).toBe(200);
    await change(leaver, { act: 'move', parentId: second });
    const done = await act('approve', { on: '2026-03-05' });
    expect([done.status, done.body.state]).toEqual([200, 'approved']);
    expect(await targetsOf(stayer)).toEqual([{ kind: 'assigned', figure: 'admission', minimum: 3 }]);
    expect(await targetsOf(leaver)).toEqual([]);
    expect((await look()).plan.approvals[0]).toMatchObject({ units: 1, lines: 1 });
  });

  it('a unit that has ended takes no new number from that day on, and is named', async () => {
    const gone = await world.unit({ name: 'Chi bộ ấp 3', parent: town });
    await act('reopen', { reason: 'unit_changed', why: null });
    expect((await draft([line(gone, given(2))])).status).toBe(200);
    await change(gone, { act: 'end', happenedOn: '2026-03-07' });
    const refused = await act('approve', { on: '2026-03-08' });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'plans.ended_below']);
    expect(refused.body.error.message.vi).toContain('Chi bộ ấp 3 đã kết thúc hoạt động từ 07/03/2026');
    expect((await act('approve', { on: '2026-03-06' })).status).toBe(200);
    expect(await targetsOf(gone)).toMatchObject([{ minimum: 2 }]);
  });

  it('a period that is over cannot begin to have targets', async () => {
    expect((await draft([line(stayer, given(2))], { period: '2024' })).status).toBe(200);
    const late = await act('approve', { on: '2026-03-05' }, officer, '2024');
    expect([late.status, late.body.error.code]).toEqual([400, 'plans.after_period']);
    expect((await act('approve', { on: '2024-02-05' }, officer, '2024')).status).toBe(200);
  });

  it('approved twice at the same moment it is approved once', async () => {
    await act('reopen', { reason: 'other', why: null });
    await draft([line(stayer, given(5))]);
    const { version } = (await look()).plan;
    const other = await world.as('base_officer', town, { title: 'Phó' });
    const body = () => ({ clientId: newId(), period: '2026', on: '2026-03-09', version });
    const answers = await Promise.all([
      officer.post(at('approve'), body()),
      other.post(at('approve'), body()),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    expect((await look()).plan.revision).toBe(3);
  });

  it('a later number that is being written by hand at the same moment is seen', async () => {
    const year = { period: '2029' };
    expect((await draft([line(stayer, given(5))], year)).status).toBe(200);
    const { version } = (await look(town, officer, '2029')).plan;
    const once = { clientId: newId(), accountId: world.by.accountId, stream: targetStreamOf(stayer) };
    let approved: ReturnType<Client['post']> | undefined;
    await write(world.db, once, async (tx) => {
      const about = { clientId: once.clientId, happenedOn: '2026-03-10' };
      const own = {
        figure: 'admission',
        part: '',
        minimum: 7,
        maximum: 7,
        mark: 'exact' as const,
        share: null,
      };
      const said = {
        ...year,
        lines: [own],
        given: 'above' as const,
        plan: null,
        revision: 0,
        decision: null,
      };
      const paper = { documentId: null, reason: null, why: null };
      await append(tx, world.by, [assignedEntry(stayer, about, { ...said, ...paper })]);
      approved = officer.post(at('approve'), { ...year, clientId: newId(), on: '2026-03-09', version });
      await Promise.race([approved, new Promise((resolve) => setTimeout(resolve, 300))]);
    });
    const answer = await approved;
    expect([answer?.status, answer?.body.error?.code]).toEqual([400, 'plans.later_number']);
  });

  it('a draft is not given up over what a colleague saved meanwhile', async () => {
    await act('reopen', { reason: 'other', why: null });
    const { version } = (await look()).plan;
    await draft([line(stayer, given(6))]);
    const body = { clientId: newId(), period: '2026', version };
    const stale = await officer.post(at('withdraw'), body);
    expect([stale.status, stale.body.error.code]).toEqual([409, 'plans.changed_meanwhile']);
    expect((await act('withdraw')).body.state).toBe('approved');
  });

  it('a number with one end is that number, wherever it is told', async () => {
    await draft([line(stayer, { amount: { minimum: null, maximum: 8, mark: 'exact' }, share: null })], {
      period: '2027',
    });
    const { rows } = await look(town, officer, '2027');
    const cell = rows.find(({ unitId }: { unitId: number }) => unitId === stayer).cells[0];
    expect(cell.draft.amount).toEqual({ minimum: 8, maximum: 8, mark: 'exact' });
  });
});

describe('further down, while somebody below begins', () => {
  it('waits for him and leaves his plan alone', async () => {
    expect((await draft([line(second, given(7))], { by: above, unit: district })).status).toBe(200);
    const stream = planStreamOf(planIdOf(second, '2026'));
    const clientId = newId();
    const about = { stream, happenedOn: null, unitId: second };
    const opened = { unitId: second, period: '2026', copiedFrom: null, prepared: 'own' };
    let below: ReturnType<Client['post']> | undefined;
    await write(world.db, { clientId, accountId: world.by.accountId, stream }, async (tx) => {
      await append(tx, world.by, [{ ...about, clientId, kind: 'plan.opened', data: opened }]);
      const body = { clientId: newId(), period: '2026', figures: ['admission'], method: 'equal' };
      below = above.post(at('below', district), body);
      await Promise.race([below, new Promise((resolve) => setTimeout(resolve, 300))]);
    });
    const answer = await below;
    expect(answer?.status).toBe(200);
    expect(answer?.body.left).toContainEqual(expect.objectContaining({ unitId: second, why: 'has_plan' }));
    expect((await look(second, above)).plan).toMatchObject({ prepared: 'own', version: 1 });
  });
});

describe('who may', () => {
  it('whoever only proposes puts no drafted numbers into force and gives none up', async () => {
    const part = await world.unit({ name: 'Chi đoàn 1', kind: 'mass_organisation', parent: mass });
    const own = await world.as('mass_officer', mass);
    const lines = [line(part, given(2), { figure: 'introduction' })];
    expect((await draft(lines, { unit: mass })).status).toBe(200);
    const { version } = (await look(mass, own)).plan;
    const body = { period: '2026', version };
    const approved = await own.post(at('approve', mass), { ...body, clientId: newId(), on: '2026-03-09' });
    const dropped = await own.post(at('withdraw', mass), { ...body, clientId: newId() });
    expect([approved.body.error.code, dropped.body.error.code]).toEqual([
      'plans.needs_assign',
      'plans.needs_assign',
    ]);
    expect(await targetsOf(part)).toEqual([]);
  });
});

describe('papers', () => {
  it('a document that is being taken back at the same moment is not cited', async () => {
    const clientId = newId();
    const made = await above.post('/api/documents', {
      clientId,
      type: 'ke_hoach',
      number: null,
      issuedOn: null,
      issuer: 'Huyện ủy Vĩnh Lợi',
      subject: 'Về kết nạp đảng viên',
      scopeUnitId: district,
    });
    const stream = `document:${made.body.id}`;
    const taken = { clientId: newId(), stream, kind: withdrawal, happenedOn: null, unitId: district };
    const version = (await look(town, officer, '2029')).plan?.version ?? 0;
    const body = { clientId: newId(), period: '2029', version, documents: [made.body.id] };
    let described: ReturnType<Client['post']> | undefined;
    await write(world.db, { ...taken, accountId: world.by.accountId }, async (tx) => {
      described = officer.post(at('describe'), body);
      await Promise.race([described, new Promise((resolve) => setTimeout(resolve, 300))]);
      await append(tx, world.by, [{ ...taken, names: clientId, data: {} }]);
    });
    expect((await described)?.body.error?.code).toBe('access.missing');
  });
});

describe('year to year', () => {
  it('copying keeps the words that are written already, and names nobody who left office (S0-22)', async () => {
    const person = await world.person({ name: 'Lê Văn Út', unit: stayer });
    await world.office({ kind: 'base_officer', unit: town, person, toOn: '2026-03-12' });
    const tell = async (period: string, more: object) => {
      const version = (await look(town, officer, period)).plan?.version ?? 0;
      const body = { clientId: newId(), period, version, ...more };
      expect((await officer.post(at('describe'), body)).status).toBe(200);
    };
    await tell('2026', { purpose: 'Trẻ hóa đội ngũ', responsibleId: person });
    world.setToday('2026-03-20');
    const copy = (period: string) => officer.post(at('open'), { clientId: newId(), period, copy: true });
    await draft([line(stayer, given(null), { amount: null, before: given(8) })], { period: '2027' });
    expect((await copy('2027')).status).toBe(200);
    const next = (await look(town, officer, '2027')).plan;
    expect([next.said.purpose, next.responsible]).toEqual(['Trẻ hóa đội ngũ', null]);
    await tell('2028', { purpose: 'Chăm lo nguồn ở ấp' });
    expect((await copy('2028')).status).toBe(200);
    expect((await look(town, officer, '2028')).plan.said.purpose).toBe('Chăm lo nguồn ở ấp');
  });
});

describe('numbers that did not last', () => {
  it('warns beside the number: years with their count, never a person, and nothing is refused (S3-58)', async () => {
    const admitted = { unit: stayer, kind: 'probationary' as const };
    const lost = await world.person({ name: 'Trần Thị Mận', ...admitted, admittedOn: '2024-05-19' });
    for (const day of ['2024-06-01', '2025-02-03'])
      await world.person({ name: `Người kết nạp ${day}`, ...admitted, admittedOn: day });
    const removed = await above.post(`/api/people/${lost}/acts`, {
      clientId: newId(),
      act: 'remove',
      happenedOn: '2025-06-01',
      decision: { number: '12-QĐ/HU', on: '2025-05-28' },
    });
    expect([removed.status, removed.text]).toEqual([200, expect.any(String)]);
    const { rows } = await look();
    const row = rows.find(({ unitId }: { unitId: number }) => unitId === stayer);
    expect(row.strain).toEqual([{ year: 2024, admitted: 2, notRecognised: 1, removed: 0 }]);
    expect(JSON.stringify(rows)).not.toContain('Mận');
    await act('reopen', { reason: 'other', why: null });
    expect((await draft([line(stayer, given(50))])).status).toBe(200);
  });
});

describe('mass organisations (S3-56)', () => {
  it('are given introductions by the committee, register against them, and see their progress', async () => {
    const own = await world.as('mass_officer', mass);
    expect((await draft([line(mass, given(6))])).body.error.code).toBe('plans.wrong_figure');
    expect((await draft([line(mass, given(6), { figure: 'introduction' })])).status).toBe(200);
    expect((await act('approve', { on: '2026-03-20' })).status).toBe(200);
    const registered = await own.post(`/api/targets/${mass}/registered`, {
      clientId: newId(),
      period: '2026',
      happenedOn: '2026-03-20',
      lines: [{ figure: 'introduction', part: '', minimum: 7, maximum: 7, mark: 'exact' }],
    });
    expect(registered.status).toBe(200);
    const tree = (await own.get('/api/plans?period=2026&figure=introduction')).body;
    expect(tree.unit).toMatchObject({
      unitId: mass,
      assigned: { minimum: 6, maximum: 6 },
      registered: { minimum: 7 },
      done: { value: 0 },
    });
    expect((await own.get(`/api/plans/${stayer}/cascade?period=2026`)).status).toBe(404);
    const row = (await look()).rows.find(({ unitId }: { unitId: number }) => unitId === mass);
    expect(row.cells.map(({ figure }: { figure: string }) => figure)).toEqual(['introduction']);
    expect(row.cells[0]).toMatchObject({ assigned: given(6), registered: given(7) });
  });
});

describe('longer periods', () => {
  it('the sheet of a period holds its years beside the number of the whole (K2, S0-02)', async () => {
    const assign = (period: string, minimum: number) =>
      above.post(`/api/targets/${town}/assigned`, {
        clientId: newId(),
        period,
        happenedOn: '2026-03-10',
        lines: [{ figure: 'admission', part: '', minimum, maximum: minimum, mark: 'exact' }],
      });
    expect((await assign('2026-2030', 610)).status).toBe(200);
    for (const year of [2026, 2027, 2028, 2029]) expect((await assign(String(year), 122)).status).toBe(200);
    const view = await look(town, officer, '2026-2030');
    const own = view.own.find(
      ({ figure, part }: { figure: string; part: string }) => figure === 'admission' && !part,
    );
    expect(own.assigned).toEqual(given(610));
    expect(view.period.years).toEqual([2026, 2027, 2028, 2029, 2030]);
    expect(view.years).toEqual(
      [2026, 2027, 2028, 2029].map((year) => ({ year, figure: 'admission', assigned: given(122) })),
    );
  });

  it('names the congress terms that the unit has targets or plans for, newest first', async () => {
    const [older, newer] = ['2020-06-12..2025-06-20', '2025-06-21..2030-06-20'];
    expect((await look()).terms).toEqual([]);
    await officer.post(at('open'), { clientId: newId(), period: older });
    await above.post(`/api/targets/${town}/assigned`, {
      clientId: newId(),
      period: newer,
      happenedOn: '2026-03-10',
      lines: [{ figure: 'admission', part: '', minimum: 40, maximum: 40, mark: 'exact' }],
    });
    expect((await look()).terms).toEqual([newer, older]);
  });
});

it('an address with a period that is none is refused in words', async () => {
  const answer = await officer.get(`/api/plans/${town}/cascade?period=abc`);
  expect([answer.status, answer.body.error.code]).toEqual([400, 'plans.period']);
});

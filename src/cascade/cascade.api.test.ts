// The cascade over HTTP: one town and its cells, drafting, two people at once, approval, revision, copying, further down.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';

let world: World;
let town: number;
let officer: Client;
const cells: number[] = [];

beforeAll(async () => {
  world = await startWorld({ today: '2021-07-09' });
  const district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district' });
  town = await world.unit({
    name: 'Đảng bộ thị trấn Châu Hưng',
    kind: 'base_organisation',
    parent: district,
  });
  for (let at = 1; at <= 4; at += 1)
    cells.push(await world.unit({ name: `Chi bộ ấp ${at}`, parent: town, type: 'THON' }));
  officer = await world.as('base_officer', town);
});

const given = (minimum: number | null, maximum = minimum) => ({
  amount: { minimum, maximum, mark: 'exact' },
  share: null,
});
type Given = ReturnType<typeof given> | null;
const line = (unitId: number | undefined, number: Given, before: Given = null, more: object = {}) => ({
  unitId,
  figure: 'admission',
  part: '',
  ...(number ?? { amount: null, share: null }),
  before,
  ...more,
});
const at = (path: string, unit = town) => `/api/plans/${unit}/cascade/${path}`;
const draft = (lines: object[], more: object = {}, by = officer) =>
  by.post(at('draft'), { clientId: newId(), period: '2021', lines, ...more });
const look = async (period = '2021', by = officer, unit = town) =>
  (await by.get(`/api/plans/${unit}/cascade?period=${period}`)).body;
const approve = async (on: string, more: object = {}, period = '2021') => {
  const { version } = (await look(period)).plan;
  return officer.post(at('approve'), { clientId: newId(), period, on, version, ...more });
};
interface Cell {
  figure: string;
  part: string;
  assigned: Given;
  draft: Given;
}
interface Row {
  unitId: number;
  cells: Cell[];
}
const admissionOf = (view: { rows: Row[] }, unitId: number | undefined) =>
  view.rows
    .find((row) => row.unitId === unitId)
    ?.cells.find(({ figure, part }) => figure === 'admission' && !part);
const numbers = (view: { rows: Row[] }, which: 'assigned' | 'draft') =>
  cells.map((id) => admissionOf(view, id)?.[which]?.amount?.minimum ?? null);

describe('drafting (S0-07, S2-36)', () => {
  it('shows a row for every unit below with what is known beside the number (S3-31)', async () => {
    const view = await look();
    expect(view.plan).toBeNull();
    expect(view.rows.map((row: { name: string }) => row.name)).toEqual(
      [1, 2, 3, 4].map((n) => `Chi bộ ấp ${n}`),
    );
    expect(view.rows[0].cells.map(({ figure }: Cell) => figure)).toEqual([
      'admission',
      'sourcing',
      'class',
      'recognition',
    ]);
    expect(view.rows[0]).toMatchObject({ members: 0, pool: { open: 0, paused: 0, chosen: 0 }, strain: [] });
    expect(view.can).toEqual(['write', 'assign', 'propose']);
  });

  it('keeps numbers, ranges and numbers that are not known; the first saving opens the plan', async () => {
    const lines = [line(cells[0], given(5)), line(cells[1], given(3, 5)), line(cells[2], given(null))];
    const answer = await draft(lines);
    expect([answer.status, answer.body.state]).toEqual([200, 'draft']);
    const view = await look();
    expect(admissionOf(view, cells[1])?.draft).toMatchObject({ amount: { minimum: 3, maximum: 5 } });
    expect(admissionOf(view, cells[2])?.draft).toMatchObject({ amount: { minimum: null, maximum: null } });
    expect(admissionOf(view, cells[3])?.draft).toBeNull();
    expect(numbers(view, 'assigned')).toEqual([null, null, null, null]);
  });

  it('sent twice it is written once', async () => {
    const body = { clientId: newId(), period: '2021', lines: [line(cells[3], given(1))] };
    const [first, second] = [await officer.post(at('draft'), body), await officer.post(at('draft'), body)];
    expect(second.body.version).toBe(first.body.version);
  });

  it.each([
    ['negative', { amount: { minimum: -1, maximum: -1, mark: 'exact' } }, 'http.bad_fields'],
    ['fractional', { amount: { minimum: 1.5, maximum: 1.5, mark: 'exact' } }, 'http.bad_fields'],
    ['huge', { amount: { minimum: 9e15, maximum: 9e15, mark: 'exact' } }, 'http.bad_fields'],
    ['a range turned round', { amount: { minimum: 5, maximum: 3, mark: 'exact' } }, 'plans.range_turned'],
    ['a share of the whole', { amount: null, share: 400 }, 'plans.share_of_whole'],
    ['a figure of mass organisations', { figure: 'introduction' }, 'plans.wrong_figure'],
    ['a figure that is a stock', { figure: 'members' }, 'plans.wrong_figure'],
    ['a part that does not exist', { part: 'giants' }, 'plans.wrong_figure'],
  ])('refuses %s and writes nothing', async (_, wrong, code) => {
    const before = (await look()).plan.version;
    const answer = await draft([
      line(cells[0], given(2), given(5)),
      line(cells[1], given(1), given(3, 5), wrong),
    ]);
    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
    expect((await look()).plan.version).toBe(before);
  });

  it('refuses a unit that is not below, and the same cell twice', async () => {
    const elsewhere = await world.unit({ name: 'Chi bộ khác', kind: 'base_cell' });
    expect((await draft([line(elsewhere, given(2))])).body.error.code).toBe('plans.not_below');
    expect((await draft([line(cells[3], given(2)), line(cells[3], given(3))])).body.error.code).toBe(
      'plans.named_twice',
    );
  });

  it('takes a share for a part (S4-19)', async () => {
    const part = { part: 'women', amount: null, share: 400 };
    expect((await draft([line(cells[0], null, null, part)])).status).toBe(200);
    const row = (await look()).rows.find(({ unitId }: Row) => unitId === cells[0]);
    expect(row.cells.find((cell: Cell) => cell.part === 'women').draft).toMatchObject({
      share: 400,
      amount: null,
    });
  });
});

describe('two people at once', () => {
  it('who changed other cells does not stand in the way; who changed the same one is told what the other wrote', async () => {
    const other = await world.as('base_officer', town, { title: 'Phó' });
    expect((await draft([line(cells[0], given(6), given(5))], {}, other)).status).toBe(200);
    expect((await draft([line(cells[3], given(2), given(1))])).status).toBe(200);
    const clash = await draft([line(cells[0], given(4), given(5)), line(cells[1], given(4), given(3, 5))]);
    expect([clash.status, clash.body.error.code]).toEqual([409, 'plans.clash']);
    expect(clash.body.error.details.clashes).toMatchObject([
      {
        unitId: cells[0],
        name: 'Chi bộ ấp 1',
        theirs: { amount: { minimum: 6 } },
        by: 'Nguyễn Văn base officer',
      },
    ]);
    expect(numbers(await look(), 'draft')).toEqual([6, 3, null, 2]);
    // Having seen theirs, one’s own may stand.
    expect(
      (await draft([line(cells[0], given(4), given(6)), line(cells[1], given(4), given(3, 5))])).status,
    ).toBe(200);
    // Who means the same number has no quarrel.
    expect((await draft([line(cells[0], given(4), given(6))])).status).toBe(200);
  });

  it('at the very same moment one is written and the other hears of it', async () => {
    const [a, b] = await Promise.all([
      draft([line(cells[0], given(7), given(4))]),
      draft([line(cells[0], given(8), given(4))]),
    ]);
    expect([a.status, b.status].toSorted()).toEqual([200, 409]);
    expect((await draft([line(cells[0], given(5), given(a.status === 200 ? 7 : 8))])).status).toBe(200);
  });
});

describe('from discussion to approval (S3-45)', () => {
  it('records the meeting, then approves: every unit with another number gets its target in the same moment (S0-12, S2-12)', async () => {
    const talked = { clientId: newId(), period: '2021', on: '2021-01-08', body: 'Hội nghị Ban Chấp hành' };
    expect((await officer.post(at('discuss'), talked)).body.state).toBe('discussed');
    expect((await approve('2021-07-10')).body.error.code).toBe('ledger.future_day');
    const stale = await officer.post(at('approve'), {
      clientId: newId(),
      period: '2021',
      on: '2021-01-15',
      version: 1,
    });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'plans.changed_meanwhile']);
    const paper = { number: '12-NQ/ĐU', on: '2021-01-15', by: 'Đảng ủy thị trấn' };
    const answer = await approve('2021-01-15', { decision: paper });
    expect([answer.status, answer.body.state, answer.body.revision]).toEqual([200, 'approved', 1]);
    const view = await look();
    expect(numbers(view, 'assigned')).toEqual([5, 4, null, 2]);
    expect(numbers(view, 'draft')).toEqual([null, null, null, null]);
    expect(view.plan.approvals).toMatchObject([{ on: '2021-01-15', units: 4, lines: 5, decision: paper }]);
    const { rows } = await world.db.executeQuery<{ since: string; plan: string }>(
      world.db
        .selectFrom('target')
        .select(['since', 'plan'])
        .where('unit_id', '=', cells[0] as number)
        .compile(),
    );
    expect(rows[0]).toEqual({ since: '2021-01-15', plan: view.plan.id });
  });

  it('what is approved is not drafted over; it is opened again with a reason, and stays in force meanwhile', async () => {
    expect((await draft([line(cells[0], given(9))])).body.error.code).toBe('plans.approved_already');
    expect((await approve('2021-02-01')).body.error.code).toBe('plans.approved_already');
    const why = { clientId: newId(), period: '2021', reason: 'source_changed', why: 'Nguồn ở ấp 1 giảm' };
    expect((await officer.post(at('reopen'), why)).body.state).toBe('revising');
    expect((await draft([line(cells[0], given(3)), line(cells[1], given(4))])).status).toBe(200);
    expect(numbers(await look(), 'assigned')).toEqual([5, 4, null, 2]);
  });

  it('a revision dated before what it revises is refused in words', async () => {
    const early = await approve('2021-01-10');
    expect(early.body.error.code).toBe('plans.revision_before');
    expect(early.body.error.message.vi).toContain('15/01/2021');
  });

  it('dated revisions: the old number stays in force for the days before (S0-07)', async () => {
    expect((await approve('2021-06-01')).body.revision).toBe(2);
    const rows = await world.db
      .selectFrom('target')
      .select(['since', 'until', 'minimum', 'revision'])
      .where('unit_id', '=', cells[0] as number)
      .where('part', '=', '')
      .orderBy('since')
      .execute();
    expect(rows).toEqual([
      { since: '2021-01-15', until: '2021-06-01', minimum: 5, revision: 1 },
      { since: '2021-06-01', until: null, minimum: 3, revision: 2 },
    ]);
    const others = await world.db
      .selectFrom('target')
      .select('since')
      .where('unit_id', '=', cells[1] as number)
      .execute();
    expect(others.map(({ since }) => since)).toEqual(['2021-01-15']);
    expect((await look()).plan.approvals[1]).toMatchObject({ reason: 'source_changed', lines: 1, units: 1 });
  });

  it('a number in force ends by another number, not by an empty cell', async () => {
    await officer.post(at('reopen'), { clientId: newId(), period: '2021', reason: 'mistake', why: null });
    const empty = await draft([line(cells[0], null)]);
    expect([empty.status, empty.body.error.code]).toEqual([400, 'plans.cannot_clear']);
    expect((await draft([line(cells[0], given(0))])).status).toBe(200);
    const { version } = (await look()).plan;
    const given_up = await officer.post(at('withdraw'), { clientId: newId(), period: '2021', version });
    expect(given_up.body.state).toBe('approved');
    expect(numbers(await look(), 'assigned')[0]).toBe(3);
  });

  it('children above the parent’s number are shown, never refused (K17)', async () => {
    await officer.post(at('reopen'), {
      clientId: newId(),
      period: '2021',
      reason: 'above_changed',
      why: null,
    });
    expect((await draft([line(cells[0], given(1_000_000))])).status).toBe(200);
    expect((await approve('2021-07-01')).status).toBe(200);
    expect(numbers(await look(), 'assigned')[0]).toBe(1_000_000);
  });

  it('making all rows again from the ledger changes nothing', async () => {
    const all = async () => ({
      plans: await world.db
        .selectFrom('plan' as never)
        .selectAll()
        .orderBy('id' as never)
        .execute(),
      lines: await world.db
        .selectFrom('plan_line' as never)
        .selectAll()
        .execute(),
      view: await look(),
    });
    const before = await all();
    await rebuild(world.db);
    expect(await all()).toEqual(before);
  });
});

describe('words, papers and who answers for it (S4-19, S3-57)', () => {
  it('keeps the five parts; whoever answers holds an office here or above (S4-18)', async () => {
    const { version } = (await look()).plan;
    const head = await world.person({ name: 'Trần Văn Bí', unit: town });
    const about = {
      clientId: newId(),
      period: '2021',
      version,
      purpose: 'Trẻ hóa đội ngũ',
      groups: 'Đoàn viên',
    };
    const refused = await officer.post(at('describe'), { ...about, responsibleId: head });
    expect(refused.body.error.code).toBe('plans.not_responsible');
    await world.office({ kind: 'committee_leader', unit: town, person: head });
    expect((await officer.post(at('describe'), { ...about, responsibleId: head })).status).toBe(200);
    const { plan } = await look();
    expect(plan.said).toMatchObject({ purpose: 'Trẻ hóa đội ngũ', goals: null, groups: 'Đoàn viên' });
    expect(plan.responsible.name).toBe('Trần Văn Bí');
    const late = await officer.post(at('describe'), { ...about, clientId: newId() });
    expect([late.status, late.body.error.code]).toEqual([409, 'plans.changed_meanwhile']);
  });
});

describe('year to year (S0-22)', () => {
  it('copies the plan of the year before as a draft: its words and numbers, not its results or meetings (S1-41)', async () => {
    world.setToday('2021-12-20');
    const view = await look('2022');
    expect([view.copyable, view.previous, view.plan]).toEqual([true, '2021', null]);
    const body = { clientId: newId(), period: '2022', copy: true };
    expect((await officer.post(at('open'), body)).status).toBe(200);
    expect((await officer.post(at('open'), body)).status).toBe(200);
    const next = await look('2022');
    expect(next.plan).toMatchObject({
      state: 'draft',
      revision: 0,
      copied: true,
      discussions: [],
      approvals: [],
    });
    expect(next.plan.said.purpose).toBe('Trẻ hóa đội ngũ');
    expect(numbers(next, 'draft')).toEqual([1_000_000, 4, null, 2]);
    expect(numbers(next, 'assigned')).toEqual([null, null, null, null]);
    const over = await officer.post(at('open'), { clientId: newId(), period: '2022', copy: true });
    expect(over.body.error.code).toBe('plans.copy_over');
  });

  it('gives up a plan that was never approved, and opens it anew', async () => {
    const { version } = (await look('2022')).plan;
    const gone = await officer.post(at('withdraw'), { clientId: newId(), period: '2022', version });
    expect(gone.body.state).toBeNull();
    expect((await look('2022')).plan).toBeNull();
    expect((await officer.post(at('open'), { clientId: newId(), period: '2022' })).body.state).toBe('draft');
  });

  it('a unit that ended within the period keeps its row, its target and its result', async () => {
    world.setToday('2022-05-10');
    expect(
      (
        await officer.post(at('draft'), {
          clientId: newId(),
          period: '2022',
          lines: [line(cells[3], given(2))],
        })
      ).status,
    ).toBe(200);
    expect((await approve('2022-02-01', {}, '2022')).status).toBe(200);
    const above = await world.as('superior_board', town - 1);
    const ended = await above.post(`/api/units/${cells[3]}/acts`, {
      clientId: newId(),
      act: 'end',
      happenedOn: '2022-05-01',
      decision: { number: '01-QĐ/HU', on: '2022-05-01', by: 'Huyện ủy' },
    });
    expect(ended.status).toBe(200);
    const view = await look('2022');
    const row = view.rows.find(({ unitId }: Row) => unitId === cells[3]);
    expect([row.endedOn, admissionOf(view, cells[3])?.assigned?.amount?.minimum]).toEqual(['2022-05-01', 2]);
    expect((await look('2023')).rows).toHaveLength(3);
  });
});

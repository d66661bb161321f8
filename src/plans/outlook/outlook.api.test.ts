// The outlook over HTTP: who gets a probability and who does not, that it follows what is written, and that nothing in any
// answer is a number about one person.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld } from '../../../test/app.ts';
import { addDays } from '../../platform/day.ts';
import { newId } from '../../platform/ids.ts';
import type { OutlookLine, OutlookView } from './view.ts';

const world = await startWorld({ today: '2025-10-01' });
let committee: Client;
const place = { ward: 0, cells: [] as number[] };

const way = [
  'nominated',
  'listed',
  'class_certified',
  'helped',
  'permitted',
  'verifying',
  'verified',
  'decided',
];

/** One candidacy as the fold of a dossier leaves it: its stages `gap` days apart, admitted unless it ended before. */
async function live(
  unitId: number,
  from: string,
  { gap, stages = way.length + 1 }: { gap: number; stages?: number },
) {
  const [dossier, person] = [newId(), newId()];
  const steps = [...way, 'admitted'].slice(0, stages);
  for (const [nth, stage] of steps.entries())
    await sql`insert into passage (dossier_id, nth, stage, on_day, unit_id, person_id, entered)
              values (${dossier}, ${nth}, ${stage}, ${addDays(from, nth * gap)}, ${unitId}, ${person}, true)`.execute(
      world.db,
    );
  if (stages > way.length)
    await sql`insert into admitted (person_id, on_day, province_id, unit_id, began_as)
              values (${person}, ${addDays(from, way.length * gap)}, '24', ${unitId}, 'admitted')`.execute(
      world.db,
    );
}

beforeAll(async () => {
  place.ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'upper_base', parent: null });
  for (let at = 1; at <= 4; at += 1)
    place.cells.push(
      await world.unit({ name: `Chi bộ khu phố ${at}`, kind: 'cell', type: 'TDP', parent: place.ward }),
    );
  committee = await world.as('base_officer', place.ward);
  for (let year = 2019; year <= 2024; year += 1)
    for (let at = 0; at < 12; at += 1) {
      const from = addDays(`${year}-01-05`, at * 28);
      // Every third one stops on the way.
      await live(place.cells[at % 4]!, from, { gap: 38 + (at % 5), ...(at % 3 === 2 ? { stages: 4 } : {}) });
    }
  for (let at = 0; at < 9; at += 1)
    await live(place.cells[at % 4]!, addDays('2025-01-20', at * 9), { gap: 30, stages: 5 + (at % 4) });
  const given = await committee.post(`/api/targets/${place.ward}/assigned`, {
    clientId: newId(),
    period: '2025',
    happenedOn: '2025-01-15',
    lines: [{ figure: 'admission', part: '', minimum: 10, maximum: 10, mark: 'exact' }],
    decision: { number: '3-QĐ/TU', on: '2025-01-10', by: 'Tỉnh ủy' },
  });
  expect(given.status).toBe(200);
});

const lineOf = async (words: string): Promise<OutlookLine> =>
  (await committee.get(`/api/outlook?unit=${place.ward}&${words}`)).body.items[0];
const whyOf = async (words: string): Promise<OutlookView> =>
  (await committee.get(`/api/outlook/${place.ward}?${words}`)).body;

describe('a unit with enough behind it', () => {
  test('gets a chance and an interval, with the pace beside (S0-05, S3-61)', async () => {
    const line = await lineOf('period=2025&on=2025-08-31');
    expect(line.done).toBeGreaterThanOrEqual(3);
    expect([line.why, line.target]).toEqual([null, 10]);
    expect(line.percent).toBeGreaterThanOrEqual(1);
    expect(line.percent).toBeLessThanOrEqual(99);
    expect(line.low).toBeGreaterThanOrEqual(line.done);
    expect(line.high).toBeGreaterThanOrEqual(line.median!);
    expect(line.linear).toBeCloseTo(line.done / (243 / 365), 6);
  });

  test('has its reasons: open candidacies by stage, what was learned and from when (S0-45)', async () => {
    const view = await whyOf('period=2025&on=2025-08-31');
    const cases = view.groups.reduce((sum, group) => sum + group.cases, 0);
    expect(cases).toBeGreaterThanOrEqual(9);
    expect(view.groups.every(({ able, cases: of }) => able <= of)).toBe(true);
    expect(view.groups.some(({ usualDays }) => usualDays !== null && usualDays > 0)).toBe(true);
    expect(view.learned).toMatchObject({ until: '2025-08-31', since: expect.stringMatching(/^2019-1/) });
    expect(view.learned.periods).toBeGreaterThanOrEqual(2);
    // Admissions of all units in a round number: a cell does not read the sum of the others from it.
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from passage where stage = 'admitted' and on_day <= '2025-08-31'`.execute(
      world.db,
    );
    const known = rows[0]!.count;
    expect([view.learned.admissions, known % 10 === 0]).toEqual([Math.floor(known / 10) * 10, false]);
  });

  test('of a past day is told with what was known until then', async () => {
    const [early, later] = [
      await whyOf('period=2025&on=2025-05-31'),
      await whyOf('period=2025&on=2025-08-31'),
    ];
    expect(early.learned.until).toBe('2025-05-31');
    expect(early.line.done).toBeLessThan(later.line.done);
    await live(place.cells[0]!, '2025-07-01', { gap: 5 });
    expect((await whyOf('period=2025&on=2025-05-31')).line.done).toBe(early.line.done);
  });
});

describe('no probability', () => {
  test.each([
    ['period=2025&on=2025-01-25', 'few_admissions'],
    ['period=2024&on=2025-08-31', 'over'],
    ['period=2026&on=2025-08-31', 'future'],
    ['period=2024&on=2024-08-31', 'no_target'],
    ['period=2025&on=2025-08-31&figure=sourcing', 'other_figure'],
  ])('%s: %s', async (words, why) => {
    const line = await lineOf(words);
    expect([line.why, line.percent]).toEqual([why, null]);
  });

  test('a cell with less than three admissions keeps the pace only (K5)', async () => {
    const { body } = await committee.get(`/api/outlook?unit=${place.ward}&period=2025&on=2025-05-31`);
    const cells: OutlookLine[] = body.items.slice(1);
    expect(cells).toHaveLength(4);
    for (const { percent, low } of cells) expect([percent, low]).toEqual([null, null]);
  });

  test('a target of nought is said as nought, not as reached', async () => {
    const ask = (minimum: number, maximum: number) =>
      committee.post(`/api/targets/${place.cells[3]}/assigned`, {
        clientId: newId(),
        period: '2025',
        happenedOn: '2025-01-15',
        lines: [{ figure: 'admission', part: '', minimum, maximum, mark: 'exact' }],
      });
    const whyOn = async (on: string) => {
      const { body } = await committee.get(`/api/outlook?units=${place.cells[3]}&period=2025&on=${on}`);
      return [body.items[0].done, body.items[0].why];
    };
    expect((await ask(0, 0)).status).toBe(200);
    expect(await whyOn('2025-01-25')).toEqual([0, 'zero']);
    expect(await whyOn('2025-09-30')).toEqual([expect.any(Number), 'met']);
    expect((await ask(0, 2)).status).toBe(200);
    expect(await whyOn('2025-01-25')).toEqual([0, 'met']);
  });

  test('a day to come is refused', async () => {
    const answer = await committee.get(`/api/outlook?unit=${place.ward}&period=2025&on=2025-10-02`);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'ledger.future_day']);
  });
});

/** Every value of an answer with the way to it. */
function* leaves(value: unknown, at = ''): Generator<[string, unknown]> {
  if (value === null || typeof value !== 'object') yield [at, value];
  else
    for (const [key, own] of Object.entries(value))
      yield* leaves(own, Array.isArray(value) ? `${at}[]` : `${at}.${key}`);
}

test('a unit with more open candidacies than the forecast was proven for gets the pace only (S0-05)', async () => {
  const crowd = await world.unit({ name: 'Đảng bộ huyện Đông', kind: 'upper_base', parent: null });
  const cell = await world.unit({ name: 'Chi bộ đông', kind: 'cell', type: 'TDP', parent: crowd });
  const officer = await world.as('base_officer', crowd);
  for (let at = 0; at < 4; at += 1) await live(cell, '2025-01-02', { gap: 10 + at });
  const enter = (count: number) =>
    sql`insert into passage (dossier_id, nth, stage, on_day, unit_id, person_id, entered)
        select gen_random_uuid(), 0, 'verified', '2025-06-01', ${cell}, gen_random_uuid(), true
        from generate_series(1, ${count}::int)`.execute(world.db);
  const ask = async (on: string): Promise<OutlookLine> =>
    (await officer.get(`/api/outlook?units=${crowd}&period=2025&on=${on}`)).body.items[0];
  await enter(400);
  const proven = await ask('2025-07-30');
  expect([proven.done, proven.why, proven.low !== null]).toEqual([4, 'no_target', true]);
  await enter(1);
  const { why, percent, low, high, median, linear } = await ask('2025-07-31');
  expect([percent, low, high, median, linear]).toEqual([null, null, null, null, expect.any(Number)]);
  expect(why).toBe('no_target');
  const given = await officer.post(`/api/targets/${crowd}/assigned`, {
    clientId: newId(),
    period: '2025',
    happenedOn: '2025-01-15',
    lines: [{ figure: 'admission', part: '', minimum: 300, maximum: 300, mark: 'exact' }],
    decision: { number: '3-QĐ/TU', on: '2025-01-10', by: 'Tỉnh ủy' },
  });
  expect(given.status).toBe(200);
  expect([(await ask('2025-07-31')).why, (await ask('2025-07-31')).percent]).toEqual(['untested', null]);
});

describe('about persons', () => {
  test('no answer names a dossier, and every number stands for a unit or a group', async () => {
    const allowed =
      /^\.(elapsed\.(days|of|share)|line\.(unitId|done|target|percent|low|high|median|linear)|groups\[\]\.(cases|able|paused|usualDays)|raise\[\]\.(cases|points)|comers|learned\.(periods|admissions))$/;
    const { rows } = await sql<{ id: string }>`select distinct dossier_id::text as id from passage`.execute(
      world.db,
    );
    for (const words of ['period=2025&on=2025-08-31', 'period=2025']) {
      const view = await whyOf(words);
      for (const [at, value] of leaves(view)) if (typeof value === 'number') expect(at).toMatch(allowed);
      const text = JSON.stringify(view);
      for (const { id } of rows) expect(text).not.toContain(id);
      for (const { cases, points } of view.raise) expect(points === null || cases >= 3).toBe(true);
    }
  });

  test('a cell sees its own line, and neither its neighbours nor the ward', async () => {
    const secretary = await world.as('cell_secretary', place.cells[0]!);
    const own = await secretary.get(`/api/outlook?units=${place.cells.join(',')},${place.ward}&period=2025`);
    expect(own.body.items.map(({ unitId }: OutlookLine) => unitId)).toEqual([place.cells[0]]);
    for (const id of [place.cells[1], place.ward])
      expect((await secretary.get(`/api/outlook/${id}?period=2025`)).status).toBe(404);
  });
});

describe('what is written', () => {
  test('stands in the next answer: somebody nominated is in the pool at once', async () => {
    const before = (await whyOf('period=2025')).groups.find(({ stage }) => stage === 'nominated')?.cases ?? 0;
    const secretary = await world.as('cell_secretary', place.cells[1]!);
    const member = await world.person({
      name: 'Lê Văn Mẫu',
      unit: place.cells[1]!,
      kind: 'official',
      admittedOn: '2010-05-19',
    });
    const made = await secretary.post('/api/dossiers', {
      clientId: newId(),
      unitId: place.cells[1],
      happenedOn: '2025-09-20',
      person: { fullName: 'Trần Thị Thử', bornOn: '1998-04-02' },
      inputs: { proposerKind: 'member', informedOn: '2025-09-15', informedBy: member, agreed: true },
    });
    expect([made.status, made.text]).toEqual([200, expect.any(String)]);
    const view = await whyOf('period=2025');
    const group = view.groups.find(({ stage }) => stage === 'nominated');
    expect(group?.cases).toBe(before + 1);
    expect(group?.next?.step).toBeTruthy();
  });
});

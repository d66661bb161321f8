// The worked cases of the requirements against the running server: real admissions of real days where Nguồn keeps them,
// told results where it does not, and every figure to the decimal that stands there.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { formatShare, formatTenths } from '../ui/numbers.ts';
import { type Amount, exactly } from './amount.ts';
import type { SheetView } from './view.ts';

const world = await startWorld({ today: '2026-11-20' });

interface Made {
  id: number;
  office: Client;
}
let names = 0;

/** A top unit that stands for itself, with the officer who looks after it. */
async function top(name: string, kind: string, office: string): Promise<Made> {
  const id = await world.unit({ name, kind, parent: null });
  return { id, office: await world.as(office, id) };
}
const town = (name: string) => top(name, 'upper_base', 'base_officer');
const cell = (name: string, parent: number, type = 'THON') =>
  world.unit({ name, kind: 'cell', type, parent });

async function admit(unit: number, days: readonly string[]): Promise<void> {
  for (const admittedOn of days) {
    names += 1;
    await world.person({ name: `Người Thử ${names}`, unit, kind: 'probationary', admittedOn });
  }
}

const paper = { number: '12-QĐ/TU', on: '2016-01-05', by: 'Tỉnh ủy' };
const line = (amount: Amount, figure = 'admission') => ({ figure, part: '', ...amount });
const range = (minimum: number, maximum: number): Amount => ({ minimum, maximum, mark: 'exact' });

async function assign(by: Client, unit: number, said: [period: string, amount: Amount], on?: string) {
  const [period, amount] = said;
  const answer = await by.post(`/api/targets/${unit}/assigned`, {
    clientId: newId(),
    period,
    happenedOn: on ?? `${period.slice(0, 4)}-01-15`,
    lines: [line(amount)],
    decision: paper,
  });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
}

async function tell(by: Client, unit: number, told: object) {
  const answer = await by.post(`/api/targets/${unit}/told`, {
    clientId: newId(),
    figure: 'admission',
    value: null,
    ...told,
  });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
}

const treeAt = async (by: Client, unit: number, words: string) =>
  (await by.get(`/api/plans?unit=${unit}&${words}`)).body;
const sheetAt = async (by: Client, unit: number, words: string): Promise<SheetView> => {
  const answer = await by.get(`/api/plans/${unit}?${words}`);
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.body;
};
function figureIn({ figures }: SheetView, figure = 'admission') {
  const found = figures.find((one) => one.figure === figure);
  if (!found) throw new Error(`the sheet has no ${figure}`);
  return found;
}
/** Nothing to divide reads as such, so that an expected share never comes from a missing one. */
const sayShare = (ratio: { share: number } | null | undefined) => (ratio ? formatShare(ratio.share) : 'none');
const days = (year: number, count: number, month = 3) =>
  Array.from(
    { length: count },
    (_, index) => `${year}-${String(month).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`,
  );

describe('Châu Hưng, a town of Vĩnh Lợi district, on 09/07/2021', () => {
  let district: Made;
  let chauHung: number;
  let cells: number[];
  beforeAll(async () => {
    district = await top('Đảng bộ huyện Vĩnh Lợi', 'upper_base', 'base_officer');
    chauHung = await world.unit({
      name: 'Đảng bộ thị trấn Châu Hưng',
      kind: 'base_organisation',
      parent: district.id,
    });
    cells = [await cell('Chi bộ Quân sự', chauHung, 'QS'), await cell('Chi bộ ấp Trà Ban', chauHung)];
    await admit(cells[0] as number, ['2021-02-03', '2021-03-26', '2021-05-19', '2021-07-09', '2021-07-10']);
    await admit(cells[1] as number, ['2021-01-01', '2021-02-03', '2021-04-30', '2021-06-01', '2020-12-31']);
    await assign(district.office, district.id, ['2021-2025', exactly(610)]);
    await assign(district.office, chauHung, ['2021', exactly(13)]);
    const aim = { clientId: newId(), period: '2021', happenedOn: '2021-01-20', lines: [line(exactly(15))] };
    expect((await district.office.post(`/api/targets/${chauHung}/aim`, aim)).status).toBe(200);
  });

  test('8 of 13 is 61,5%, 1,2 ahead of the pace, and leads to 15,4 (K1, S0-01, S0-03, S0-04, S0-05)', async () => {
    const { unit, elapsed } = await treeAt(district.office, chauHung, 'period=2021&on=2021-07-09');
    const { attainment } = unit;
    expect([unit.done, unit.assigned.minimum, unit.aim.minimum]).toEqual([
      { value: 8, mark: 'exact' },
      13,
      15,
    ]);
    expect([elapsed.days, elapsed.of, formatShare(elapsed.share)]).toEqual([190, 365, '52,1%']);
    expect([attainment.status, formatShare(attainment.progress)]).toEqual(['on_pace', '61,5%']);
    expect(formatTenths(attainment.expected.minimum)).toBe('6,8');
    expect(formatTenths(attainment.lead.minimum)).toBe('1,2');
    expect([formatTenths(attainment.forecast), formatShare(attainment.forecastShare)]).toEqual([
      '15,4',
      '118,2%',
    ]);
    expect([attainment.left, attainment.leftToAim, attainment.daysLeft]).toEqual([5, 7, 175]);
    expect(attainment.neededPerMonth).toBeCloseTo(0.87, 2);
    expect(attainment.neededPerMonthForAim).toBeCloseTo(1.22, 2);
    expect(attainment.enough).toBe(true);
  });

  test('the day decides what counts, and what was in force (S0-03)', async () => {
    const before = await treeAt(district.office, chauHung, 'period=2021&on=2021-07-08');
    const after = await treeAt(district.office, chauHung, 'period=2021&on=2021-07-10');
    expect([before.unit.done.value, after.unit.done.value]).toEqual([7, 9]);
    const early = await treeAt(district.office, chauHung, 'period=2021&on=2021-01-14');
    expect([early.unit.assigned, early.unit.attainment.status]).toEqual([null, 'none']);
    const over = await treeAt(district.office, chauHung, 'period=2021');
    expect([over.unit.attainment.status, over.unit.attainment.daysLeft]).toEqual(['missed', 0]);
  });

  test('610 to 2025: 122 a year, 13 is 10,7% of one, and years that come to 600 are 10 short (K2, S0-02)', async () => {
    const one = await treeAt(district.office, district.id, 'period=2021&on=2021-07-09');
    expect(formatShare(one.items[0].shareOfEven)).toBe('10,7%');
    for (const year of [2021, 2022, 2023, 2024, 2025])
      await assign(district.office, district.id, [String(year), exactly(120)]);
    const sheet = await sheetAt(district.office, district.id, 'period=2021-2025');
    expect(figureIn(sheet).ofYears).toMatchObject({
      target: exactly(610),
      even: 122,
      assigned: exactly(600),
      without: [],
      difference: { state: 'under', under: 10, over: 0 },
    });
    const year = figureIn(await sheetAt(district.office, district.id, 'period=2021'));
    expect(year.within[0]).toMatchObject({ period: { key: '2021-2025' }, target: exactly(610) });
    expect(formatShare(year.within[0]?.shareOfYear ?? 0)).toBe('98,4%');
  });

  test('what the cells were given is compared with the town in both directions, and never forced (K17, S0-07, S3-60)', async () => {
    const [first, second] = cells as [number, number];
    const differenceOn = async (on: string) => {
      const { unit } = await treeAt(district.office, chauHung, `period=2021&on=${on}`);
      return [unit.below.assigned, unit.below.difference.assigned];
    };
    await assign(district.office, first, ['2021', exactly(6)], '2021-02-01');
    await assign(district.office, second, ['2021', exactly(5)], '2021-02-01');
    expect(await differenceOn('2021-02-10')).toMatchObject([exactly(11), { state: 'under', under: 2 }]);
    await assign(district.office, second, ['2021', exactly(9)], '2021-03-01');
    expect(await differenceOn('2021-03-10')).toMatchObject([exactly(15), { state: 'over', over: 2 }]);
    await assign(district.office, second, ['2021', exactly(7)], '2021-04-01');
    expect(await differenceOn('2021-04-10')).toMatchObject([exactly(13), { state: 'even' }]);
    // Each day keeps its own answer.
    expect(await differenceOn('2021-02-10')).toMatchObject([exactly(11), { state: 'under', under: 2 }]);
    const registered = {
      clientId: newId(),
      period: '2021',
      happenedOn: '2021-03-05',
      lines: [line(exactly(8))],
    };
    await district.office.post(`/api/targets/${first}/registered`, registered);
    const { unit } = await treeAt(district.office, chauHung, 'period=2021&on=2021-04-10');
    expect([unit.below.registered, unit.below.difference.registered]).toMatchObject([
      exactly(8),
      { state: 'under', under: 5 },
    ]);
    const above = await treeAt(district.office, district.id, 'period=2021&on=2021-04-10');
    expect([above.unit.done.value, above.items[0].done.value]).toEqual([4, 4]);
    expect(above.unit.below.difference.assigned).toMatchObject({ state: 'under', under: 107 });
  });

  test('a target without a number leaves the difference open, and the unit is named (K17, S4-04)', async () => {
    await assign(district.office, cells[0] as number, [
      '2022',
      {
        minimum: null,
        maximum: null,
        mark: 'exact',
      },
    ]);
    await assign(district.office, cells[1] as number, ['2022', exactly(4)]);
    await assign(district.office, chauHung, ['2022', exactly(9)]);
    const { unit, items } = await treeAt(district.office, chauHung, 'period=2022');
    expect(unit.below).toMatchObject({
      assigned: { minimum: 4, maximum: 4, mark: 'at_least' },
      difference: { assigned: { state: 'open', unknown: 1 } },
      unknown: ['Chi bộ Quân sự'],
    });
    expect(items.map((item: { attainment: { status: string } }) => item.attainment.status)).toContain(
      'unknown',
    );
  });
});

describe('Kinh Bắc, a ward with 3 to 5 a year', () => {
  let ward: Made;
  beforeAll(async () => {
    ward = await town('Đảng bộ phường Kinh Bắc');
    const own = await cell('Chi bộ khu phố 1', ward.id, 'TDP');
    await admit(own, [...days(2016, 8), ...days(2017, 5), ...days(2018, 2, 4)]);
    await assign(ward.office, ward.id, ['2016', exactly(5)]);
    await assign(ward.office, ward.id, ['2017', exactly(5)]);
    await assign(ward.office, ward.id, ['2018', range(3, 5)]);
    await assign(ward.office, ward.id, ['2015-08-20..2020-08-14', exactly(20)], '2015-08-20');
  });

  test('8 of 5 is 160%, three above: exceeded (K3, S2-04)', async () => {
    const { unit } = await treeAt(ward.office, ward.id, 'period=2016&on=2016-12-31');
    expect([formatShare(unit.attainment.progress), unit.attainment.surplus, unit.attainment.status]).toEqual([
      '160%',
      3,
      'exceeded',
    ]);
  });

  test('5 of 5 is 100%: met, not exceeded (K4, S2-05)', async () => {
    const { unit } = await treeAt(ward.office, ward.id, 'period=2017&on=2017-12-31');
    expect([formatShare(unit.attainment.progress), unit.attainment.surplus, unit.attainment.status]).toEqual([
      '100%',
      0,
      'met',
    ]);
  });

  test('2 of 3–5 on 27/04/2018: 66,7% and 40%, on pace, 6,2 not yet to be trusted (K5, S2-01, S2-06, S2-07)', async () => {
    const { unit, elapsed } = await treeAt(ward.office, ward.id, 'period=2018&on=2018-04-27');
    const { attainment } = unit;
    expect([formatShare(attainment.progress), formatShare(attainment.progressOfMaximum)]).toEqual([
      '66,7%',
      '40%',
    ]);
    expect([elapsed.days, formatShare(elapsed.share)]).toEqual([117, '32,1%']);
    expect([formatTenths(attainment.expected.minimum), formatTenths(attainment.expected.maximum)]).toEqual([
      '1,0',
      '1,6',
    ]);
    expect([attainment.status, formatTenths(attainment.forecast), attainment.enough]).toEqual([
      'on_pace',
      '6,2',
      false,
    ]);
  });

  test('the years stand beside each other, the part-year marked, and in their term (S2-08, S2-09, S2-22)', async () => {
    const sheet = figureIn(
      await sheetAt(ward.office, ward.id, 'period=2018&on=2018-04-27&since=2016&until=2018'),
    );
    expect(sheet.years.map(({ year, done, partYear }) => [year, done?.value, partYear])).toEqual([
      [2016, 8, false],
      [2017, 5, false],
      [2018, 2, true],
    ]);
    expect(sheet.change).toEqual([{ year: 2017, share: -0.375 }]);
    expect(sheet.within[0]).toMatchObject({
      period: { kind: 'term' },
      done: { value: 15 },
      target: exactly(20),
    });
  });
});

describe('Quảng Ninh to the end of September 2023', () => {
  test('≥ 2.070: 7,0%, 30,0% and 1,4%, together 38,3% with overlap, pace 2.767,6 (K7, S1-01, S1-06, S1-07, S1-08, S1-09, S1-10)', async () => {
    const province = await top('Đảng bộ tỉnh Quảng Ninh', 'province', 'superior_board');
    await tell(province.office, province.id, {
      period: '2023',
      asOf: '2023-09-30',
      value: 2070,
      mark: 'at_least',
      parts: [
        { part: 'private_enterprise', value: 145 },
        { part: 'village', value: 620 },
        { part: 'student', value: 28 },
      ],
    });
    const sheet = figureIn(await sheetAt(province.office, province.id, 'period=2023&on=2023-09-30'));
    const [told] = sheet.told;
    expect(told?.parts.map(({ ratio }) => ratio && formatTenths(ratio.share * 100))).toEqual([
      '7,0',
      '30,0',
      '1,4',
    ]);
    expect(told).toMatchObject({ named: { part: 793 }, overlap: true });
    expect(sayShare(told?.named)).toBe('38,3%');
    expect(sheet.line.done).toEqual({ value: 2070, mark: 'at_least' });
    expect(formatTenths(sheet.line.attainment.forecast ?? 0)).toBe('2.767,6');
    expect(sheet.line.attainment.mark).toBe('at_least');
    // The day before nothing had been told yet.
    expect((await treeAt(province.office, province.id, 'period=2023&on=2023-09-29')).unit.done.value).toBe(0);
  });
});

describe('Lào Cai at the end of 2021', () => {
  let province: Made;
  beforeAll(async () => {
    province = await top('Đảng bộ tỉnh Lào Cai', 'province', 'superior_board');
  });

  test('11 admitted, “đạt”, no target known; half in villages is 5 or 6 (K10, S4-04, S4-05)', async () => {
    const commune = await world.unit({
      name: 'Đảng bộ xã Pha Long',
      kind: 'base_organisation',
      parent: province.id,
    });
    await assign(province.office, commune, ['2021', { minimum: null, maximum: null, mark: 'exact' }]);
    await tell(province.office, commune, {
      period: '2021',
      asOf: '2021-12-31',
      value: 11,
      verdict: 'met',
      parts: [{ part: 'village', share: 500, mark: 'about' }],
    });
    const sheet = figureIn(await sheetAt(province.office, commune, 'period=2021&on=2021-12-31'));
    expect(sheet.line).toMatchObject({
      assigned: { minimum: null, maximum: null },
      done: { value: 11 },
      attainment: { status: 'met', told: true, progress: null, expected: null, left: null },
    });
    const village = sheet.told[0]?.parts[0];
    expect(village?.value).toBeNull();
    expect(village?.whole.map(({ value, share }) => [value, formatShare(share)])).toEqual([
      [5, '45,5%'],
      [6, '54,5%'],
    ]);
  });

  test('6 members, 2 of them of the year: 33,3%, before 4, +50% (K11, S4-01)', async () => {
    const own = await world.unit({
      name: 'Chi bộ thôn Nì Xỉ 4',
      kind: 'base_cell',
      type: 'THON',
      parent: province.id,
    });
    await admit(own, ['2021-03-03', '2021-09-02']);
    for (const year of [2001, 2005, 2011, 2016])
      await world.person({
        name: `Người Thử ${year}`,
        unit: own,
        kind: 'official',
        admittedOn: `${year}-05-19`,
        officialOn: `${year + 1}-05-19`,
      });
    const { members } = await sheetAt(province.office, own, 'period=2021&on=2021-12-31');
    expect([members.count.value, sayShare(members.admitted), members.before]).toEqual([6, '33,3%', 4]);
    expect(members.growth).toBe(0.5);
  });

  test('ten years above 2.000: ≥ 20.000, 39,2% of ≈ 51.000, 3,9% a year, farmers 19,3% (K12, S4-06, S4-07, S4-08, S4-09)', async () => {
    for (let year = 2012; year <= 2021; year += 1)
      await tell(province.office, province.id, {
        period: String(year),
        asOf: `${year}-12-31`,
        value: 2000,
        mark: 'at_least',
      });
    await tell(province.office, province.id, {
      figure: 'members',
      period: '2021',
      asOf: '2021-12-31',
      value: 51000,
      mark: 'about',
      parts: [{ part: 'farmer', value: 9850, mark: 'at_least' }],
    });
    const { window, members } = await sheetAt(
      province.office,
      province.id,
      'period=2021&on=2021-12-31&since=2012&until=2021',
    );
    expect([window.years, window.total, window.mean]).toEqual([10, { value: 20000, mark: 'at_least' }, 2000]);
    expect([sayShare(window.ofMembers), window.ofMembers?.mark]).toEqual(['39,2%', 'at_least']);
    expect(sayShare(window.yearlyOfMembers)).toBe('3,9%');
    expect(members.count).toEqual({ value: 51000, mark: 'about' });
    expect(sayShare(members.told?.parts[0]?.ratio)).toBe('19,3%');
  });
});

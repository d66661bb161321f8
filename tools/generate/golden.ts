// Units whose figures are known to the decimal, in every set and apart from its chance: the cases K1–K8, K10–K13 and K15–K18 as
// far as they are about flows and targets. Persons are made up; places and numbers are those of the cases.
import { type Day, addDays, addMonths } from '../../src/platform/day.ts';
import type { Line, TargetLine, ToldLine, UnitKind, UnitLine } from './line.ts';

export const golden = {
  vinhLoi: 900_000,
  chauHung: 900_010,
  kinhBac: 900_100,
  quangNinh: 900_200,
  haiHa: 900_300,
  phaLong: 900_600,
  niXi4: 900_601,
  laoCai: 900_700,
} as const;

interface Place {
  parentId?: number;
  type?: string;
  placeCode?: string;
}
const unit = (id: number, name: string, kind: UnitKind, place: Place = {}): UnitLine => ({
  line: 'unit',
  id,
  parentId: place.parentId ?? null,
  name,
  kind,
  type: place.type ?? null,
  placeCode: place.placeCode ?? null,
  foundedOn: '2010-01-01',
});
const stock = (unitId: number, on: Day, members: number): Line => ({ line: 'stock', unitId, on, members });
const target = (
  unitId: number,
  period: string,
  on: Day,
  more: Partial<TargetLine> & { minimum: number | null },
): TargetLine => ({ line: 'target', unitId, period, on, maximum: more.minimum, aim: null, ...more });
const told = (unitId: number, period: string, asOf: Day, more: Partial<ToldLine>): ToldLine => ({
  line: 'told',
  unitId,
  period,
  asOf,
  part: null,
  value: null,
  mark: 'exact',
  verdict: null,
  ...more,
});

interface Admitted {
  unitId: number;
  on: Day;
  at: number;
  occupation?: string;
}
/** Somebody admitted on a day, recognised a year later: a cohort of which all are (K15). */
function* admitted({ unitId, on, at, occupation = 'KHAC' }: Admitted): Generator<Line> {
  const caseId = `g${unitId}-${at}`;
  yield person(caseId, addMonths(on, -12 * (24 + (at % 7))), at, occupation);
  const decidedOn = addDays(on, -9);
  const pass = (stage: string, day: Day): Line => ({
    line: 'passage',
    caseId,
    unitId,
    stage,
    on: day,
    closedAs: null,
  });
  yield pass('nominated', addMonths(on, -14));
  yield pass('decided', decidedOn);
  yield pass('admitted', on);
  yield { line: 'admission', caseId, unitId, on, decidedOn, occupation, began: 'DVTN' };
  yield pass('recognised', addDays(addMonths(on, 12), 20));
}
const person = (id: string, bornOn: Day, at: number, occupation: string): Line => ({
  line: 'person',
  id,
  sex: at % 2 === 0 ? 'F' : 'M',
  bornOn,
  ethnicity: 'KINH',
  religion: null,
  youthUnion: true,
  education: 'THPT',
  profession: at % 3 === 0 ? 'DH' : 'TC',
  occupation,
});

function* admittedOn(units: readonly number[], days: readonly Day[]): Generator<Line> {
  for (const [at, on] of days.entries())
    yield* admitted({ unitId: units[at % units.length] ?? 0, on, at: Number(on.replaceAll('-', '')) + at });
}

/** K1, K2, K13, K17: a town with 13 of the district’s 610, its four cells with 13 together, eight admitted by 9/7/2021. */
function* vinhLoi(): Generator<Line> {
  const { vinhLoi: district, chauHung: town } = golden;
  yield unit(district, 'Đảng bộ huyện Vĩnh Lợi', 'district');
  yield unit(town, 'Đảng bộ thị trấn Châu Hưng', 'base_organisation', {
    parentId: district,
    placeCode: '31900',
  });
  const cells = [1, 2, 3, 4].map((at) => town + at);
  for (const [at, id] of cells.entries()) {
    yield unit(id, `Chi bộ ấp ${at + 1}`, 'cell', { parentId: town, type: 'THON' });
    yield stock(id, '2020-12-31', 22);
  }
  yield target(district, '2021-2025', '2021-01-08', { minimum: 610 });
  for (const year of [2021, 2022, 2023, 2024, 2025])
    yield target(district, String(year), '2021-01-08', { minimum: 122 });
  yield target(town, '2021', '2021-01-12', { minimum: 13, aim: 15 });
  for (const [at, minimum] of [4, 4, 3, 2].entries())
    yield target(cells[at] ?? 0, '2021', '2021-01-15', { minimum });
  yield* admittedOn(cells, [
    '2021-02-03',
    '2021-02-03',
    '2021-03-26',
    '2021-04-15',
    '2021-05-19',
    '2021-05-19',
    '2021-06-24',
    '2021-07-09',
  ]);
  const reasons = ['unpaid_or_absent', 'unpaid_or_absent', 'no_progress', 'card_returned'];
  for (let at = 0; at < 16; at += 1) {
    const on = addDays('2021-01-11', at * 10);
    yield { line: 'move', unitId: cells[at % 4] ?? 0, on, move: 'struck', reason: reasons[at % 4] ?? null };
  }
}

/** K3–K6: 5 asked and 8 done, 5 and 5, 3–5 and 2; 463 members in eleven cells. */
function* kinhBac(): Generator<Line> {
  const ward = golden.kinhBac;
  yield unit(ward, 'Đảng bộ phường Kinh Bắc', 'base_organisation', { placeCode: '09187' });
  const types = 'TDP TDP TDP TDP TDP TDP TRUONG TRUONG TRUONG YTE CA'.split(' ');
  const cells = types.map((_, at) => ward + at + 1);
  for (const [at, type] of types.entries()) {
    yield unit(cells[at] ?? 0, `Chi bộ ${at + 1}`, 'cell', { parentId: ward, type });
    yield stock(cells[at] ?? 0, '2018-04-27', at === 0 ? 53 : 41);
  }
  yield target(ward, '2016', '2016-01-11', { minimum: 5 });
  yield target(ward, '2017', '2017-01-10', { minimum: 5 });
  yield target(ward, '2018', '2018-01-10', { minimum: 3, maximum: 5 });
  yield* admittedOn(
    cells,
    ['02-03', '02-03', '03-25', '05-19', '06-15', '09-01', '11-24', '12-22'].map(of(2016)),
  );
  yield* admittedOn(cells, ['02-03', '03-24', '05-19', '09-01', '12-22'].map(of(2017)));
  yield* admittedOn(cells, ['02-02', '03-26'].map(of(2018)));
}
const of =
  (year: number) =>
  (day: string): Day =>
    `${year}-${day}`;

/** K7, K8, K12: what reports tell of whole provinces and districts. */
function* told3(): Generator<Line> {
  const { quangNinh, haiHa, laoCai } = golden;
  yield unit(quangNinh, 'Đảng bộ tỉnh Quảng Ninh', 'province');
  for (const [part, value] of [
    [null, 2070],
    ['private_enterprise', 145],
    ['village', 620],
    ['student', 28],
  ] as const)
    yield told(quangNinh, '2023', '2023-09-30', { part, value, mark: part === null ? 'at_least' : 'exact' });
  yield unit(haiHa, 'Đảng bộ huyện Hải Hà', 'district');
  for (let at = 0; at < 36; at += 1)
    yield unit(haiHa + 1 + at, `Đảng bộ trực thuộc ${at + 1}`, 'base_organisation', { parentId: haiHa });
  for (let at = 0; at < 215; at += 1) {
    const parentId = haiHa + 1 + (at % 36);
    yield unit(haiHa + 40 + at, `Chi bộ ${at + 1}`, 'cell', { parentId, type: 'THON' });
  }
  yield unit(laoCai, 'Đảng bộ tỉnh Lào Cai', 'province');
  for (let year = 2011; year <= 2020; year += 1)
    yield told(laoCai, String(year), `${year}-12-31`, { value: 2000, mark: 'at_least' });
  yield told(laoCai, '2021', '2021-06-30', { part: 'members', value: 51_000, mark: 'about' });
  yield told(laoCai, '2021', '2021-06-30', { part: 'members_farmer', value: 9850, mark: 'at_least' });
}

/** K10, K11, K16: eleven admitted and “đạt” without a number; a cell of six of whom two are new; a class on five Sundays. */
function* phaLong(): Generator<Line> {
  const { phaLong: commune, niXi4 } = golden;
  yield unit(commune, 'Đảng bộ xã Pha Long', 'base_organisation', { placeCode: '02752' });
  yield unit(niXi4, 'Chi bộ thôn Nì Xỉ 4', 'cell', { parentId: commune, type: 'THON' });
  yield unit(commune + 2, 'Chi bộ thôn Tả Lùng Thắng', 'cell', { parentId: commune, type: 'THON' });
  yield unit(commune + 3, 'Chi bộ trường tiểu học', 'cell', { parentId: commune, type: 'TRUONG' });
  yield stock(niXi4, '2020-12-31', 4);
  yield stock(commune + 2, '2020-12-31', 12);
  yield stock(commune + 3, '2020-12-31', 24);
  yield target(commune, '2021', '2021-01-14', { minimum: null, maximum: null });
  yield told(commune, '2021', '2021-12-31', { verdict: 'met' });
  yield* admittedOn([niXi4], ['2021-05-19', '2021-09-01']);
  yield* admittedOn([commune + 2], ['2021-02-03', '2021-03-26', '2021-06-17', '2021-12-22']);
  yield* admittedOn([commune + 3], ['2021-02-03', '2021-03-26', '2021-05-19', '2021-09-01', '2021-12-22']);
  const sessions = ['2021-10-03', '2021-10-10', '2021-10-17', '2021-10-24', '2021-10-31'];
  yield { line: 'class', id: 'g-sunday', area: 900, sessions, sunday: true, seats: 60 };
  for (const at of [1, 2]) {
    const caseId = `g${niXi4}-class-${at}`;
    yield person(caseId, `199${at}-04-12`, at, 'ND');
    for (const [stage, on] of [
      ['nominated', '2021-06-03'],
      ['listed', '2021-07-04'],
    ] as const)
      yield { line: 'passage', caseId, unitId: niXi4, stage, on, closedAs: null };
    yield { line: 'attend', classId: 'g-sunday', caseId, certifiedOn: '2021-11-05' };
  }
}

export function* goldenLines(): Generator<Line> {
  yield* vinhLoi();
  yield* kinhBac();
  yield* told3();
  yield* phaLong();
}

// Units whose figures are known to the decimal, in every set and apart from its chance: the worked cases K1–K18 as far as they are about
// units, flows and targets. Persons are made up; places and numbers are those of the cases.
import { type Day, addDays } from '../../src/platform/day.ts';
import { numberOf } from './days.ts';
import { edges } from './edges.ts';
import type { Flow } from './flow.ts';
import { candidate, cohort, type GoldenFlow, passage, stock, target, told, unit } from './golden-flows.ts';
import type { Line, ToldLine, UnitLine } from './line.ts';
import { livesOf } from './lives/live.ts';
import type { CellPlan, CommunePlan } from './plan.ts';
import { defaultToday, noShift, type Options } from './settings.ts';

/** Numbers of units from here on are those of the worked cases. */
export const firstGolden = 12_000_000;
export const golden = {
  vinhLoi: 12_000_000,
  chauHung: 12_000_010,
  kinhBac: 12_001_000,
  quangNinh: 12_002_000,
  haiHa: 12_003_000,
  binhLieu: 12_004_000,
  phaLong: 12_006_000,
  niXi4: 12_006_001,
  laoCai: 12_007_000,
  nomination: 12_008_000,
  edge: 12_009_000,
} as const;

/** K1, K2, K13, K17: a town with 13 of the district’s 610, its four cells with 13 together, eight admitted by 9/7/2021. */
function* vinhLoi(): Generator<GoldenFlow> {
  const { vinhLoi: district, chauHung: town } = golden;
  yield unit(district, 'Đảng bộ huyện Vĩnh Lợi', 'district');
  yield unit(town, 'Đảng bộ thị trấn Châu Hưng', 'base_organisation', {
    parentId: district,
    placeCode: '31900',
  });
  const cells = [1, 2, 3, 4].map((at) => town + at);
  for (const [at, id] of cells.entries()) {
    yield unit(id, `Chi bộ ấp ${at + 1}`, 'cell', { parentId: town, type: 'THON' });
    yield stock(id, '2019-11-30', 22);
  }
  yield target(district, '2021-2025', '2021-01-08', { minimum: 610 });
  for (const year of [2021, 2022, 2023, 2024, 2025])
    yield target(district, String(year), '2021-01-08', { minimum: 122 });
  yield target(town, '2021', '2021-01-12', { minimum: 13, aim: 15 });
  for (const [at, minimum] of [4, 4, 3, 2].entries())
    yield target(cells[at] ?? 0, '2021', '2021-01-15', { minimum });
  yield* cohort(cells, [
    '2021-02-03',
    '2021-02-03',
    '2021-03-26',
    '2021-04-15',
    '2021-05-19',
    '2021-05-19',
    '2021-06-24',
    '2021-07-09',
  ]);
  const reasons = ['DIXA', 'BOSH', 'GIAMSUT', 'TRATHE'];
  for (let at = 0; at < 16; at += 1) {
    const on = addDays('2021-01-11', at * 10);
    const reason = reasons[at % 4] ?? null;
    yield { line: 'move', unitId: cells[at % 4] ?? 0, on, move: 'struck', reason, caseId: null };
  }
}

/** K3–K6: 5 asked and 8 done, 5 and 5, 3–5 and 2; 463 members in eleven cells. */
function* kinhBac(): Generator<GoldenFlow> {
  const ward = golden.kinhBac;
  yield unit(ward, 'Đảng bộ phường Kinh Bắc', 'base_organisation', { placeCode: '09187' });
  const types = 'TDP TDP TDP TDP TDP TDP TRUONG TRUONG TRUONG YTE CA'.split(' ');
  const cells = types.map((_, at) => ward + at + 1);
  for (const [at, type] of types.entries()) {
    yield unit(cells[at] ?? 0, `Chi bộ ${at + 1}`, 'cell', { parentId: ward, type });
    // With the fifteen admitted until then 463 on 27/4/2018.
    yield stock(cells[at] ?? 0, '2014-11-30', at === 0 ? 38 : 41);
  }
  yield target(ward, '2016', '2016-01-11', { minimum: 5 });
  yield target(ward, '2017', '2017-01-10', { minimum: 5 });
  yield target(ward, '2018', '2018-01-10', { minimum: 3, maximum: 5 });
  yield* cohort(
    cells,
    ['02-03', '02-03', '03-25', '05-19', '06-15', '09-01', '11-24', '12-22'].map(of(2016)),
  );
  yield* cohort(cells, ['02-03', '03-24', '05-19', '09-01', '12-22'].map(of(2017)));
  yield* cohort(cells, ['02-02', '03-26'].map(of(2018)));
}
const of =
  (year: number) =>
  (day: string): Day =>
    `${year}-${day}`;

/** K7, K8, K12: what reports tell of whole provinces and districts. */
function* told3(): Generator<UnitLine | ToldLine> {
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
  yield told(laoCai, '2021', '2021-06-30', { figure: 'members', value: 51_000, mark: 'about' });
  yield told(laoCai, '2021', '2021-06-30', {
    figure: 'members',
    part: 'farmer',
    value: 9850,
    mark: 'at_least',
  });
}

/** K10, K11, K16: eleven admitted and “đạt” without a number; a cell of six of whom two are new; a class on five Sundays. */
function* phaLong(): Generator<GoldenFlow> {
  const { phaLong: commune, niXi4 } = golden;
  yield unit(commune, 'Đảng bộ xã Pha Long', 'base_organisation', { placeCode: '02752' });
  yield unit(niXi4, 'Chi bộ thôn Nì Xỉ 4', 'cell', { parentId: commune, type: 'THON' });
  yield unit(commune + 2, 'Chi bộ thôn Tả Lùng Thắng', 'cell', { parentId: commune, type: 'THON' });
  yield unit(commune + 3, 'Chi bộ trường tiểu học', 'cell', { parentId: commune, type: 'TRUONG' });
  yield stock(niXi4, '2019-11-30', 4);
  yield stock(commune + 2, '2019-11-30', 12);
  yield stock(commune + 3, '2019-11-30', 24);
  yield target(commune, '2021', '2021-01-14', { minimum: null, maximum: null });
  yield told(commune, '2021', '2021-12-31', { verdict: 'met' });
  yield* cohort([niXi4], ['2021-05-19', '2021-09-01']);
  yield* cohort([commune + 2], ['2021-02-03', '2021-03-26', '2021-06-17', '2021-12-22']);
  yield* cohort([commune + 3], ['2021-02-03', '2021-03-26', '2021-05-19', '2021-09-01', '2021-12-22']);
  const sessions = ['2021-10-03', '2021-10-10', '2021-10-17', '2021-10-24', '2021-10-31'];
  yield { line: 'class', id: 'g-sunday', area: 900, unitId: commune, sessions, sunday: true, seats: 60 };
  for (const at of [1, 2]) {
    const caseId = `${niXi4}-${at}`;
    yield candidate(caseId, `199${at}-04-12`, { occupation: 'ND' });
    for (const [stage, on] of [
      ['nominated', '2021-06-03'],
      ['listed', '2021-07-04'],
    ] as const)
      yield passage(caseId, niXi4, stage, on);
    yield { line: 'attend', classId: 'g-sunday', caseId, certifiedOn: '2021-11-05' };
  }
}

/** K9: twenty-one border villages; whoever takes part there as a guest is counted in the own cell only. */
function* binhLieu(): Generator<GoldenFlow> {
  const district = golden.binhLieu;
  yield unit(district, 'Đảng bộ huyện Bình Liêu', 'district');
  const commune = district + 1;
  yield unit(commune, 'Đảng bộ xã biên giới', 'base_organisation', { parentId: district });
  for (let at = 0; at < 21; at += 1) {
    const id = commune + 1 + at;
    yield unit(id, `Chi bộ thôn biên giới ${at + 1}`, 'cell', { parentId: commune, type: 'THON' });
    yield stock(id, '2020-12-31', 5);
  }
}

/** K14: six official members and one on probation; of two proposed one gets five of six voices, the other none. */
function* nomination(): Generator<GoldenFlow> {
  const commune = golden.nomination;
  yield unit(commune, 'Đảng bộ xã giới thiệu nguồn', 'base_organisation');
  const cell = commune + 1;
  yield unit(cell, 'Chi bộ sáu đảng viên chính thức', 'cell', { parentId: commune, type: 'THON' });
  yield stock(cell, '2020-06-30', 6);
  yield* cohort([cell], ['2021-09-01'], 'ND');
  for (const at of [1, 2]) {
    yield candidate(`${cell}-${at}`, `199${at}-02-11`, { occupation: 'ND' });
    yield passage(`${cell}-${at}`, cell, 'nominated', '2021-10-05');
  }
  yield passage(`${cell}-1`, cell, 'listed', '2021-10-05');
}
/** What the ballot of K14 said, by case. */
const said: Readonly<Record<string, number>> = {
  [`${golden.nomination + 1}-1`]: 5,
  [`${golden.nomination + 1}-2`]: 0,
};

const options: Options = { set: 'M', seed: 0, today: defaultToday, shift: noShift, shiftFrom: 0 };
/** Beyond the communes of any set, so that numbers of persons stay apart. */
const firstIndex = 3900;

/** The cases with people in them: what is told stays as it is. */
function* lived(flows: readonly GoldenFlow[], at: number, provinceCode: string): Generator<Line> {
  const units = flows.filter((flow): flow is UnitLine => flow.line === 'unit');
  const cells = units.filter(({ kind }) => kind === 'cell').map(planOfCell);
  const stocked = flows.filter((flow) => flow.line === 'stock');
  const first = stocked[0]?.on ?? '2020-12-31';
  const own = flows.filter((flow): flow is Flow => flow.line !== 'told' && flow.line !== 'unit');
  const days = own.filter(
    (flow) => flow.line !== 'stock' && flow.line !== 'candidate' && flow.line !== 'class',
  );
  const sorted = [
    ...own.filter(({ line }) => line === 'stock' || line === 'candidate'),
    ...days.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
  ];
  const top = units.findLast(({ kind }) => kind === 'base_organisation')?.id ?? 0;
  const commune: CommunePlan = {
    index: firstIndex + at,
    id: top,
    name: '',
    place: 'xa',
    placeCode: null,
    area: -1,
    provinceId: 0,
    provinceCode,
    bases: [],
    cells,
  };
  const lines = livesOf({
    setting: { commune, options, meets: new Map(), committeeMeets: 20 },
    flows: sorted,
    heads: { olds: new Map(), districts: [], boards: [], centre: null },
    targetsOf: (line) => [line],
    quiet: { units, first: numberOf(first) },
  });
  for (const line of lines) yield balloted(line);
  for (const flow of flows) if (flow.line === 'told' || flow.line === 'class') yield flow;
}

const planOfCell = ({ id, parentId, kind, type, name }: UnitLine): CellPlan => ({
  id,
  name,
  size: 0,
  first: 0,
  parentId: parentId ?? 0,
  kind: kind === 'base_cell' ? kind : 'cell',
  type: type ?? 'THON',
});
const dayOf = (flow: Flow): Day =>
  'on' in flow
    ? flow.on
    : flow.line === 'attend'
      ? flow.certifiedOn
      : flow.line === 'verification'
        ? flow.repliedOn
        : '';

function balloted(line: Line): Line {
  if (line.line !== 'passage' || line.stage !== 'nominated') return line;
  const yes = said[line.caseId];
  return yes === undefined ? line : { ...line, ballot: { base: 6, present: 6, yes } };
}

const cases: readonly (readonly [() => Generator<GoldenFlow>, string])[] = [
  [vinhLoi, '96'],
  [kinhBac, '24'],
  [phaLong, '15'],
  [binhLieu, '22'],
  [nomination, '15'],
];

/** Guests of K9: from the first village to the second. */
function* guests(lines: readonly Line[]): Generator<Line> {
  const home = golden.binhLieu + 2;
  const members = lines.filter((line) => line.line === 'member').filter(({ unitId }) => unitId === home);
  for (const { personId } of members.slice(1, 3))
    yield {
      line: 'absence',
      personId,
      unitId: home,
      fromOn: '2021-03-01',
      toOn: null,
      toUnitId: home + 1,
      place: 'Chi bộ thôn biên giới 2',
    };
}

let made: readonly Line[] | null = null;
/** The same for every set and seed that knows the years they tell of. */
export const goldenOf = ({ today }: Pick<Options, 'today'>): readonly Line[] =>
  today >= defaultToday ? goldenLines() : [];

/** All of them. */
export function goldenLines(): readonly Line[] {
  if (made) return made;
  const all: Line[] = [];
  for (const [at, [flows, province]] of cases.entries()) all.push(...lived([...flows()], at, province));
  all.push(...guests(all), ...told3());
  all.push(...edges({ top: golden.edge, live: (flows) => lived(flows, cases.length, '66') }));
  made = all;
  return all;
}

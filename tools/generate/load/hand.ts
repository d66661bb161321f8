// A set of a few lines made by hand, with every kind of ending and somebody introduced twice: small enough to be played act by act in a test, and known by heart.
import type { Day } from '../../../src/platform/day.ts';
import type { CaseLine, Line, MemberLine, MoveLine, PassageLine, PersonLine, UnitLine } from '../line.ts';
import type { SetSource } from './load.ts';

const begins: Day = '2014-07-01';
const today: Day = '2026-06-30';

const unit = (
  [id, parentId]: [number, number | null],
  kind: UnitLine['kind'],
  name: string,
  more: Partial<UnitLine> = {},
) =>
  ({
    line: 'unit',
    id,
    parentId,
    name,
    kind,
    type: null,
    placeCode: null,
    foundedOn: '2010-01-01',
    ...more,
  }) as UnitLine;

const units = [
  unit([1, null], 'province', 'Đảng bộ tỉnh Lào Cai (mô phỏng)'),
  unit([10, 1], 'district', 'Đảng bộ huyện Mường Khương (mô phỏng)'),
  unit([100, 10], 'base_organisation', 'Đảng bộ xã Pha Long (mô phỏng)'),
  unit([101, 100], 'cell', 'Chi bộ thôn 1', { type: 'THON' }),
  unit([102, 100], 'cell', 'Chi bộ trường học', { type: 'TRUONG' }),
  unit([103, 10], 'base_cell', 'Chi bộ hạt kiểm lâm', { type: 'CQ' }),
  unit([104, 1], 'political_centre', 'Trung tâm Chính trị (mô phỏng)'),
  unit([200, 1], 'upper_base', 'Đảng bộ xã Pha Long mới (mô phỏng)', { foundedOn: '2025-07-01' }),
];
const decision = { number: '12-QĐ/TU', on: '2025-06-25' };
const move = (unitId: number, parentId: number) =>
  ({ line: 'unit_act', unitId, on: '2025-07-01', decision, act: 'move', parentId }) as const;
const acts = [
  move(100, 200),
  move(103, 200),
  {
    line: 'unit_act',
    unitId: 10,
    on: '2025-07-01',
    decision,
    act: 'end',
    as: 'dissolved',
    intoId: null,
  } as const,
  {
    line: 'unit_act',
    unitId: 101,
    on: '2018-03-05',
    decision: { ...decision, on: '2018-03-01' },
    act: 'rename',
    name: 'Chi bộ thôn Pha Long 1',
  } as const,
];

/** Number of the person, and the cell. */
type Whose = [nth: number, unitId: number];

const surnames = [
  'Giàng Seo',
  'Nguyễn Văn',
  'Trần Thị',
  'Lê Đức',
  'Hoàng Thị',
  'Lý A',
  'Vàng Thị',
  'Phạm Minh',
];
const given = ['Páo', 'An', 'Bình', 'Cường', 'Dung', 'Sùng', 'Mỷ', 'Hòa', 'Khánh', 'Lan', 'Nam', 'Oanh'];
function person(nth: number, more: Partial<PersonLine> = {}): PersonLine {
  return {
    line: 'person',
    id: `100-${nth}`,
    fullName: `${surnames[nth % 8]} ${given[nth % 12]}`,
    sex: nth % 3 === 0 ? 'F' : 'M',
    bornOn: `${1970 + (nth % 25)}-0${1 + (nth % 9)}-1${nth % 9}`,
    ethnicity: nth % 2 ? 'MONG' : 'KINH',
    religion: nth === 2 ? '01' : null,
    hometown: 'Xã Pha Long, huyện Mường Khương, tỉnh Lào Cai',
    hometownCode: '02752',
    residence: 'Xã Pha Long, tỉnh Lào Cai',
    youthUnion: nth % 2 === 1,
    education: 'THPT',
    profession: 'DH',
    politicalTheory: 'SC',
    occupation: 'ND',
    identityNumber: `0000${String(90_000_000 + nth)}`,
    phone: '0900 000 123',
    ...more,
  };
}
const member = (nth: number, unitId: number, more: Partial<MemberLine> = {}): Line[] => [
  person(nth),
  {
    line: 'member',
    personId: `100-${nth}`,
    unitId,
    on: begins,
    admittedOn: `${2000 + (nth % 9)}-05-19`,
    officialOn: `${2001 + (nth % 9)}-05-19`,
    exempt: nth === 3,
    ...more,
  },
];

const empty = {
  reason: null,
  otherUnitId: null,
  place: null,
  admittedOn: null,
  officialOn: null,
  decision: null,
};
const moved = (
  [nth, unitId]: Whose,
  on: Day,
  kind: MoveLine['move'],
  more: Partial<MoveLine> = {},
): Line => ({
  line: 'move',
  personId: `100-${nth}`,
  unitId,
  on,
  move: kind,
  ...empty,
  ...more,
});

const begin = (nth: number, unitId: number, more: Partial<CaseLine> = {}): Line[] => [
  person(nth, { bornOn: `199${nth % 8}-04-1${nth % 8}`, education: 'THPT' }),
  {
    line: 'case',
    caseId: `100-${nth}`,
    personId: `100-${nth}`,
    unitId,
    introducedBy: 'youth_union',
    introducerId: null,
    source: 'DVTN',
    ...more,
  },
];
const at = ([nth, unitId]: Whose, stage: string, on: Day, more: Partial<PassageLine> = {}): Line => ({
  line: 'passage',
  caseId: `100-${nth}`,
  unitId,
  stage,
  on,
  closedAs: null,
  ballot: stage.endsWith('voted') ? { base: 6, present: 6, yes: 6 } : null,
  number: null,
  ...more,
});
const helper = (nth: number, by: number, fromOn: Day): Line => ({
  line: 'helper',
  caseId: `100-${nth}`,
  personId: `100-${by}`,
  fromOn,
  toOn: null,
});
const letter = (
  [nth, unitId]: Whose,
  sentOn: Day,
  repliedOn: Day,
  addressee = 'Đảng ủy xã Tả Ngài Chồ',
): Line => ({
  line: 'verification',
  caseId: `100-${nth}`,
  unitId,
  place: 'inside',
  addressee,
  sentOn,
  repliedOn,
});

/** From the introduction to the ceremony, so many months after the first day. */
function road([nth, unitId]: Whose, by: number, days: readonly Day[], base: boolean): Line[] {
  const [a, b, c, d, e, f, g, h, i, j, k, l] = days as Day[] & string[];
  return [
    at([nth, unitId], 'nominated', a as Day),
    at([nth, unitId], 'listed', b as Day),
    { line: 'attend', classId: 'k1', caseId: `100-${nth}`, certifiedOn: c as Day },
    at([nth, unitId], 'class_certified', c as Day),
    helper(nth, by, d as Day),
    at([nth, unitId], 'helped', d as Day),
    at([nth, unitId], 'permitted', e as Day),
    { line: 'return', caseId: `100-${nth}`, unitId, on: f as Day },
    at([nth, unitId], 'papers_ready', g as Day),
    at([nth, unitId], 'verifying', h as Day),
    letter([nth, unitId], h as Day, i as Day),
    letter([nth, unitId], h as Day, i as Day),
    at([nth, unitId], 'verified', i as Day),
    at([nth, unitId], 'cell_voted', j as Day),
    ...(base ? [at([nth, unitId], 'base_voted', k as Day)] : []),
    at([nth, unitId], 'decided', l as Day),
  ];
}
const days2016: Day[] = [
  '2016-02-10',
  '2016-03-05',
  '2016-06-20',
  '2016-07-05',
  '2016-09-20',
  '2016-10-10',
  '2016-10-25',
  '2016-11-01',
  '2016-12-05',
  '2017-01-05',
  '2017-01-20',
  '2017-02-15',
];
const later = (days: readonly Day[], years: number): Day[] =>
  days.map((day) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`);
const admitted = (nth: number, unitId: number, decidedOn: Day, on: Day): Line[] => [
  at([nth, unitId], 'admitted', on),
  { line: 'admission', caseId: `100-${nth}`, unitId, on, decidedOn, occupation: 'ND', began: 'DVTN' },
];
const recognised = ([nth, unitId]: Whose, on: Day, officialOn: Day, base: boolean): Line[] => [
  at([nth, unitId], 'probation_reviewed', `${on.slice(0, 8)}02`),
  at([nth, unitId], 'recognition_cell_voted', `${on.slice(0, 8)}05`),
  ...(base ? [at([nth, unitId], 'recognition_base_voted', `${on.slice(0, 8)}10`)] : []),
  at([nth, unitId], 'recognised', on),
  {
    line: 'recognition',
    caseId: `100-${nth}`,
    personId: `100-${nth}`,
    unitId,
    decidedOn: on,
    officialOn,
    number: '9-QĐ/HU',
  },
];

const lines: Line[] = [
  {
    line: 'class',
    id: 'k1',
    area: 0,
    unitId: 104,
    sessions: ['2016-05-09', '2016-05-10'],
    sunday: false,
    seats: 80,
  },
  {
    line: 'class',
    id: 'k2',
    area: 0,
    unitId: 104,
    sessions: ['2025-10-06', '2025-10-07'],
    sunday: false,
    seats: 80,
  },
  ...[1, 2, 3, 4, 5, 6].flatMap((nth) => member(nth, 101)),
  ...[7, 8, 9].flatMap((nth) => member(nth, 102)),
  ...[10, 11, 12].flatMap((nth) => member(nth, 103)),
  // The whole road to the card, in a cell below a base organisation; moved between cells as an official member.
  ...begin(20, 101),
  ...road([20, 101], 1, days2016, true),
  ...admitted(20, 101, '2017-02-15', '2017-03-03'),
  ...recognised([20, 101], '2018-03-22', '2018-03-03', true),
  moved([20, 101], '2020-08-03', 'cell_out', { otherUnitId: 102 }),
  moved([20, 102], '2020-08-03', 'cell_in', { otherUnitId: 101 }),
  // A base cell: no committee votes before the superior decides; dies on probation.
  ...begin(21, 103, { introducedBy: 'member', introducerId: '100-10' }),
  ...road([21, 103], 10, later(days2016, 2), false),
  ...admitted(21, 103, '2019-02-15', '2019-03-03'),
  moved([21, 103], '2019-09-09', 'died'),
  at([21, 103], 'closed', '2019-09-09', { closedAs: 'died' }),
  // Not agreed to by the cell.
  ...begin(22, 101),
  ...road([22, 101], 2, later(days2016, 3), true).filter(
    (line) => line.line !== 'passage' || line.on < '2020-01-05',
  ),
  at([22, 101], 'closed', '2020-01-05', {
    closedAs: 'not_approved',
    ballot: { base: 6, present: 6, yes: 2 },
  }),
  // Moved away before anybody voted, having been handed to the other cell.
  ...begin(23, 101),
  at([23, 101], 'nominated', '2020-02-10'),
  at([23, 101], 'listed', '2020-03-05'),
  { line: 'case_moved', caseId: '100-23', fromUnitId: 101, toUnitId: 102, on: '2020-05-05' },
  at([23, 102], 'closed', '2020-10-12', { closedAs: 'moved_away' }),
  // Struck off on probation; the case goes with the probationer to the other cell before.
  ...begin(24, 101, { introducedBy: 'union', source: 'GV' }),
  ...road([24, 101], 4, later(days2016, 5), true),
  ...admitted(24, 101, '2022-02-15', '2022-03-03'),
  moved([24, 101], '2022-06-01', 'cell_out', { otherUnitId: 102 }),
  moved([24, 102], '2022-06-01', 'cell_in', { otherUnitId: 101 }),
  at([24, 102], 'closed', '2023-03-20', { closedAs: 'removed_probationer' }),
  moved([24, 102], '2023-03-20', 'struck', {
    reason: 'DUBI',
    decision: { number: '3-QĐ/HU', on: '2023-03-20' },
  }),
  // Still on the road today, under the law of 2026, with words of the helper.
  ...begin(25, 102),
  at([25, 102], 'nominated', '2025-08-11'),
  at([25, 102], 'listed', '2025-09-05'),
  { line: 'attend', classId: 'k2', caseId: '100-25', certifiedOn: '2025-10-20' },
  at([25, 102], 'class_certified', '2025-10-20'),
  helper(25, 7, '2025-11-05'),
  at([25, 102], 'helped', '2025-11-05'),
  {
    line: 'note',
    caseId: '100-25',
    helperId: '100-7',
    month: '2025-11',
    on: '2025-12-02',
    text: 'Chịu khó, được bà con tin.',
  },
  { line: 'contact', caseId: '100-25', byId: '100-8', on: '2025-12-12' },
  at([25, 102], 'permitted', '2026-02-20'),
  at([25, 102], 'papers_ready', '2026-03-20'),
  at([25, 102], 'verifying', '2026-03-25'),
  letter([25, 102], '2026-03-25', '2026-04-20'),
  at([25, 102], 'verified', '2026-04-24'),
  at([25, 102], 'cell_voted', '2026-05-05'),
  ...begin(26, 103),
  at([26, 103], 'nominated', '2017-02-10'),
  at([26, 103], 'closed', '2017-05-10', { closedAs: 'withdrew' }),
  {
    line: 'case',
    caseId: '100-27',
    personId: '100-26',
    unitId: 101,
    introducedBy: 'youth_union',
    introducerId: null,
    source: 'DVTN',
  },
  at([27, 101], 'nominated', '2021-02-10'),
  at([27, 101], 'listed', '2021-03-05'),
  person(30),
  moved([30, 102], '2016-09-01', 'in', {
    place: 'Đảng bộ tỉnh Yên Bái',
    admittedOn: '2010-02-03',
    officialOn: '2011-02-03',
  }),
  moved([30, 102], '2021-09-01', 'out', { place: 'Đảng bộ thành phố Hà Nội' }),
  moved([5, 101], '2019-04-10', 'struck', {
    reason: 'BOSH',
    decision: { number: '7-QĐ/HU', on: '2019-04-10' },
  }),
  moved([6, 101], '2020-04-10', 'expelled', { decision: { number: '8-QĐ/HU', on: '2020-04-10' } }),
  moved([6, 101], '2020-11-10', 'restored', {
    officialOn: '2020-11-10',
    decision: { number: '9-QĐ/TU', on: '2020-11-10' },
  }),
  moved([9, 102], '2021-06-10', 'left', { decision: { number: '10-QĐ/HU', on: '2021-06-10' } }),
  {
    line: 'absence',
    personId: '100-4',
    unitId: 101,
    fromOn: '2023-02-01',
    toOn: '2023-12-01',
    toUnitId: 102,
    place: '',
  },
  {
    line: 'absence',
    personId: '100-12',
    unitId: 103,
    fromOn: '2025-02-01',
    toOn: null,
    toUnitId: null,
    place: 'Khu công nghiệp Bắc Ninh',
  },
  { line: 'exempt', personId: '100-11', unitId: 103, on: '2024-01-15', reason: 'treatment' },
  { line: 'meeting', id: 'm1', unitId: 102, body: 'cell', on: '2026-05-05', expected: 3, present: 3 },
  { line: 'survey', unitId: 101, year: 2026, on: '2026-01-12', people: 9, groups: { DVTN: 8, GV: 3 } },
  { line: 'target', unitId: 101, period: '2026', on: '2026-01-12', minimum: 1, maximum: 1, aim: 2 },
  { line: 'target', unitId: 100, period: '2026', on: '2026-01-12', minimum: 2, maximum: 2, aim: null },
  { line: 'target', unitId: 1, period: '2026', on: '2026-01-05', minimum: 2, maximum: 3, aim: null },
  {
    line: 'office',
    id: 'o1',
    personId: '100-1',
    unitId: 101,
    kind: 'cell_secretary',
    title: 'Bí thư chi bộ',
    fromOn: '2015-01-10',
    toOn: null,
    namedUnits: [],
    decision: { number: '1-QĐ/ĐU', on: '2015-01-05' },
  },
];

export const handSet: SetSource = {
  label: 'hand',
  begins,
  today,
  province: '15',
  units,
  acts,
  portions: () => [lines],
};

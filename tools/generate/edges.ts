// What is rare and must not break: a large cell and one with nobody on the road, a number of nought, two introductions of one person,
// a candidate who goes and comes back, odd names and days.
import type { Day } from '../../src/platform/day.ts';
import type { CandidateFlow, Flow } from './flow.ts';
import { admittedOn, candidate, certified, passage } from './golden-flows.ts';
import type { Line, PersonLine, ToldLine } from './line.ts';
import { unitLine } from './plan.ts';

interface Edges {
  top: number;
  /** gives flows their people */
  live: (flows: readonly (Flow | ToldLine)[]) => Iterable<Line>;
}

export const largeCell = 160;
const on: Day = '2021-12-31';

export function edges({ top, live }: Edges): Line[] {
  const [large, still, odd] = [top + 1, top + 2, top + 3];
  const lines = [...live([...flows(top, { large, still, odd })])];
  const first = `${odd}-3`;
  const personOf = (id: string) =>
    lines.find((line) => line.line === 'person' && line.id === id) as PersonLine;
  return [
    ...lines
      .map((line) => oldName(line))
      .map((line) => again(line, first))
      .filter((line) => !isSecond(line, first)),
    ...oddPeople(odd, personOf(first)),
  ];
}

function* flows(
  top: number,
  { large, still, odd }: { large: number; still: number; odd: number },
): Generator<Flow> {
  const base = { kind: 'base_organisation', type: null, placeCode: null } as const;
  yield unitLine({ id: top, parentId: null, name: 'Đảng bộ các trường hợp hiếm', ...base });
  const cell = (id: number, name: string, type: string) =>
    unitLine({ id, parentId: top, name, kind: 'cell', type, placeCode: null });
  yield cell(large, 'Chi bộ khu phố đông đảng viên', 'TDP');
  yield cell(still, 'Chi bộ không có nguồn', 'THON');
  yield cell(odd, 'Chi bộ nhiều trường hợp', 'THON');
  for (const [unitId, members] of [
    [large, largeCell],
    [still, 5],
    [odd, 8],
  ] as const)
    yield { line: 'stock', unitId, on, members };
  yield { line: 'target', unitId: top, period: '2024', on: '2024-01-10', minimum: 0, maximum: 0, aim: 0 };
  yield* newYear(odd);
  yield* wanders(odd, large);
  yield* introducedTwice(odd);
}

const person = (id: string, bornOn: Day, more: Partial<CandidateFlow> = {}): CandidateFlow =>
  candidate(id, bornOn, { minority: true, occupation: 'ND', ...more });

/** Born on 29 February, admitted on the first day of a year, recognised in time. */
function* newYear(unitId: number): Generator<Flow> {
  const caseId = `${unitId}-1`;
  yield person(caseId, '2000-02-29');
  yield* admittedOn({ unitId, caseId, on: '2024-01-01', occupation: 'ND' });
}

/** To another cell and back; asked about under the name of a province that is no more. */
function* wanders(unitId: number, other: number): Generator<Flow> {
  const caseId = `${unitId}-2`;
  yield person(caseId, '1997-08-15', { sex: 'F' });
  yield passage(caseId, unitId, 'nominated', '2024-09-05');
  yield passage(caseId, unitId, 'listed', '2024-10-04');
  yield { line: 'case_moved', caseId, fromUnitId: unitId, toUnitId: other, on: '2024-12-02' };
  yield* certified(caseId, other, '2025-01-10');
  yield passage(caseId, other, 'helped', '2025-02-05');
  yield passage(caseId, other, 'permitted', '2025-04-10');
  yield { line: 'case_moved', caseId, fromUnitId: other, toUnitId: unitId, on: '2025-05-06' };
  yield passage(caseId, unitId, 'papers_ready', '2025-07-10');
  yield passage(caseId, unitId, 'verifying', '2025-08-04');
  const letter = { caseId, unitId, place: 'outside', sentOn: '2025-08-04', repliedOn: '2025-09-15' };
  yield { line: 'verification', ...letter };
}

/** Withdrawn, and introduced anew two years later. */
function* introducedTwice(unitId: number): Generator<Flow> {
  const first = `${unitId}-3`;
  yield person(first, '1996-03-03');
  yield passage(first, unitId, 'nominated', '2022-03-05');
  yield { ...passage(first, unitId, 'closed', '2022-10-10'), closedAs: 'withdrew' };
  yield person(againOf(first), '1996-03-03');
  yield passage(againOf(first), unitId, 'nominated', '2024-06-05');
}
const againOf = (first: string): string => first.replace(/3$/, '4');
const again = (line: Line, first: string): Line =>
  line.line === 'case' && line.caseId === againOf(first) ? { ...line, personId: first } : line;
/** One person, though there are two cases. */
const isSecond = (line: Line, first: string): boolean => line.line === 'person' && line.id === againOf(first);

const oldName = (line: Line): Line =>
  line.line === 'verification' && line.caseId.endsWith('-2')
    ? { ...line, addressee: 'Đảng ủy xã Đồng Văn, huyện Đồng Văn, tỉnh Hà Giang' }
    : line;

const odd: readonly (Partial<PersonLine> & { fullName: string; sex: 'M' | 'F' })[] = [
  { fullName: 'Y Bhiu Niê', sex: 'M', ethnicity: 'E_DE' },
  { fullName: "H'Lan Ksor", sex: 'F', ethnicity: 'GIA_RAI' },
  { fullName: 'Rơ Châm Thuật', sex: 'M', ethnicity: 'GIA_RAI' },
  { fullName: 'Giàng Seo Phừ', sex: 'M', ethnicity: 'MONG' },
  { fullName: 'Thanh', sex: 'F', bornOn: '1958-07' },
  { fullName: 'Nguyễn Thị Hoàng Minh Châu', sex: 'F', bornOn: '1976-02-29' },
  { fullName: 'Trần Văn Hoà'.normalize('NFD'), sex: 'M', bornOn: '1961' },
];

/** Members who came with the roll; one was restored, one admission annulled. */
function* oddPeople(unitId: number, like: PersonLine): Generator<Line> {
  for (const [at, more] of odd.entries()) {
    const id = `${unitId}-m${at + 1}`;
    const born = more.bornOn ?? `197${at}-05-1${at}`;
    yield {
      ...like,
      id,
      occupation: 'ND',
      youthUnion: false,
      politicalTheory: 'SC',
      ethnicity: 'KINH',
      bornOn: born,
      identityNumber: `000${more.sex === 'M' ? 0 : 1}${born.slice(2, 4)}9999${at}0`
        .slice(0, 12)
        .padEnd(12, '0'),
      ...more,
    };
    const admittedOn = at === 4 ? '1985-06' : '2005-05-19';
    yield {
      line: 'member',
      personId: id,
      unitId,
      on,
      admittedOn,
      officialOn: at === 4 ? '1986-06' : '2006-05-19',
      exempt: false,
    };
  }
  yield* putOut(`${unitId}-m7`, unitId);
}

const paper = { number: '12-QĐ/ĐU', on: '2023-03-01' };
function* putOut(personId: string, unitId: number): Generator<Line> {
  const plain = { otherUnitId: null, place: null, admittedOn: null, officialOn: null, decision: paper };
  const of = { line: 'move', personId, unitId, ...plain } as const;
  yield { ...of, on: '2023-03-02', move: 'struck', reason: 'GIAMSUT' };
  const [admittedOn, officialOn] = ['2005-05-19', '2006-05-19'];
  yield { ...of, on: '2023-09-05', move: 'restored', reason: null, admittedOn, officialOn };
}

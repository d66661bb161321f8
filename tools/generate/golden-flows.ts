// What the worked cases are told with: units, stocks, numbers, and the whole road of somebody who is admitted on a day, with every wait
// that the law asks for.
import { type Day, addDays, addMonths } from '../../src/platform/day.ts';
import type { CandidateFlow, Flow, PassageFlow } from './flow.ts';
import type { TargetLine, ToldLine, UnitKind, UnitLine } from './line.ts';
import { unitLine } from './plan.ts';

export type GoldenFlow = Flow | ToldLine;

interface Place {
  parentId?: number;
  type?: string;
  placeCode?: string;
}
export const unit = (id: number, name: string, kind: UnitKind, place: Place = {}): UnitLine =>
  unitLine({
    id,
    name,
    kind,
    parentId: place.parentId ?? null,
    type: place.type ?? null,
    placeCode: place.placeCode ?? null,
  });
export const stock = (unitId: number, on: Day, members: number): Flow => ({
  line: 'stock',
  unitId,
  on,
  members,
});
export const target = (
  unitId: number,
  period: string,
  on: Day,
  more: Partial<TargetLine> & { minimum: number | null },
): TargetLine => ({ line: 'target', unitId, period, on, maximum: more.minimum, aim: null, ...more });
export const told = (unitId: number, period: string, asOf: Day, more: Partial<ToldLine>): ToldLine => ({
  line: 'told',
  unitId,
  period,
  asOf,
  figure: 'admission',
  part: null,
  value: null,
  mark: 'exact',
  verdict: null,
  ...more,
});
export const passage = (caseId: string, unitId: number, stage: string, on: Day): PassageFlow => ({
  line: 'passage',
  caseId,
  unitId,
  stage,
  on,
  closedAs: null,
});

export const candidate = (id: string, bornOn: Day, more: Partial<CandidateFlow> = {}): CandidateFlow => ({
  line: 'candidate',
  id,
  sex: 'M',
  bornOn,
  minority: false,
  religion: null,
  youthUnion: true,
  education: 'THPT',
  profession: 'TC',
  occupation: 'KHAC',
  ...more,
});

/** A class that was held elsewhere: of it only the certificate is known. */
const elsewhere = 'g-elsewhere';

export const certified = (caseId: string, unitId: number, on: Day): Flow[] => [
  { line: 'attend', classId: elsewhere, caseId, certifiedOn: on },
  passage(caseId, unitId, 'class_certified', on),
];

interface Admitted {
  unitId: number;
  caseId: string;
  on: Day;
  occupation: string;
}
/** From the first word to the card: the stages of somebody whose ceremony is held on a day. */
export function* admittedOn({ unitId, caseId, on, occupation }: Admitted): Generator<Flow> {
  const pass = (stage: string, day: Day) => passage(caseId, unitId, stage, day);
  const before = (months: number) => addMonths(on, -months);
  const after = (days: number) => addDays(addMonths(on, 12), days);
  const decidedOn = addDays(on, -9);
  yield pass('nominated', before(14));
  yield pass('listed', before(13));
  yield* certified(caseId, unitId, before(10));
  yield pass('helped', before(9));
  yield pass('permitted', before(8));
  yield pass('papers_ready', before(7));
  yield pass('verifying', before(6));
  const letter = { caseId, unitId, place: 'inside', sentOn: before(6), repliedOn: before(5) };
  yield { line: 'verification', ...letter };
  yield pass('verified', before(4));
  yield pass('cell_voted', addDays(on, -45));
  yield pass('base_voted', addDays(on, -30));
  yield pass('decided', decidedOn);
  yield pass('admitted', on);
  yield { line: 'admission', caseId, unitId, on, decidedOn, occupation, began: 'DVTN' };
  yield pass('probation_reviewed', after(1));
  yield pass('recognition_cell_voted', after(7));
  yield pass('recognition_base_voted', after(13));
  yield pass('recognised', after(20));
}

/** One on each day, in one cell after the other: cohorts of which all are recognised (K15). */
export function* cohort(
  units: readonly number[],
  days: readonly Day[],
  occupation = 'KHAC',
): Generator<Flow> {
  for (const [nth, on] of days.entries()) {
    const unitId = units[nth % units.length] ?? 0;
    const at = Number(on.slice(2, 4)) * 10 + nth;
    const caseId = `${unitId}-${at}`;
    yield candidate(caseId, addMonths(on, -12 * (24 + (nth % 7))), {
      sex: at % 2 === 0 ? 'F' : 'M',
      profession: at % 3 === 0 ? 'DH' : 'TC',
      occupation,
    });
    yield* admittedOn({ unitId, caseId, on, occupation });
  }
}

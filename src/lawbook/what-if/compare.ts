// What differs between two reckonings of the same cases: lines that come, go or move, and next steps that would be
// judged otherwise.
import type { CaseKind, DueRow } from '../../worklist/due.ts';
import type { Reckoned } from '../../worklist/source.ts';

export interface Span {
  startsOn: string;
  dueOn: string | null;
  extendsTo: string | null;
}

/** A line before and after; null where there is none. */
export interface RowChange {
  caseKind: CaseKind;
  caseId: string;
  unitId: number;
  clock: string;
  part: string;
  step: string;
  before: Span | null;
  after: Span | null;
}

export interface StepChange {
  caseKind: CaseKind;
  caseId: string;
  unitId: number;
  before: Reckoned['next'];
  after: Reckoned['next'];
}

const lineOf = ({ clock, part }: Pick<DueRow, 'clock' | 'part'>): string => `${clock}/${part}`;
const spanOf = (row: DueRow | undefined): Span | null =>
  row ? { startsOn: row.startsOn, dueOn: row.dueOn, extendsTo: row.extendsTo } : null;

const sameSpan = (a: Span | null, b: Span | null): boolean =>
  a?.startsOn === b?.startsOn && a?.dueOn === b?.dueOn && a?.extendsTo === b?.extendsTo;

/** One case that one side does not know has no lines there. */
function pairs(
  before: readonly Reckoned[],
  after: readonly Reckoned[],
): { one: Reckoned; before: Reckoned | undefined; after: Reckoned | undefined }[] {
  const [old, now] = [byCase(before), byCase(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((id) => {
    const [a, b] = [old.get(id), now.get(id)];
    return { one: (a ?? b) as Reckoned, before: a, after: b };
  });
}
const byCase = (list: readonly Reckoned[]) => new Map(list.map((one) => [one.caseId, one]));

export function changedRows(
  caseKind: CaseKind,
  before: readonly Reckoned[],
  after: readonly Reckoned[],
): RowChange[] {
  return pairs(before, after).flatMap(({ one, before: a, after: b }) => {
    const [old, now] = [byLine(a), byLine(b)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((line): RowChange[] => {
      const row = (old.get(line) ?? now.get(line)) as DueRow;
      const [was, is] = [spanOf(old.get(line)), spanOf(now.get(line))];
      if (sameSpan(was, is)) return [];
      const { clock, part, step } = row;
      return [
        { caseKind, caseId: one.caseId, unitId: one.unitId, clock, part, step, before: was, after: is },
      ];
    });
  });
}
const byLine = (one: Reckoned | undefined) => new Map((one?.rows ?? []).map((row) => [lineOf(row), row]));

export const changedSteps = (
  caseKind: CaseKind,
  before: readonly Reckoned[],
  after: readonly Reckoned[],
): StepChange[] =>
  pairs(before, after).flatMap(({ one, before: a, after: b }) => {
    const [old, now] = [a?.next ?? null, b?.next ?? null];
    return sameStep(old, now)
      ? []
      : [{ caseKind, caseId: one.caseId, unitId: one.unitId, before: old, after: now }];
  });

const sameStep = (a: Reckoned['next'], b: Reckoned['next']): boolean =>
  a?.step === b?.step && a?.outcome === b?.outcome;

const dayOf = ({ after, before }: RowChange): string => after?.dueOn ?? before?.dueOn ?? '9999';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the day on which it would be due, then by case. */
export const inOrder = (list: readonly RowChange[]): RowChange[] =>
  list.toSorted(
    (a, b) =>
      compare(dayOf(a), dayOf(b)) ||
      compare(a.caseKind, b.caseKind) ||
      compare(a.caseId, b.caseId) ||
      compare(lineOf(a), lineOf(b)),
  );

/** Refusals that would come first, then the rest, by case. */
export const stepsInOrder = (list: readonly StepChange[]): StepChange[] =>
  list.toSorted(
    (a, b) =>
      Number(b.after?.outcome === 'refused') - Number(a.after?.outcome === 'refused') ||
      compare(a.caseKind, b.caseKind) ||
      compare(a.caseId, b.caseId),
  );

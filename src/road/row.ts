// What the current row of a dossier keeps beside its columns, so that lists need not fold: the facts the acts say,
// the next due days, the meetings named – and the lines it owes. Made from the ledger and the regulations alone; no day of today in it.
import type { PartialDay } from '../platform/day.ts';
import type { FactValue } from '../rules/verdict.ts';
import type { Ballot } from '../meetings/ballot.ts';
import { type DueRow, dueRowOf } from '../worklist/due.ts';
import type { Dossier } from './fold.ts';
import {
  firstStep,
  introducingStep,
  pausingStep,
  resubmittingStep,
  resumingStep,
  returningStep,
  touchingSteps,
} from './road.ts';
import type { RunningClock, Standing } from './standing.ts';

export interface DossierState {
  takenOverStage: string | null;
  helperId: string | null;
  facts: Record<string, FactValue>;
  /** earliest duty still open, and earliest day of all that is open */
  dutyOn: string | null;
  nextDueOn: string | null;
  meetings: string[];
}

/** What lists of candidates show and filter by, each in a column of its own. */
export interface Followed {
  proposerId: string | null;
  introducedBy: string[];
  lastTouchOn: PartialDay | null;
  pausedOn: PartialDay | null;
  returnedOn: PartialDay | null;
}

export interface Reckoned extends DossierState {
  informedOn: PartialDay | null;
  openedOn: PartialDay;
  followed: Followed;
}

export function stateOf(dossier: Dossier, standing: Standing): Reckoned {
  const { facts } = standing;
  const open = standing.clocks.filter(isOpen);
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null);
  return {
    informedOn: facts['consent.agreed'] === true ? text('consent.informedOn') : null,
    openedOn: firstDay(dossier),
    followed: followedOf(dossier, facts),
    takenOverStage: dossier.takenOver?.stage ?? null,
    helperId: text('helper'),
    facts: Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
    ) as Record<string, FactValue>,
    dutyOn: first(open.filter(isDuty)),
    nextDueOn: first(open),
    meetings: meetingsOf(dossier),
  };
}

/** Who proposed, who was last met, and whether the case rests with somebody else. */
export function followedOf({ acts }: Pick<Dossier, 'acts'>, facts: Standing['facts']): Followed {
  const days = touchingSteps.map((step) => facts[`${step}.on`]).filter((day) => typeof day === 'string');
  const kinds = [firstStep, introducingStep].flatMap((step) =>
    acts.filter((act) => act.step === step).map(({ inputs }) => inputs.proposerKind),
  );
  const proposer = facts[`${firstStep}.proposer`];
  return {
    proposerId: typeof proposer === 'string' ? proposer : null,
    introducedBy: [...new Set(kinds.filter((kind) => typeof kind === 'string'))],
    lastTouchOn: days.reduce<string | null>((a, b) => (a !== null && a > b ? a : b), null),
    pausedOn: openSince(acts, pausingStep, resumingStep),
    returnedOn: openSince(acts, returningStep, resubmittingStep),
  };
}

/** Day of the last act of this step, unless the other step has followed it. */
export function openSince(acts: Dossier['acts'], opens: string, ends: string): PartialDay | null {
  const last = acts.findLast(({ step }) => step === opens || step === ends);
  return last?.step === opens ? last.on : null;
}

export const isDuty = (clock: Pick<RunningClock, 'nature' | 'endsWith'>): boolean =>
  clock.nature === 'duty' && clock.endsWith.length > 0;
export const isOpen = (clock: RunningClock): boolean =>
  clock.endedOn === null && clock.dueOn !== null && clock.endsWith.length > 0;

const first = (clocks: readonly RunningClock[]): string | null =>
  clocks.reduce<string | null>(
    (day, { dueOn }) => (dueOn === null || (day !== null && day < dueOn) ? day : dueOn),
    null,
  );

/** First day that is known of the case: an act, else the day it was taken over. */
function firstDay(dossier: Dossier): PartialDay {
  const days = dossier.acts.map((act) => act.on).filter((day) => day !== null);
  return days.reduce((a, b) => (a < b ? a : b), dossier.takenOver?.on ?? days[0] ?? '');
}

export const meetingsOf = ({ acts }: Pick<Dossier, 'acts'>): string[] => [
  ...new Set(acts.flatMap(({ inputs }) => Object.values(inputs).map(meetingIn)).filter((id) => id !== null)),
];

const meetingIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'yes' in value
    ? ((value as Ballot).meetingId ?? null)
    : null;

/** The clocks that nothing has ended, as lines of the work list. */
export const dueOfDossier = (dossier: Dossier, standing: Standing): DueRow[] =>
  standing.clocks
    .filter((clock) => clock.endedOn === null)
    .flatMap((clock) =>
      dueRowOf(clock, {
        caseKind: 'dossier',
        caseId: dossier.id,
        part: clock.place ?? '',
        step: clock.step,
        unitId: dossier.unitId,
        personId: dossier.personId,
      }),
    );

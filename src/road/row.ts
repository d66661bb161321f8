// What the current row of a dossier keeps beside its columns, so that lists need not fold: the facts the acts say,
// the next due days, the meetings named – and the lines it owes. Made from the ledger and the regulations alone; no day of today in it.
import type { PartialDay } from '../platform/day.ts';
import type { FactValue } from '../rules/verdict.ts';
import type { Ballot } from '../meetings/ballot.ts';
import { type DueRow, dueRowOf } from '../worklist/due.ts';
import type { Dossier } from './fold.ts';
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

export interface Reckoned extends DossierState {
  informedOn: PartialDay | null;
  openedOn: PartialDay;
}

export function stateOf(dossier: Dossier, standing: Standing): Reckoned {
  const { facts } = standing;
  const open = standing.clocks.filter(isOpen);
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null);
  return {
    informedOn: facts['consent.agreed'] === true ? text('consent.informedOn') : null,
    openedOn: firstDay(dossier),
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

// A line of the work list: what is open of which case, since when and until when. Made from a clock of the regulations;
// where the line stands today (overdue, this week …) is reckoned when it is read and kept nowhere.
import { addDays, type Day, daysBetween, weekdayOf } from '../platform/day.ts';
import { derivedId } from '../platform/ids.ts';
import type { Citation, Clock, Confidence } from '../rules/verdict.ts';
import type { Group } from './view.ts';

export const caseKinds = ['dossier', 'person', 'unit', 'plan', 'report'] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface DueRow {
  caseKind: CaseKind;
  /** uuid (of a dossier, a person, a measure), or the unit's number as text */
  caseId: string;
  /** id of the due entry */
  clock: string;
  /** a verification's place, a routine's period; '' for a line that exists once */
  part: string;
  /** the step whose clock this is */
  step: string;
  unitId: number;
  /** the one office that has it while it is in force; null or absent: every office of the kinds that answer */
  officeId?: number | null;
  personId: string | null;
  startsOn: Day;
  dueOn: Day | null;
  extendsTo: Day | null;
  limit: number | null;
  unit: Clock['unit'];
  nature: Clock['nature'];
  /** office kinds that must act */
  answers: string[];
  citations: Citation[];
  confidence: Confidence;
  /** steps that end it */
  endsWith: string[];
}

/** What a clock is about; the rest of its row it says itself. */
export type Subject = Pick<DueRow, 'caseKind' | 'caseId' | 'part' | 'step' | 'unitId' | 'personId'>;

/** What nothing ends, or what ends by itself and has no consequence, only informs: it makes no line. */
const onlyInforms = ({ endsWith, nature, consequence }: Clock): boolean =>
  endsWith.length === 0 || (nature === 'term' && consequence === null);

export const dueRowOf = (clock: Clock, subject: Subject): DueRow[] =>
  onlyInforms(clock)
    ? []
    : [
        {
          ...subject,
          clock: clock.id,
          startsOn: clock.startsOn,
          dueOn: clock.dueOn,
          extendsTo: clock.extendsTo,
          limit: clock.limit,
          unit: clock.unit,
          nature: clock.nature,
          answers: clock.answers,
          citations: clock.citations,
          confidence: clock.confidence,
          endsWith: clock.endsWith,
        },
      ];

/** One line, for good: when facts move its start it is another line. */
export type LineName = Pick<DueRow, 'caseKind' | 'caseId' | 'clock' | 'part' | 'startsOn'>;

const words = ({ caseKind, caseId, clock, part, startsOn }: LineName) => [
  caseKind,
  caseId,
  clock,
  part,
  startsOn,
];
export const keyOf = (line: LineName): string => words(line).join('/');
const lines = '5f1c7d0e-6f0b-4a57-9a5e-0c6f3a1d2b44';
/** The id under which the line is settled. */
export const lineIdOf = (line: LineName): string => derivedId(lines, JSON.stringify(words(line)));

/** The Sunday that ends the week of this day. */
export const weekEnd = (today: Day): Day => addDays(today, (7 - weekdayOf(today)) % 7);
export const monthEnd = (today: Day): Day => addDays(today, 30);

/** Where an open line stands on a day. The SQL of list.store.ts is its twin; a test holds the two together. */
export function groupOf(line: { dueOn: Day | null; mine: boolean }, today: Day): Exclude<Group, 'settled'> {
  if (!line.mine) return 'others';
  if (line.dueOn === null) return 'unknown';
  if (line.dueOn < today) return 'overdue';
  if (line.dueOn <= weekEnd(today)) return 'week';
  return line.dueOn <= monthEnd(today) ? 'month' : 'later';
}

/** Days by which a duty is behind; a term is over, and nobody is late. */
export const lateDays = ({ dueOn, nature }: Pick<DueRow, 'dueOn' | 'nature'>, today: Day): number | null =>
  nature === 'duty' && dueOn !== null && dueOn < today ? daysBetween(dueOn, today) : null;

/**
 * An office that takes nothing off the list – a committee member in charge of cells, a leader – has no work of its own
 * here: it follows all that is within its reach, by day.
 */
export const isFollower = (can: ReadonlySet<string>): boolean => !can.has('worklist.settle');

/** A line that no office must answer concerns everybody who sees it. */
export const isMine = (answers: readonly string[], office: string | null): boolean =>
  answers.length === 0 || (office !== null && answers.includes(office));

/**
 * Who may take a line off: an office that must answer it, or one named above such an office in organisation.yaml,
 * whose offices stand from the top down. Nobody takes a duty off the list of a level above.
 */
export function maySettle(
  answers: readonly string[],
  office: string | null,
  order: readonly string[],
): boolean {
  if (isMine(answers, office)) return office !== null;
  const own = office === null ? -1 : order.indexOf(office);
  return own >= 0 && answers.some((other) => order.indexOf(other) > own);
}

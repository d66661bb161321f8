// What the API of the work list answers, as pages and routes share it: a line and why it is there, the counts, the
// sheet for the wall, routine work done before, the feed for a telephone.
import type { Day } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import type { Citation, Confidence } from '../rules/verdict.ts';

/**
 * Where a line stands today; `others` are lines that only offices other than the reader's must answer. An office that
 * takes nothing off the list follows everything within its reach by day: it has no `others`.
 */
export const groups = ['overdue', 'week', 'month', 'later', 'others', 'unknown', 'settled'] as const;
export type Group = (typeof groups)[number];
export type Counts = Record<Group, number>;

export type SettledHow = 'not_applicable' | 'done_outside';

export interface Settled {
  /** the entry that a withdrawal names */
  entry: string;
  how: SettledHow;
  on: Day;
  /** null where the reader may not read a note about this person */
  reason: string | null;
  by: string;
  /** an instant */
  at: string;
}

export interface WorkItem {
  /** names the line within a list: case, clock, part and start */
  key: string;
  caseKind: 'dossier' | 'person' | 'unit' | 'plan' | 'report';
  caseId: string;
  clock: string;
  part: string;
  startsOn: Day;
  dueOn: Day | null;
  /** last day if the limit is extended, where it can be */
  extendsTo: Day | null;
  /** the work, as a verb phrase */
  label: Message;
  title: string;
  second: string | null;
  unitId: number;
  unitName: string;
  href: string;
  nature: 'duty' | 'term';
  /** negative when late; null without a due day or outside the calendar */
  workingDaysLeft: number | null;
  lateDays: number | null;
  limit: number | null;
  unit: 'working_days' | 'days' | 'months';
  citations: Citation[];
  confidence: Confidence;
  consequence: Message | null;
  answers: string[];
  mine: boolean;
  /** labels of the offices that must answer */
  waitsFor: Message[];
  /** the step that ends the line, when this office may take it; `href` opens its form */
  act: { step: string; label: Message; href: string } | null;
  settled: Settled | null;
  can: ('settle' | 'remind')[];
}

/** One kind of work among the lines asked for, whatever kind was chosen: the choices of the filter. */
export interface Work {
  clock: string;
  label: Message;
  count: number;
}

export interface Worklist {
  items: WorkItem[];
  total: number;
  next: string | null;
  asOf: string;
  counts: Counts;
  works: Work[];
}

/** `GET /api/worklist/days?from=&to=` with the filters of the list: how many lines of the reader's own end on each day. */
export interface WorkDays {
  days: { on: Day; count: number }[];
}

/** The quiet number at the entry of the menu. */
export type Badge = Pick<Counts, 'overdue' | 'week'>;

/** `GET /api/waiting`: what waits for an answer of this office, without a day of its own. */
export interface Waiting {
  items: { id: string; label: Message; href: string; count: number }[];
}

/** Everything open of one unit, for the sheet on its wall. */
export interface WorkSheet {
  unit: { id: number; name: string };
  superior: { id: number; name: string } | null;
  /** where the sheet is written: the commune or ward of the unit */
  place: string | null;
  on: Day;
  items: WorkItem[];
  /** more lines follow under this cursor */
  next: string | null;
  watermark: Message | null;
}

/** A piece of routine work that was recorded. */
export interface RoutineDone {
  entry: string;
  step: string;
  label: Message;
  /** '2026-11', '2026-Q4', '2026-H2', '2026' */
  period: string;
  happenedOn: Day;
  /** what was entered, in the order of the form */
  lines: { label: Message; value: string }[];
  by: string;
  at: string;
  withdrawn: { reason: string; by: string; at: string } | null;
  can: 'withdraw'[];
}

export interface Feed {
  on: boolean;
  /** only in the answer that makes it: the address is shown once */
  address: string | null;
  createdAt: string | null;
}

/** Which routine work of which unit and period a form is opened for, as one word of an address. */
export interface RoutinePlace {
  unitId: number;
  step: string;
  period: string;
}

export const routineWord = ({ unitId, step, period }: RoutinePlace): string => `${unitId}.${step}.${period}`;

/** The form of a routine, opened on the work list. */
export const routineHref = (place: RoutinePlace): string =>
  `/worklist?routine=${encodeURIComponent(routineWord(place))}`;

export function readRoutineWord(word: string | undefined): RoutinePlace | null {
  const match = /^(\d+)\.([a-z][a-z_]*)\.([0-9A-Z-]+)$/.exec(word ?? '');
  if (!match) return null;
  const [, unitId, step, period] = match as unknown as [string, string, string, string];
  return { unitId: Number(unitId), step, period };
}

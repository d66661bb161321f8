// What is decided about a class: who gets a seat, who has completed it, which numbers come next, and whether a day is
// one on which people do not expect a class.
import type { Calendar } from '../calendar/workdays.ts';
import { type Day, isDay, weekdayOf } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import type { Completion, Mark } from './class.ts';
import { messages } from './messages.ts';

export interface Seated {
  dossierId: string;
  seat: 'enrolled' | 'waiting';
}

/** First come, first seated: those already waiting before the others; whoever finds no seat waits, nobody is lost. */
export function seatAll(
  free: number,
  chosen: readonly { dossierId: string; waiting: boolean; place: number }[],
): { seated: Seated[]; still: string[] } {
  const inOrder = [
    ...chosen.filter(({ waiting }) => waiting).toSorted((a, b) => a.place - b.place),
    ...chosen.filter(({ waiting }) => !waiting),
  ];
  const [lucky, others] = [inOrder.slice(0, Math.max(0, free)), inOrder.slice(Math.max(0, free))];
  return {
    seated: [
      ...lucky.map(({ dossierId }) => ({ dossierId, seat: 'enrolled' as const })),
      ...others
        .filter(({ waiting }) => !waiting)
        .map(({ dossierId }) => ({ dossierId, seat: 'waiting' as const })),
    ],
    still: others.filter(({ waiting }) => waiting).map(({ dossierId }) => dossierId),
  };
}

export interface Attended {
  present: number;
  excused: number;
  result: string | null;
}

export interface Completing {
  done: boolean;
  attended: number;
  needed: number;
  /** the paper is still to be marked, or was not passed */
  paper: 'none' | 'missing' | 'failed' | 'passed';
}

/** `share`: what the regulations ask at least, where they say anything. */
export function completing(
  rule: Completion,
  sessions: number,
  { present, excused, result }: Attended,
  share: number | null = null,
): Completing {
  const needed = Math.min(
    sessions,
    Math.max(rule.least ?? sessions, share === null ? 0 : Math.ceil(share * sessions)),
  );
  const attended = present + (rule.excused ? excused : 0);
  const marked = result === 'passed' ? 'passed' : result === 'failed' ? 'failed' : 'missing';
  const paper = rule.paper ? marked : 'none';
  return {
    done: attended >= needed && (paper === 'none' || paper === 'passed'),
    attended,
    needed,
    paper,
  };
}

/** Present among all who were marked; null before anybody was. */
export function rateOf(marked: readonly { mark: Mark }[]): number | null {
  if (marked.length === 0) return null;
  return marked.filter(({ mark }) => mark === 'present').length / marked.length;
}

export const onlySundays = (days: readonly Day[]): boolean =>
  days.length > 0 && days.every((day) => weekdayOf(day) === 0);

export interface DayNote {
  message: Message;
  params: { note: string };
}

/** A holiday or a make-up day, with the calendar's own note; a Sunday is a day like any other for a class. */
export function dayNote(calendar: Pick<Calendar, 'rows'>, day: string): DayNote | null {
  const row = isDay(day) ? calendar.rows.get(day) : undefined;
  if (!row) return null;
  const key = row.effect === 'work' ? 'classes.day_makeup' : 'classes.day_off';
  return { message: messages[key], params: { note: row.note } };
}

/** '015/GCN' → '015/GCN', '016/GCN', …: the first run of digits counts up and keeps its width. */
export function numbersFrom(first: string, count: number): string[] {
  const found = /^(\D*)(\d+)(.*)$/su.exec(first.trim());
  if (!found) return [];
  const [, before = '', digits = '', after = ''] = found;
  return Array.from(
    { length: count },
    (_, at) => before + String(Number(digits) + at).padStart(digits.length, '0') + after,
  );
}

// What administrators lay over the shipped calendar: a day off, a make-up day, or a shipped row taken away – each with
// its source. Whether an edit may be laid is decided here, for the form, the API and drafts alike.
import { type Day, isDay } from '../platform/day.ts';
import type { Params } from '../platform/messages.ts';
import type { Calendar } from './workdays.ts';
import type { CalendarCode } from './messages.ts';
import { type CalendarRow, type DayKind, type DayStatus, isWeekend, kindsOf } from './rows.ts';

export interface CalendarEdit {
  date: Day;
  /** 'plain' takes the row of that day away: Monday to Friday works, the weekend does not */
  effect: 'off' | 'work' | 'plain';
  kind: string;
  note: string;
  source: string;
  status: 'projection' | 'announced';
}

export interface CalendarRefusal {
  code: CalendarCode;
  params: Params;
}

/** A row in force, and where it comes from. */
export interface LaidRow extends CalendarRow {
  origin: 'shipped' | 'reckoned' | 'edit';
  /** of an edit: the notice it rests on */
  source: string | null;
}

export const rowOfEdit = (edit: CalendarEdit): LaidRow | null =>
  edit.effect === 'plain'
    ? null
    : { ...edit, effect: edit.effect, kind: edit.kind as DayKind, origin: 'edit' };

/** Why an edit cannot be laid over this calendar; null when it can. */
export function decideCalendarEdit(calendar: Calendar, edit: CalendarEdit): CalendarRefusal | null {
  const { date } = edit;
  if (!isDay(date)) return { code: 'calendar.not_a_day', params: { date } };
  const year = Number(date.slice(0, 4));
  const range = { date, from: String(calendar.firstYear), to: String(calendar.lastYear) };
  if (year < calendar.firstYear || year > calendar.lastYear)
    return { code: 'calendar.out_of_range', params: range };
  if (edit.source.trim() === '') return { code: 'calendar.source_missing', params: { date } };
  if (calendar.edits.has(date)) return { code: 'calendar.overlap', params: { date } };
  return edit.effect === 'plain' ? refusePlain(calendar, date) : refuseRow(calendar, edit, edit.effect);
}

const refusePlain = (calendar: Calendar, date: Day): CalendarRefusal | null =>
  calendar.rows.has(date) ? null : { code: 'calendar.nothing_to_remove', params: { date } };

/** It must change how the day counts – or turn a shipped projection of the very same into something announced. */
function refuseRow(calendar: Calendar, edit: CalendarEdit, effect: 'off' | 'work'): CalendarRefusal | null {
  const { date, kind } = edit;
  if (!kindsOf(effect).includes(kind)) return { code: 'calendar.kind_differs', params: { kind } };
  const held = calendar.rows.get(date);
  const now = held?.effect ?? (isWeekend(date) ? 'off' : 'work');
  const confirms = held !== undefined && isOpen(held.status) && edit.status === 'announced';
  if (now !== effect || confirms) return null;
  return { code: effect === 'off' ? 'calendar.already_off' : 'calendar.already_working', params: { date } };
}

const isOpen = (status: DayStatus): boolean => status !== 'official_confirmed' && status !== 'announced';

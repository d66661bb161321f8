// Working days: Monday to Friday without holidays, and the make-up days. The day of the event is not counted; the
// limit ends with the n-th working day. Outside the years the calendar covers the answer is "not known" (null).
import { z } from 'zod';
import { addDays, type Day, isDay, weekdayOf } from '../platform/day.ts';

const row = z.strictObject({
  date: z.string().refine(isDay),
  effect: z.enum(['off', 'work']),
  kind: z.string(),
  note: z.string(),
  status: z.string(),
});
export type CalendarRow = z.infer<typeof row>;

export interface Calendar {
  effects: ReadonlyMap<Day, 'off' | 'work'>;
  firstYear: number;
  lastYear: number;
  rows: readonly CalendarRow[];
}

export function parseCalendar(csv: string): CalendarRow[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return row.parse(Object.fromEntries(names.map((name, index) => [name, cells[index]])));
  });
}

export function calendarOf(rows: readonly CalendarRow[]): Calendar {
  const years = rows.map((one) => Number(one.date.slice(0, 4)));
  return {
    effects: new Map(rows.map((one) => [one.date, one.effect])),
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    rows,
  };
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const effect = calendar.effects.get(day);
  if (effect) return effect === 'work';
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

const covered = (calendar: Calendar, day: Day): boolean => {
  const year = Number(day.slice(0, 4));
  return year >= calendar.firstYear && year <= calendar.lastYear;
};

/** The n-th working day after `start`; null when the calendar does not reach so far. */
export function addWorkingDays(calendar: Calendar, start: Day, count: number): Day | null {
  let day = start;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (!covered(calendar, day)) return null;
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return covered(calendar, start) ? day : null;
}

/** Working days in (from, to]; negative when `to` lies before `from`; null outside the calendar. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number | null {
  if (!covered(calendar, from) || !covered(calendar, to)) return null;
  if (to < from) return -(workingDaysBetween(calendar, to, from) ?? 0);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

// The calendar of a simulated world in whole days since 1970: where offices act, when nothing happens, how likely a ceremony
// is. Years before the shipped calendar are reckoned from the law.
import { readFileSync } from 'node:fs';
import { reckonHolidays, reckonRows } from '../../src/calendar/holidays.ts';
import { type CalendarRow, parseCalendar } from '../../src/calendar/rows.ts';
import type { Day } from '../../src/platform/day.ts';

export type DayNumber = number;

export const numberOf = (day: Day): DayNumber => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const dayOfNumber = (number: DayNumber): Day =>
  new Date(number * 86_400_000).toISOString().slice(0, 10);

export const firstYear = 2013;
export const lastYear = 2030;
const first = numberOf(`${firstYear}-01-01`);
const length = numberOf(`${lastYear}-12-31`) - first + 1;
const firstShipped = 2020;

const file = new URL('../../regulations/calendar/working-days.csv', import.meta.url);
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
const rows: CalendarRow[] = [
  ...years.filter((year) => year < firstShipped).flatMap(reckonRows),
  ...parseCalendar(readFileSync(file, 'utf8')),
].filter(({ date }) => date >= `${firstYear}-01-01` && date <= `${lastYear}-12-31`);

// 1/1/1970 was a Thursday: 3 makes Monday 0.
const works = Uint8Array.from({ length }, (_, at) => ((first + at + 3) % 7 < 5 ? 1 : 0));
const holiday = new Uint8Array(length);
for (const row of rows) {
  const at = numberOf(row.date) - first;
  works[at] = row.effect === 'work' ? 1 : 0;
  if (row.effect === 'off' && row.kind === 'statutory') holiday[at] = 1;
}
const reckoned = years.flatMap(reckonHolidays);
for (const { date } of reckoned) holiday[numberOf(date) - first] = 1;
/** First day of each lunar year. */
const tet = reckoned.filter(({ lunar }) => lunar === '1/1').map(({ date }) => numberOf(date));

export const isOfficeDay = (day: DayNumber): boolean => works[day - first] === 1;
export const isHoliday = (day: DayNumber): boolean => holiday[day - first] === 1;
export const isRestDay = (day: DayNumber): boolean => (day + 3) % 7 >= 5;

export function officeDayFrom(day: DayNumber): DayNumber {
  let at = day;
  while (!isOfficeDay(at)) at += 1;
  return at;
}

/** The day itself, or the first after it that is no holiday: people meet on Sundays, too. */
export function openDayFrom(day: DayNumber): DayNumber {
  let at = day;
  while (isHoliday(at)) at += 1;
  return at;
}

export function officeDaysAfter(day: DayNumber, count: number): DayNumber {
  let at = day;
  for (let left = count; left > 0; ) {
    at += 1;
    if (isOfficeDay(at)) left -= 1;
  }
  return at;
}

export const yearOf = (day: DayNumber): number => new Date(day * 86_400_000).getUTCFullYear();
/** 0 = January */
export const monthOf = (day: DayNumber): number => new Date(day * 86_400_000).getUTCMonth();
export const monthStart = (year: number, month: number): DayNumber => Date.UTC(year, month, 1) / 86_400_000;

/** Anniversaries before which ceremonies gather: month and day. */
const occasions = [
  [2, 3],
  [3, 26],
  [5, 19],
  [9, 2],
  [12, 22],
] as const;
const weights = Float64Array.from({ length }, () => 1);
for (const day of tet)
  for (let at = day - 15; at < day + 16; at += 1)
    if (at >= first && at < first + length) weights[at - first] = 0.3;
for (const year of years)
  for (const [month, day] of occasions) {
    const on = monthStart(year, month - 1) + day - 1;
    for (let at = on - 6; at <= on; at += 1) if (at >= first) weights[at - first] = 6;
  }

/** How much likelier a ceremony is on that day than on a plain one; 0 where there is none. */
export const ceremonyWeight = (day: DayNumber): number =>
  isHoliday(day) ? 0 : (weights[day - first] ?? 1) * (isOfficeDay(day) ? 1 : 0);

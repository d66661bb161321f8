// Working days: Monday to Friday unless the calendar says otherwise. The day of the event is not counted, day 1 is the
// next working day, and the limit ends with the n-th working day. Years before the calendar are not known (their swaps
// are not), so the answer is null; years after the shipped ones are reckoned from the law, as a projection.
import type { Day } from '../platform/day.ts';
import { type CalendarEdit, type LaidRow, rowOfEdit } from './edits.ts';
import { type Holiday, reckonHolidays, reckonRows } from './holidays.ts';
import { type CalendarRow, type DayStatus, isWeekend } from './rows.ts';

export { CalendarFileError, parseCalendar, type CalendarRow, type DayStatus } from './rows.ts';
export { type Holiday, holidayNames, parseHolidays } from './holidays.ts';
export {
  type CalendarEdit,
  type CalendarRefusal,
  decideCalendarEdit,
  type LaidRow,
} from './edits.ts';

/** As far as the lunar calendar was checked. */
const lastReckoned = 2100;

export interface Calendar {
  firstYear: number;
  lastYear: number;
  /** the last year of the shipped file; what follows is reckoned */
  shippedTo: number;
  /** days that depart from Monday to Friday, edits laid over */
  rows: ReadonlyMap<Day, LaidRow>;
  /** the same without edits */
  shipped: ReadonlyMap<Day, LaidRow>;
  edits: ReadonlyMap<Day, CalendarEdit>;
  named: readonly Holiday[];
  /** the rows of each year, in order */
  byYear: ReadonlyMap<number, readonly LaidRow[]>;
  /** years for which at least one day is official or announced */
  announced: ReadonlySet<number>;
  days: DayIndex;
}

/** Days since 1970; working days up to and with each day, and the day of each working day. */
interface DayIndex {
  first: number;
  counts: Int32Array;
  working: Int32Array;
}

const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const dayOfNumber = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10);
const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The shipped rows, the years after them reckoned, and the edits laid over both. Pure: nothing is refused here. */
export function layCalendar(
  shipped: readonly CalendarRow[],
  edits: readonly CalendarEdit[],
  named: readonly Holiday[] = [],
): Calendar {
  const years = shipped.map((one) => yearOf(one.date));
  const [firstYear, shippedTo] = [Math.min(...years), Math.max(...years)];
  const base = new Map<Day, LaidRow>(
    [
      ...shipped.map((row) => ({ ...row, origin: 'shipped' as const, source: null })),
      ...reckonedAfter(shippedTo).map((row) => ({ ...row, origin: 'reckoned' as const, source: null })),
    ].map((row) => [row.date, row]),
  );
  const rows = new Map(base);
  for (const edit of edits) {
    const row = rowOfEdit(edit);
    if (row) rows.set(edit.date, row);
    else rows.delete(edit.date);
  }
  return {
    firstYear,
    lastYear: lastReckoned,
    shippedTo,
    rows,
    shipped: base,
    edits: new Map(edits.map((one) => [one.date, one])),
    named,
    byYear: Map.groupBy(
      [...rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
      ({ date }) => yearOf(date),
    ),
    announced: announcedIn([...shipped, ...edits]),
    days: indexOf(rows, firstYear, lastReckoned),
  };
}

export const calendarOf = (shipped: readonly CalendarRow[], named: readonly Holiday[] = []): Calendar =>
  layCalendar(shipped, [], named);

let reckonedRows: CalendarRow[] = [];
/** Every calendar of a process goes on the same way: the years are reckoned once. */
function reckonedAfter(year: number): readonly CalendarRow[] {
  if (yearOf(reckonedRows[0]?.date ?? '0') !== year + 1)
    reckonedRows = Array.from({ length: lastReckoned - year }, (_, at) => reckonRows(year + 1 + at)).flat();
  return reckonedRows;
}

const announcedIn = (rows: readonly Pick<CalendarRow, 'date' | 'status'>[]): Set<number> =>
  new Set(rows.filter(({ status }) => !isProjected(status)).map(({ date }) => yearOf(date)));
const isProjected = (status: DayStatus): boolean => status === 'projection' || status === 'policy_pending';

function indexOf(rows: ReadonlyMap<Day, LaidRow>, firstYear: number, lastYear: number): DayIndex {
  const first = numberOf(`${firstYear}-01-01`);
  const length = numberOf(`${lastYear}-12-31`) - first + 1;
  // 1/1/1970 was a Thursday: 3 makes Monday 0.
  const works = Uint8Array.from({ length }, (_, at) => ((first + at + 3) % 7 < 5 ? 1 : 0));
  for (const [day, { effect }] of rows) works[numberOf(day) - first] = effect === 'work' ? 1 : 0;
  const counts = new Int32Array(length);
  const working = new Int32Array(length);
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    if (works[at] === 1) working[count++] = first + at;
    counts[at] = count;
  }
  return { first, counts, working: working.slice(0, count) };
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const row = calendar.rows.get(day);
  return row ? row.effect === 'work' : !isWeekend(day);
}

/** Place of a day in the index; undefined when the calendar does not reach there. */
const countTo = ({ days }: Calendar, day: Day): number | undefined => days.counts[numberOf(day) - days.first];

/** The n-th working day after `start`, before it when n is negative; null when the calendar does not reach so far. */
export function addWorkingDays(calendar: Calendar, start: Day, count: number): Day | null {
  const passed = countTo(calendar, start);
  if (passed === undefined) return null;
  if (count === 0) return start;
  const before = count < 0 && isWorkingDay(calendar, start) ? passed - 1 : passed;
  const found = calendar.days.working[before + count - (count < 0 ? 0 : 1)];
  return found === undefined ? null : dayOfNumber(found);
}

/** Working days in (from, to]; negative when `to` lies before `from`; null outside the calendar. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number | null {
  const [start, end] = [countTo(calendar, from), countTo(calendar, to)];
  return start === undefined || end === undefined ? null : end - start;
}

/** The days that depart from Monday to Friday in (from, to], in order. */
export const departuresBetween = (calendar: Calendar, from: Day, to: Day): LaidRow[] =>
  yearsBetween(from, to)
    .flatMap((year) => calendar.byYear.get(year) ?? [])
    .filter(({ date }) => from < date && date <= to);

const yearsBetween = (from: Day, to: Day): number[] =>
  Array.from({ length: Math.max(0, yearOf(to) - yearOf(from) + 1) }, (_, at) => yearOf(from) + at);

export type CalendarStatus = 'confirmed' | 'recalled' | 'projection';

/**
 * How sure a span (from, to] is: a projection when it touches a projected day or a year that no notice covers yet
 * (its swaps cannot be known); recalled when a day of it was not found in a published notice. null outside.
 */
export function statusOf(calendar: Calendar, from: Day, to: Day): CalendarStatus | null {
  if (to < from) return statusOf(calendar, to, from);
  if (workingDaysBetween(calendar, from, to) === null) return null;
  if (yearsBetween(from, to).some((year) => !calendar.announced.has(year))) return 'projection';
  const statuses = new Set(departuresBetween(calendar, from, to).map((row) => row.status));
  if ([...statuses].some(isProjected)) return 'projection';
  return statuses.has('official_recalled') ? 'recalled' : 'confirmed';
}

export interface CalendarYear {
  year: number;
  /** null: the calendar does not reach there */
  workingDays: number | null;
  status: CalendarStatus | null;
  rows: LaidRow[];
  holidays: Holiday[];
}

/** A whole year for a page: what departs from Monday to Friday, the named holidays, how sure it is. */
export function yearOfCalendar(calendar: Calendar, year: number): CalendarYear {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const known = countTo(calendar, first) !== undefined;
  return {
    year,
    workingDays: known
      ? Number(workingDaysBetween(calendar, first, last)) + Number(isWorkingDay(calendar, first))
      : null,
    status: known ? statusOf(calendar, first, last) : null,
    rows: [...(calendar.byYear.get(year) ?? [])],
    holidays: holidaysOf(calendar, year),
  };
}

function holidaysOf(calendar: Calendar, year: number): Holiday[] {
  if (year > calendar.shippedTo && year <= calendar.lastYear) return reckonHolidays(year);
  return calendar.named.filter(({ date }) => yearOf(date) === year);
}

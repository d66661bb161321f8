// A month as weeks from Monday to Sunday, what each day is in the calendar of the regulations, and how many lines end
// on it.
import { addDays, type Day, dayOf, daysInMonth, weekdayOf } from '../../../platform/day.ts';
import { type Calendar, type DayStatus, yearOfCalendar } from '../../../calendar/workdays.ts';
import type { WorkDays } from '../../view.ts';

export interface MonthDay {
  day: Day;
  /** of another month, shown to fill the week */
  outside: boolean;
  count: number;
  work: 'work' | 'off' | 'makeup';
  /** a holiday or a make-up day by its name */
  name: string | null;
  /** how sure the calendar is of it */
  surety: 'projection' | 'recalled' | null;
}

export const monthOf = (day: Day): string => day.slice(0, 7);
const firstOf = (month: string): Day => `${month}-01`;

export const isMonth = (word: string | undefined): word is string =>
  word !== undefined && /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(word);

export function lastOf(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return dayOf(year, number, daysInMonth(year, number));
}

/** The month so many months on. */
export const monthAfter = (month: string, count: number): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const index = year * 12 + (number - 1) + count;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1).slice(0, 7);
};

/** First and last day of the weeks that the month touches. */
export function spanOf(month: string): { from: Day; to: Day } {
  const [first, last] = [firstOf(month), lastOf(month)];
  return {
    from: addDays(first, -((weekdayOf(first) + 6) % 7)),
    to: addDays(last, (7 - weekdayOf(last)) % 7),
  };
}

export function weeksOf(month: string, days: WorkDays['days'], calendar: Calendar): MonthDay[][] {
  const { from, to } = spanOf(month);
  const counts = new Map(days.map(({ on, count }) => [on, count]));
  const named = holidaysIn(calendar, from, to);
  const weeks: MonthDay[][] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7))
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((offset) => {
        const day = addDays(monday, offset);
        const row = calendar.rows.get(day);
        const holiday = named.get(day);
        return {
          day,
          outside: monthOf(day) !== month,
          count: counts.get(day) ?? 0,
          work: workOf(day, row?.effect),
          name: row?.note || holiday?.name || null,
          surety: suretyOf(row?.status ?? holiday?.status),
        };
      }),
    );
  return weeks;
}

/** Holidays by day, also those that fall on a weekend and so change no working day. */
function holidaysIn(calendar: Calendar, from: Day, to: Day) {
  const years = new Set([from, to].map((day) => Number(day.slice(0, 4))));
  const holidays = [...years].flatMap((year) => yearOfCalendar(calendar, year).holidays);
  return new Map(holidays.map((one) => [one.date, one]));
}

function workOf(day: Day, effect: string | undefined): MonthDay['work'] {
  if (effect === 'work') return 'makeup';
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  return effect === 'off' || weekend ? 'off' : 'work';
}

function suretyOf(status: DayStatus | undefined): MonthDay['surety'] {
  if (status === 'projection' || status === 'policy_pending') return 'projection';
  return status === 'official_recalled' ? 'recalled' : null;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where a key leads from a day within the shown weeks; null when it means nothing here. */
export function dayByKey(
  key: string,
  from: Day,
  { from: first, to: last }: { from: Day; to: Day },
): Day | null {
  const weekday = (weekdayOf(from) + 6) % 7;
  const step = key === 'Home' ? -weekday : key === 'End' ? 6 - weekday : steps[key];
  if (step === undefined) return null;
  const day = addDays(from, step);
  return day < first || day > last ? null : day;
}

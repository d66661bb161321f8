// A year as twelve months of weeks from Monday, each day with what it counts as.
import { addDays, type Day, dayOf, daysInMonth, weekdayOf } from '../../../platform/day.ts';
import type { Calendar } from '../../../calendar/workdays.ts';

export interface Cell {
  day: Day;
  date: number;
  /** work = a make-up day, off = a weekday off, weekend, plain = Monday to Friday as usual */
  mark: 'work' | 'off' | 'weekend' | 'plain';
}
export interface Month {
  month: number;
  /** empty places before the first */
  before: number;
  cells: Cell[];
}

export const monthsOf = (calendar: Calendar, year: number): Month[] =>
  Array.from({ length: 12 }, (_, index) => monthOf(calendar, year, index + 1));

function monthOf(calendar: Calendar, year: number, month: number): Month {
  const first = dayOf(year, month, 1);
  return {
    month,
    before: (weekdayOf(first) + 6) % 7,
    cells: Array.from({ length: daysInMonth(year, month) }, (_, index) => {
      const day = addDays(first, index);
      return { day, date: index + 1, mark: markOf(calendar, day) };
    }),
  };
}

function markOf(calendar: Calendar, day: Day): Cell['mark'] {
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  const effect = calendar.rows.get(day)?.effect;
  if (effect === 'work') return weekend ? 'work' : 'plain';
  if (weekend) return 'weekend';
  return effect === 'off' ? 'off' : 'plain';
}

// When an event whose day may be known only in part counts in a range of days: a month-only day in its month (by the
// first of it), a year-only day in ranges that hold the whole year. So months sum to the year but for the year-only ones.
import { type Day, earliest, latest, type PartialDay, precisionOf } from '../platform/day.ts';

/** `to` is inclusive. The condition of the database is `withinSql`. */
export function isWithin(on: PartialDay, from: Day, to: Day): boolean {
  const first = earliest(on);
  if (precisionOf(on) === 'year') return first >= from && latest(on) <= to;
  return first >= from && first <= to;
}

/** Conventions that a page says beside its numbers. */
export const rangeNote = {
  vi: 'Việc chỉ biết tháng được tính trong tháng đó; việc chỉ biết năm được tính khi khoảng thời gian gồm cả năm.',
  en: 'What is known by month only counts in that month; what is known by year only counts where the range holds the whole year.',
};

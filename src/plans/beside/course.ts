// The steps of a period: the months of a year, the years of anything longer.
import { type Day, dayOf, daysInMonth } from '../../platform/day.ts';
import { type Period, yearWithin } from '../period.ts';
import type { CourseView } from './view.ts';

interface Step {
  from: Day;
  to: Day;
}

export function stepsOf(period: Period): Step[] {
  const [year] = period.years;
  if (period.kind !== 'year' || year === undefined)
    return period.years.map((each) => {
      const { from, to } = yearWithin(period, each);
      return { from, to };
    });
  return Array.from({ length: 12 }, (_, at) => ({
    from: dayOf(year, at + 1, 1),
    to: dayOf(year, at + 1, daysInMonth(year, at + 1)),
  }));
}

/** `dated`: counts under 'YYYY-MM', or under 'YYYY' where no month is known. */
export function courseOf(
  period: Period,
  on: Day,
  dated: readonly { when: string; count: number }[],
): CourseView {
  const letters = period.kind === 'year' ? 7 : 4;
  const counts = new Map<string, number>();
  for (const { when, count } of dated) {
    const key = when.slice(0, letters);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const steps = stepsOf(period).map(({ from, to }) => ({
    from,
    to,
    count: from > on ? null : (counts.get(from.slice(0, letters)) ?? 0),
  }));
  const undated = period.kind === 'year' ? (counts.get(period.key) ?? 0) : 0;
  return { steps, undated };
}

// Days on which an office acts: no weekend, no holiday. Falls back on the fixed holidays where the table of
// regulations/calendar does not reach.
import { readFileSync } from 'node:fs';
import { addDays, weekdayOf } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';

const table = new URL('../../regulations/calendar/working-days.csv', import.meta.url);
const listed = new Map(
  readFileSync(table, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(',').slice(0, 2) as [string, string]),
);
const fixed = new Set(['01-01', '04-30', '05-01', '09-02']);

export function isWorkingDay(day: Day): boolean {
  const effect = listed.get(day);
  if (effect) return effect === 'work';
  return weekdayOf(day) % 6 !== 0 && !fixed.has(day.slice(5));
}

/** The day itself, or the next working day. */
export function workingFrom(day: Day): Day {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, 1);
  return at;
}

/** The day itself, or the last working day before it. */
export function workingUpTo(day: Day): Day {
  let at = day;
  while (!isWorkingDay(at)) at = addDays(at, -1);
  return at;
}

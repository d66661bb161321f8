// A second calendar, written another way, against which the fast one is held: it reads the shipped file itself and
// walks day by day with dates of the platform. What both say is right, or both are wrong in different ways.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, calendarOf, isWorkingDay, parseCalendar, workingDaysBetween } from './workdays.ts';

const text = readFileSync(join(import.meta.dirname, '../../regulations/calendar/working-days.csv'), 'utf8');
const calendar = calendarOf(parseCalendar(text));

const off: string[] = [];
const on: string[] = [];
for (const line of text.split('\n')) {
  const match = /^(\d{4}-\d{2}-\d{2}),(off|work),/.exec(line);
  if (match) (match[2] === 'off' ? off : on).push(match[1] as string);
}

const iso = (date: Date): string =>
  `${date.getFullYear()}-${`0${date.getMonth() + 1}`.slice(-2)}-${`0${date.getDate()}`.slice(-2)}`;

function works(date: Date): boolean {
  if (on.includes(iso(date))) return true;
  if (off.includes(iso(date))) return false;
  return date.toDateString().slice(0, 1) !== 'S';
}

function walk(from: Date, count: number): Date {
  const date = new Date(from);
  let worked = 0;
  while (worked < count) {
    date.setDate(date.getDate() + 1);
    if (works(date)) worked += 1;
  }
  return date;
}

// Noon, so that no change of a clock moves a day; to mid 2030, so that the longest walk stays in the file.
const starts = fc.integer({ min: 0, max: 3800 }).map((days) => new Date(2020, 0, 1 + days, 12));
const counts = fc.integer({ min: 1, max: 120 });

test('a thousand limits end on the same day by both', () => {
  expect([off.length, on.length]).toEqual([124, 4]);
  let tried = 0;
  fc.assert(
    fc.property(starts, counts, (from, count) => {
      const end = walk(from, count);
      tried += 1;
      expect(addWorkingDays(calendar, iso(from), count)).toBe(iso(end));
      expect(workingDaysBetween(calendar, iso(from), iso(end))).toBe(count);
      expect(isWorkingDay(calendar, iso(from))).toBe(works(from));
    }),
    { numRuns: 1000 },
  );
  expect(tried).toBeGreaterThanOrEqual(1000);
});

// Working days against days counted on a wall calendar.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../platform/day.ts';
import { addWorkingDays, calendarOf, isWorkingDay, parseCalendar, workingDaysBetween } from './workdays.ts';

const text = readFileSync(join(import.meta.dirname, '../../regulations/calendar/working-days.csv'), 'utf8');
const calendar = calendarOf(parseCalendar(text));

test.each([
  ['2026-02-13', true, 'the last Friday before Tết'],
  ['2026-02-16', false, 'Tết'],
  ['2026-02-20', false, 'Tết'],
  ['2026-02-23', true, 'the Monday after'],
  ['2026-01-10', true, 'a make-up Saturday'],
  ['2026-01-11', false, 'a Sunday'],
  ['2025-05-02', false, 'swapped for Saturday 26/4'],
  ['2025-04-26', true, 'worked for 02/5'],
])('%s works: %s (%s)', (day, works) => {
  expect(isWorkingDay(calendar, day)).toBe(works);
});

test('the day of the event is not counted', () => {
  expect(addWorkingDays(calendar, '2025-10-10', 1)).toBe('2025-10-13');
  expect(addWorkingDays(calendar, '2025-10-11', 1)).toBe('2025-10-13');
  expect(addWorkingDays(calendar, '2026-02-13', 1)).toBe('2026-02-23');
});

test('outside the years of the calendar nothing is said', () => {
  expect(addWorkingDays(calendar, '2018-04-27', 30)).toBeNull();
  expect(addWorkingDays(calendar, '2030-12-20', 30)).toBeNull();
  expect(workingDaysBetween(calendar, '2019-12-31', '2020-01-10')).toBeNull();
});

test('adding and counting agree', () => {
  const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-02', days));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 90 }), (from, count) => {
      const due = addWorkingDays(calendar, from, count)!;
      expect(workingDaysBetween(calendar, from, due)).toBe(count);
      expect(workingDaysBetween(calendar, due, from)).toBe(-count);
      expect(isWorkingDay(calendar, due)).toBe(true);
    }),
  );
});

test('a row of another shape is refused', () => {
  expect(() => parseCalendar('date,effect,kind,note,status\n2026-02-30,off,x,y,z')).toThrow();
  expect(() => parseCalendar('date,effect,kind,note,status\n2026-02-20,maybe,x,y,z')).toThrow();
});

// The computed lunar calendar against a table of months that two independent libraries agreed on, against dates every
// Vietnamese knows, and against itself over two centuries.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../platform/day.ts';
import { lunarOf, solarOf, yearName } from './lunar.ts';

const months = readFileSync(join(import.meta.dirname, 'lunar.test.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [first = '', year, month, leap, length] = line.split(',');
    return { first, year: Number(year), month: Number(month), leap: leap === 'yes', length: Number(length) };
  });

test('every month from 2019 to 2031 begins and ends on the day of the table', () => {
  expect(months).toHaveLength(161);
  for (const { first, length, ...month } of months) {
    expect(lunarOf(first)).toEqual({ ...month, day: 1 });
    expect(lunarOf(addDays(first, length - 1))).toEqual({ ...month, day: length });
    expect(solarOf({ ...month, day: length })).toBe(addDays(first, length - 1));
    expect(solarOf({ ...month, day: length + 1 })).toBeNull();
  }
});

test.each([
  ['1968-01-29', 1968, 'Mậu Thân'],
  ['1985-01-21', 1985, 'Ất Sửu'],
  ['2007-02-17', 2007, 'Đinh Hợi'],
  ['2024-02-10', 2024, 'Giáp Thìn'],
  ['2025-01-29', 2025, 'Ất Tỵ'],
  ['2026-02-17', 2026, 'Bính Ngọ'],
  ['2030-02-02', 2030, 'Canh Tuất'],
])('Tết on %s begins the year %i, %s', (day, year, name) => {
  expect(solarOf({ year, month: 1, day: 1, leap: false })).toBe(day);
  expect(yearName(year)).toBe(name);
});

test('leap months are those of the Vietnamese calendar', () => {
  const leap = (year: number) =>
    Array.from({ length: 12 }, (_, at) => at + 1).filter((month) =>
      solarOf({ year, month, day: 1, leap: true }),
    );
  const years = [1938, 1984, 1985, 1987, 2012, 2014, 2017, 2020, 2023, 2025, 2026, 2028, 2033];
  expect(Object.fromEntries(years.map((year) => [year, leap(year)]))).toEqual({
    1938: [7],
    // The Chinese calendar doubles month 10 of 1984 instead: Tết 1985 fell a month earlier here.
    1984: [],
    1985: [2],
    1987: [7],
    2012: [4],
    2014: [9],
    2017: [6],
    2020: [4],
    2023: [2],
    2025: [6],
    2026: [],
    2028: [5],
    2033: [11],
  });
});

describe('from 1900 to 2100', () => {
  const days = daysBetween('1900-01-01', '2100-12-31');
  const anyDay = fc.integer({ min: 0, max: days }).map((count) => addDays('1900-01-01', count));

  test('there and back gives the same day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(solarOf(lunarOf(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test('a day follows the day before it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [today, tomorrow] = [lunarOf(day), lunarOf(addDays(day, 1))];
        const next = tomorrow.day === 1 ? [29, 30].includes(today.day) : tomorrow.day === today.day + 1;
        expect(next).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('Tết falls from 20 January to 21 February, twelve or thirteen moons after the last', () => {
    const tet = (year: number) => solarOf({ year, month: 1, day: 1, leap: false }) ?? '';
    for (let year = 1901; year <= 2100; year += 1) {
      expect(tet(year) >= `${year}-01-20` && tet(year) <= `${year}-02-21`).toBe(true);
      expect([353, 354, 355, 383, 384, 385]).toContain(daysBetween(tet(year - 1), tet(year)));
    }
  });
});

test('a month or day that a year has not is null', () => {
  expect(solarOf({ year: 2026, month: 6, day: 1, leap: true })).toBeNull();
  expect(solarOf({ year: 2026, month: 13, day: 1, leap: false })).toBeNull();
  expect(solarOf({ year: 2026, month: 1, day: 0, leap: false })).toBeNull();
  expect(solarOf({ year: 2026, month: 1, day: 31, leap: false })).toBeNull();
});

// The steps of a period: what has come, what has not, and what stands in no month.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Period, parsePeriod, yearPeriod } from '../period.ts';
import { courseOf, stepsOf } from './course.ts';

const term = parsePeriod('2015-08-20..2020-08-14') as Period;

test('a year has twelve months, leap years included', () => {
  const steps = stepsOf(yearPeriod(2024));
  expect(steps).toHaveLength(12);
  expect(steps[1]).toEqual({ from: '2024-02-01', to: '2024-02-29' });
});

test('a term is cut into its years at the days of the congresses (S2-09)', () => {
  const steps = stepsOf(term);
  expect(steps.at(0)).toEqual({ from: '2015-08-20', to: '2015-12-31' });
  expect(steps.at(-1)).toEqual({ from: '2020-01-01', to: '2020-08-14' });
});

test('months that have not come have no count; a year alone stands in no month', () => {
  const dated = [
    { when: '2021-01', count: 2 },
    { when: '2021-07', count: 1 },
    { when: '2021', count: 3 },
  ];
  const { steps, undated } = courseOf(yearPeriod(2021), '2021-07-09', dated);
  expect(steps.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 1, null, null, null, null, null]);
  expect(undated).toBe(3);
});

test('months and what has no month sum to the year', () => {
  const when = fc
    .integer({ min: 0, max: 12 })
    .map((month) => (month === 0 ? '2021' : `2021-${String(month).padStart(2, '0')}`));
  const rows = fc.array(fc.record({ when, count: fc.nat(50) }));
  fc.assert(
    fc.property(rows, (dated) => {
      const { steps, undated } = courseOf(yearPeriod(2021), '2021-12-31', dated);
      const sum = steps.reduce((total, { count }) => total + (count ?? 0), undated);
      expect(sum).toBe(dated.reduce((total, { count }) => total + count, 0));
    }),
  );
});

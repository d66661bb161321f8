// Periods follow one another without a gap, and the days of each lie where the first ones lay in theirs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isDay } from '../../platform/day.ts';
import { kindOf, periodAfter, spanOf } from '../period.ts';
import { daysIn } from './schedule.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const period = fc
  .tuple(
    fc.integer({ min: 1990, max: 2090 }),
    fc.constantFrom('year', 'half', 'quarter', 'month'),
    fc.nat(11),
  )
  .map(([year, kind, at]) => {
    if (kind === 'year') return `${year}`;
    if (kind === 'half') return `${year}-H${(at % 2) + 1}`;
    return kind === 'quarter' ? `${year}-Q${(at % 4) + 1}` : `${year}-${two(at + 1)}`;
  });

test('the next period begins on the day after, and is of the same kind', () => {
  fc.assert(
    fc.property(period, (key) => {
      const next = periodAfter(key);
      expect(kindOf(next)).toBe(kindOf(key));
      expect(spanOf(next).from).toBe(addDays(spanOf(key).to, 1));
    }),
  );
});

test('figures close within the period however many periods on, at its end when they did so first', () => {
  fc.assert(
    fc.property(period, fc.nat(364), fc.nat(60), fc.nat(30), (key, into, wait, times) => {
      const span = spanOf(key);
      const day = addDays(span.from, into);
      const closesOn = day < span.to ? day : span.to;
      const first = { period: key, closesOn, dueOn: addDays(closesOn, wait) };
      let later = key;
      for (let at = 0; at < times; at += 1) later = periodAfter(later);
      const days = daysIn(later, first);
      const { from, to } = spanOf(later);
      expect(isDay(days.dueOn)).toBe(true);
      expect(days.closesOn >= from && days.closesOn <= to).toBe(true);
      expect(days.dueOn >= days.closesOn).toBe(true);
      if (closesOn === span.to) expect(days.closesOn).toBe(to);
    }),
  );
});

test('the days are reckoned from the first, not from the one before', () => {
  const first = { period: '2026-01', closesOn: '2026-01-30', dueOn: '2026-02-03' };
  expect(daysIn('2026-02', first)).toEqual({ closesOn: '2026-02-28', dueOn: '2026-03-03' });
  expect(daysIn('2026-03', first)).toEqual({ closesOn: '2026-03-30', dueOn: '2026-04-03' });
});

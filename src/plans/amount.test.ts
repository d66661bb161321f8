// Periods and amounts: how they are read and said, and what holds for every sum.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../platform/day.ts';
import {
  type Amount,
  amountOf,
  exactly,
  isKnown,
  marks,
  sameAmount,
  sayAmount,
  sumAmounts,
  unknownAmount,
} from './amount.ts';
import { elapsed, parsePeriod, yearPeriod, yearWithin } from './period.ts';

const amounts = (): fc.Arbitrary<Amount> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(unknownAmount) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.nat(5000), fc.nat(50), fc.constantFrom(...marks))
        .map(([minimum, more, mark]) => ({ minimum, maximum: minimum + more, mark })),
    },
  );

test('periods are years, several years or terms; everything else is none (S0-02, S2-09)', () => {
  expect(parsePeriod('2021')).toMatchObject({ kind: 'year', from: '2021-01-01', to: '2021-12-31' });
  expect(parsePeriod('2021-2025')).toMatchObject({
    kind: 'years',
    to: '2025-12-31',
    years: [2021, 2022, 2023, 2024, 2025],
  });
  expect(parsePeriod('2015-08-20..2020-08-14')).toMatchObject({
    kind: 'term',
    from: '2015-08-20',
    to: '2020-08-14',
  });
  for (const key of [
    '',
    '21',
    '2025-2021',
    '2021-2021',
    '2020-08-14..2015-08-20',
    '2021-02-30..2022-01-01',
    '1021',
    '2000-2099',
  ])
    expect([key, parsePeriod(key)]).toEqual([key, null]);
});

test('the day itself is counted, and the share runs from nothing to all (S0-01, S2-01)', () => {
  expect(elapsed(yearPeriod(2021), '2021-07-09')).toMatchObject({ days: 190, of: 365 });
  expect(elapsed(yearPeriod(2020), '2020-02-29')).toMatchObject({ days: 60, of: 366 });
  expect(elapsed(yearPeriod(2021), '2020-12-31').share).toBe(0);
  expect(elapsed(yearPeriod(2021), '2022-03-01').share).toBe(1);
});

test('a year cut by a congress is a part-year', () => {
  const term = parsePeriod('2015-08-20..2020-08-14');
  if (!term) throw new Error('no term');
  expect(term.years.map((year) => yearWithin(term, year).whole)).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(yearWithin(term, 2015)).toMatchObject({ from: '2015-08-20', to: '2015-12-31' });
});

test('the days gone grow by one each day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1931, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 27 }),
      (year, month, day) => {
        const period = yearPeriod(year);
        const [one, next] = [dayOf(year, month, day), dayOf(year, month, day + 1)];
        return elapsed(period, next).days === elapsed(period, one).days + 1;
      },
    ),
  );
});

test('amounts are said as the office writes them (S1-06, S2-07)', () => {
  expect(sayAmount(exactly(13))).toBe('13');
  expect(sayAmount({ minimum: 3, maximum: 5, mark: 'exact' })).toBe('3–5');
  expect(sayAmount({ minimum: 2070, maximum: 2070, mark: 'at_least' })).toBe('≥ 2.070');
  expect(sayAmount({ minimum: 51000, maximum: 51000, mark: 'about' })).toBe('≈ 51.000');
  expect(sayAmount(unknownAmount)).toBe('chưa rõ số');
  expect(amountOf(null, 5)).toEqual(exactly(5));
});

test('sums: approximate parts make an approximate sum, unknown ones leave “at least”, all unknown stays unknown', () => {
  const [about, least] = [
    { ...exactly(5), mark: 'about' as const },
    { ...exactly(5), mark: 'at_least' as const },
  ];
  expect(sumAmounts([exactly(2), about, least])).toEqual({ minimum: 12, maximum: 12, mark: 'about' });
  expect(sumAmounts([exactly(2), unknownAmount])).toEqual({ minimum: 2, maximum: 2, mark: 'at_least' });
  expect(sumAmounts([unknownAmount, unknownAmount])).toEqual(unknownAmount);
  expect(sumAmounts([])).toEqual(exactly(0));
});

test('a sum does not depend on the order, nor on what was added first', () => {
  const list = fc.array(amounts(), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (some, others) => {
      expect(sameAmount(sumAmounts([...some, ...others]), sumAmounts([...others, ...some]))).toBe(true);
      const known = [...some, ...others].filter(isKnown);
      const whole = sumAmounts(known);
      const halves = sumAmounts([sumAmounts(some.filter(isKnown)), sumAmounts(others.filter(isKnown))]);
      expect(halves).toEqual(whole);
    }),
  );
});

test('an exact sum is made of exact numbers only', () => {
  fc.assert(
    fc.property(fc.array(amounts(), { minLength: 1 }), (list) => {
      const exact = list.every((amount) => isKnown(amount) && amount.mark === 'exact');
      const sum = sumAmounts(list);
      return !isKnown(sum) || (sum.mark === 'exact') === exact;
    }),
  );
});

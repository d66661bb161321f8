// What holds for every attainment, difference and part, whatever the numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../platform/day.ts';
import { type Amount, exactly, isKnown, type Mark, marks, unknownAmount } from './amount.ts';
import { attainmentOf, type Standing } from './attainment.ts';
import { differenceOf, evenShare } from './conserve.ts';
import { yearPeriod } from './period.ts';
import { ratioOf, structureOf, wholePersons } from './structure.ts';

const least = { admissions: 3, share: 0.1 };
const period = yearPeriod(2021);
const known = fc
  .tuple(fc.nat(300), fc.nat(20), fc.constantFrom(...marks))
  .map(([minimum, more, mark]): Amount => ({ minimum, maximum: minimum + more, mark }));
const amounts = fc.oneof(
  { weight: 5, arbitrary: known },
  { weight: 1, arbitrary: fc.constant(unknownAmount) },
);
const onDay = fc.integer({ min: 0, max: 364 }).map((days) => addDays(period.from, days));
const standing = (
  done: number,
  target: Amount | null,
  on: string,
  more: Partial<Standing> = {},
): Standing => ({
  period,
  on,
  target,
  aim: null,
  least,
  done: { value: done, mark: 'exact' },
  ...more,
});
const rank = { missed: 0, behind: 0, not_begun: 0, on_pace: 1, met: 2, exceeded: 3, unknown: 0, none: 0 };

test('one more admission never makes it worse, on any day and against any target', () => {
  fc.assert(
    fc.property(fc.nat(400), known, onDay, (done, target, on) => {
      const [one, next] = [
        attainmentOf(standing(done, target, on)),
        attainmentOf(standing(done + 1, target, on)),
      ];
      expect(rank[next.status]).toBeGreaterThanOrEqual(rank[one.status]);
      expect(next.left ?? 0).toBeLessThanOrEqual(one.left ?? 0);
      expect(next.lead?.minimum).toBeCloseTo((one.lead?.minimum ?? 0) + 1, 9);
    }),
  );
});

test('met means nothing is left; surplus, left and lead say the same (K3, K4)', () => {
  fc.assert(
    fc.property(fc.nat(400), known, onDay, (done, target, on) => {
      const said = attainmentOf(standing(done, target, on));
      expect(said.left === 0).toBe(said.status === 'met' || said.status === 'exceeded');
      expect((said.surplus ?? 0) > 0).toBe(said.status === 'exceeded');
      expect(said.surplus ?? 0).toBeGreaterThanOrEqual(-(said.left ?? 0));
      if (said.status === 'behind') expect(said.lead?.minimum).toBeLessThan(0);
      if (said.status === 'on_pace') expect(said.lead?.minimum).toBeGreaterThanOrEqual(0);
      expect(said.mark === 'exact').toBe(target.mark === 'exact');
    }),
  );
});

test('no number is invented where the target has none; a verdict stands (K10, S4-04)', () => {
  fc.assert(
    fc.property(fc.nat(400), onDay, fc.constantFrom('met', 'exceeded', 'missed'), (done, on, verdict) => {
      const said = attainmentOf(standing(done, unknownAmount, on, { told: { verdict, value: done } }));
      const { progress, surplus, expected, lead, left, neededPerMonth, forecastShare } = said;
      expect([said.status, said.told]).toEqual([verdict, true]);
      expect([progress, surplus, expected, lead, left, neededPerMonth, forecastShare]).toEqual(
        Array(7).fill(null),
      );
      expect(attainmentOf(standing(done, unknownAmount, on)).status).toBe('unknown');
      expect(attainmentOf(standing(done, null, on)).status).toBe('none');
      // A number that is known on both sides is not overruled by what somebody said of it.
      const counted = attainmentOf(
        standing(1, exactly(4), '2021-12-31', { told: { verdict: 'met', value: 1 } }),
      );
      expect([counted.status, counted.told]).toEqual(['missed', false]);
    }),
  );
});

test('the last day decides: before it a shortfall is behind, on it missed; nothing is on pace without a target', () => {
  expect(attainmentOf(standing(4, exactly(5), '2021-12-30')).status).toBe('behind');
  expect(attainmentOf(standing(4, exactly(5), '2021-12-31')).status).toBe('missed');
  expect(attainmentOf(standing(0, exactly(0), '2021-06-01'))).toMatchObject({
    status: 'met',
    progress: null,
  });
  expect(attainmentOf(standing(0, exactly(5), '2020-06-01'))).toMatchObject({
    status: 'not_begun',
    forecast: null,
  });
});

test('a forecast says something from three admissions and a tenth of the year on (K5)', () => {
  expect(attainmentOf(standing(2, exactly(5), '2021-07-09')).enough).toBe(false);
  expect(attainmentOf(standing(3, exactly(5), '2021-07-09')).enough).toBe(true);
  expect(attainmentOf(standing(9, exactly(5), '2021-02-05')).enough).toBe(false);
});

test('differences: over and under are what is missing to the own number, whatever the order (K17)', () => {
  fc.assert(
    fc.property(known, fc.array(amounts, { minLength: 1, maxLength: 10 }), (own, parts) => {
      const said = differenceOf(own, parts);
      expect(differenceOf(own, parts.toReversed())).toEqual(said);
      const numbers = parts.filter(isKnown);
      expect(said.unknown).toBe(parts.length - numbers.length);
      if (numbers.length === 0) {
        expect(said.state).toBe('open');
        return;
      }
      const high = numbers.reduce((sum, { maximum }) => sum + (maximum ?? 0), 0);
      const low = numbers.reduce((sum, { minimum }) => sum + (minimum ?? 0), 0);
      expect(said.over).toBe(Math.max(0, high - (own.maximum ?? 0)));
      expect(said.under).toBe(Math.max(0, (own.minimum ?? 0) - low));
      // With a number missing, “too little” is never said for certain.
      if (said.unknown > 0) expect(['over', 'open']).toContain(said.state);
      else expect(said.state === 'even').toBe(said.over === 0 && said.under === 0);
    }),
  );
});

test('children above their parent are shown as what they are', () => {
  expect(differenceOf(exactly(13), [exactly(10), exactly(8)])).toMatchObject({
    state: 'over',
    over: 5,
    under: 0,
  });
  expect(
    differenceOf({ minimum: 4, maximum: 5, mark: 'exact' }, [{ minimum: 3, maximum: 7, mark: 'exact' }]),
  ).toMatchObject({ state: 'both', over: 2, under: 1 });
  expect(differenceOf(null, [exactly(4)]).state).toBe('none');
  expect(evenShare(exactly(610), 5)).toBe(122);
});

test('a share means whole persons: one number or its two neighbours, never half a person (K10)', () => {
  expect(wholePersons(11, 500).map(({ value }) => value)).toEqual([5, 6]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 1000 }), (total, perMille) => {
      const options = wholePersons(total, perMille);
      const exact = (total * perMille) / 1000;
      for (const { value, share } of options) {
        expect(Number.isInteger(value)).toBe(true);
        expect(Math.abs(value - exact)).toBeLessThan(1);
        expect(share).toBeCloseTo(value / total, 12);
        expect(value).toBeLessThanOrEqual(total);
      }
      expect(options.length).toBe(Number.isInteger(exact) ? 1 : 2);
    }),
  );
});

test('parts are measured against their own number; few persons are marked, and what nobody counted is unknown (S3-51)', () => {
  const parted = {
    ...standing(8, exactly(13), '2021-07-09'),
    subTargets: [
      { part: 'women', minimum: null, maximum: null, mark: 'exact' as const, share: 400 },
      { part: 'religious', minimum: 2, maximum: 2, mark: 'exact' as const, share: null },
    ],
    parts: new Map([
      ['women', { value: 6, mark: 'exact' as const }],
      ['youth', { value: 3, mark: 'exact' as const }],
    ]),
  };
  const [women, youth, religious] = structureOf(parted, ['women', 'youth', 'religious', 'degree']);
  expect(women).toMatchObject({ target: exactly(6), status: 'met', left: 0, few: true });
  expect(women?.whole.map(({ value }) => value)).toEqual([5, 6]);
  expect(youth).toMatchObject({ target: null, status: 'none', ratio: { part: 3, whole: 8 } });
  expect(religious).toMatchObject({ target: exactly(2), done: null, status: 'unknown' });
});

test('a ratio is as sure as what it is made of', () => {
  const count = (value: number, mark: Mark) => ({ value, mark });
  expect(ratioOf(count(28, 'exact'), count(2070, 'at_least'))?.mark).toBe('about');
  expect(ratioOf(count(20000, 'at_least'), count(51000, 'about'))?.mark).toBe('at_least');
  expect(ratioOf(count(1, 'exact'), count(2, 'exact'))?.mark).toBe('exact');
  expect(ratioOf(count(1, 'exact'), count(0, 'exact'))).toBeNull();
});

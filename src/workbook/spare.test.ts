// Small counts are not given away, neither by themselves nor as the rest of a sum.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agesSparedOf, leastShown, sparedOf } from './spare.ts';

test('none small: nothing is spared', () => {
  expect(sparedOf([5, 120, 0])).toEqual(new Set());
});

test('one small: the next smallest goes with it', () => {
  expect(sparedOf([3, 120, 14, 0])).toEqual(new Set([0, 2]));
});

test('two that can only be one each: the next smallest goes with them', () => {
  expect(sparedOf([1, 30, 1, 12])).toEqual(new Set([0, 2, 3]));
  expect(sparedOf([1, 30, 2, 12])).toEqual(new Set([0, 2]));
});

test('ones alone: the empty ones go with them, which of them they are is not told', () => {
  expect(sparedOf([1, 1, 0, 1, 1, 1, 0])).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
});

test('what is telling for another reason goes as the small ones do', () => {
  expect(sparedOf([30, 12, 9], 5, new Set([0]))).toEqual(new Set([0, 2]));
});

test('means: of few, and of as many others as it takes', () => {
  expect(agesSparedOf([2, 40, 8, 0], 5)).toEqual(new Set([0, 2]));
  expect(agesSparedOf([2, 1, 40, 8, 0], 5)).toEqual(new Set([0, 1, 3]));
  expect(agesSparedOf([4, 3, 40, 8], 5)).toEqual(new Set([0, 1]));
  expect(agesSparedOf([9, 40, 8], 5)).toEqual(new Set());
});

test('whatever the counts, what is spared cannot be reckoned from the sum', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (counts) => {
      const spared = sparedOf(counts);
      for (const [at, count] of counts.entries())
        if (count > 0 && count < leastShown) expect(spared.has(at)).toBe(true);
      const others = counts.filter((count) => count > 0).length;
      const told = [...spared].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
      expect(told === spared.size && spared.size > 0 && others > spared.size).toBe(false);
      expect(spared.size === 1 && others > 1).toBe(false);
    }),
  );
});

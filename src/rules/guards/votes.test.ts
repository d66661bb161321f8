// Shares are integers: the needed number always carries, one vote less never does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reaches, votesNeeded } from './votes.ts';

const twoThirds = { numerator: 2, denominator: 3, more_than: false };
const half = { numerator: 1, denominator: 2, more_than: true };

test.each([
  [twoThirds, 12, 8],
  [twoThirds, 10, 7],
  [twoThirds, 3, 2],
  [twoThirds, 1, 1],
  [half, 9, 5],
  [half, 10, 6],
  [half, 1, 1],
])('%j of %i needs %i', (share, base, needed) => {
  expect(votesNeeded(share, base)).toBe(needed);
});

test('the needed number is the smallest that carries', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(twoThirds, half), (base, share) => {
      const needed = votesNeeded(share, base);
      expect(reaches(share, needed, base)).toBe(true);
      expect(reaches(share, needed - 1, base)).toBe(false);
    }),
  );
});

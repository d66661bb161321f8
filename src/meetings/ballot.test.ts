// What a ballot may say at all, before any law is asked; and what the form of a ballot starts from.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBallot, checkLiveBallot, excludedOf, exclusionGrounds, proposeBallot } from './ballot.ts';
import { votesOf } from '../acts/possible/ballot.ts';

const whole = {
  total: 20,
  base: 18,
  present: 17,
  yes: 13,
  no: 3,
  blank: 1,
  excluded: { temporarily_away: 1, exempt_absent: 1 },
};

describe('checkBallot', () => {
  test('takes a ballot that adds up', () => {
    expect(checkBallot(whole)).toEqual(whole);
    expect(checkLiveBallot(whole)).toEqual(whole);
  });

  test.each([
    ['ballot.not_counts', { yes: -1 }],
    ['ballot.not_counts', { yes: 2.5 }],
    ['ballot.not_counts', { base: 0 }],
    ['ballot.not_counts', { yes: '13' }],
    ['ballot.not_counts', { excluded: { asleep: 1 } }],
    ['ballot.excluded_above_total', { excluded: { suspended: 21 } }],
    ['ballot.base_differs', { base: 17 }],
    ['ballot.base_differs', { excluded: {} }],
    ['ballot.votes_above_base', { present: 18, yes: 18 }],
    ['ballot.present_above_base', { present: 19 }],
    ['ballot.votes_above_present', { yes: 14 }],
    ['ballot.excused_voted', { excused: 2 }],
  ])('%s %j', (code, change) => {
    expect(() => checkBallot({ ...whole, ...change })).toThrow(
      expect.objectContaining({ kind: 'Invalid', code }),
    );
  });

  test('of a vote long ago the base and the votes in favour are enough', () => {
    expect(checkBallot({ base: 5, yes: 5 })).toMatchObject({ base: 5, yes: 5, excluded: {} });
    expect(() => checkLiveBallot({ base: 5, yes: 5 })).toThrow(
      expect.objectContaining({ code: 'ballot.incomplete' }),
    );
  });

  test('accepts exactly the ballots whose numbers can be', () => {
    const count = fc.integer({ min: 0, max: 12 });
    const ballots = fc.record({
      total: count,
      base: fc.integer({ min: 1, max: 12 }),
      present: count,
      yes: count,
      no: count,
      blank: count,
      excluded: fc.record(
        Object.fromEntries(exclusionGrounds.map((ground) => [ground, fc.integer({ min: 0, max: 3 })])),
      ),
    });
    fc.assert(
      fc.property(ballots, (ballot) => {
        const can =
          ballot.base === ballot.total - excludedOf(ballot.excluded) &&
          votesOf(ballot) <= ballot.present &&
          ballot.present <= ballot.base;
        let accepted = true;
        try {
          checkBallot(ballot);
        } catch {
          accepted = false;
        }
        expect(accepted).toBe(can);
      }),
      { numRuns: 3000 },
    );
  });
});

test('a ballot is proposed from the roll: probationers never count, members away are left out (S3-53)', () => {
  expect(proposeBallot({ official: 12, probationary: 3, away: 2, exempt: 4 })).toEqual({
    total: 12,
    base: 10,
    excluded: { temporarily_away: 2 },
  });
  expect(proposeBallot({ official: 3, probationary: 0, away: 0, exempt: 0 })).toEqual({
    total: 3,
    base: 3,
    excluded: {},
  });
});

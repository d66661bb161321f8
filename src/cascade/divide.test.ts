// Numbers and ranges shared out below a unit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, amountOf, exactly, sayAmount, sumAmounts, unknownAmount } from '../plans/amount.ts';
import { divide, type Portion, weightOf } from './divide.ts';

const said = (total: Amount, portions: Portion[]) => {
  const result = divide(total, portions);
  return 'obstacle' in result ? result.obstacle : [...result.parts.values()].map((one) => sayAmount(one));
};
const four = [40, 30, 20, 10].map((weight, at) => ({ id: at + 1, weight }));

describe('sharing out below a unit (S3-32)', () => {
  it('shares a number and a range (S2-07)', () => {
    expect(said(exactly(13), four)).toEqual(['5', '4', '3', '1']);
    expect(said(amountOf(3, 5), four)).toEqual(['1–2', '1–2', '1', '0']);
  });

  it('keeps what was set by hand, be it a range', () => {
    const portions: Portion[] = [{ id: 1, weight: 9, fixed: amountOf(2, 4) }, ...four.slice(1)];
    expect(said(amountOf(8, 13), portions)).toEqual(['2–4', '3–5', '2–3', '1']);
  });

  it('has nothing to share where the number is not known', () => {
    expect(said(unknownAmount, four)).toEqual({ why: 'unknown', by: 0 });
  });

  it('sums exactly at both ends, and no upper end lies below its lower one', () => {
    const portions = fc
      .array(
        fc.record({
          weight: fc.integer({ min: 0, max: 900 }),
          most: fc.option(fc.nat(40), { nil: undefined }),
        }),
        {
          minLength: 1,
          maxLength: 25,
        },
      )
      .map((list) => list.map((one, id) => ({ id, ...one })));
    fc.assert(
      fc.property(fc.nat(200), fc.nat(100), portions, (low, more, list) => {
        const result = divide(amountOf(low, low + more), list);
        if ('obstacle' in result) return result.obstacle.by > 0;
        const parts = [...result.parts.values()];
        const sum = sumAmounts(parts);
        const sound = parts.every(({ minimum, maximum }) => (minimum ?? 0) <= (maximum ?? 0));
        return sound && sum.minimum === low && sum.maximum === low + more;
      }),
    );
  });

  it('weighs by what is known of a unit; what is not known weighs nothing (S0-38, S3-08)', () => {
    const known = { members: 463, people: null, open: 7, chosen: 2, history: [8, 5, 2] };
    const methods = ['members', 'survey', 'pool', 'chosen', 'history', 'equal'] as const;
    expect(methods.map((method) => weightOf(known, method))).toEqual([463, 0, 7, 2, 15, 1]);
  });
});

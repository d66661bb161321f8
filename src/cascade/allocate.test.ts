// Sharing out: sums exactly, keeps the bounds, gives no unit less for weighing more, and does not depend on the order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, type Share } from './allocate.ts';

const partsOf = (total: number, shares: Share[]) => {
  const result = allocate(total, shares);
  if ('obstacle' in result) throw new Error(`cannot: ${result.obstacle.why} ${result.obstacle.by}`);
  return result.parts;
};
const listOf = (total: number, weights: number[], more: Partial<Share> = {}) => [
  ...partsOf(
    total,
    weights.map((weight, id) => ({ id, weight, ...more })),
  ).values(),
];
const sum = (list: Iterable<number>) => [...list].reduce((all, one) => all + one, 0);

const share = fc.record({
  weight: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 })),
  least: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  most: fc.option(fc.integer({ min: 4, max: 60 }), { nil: undefined }),
  fixed: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined, freq: 6 }),
});
const shares = fc
  .array(share, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((one, at) => ({ id: at + 1, ...one })));
const total = fc.integer({ min: 0, max: 900 });

describe('the allocation helper (S3-32, S0-38)', () => {
  it('shares the 13 of the town out by members, by largest remainder', () => {
    // 13 × 120 ÷ 463 = 3,37 …: whole parts 3 2 2 1 1 0, four more to the largest remainders.
    expect(listOf(13, [120, 101, 86, 70, 56, 30])).toEqual([3, 3, 2, 2, 2, 1]);
    expect(sum(listOf(13, [120, 101, 86, 70, 56, 30]))).toBe(13);
  });

  it('splits 610 over five years evenly, and over seven with the odd ones first (K2)', () => {
    expect(listOf(610, [1, 1, 1, 1, 1])).toEqual([122, 122, 122, 122, 122]);
    expect(listOf(610, [1, 1, 1, 1, 1, 1, 1])).toEqual([88, 87, 87, 87, 87, 87, 87]);
  });

  it('gives nothing to whoever has no weight, unless nobody has any', () => {
    expect(listOf(4, [0, 10, 30])).toEqual([0, 1, 3]);
    expect(listOf(4, [0, 0, 0])).toEqual([2, 1, 1]);
    expect(listOf(0, [3, 4])).toEqual([0, 0]);
  });

  it('keeps bounds and what was fixed by hand, and shares the rest', () => {
    const parts = partsOf(13, [
      { id: 1, weight: 500, most: 4 },
      { id: 2, weight: 10, least: 2 },
      { id: 3, weight: 10 },
      { id: 4, weight: 90, fixed: 0 },
    ]);
    expect([...parts]).toEqual([
      [1, 4],
      [2, 5],
      [3, 4],
      [4, 0],
    ]);
  });

  it('hands the rest to units without weight when the others are full', () => {
    const parts = partsOf(5, [
      { id: 1, weight: 10, most: 2 },
      { id: 2, weight: 0, least: 1 },
    ]);
    expect([...parts.values()]).toEqual([2, 3]);
  });

  it('says what is impossible and by how many, and changes nothing then', () => {
    const obstacle = (of: number, list: Share[]) => {
      const result = allocate(of, list);
      return 'obstacle' in result ? result.obstacle : null;
    };
    expect(obstacle(3, [{ id: 1, weight: 1, least: 5 }])).toEqual({ why: 'least', by: 2 });
    expect(obstacle(9, [{ id: 1, weight: 1, most: 5 }])).toEqual({ why: 'most', by: 4 });
    expect(obstacle(3, [{ id: 1, weight: 1, fixed: 5 }])).toEqual({ why: 'fixed', by: 2 });
    expect(obstacle(3, [{ id: 1, weight: 1, fixed: 1 }])).toEqual({ why: 'most', by: 2 });
    expect(obstacle(3, [])).toEqual({ why: 'most', by: 3 });
    for (const bad of [-1, 1.5, Number.NaN, 1e15]) {
      expect(obstacle(bad, [{ id: 1, weight: 1 }])).toEqual({ why: 'bad_number', by: 0 });
      expect(obstacle(1, [{ id: 1, weight: bad }])).toEqual({ why: 'bad_number', by: 0 });
    }
    expect(obstacle(1, [{ id: 1, weight: 1, least: 3, most: 2 }])).toEqual({ why: 'bad_number', by: 0 });
  });

  it('shares out the numbers of a large province exactly', () => {
    const weights = Array.from({ length: 4000 }, (_, at) => (at * 7919) % 1009);
    expect(sum(listOf(1_000_000, weights))).toBe(1_000_000);
  });
});

describe('whatever is asked', () => {
  it('sums exactly within the bounds, or names the obstacle', () => {
    fc.assert(
      fc.property(total, shares, (of, list) => {
        const result = allocate(of, list);
        if ('obstacle' in result) return result.obstacle.by > 0;
        const kept = list.every(({ id, least = 0, most = Infinity, fixed }) => {
          const part = result.parts.get(id) as number;
          return (
            Number.isInteger(part) && (fixed === undefined ? part >= least && part <= most : part === fixed)
          );
        });
        return kept && sum(result.parts.values()) === of;
      }),
    );
  });

  it('is impossible only where the bounds leave no way', () => {
    fc.assert(
      fc.property(total, shares, (of, list) => {
        const low = sum(list.map(({ least = 0, fixed }) => fixed ?? least));
        const high = sum(list.map(({ most = Infinity, fixed }) => fixed ?? most));
        return 'obstacle' in allocate(of, list) === (of < low || of > high);
      }),
    );
  });

  it('gives no unit less for weighing more', () => {
    fc.assert(
      fc.property(
        total,
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 30 }),
        (of, list) => {
          const parts = listOf(of, list);
          return list.every((a, i) =>
            list.every((b, j) => a <= b || (parts[i] as number) >= (parts[j] as number)),
          );
        },
      ),
    );
  });

  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(total, shares, fc.infiniteStream(fc.nat()), (of, list, random) => {
        const result = allocate(of, list);
        const keyed = list.map((one) => ({ one, key: random.next().value as number }));
        const turned = allocate(
          of,
          keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one),
        );
        if ('obstacle' in result || 'obstacle' in turned) expect(turned).toEqual(result);
        else for (const [id, part] of result.parts) expect([id, turned.parts.get(id)]).toEqual([id, part]);
      }),
    );
  });

  it('stays within one of the exact share where nothing is bound', () => {
    fc.assert(
      fc.property(
        total,
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 }),
        (of, list) => {
          const all = sum(list);
          return listOf(of, list).every((part, at) => Math.abs(part - (of * (list[at] as number)) / all) < 1);
        },
      ),
    );
  });
});

// Shares the number of a unit out among those below it: by what is known of each, within bounds, around what is fixed by
// hand. A range is shared out twice, its lower end first, so that no unit’s upper end lies below its lower one.
import { type Amount, amountOf, exactly, isKnown, isRange } from '../plans/amount.ts';
import { allocate, type Obstacle, type Share } from './allocate.ts';
import type { Method } from './view.ts';

/** What may weigh, of one unit. */
export interface Known {
  members: number;
  people: number | null;
  open: number;
  chosen: number;
  history: readonly number[];
}

const weights: Record<Method, (known: Known) => number> = {
  members: ({ members }) => members,
  survey: ({ people }) => people ?? 0,
  pool: ({ open }) => open,
  chosen: ({ chosen }) => chosen,
  history: ({ history }) => history.reduce((sum, count) => sum + count, 0),
  equal: () => 1,
};
export const weightOf = (known: Known, method: Method): number => weights[method](known);

export interface Portion extends Omit<Share, 'fixed'> {
  /** set by hand and kept */
  fixed?: Amount | undefined;
}
export type Division = { parts: Map<number, Amount> } | { obstacle: Obstacle | { why: 'unknown'; by: 0 } };

export function divide(total: Amount, portions: readonly Portion[]): Division {
  if (!isKnown(total)) return { obstacle: { why: 'unknown', by: 0 } };
  const low = allocate(
    total.minimum,
    portions.map((one) => shareOf(one, (fixed) => fixed.minimum ?? 0)),
  );
  if ('obstacle' in low) return low;
  if (!isRange(total)) return { parts: amountsOf(portions, low.parts, low.parts) };
  const high = allocate(
    total.maximum,
    portions.map((one) => ({
      ...shareOf(one, (fixed) => fixed.maximum ?? 0),
      least: one.fixed ? undefined : low.parts.get(one.id),
      // A unit’s own upper bound holds for its upper end, too.
      most: one.most,
    })),
  );
  return 'obstacle' in high ? high : { parts: amountsOf(portions, low.parts, high.parts) };
}

const shareOf = ({ id, weight, least, most, fixed }: Portion, of: (fixed: Amount) => number): Share =>
  fixed ? { id, weight, fixed: of(fixed) } : { id, weight, least, most };

function amountsOf(
  portions: readonly Portion[],
  low: ReadonlyMap<number, number>,
  high: ReadonlyMap<number, number>,
): Map<number, Amount> {
  return new Map(
    portions.map(({ id, fixed }) => {
      const [from, to] = [low.get(id) ?? 0, high.get(id) ?? 0];
      return [id, fixed ?? (from === to ? exactly(from) : amountOf(from, to))];
    }),
  );
}

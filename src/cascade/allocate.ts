// Shares a whole number out among units in proportion to their weights: it sums exactly (largest remainder), keeps the
// lower and upper bound of each unit and every number fixed by hand. What cannot be done is said with how much is missing.

export interface Share {
  id: number;
  /** A count: members, people surveyed, candidates … */
  weight: number;
  /** at least so many; 0 when left out */
  least?: number | undefined;
  /** at most so many; no bound when left out */
  most?: number | undefined;
  /** set by hand: stays as it is */
  fixed?: number | undefined;
}

/** Why it cannot be done, and by how many it fails. */
export type Obstacle =
  | { why: 'bad_number'; by: 0 }
  /** the numbers set by hand are already more than there is */
  | { why: 'fixed'; by: number }
  /** the lower bounds together are more than there is */
  | { why: 'least'; by: number }
  /** the upper bounds together, or nobody left to take it, are less than there is */
  | { why: 'most'; by: number };

export type Allocation = { parts: Map<number, number> } | { obstacle: Obstacle };

/** Beyond this the products of the largest remainder would no longer be exact. */
export const largestCount = 1_000_000;
const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= largestCount;

export function allocate(total: number, shares: readonly Share[]): Allocation {
  const obstacle = obstacleTo(total, shares);
  if (obstacle) return { obstacle };
  const parts = new Map<number, number>();
  for (const { id, fixed } of shares) if (fixed !== undefined) parts.set(id, fixed);
  const free = shares.filter(({ fixed }) => fixed === undefined);
  shareOut(total - sum([...parts.values()]), free, parts);
  // In the order in which the units were given.
  return { parts: new Map(shares.map(({ id }) => [id, parts.get(id) ?? 0])) };
}

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
const leastOf = ({ least = 0 }: Share) => least;
const mostOf = ({ most = Number.POSITIVE_INFINITY }: Share) => most;

function obstacleTo(total: number, shares: readonly Share[]): Obstacle | null {
  if (!isCount(total) || shares.some(isBad)) return { why: 'bad_number', by: 0 };
  const fixed = sum(shares.map((share) => share.fixed ?? 0));
  if (fixed > total) return { why: 'fixed', by: fixed - total };
  const free = shares.filter((share) => share.fixed === undefined);
  const least = sum(free.map(leastOf));
  const most = sum(free.map(mostOf));
  if (fixed + least > total) return { why: 'least', by: fixed + least - total };
  return fixed + most < total ? { why: 'most', by: total - fixed - most } : null;
}

const isBad = (share: Share) =>
  !isCount(share.weight) ||
  [share.least, share.most, share.fixed].some((value) => value !== undefined && !isCount(value)) ||
  leastOf(share) > mostOf(share);

/**
 * Rounds of proportional shares: whoever falls below the lower bounds in sum further than others rise above their upper
 * ones is set to the bound, or the other way round, until the rest lies within. Then whole numbers.
 */
function shareOut(total: number, free: readonly Share[], parts: Map<number, number>): void {
  let active = free;
  let rest = total;
  while (active.length > 0) {
    const weights = weightsOf(active);
    const all = sum(weights);
    // The share of one is rest × weight ÷ all; bounds are compared by multiplying, so that nothing is rounded yet.
    const under = active.filter((share, at) => rest * (weights[at] as number) < leastOf(share) * all);
    const over = active.filter((share, at) => rest * (weights[at] as number) > mostOf(share) * all);
    if (under.length === 0 && over.length === 0) return round(rest, active, parts);
    const quota = new Map(active.map((share, at) => [share, rest * (weights[at] as number)]));
    const lacking = sum(under.map((share) => leastOf(share) * all - (quota.get(share) as number)));
    const exceeding = sum(over.map((share) => (quota.get(share) as number) - mostOf(share) * all));
    const settled = new Set([...(lacking >= exceeding ? under : []), ...(exceeding >= lacking ? over : [])]);
    for (const share of settled) {
      const bound = under.includes(share) ? leastOf(share) : mostOf(share);
      parts.set(share.id, bound);
      rest -= bound;
    }
    active = active.filter((share) => !settled.has(share));
  }
}

/** Where nobody has any weight, all count alike. */
function weightsOf(shares: readonly Share[]): number[] {
  const weights = shares.map(({ weight }) => weight);
  return weights.some((weight) => weight > 0) ? weights : shares.map(() => 1);
}

interface Rounded {
  share: Share;
  whole: number;
  remainder: number;
}

/** Ties go to the greater weight, then to the unit that was entered first: the order of the list decides nothing. */
const first = (a: Rounded, b: Rounded) =>
  b.remainder - a.remainder || b.share.weight - a.share.weight || a.share.id - b.share.id;

function round(rest: number, active: readonly Share[], parts: Map<number, number>): void {
  const weights = weightsOf(active);
  const all = sum(weights);
  const rounded = active.map((share, at) => {
    const product = rest * (weights[at] as number);
    return { share, whole: Math.floor(product / all), remainder: product % all };
  });
  const over = rest - sum(rounded.map(({ whole }) => whole));
  const next = new Set(rounded.toSorted(first).slice(0, over));
  for (const one of rounded) parts.set(one.share.id, one.whole + (next.has(one) ? 1 : 0));
}

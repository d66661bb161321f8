// Small counts in tables that leave the house: where a value tells something of persons, a count below the least is not
// given away, and neither is a second one from which it could be reckoned.
/** Where the regulations say nothing. */
export const leastShown = 5;

const none: ReadonlySet<number> = new Set();

/** Which rows of a partition are to be left out, by index: the small ones, those that are `telling`, and their cover. */
export function sparedOf(
  counts: readonly number[],
  least: number = leastShown,
  telling: ReadonlySet<number> = none,
): Set<number> {
  const small = counts.flatMap((count, at) => (count > 0 && count < least ? [at] : []));
  const spared = new Set([...small, ...telling]);
  const ones = [...spared].every((at) => counts[at] === 1);
  if (spared.size === 0 || (spared.size > 1 && !ones)) return spared;
  // One gap in a sum is no secret, nor are gaps that are as many as their sum: the next smallest goes with them.
  const next = smallestOf(counts, spared);
  if (next !== undefined) return spared.add(next);
  return new Set(counts.keys());
}

/** Of which rows the mean is left out: of few, and of others until it is one of so many together. */
export function agesSparedOf(
  counts: readonly number[],
  least: number,
  telling: ReadonlySet<number> = none,
): Set<number> {
  const few = counts.flatMap((count, at) => (count > 0 && count < least ? [at] : []));
  const spared = new Set([...few, ...telling]);
  if (spared.size === 0) return spared;
  const together = () => [...spared].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
  while (spared.size < 2 || together() < least) {
    const next = smallestOf(counts, spared);
    if (next === undefined) break;
    spared.add(next);
  }
  return spared;
}

/** The smallest that is not empty, by index. */
export function smallestOf(counts: readonly number[], but: ReadonlySet<number>): number | undefined {
  const others = counts.flatMap((count, at) => (count > 0 && !but.has(at) ? [{ count, at }] : []));
  return others.toSorted((a, b) => a.count - b.count)[0]?.at;
}

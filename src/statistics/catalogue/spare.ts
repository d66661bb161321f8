// Small counts in tables that leave the house: where a value tells something of persons, a count below the least is not
// given away, and neither is a second one from which it could be reckoned.
/** Where the regulations say nothing. */
export const leastShown = 5;

/** Which rows of a partition are to be left out, by index. */
export function sparedOf(counts: readonly number[], least: number = leastShown): Set<number> {
  const spared = new Set(counts.flatMap((count, at) => (count > 0 && count < least ? [at] : [])));
  if (spared.size !== 1) return spared;
  // One gap in a sum is no secret: the next smallest goes with it.
  const others = counts.flatMap((count, at) => (count > 0 && !spared.has(at) ? [{ count, at }] : []));
  const [next] = others.toSorted((a, b) => a.count - b.count);
  return next ? spared.add(next.at) : spared;
}

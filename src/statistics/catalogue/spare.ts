// Small counts in tables that leave the house: where a value tells something of persons, a count below the least is not
// given away, and neither is a second one from which it could be reckoned.
/** Where the regulations say nothing. */
export const leastShown = 5;

/** Which rows of a partition are to be left out, by index. */
export function sparedOf(counts: readonly number[], least: number = leastShown): Set<number> {
  const spared = new Set(counts.flatMap((count, at) => (count > 0 && count < least ? [at] : [])));
  const ones = [...spared].every((at) => counts[at] === 1);
  if (spared.size === 0 || (spared.size > 1 && !ones)) return spared;
  // One gap in a sum is no secret, nor are gaps that are as many as their sum: the next smallest goes with them.
  const others = counts.flatMap((count, at) => (count > 0 && !spared.has(at) ? [{ count, at }] : []));
  const [next] = others.toSorted((a, b) => a.count - b.count);
  return next ? spared.add(next.at) : spared;
}

// Whether numbers below a unit come to its own: the difference in both directions, with ranges and marks as they are.
// What has no number is named; nothing is ever filled up or cut to make the sum fit.
import { type Amount, isKnown, sumAmounts, weakest } from './amount.ts';
import type { DifferenceView } from './view.ts';

const nothing: DifferenceView = { state: 'none', over: 0, under: 0, mark: 'exact', unknown: 0 };

/** `parts` = the numbers below, those without a number among them. */
export function differenceOf(own: Amount | null, parts: readonly Amount[]): DifferenceView {
  const unknown = parts.filter((part) => !isKnown(part)).length;
  const sum = sumAmounts(parts.filter(isKnown));
  if (own === null || parts.length === 0) return { ...nothing, unknown };
  if (!isKnown(own) || unknown === parts.length || !isKnown(sum))
    return { ...nothing, state: 'open', unknown };
  const over = Math.max(0, sum.maximum - own.maximum);
  const under = Math.max(0, own.minimum - sum.minimum);
  return { state: stateOf(over, under, unknown), over, under, mark: weakest([own.mark, sum.mark]), unknown };
}

/** With a number missing below, what is too much already is certain; what is too little is not. */
function stateOf(over: number, under: number, unknown: number): DifferenceView['state'] {
  if (unknown > 0) return over > 0 ? 'over' : 'open';
  if (over > 0) return under > 0 ? 'both' : 'over';
  return under > 0 ? 'under' : 'even';
}

/** One year's even share of a target over several years. */
export function evenShare(target: Amount, years: number): number | null {
  return isKnown(target) && years > 0 ? target.minimum / years : null;
}

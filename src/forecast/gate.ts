// When no probability may be told: too few admissions, too early in the period, too little history behind it, so small a
// pool that the number would be one about a person, or so large a one that nobody has proven the forecast for it.
export type WhyNot = 'over' | 'few_admissions' | 'early' | 'little_history' | 'few_cases' | 'untested';

export interface Least {
  /** admissions of the period so far */
  admissions: number;
  /** share of the period gone, 0–1 */
  share: number;
  /** admissions whose way is known, and past years whose same season is known */
  history: number;
  windows: number;
  /** open candidacies of the unit: below it the chance of the unit would be the chance of a person */
  cases: number;
  /** and no more than this: the back-test proves the forecast for communes and base organisations only */
  most: number;
}
export const least: Least = { admissions: 3, share: 0.1, history: 20, windows: 2, cases: 3, most: 400 };

/** What an outlook rests on. */
export interface Rests {
  windows: number;
  admissions: number;
  /** open candidacies that may still be admitted in the period, and all of them */
  cases: number;
  open: number;
}

export interface Standing {
  done: number;
  /** share of the period gone, the day counted */
  elapsed: number;
  rests: Rests;
}

export function gateOf({ done, elapsed, rests }: Standing, bound: Least = least): WhyNot | null {
  if (elapsed >= 1) return 'over';
  if (done < bound.admissions) return 'few_admissions';
  if (elapsed < bound.share) return 'early';
  if (rests.open > bound.most) return 'untested';
  if (rests.windows < bound.windows || rests.admissions < bound.history) return 'little_history';
  return rests.cases < bound.cases ? 'few_cases' : null;
}

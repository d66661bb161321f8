// When no probability may be told: too few admissions, too early in the period, too little history behind it, or so
// small a pool that the number would be one about a person.
export type WhyNot = 'over' | 'few_admissions' | 'early' | 'little_history' | 'few_cases';

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
}
export const least: Least = { admissions: 3, share: 0.1, history: 20, windows: 2, cases: 3 };

/** What an outlook rests on. */
export interface Rests {
  windows: number;
  admissions: number;
  cases: number;
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
  if (rests.windows < bound.windows || rests.admissions < bound.history) return 'little_history';
  return rests.cases < bound.cases ? 'few_cases' : null;
}

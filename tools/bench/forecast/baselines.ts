// What the forecast has to beat: the linear pace and last year, each as a plain yes or no and as a probability that a Poisson
// number spreads around the same expectation.
export interface Known {
  /** of this year, to this day */
  done: number;
  target: number;
  /** share of the year gone */
  elapsed: number;
  /** all of last year, and what came after the same day */
  lastYear: number;
  lastYearAfter: number;
}

export const baselines = {
  'linear pace, yes or no': ({ done, elapsed, target }: Known) => Number(done / elapsed >= target),
  'linear pace, as a probability': ({ done, elapsed, target }: Known) =>
    poissonAtLeast(target - done, Math.max(done, 0.5) * (1 / elapsed - 1)),
  'last year, yes or no': ({ lastYear, target }: Known) => Number(lastYear >= target),
  'last year, as a probability': ({ done, target, lastYearAfter }: Known) =>
    poissonAtLeast(target - done, Math.max(lastYearAfter, 0.5)),
} as const;
export type Baseline = keyof typeof baselines;

/** Chance of at least so many when so many are expected. */
export function poissonAtLeast(count: number, mean: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  let [below, term] = [0, Math.exp(-mean)];
  if (term === 0) return normalAtLeast(count, mean);
  for (let at = 0; at < count; at += 1) {
    below += term;
    term *= mean / (at + 1);
  }
  return Math.min(1, Math.max(0, 1 - below));
}

/** Large means: the normal with half a step of correction. */
function normalAtLeast(count: number, mean: number): number {
  const z = (count - 0.5 - mean) / Math.sqrt(mean);
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z >= 0 ? tail : 1 - tail;
}

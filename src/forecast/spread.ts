// From chances to a distribution of a number: each case its own toss (exact for small pools, normal for large),
// newcomers as a Poisson number, all of it faster or slower together by a factor that is itself uncertain.
import { quicker } from './window.ts';

/** chance of each number to come: [0], [1], … */
export type Spread = Float64Array;

/** Gauss–Hermite points of the standard normal. */
const points: readonly { at: number; weight: number }[] = [
  { at: 0, weight: 0.457142857142857 },
  { at: 1.154405394739968, weight: 0.240123178605013 },
  { at: -1.154405394739968, weight: 0.240123178605013 },
  { at: 2.366759410734541, weight: 0.030757123967586 },
  { at: -2.366759410734541, weight: 0.030757123967586 },
  { at: 3.750439717725742, weight: 0.000548268855972 },
  { at: -3.750439717725742, weight: 0.000548268855972 },
];
const exactUpTo = 400;

export interface Toss {
  chances: readonly number[];
  comers: number;
  factor: number;
  strays: number;
}

export function spreadOf({ chances, comers, factor, strays }: Toss): Spread {
  const able = chances.filter((one) => one > 0);
  const deviation = Math.sqrt(Math.log(1 + strays));
  const longest = able.length + poissonEnd(comers * factor * Math.exp(4 * deviation)) + 1;
  const spread = new Float64Array(longest);
  for (const { at, weight } of points) {
    const pace = factor * Math.exp(deviation * at - deviation ** 2 / 2);
    const part = partOf(
      able.map((one) => quicker(one, pace)),
      comers * pace,
      longest,
    );
    for (let count = 0; count < longest; count += 1) spread[count]! += weight * part[count]!;
  }
  return spread;
}

function partOf(chances: readonly number[], comers: number, length: number): Float64Array {
  if (chances.length > exactUpTo) return normalOf(chances, comers, length);
  const part = poissonOf(comers, length);
  let reach = Math.min(length, poissonEnd(comers) + 1);
  for (const chance of chances) {
    reach = Math.min(length, reach + 1);
    for (let count = reach - 1; count > 0; count -= 1)
      part[count] = part[count]! * (1 - chance) + part[count - 1]! * chance;
    part[0]! *= 1 - chance;
  }
  return part;
}

/** Beyond this many newcomers nothing worth counting lies. */
const poissonEnd = (mean: number): number => (mean <= 0 ? 0 : Math.ceil(mean + 6 * Math.sqrt(mean) + 6));

function poissonOf(mean: number, length: number): Float64Array {
  const part = new Float64Array(length);
  let logged = -mean;
  const end = Math.min(length - 1, poissonEnd(mean));
  for (let count = 0; count <= end; count += 1) {
    part[count] = Math.exp(logged);
    logged += Math.log(Math.max(mean, 1e-300)) - Math.log(count + 1);
  }
  return part;
}

function normalOf(chances: readonly number[], comers: number, length: number): Float64Array {
  const mean = chances.reduce((sum, one) => sum + one, comers);
  const deviation = Math.sqrt(chances.reduce((sum, one) => sum + one * (1 - one), comers)) || 1e-9;
  const part = new Float64Array(length);
  let below = 0;
  for (let count = 0; count < length; count += 1) {
    const upTo = count === length - 1 ? 1 : normalBelow((count + 0.5 - mean) / deviation);
    part[count] = upTo - below;
    below = upTo;
  }
  return part;
}

/** Share of the standard normal below z (Abramowitz and Stegun 26.2.17, error < 1e-7). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
  return z > 0 ? 1 - tail : tail;
}

/** Chance of at least so many more. */
export function atLeast(spread: Spread, more: number): number {
  if (more <= 0) return 1;
  let sum = 0;
  for (let count = more; count < spread.length; count += 1) sum += spread[count]!;
  return Math.min(1, sum);
}

/** Smallest number below or at which this share of the chances lies. */
export function quantile(spread: Spread, share: number): number {
  let sum = 0;
  for (let count = 0; count < spread.length; count += 1) {
    sum += spread[count]!;
    if (sum >= share - 1e-12) return count;
  }
  return spread.length - 1;
}

export const meanOf = (spread: Spread): number => spread.reduce((sum, one, count) => sum + one * count, 0);

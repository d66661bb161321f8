// Distributions over a repeatable chance: what the sets described in README.md are drawn from.
import { type Chance, chanceOf } from '../training-ward/random.ts';

export { type Chance, chanceOf };

/** Standard normal; two draws each time, so that a stream stays in step. */
export function normal(chance: Chance): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance.next()));
  return radius * Math.cos(2 * Math.PI * chance.next());
}

export const logNormal = (chance: Chance, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(chance));

export const exponential = (chance: Chance, mean: number): number => -mean * Math.log(1 - chance.next());

/** Knuth for small means, the rounded normal above. */
export function poisson(chance: Chance, mean: number): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(chance)));
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = chance.next(); product > least; product *= chance.next()) count += 1;
  return count;
}

/** Marsaglia and Tsang; mean = shape × scale. Shapes below one are drawn one higher and brought down. */
export function gamma(chance: Chance, shape: number, scale: number): number {
  if (shape < 1) return gamma(chance, shape + 1, scale) * chance.next() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(chance);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    const u = chance.next();
    if (v > 0 && Math.log(1 - u) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v * scale;
  }
}

/** Poisson whose mean is itself drawn: small units beside large ones. */
export const negativeBinomial = (chance: Chance, mean: number, shape: number): number =>
  poisson(chance, gamma(chance, shape, mean / shape));

/** Whole number with the given mean, one of its two neighbours. */
export const wholeNear = (chance: Chance, value: number): number =>
  Math.floor(value) + (chance.yes(value - Math.floor(value)) ? 1 : 0);

/** Shares of a total in whole numbers that sum to it: largest remainder, the earlier part first when equal. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (all > 0 ? (total * weight) / all : 0));
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((sum, part) => sum + part, 0);
  const order = exact
    .map((value, at) => ({ at, left: value - Math.floor(value) }))
    .toSorted((a, b) => b.left - a.left || a.at - b.at);
  for (const { at } of order.slice(0, rest)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

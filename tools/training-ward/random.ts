// Chance that can be repeated: one seed and one label give one stream, so that a change in one part of the ward
// leaves the others as they were.
import { addDays, daysBetween } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';

export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** Whole number, both ends included. */
  int(from: number, to: number): number;
  yes(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  day(from: Day, to: Day): Day;
  shuffle<T>(items: readonly T[]): T[];
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

export function chanceOf(seed: number, label: string): Chance {
  let state = (hash(label) ^ Math.imul(seed, 2654435761)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => items[int(0, items.length - 1)]!;
  return {
    next,
    int,
    pick,
    yes: (probability) => next() < probability,
    weighted(items, weight) {
      let rest = next() * items.reduce((sum, item) => sum + weight(item), 0);
      return items.find((item) => (rest -= weight(item)) < 0) ?? items.at(-1)!;
    },
    day: (from, to) => addDays(from, int(0, Math.max(0, daysBetween(from, to)))),
    shuffle(items) {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
  };
}

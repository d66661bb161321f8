// Past years played again: what the model would have said of each unit's pool on the same day, and what came.
import type { Model } from './history.ts';
import { sumOf } from './sums.ts';
import type { Window } from './window.ts';

/** One unit over the past stretches of the season. */
export interface Replay {
  expected: Float64Array;
  came: Float64Array;
  /** variance that chance alone gives `came` */
  variance: Float64Array;
  depth: number;
  parent: number | null;
  /** newcomers expected in one stretch */
  comers: number;
  /** units of its own line that ever had a case of their own */
  leaves: number;
}

export interface Replays {
  of: Map<number, Replay>;
  top: Replay;
  weights: Float64Array;
  /** newcomers expected in one stretch in all units together */
  comers: number;
}

const perStep = 1_500;

export function* replay(model: Model, window: Window): Generator<void, Replays> {
  const weights = Float64Array.from(window.stretches, ({ weight }) => weight);
  const top = rowOf(weights.length, 0, null);
  const replays: Replays = { of: new Map(), top, weights, comers: 0 };
  const seen = new Set<number>();
  for (const [index, { stretch, cell, unitId, admitted }] of window.hits.entries()) {
    if (index % perStep === 0) yield;
    const chance = window.chance[cell]!;
    for (const row of rowsOf(replays, model, unitId)) {
      row.expected[stretch]! += chance;
      row.variance[stretch]! += chance * (1 - chance);
      row.came[stretch]! += admitted;
    }
    seen.add(unitId);
  }
  for (const { stretch, unitId } of window.newcomers) {
    for (const row of rowsOf(replays, model, unitId)) row.came[stretch]! += 1;
    seen.add(unitId);
  }
  yield;
  for (const unitId of seen) for (const row of rowsOf(replays, model, unitId)) row.leaves += 1;
  shareOut(replays, window);
  return replays;
}

const rowOf = (years: number, depth: number, parent: number | null): Replay => ({
  expected: new Float64Array(years),
  came: new Float64Array(years),
  variance: new Float64Array(years),
  depth,
  parent,
  comers: 0,
  leaves: 0,
});

/** The rows a case counts in: all units together, and each unit of its line. */
function rowsOf(replays: Replays, { paths }: Model, unitId: number): Replay[] {
  const line = paths.get(unitId) ?? [unitId];
  const rows = line.map((id, depth) => {
    const held = replays.of.get(id);
    if (held) return held;
    const made = rowOf(replays.weights.length, depth, depth === 0 ? null : line[depth - 1]!);
    replays.of.set(id, made);
    return made;
  });
  return [replays.top, ...rows];
}

/** Newcomers are expected where admissions were; a unit that had none yet counts as if it had half a one. */
const half = 0.5;

function shareOut(replays: Replays, window: Window): void {
  const { top, weights } = replays;
  const perStretch = new Float64Array(weights.length);
  for (const { stretch } of window.newcomers) perStretch[stretch]! += 1;
  const all = sumOf(weights);
  replays.comers = all === 0 ? 0 : sumOf(perStretch, weights) / all;
  const weightOf = (row: Replay) => sumOf(row.came, weights) + half * row.leaves;
  const whole = weightOf(top);
  for (const row of [top, ...replays.of.values()]) {
    row.comers = whole === 0 ? 0 : (replays.comers * weightOf(row)) / whole;
    for (let year = 0; year < weights.length; year += 1) {
      row.expected[year]! += row.comers;
      row.variance[year]! += row.comers;
    }
  }
}

/**
 * How past years as a whole came out against what was expected, and the relative variance of a year to come: of those
 * seen beyond chance, held towards `before` while years are few, and with the doubt of a mean of few years.
 */
export function yearFactors(
  { top, weights }: Replays,
  before: { common: number; years: number },
): { factors: Float64Array; variance: number } {
  const years = weights.length;
  const factors = top.expected.map((one, year) => (one > 0 ? top.came[year]! / one : 1));
  const chance = top.expected.map((one, year) => (one > 0 ? top.variance[year]! / one ** 2 : 0));
  const strayed = sumOf(factors.map((one) => (one - 1) ** 2));
  const seen = years > 1 ? Math.max(0, strayed / (years - 1) - sumOf(chance) / years) : 0;
  const free = Math.max(0, years - 1);
  const held = (seen * free + before.common * before.years) / (free + before.years);
  return { factors, variance: held * (1 + 1 / Math.max(1, years)) };
}

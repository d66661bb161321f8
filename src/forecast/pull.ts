// How far units hurry when the target is still away, and wait when it is reached: learned from past years in which both
// the target and the admissions are known. Nothing is assumed; without past targets there is no pull.
import type { Day } from '../platform/day.ts';
import { dayText, type Model, type PastTarget } from './history.ts';
import { type Replays, yearFactors } from './replay.ts';
import { before, type Speeds } from './speed.ts';
import type { Window } from './window.ts';

/** For units at one depth of the tree: pace × exp(strength × gap), and how far single years still stray then. */
export interface Pull {
  strength: number;
  yearly: number;
}

/** By depth; a depth without past targets has none. */
export function* pullsOf(
  model: Model,
  { replays, speeds, done, years }: { replays: Replays; speeds: Speeds; done: DoneBefore; years: Years },
): Generator<void, Map<number, Pull>> {
  const trials = trialsOf(model.targets, { replays, speeds, done, years });
  yield;
  const { factors } = yearFactors(replays, before);
  const pulls = new Map<number, Pull>();
  for (const [depth, list] of trials) {
    pulls.set(depth, pullFrom(list, factors));
    yield;
  }
  return pulls;
}

function pullFrom(trials: readonly Trial[], years: Float64Array): Pull {
  const strength = pullOf(trials);
  let over = before.own * before.units;
  let of = before.units;
  for (const { expected, came, gap, year, chance } of trials) {
    const mean = expected * Math.exp(strength * gap) * years[year]!;
    if (mean < 0.5) continue;
    // Each year of a unit counts as much as chance lets it say.
    const weight = mean ** 2 / (mean + mean ** 2 * 0.05);
    over += weight * (((came - mean) ** 2 - chance * mean) / mean ** 2);
    of += weight;
  }
  return { strength, yearly: Math.max(0, over / of) };
}

/** What was still asked against what was to be expected, as a logarithm, cut at e times. */
export function gapOf(asked: number, expected: number): number {
  const gap = Math.log((Math.max(0, asked) + 1) / (expected + 1));
  return Math.max(-1, Math.min(1, gap));
}

/** One past year of one unit. */
interface Trial {
  year: number;
  gap: number;
  expected: number;
  came: number;
  /** relative variance of the year beyond chance */
  strays: number;
  /** variance by chance for each admission expected */
  chance: number;
}

/** As firmly as so much was seen is “no pull” held. */
const held = 10;
const mostPull = 1.5;

/** Past stretches by the last day of their period. */
export type Years = ReadonlyMap<Day, number>;
export const yearsOf = ({ stretches }: Window): Years =>
  new Map(stretches.map(({ until }, year) => [until, year]));

function trialsOf(
  targets: readonly PastTarget[],
  { replays, speeds, done, years }: { replays: Replays; speeds: Speeds; done: DoneBefore; years: Years },
): Map<number, Trial[]> {
  const byDepth = new Map<number, Trial[]>();
  for (const target of targets) {
    const year = years.get(target.to);
    const [row, speed] = [replays.of.get(target.unitId), speeds.of.get(target.unitId)];
    if (year === undefined || !row || !speed) continue;
    const expected = row.expected[year]! * speed.factor;
    const left = target.minimum - (done.get(targetKey(target)) ?? 0);
    const chance = row.variance[year]! / Math.max(1e-9, row.expected[year]!);
    const list = byDepth.get(row.depth) ?? [];
    byDepth.set(row.depth, list);
    list.push({
      year,
      expected,
      came: row.came[year]!,
      gap: gapOf(left, expected),
      strays: speed.strays,
      chance,
    });
  }
  return byDepth;
}

export const targetKey = ({ unitId, to }: PastTarget): string => `${unitId} ${to}`;

/** Admissions of a period before its stretch began, by unit and period. */
export type DoneBefore = ReadonlyMap<string, number>;
const perStep = 1_000;

export function* doneBefore(
  { past, paths, targets }: Model,
  { stretches }: Window,
): Generator<void, DoneBefore> {
  const done = new Map<string, number>();
  const from = new Map(targets.map((one) => [targetKey(one), one.from]));
  yield;
  for (let index = 0; index < past.cases; index += 1) {
    if (index % perStep === 0) yield;
    if (past.admitted[index] !== 1) continue;
    const on = past.endOf[index]!;
    const year = stretches.find((stretch) => on <= stretch.from && on > stretch.from - 366);
    if (!year) continue;
    const unit = past.lastUnit[index]!;
    for (const id of paths.get(unit) ?? [unit]) {
      const key = `${id} ${year.until}`;
      const first = from.get(key);
      if (first !== undefined && dayText(on) >= first) done.set(key, (done.get(key) ?? 0) + 1);
    }
  }
  return done;
}

/** The strength under which past years come out best, by Newton’s steps; years that stray anyway weigh less. */
function pullOf(trials: readonly Trial[]): number {
  let strength = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    let slope = -held * strength;
    let bend = held;
    for (const { gap, expected, came, strays } of trials) {
      const mean = Math.max(1e-6, expected * Math.exp(strength * gap));
      const weight = 1 / (1 + mean * strays);
      slope += weight * gap * (came - mean);
      bend += weight * gap * gap * mean;
    }
    strength = Math.max(-mostPull, Math.min(mostPull, strength + slope / bend));
  }
  return Math.max(0, strength);
}

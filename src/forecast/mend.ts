// Told chances set right by past years: where targets of the past are known, what the model would have told then is held
// against what came. A unit that hurries to its target at the end comes out better than dates alone say.
import { least } from './gate.ts';
import { type Model, type PastTarget } from './history.ts';
import { type DoneBefore, targetKey, type Years } from './pull.ts';
import type { Replays } from './replay.ts';
import type { Window } from './window.ts';

/** log odds → shift + slope × log odds. */
export interface Mend {
  shift: number;
  slope: number;
}
export const unmended: Mend = { shift: 0, slope: 1 };

/** What is held before anything was seen, and how firmly; slopes stay within reason. */
const wide = { shift: 0.6, slope: 0.25 };
const slopes = { least: 0.6, most: 1.6 };

export interface Tried {
  depth: number;
  told: number;
  came: boolean;
}

const logit = (chance: number): number => Math.log(chance / (1 - chance));
const within = (chance: number): number => Math.min(0.995, Math.max(0.005, chance));

export function mended(chance: number, { shift, slope }: Mend): number {
  if (chance <= 0 || chance >= 1) return chance;
  return 1 / (1 + Math.exp(-(shift + slope * logit(Math.min(1 - 1e-9, Math.max(1e-9, chance))))));
}

/** By depth of the unit in the tree, each held towards that of all units together. */
export function mendsOf(tried: readonly Tried[]): { all: Mend; of: Map<number, Mend> } {
  const all = mendOf(tried, unmended);
  const depths = Map.groupBy(tried, ({ depth }) => depth);
  return { all, of: new Map([...depths].map(([depth, list]) => [depth, mendOf(list, all)])) };
}

/** Logistic regression in Newton's steps, held towards `towards`. */
function mendOf(tried: readonly Tried[], towards: Mend): Mend {
  let { shift, slope } = towards;
  const [firmShift, firmSlope] = [1 / wide.shift ** 2, 1 / wide.slope ** 2];
  for (let turn = 0; turn < 15; turn += 1) {
    let [a, b] = [-firmShift * (shift - towards.shift), -firmSlope * (slope - towards.slope)];
    let [aa, ab, bb] = [firmShift, 0, firmSlope];
    for (const { told, came } of tried) {
      const x = logit(within(told));
      const p = 1 / (1 + Math.exp(-(shift + slope * x)));
      const gap = Number(came) - p;
      const bend = p * (1 - p);
      a += gap;
      b += gap * x;
      aa += bend;
      ab += bend * x;
      bb += bend * x * x;
    }
    const whole = aa * bb - ab * ab;
    shift += (bb * a - ab * b) / whole;
    slope = Math.min(slopes.most, Math.max(slopes.least, slope + (aa * b - ab * a) / whole));
  }
  return { shift, slope };
}

/** One past period of one unit, as it stood on the same day of the year. */
export interface PastCase {
  target: PastTarget;
  depth: number;
  done: number;
  chances: number[];
  came: number;
}

/** Those of which a probability would have been told. */
const perStep = 1_500;

interface Seen {
  replays: Replays;
  done: DoneBefore;
  years: Years;
}

export function* pastCases(model: Model, window: Window, seen: Seen): Generator<void, PastCase[]> {
  const found = beganBefore(model, seen);
  for (const [index, { unitId, stretch, cell }] of window.hits.entries()) {
    if (index % perStep === 0) yield;
    for (const id of model.paths.get(unitId) ?? [unitId])
      found.get(`${id} ${stretch}`)?.chances.push(window.chance[cell]!);
  }
  return [...found.values()].filter(({ chances }) => chances.length >= least.cases);
}

/** By unit and year, without their pools yet. */
function beganBefore({ targets }: Model, { replays, done, years }: Seen): Map<string, PastCase> {
  const found = new Map<string, PastCase>();
  for (const target of targets) {
    const [year, row] = [years.get(target.to), replays.of.get(target.unitId)];
    const before = done.get(targetKey(target)) ?? 0;
    if (year === undefined || !row || before < least.admissions) continue;
    const came = before + row.came[year]!;
    found.set(`${target.unitId} ${year}`, { target, depth: row.depth, done: before, chances: [], came });
  }
  return found;
}

// How many a unit will have admitted by the end of a period: a distribution, never a number for one person.
//
//   outlook(model, cases, { unitId, on, until, done, target? }) → Outlook
//   `cases`: every open candidacy at or below the unit at the end of `on` (openCasesOn for past days);
//   `done`: admissions of the period up to and including `on`; `until`: last day of the period, inclusive.
//   outlook.chanceOf(minimum): chance of at least so many in all by the end; of the target itself, set right by what past
//   targets taught. Gate apart: gateOf in gate.ts.
import type { Day } from '../platform/day.ts';
import type { Rests } from './gate.ts';
import { atOnce, dayNumber, type Model, type OpenCase } from './history.ts';
import { latelyOf } from './lately.ts';
import { type Mend, mended, mendsOf, type PastCase, pastCases, type Tried } from './mend.ts';
import { doneBefore, gapOf, type Pull, pullsOf, yearsOf } from './pull.ts';
import { replay } from './replay.ts';
import { before, type Speed, type Speeds, speedsOf } from './speed.ts';
import { atLeast, meanOf, quantile, spreadOf, type Toss } from './spread.ts';
import { cellOf, type Window, windowing } from './window.ts';

export interface Asked {
  unitId: number;
  on: Day;
  until: Day;
  done: number;
  /** lower end of the unit’s own target, if it has one: units hurry towards it as they did in past years */
  target?: number | null;
}

export interface Outlook {
  /** all of the period, what is done included */
  mean: number;
  median: number;
  /** the middle 80 %: one year in ten ends below, one in ten above */
  low: number;
  high: number;
  chanceOf(minimum: number): number;
  /** of the mean: those who are on no list yet */
  comers: number;
  rests: Rests;
}

/** What is known of a stretch of days, for every unit; made once, asked often. */
interface Known {
  window: Window;
  speeds: Speeds;
  pulls: Map<number, Pull>;
  /** how the last months went against the years before */
  lately: number;
  /** by depth, what told chances of past targets taught */
  mends: { all: Mend; of: Map<number, Mend> };
}

/** Prepares one stretch in steps; `outlook` then answers at once. */
export function* preparing(model: Model, on: Day, until: Day): Generator<void, Known> {
  const key = `${on} ${until}`;
  const held = model.windows.get(key) as Known | undefined;
  if (held) return held;
  const window = yield* windowing(model, { on, until });
  const replays = yield* replay(model, window);
  yield;
  const speeds = speedsOf(replays);
  yield;
  const seen = { replays, speeds, done: yield* doneBefore(model, window), years: yearsOf(window) };
  const pulls = yield* pullsOf(model, seen);
  const lately = yield* latelyOf(model, on, before);
  const lean = { ...window, hits: [], newcomers: [] };
  const begun: Known = { window: lean, speeds, pulls, lately, mends: mendsOf([]) };
  const known = { ...begun, mends: yield* mending(model, begun, yield* pastCases(model, window, seen)) };
  if (model.windows.size >= mostKept) model.windows.delete([...model.windows.keys()][0]!);
  model.windows.set(key, known);
  return known;
}
const mostKept = 40;

/** What would have been told of past periods, held against what came. */
function* mending(model: Model, known: Known, past: readonly PastCase[]): Generator<void, Known['mends']> {
  const tried: Tried[] = [];
  for (const [index, { target, depth, done, chances, came }] of past.entries()) {
    if (index % 20 === 0) yield;
    const asked = { unitId: target.unitId, target: target.minimum, done };
    const spread = spreadOf(tossOf(model, { ...known, lately: 1 }, chances, asked));
    const told = atLeast(spread, target.minimum - done);
    if (done < target.minimum) tried.push({ depth, told, came: came >= target.minimum });
  }
  return mendsOf(tried);
}

export function outlook(model: Model, cases: readonly OpenCase[], asked: Asked): Outlook {
  const known = atOnce(preparing(model, asked.on, asked.until));
  const { window } = known;
  const chances = cases.map((one) => chanceOf(model, window, one, asked));
  const toss = tossOf(model, known, chances, asked);
  const spread = spreadOf(toss);
  return {
    mean: asked.done + meanOf(spread),
    median: asked.done + quantile(spread, 0.5),
    low: asked.done + quantile(spread, 0.1),
    high: asked.done + quantile(spread, 0.9),
    chanceOf: (minimum) => {
      const told = atLeast(spread, Math.ceil(minimum) - asked.done);
      return minimum === asked.target ? mended(told, mendFor(known, depthOf(model, asked.unitId))) : told;
    },
    comers: toss.comers * toss.factor,
    rests: {
      windows: window.stretches.length,
      admissions: model.admissions,
      cases: chances.filter((one) => one > 0).length,
      open: cases.length,
    },
  };
}

type TossAsked = Pick<Asked, 'unitId' | 'done' | 'target'>;
const depthOf = ({ paths }: Model, unitId: number): number => (paths.get(unitId)?.length ?? 1) - 1;
const mendFor = ({ mends }: Known, depth: number): Mend => mends.of.get(depth) ?? mends.all;

/** With the unit's own speed, this year's, and the pull of its target. */
function tossOf(model: Model, known: Known, chances: readonly number[], asked: TossAsked): Toss {
  const speed = speedOf(known.speeds, model, asked.unitId);
  const factor = speed.factor * known.lately;
  const toss = { chances, comers: speed.comers, factor, strays: speed.strays };
  const pull = known.pulls.get(depthOf(model, asked.unitId));
  if (!pull || asked.target === undefined || asked.target === null) return toss;
  const expected = chances.reduce((sum, one) => sum + one, speed.comers) * factor;
  const gap = gapOf(asked.target - asked.done, expected);
  return {
    ...toss,
    factor: factor * Math.exp(pull.strength * gap),
    strays: speed.strays - speed.yearly + pull.yearly,
  };
}

/** By stage, days there and season; none at all when the rules do not allow the ceremony before the period ends. */
function chanceOf(model: Model, window: Window, one: OpenCase, { on, until }: Asked): number {
  const stage = model.stages.indexOf(one.stage);
  if (stage < 0 || (one.earliestOn && one.earliestOn > until)) return 0;
  const from = one.from && one.from > on ? one.from : on;
  if (from >= until) return 0;
  const { chance } = from === on ? window : atOnce(preparing(model, from, until)).window;
  return chance[cellOf(stage, Math.max(0, dayNumber(from) - dayNumber(one.since)))]!;
}

/** A unit without a past of its own goes as the unit above it; newcomers it has none until it shows some. */
function speedOf({ of, top }: Speeds, { paths }: Model, unitId: number): Speed {
  const own = of.get(unitId);
  if (own) return own;
  const above = (paths.get(unitId) ?? []).toReversed().find((id) => of.has(id));
  return { ...(above === undefined ? top : of.get(above)!), comers: 0 };
}

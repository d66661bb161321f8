// The same stretch of days in past years: how many candidacies standing at a stage for so long were admitted by its
// end, and how many came who were not yet in the pool at its start. Losses need no guess: who left was not admitted.
//
// chance of a (stage, days there) = cases of the same season, smoothed towards cases of any season brought to this
// season, smoothed towards the stage as a whole, smoothed towards the whole pool. Recent years weigh more.
import { addMonths, type Day } from '../platform/day.ts';
import { dayNumber, dayText, type Model, never, type Past } from './history.ts';

/** Days at a stage, grouped: up to two weeks, a month, two … more than a year. */
const edges = [15, 31, 61, 92, 122, 183, 274, 366];
const waits = edges.length + 1;
export const waitOf = (days: number): number => {
  const index = edges.findIndex((edge) => days < edge);
  return index < 0 ? edges.length : index;
};

/** Weight of a year further back; pseudo-cases of each smoothing; both chosen on histories made for the purpose. */
const fading = 0.9;
const firm = { season: 25, wait: 12, stage: 6 };
/** A month back is a window too, but no further than this. */
const farthest = 180;

/** One past stretch of the same season. */
export interface Stretch {
  from: number;
  to: number;
  /** its last day */
  until: Day;
  weight: number;
}

export interface Hit {
  /** which past stretch */
  stretch: number;
  cell: number;
  unitId: number;
  admitted: number;
}

export interface Window {
  stretches: Stretch[];
  /** chance by (stage, wait) */
  chance: Float64Array;
  hits: Hit[];
  /** admissions in a past stretch of persons who were not in the pool at its start */
  newcomers: { stretch: number; unitId: number }[];
}

export const cellOf = (stage: number, days: number): number => stage * waits + waitOf(days);

interface Counts {
  of: Float64Array;
  admitted: Float64Array;
}

interface Reach {
  on: Day;
  until: Day;
  /** nothing that ended after it is looked at */
  last: Day;
}

/** Past stretches: each month back whose end is known; those whole years back are of the same season. */
function stretchesOf(model: Model, { on, until, last }: Reach) {
  const [start, known] = [dayNumber(on), dayNumber(last)];
  const first = model.since === null ? never : dayNumber(model.since);
  const any: { from: number; to: number; back: number }[] = [];
  for (let back = 1; back <= farthest; back += 1) {
    const [from, to] = [dayNumber(addMonths(on, -back)), dayNumber(addMonths(until, -back))];
    if (from < first) break;
    if (to <= known && from < start) any.push({ from, to, back });
  }
  return any;
}

/** Looks through the past month by month, with a pause after each. */
export function* windowing(
  model: Model,
  { on, until, last = model.until }: { on: Day; until: Day; last?: Day },
): Generator<void, Window> {
  const any = stretchesOf(model, { on, until, last });
  const cells = model.stages.length * waits;
  const [season, all] = [blank(cells), blank(cells)];
  const same = any.filter(({ back }) => back % 12 === 0);
  const stretches = same.map(({ from, to, back }) => ({
    from,
    to,
    until: dayText(to),
    weight: fading ** (back / 12),
  }));
  const indexOf = new Map(same.map(({ back }, index) => [back, index]));
  const window: Window = {
    stretches,
    chance: new Float64Array(cells),
    hits: [],
    newcomers: [],
  };
  for (const { from, to, back } of any) {
    yield;
    const stretch = indexOf.get(back) ?? -1;
    const tables = stretch < 0 ? [all] : [all, season];
    look(model.past, { from, to }, (cell, unitId, admitted) => {
      for (const table of tables) add(table, cell, admitted, fading ** (back / 12));
      if (stretch < 0) return;
      window.hits.push({ stretch, cell, unitId, admitted });
    });
  }
  for (const [stretch, { from, to }] of stretches.entries())
    for (const unitId of comersOf(model.past, from, to)) window.newcomers.push({ stretch, unitId });
  smooth(window.chance, season, all);
  return window;
}

const blank = (cells: number): Counts => ({ of: new Float64Array(cells), admitted: new Float64Array(cells) });
function add(table: Counts, cell: number, admitted: number, weight: number): void {
  table.of[cell]! += weight;
  table.admitted[cell]! += weight * admitted;
}

/** Every case open at `from`, with where it stood and whether it was admitted by `to`. */
export function look(
  past: Past,
  { from, to }: { from: number; to: number },
  tell: (cell: number, unitId: number, admitted: number) => void,
): void {
  for (let index = 0; index < past.cases; index += 1) {
    if (past.endOf[index]! <= from) continue;
    const first = past.firstOf[index]!;
    let at = past.firstOf[index + 1]! - 1;
    while (at >= first && past.dayOf[at]! > from) at -= 1;
    if (at < first) continue;
    const inTime = past.admitted[index] === 1 && past.endOf[index]! <= to ? 1 : 0;
    tell(cellOf(past.stageOf[at]!, from - past.dayOf[at]!), past.unitOf[at]!, inTime);
  }
}

export function* comersOf(past: Past, from: number, to: number): Generator<number> {
  for (let index = 0; index < past.cases; index += 1) {
    if (past.admitted[index] !== 1 || past.endOf[index]! <= from || past.endOf[index]! > to) continue;
    const first = past.firstOf[index]!;
    const known = first < past.firstOf[index + 1]!;
    if (!known || past.dayOf[first]! > from) yield past.lastUnit[index]!;
  }
}

const sum = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);
const share = (
  admitted: number,
  of: number,
  { towards, firmly }: { towards: number; firmly: number },
): number => (admitted + firmly * towards) / (of + firmly);

/** From the whole pool to the stage, to (stage, wait) of any season, to that of this season. */
function smooth(chance: Float64Array, season: Counts, all: Counts): void {
  const whole = share(sum(all.admitted), sum(all.of), { towards: 0.5, firmly: 1 });
  const general = new Float64Array(chance.length);
  for (let from = 0; from < chance.length; from += waits) {
    const stage = stageOf(all, from);
    const mean = share(stage.admitted, stage.of, { towards: whole, firmly: firm.stage });
    for (let cell = from; cell < from + waits; cell += 1)
      general[cell] = share(all.admitted[cell]!, all.of[cell]!, { towards: mean, firmly: firm.wait });
  }
  const pace = seasonOf(general, season);
  for (let cell = 0; cell < chance.length; cell += 1)
    chance[cell] = share(season.admitted[cell]!, season.of[cell]!, {
      towards: quicker(general[cell]!, pace),
      firmly: firm.season,
    });
}

function stageOf({ of, admitted }: Counts, from: number): { of: number; admitted: number } {
  const [cases, came] = [of.subarray(from, from + waits), admitted.subarray(from, from + waits)];
  return { of: sum(cases), admitted: sum(came) };
}

/** A chance when everything goes `pace` times as fast. */
export const quicker = (chance: number, pace: number): number => 1 - (1 - Math.min(chance, 0.9999)) ** pace;

/** How much faster this season goes than the year on the whole, found by halving. */
function seasonOf(general: Float64Array, { of, admitted }: Counts): number {
  const came = sum(admitted);
  const expected = (pace: number) =>
    general.reduce((total, one, cell) => total + of[cell]! * quicker(one, pace), 0);
  let [low, high] = [0.1, 10];
  for (let turn = 0; turn < 30; turn += 1) {
    const middle = Math.sqrt(low * high);
    if (expected(middle) < came) low = middle;
    else high = middle;
  }
  const firmness = came / (came + 10);
  return came === 0 ? 1 : Math.sqrt(low * high) ** firmness;
}

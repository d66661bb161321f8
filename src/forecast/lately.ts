// Whether this year goes as the years before: the last six months played against what was known before them. A usual
// deviation says little about the months to come; one beyond what years ever showed is believed.
import { addMonths, type Day } from '../platform/day.ts';
import { dayNumber, type Model } from './history.ts';
import { type Replays, replay, yearFactors } from './replay.ts';
import { comersOf, look, windowing } from './window.ts';

const monthsBack = 6;
const least = 20;
/** At a deviation of so many usual ones half of it is believed. */
const believed = 1.2;

/** Times as fast as before; 1 = as always, or too little to say. */
export function* latelyOf(
  model: Model,
  on: Day,
  before: { common: number; years: number },
): Generator<void, number> {
  const from = addMonths(on, -monthsBack);
  if (model.until < on || model.since === null || from < model.since) return 1;
  const window = yield* windowing(model, { on: from, until: on, last: from });
  if (window.stretches.length < 2) return 1;
  const replays = yield* replay(model, window);
  const seen = sumUp(model, window.chance, { from: dayNumber(from), to: dayNumber(on) });
  const expected = seen.expected + replays.comers;
  if (expected < least) return 1;
  return strength(replays, before, { ...seen, expected, chance: seen.variance + replays.comers });
}

function strength(
  replays: Replays,
  before: { common: number; years: number },
  { came, expected, chance }: { came: number; expected: number; chance: number },
): number {
  const strayed = Math.log((came + 1) / (expected + 1));
  const usual = yearFactors(replays, before).variance + chance / expected ** 2;
  const size = strayed ** 2 / usual;
  return Math.exp((strayed * size) / (size + believed ** 2));
}

interface Seen {
  expected: number;
  came: number;
  variance: number;
}

function sumUp({ past }: Model, chances: Float64Array, stretch: { from: number; to: number }): Seen {
  const seen: Seen = { expected: 0, came: 0, variance: 0 };
  look(past, stretch, (cell, _, admitted) => {
    const chance = chances[cell]!;
    seen.expected += chance;
    seen.variance += chance * (1 - chance);
    seen.came += admitted;
  });
  seen.came += [...comersOf(past, stretch.from, stretch.to)].length;
  return seen;
}

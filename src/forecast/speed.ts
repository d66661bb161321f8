// How fast each unit is against what the model says for its pool: replay of past years, shrunk towards the unit above
// it (small units shrink most), and how widely past years strayed – all units together, and each by itself.
import { type Replay, type Replays, yearFactors } from './replay.ts';
import { sumOf } from './sums.ts';

export interface Speed {
  /** times as fast as stage and season alone would say */
  factor: number;
  /** admissions to come by the end from persons not yet in the pool, before the factor */
  comers: number;
  /** relative variance of a year around it: of all units together, of the unit’s single year, of the factor itself */
  strays: number;
  yearly: number;
}

export interface Speeds {
  of: Map<number, Speed>;
  top: Speed;
}

/** Held before anything was seen: relative variances of a year for all, and for a unit; as firmly as so many years. */
export const before = { common: 0.1 ** 2, own: 0.15 ** 2, years: 4, units: 15 };
/** A unit's own past counts at most against so few, at least against so many admissions of the unit above. */
const shrink = { least: 3, most: 300 };

interface Level {
  /** relative variance that stays with a unit, and that of its single years */
  lasting: number;
  yearly: number;
}

export function speedsOf(replays: Replays): Speeds {
  const { factors, variance: common } = yearFactors(replays, before);
  const settled = new Map<number, Speed>();
  const rows = [...replays.of.entries()].sort(([, a], [, b]) => a.depth - b.depth);
  const top: Speed = { factor: 1, comers: replays.comers, strays: common, yearly: 0 };
  for (const depth of new Set(rows.map(([, { depth: one }]) => one))) {
    const level = rows.filter(([, one]) => one.depth === depth);
    const above = ({ parent }: Replay) => (parent === null ? 1 : (settled.get(parent)?.factor ?? 1));
    const spread = levelOf(
      level.map(([, one]) => ({ row: one, factor: above(one) })),
      factors,
    );
    for (const [id, row] of level) settled.set(id, settle(row, above(row), { spread, common, replays }));
  }
  return { of: settled, top };
}

/** Gamma–Poisson: the unit's admissions against those expected, with the unit above as so many seen before. */
function settle(
  row: Replay,
  above: number,
  { spread, common, replays }: { spread: Level; common: number; replays: Replays },
): Speed {
  const firm = Math.min(shrink.most, Math.max(shrink.least, 1 / spread.lasting));
  const weighed = (list: Float64Array) => sumOf(list, replays.weights);
  const [came, expected] = [weighed(row.came), weighed(row.expected)];
  const factor = (came + firm) / (expected + firm / above);
  const strays = common + spread.yearly + 1 / (came + firm);
  return { factor, comers: row.comers, strays, yearly: spread.yearly };
}

/**
 * What two years of one unit share stays with the unit; what a single year has beyond that and beyond chance is the
 * year's own. Both from sums over the units of a level, held towards the beginning's value while units are few.
 */
function levelOf(level: { row: Replay; factor: number }[], years: Float64Array): Level {
  const shared = { over: 0, of: 0 };
  const single = { over: 0, of: 0 };
  for (const { row, factor } of level) {
    const expected = row.expected.map((one, year) => one * factor * years[year]!);
    const strayed = expected.map((one, year) => row.came[year]! - one);
    const squares = sumOf(strayed.map((one) => one * one));
    const squaresOf = sumOf(expected.map((one) => one * one));
    shared.over += sumOf(strayed) ** 2 - squares;
    shared.of += sumOf(expected) ** 2 - squaresOf;
    single.over += squares - sumOf(row.variance.map((one, year) => one * factor * years[year]!));
    single.of += squaresOf;
  }
  const ratio = ({ over, of }: typeof shared) => (of > 0 ? over / of : 0);
  const held = (seen: number) =>
    Math.max(0, (seen * level.length + before.own * before.units) / (level.length + before.units));
  const lasting = Math.max(1e-4, held(ratio(shared)));
  return { lasting, yearly: held(ratio(single) - ratio(shared)) };
}

// The pool at a glance: how many candidates stand where and how long, what is left of the target, which cells have no
// source. Counts only – nothing here says anything about one person.
import { type Day, daysBetween, earliest, type PartialDay } from '../platform/day.ts';

/** Parts of the way, coarse enough for one line of a table. */
export const parts = ['found', 'fostered', 'dossier', 'approval'] as const;
export type Part = (typeof parts)[number];

const partOfStage: Record<string, Part> = {
  nominated: 'found',
  listed: 'fostered',
  class_certified: 'fostered',
  helped: 'fostered',
  permitted: 'dossier',
  papers_ready: 'dossier',
  verifying: 'dossier',
  verified: 'dossier',
  cell_voted: 'approval',
  base_voted: 'approval',
  decided: 'approval',
};
/** Stages of those who are not yet members: they make the pool. */
export const poolStages: readonly string[] = Object.keys(partOfStage);

export interface Unit {
  id: number;
  name: string;
  path: string;
  cell: boolean;
}
export interface Candidate {
  unitId: number;
  stage: string;
  stageOn: PartialDay | null;
  paused: boolean;
}
/** Admissions of one unit in one year. */
export interface Admitted {
  unitId: number;
  year: number;
  count: number;
}
export interface Target {
  unitId: number;
  minimum: number | null;
}
export interface Survey {
  unitId: number;
  counts: Record<string, number>;
}

export interface Pool {
  units: readonly Unit[];
  candidates: readonly Candidate[];
  admitted: readonly Admitted[];
  targets: readonly Target[];
  surveys: readonly Survey[];
  year: number;
  today: Day;
}

export type Lack = 'no_candidate' | 'two_zero_years' | 'few';

export interface PoolLine {
  unitId: number;
  name: string;
  cell: boolean;
  /** cells at or below this unit */
  cells: number;
  parts: Record<Part, number>;
  /** in the pool, paused ones among them */
  open: number;
  paused: number;
  admitted: number;
  /** the year's target: the unit's own, or the sum of those below; null where none is known */
  target: number | null;
  /** true when the target is a sum of those below */
  summed: boolean;
  remaining: number | null;
  /** candidates that are not paused ÷ what is left of the target; null when nothing is left or known */
  ratio: number | null;
}

export interface StageLine {
  stage: string;
  count: number;
  /** days in this stage, of those whose day is known */
  medianDays: number | null;
  longestDays: number | null;
}

export interface ShortCell {
  unitId: number;
  name: string;
  lacks: Lack[];
  open: number;
  remaining: number | null;
  /** what the cell's survey of the year counted; null when there was none */
  survey: Record<string, number> | null;
}

const within = (path: string, { path: own }: Unit): boolean => own.startsWith(path);

/** One line for a unit and everything below it. */
export function lineOf(pool: Pool, unit: Unit): PoolLine {
  const below = new Map(pool.units.filter((one) => within(unit.path, one)).map((one) => [one.id, one]));
  const own = pool.candidates.filter(({ unitId }) => below.has(unitId));
  const paused = own.filter((one) => one.paused).length;
  const admitted = sum(
    pool.admitted
      .filter(({ unitId, year }) => year === pool.year && below.has(unitId))
      .map(({ count }) => count),
  );
  const { target, summed } = targetOf(pool, unit);
  const remaining = target === null ? null : Math.max(0, target - admitted);
  return {
    unitId: unit.id,
    name: unit.name,
    cell: unit.cell,
    cells: [...below.values()].filter(({ cell }) => cell).length,
    parts: Object.fromEntries(
      parts.map((part) => [part, own.filter(({ stage }) => partOfStage[stage] === part).length]),
    ) as Record<Part, number>,
    open: own.length,
    paused,
    admitted,
    target,
    summed,
    remaining,
    ratio: remaining ? (own.length - paused) / remaining : null,
  };
}

/** Its own target; where it has none, the sum of the nearest ones below. */
function targetOf(pool: Pool, unit: Unit): { target: number | null; summed: boolean } {
  const held = new Map(pool.targets.map(({ unitId, minimum }) => [unitId, minimum]));
  const own = held.get(unit.id) ?? null;
  if (own !== null) return { target: own, summed: false };
  const below = pool.units
    .filter((one) => one.id !== unit.id && within(unit.path, one) && (held.get(one.id) ?? null) !== null)
    .toSorted((a, b) => a.path.length - b.path.length);
  const nearest = below.filter(
    (one) => !below.some((above) => above.id !== one.id && one.path.startsWith(above.path)),
  );
  if (nearest.length === 0) return { target: null, summed: false };
  return { target: sum(nearest.map(({ id }) => held.get(id) ?? 0)), summed: true };
}

/** How many stand in each stage, and how long. */
export function stageLines({ candidates, today }: Pool): StageLine[] {
  return poolStages
    .map((stage) => {
      const own = candidates.filter((one) => one.stage === stage);
      const days = own
        .flatMap(({ stageOn }) => (stageOn ? [Math.max(0, daysBetween(earliest(stageOn), today))] : []))
        .toSorted((a, b) => a - b);
      return { stage, count: own.length, medianDays: median(days), longestDays: days.at(-1) ?? null };
    })
    .filter(({ count }) => count > 0);
}

/** Cells whose source is short: nobody in the pool, two whole years without an admission, or too few for the target. */
export function shortCells(pool: Pool, least: number | null): ShortCell[] {
  const surveys = new Map(pool.surveys.map(({ unitId, counts }) => [unitId, counts]));
  const fruitful = new Set(
    pool.admitted
      .filter(({ year, count }) => count > 0 && year < pool.year && year >= pool.year - 2)
      .map(({ unitId }) => unitId),
  );
  const only = cutterOf(pool);
  return pool.units
    .filter(({ cell }) => cell)
    .map((unit) => ({ unit, line: lineOf(only(unit), unit) }))
    .map(({ unit, line }) => ({
      unitId: unit.id,
      name: unit.name,
      lacks: lacksOf(line, fruitful.has(unit.id), least),
      open: line.open,
      remaining: line.remaining,
      survey: surveys.get(unit.id) ?? null,
    }))
    .filter(({ lacks }) => lacks.length > 0);
}

/** The pool cut to one unit by itself: thousands of cells are looked at, each only at its own. */
function cutterOf(pool: Pool): (unit: Unit) => Pool {
  const candidates = Map.groupBy(pool.candidates, ({ unitId }) => unitId);
  const admitted = Map.groupBy(pool.admitted, ({ unitId }) => unitId);
  const targets = Map.groupBy(pool.targets, ({ unitId }) => unitId);
  return (unit) => ({
    ...pool,
    units: [unit],
    candidates: candidates.get(unit.id) ?? [],
    admitted: admitted.get(unit.id) ?? [],
    targets: targets.get(unit.id) ?? [],
  });
}

function lacksOf({ open, ratio }: PoolLine, fruitful: boolean, least: number | null): Lack[] {
  const lacks: Lack[] = [];
  if (open === 0) lacks.push('no_candidate');
  if (!fruitful) lacks.push('two_zero_years');
  if (open > 0 && ratio !== null && least !== null && ratio < least) lacks.push('few');
  return lacks;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

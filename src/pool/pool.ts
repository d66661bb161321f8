// The pool at a glance: how many candidates stand where and how long, what is left of the target, which cells have no
// source. Counts only – nothing here says anything about one person.
import { type Day, daysBetween, earliest, type PartialDay } from '../platform/day.ts';

/** Parts of the way, coarse enough for one line of a table. */
export const parts = ['found', 'fostered', 'dossier', 'approval'] as const;
export type Part = (typeof parts)[number];

export const partOfStage: Readonly<Record<string, Part>> = {
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

interface Sums {
  cells: number;
  parts: Record<Part, number>;
  open: number;
  paused: number;
  admitted: number;
  /** the unit's own target, and the sum of the nearest ones below it */
  target: number | null;
  below: number | null;
}

const nothing = (): Sums => ({
  cells: 0,
  parts: { found: 0, fostered: 0, dossier: 0, approval: 0 },
  open: 0,
  paused: 0,
  admitted: 0,
  target: null,
  below: null,
});

/** '/1/14/203/' → '/', '/1/', '/1/14/', '/1/14/203/'. */
function pathsDownTo(path: string): string[] {
  const ids = path.split('/').slice(1, -1);
  return ['/', ...ids.map((_, index) => `/${ids.slice(0, index + 1).join('/')}/`)];
}

/** Those that lie below none of the others. */
export function highest(units: readonly Unit[]): Unit[] {
  const paths = new Set(units.map(({ path }) => path));
  return units.filter(({ path }) => !pathsDownTo(path).some((above) => above !== path && paths.has(above)));
}

/** Everything is added once to each unit above it, so that a province costs no more than its candidates times its depth. */
export function tally(pool: Pool): (unit: Unit) => PoolLine {
  const sums = new Map<string, Sums>([
    ['/', nothing()],
    ...pool.units.map(({ path }) => [path, nothing()] as const),
  ]);
  const pathOf = new Map(pool.units.map(({ id, path }) => [id, path]));
  const upward = (unitId: number, add: (sum: Sums) => void): void => {
    for (const path of pathsDownTo(pathOf.get(unitId) ?? '/')) {
      const sum = sums.get(path);
      if (sum) add(sum);
    }
  };
  for (const { id, cell } of pool.units) if (cell) upward(id, (sum) => void (sum.cells += 1));
  for (const one of pool.candidates) upward(one.unitId, (sum) => addCandidate(sum, one));
  for (const { unitId, year, count } of pool.admitted)
    if (year === pool.year) upward(unitId, (sum) => void (sum.admitted += count));
  addTargets(pool, sums);
  return (unit) => lineOf(unit, sums.get(unit.path) ?? nothing());
}

function addCandidate(sum: Sums, { stage, paused }: Candidate): void {
  const part = partOfStage[stage];
  if (!part) return;
  sum.parts[part] += 1;
  sum.open += 1;
  if (paused) sum.paused += 1;
}

/** From the cells upward: a unit without a target of its own passes on the sum of those below it. */
function addTargets(pool: Pool, sums: ReadonlyMap<string, Sums>): void {
  const own = new Map(pool.targets.map(({ unitId, minimum }) => [unitId, minimum]));
  const upward = pool.units.toSorted((a, b) => b.path.split('/').length - a.path.split('/').length);
  for (const { id, path } of upward) {
    const sum = sums.get(path);
    if (!sum) continue;
    sum.target = own.get(id) ?? null;
    const passed = sum.target ?? sum.below;
    const above = pathsDownTo(path).findLast((one) => one !== path && sums.has(one));
    const next = above === undefined ? undefined : sums.get(above);
    if (next && passed !== null) next.below = (next.below ?? 0) + passed;
  }
}

function lineOf(unit: Unit, { target: own, below, ...sum }: Sums): PoolLine {
  const target = own ?? below;
  const remaining = target === null ? null : Math.max(0, target - sum.admitted);
  return {
    unitId: unit.id,
    name: unit.name,
    cell: unit.cell,
    ...sum,
    target,
    summed: own === null && below !== null,
    remaining,
    ratio: remaining ? (sum.open - sum.paused) / remaining : null,
  };
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
  const lineFor = tally(pool);
  return pool.units
    .filter(({ cell }) => cell)
    .map((unit) => ({ unit, line: lineFor(unit) }))
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

function lacksOf({ open, ratio }: PoolLine, fruitful: boolean, least: number | null): Lack[] {
  const lacks: Lack[] = [];
  if (open === 0) lacks.push('no_candidate');
  if (!fruitful) lacks.push('two_zero_years');
  if (open > 0 && ratio !== null && least !== null && ratio < least) lacks.push('few');
  return lacks;
}

export function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

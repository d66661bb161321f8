// The state of one commune while it lives: its cells, what it was asked for, what it has reached, and the lines it leaves.
import { type Chance, chanceOf, gamma, normal } from './draw.ts';
import { type DayNumber, dayOfNumber, monthOf, numberOf, yearOf } from './days.ts';
import type { PlannedClass } from './classes.ts';
import type { Flow } from './flow.ts';
import type { Move } from './line.ts';
import type { CellPlan, CommunePlan } from './plan.ts';
import { Queue } from './queue.ts';
import type { Pace } from './road.ts';
import { flows, type Options, shiftOf, sizes, targets } from './settings.ts';

export interface Cell extends CellPlan {
  members: number;
  probationers: number;
  /** how eager it is to find people, for good; mean 1 */
  zeal: number;
  /** day of the month on which it meets */
  meets: number;
}

export interface World {
  commune: CommunePlan;
  options: Options;
  chance: Chance;
  pace: Pace;
  cells: Cell[];
  queue: Queue;
  classes: readonly PlannedClass[];
  /** seats left by class */
  seats: Map<string, number>;
  /** day of the month on which the committee meets */
  meets: number;
  drive: number;
  target: Map<number, number>;
  /** admissions held or fixed, by year */
  done: Map<number, number>;
  cases: number;
  lines: Flow[];
}

/** Steps of the years common to all communes of a province. */
export function yearFactor(options: Options, year: number): number {
  const own = chanceOf(options.seed, `province ${year}`);
  return (flows.years[year] ?? 1) * Math.exp(flows.provinceYear * normal(own));
}

export function worldOf(commune: CommunePlan, options: Options, classes: readonly PlannedClass[]): World {
  const chance = chanceOf(options.seed, `commune ${commune.index}`);
  return {
    commune,
    options,
    chance,
    pace: {
      shift: shiftOf(options, Number(sizes[options.set].begins.slice(0, 4))),
      slow: Math.exp(0.12 * normal(chance)),
    },
    cells: commune.cells.map((cell) => ({
      ...cell,
      members: cell.first,
      probationers: 0,
      zeal: gamma(chance, flows.cellShape, 1 / flows.cellShape),
      meets: chance.int(2, 9),
    })),
    queue: new Queue(numberOf(sizes[options.set].begins)),
    classes,
    seats: new Map(classes.map((one) => [one.id, one.quota.get(commune.index) ?? 0])),
    meets: chance.int(18, 26),
    drive: Math.exp(flows.communeSpread * normal(chance)),
    target: new Map(),
    done: new Map(),
    cases: 0,
    lines: [],
  };
}

export const isFull = (cell: Cell): number => cell.members - cell.probationers;

export function addDone(world: World, day: DayNumber, count: 1 | -1 = 1): void {
  const year = yearOf(day);
  world.done.set(year, (world.done.get(year) ?? 0) + count);
}

/** Has the committee what it was asked for this year? */
export const hasReached = (world: World, day: DayNumber): boolean =>
  (world.done.get(yearOf(day)) ?? 0) >= (world.target.get(yearOf(day)) ?? 0);

/** In the autumn of a year that falls short papers move faster. */
export const isHurrying = (world: World, day: DayNumber): boolean =>
  monthOf(day) >= targets.hurryFrom && !hasReached(world, day);

interface Gone {
  kind: Move;
  reason: string | null;
  caseId: string | null;
}
export function move(world: World, cell: Cell, { kind, reason, caseId }: Gone): void {
  cell.members += kind === 'in' ? 1 : -1;
  const on = dayOfNumber(world.queue.today);
  world.lines.push({ line: 'move', unitId: cell.id, on, move: kind, reason, caseId });
}

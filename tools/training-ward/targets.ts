// Targets of the years that are over, with what was reached: the article's, then one admission for some eighty members.
// Those of the running year are given and assigned in Nguồn itself (season-plans.ts).
import type { Day } from '../../src/platform/day.ts';
import { isOn } from './person.ts';
import { chanceOf } from './random.ts';
import type { Roll } from './roll.ts';
import { cells, knownTargets } from './setting.ts';

export interface YearTarget {
  year: number;
  target: string;
  aim: string | null;
  sourcing: number;
  result: number;
}
export interface CellTarget {
  cellId: string;
  year: number;
  target: number;
  aim: number;
  sourcing: number;
  result: number;
}

const admittedIn = (roll: Roll, year: number, cellId?: string): number =>
  roll.people.filter(
    (p) =>
      p.arrivedOn === null &&
      p.admittedOn.startsWith(String(year)) &&
      (cellId === undefined || p.cellId === cellId),
  ).length;

const membersOn = (roll: Roll, day: Day): number => roll.people.filter((p) => isOn(p, day)).length;

export function wardTargets(roll: Roll, seed: number): YearTarget[] {
  const thisYear = Number(roll.today.slice(0, 4));
  const chance = chanceOf(seed, 'targets');
  return Array.from({ length: thisYear - 2016 }, (_, at) => {
    const year = 2016 + at;
    const known = knownTargets.find((t) => t.year === year);
    const usual = Math.round(membersOn(roll, `${year}-01-01`) / 80);
    const target = known?.target ?? String(usual);
    const aim = known ? known.aim : String(usual + chance.int(0, 2));
    return { year, target, aim, sourcing: chance.int(14, 22), result: admittedIn(roll, year) };
  });
}

/** The ward's number shared out, larger cells first; they add up to it. */
export function cellTargets(roll: Roll, seed: number, ward: YearTarget): CellTarget[] {
  const chance = chanceOf(seed, `cells ${ward.year}`);
  const total = Number(ward.target.split('-').at(-1));
  const order = chance.shuffle(cells).toSorted((a, b) => b.members2018 + chance.int(0, 30) - a.members2018);
  return cells.map((cell) => {
    const target = Math.floor(total / cells.length) + (order.indexOf(cell) < total % cells.length ? 1 : 0);
    const sourcing = target + (cell.type === 'TDP' ? 2 : 1);
    return {
      cellId: cell.id,
      year: ward.year,
      target,
      aim: target,
      sourcing,
      result: admittedIn(roll, ward.year, cell.id),
    };
  });
}

// One commune from the first day to the last: each month people are introduced and members come and go, each January it is told
// its number. What follows from that is lived in candidacy.ts.
import { introduce } from './candidacy.ts';
import type { PlannedClass } from './classes.ts';
import { type DayNumber, monthOf, monthStart, numberOf, officeDayFrom, openDayFrom, yearOf } from './days.ts';
import { chanceOf, normal, poisson } from './draw.ts';
import type { Move } from './line.ts';
import { type CommunePlan, homes } from './plan.ts';
import { admittedIn, flows, type Options, shiftOf, sizes } from './settings.ts';
import { tellTargets } from './targets.ts';
import { type Cell, isFull, move, type World, worldOf, yearFactor } from './world.ts';

export function liveCommune(commune: CommunePlan, options: Options, classes: readonly PlannedClass[]): World {
  const world = worldOf(commune, options, classes);
  const [first, last] = [numberOf(sizes[options.set].begins), numberOf(options.today)];
  for (const cell of world.cells)
    world.lines.push({
      line: 'stock',
      unitId: cell.id,
      on: sizes[options.set].begins,
      members: cell.members,
    });
  for (let year = yearOf(first); year <= yearOf(last); year += 1)
    for (let month = 0; month < 12; month += 1) {
      const day = monthStart(year, month);
      if (day < first || day > last) continue;
      if (month === 0) world.queue.at(officeDayFrom(day + 6), () => tellTargets(world, year));
      world.queue.at(day, () => liveMonth(world, day));
    }
  world.queue.runTo(last);
  return world;
}

function liveMonth(world: World, day: DayNumber): void {
  const [year, month] = [yearOf(day), monthOf(day)];
  const { commune, options, chance, drive } = world;
  world.pace.shift = shiftOf(options, year);
  const own = Math.exp(
    flows.communeYear * normal(chanceOf(options.seed, `commune ${commune.index} ${year}`)),
  );
  const season = (flows.months[month] ?? 1) ** (1 + world.pace.shift.seasons);
  const rate =
    ((admittedIn(options, year) * (flows.place[commune.place] ?? 1)) / flows.admittedOfIntroduced / 12) *
    (season * yearFactor(options, year) * own * drive);
  for (const cell of world.cells) {
    const met = Math.min(day + cell.meets - 1, day + 27);
    for (let count = poisson(chance, rate * cell.members * cell.zeal); count > 0; count -= 1)
      world.queue.at(openDayFrom(met + chance.int(0, 18)), () => introduce(world, cell));
    for (const [kind, yearly] of movements)
      for (
        let count = poisson(chance, (yearly * cell.members * factorOf(kind, cell)) / 12);
        count > 0;
        count -= 1
      )
        world.queue.at(dayOf(kind, day + chance.int(0, 27)), () => goOrCome(world, cell, kind));
  }
}

const movements: readonly (readonly [Move, number])[] = [
  ['in', flows.in],
  ['out', flows.out],
  ['died', flows.died],
  ['struck', flows.struck],
  ['expelled', flows.expelled],
  ['left', flows.left],
];
/** Death keeps no office hours. */
const dayOf = (kind: Move, day: DayNumber): DayNumber => (kind === 'died' ? day : officeDayFrom(day));

/** People in work seldom die; pensioners stand with their village. */
const factorOf = (kind: Move, { type }: Cell): number =>
  kind === 'died' ? (homes.has(type) ? flows.diedAtHome : flows.diedAtWork) : 1;

const leastFull = 3;

/** A cell does not fall below what a cell must have; the last three stay. */
function goOrCome(world: World, cell: Cell, kind: Move): void {
  if (kind !== 'in' && isFull(cell) <= leastFull) return;
  move(world, cell, { kind, reason: kind === 'struck' ? reasonOf(world) : null, caseId: null });
}

/** A, after the article of 2021: most had gone away, were absent or paid no dues. */
const reasonOf = (world: World): string =>
  world.chance.weighted(
    [
      ['DIXA', 34],
      ['BOSH', 26],
      ['DPHI', 10],
      ['GIAMSUT', 14],
      ['TUCACH', 6],
      ['TRATHE', 10],
    ] as const,
    ([, weight]) => weight,
  )[0];

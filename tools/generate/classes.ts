// Awareness classes of an area, planned before anybody is enrolled: each commune knows its days and its seats.
import { type Chance, chanceOf, shareOut } from './draw.ts';
import { type DayNumber, dayOfNumber, isHoliday, isOfficeDay, monthStart, officeDayFrom } from './days.ts';
import type { ClassLine, UnitLine } from './line.ts';
import { type Plan, unitLine } from './plan.ts';
import { classes, type Options, shiftOf } from './settings.ts';

export interface PlannedClass {
  id: string;
  area: number;
  sessions: DayNumber[];
  sunday: boolean;
  seats: number;
  /** seats by index of the commune */
  quota: ReadonlyMap<number, number>;
}

const sessionCount = 5;

/** All classes of an area between two years, in the order of their last day. */
export function classesOf(
  plan: Plan,
  area: number,
  options: Options,
  years: readonly number[],
): PlannedClass[] {
  const chance = chanceOf(options.seed, `classes ${area}`);
  const communes = plan.communes.filter((commune) => commune.area === area);
  const weights = communes.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.first, 0));
  const yearly = (year: number) =>
    Math.max(1, Math.round((classes.yearly / (1 + shiftOf(options, year).delays)) * spread(weights)));
  return years
    .flatMap((year) =>
      // Year by year, so that later years change nothing of earlier ones.
      daysOf(chance, year, yearly(year)).map((day) => {
        const seats = chance.int(...classes.seats);
        return { year, day, seats, sunday: chance.yes(classes.sunday) };
      }),
    )
    .map(({ year, day, seats, sunday }, at) => {
      const parts = shareOut(seats, weights);
      return {
        id: `c${area}-${year}-${at + 1}`,
        area,
        sessions: sunday ? sundays(day) : weekdays(day),
        sunday,
        seats,
        quota: new Map(communes.map(({ index }, of) => [index, Math.max(1, parts[of] ?? 0)])),
      };
    })
    .toSorted((a, b) => last(a) - last(b));
}

/** Larger areas hold more classes than smaller ones. */
const spread = (weights: readonly number[]): number =>
  Math.min(2.2, Math.max(0.6, weights.reduce((sum, weight) => sum + weight, 0) / 3400));

export const last = ({ sessions }: PlannedClass): DayNumber => sessions.at(-1) ?? 0;

function daysOf(chance: Chance, year: number, count: number): DayNumber[] {
  const months = Array.from({ length: 12 }, (_, month) => month).filter(
    (month) => !classes.without.includes(month),
  );
  // Spread over the year, each a little before or after its turn.
  const shift = chance.next();
  return Array.from({ length: count }, (_, at) => {
    const turn = Math.floor(((at + shift) * months.length) / count) % months.length;
    return officeDayFrom(monthStart(year, months[turn] ?? 2) + chance.int(0, 20));
  }).toSorted((a, b) => a - b);
}

function weekdays(from: DayNumber): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; days.length < sessionCount; day += 1) if (isOfficeDay(day)) days.push(day);
  return days;
}

function sundays(from: DayNumber): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; days.length < sessionCount; day += 1)
    if ((day + 3) % 7 === 6 && !isHoliday(day)) days.push(day);
  return days;
}

export const classLine = (one: PlannedClass): ClassLine => ({
  line: 'class',
  id: one.id,
  area: one.area,
  unitId: centreIdOf(one.area),
  sessions: one.sessions.map(dayOfNumber),
  sunday: one.sunday,
  seats: one.seats,
});

const centreIds = 11_000_000;
export const centreIdOf = (area: number): number => centreIds + area;
/** The political centre that holds the classes of an area. */
export const centreLine = (area: number, parentId: number): UnitLine =>
  unitLine({
    id: centreIdOf(area),
    parentId,
    kind: 'political_centre',
    type: null,
    placeCode: null,
    name: `Trung tâm chính trị số ${area + 1} (mô phỏng)`,
  });

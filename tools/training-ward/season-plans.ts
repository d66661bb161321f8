// The year's plan of the training ward, seen from today: its days, and the numbers that were given to the ward, assigned
// to cells and mass organisations, registered and aimed at by them.
import { addDays, type Day } from '../../src/platform/day.ts';
import { workingFrom, workingUpTo } from './calendar.ts';
import { knownTargets } from './setting.ts';

const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);
const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

export interface PlanCell {
  id: number;
  type: string | null;
  members: number;
}
export interface PlanDays {
  year: number;
  /** '2026-2030' */
  span: string;
  years: { first: number; last: number };
  directive: Day;
  letter: Day;
  registered: Day;
  discussed: Day;
  approved: Day;
  measures: Day;
  reminder: Day;
}

/** As an office would go about it in January; of a year just begun all stands on the last working day. */
export function planDays(today: Day): PlanDays {
  const year = Number(today.slice(0, 4));
  const first = year - ((year - 1) % 5);
  const last = workingUpTo(today);
  const by = (day: Day) => earlierOf(workingFrom(day), last);
  const approved = by(`${year}-01-23`);
  return {
    year,
    span: `${first}-${first + 4}`,
    years: { first, last: first + 4 },
    directive: by(`${first}-01-06`),
    letter: by(`${year}-01-09`),
    registered: by(`${year}-01-14`),
    discussed: by(`${year}-01-19`),
    approved,
    measures: earlierOf(approved, workingUpTo(addDays(today, -30))),
    reminder: laterOf(approved, workingUpTo(addDays(today, -12))),
  };
}

// ---- numbers

type Figure = 'admission' | 'sourcing' | 'class' | 'introduction';
interface Number {
  minimum: number | null;
  maximum: number | null;
  mark: 'exact' | 'at_least';
}
export interface Line extends Number {
  figure: Figure;
  part: string;
  share: number | null;
}
const exactly = (count: number): Number => ({ minimum: count, maximum: count, mark: 'exact' });
const atLeast = (count: number): Number => ({ minimum: count, maximum: count, mark: 'at_least' });
const line = (figure: Figure, amount: Number): Line => ({ figure, part: '', share: null, ...amount });
const part = (name: string, amount: Number | null, share: number | null = null): Line => ({
  ...line('admission', amount ?? { minimum: null, maximum: null, mark: 'exact' }),
  part: name,
  share,
});

/** One admission for some eighty members, unless the article tells the year. */
function usual(year: number, members: number): Number {
  const [low, high = low] = (knownTargets.find((known) => known.year === year)?.target ?? '')
    .split('-')
    .map(Number);
  return low ? { minimum: low, maximum: high as number, mark: 'exact' } : exactly(Math.round(members / 80));
}

/** What the ward was given: the year with two sub-targets, the years to come – the last a little more –, all together. */
export function givenToWard({ year, years }: PlanDays, members: number) {
  const each = Math.round(members / 80);
  const coming = Array.from({ length: Math.max(0, years.last - year) }, (_, at) => year + 1 + at);
  return {
    year: [
      line('admission', usual(year, members)),
      part('women', atLeast(2)),
      part('youth', null, 600),
      line('sourcing', exactly(20)),
      line('class', exactly(14)),
      line('introduction', exactly(24)),
    ],
    coming: coming.map((one) => ({
      period: String(one),
      lines: [line('admission', exactly(one === years.last ? each + 1 : each))],
    })),
    span: [line('admission', exactly(5 * each))],
  };
}
export const aimOfWard: Line[] = [line('admission', exactly(8))];

const bySize = (cells: readonly PlanCell[], type: string): PlanCell[] =>
  cells.filter((cell) => cell.type === type).toSorted((a, b) => b.members - a.members || a.id - b.id);

/** The lower secondary school is assigned two and dares one; the primary school answers what it is asked. */
export function rolesOf(cells: readonly PlanCell[]) {
  const [modest, answering] = bySize(cells, 'TRUONG');
  const [keen, slow] = bySize(cells, 'TDP');
  return { modest, answering, keen, slow };
}

/** Every cell has a number of each of the three; young people and women are asked for by name in two. */
export function assignedToCells(cells: readonly PlanCell[]): (Line & { unitId: number })[] {
  const { modest, keen } = rolesOf(cells);
  return cells.flatMap((cell) => {
    const street = cell.type === 'TDP';
    const admitted = cell === modest ? 2 : street ? 1 : 0;
    return [
      line('admission', exactly(admitted)),
      line('sourcing', exactly(street ? 2 : admitted + 1)),
      line('class', exactly(admitted + (cell === keen ? 1 : 0) || 1)),
      ...(cell === modest ? [part('youth', exactly(1))] : []),
      ...(cell === keen ? [part('women', exactly(1))] : []),
    ].map((one) => ({ ...one, unitId: cell.id }));
  });
}

/** Youth union, trade union, women, veterans, in the order of their offices. */
const introductions = [10, 5, 6, 3];
export const assignedToOrganisation = (at: number): Line =>
  line('introduction', exactly(introductions[at] ?? 2));
/** The youth union offers two more than it is asked for. */
export const registeredByOrganisation = (at: number): Line[] => [
  line('introduction', exactly((introductions[at] ?? 2) + (at === 0 ? 2 : 0))),
];

/** What a cell says itself: mostly what it is to be assigned; one less, one aims higher. */
export function saidByCell(cell: PlanCell, cells: readonly PlanCell[]): { registered: Line[]; aim: Line[] } {
  const { modest, keen, answering } = rolesOf(cells);
  const own = assignedToCells(cells).filter(({ unitId, part: of }) => unitId === cell.id && of === '');
  const registered = own.map(({ unitId: _of, ...one }) =>
    cell === modest && one.figure === 'admission' ? { ...one, ...exactly(1) } : one,
  );
  const higher = cell === keen ? 2 : cell === answering ? 1 : null;
  return { registered, aim: higher === null ? [] : [line('admission', exactly(higher))] };
}

// What was done in a period up to a day, read once for a whole branch: counted year by year, with the results told of
// those years and of the period as a whole.
import type { Tree } from '../org/tree.ts';
import { addDays, type Day } from '../platform/day.ts';
import { allOf, type Queryable } from '../platform/db.ts';
import { countByUnit, countByYear } from '../statistics/count.store.ts';
import type { FigureId } from '../statistics/figure.ts';
import { type After, countedUp, type Done, together, withTold } from './done.ts';
import { type Period, yearPeriod, yearWithin } from './period.ts';
import { toldOn, type UnitTold } from './target.store.ts';

export interface DoneAsked {
  tree: Tree;
  period: Period;
  figure: FigureId;
  on: Day;
  /** units of the branch; absent: all of the tree */
  unitIds?: readonly number[] | undefined;
}

export interface DoneOfPeriod {
  whole: Done;
  years: Map<number, Done>;
  /** of the period itself, by unit */
  told: Map<number, UnitTold>;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

export async function doneIn(db: Queryable, asked: DoneAsked): Promise<DoneOfPeriod> {
  const { period, figure, on, unitIds } = asked;
  const to = earlier(on, period.to);
  const begun = to >= period.from;
  const [dated, told] = await allOf(db, [
    async () => (begun ? countByYear(db, { figure, from: period.from, to, unitIds }) : []),
    () =>
      toldOn(db, {
        period: [...new Set([period.key, ...period.years.map(String)])],
        on,
        figures: [figure],
        ...(unitIds ? { units: unitIds } : {}),
      }),
  ]);
  const years = new Map<number, Done>();
  for (const year of period.years)
    years.set(year, await doneOfYear(db, asked, { year, dated, told: told.filter(isOf(String(year))) }));
  const own = told.filter(isOf(period.key));
  const sum = period.kind === 'year' ? null : together(asked.tree, [...years.values()]);
  const whole = sum
    ? withTold(asked.tree, sum, own, await afterTold(db, asked, own, to))
    : years.get(period.years[0] as number);
  return { whole: whole as Done, years, told: new Map(own.map((one) => [one.unitId, one])) };
}

const isOf =
  (key: string) =>
  ({ period }: UnitTold): boolean =>
    period === key;

interface OfYear {
  year: number;
  dated: readonly { unitId: number; when: string; count: number }[];
  told: readonly UnitTold[];
}

/** Each year in a tree of its own, from one reading of all of them. */
export async function doneOfYears(
  db: Queryable,
  { figure, on, unitIds }: Omit<DoneAsked, 'tree' | 'period'>,
  trees: ReadonlyMap<number, Tree>,
): Promise<Map<number, Done>> {
  const years = [...trees.keys()];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const to = earlier(on, `${last}-12-31`);
  const [dated, told] = await allOf(db, [
    () => countByYear(db, { figure, from: `${first}-01-01`, to, unitIds }),
    () =>
      toldOn(db, {
        period: years.map(String),
        on,
        figures: [figure],
        ...(unitIds ? { units: unitIds } : {}),
      }),
  ]);
  const found = new Map<number, Done>();
  for (const [year, tree] of trees) {
    const asked = { tree, period: yearPeriod(year), figure, on, unitIds };
    found.set(year, await doneOfYear(db, asked, { year, dated, told: told.filter(isOf(String(year))) }));
  }
  return found;
}

/** A year that the period cuts is counted as far as it belongs to it; what was told of the whole year says nothing of that. */
async function doneOfYear(db: Queryable, asked: DoneAsked, { year, dated, told }: OfYear): Promise<Done> {
  const own = new Map<number, number>();
  for (const { unitId, when, count } of dated)
    if (when === String(year)) own.set(unitId, (own.get(unitId) ?? 0) + count);
  const counted = countedUp(asked.tree, own);
  const { to, whole } = yearWithin(asked.period, year);
  if (!whole || told.length === 0) return counted;
  return withTold(asked.tree, counted, told, await afterTold(db, asked, told, earlier(asked.on, to)));
}

/** Counted since the days that were spoken of: few, as most results are told of a whole period. */
async function afterTold(
  db: Queryable,
  { figure, unitIds }: DoneAsked,
  told: readonly UnitTold[],
  to: Day,
): Promise<After> {
  const days = new Set(told.map(({ asOf }) => asOf).filter((day) => day < to));
  const after = new Map<Day, Map<number, number>>();
  for (const day of days)
    after.set(day, await countByUnit(db, { figure, from: addDays(day, 1), to, unitIds }));
  return after;
}

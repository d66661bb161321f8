// A figure over time where rows of the table do not sum: what stood at the end of each month or year, or what came in the
// years that end there. Each row is asked in the tree of its own day.
import { addMonths, type Day } from '../../platform/day.ts';
import type { Queryable } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Entry } from './entry.ts';
import { isStock, type Place, treeFor } from './place.store.ts';
import { branchAt, getEntry, lit, type Ready } from './question.store.ts';
import { daySpan, sinceFounded, type Step, stepsOf, yearsTo } from './span.ts';
import { tallyAll, type Tally } from './table.ts';

export const isTrend = (entry: Entry, by: string): boolean =>
  (by === 'month' || by === 'year') && (isStock(entry) || entry.years !== undefined);

export interface TrendRow {
  step: Step;
  tally: Tally;
  /** of a ratio: what is divided by */
  per: number | null;
  /** the unit stood in the tree of that day */
  there: boolean;
}

/** So many rows at most: ten years by month. */
const stepsMost = 120;

export async function readTrend(
  db: Queryable,
  ready: Ready,
  by: 'month' | 'year',
  from: Day | undefined,
): Promise<TrendRow[]> {
  const { to } = ready.place.span;
  const steps = stepsOf(sinceFounded({ from: from ?? firstOf(by, to), to }), by);
  if (steps.length > stepsMost) throw new Invalid('statistics.steps', { most: String(stepsMost) });
  const rows: TrendRow[] = [];
  for (const step of steps) rows.push(await rowAt(db, ready, step));
  return rows;
}

/** The last ten years, or the last twelve months. */
const firstOf = (by: 'month' | 'year', to: Day): Day =>
  by === 'year' ? `${Number(to.slice(0, 4)) - 9}-01-01` : addMonths(`${to.slice(0, 7)}-01`, -11);

async function rowAt(db: Queryable, ready: Ready, step: Step): Promise<TrendRow> {
  const { entry, conditions } = ready;
  const place = await placeThen(db, ready.place, step.to, entry);
  const count = async (one: Entry): Promise<Tally> => {
    const { columns, light, tests } = await lit(db, one, place, conditions);
    return tallyAll(columns, { light, tests, branch: branchAt(place), ages: one.ages ?? false });
  };
  const tally = await count(entry);
  const per = entry.per === undefined ? (entry.years ?? null) : (await count(getEntry(entry.per))).count;
  return { step, tally, per, there: place.tops.length > 0 };
}

/** The same units as they stood at the end of that day. */
async function placeThen(db: Queryable, place: Place, day: Day, entry: Entry): Promise<Place> {
  const span = entry.years === undefined ? daySpan(day) : yearsTo(day, entry.years);
  const tree = await treeFor(db, entry, { span, arranged: '' });
  const tops = place.tops.flatMap(({ id }) => tree.byId.get(id) ?? []);
  return { ...place, span, tree, arranged: '', tops };
}

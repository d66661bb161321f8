// What is known beside a number when it is set: members, survey, pool, results so far and of the years before – for a
// unit and everything below it, summed up the tree of the period’s day. One query for each, whatever the size.
import { sql } from 'kysely';
import { rollUp, type Tree, type TreeNode } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import type { Day } from '../platform/day.ts';
import { allOf, type Queryable } from '../platform/db.ts';
import { countByYear, membersOn } from '../statistics/count.store.ts';
import { kept } from '../statistics/kept.store.ts';
import { type FigureId, targetFigures } from '../statistics/figure.ts';
import type { Done } from '../plans/done.ts';
import { doneIn } from '../plans/done.store.ts';
import { readingOf } from '../plans/kept.store.ts';
import { type Period, parsePeriod } from '../plans/period.ts';
import { narrow } from '../plans/place.store.ts';

/** A branch: the unit looked at and all below it, in the tree of `on`. */
export interface Branch {
  tree: Tree;
  node: TreeNode;
  ids: number[];
  on: Day;
  period: Period;
}

/** The day of whose tree a period is spoken: today, or its last day when it is over. */
export const dayOfPeriod = (period: Period, today: Day): Day => (today > period.to ? period.to : today);

/** Units that ended within the period stay in it: their targets and results are part of the sum. */
export async function branchOf(
  db: Queryable,
  unitId: number,
  { period, today }: { period: Period; today: Day },
): Promise<Branch | null> {
  const on = dayOfPeriod(period, today);
  const tree = await treeOn(db, on, { keepEndedSince: period.from });
  const node = tree.byId.get(unitId);
  if (!node) return null;
  return { tree, node, on, period, ids: tree.nodes.slice(node.index, node.end).map(({ id }) => id) };
}

/** By index of the node in the tree of the branch. */
type Sums = Float64Array;
export interface FigureFacts {
  done: Done;
  /** null where no period before can be reckoned */
  last: Done | null;
  /** the three whole years before the period, oldest first */
  history: Sums[];
}
export interface Facts {
  members: Sums;
  surveyYear: number | null;
  people: Sums;
  surveyed: Sums;
  /** cells that could count their source */
  cells: Sums;
  open: Sums;
  paused: Sums;
  chosen: Sums;
  figures: Map<FigureId, FigureFacts>;
}

export async function gather(db: Queryable, branch: Branch): Promise<Facts> {
  const { tree, on } = branch;
  const up = (own: ReadonlyMap<number, number>) => rollUp(tree, own);
  const [survey, pool, members, ...found] = await allOf<
    [Survey, Pool, Map<number, number>, ...FigureFacts[]]
  >(db, [
    () => readSurvey(db, branch),
    () => ofBranch(db, branch, { what: 'pool', of: ['dossier'] }, () => readPool(db, branch)),
    () => membersOn(db, on, { unitIds: fewOf(branch) }),
    ...targetFigures.map(
      ({ id }) =>
        () =>
          ofBranch(db, branch, { what: id, of: doneMadeOf }, () => factsOf(db, branch, id)),
    ),
  ]);
  const cells = tree.nodes.filter(({ cell, endedOn }) => cell && endedOn === null);
  const figures = new Map(targetFigures.map(({ id }, at) => [id, found[at] as FigureFacts]));
  return {
    members: up(members),
    surveyYear: survey.year,
    people: up(survey.people),
    surveyed: up(survey.surveyed),
    cells: up(new Map(cells.map(({ id }) => [id, 1]))),
    open: up(pool.open),
    paused: up(pool.paused),
    chosen: up(pool.chosen),
    figures,
  };
}

/** Units of a large branch are not named: all are read, and those of other branches add nothing here. */
export const fewOf = ({ ids }: Branch): number[] | undefined => narrow({ unitIds: ids });
const doneMadeOf = ['person', 'dossier', 'target'];

/** Of a large branch held until something it is made of is written. */
export function ofBranch<T>(
  db: Queryable,
  branch: Branch,
  { what, of }: { what: string; of: readonly string[] },
  make: () => Promise<T>,
): Promise<T> {
  if (fewOf(branch)) return make();
  const { node, tree, period, on } = branch;
  const key = ['cascade', what, node.id, tree.on, readingOf(tree), period.key, on].join('|');
  return kept(db, { key, of }, make);
}

type Survey = Awaited<ReturnType<typeof readSurvey>>;
type Pool = Awaited<ReturnType<typeof readPool>>;

/** The survey of the period’s first year; while there is none yet, the one of the year before. */
async function readSurvey(db: Queryable, { ids, period, on }: Branch) {
  const year = period.kind === 'year' ? (period.years[0] as number) : Number(on.slice(0, 4));
  const { rows } = await sql<{ unitId: number; year: number; people: number }>`
    select unit_id as "unitId", year, coalesce(people, (
             select max(each.value::int) from jsonb_each_text(counts) as each), 0)::int as people
    from stat_survey where unit_id = any(${ids}::int[]) and year in (${year}, ${year - 1})`.execute(db);
  const used = rows.some((row) => row.year === year) ? year : year - 1;
  const own = rows.filter((row) => row.year === used);
  return {
    year: own.length > 0 ? used : null,
    people: new Map(own.map((row) => [row.unitId, row.people])),
    surveyed: new Map(own.map((row) => [row.unitId, 1])),
  };
}

async function readPool(db: Queryable, { ids, period }: Branch) {
  const { rows } = await sql<{ unitId: number; open: number; paused: number; chosen: number }>`
    select unit_id as "unitId", count(*)::int as open, count(*) filter (where paused)::int as paused,
           count(*) filter (where chosen_for_years && ${period.years}::int[])::int as chosen
    from stat_candidate where unit_id = any(${ids}::int[]) group by unit_id`.execute(db);
  const of = (key: 'open' | 'paused' | 'chosen') => new Map(rows.map((row) => [row.unitId, row[key]]));
  return { open: of('open'), paused: of('paused'), chosen: of('chosen') };
}

/** The period of the same length just before; a congress term has none that could be reckoned. */
export function periodBefore({ kind, years }: Period): Period | null {
  const [first, length] = [years[0] as number, years.length];
  if (kind === 'year') return parsePeriod(String(first - 1));
  return kind === 'years' ? parsePeriod(`${first - length}-${first - 1}`) : null;
}

const historyYears = 3;

async function factsOf(db: Queryable, branch: Branch, figure: FigureId): Promise<FigureFacts> {
  const { tree, period, on } = branch;
  const unitIds = fewOf(branch);
  const before = periodBefore(period);
  const first = period.years[0] as number;
  const years = Array.from({ length: historyYears }, (_, at) => first - historyYears + at);
  const sumsOf = async (asked: Period, until: Day) =>
    (await doneIn(db, { tree, figure, period: asked, on: until, unitIds })).whole;
  const [counted, done, last] = await allOf(db, [
    () => countByYear(db, { figure, from: `${years[0]}-01-01`, to: `${first - 1}-12-31`, unitIds }),
    () => sumsOf(period, on),
    async () => before && sumsOf(before, before.to),
  ]);
  return {
    done,
    last,
    history: years.map((year) =>
      rollUp(
        tree,
        new Map(
          counted.filter((row) => row.when === String(year)).map(({ unitId, count }) => [unitId, count]),
        ),
      ),
    ),
  };
}

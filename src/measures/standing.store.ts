// Where units stand with their targets on a day, for urgings and yearly results: targets in force that day against what
// was done up to it, with the entries that said the numbers.
import { sql } from 'kysely';
import type { Reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { treeOn } from '../org/tree.store.ts';
import type { Tree } from '../org/tree.ts';
import { unitPath } from '../org/unit.store.ts';
import { addDays, type Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { type FigureId, isFigure, targetFigures } from '../statistics/figure.ts';
import { type Amount, type Count, isKnown } from '../plans/amount.ts';
import { attainmentOf, type Least } from '../plans/attainment.ts';
import { leastOf } from '../plans/branch.store.ts';
import { doneAt } from '../plans/done.ts';
import { type DoneOfPeriod, doneIn } from '../plans/done.store.ts';
import { parsePeriod, type Period } from '../plans/period.ts';
import { targetsOn, type UnitTarget } from '../plans/target.store.ts';
import type { AttainmentView } from '../plans/view.ts';

export interface Standing {
  unitId: number;
  figure: FigureId;
  assigned: Amount | null;
  since: Day | null;
  registered: Amount | null;
  aim: Amount | null;
  done: Count;
  attainment: AttainmentView;
  /** entries that said these numbers */
  said: string[];
}

export interface StandingAsked {
  period: Period;
  on: Day;
  /** the branch that is counted */
  branch: number;
  /** units whose standing is wanted */
  units: readonly number[];
  figures?: readonly string[];
}

/** The tree of the day with what ended in the period: its work still counts. */
export const treeFor = (db: Queryable, { from }: Period, on: Day): Promise<Tree> =>
  treeOn(db, on, { keepEndedSince: addDays(from, -1) });

export const branchOf = (tree: Tree, unitId: number): number[] => {
  const node = tree.byId.get(unitId);
  return node ? tree.nodes.slice(node.index, node.end).map(({ id }) => id) : [];
};

/** Those of these units that lie within reach: by where they stand today, whatever the tree of another day says. */
export async function reachedOf(db: Queryable, far: Reach, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from unit
    where id = any(${[...ids]}::int[]) and ${reachSql(far, { path: sql<string>`unit.path` })}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Of each figure for which one of these units has a target. */
export async function standingsOf(db: Queryable, asked: StandingAsked): Promise<Standing[]> {
  const { period, on, units } = asked;
  const tree = await treeFor(db, period, on);
  const all = await targetsOn(db, { period: period.key, on, units, figures: figuresOf(asked) });
  const whole = all.filter(({ part }) => part === '');
  const unitIds = branchOf(tree, asked.branch);
  const least = leastOf((await unitPath(db, asked.branch)) ?? undefined);
  const standings: Standing[] = [];
  for (const [id, targets] of Map.groupBy(whole, ({ figure }) => figure)) {
    if (!isFigure(id)) continue;
    const done = await doneIn(db, { tree, period, figure: id, on, unitIds });
    for (const [unitId, own] of Map.groupBy(targets, (target) => target.unitId))
      if (tree.byId.has(unitId))
        standings.push(standingOf({ tree, done, asked, unitId, figure: id, least }, own));
  }
  return standings.toSorted((a, b) => orderOf(a.figure) - orderOf(b.figure));
}

const figuresOf = ({ figures }: StandingAsked): string[] =>
  targetFigures.map(({ id }) => id).filter((id) => !figures || figures.includes(id));
const orderOf = (id: FigureId): number => targetFigures.findIndex((figure) => figure.id === id);

interface Known {
  tree: Tree;
  done: DoneOfPeriod;
  asked: StandingAsked;
  unitId: number;
  figure: FigureId;
  least: Least;
}

function standingOf(
  { tree, done, asked, unitId, figure, least }: Known,
  own: readonly UnitTarget[],
): Standing {
  const of = (kind: UnitTarget['kind']) => amountOf(own.find((target) => target.kind === kind));
  const count = doneAt(done.whole, tree.byId.get(unitId)?.index ?? -1);
  const told = done.told.get(unitId) ?? null;
  const [assigned, registered, aim] = [of('assigned'), of('registered'), of('aim')];
  const { period, on } = asked;
  return {
    unitId,
    figure,
    assigned,
    since: own.find(({ kind }) => kind === 'assigned')?.since ?? null,
    registered,
    aim,
    done: count,
    attainment: attainmentOf({ period, on, done: count, target: assigned, aim, least, told }),
    said: [...own, ...(told ? [told] : [])].map(({ entry }) => entry),
  };
}

const amountOf = (target: UnitTarget | undefined): Amount | null =>
  target ? { minimum: target.minimum, maximum: target.maximum, mark: target.mark } : null;

/** Whether the unit did what it had registered itself; null where it registered nothing that has a number. */
export const keptWord = ({ registered, done }: Pick<Standing, 'registered' | 'done'>): boolean | null =>
  registered !== null && isKnown(registered) ? done.value >= registered.minimum : null;

export const periodOf = (key: string): Period => parsePeriod(key) as Period;

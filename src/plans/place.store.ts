// Where targets are looked at: the unit or branches within reach, the tree of which day, and what the reader may do there.
import { sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { cutOut, rootsOf, type Tree, type TreeNode } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { type Day, formatDay } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { type Figure, findFigure } from '../statistics/figure.ts';
import { parsePeriod, type Period, yearPeriod } from './period.ts';

export interface Place {
  period: Period;
  on: Day;
  tree: Tree;
  /** the unit looked at; null: several branches without one above them within reach */
  node: TreeNode | null;
  /** of the node by today’s units, a superior known by name only included: reach and local rules go by it */
  path: string | undefined;
  /** tops of what is looked at: the node, or each of the branches */
  tops: TreeNode[];
  unitIds: number[];
}

export function periodOf(key: string | undefined, on: Day): Period {
  const period = key === undefined ? yearPeriod(Number(on.slice(0, 4))) : parsePeriod(key);
  if (!period) throw new Invalid('plans.period');
  return period;
}

export function dayOf(on: Day | undefined): Day {
  const day = on ?? today();
  if (day > today()) throw new Invalid('ledger.future_day', { day: formatDay(day) });
  return day;
}

/** The branch looked at, in the tree of the period; a unit founded since is looked at in the tree of the day. */
export async function placeOf(
  db: Queryable,
  actor: Actor,
  asked: { period: Period; on: Day; unit: number | undefined },
): Promise<Place> {
  const { period, on } = asked;
  const starts = await startsOf(db, actor, asked.unit);
  const last = on > period.to ? period.to : on;
  const trees = [last, ...(last < on ? [on] : [])];
  for (const day of trees) {
    const tree = await treeOn(db, day, { keepEndedSince: day < period.from ? day : period.from });
    const tops = starts.flatMap(({ id }) => tree.byId.get(id) ?? []);
    if (tops.length > 0) return { period, on, ...lookAt(tree, starts, tops) };
  }
  const [first] = starts;
  if (!first) throw new Missing('access.missing');
  throw new Invalid('plans.no_unit_then', { unit: first.name, day: formatDay(last) });
}

function lookAt(whole: Tree, starts: readonly UnitRow[], found: readonly TreeNode[]) {
  const { tree, tops } = narrowed(whole, outermost(found));
  const node = tops.length === 1 && starts.every(({ id }) => whole.byId.has(id)) ? (tops[0] ?? null) : null;
  const unitIds = tops.flatMap((top) => tree.nodes.slice(top.index, top.end).map(({ id }) => id));
  return { tree, node, path: starts.find(({ id }) => id === node?.id)?.path, tops, unitIds };
}

/** Small branches are looked at in a tree of their own; large ones in the one that is kept for all. */
export function narrowed(whole: Tree, tops: TreeNode[]): Pick<Place, 'tree' | 'tops'> {
  const units = tops.reduce((sum, { index, end }) => sum + end - index, 0);
  if (units >= fewUnits) return { tree: whole, tops };
  const tree = cutOut(whole, tops);
  return { tree, tops: tops.flatMap(({ id }) => tree.byId.get(id) ?? []) };
}

/** A branch that lies in another one is looked at there, and summed once. */
const outermost = (found: readonly TreeNode[]): TreeNode[] =>
  [...new Set(found)].filter(
    (top) => !found.some((other) => other !== top && other.index <= top.index && top.index < other.end),
  );

/** The chosen unit, else the office's own, else those the office names. */
async function startsOf(db: Queryable, actor: Actor, unit: number | undefined): Promise<UnitRow[]> {
  if (unit !== undefined) return [await getUnit(db, actor, 'plan.read', unit)];
  if (actor.unitId !== null && actor.unitPath && may(actor, 'plan.read', { path: actor.unitPath }))
    return ownUnit(db, actor, actor.unitId);
  const far = reach(actor, 'plan.read');
  if (far.kind === 'everywhere') return topUnits(db, actor);
  const ids = far.kind === 'paths' ? far.paths.map((path) => Number(path.split('/').at(-2))) : [];
  return Promise.all(ids.map((id) => getUnit(db, actor, 'plan.read', id)));
}

/** A superior that is known by name only has no place in the tree: its office looks at the branches below it. */
async function ownUnit(db: Queryable, actor: Actor, id: number): Promise<UnitRow[]> {
  const own = await getUnit(db, actor, 'plan.read', id);
  if (!own.external) return [own];
  const { rows } = await sql<{ id: number }>`
    select id from unit where parent_id = ${id} and not external and ended_on is null order by name`.execute(
    db,
  );
  return Promise.all(rows.map((row) => getUnit(db, actor, 'plan.read', row.id)));
}

async function topUnits(db: Queryable, actor: Actor): Promise<UnitRow[]> {
  const tree = await treeOn(db, today());
  return Promise.all(rootsOf(tree).map(({ id }) => getUnit(db, actor, 'plan.read', id)));
}

export function figureOf(id: string | undefined, actor: Actor): Figure {
  const figure = findFigure(id ?? (actor.office === 'mass_officer' ? 'introduction' : 'admission'));
  if (!figure?.target) throw new Invalid('plans.figure');
  return figure;
}

/** Small branches are named unit by unit; large ones are read, and kept, with the whole tree. */
const fewUnits = 400;
export const narrow = ({ unitIds }: Pick<Place, 'unitIds'>): number[] | undefined =>
  unitIds.length < fewUnits ? unitIds : undefined;

// ---- what the reader may

export interface Rights {
  read: boolean;
  acts: string[];
  path: string;
}

/** By today's tree: who may read a unit's line, and who may set, propose and tell. */
export async function rightsOf(
  db: Queryable,
  actor: Actor,
  nodes: readonly { id: number }[],
): Promise<Map<number, Rights>> {
  const { rows } = await sql<{ id: number; path: string; above: string | null; ended: boolean }>`
    select unit.id, unit.path, unit.ended_on is not null as ended,
           case when parent.external then null else parent.path end as above
    from unit left join unit parent on parent.id = unit.parent_id
    where unit.id = any(${nodes.map(({ id }) => id)}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.id, rightsOn(actor, row)]));
}

function rightsOn(
  actor: Actor,
  { path, above, ended }: { path: string; above: string | null; ended: boolean },
): Rights {
  const read = may(actor, 'plan.read', { path });
  const assigns = above === null ? 'assign_outside' : 'assign';
  const acts = [
    ...(may(actor, 'plan.assign', { path: above ?? path }) ? [assigns] : []),
    ...(may(actor, 'plan.propose', { path }) ? ['propose', 'tell'] : []),
    ...(may(actor, 'plan.urge', { path }) ? ['urge'] : []),
  ];
  return { read, acts: ended ? acts.filter((act) => act === 'tell') : acts, path };
}

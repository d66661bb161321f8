// Where a figure is looked at: the unit or branches within reach, in the tree of which day.
import { sql } from 'kysely';
import { may, reach } from '../../org/access.ts';
import { childrenOf, rootsOf, type Tree, type TreeNode } from '../../org/tree.ts';
import { treeOn } from '../../org/tree.store.ts';
import { findUnit, findUnits, type UnitRow } from '../../org/unit.store.ts';
import { today } from '../../platform/clock.ts';
import { addDays, type Day, formatDay } from '../../platform/day.ts';
import type { Queryable } from '../../platform/db.ts';
import { Invalid, Missing } from '../../platform/errors.ts';
import { held } from '../../platform/held.ts';
import type { Actor } from '../../platform/http.ts';
import type { Span } from './held/ask.ts';
import type { Entry } from './entry.ts';
import { getSource } from './source.ts';
import { daySpan, parseSpan, sinceFounded, yearSpan, yearsTo } from './span.ts';

const action = 'statistics.read';

export interface Asked {
  unit?: number | undefined;
  on?: Day | undefined;
  period?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  /** the tree that is meant, where it is another: of the end of a day, 'DAY', or with what ended meanwhile, 'DAY..DAY' */
  tree?: string | undefined;
}

export interface Place {
  span: Span;
  tree: Tree;
  /** as it was asked for, so that what opens stands in the same; '' = that of the days */
  arranged: string;
  /** null: several branches without one above them */
  node: TreeNode | null;
  tops: TreeNode[];
  /** what the reader stands for, by which exports spare small counts */
  own: boolean;
}

export const isStock = (entry: Entry): boolean => getSource(entry.source).nature === 'stock';

function checked(day: Day): Day {
  if (day > today()) throw new Invalid('ledger.future_day', { day: formatDay(day) });
  return day;
}

/** A stock on a day; a flow within days, of which those that have not come do not count. */
export function spanOf(entry: Entry, { on, period, from, to }: Asked): Span {
  const day = checked(on ?? today());
  if (isStock(entry)) return daySpan(to === undefined ? day : checked(to));
  const asked = sinceFounded(from !== undefined && to !== undefined ? { from, to } : periodOf(period, day));
  const last = asked.to < day ? asked.to : day;
  if (asked.from > asked.to) throw new Invalid('statistics.span');
  if (asked.from > last) throw new Invalid('statistics.ahead', { day: formatDay(asked.from) });
  return entry.years === undefined ? { from: asked.from, to: last } : yearsTo(last, entry.years);
}

function periodOf(period: string | undefined, day: Day): Span {
  const span = period === undefined ? yearSpan(day) : parseSpan(period);
  if (!span) throw new Invalid('statistics.period');
  return span;
}

/** The tree of the last day; of a flow the units that ended meanwhile stay under their last parent. */
export async function placeOf(db: Queryable, actor: Actor, entry: Entry, asked: Asked): Promise<Place> {
  const span = spanOf(entry, asked);
  const starts = await startsOf(db, actor, asked.unit);
  const arranged = asked.tree ?? '';
  const tree = await treeFor(db, entry, { span, arranged });
  const tops = starts.flatMap(({ id }) => tree.byId.get(id) ?? []);
  const [first] = starts;
  if (!first) throw new Missing('access.missing');
  if (tops.length === 0) throw notThere(first, tree.on);
  const node = starts.length === 1 ? (tops[0] ?? null) : null;
  return { span, tree, arranged, node, tops, own: node !== null && node.id === actor.unitId };
}

export function treeFor(
  db: Queryable,
  entry: Entry,
  { span, arranged }: Pick<Place, 'span' | 'arranged'>,
): Promise<Tree> {
  const [from, to] = arranged === '' ? wholeOf(entry, span) : arrangedIn(arranged, span);
  return to === undefined ? treeOn(db, from) : treeOn(db, to, { keepEndedSince: addDays(from, -1) });
}

type Arranged = [from: Day, to?: Day];
const wholeOf = (entry: Entry, { from, to }: Span): Arranged => (isStock(entry) ? [to] : [from, to]);

/** An earlier one than the days asked would have units that left the reader's reach since. */
function arrangedIn(words: string, span: Span): Arranged {
  const [from = '', to] = words.split('..');
  if (checked(to ?? from) < span.to) throw new Invalid('statistics.tree');
  return [from, to];
}

/** The tree of a flow over all its days, as an address says it: for what happened in some of them. */
export const arrangedWithin = ({ arranged, span }: Pick<Place, 'span' | 'arranged'>): string =>
  arranged || `${span.from}..${span.to}`;

function notThere({ name, foundedOn }: UnitRow, on: Day): Invalid {
  const params = { unit: name, day: formatDay(on) };
  return foundedOn !== null && foundedOn > on
    ? new Invalid('statistics.not_founded', { ...params, founded: formatDay(foundedOn) })
    : new Invalid('statistics.no_unit_then', params);
}

/** The chosen unit, else the office's own, else those the office names. */
async function startsOf(db: Queryable, actor: Actor, unit: number | undefined): Promise<UnitRow[]> {
  if (unit !== undefined) return keptHere(db, await unitAt(db, actor, unit));
  if (actor.unitId !== null && actor.unitPath && may(actor, action, { path: actor.unitPath }))
    return keptHere(db, await unitAt(db, actor, actor.unitId));
  const far = reach(actor, action);
  if (far.kind === 'everywhere') return unitsOf(db, rootsOf(await treeOn(db, today())));
  const ids = far.kind === 'paths' ? far.paths.map((path) => Number(path.split('/').at(-2))) : [];
  return Promise.all(ids.map((id) => unitAt(db, actor, id)));
}

/** Within reach; a report asks for the same unit cell by cell. */
async function unitAt(db: Queryable, actor: Actor, id: number): Promise<UnitRow> {
  const unit = await held(db, { key: `unit ${id}`, sources: ['unit'] }, () => findUnit(db, id));
  if (!unit || !may(actor, action, { path: unit.path })) throw new Missing('access.missing');
  return unit;
}

/** Of a superior outside Nguồn nothing is kept but its branches here: they stand for it. */
async function keptHere(db: Queryable, unit: UnitRow): Promise<UnitRow[]> {
  if (!unit.external) return [unit];
  const tops = await unitsOf(db, rootsOf(await treeOn(db, today())));
  return tops.filter(({ path }) => path.startsWith(unit.path));
}

async function unitsOf(db: Queryable, nodes: readonly TreeNode[]): Promise<UnitRow[]> {
  const units = await findUnits(
    db,
    nodes.map(({ id }) => id),
  );
  return [...units.values()];
}

/** Which of them this reader may open by themselves, by where they stand today. */
export async function openable(db: Queryable, actor: Actor, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number; path: string }>`
    select id, path from unit where id = any(${[...ids]}::int[])`.execute(db);
  return new Set(rows.filter(({ path }) => may(actor, action, { path })).map(({ id }) => id));
}

/** What stands directly below: each branch of its own. */
export const shownBelow = ({ tree, node, tops }: Place): TreeNode[] =>
  node ? childrenOf(tree, node.id) : tops;

/** Mass organisations and centres have no members of their own: they are named only where they have a number. */
const beside = new Set(['mass_organisation', 'political_centre']);
export const isParty = (kind: string): boolean => !beside.has(kind);

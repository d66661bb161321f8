// The places below a unit on a day: who carries which mark, how many villages have a cell of their own or share one, and how
// that was at the end of earlier years.
import { sql } from 'kysely';
import { reach, within } from '../org/access.ts';
import { childrenOf, idsOnPath, rootsOf, type Tree, type TreeNode } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { findUnits, getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { type Day, formatDay } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { coverageOf, type Mark, markIds } from './area.ts';
import type { AreasView, Tally } from './view.ts';

interface VillageLine {
  unitId: number;
  cellId: number | null;
  told: boolean;
}

const emptyTally = (): Tally => ({ villages: 0, own: 0, shared: 0, none: 0, unknown: 0 });
const yearsShown = 5;

/** In the tree of that day: what belonged to the unit then, wherever it stands today. */
export async function viewAreas(
  db: Queryable,
  actor: Actor,
  { unit: asked, on = today() }: { unit?: number | undefined; on?: Day | undefined },
): Promise<AreasView> {
  const unitId = asked ?? actor.unitId;
  if (unitId === null) throw new Missing('access.missing');
  const unit = await getUnit(db, actor, 'unit.read', unitId);
  const stand = await standOn(db, unit, on);
  if (!stand) throw new Invalid('areas.no_unit_then', { unit: unit.name, day: formatDay(on) });
  const units = stand.units.filter(({ kind }) => !outside.has(kind));
  const villages = await villagesOn(db, idsOf(units), on);
  const [shared, carried] = [sharingOf(villages), await marksOn(db, stand)];
  const items = itemsOf({ unitId, stand, villages, shared, carried });
  const open = await openable(
    db,
    actor,
    items.map((one) => one.unitId),
  );
  return {
    on,
    unit: { id: unit.id, name: stand.self?.name ?? unit.name },
    total: tallyOf(villages, shared),
    marks: markedOf(units, carried),
    items: items.map((one) => ({ ...one, open: open.has(one.unitId) })),
    years: await yearsOf(db, unit, on),
  };
}

interface Stand {
  tree: Tree;
  /** null: a superior that is known by name only, for which its branches stand */
  self: TreeNode | null;
  /** right below it */
  below: TreeNode[];
  units: TreeNode[];
}

async function standOn(db: Queryable, unit: UnitRow, on: Day): Promise<Stand | null> {
  const tree = await treeOn(db, on);
  const self = tree.byId.get(unit.id);
  if (self) return { tree, self, below: childrenOf(tree, unit.id), units: branch(tree, self) };
  const tops = unit.external ? rootsOf(tree) : [];
  const known = await findUnits(db, idsOf(tops));
  const below = tops.filter(({ id }) => known.get(id)?.path.startsWith(unit.path));
  if (below.length === 0) return null;
  return { tree, self: null, below, units: below.flatMap((one) => branch(tree, one)) };
}

const outside = new Set(['mass_organisation', 'political_centre']);
const branch = ({ nodes }: Tree, { index, end }: TreeNode): TreeNode[] => nodes.slice(index, end);
const idsOf = (units: readonly TreeNode[]): number[] => units.map(({ id }) => id);

/** Which of them the reader may look at by themselves, by where they stand today. */
async function openable(db: Queryable, actor: Actor, ids: readonly number[]): Promise<Set<number>> {
  const far = reach(actor, 'unit.read');
  const units = await findUnits(db, ids);
  return new Set(ids.filter((id) => within(far, { path: units.get(id)?.path ?? '' })));
}

interface Seen {
  unitId: number;
  stand: Stand;
  villages: readonly VillageLine[];
  shared: ReadonlyMap<number, number>;
  carried: ReadonlySet<string>;
}
type Item = Omit<AreasView['items'][number], 'open'>;

/** The unit itself, where it has villages or marks of its own, and each branch right below it. */
function itemsOf({ unitId, stand: { tree, self, below }, villages, shared, carried }: Seen): Item[] {
  const line = (one: TreeNode, among: ReadonlySet<number>): Item => {
    const own = villages.filter((village) => among.has(village.unitId));
    return {
      unitId: one.id,
      name: one.name,
      kind: one.kind,
      marks: markIds.filter((mark) => carried.has(`${one.id} ${mark}`)),
      tally: tallyOf(own, shared),
      combined: combinedAmong(own, shared),
    };
  };
  return [
    ...(self ? [line(self, new Set([self.id]))] : []),
    ...below
      .filter(({ kind }) => !outside.has(kind))
      .map((one) => line(one, new Set(idsOf(branch(tree, one))))),
  ].filter((one) => saysSomething(one, unitId, carried));
}

/** The unit itself only with villages or marks, a cell only with a mark that the whole unit does not carry. */
function saysSomething(
  { unitId, kind, marks, tally }: Item,
  asked: number,
  carried: ReadonlySet<string>,
): boolean {
  if (unitId === asked) return tally.villages > 0 || marks.length > 0;
  return !isCell(kind) || marks.some((mark) => !carried.has(`${asked} ${mark}`));
}

const holds = (on: Day, alias: string) =>
  sql`${sql.ref(`${alias}.from_on`)} <= ${on} and (${sql.ref(`${alias}.to_on`)} is null or ${sql.ref(`${alias}.to_on`)} > ${on})`;

async function villagesOn(db: Queryable, units: readonly number[], on: Day): Promise<VillageLine[]> {
  const { rows } = await sql<VillageLine>`
    select village.unit_id as "unitId", meets.cell_id as "cellId", meets.village_id is not null as told
    from village
    left join (village_cell meets left join unit cell on cell.id = meets.cell_id)
      on meets.village_id = village.id and ${holds(on, 'meets')} and (cell.ended_on is null or cell.ended_on > ${on})
    where village.unit_id = any(${[...units]}::int[]) and ${holds(on, 'village')}`.execute(db);
  return rows;
}

function sharingOf(villages: readonly VillageLine[]): Map<number, number> {
  const shared = new Map<number, number>();
  for (const { cellId } of villages) if (cellId !== null) shared.set(cellId, (shared.get(cellId) ?? 0) + 1);
  return shared;
}

function tallyOf(villages: readonly VillageLine[], shared: ReadonlyMap<number, number>): Tally {
  const tally = emptyTally();
  for (const { cellId, told } of villages) {
    tally.villages += 1;
    tally[coverageOf(told ? { cellId } : null, shared.get(cellId ?? 0) ?? 0)] += 1;
  }
  return tally;
}

const combinedAmong = (villages: readonly VillageLine[], shared: ReadonlyMap<number, number>): number =>
  new Set(villages.map(({ cellId }) => cellId).filter((id) => id !== null && (shared.get(id) ?? 0) > 1)).size;

/** 'unit mark', with the marks of the units above, which those below share. */
async function marksOn(db: Queryable, { tree, units }: Stand): Promise<Set<string>> {
  const { rows } = await sql<{ unitId: number; mark: Mark }>`
    select unit_id as "unitId", mark from unit_mark where ${holds(tree.on, 'unit_mark')}`.execute(db);
  const told = Map.groupBy(rows, ({ unitId }) => unitId);
  return new Set(
    units.flatMap(({ id, path }) =>
      idsOnPath(path).flatMap((above) => (told.get(above) ?? []).map(({ mark }) => `${id} ${mark}`)),
    ),
  );
}

const isCell = (kind: string): boolean => kind === 'cell' || kind === 'base_cell';

function markedOf(units: readonly TreeNode[], carried: ReadonlySet<string>): AreasView['marks'] {
  const counted = (mark: Mark, cells: boolean) =>
    units.filter(({ id, kind }) => isCell(kind) === cells && carried.has(`${id} ${mark}`)).length;
  return markIds
    .map((mark) => ({ mark, units: counted(mark, false), cells: counted(mark, true) }))
    .filter(({ units: above, cells }) => above + cells > 0);
}

/** At the end of each of the last years, and on the day itself; each in its own tree. */
async function yearsOf(db: Queryable, unit: UnitRow, on: Day): Promise<AreasView['years']> {
  const last = Number(on.slice(0, 4));
  const years: AreasView['years'] = [];
  for (let year = last - yearsShown + 1; year <= last; year += 1) {
    const day = year === last ? on : `${year}-12-31`;
    const stand = await standOn(db, unit, day);
    const villages = await villagesOn(db, idsOf(stand?.units ?? []), day);
    const shared = sharingOf(villages);
    const { own, villages: all } = tallyOf(villages, shared);
    if (all > 0) years.push({ year, on: day, combined: combinedAmong(villages, shared), own, villages: all });
  }
  return years;
}

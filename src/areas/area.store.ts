// Places in the database: the stream of each unit, the rows folded from it, what is read of one unit, and the writes.
import { sql } from 'kysely';
import { findDocuments, getDocumentLine } from '../documents/document.store.ts';
import { allowedOn } from '../org/access.ts';
import { idsOnPath } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { findUnit, findUnits, getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { type Day, earliest, formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import {
  type Area,
  areaKinds,
  areaStreamOf,
  type Coverage,
  coverageOf,
  foldArea,
  holdsOn,
  type Mark,
  type Meets,
  type Village,
  type VillageKind,
} from './area.ts';
import { leastOfCell } from './least.ts';
import type { AreaView } from './view.ts';

declare module '../platform/db.ts' {
  interface Tables {
    unit_mark: {
      unit_id: number;
      mark: Mark;
      from_on: string;
      to_on: string | null;
      entry: string;
      document_id: string | null;
    };
    village: {
      id: string;
      unit_id: number;
      entry: string;
      name: string;
      kind: VillageKind;
      from_on: string;
      to_on: string | null;
      version: number;
    };
    village_cell: {
      village_id: string;
      cell_id: number | null;
      from_on: string;
      to_on: string | null;
      entry: string;
      full_members: number | null;
    };
  }
}

export const areaStream: Stream = {
  prefix: 'area',
  kinds: areaKinds,
  tables: ['unit_mark', 'village', 'village_cell'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const units = ids.map(Number);
  const entries = await entriesOf(tx, units.map(areaStreamOf));
  const areas = units.map((unit) => ({ unit, ...foldArea(entries.get(areaStreamOf(unit)) ?? []) }));
  await sql`delete from village_cell where village_id in (select id from village where unit_id = any(${units}::int[]))`.execute(
    tx,
  );
  await sql`delete from village where unit_id = any(${units}::int[])`.execute(tx);
  await sql`delete from unit_mark where unit_id = any(${units}::int[])`.execute(tx);
  await insert(tx, 'unit_mark', areas.flatMap(markRows));
  await insert(tx, 'village', areas.flatMap(villageRows));
  await insert(
    tx,
    'village_cell',
    areas.flatMap(({ villages }) => villages.flatMap(meetsRows)),
  );
}

type Folded = Area & { unit: number };
const markRows = ({ unit, marks }: Folded) =>
  marks.map(({ mark, from, to, entry, documentId }) => ({
    unit_id: unit,
    mark,
    from_on: from,
    to_on: to,
    entry,
    document_id: documentId,
  }));
const villageRows = ({ unit, villages, version }: Folded) =>
  villages.map(({ id, name, kind, from, to, entry }) => ({
    id,
    unit_id: unit,
    entry,
    name,
    kind,
    from_on: from,
    to_on: to,
    version,
  }));
const meetsRows = ({ id, meets }: Village) =>
  meets.map(({ cellId, from, to, entry, fullMembers }) => ({
    village_id: id,
    cell_id: cellId,
    from_on: from,
    to_on: to,
    entry,
    full_members: fullMembers,
  }));

async function insert(tx: Tx, table: 'unit_mark' | 'village' | 'village_cell', rows: readonly object[]) {
  if (rows.length === 0) return;
  await sql`insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** One unit on a day: its own marks and those of the units above it, and its villages. */
export async function viewArea(
  db: Queryable,
  actor: Actor,
  { unitId, on = today() }: { unitId: number; on?: Day | undefined },
): Promise<AreaView> {
  const unit = await getUnit(db, actor, 'unit.read', unitId);
  const area = await readArea(db, unitId);
  const meets = new Map(area.villages.map(({ id, meets: all }) => [id, all.find((one) => holdsOn(one, on))]));
  const told = [...meets.values()].filter((one) => one !== undefined);
  const cells = await findUnits(db, idsOf(told));
  const sharing = await sharedCells(db, idsOf(told), on);
  const documents = await findDocuments(
    db,
    actor,
    area.marks.map(({ documentId }) => documentId),
  );
  const least = leastOfCell(on, unit.path);
  return {
    unitId,
    on,
    version: area.version,
    marks: area.marks
      .filter((one) => holdsOn(one, on))
      .map(({ documentId, ...one }) => ({ ...one, document: documents.get(documentId ?? '') ?? null })),
    above: await marksAbove(db, unit, on),
    villages: area.villages
      .filter((one) => holdsOn(one, on))
      .map((one) => villageOf(one, { on, told: meets.get(one.id) ?? null, cells, sharing, least })),
    ended: {
      marks: area.marks.flatMap(({ mark, from, to, end }) =>
        endedBy(to, on) && end ? [{ mark, from, to, end }] : [],
      ),
      villages: area.villages.flatMap(({ id, name, kind, to, end }) =>
        endedBy(to, on) && end ? [{ id, name, kind, to, end }] : [],
      ),
    },
    least,
    can: allowedOn(actor, { path: unit.path }, ['unit.write']),
  };
}

const endedBy = (to: Day | null, on: Day): to is Day => to !== null && to <= on;

const stands = (cell: UnitRow | undefined, on: Day): boolean =>
  cell !== undefined && (cell.endedOn === null || cell.endedOn > on);

const idsOf = (told: readonly Meets[]): number[] => [
  ...new Set(told.map(({ cellId }) => cellId).filter((id) => id !== null)),
];

async function readArea(db: Queryable, unitId: number): Promise<Area> {
  const stream = areaStreamOf(unitId);
  return foldArea((await entriesOf(db, [stream])).get(stream) ?? []);
}

interface Around {
  on: Day;
  told: Meets | null;
  cells: ReadonlyMap<number, UnitRow>;
  sharing: ReadonlyMap<number, number>;
  least: number | null;
}
function villageOf({ meets: _all, ...village }: Village, around: Around) {
  const { told, cells, least } = around;
  const coverage = coverageIn(around);
  const enough = least !== null && (told?.fullMembers ?? 0) >= least;
  const mayFound = enough && (coverage === 'shared' || coverage === 'none');
  return { ...village, meets: told && meetsOf(told, cells), coverage, mayFound };
}

/** Of a cell that has ended nobody has told where they meet since. */
function coverageIn({ on, told, cells, sharing }: Around): Coverage {
  if (told === null || told.cellId === null) return coverageOf(told, 0);
  return coverageOf(stands(cells.get(told.cellId), on) ? told : null, sharing.get(told.cellId) ?? 0);
}

function meetsOf({ cellId, from, fullMembers, entry }: Meets, cells: Around['cells']) {
  const cell = cellId === null ? undefined : cells.get(cellId);
  return { cell: cell ? { id: cell.id, name: cell.name } : null, from, fullMembers, entry };
}

/** How many villages each of these cells holds on the day. */
async function sharedCells(db: Queryable, ids: readonly number[], on: Day): Promise<Map<number, number>> {
  const { rows } = await sql<{ cell: number; villages: number }>`
    select cell_id as cell, count(*)::int as villages from village_cell
    where cell_id = any(${[...ids]}::int[]) and from_on <= ${on} and (to_on is null or to_on > ${on})
    group by cell_id`.execute(db);
  return new Map(rows.map(({ cell, villages }) => [cell, villages]));
}

/** Of the units above it in the tree of that day, from the top down. */
async function marksAbove(db: Queryable, { id, path }: UnitRow, on: Day): Promise<AreaView['above']> {
  const node = (await treeOn(db, on)).byId.get(id);
  const above = idsOnPath(node?.path ?? path).filter((one) => one !== id);
  const { rows } = await sql<AreaView['above'][number]>`
    select mark, unit.id as "unitId", unit.name as "unitName" from unit_mark join unit on unit.id = unit_id
    where unit_id = any(${above}::int[]) and from_on <= ${on} and (to_on is null or to_on > ${on})
    order by array_position(${above}::int[], unit.id), mark`.execute(db);
  return rows;
}

interface Asked {
  unitId: number;
  clientId: string;
  version: number;
}
type Saying = Pick<NewEntry, 'kind' | 'happenedOn' | 'data'> & { names?: string };

/** One write on the place of a unit, on the version that the writer saw. */
async function say(
  db: Db,
  actor: Actor,
  { unitId, clientId, version }: Asked,
  decide: (tx: Tx, unit: UnitRow, area: Area) => Promise<Saying>,
): Promise<void> {
  const stream = areaStreamOf(unitId);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const unit = await getUnit(tx, actor, 'unit.write', unitId);
    const area = await readArea(tx, unitId);
    if (area.version !== version) throw new Stale('ledger.changed_meanwhile');
    await append(tx, actor, [{ clientId, stream, unitId, ...(await decide(tx, unit, area)) }]);
  });
}

/** Not in the future, and not before the unit was there. */
function decideDay(unit: UnitRow, on: Day): void {
  if (on > today()) throw new Invalid('ledger.future_day', { day: formatDay(on) }, { fields: ['on'] });
  if (unit.foundedOn && on < earliest(unit.foundedOn))
    throw new Invalid('areas.before_unit', { day: formatDay(unit.foundedOn) }, { fields: ['on'] });
}

export const markUnit = (
  db: Db,
  actor: Actor,
  { mark, on, documentId, ...asked }: Asked & { mark: Mark; on: Day; documentId: string | null },
): Promise<void> =>
  say(db, actor, asked, async (tx, unit, { marks }) => {
    decideDay(unit, on);
    if (marks.some((one) => one.mark === mark && holdsOn(one, on))) throw new Invalid('areas.marked_already');
    if (documentId !== null) await getDocumentLine(tx, actor, documentId);
    return { kind: 'area.marked', happenedOn: on, data: { mark, documentId } };
  });

export const unmarkUnit = (
  db: Db,
  actor: Actor,
  { mark, on, ...asked }: Asked & { mark: Mark; on: Day },
): Promise<void> =>
  say(db, actor, asked, async (_tx, unit, { marks }) => {
    decideDay(unit, on);
    const carried = marks.find((one) => one.mark === mark && one.to === null);
    if (!carried) throw new Stale('ledger.changed_meanwhile');
    if (on <= carried.from)
      throw new Invalid('areas.ends_before', { day: formatDay(carried.from) }, { fields: ['on'] });
    return { kind: 'area.unmarked', happenedOn: on, data: { mark } };
  });

export interface VillageSaid {
  villageId: string | null;
  name: string;
  kind: VillageKind;
  on: Day;
}

/** Puts a village on the list of the unit, or gives one on it another name. */
export const listVillage = (
  db: Db,
  actor: Actor,
  { villageId, name, kind, on, ...asked }: Asked & VillageSaid,
): Promise<void> =>
  say(db, actor, asked, async (_tx, unit, { villages }) => {
    decideDay(unit, on);
    const known = villages.find(({ id }) => id === villageId);
    if (villageId !== null && !known) throw new Missing('access.missing');
    if (known && on < known.from)
      throw new Invalid('areas.before_village', { day: formatDay(known.from) }, { fields: ['on'] });
    const twin = villages.find((one) => one.id !== villageId && one.name === name && holdsOn(one, on));
    if (twin) throw new Invalid('areas.same_village', { name }, { fields: ['name'] });
    const id = villageId ?? derivedId(asked.clientId, 'village');
    return { kind: 'area.village', happenedOn: on, data: { villageId: id, name, kind } };
  });

export interface MeetsSaid {
  villageId: string;
  cellId: number | null;
  fullMembers: number | null;
  on: Day;
}

/** From a day on its members meet in this cell, or there is none for it. */
export const tellMeets = (db: Db, actor: Actor, { on, ...told }: Asked & MeetsSaid): Promise<void> =>
  say(db, actor, told, async (tx, unit, { villages }) => {
    decideDay(unit, on);
    decideStands(villages, told.villageId, on);
    if (told.cellId !== null) await decideCell(tx, unit, told.cellId, on);
    const { villageId, cellId, fullMembers } = told;
    return { kind: 'area.village_meets', happenedOn: on, data: { villageId, cellId, fullMembers } };
  });

function decideStands(villages: readonly Village[], id: string, on: Day): void {
  const village = villages.find((one) => one.id === id);
  if (!village) throw new Missing('access.missing');
  if (!holdsOn(village, on))
    throw new Invalid('areas.before_village', { day: formatDay(village.from) }, { fields: ['on'] });
}

/** A cell of the same unit, there on the day: villages of one commune do not meet in a cell of another. */
async function decideCell(tx: Tx, unit: UnitRow, cellId: number, on: Day): Promise<void> {
  const cell = await findUnit(tx, cellId);
  if (!cell?.path.startsWith(unit.path)) throw new Missing('access.missing');
  if (!['cell', 'base_cell'].includes(cell.kind))
    throw new Invalid('areas.no_cell', {}, { fields: ['cellId'] });
  if (!stands(cell, on) || (cell.foundedOn && on < earliest(cell.foundedOn)))
    throw new Invalid('areas.cell_not_there', { cell: cell.name, day: formatDay(on) }, { fields: ['on'] });
}

/** The village is no longer there: merged into another, or cleared. */
export const endVillage = (
  db: Db,
  actor: Actor,
  { villageId, on, ...asked }: Asked & { villageId: string; on: Day },
): Promise<void> =>
  say(db, actor, asked, async (_tx, unit, { villages }) => {
    decideDay(unit, on);
    decideStands(villages, villageId, on);
    return { kind: 'area.village_ended', happenedOn: on, data: { villageId } };
  });

/** A village that comes back finds its name free. */
function decideBack(villages: readonly Village[], entry: string): void {
  const back = villages.find(({ end }) => end === entry);
  const to = back?.to;
  if (!back || !to) return;
  const twin = villages.some(
    ({ id, name, to: until }) => id !== back.id && name === back.name && !endedBy(until, to),
  );
  if (twin) throw new Invalid('areas.same_village', { name: back.name });
}

/** Something said by mistake: what stood before stands again. */
export const takeBack = (
  db: Db,
  actor: Actor,
  { entry, ...asked }: Asked & { entry: string },
): Promise<void> =>
  say(db, actor, asked, async (tx, { id }, { villages }) => {
    const own = (await entriesOf(tx, [areaStreamOf(id)])).get(areaStreamOf(id)) ?? [];
    if (!own.some(({ clientId, kind }) => clientId === entry && kind !== withdrawal))
      throw new Missing('access.missing');
    decideBack(villages, entry);
    return { kind: withdrawal, happenedOn: null, names: entry, data: {} };
  });

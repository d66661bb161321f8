// Units in the database: their stream in the ledger, the current rows folded from it (unit, unit_place, the text
// path), and finding one.
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Queryable, Tables, Tx } from '../platform/db.ts';
import type { PartialDay } from '../platform/day.ts';
import type { Entry, NewEntry } from '../platform/entry.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { fold } from '../platform/text.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { may } from './access.ts';
import { type Beginning, foldUnit, type Unit, unitKindsOfEntry } from './unit.ts';

declare module '../platform/db.ts' {
  interface Tables {
    unit: {
      id: number;
      province_id: string;
      parent_id: number | null;
      kind: string;
      type: string | null;
      name: string;
      name_key: string;
      code: string | null;
      path: string;
      depth: number;
      founded_on: string | null;
      ended_on: string | null;
      external: boolean;
      place_code: string | null;
      source_key: string | null;
      version: number;
    };
    unit_place: {
      unit_id: number;
      from_on: string;
      to_on: string | null;
      parent_id: number | null;
      kind: string;
      type: string | null;
      name: string;
    };
  }
}

export const unitStream: Stream = {
  prefix: 'unit',
  kinds: unitKindsOfEntry,
  tables: ['unit', 'unit_place'],
  project: projectUnits,
};

async function projectUnits(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(streamOf));
  const numbers = ids.map(Number);
  const units: { unit: Unit; version: number }[] = [];
  for (const id of numbers) {
    const own = entries.get(streamOf(id)) ?? [];
    const unit = foldUnit(id, own);
    if (unit) units.push({ unit, version: versionOf(own) });
  }
  const gone = numbers.filter((id) => !units.some(({ unit }) => unit.id === id));
  if (gone.length > 0) await tx.deleteFrom('unit').where('id', 'in', gone).execute();
  await writeUnits(tx, units);
  await writePlaces(tx, numbers, units);
  await writePaths(tx, numbers);
}

const streamOf = (id: number | string) => `unit:${id}`;
export const versionOf = (entries: readonly Entry[]): number => entries.at(-1)?.version ?? 0;

async function writeUnits(tx: Tx, units: { unit: Unit; version: number }[]): Promise<void> {
  const rows = units.map(({ unit, version }) => ({
    id: unit.id,
    province_id: unit.provinceId,
    parent_id: unit.parentId,
    kind: unit.kind,
    type: unit.type,
    name: unit.name,
    name_key: fold(unit.name),
    code: unit.code,
    founded_on: unit.foundedOn,
    ended_on: unit.endedOn,
    external: unit.external,
    place_code: unit.placeCode,
    source_key: unit.sourceKey,
    version,
  }));
  await sql`
    insert into unit (id, province_id, parent_id, kind, type, name, name_key, code, path, depth, founded_on, ended_on,
                      external, place_code, source_key, version)
    select id, province_id, parent_id, kind, type, name, name_key, code, '', 0, founded_on, ended_on,
           external, place_code, source_key, version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id int, province_id text, parent_id int, kind text,
         type text, name text, name_key text, code text, founded_on text, ended_on text, external boolean,
         place_code text, source_key text, version int)
    on conflict (id) do update set province_id = excluded.province_id, parent_id = excluded.parent_id,
      kind = excluded.kind, type = excluded.type, name = excluded.name, name_key = excluded.name_key,
      code = excluded.code, founded_on = excluded.founded_on, ended_on = excluded.ended_on,
      external = excluded.external, place_code = excluded.place_code, source_key = excluded.source_key,
      version = excluded.version`.execute(tx);
}

async function writePlaces(tx: Tx, ids: number[], units: { unit: Unit }[]): Promise<void> {
  const rows = units.flatMap(({ unit }) =>
    unit.places.map((place) => ({
      unit_id: unit.id,
      from_on: place.fromOn,
      to_on: place.toOn,
      parent_id: place.parentId,
      kind: place.kind,
      type: place.type,
      name: place.name,
    })),
  );
  await sql`delete from unit_place where unit_id = any(${ids}::int[])`.execute(tx);
  await sql`
    insert into unit_place (unit_id, from_on, to_on, parent_id, kind, type, name)
    select unit_id, from_on, to_on, parent_id, kind, type, name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(unit_id int, from_on text, to_on text,
         parent_id int, kind text, type text, name text)`.execute(tx);
}

/** Path and depth of the touched units and of everything below them, from the highest touched ones down. */
async function writePaths(tx: Tx, ids: number[]): Promise<void> {
  await sql`
    with recursive above (start, id, steps) as (
      select id, parent_id, 1 from unit where id = any(${ids}::int[])
      union all
      select above.start, unit.parent_id, above.steps + 1 from above join unit on unit.id = above.id
      where above.steps < 60
    ), root as (
      select start as id from above group by start having not bool_or(coalesce(id = any(${ids}::int[]), false))
    ), tree (id, path, depth) as (
      select unit.id, coalesce(parent.path, '/') || unit.id || '/', coalesce(parent.depth + 1, 0)
      from root join unit using (id) left join unit parent on parent.id = unit.parent_id
      union all
      select unit.id, tree.path || unit.id || '/', tree.depth + 1
      from tree join unit on unit.parent_id = tree.id where tree.depth < 60
    )
    update unit set path = tree.path, depth = tree.depth from tree
    where unit.id = tree.id and (unit.path <> tree.path or unit.depth <> tree.depth)`.execute(tx);
}

export interface UnitRow {
  id: number;
  provinceId: string;
  parentId: number | null;
  kind: string;
  type: string | null;
  name: string;
  code: string | null;
  placeCode: string | null;
  path: string;
  depth: number;
  foundedOn: PartialDay | null;
  endedOn: PartialDay | null;
  external: boolean;
  version: number;
}

type Query = SelectQueryBuilder<Tables, 'unit', object>;
const columns = (query: Query) =>
  query.select([
    'id',
    'province_id as provinceId',
    'parent_id as parentId',
    'kind',
    'type',
    'name',
    'code',
    'place_code as placeCode',
    'path',
    'depth',
    'founded_on as foundedOn',
    'ended_on as endedOn',
    'external',
    'version',
  ]);

export async function findUnit(db: Queryable, id: number): Promise<UnitRow | undefined> {
  return columns(db.selectFrom('unit')).where('id', '=', id).executeTakeFirst();
}

export async function findUnits(db: Queryable, ids: readonly number[]): Promise<Map<number, UnitRow>> {
  if (ids.length === 0) return new Map();
  const rows = await columns(db.selectFrom('unit'))
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const unitPath = async (db: Queryable, id: number): Promise<string | null> =>
  (await findUnit(db, id))?.path ?? null;

/** The unit within reach of this action; whatever is out of reach does not exist for the actor. */
export async function getUnit(db: Queryable, actor: Actor, action: string, id: number): Promise<UnitRow> {
  const unit = await findUnit(db, id);
  if (!unit || !may(actor, action, { path: unit.path })) throw new Missing('access.missing');
  return unit;
}

/** Nobody founds a unit meanwhile; whatever changes one goes alone. */
export const lockTree = (tx: Tx): Promise<void> => takeTurn(tx, 'nguon.unit_tree');

export async function takeUnitIds(tx: Tx, count: number): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select nextval('unit_id_seq')::int as id from generate_series(1, ${count})`.execute(tx);
  return result.rows.map((row) => row.id);
}

export interface UnitDraft extends Omit<Beginning, 'parentId' | 'provinceId'> {
  clientId: string;
  /** names this draft for the `parentKey` of others */
  key: string;
  /** key of another draft, or id of a unit that exists */
  parent: { key: string } | { id: number } | null;
  happenedOn: PartialDay | null;
}

/** Many new units at once: their ids from the sequence and one entry each, whatever order they come in. */
export async function prepareUnits(
  tx: Tx,
  provinceId: string,
  drafts: readonly UnitDraft[],
): Promise<{ entries: NewEntry[]; ids: Map<string, number> }> {
  const numbers = await takeUnitIds(tx, drafts.length);
  const ids = new Map(drafts.map((draft, index) => [draft.key, numbers[index] as number]));
  const entries = drafts.map(({ clientId, key, parent, happenedOn, ...data }): NewEntry => {
    const id = ids.get(key) as number;
    const parentId = parent && ('id' in parent ? parent.id : (ids.get(parent.key) ?? null));
    if (parent && parentId === null) throw new Error(`no unit draft ${JSON.stringify(parent)}`);
    const kind = data.foundedOn && data.decision ? 'unit.founded' : 'unit.taken_over';
    return {
      clientId,
      stream: streamOf(id),
      kind,
      happenedOn,
      unitId: id,
      data: { ...data, provinceId, parentId },
    };
  });
  return { entries, ids };
}

// The register as a reader sees it: as a tree – each document under the one it carries out – or, searched, narrowed or
// sorted, as a list. How a document stands is told for one day.
import { type RawBuilder, sql } from 'kysely';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import { documentLabel, issuerKey, shortName } from './document.ts';
import { type DocumentLine, documentsSeen, findDocuments } from './document.store.ts';
import type { DocumentQuery, DocumentRow, DocumentState } from './view.ts';

/** How `document` stands on a day, in the order in which one reason goes before another. */
export const stateOn = (on: string): RawBuilder<DocumentState> => sql<DocumentState>`case
  when document.ended_on <= ${on} then 'ended'
  when exists (select from document later where later.replaces_id = document.id
               and coalesce(later.from_on, '') <= ${on}) then 'replaced'
  when document.from_on > ${on} then 'coming'
  when document.to_on < ${on} then 'over'
  when document.from_on is null then 'undated'
  else 'in_force' end`;

const statesOf: Record<NonNullable<DocumentQuery['state']>, DocumentState[]> = {
  valid: ['in_force', 'undated'],
  coming: ['coming'],
  past: ['over', 'replaced', 'ended'],
};

interface Row extends Omit<DocumentRow, 'parent' | 'label'> {
  /** told in a list; a tree shows it */
  parentId: string | null;
  /** ranks from the top down to this document */
  place: number[] | null;
}

const columns = (on: string) => sql`
  document.id, document.type, document.number, document.issuer, document.subject, document.issued_on as "issuedOn",
  document.period_from as "from", document.period_to as "to", document.scope_unit_id as "scopeUnitId",
  scope.name as "scopeName", document.file_entry is not null as "hasFile", ${stateOn(on)} as state`;
const scoped = sql`join unit scope on scope.id = document.scope_unit_id`;

const isTree = ({ q, type, issuer, state, sort }: DocumentQuery): boolean =>
  ![fold(q ?? ''), type, issuer, state, sort].some(Boolean);

export async function listDocuments(db: Queryable, actor: Actor, query: DocumentQuery) {
  const seen = await seenOf(db, actor, query.unit);
  const on = query.on ?? today();
  const shape = isTree(query) ? asTree : asList;
  const { rows, total, key } = await shape(db, { query, seen, on });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const parents = await findDocuments(
    db,
    actor,
    items.map(({ parentId }) => parentId),
  );
  return {
    items: items.map((row) => itemOf(row, parents)),
    total,
    next: rows.length > query.limit && last ? writeCursor(key(last)) : null,
    asOf: on,
  };
}

/** What the reader may see; narrowed to what concerns one unit: it, what is above it and what is below it. */
async function seenOf(db: Queryable, actor: Actor, unitId: number | undefined): Promise<RawBuilder<boolean>> {
  if (unitId === undefined) return documentsSeen(actor);
  const { path } = await getUnit(db, actor, 'unit.read', unitId);
  return sql<boolean>`${documentsSeen(actor)} and (scope.path like ${`${path}%`} or ${path} like scope.path || '%')`;
}

interface Asked {
  query: DocumentQuery;
  seen: RawBuilder<boolean>;
  on: string;
}
interface Shaped {
  rows: Row[];
  total: number;
  key: (row: Row) => Key;
}

/** Newest first on each level; whose parent is out of sight stands at the top. */
async function asTree(db: Queryable, { query, seen, on }: Asked): Promise<Shaped> {
  const after = query.cursor ? readCursor(query.cursor).map(Number) : [];
  const result = await sql<Row & { total: number }>`
    with recursive seen as materialized (
      select document.id, document.parent_id,
             row_number() over (order by coalesce(document.issued_on, document.period_from, '') desc, document.id desc)::int
               as place
      from document ${scoped} where ${seen}
    ), tree (id, depth, place) as (
      select id, 0, array[place] from seen where parent_id is null or parent_id not in (select id from seen)
      union all
      select seen.id, tree.depth + 1, tree.place || seen.place
      from tree join seen on seen.parent_id = tree.id where tree.depth < 40
    )
    select ${columns(on)}, tree.depth, tree.place, null as "parentId",
           (select count(*)::int from tree) as total
    from tree join document using (id) ${scoped}
    where tree.place > ${after}::int[]
    order by tree.place limit ${query.limit + 1}`.execute(db);
  const total = result.rows[0]?.total ?? (query.cursor ? await countSeen(db, seen) : 0);
  return { rows: result.rows, total, key: ({ place }) => (place ?? []).map(String) };
}

async function countSeen(db: Queryable, where: RawBuilder<boolean>): Promise<number> {
  const result = await sql<{ total: number }>`
    select count(*)::int as total from document ${scoped} where ${where}`.execute(db);
  return result.rows[0]?.total ?? 0;
}

const issued = sql`coalesce(document.issued_on, document.period_from, '')`;

async function asList(db: Queryable, { query, seen, on }: Asked): Promise<Shaped> {
  const where = sql.join([seen, ...conditionsOf(query, on)], sql` and `) as RawBuilder<boolean>;
  const up = query.sort === 'issued';
  const [sign, order] = up ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const after = query.cursor ? readCursor(query.cursor) : null;
  const place = after
    ? sql<boolean>`(${issued}, document.id) ${sign} (${after[0]}, ${after[1]}::uuid)`
    : sql<boolean>`true`;
  const result = await sql<Row>`
    select ${columns(on)}, 0 as depth, document.parent_id as "parentId", null as place
    from document ${scoped}
    where ${where} and ${place} order by ${issued} ${order}, document.id ${order}
    limit ${query.limit + 1}`.execute(db);
  return {
    rows: result.rows,
    total: await countSeen(db, where),
    key: (row) => [row.issuedOn ?? row.from ?? '', row.id],
  };
}

function conditionsOf({ q, type, issuer, state }: DocumentQuery, on: string): RawBuilder<boolean>[] {
  const where: RawBuilder<boolean>[] = [];
  if (type) where.push(sql<boolean>`document.type = ${type}`);
  if (issuer) where.push(sql<boolean>`document.issuer_key = ${issuerKey(issuer)}`);
  if (state) where.push(sql<boolean>`${stateOn(on)} = any(${statesOf[state]})`);
  for (const word of fold(q ?? '')
    .split(' ')
    .filter(Boolean))
    where.push(sql<boolean>`document.search like ${`%${word.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`}`);
  return where;
}

function itemOf({ parentId, place: _place, ...row }: Row, parents: Map<string, DocumentLine>): DocumentRow {
  const above = parentId === null ? undefined : parents.get(parentId);
  return {
    ...row,
    label: documentLabel(row),
    parent: above ? { id: above.id, name: shortName(above) } : null,
  };
}

type Key = string[];
const writeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

function readCursor(cursor: string): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length > 0 && key.every((part) => typeof part === 'string'))
      return key as Key;
  } catch {
    // falls through to the refusal
  }
  throw new Invalid('http.bad_request');
}

/** Who issued documents that this reader sees: to choose from, most used first. */
export async function listIssuers(db: Queryable, actor: Actor, q: string): Promise<string[]> {
  const result = await sql<{ issuer: string }>`
    select min(issuer) as issuer from document ${scoped}
    where ${documentsSeen(actor)} and issuer_key like ${`%${issuerKey(q)}%`}
    group by issuer_key order by count(*) desc, min(issuer) limit 40`.execute(db);
  return result.rows.map(({ issuer }) => issuer);
}

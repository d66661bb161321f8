// One document as its page shows it: the chain above and below, what it replaces, what rests on it, who cites it, its
// history, and what this reader may do with it.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf } from '../platform/ledger.ts';
import { countCiting, listCiting } from './cited.ts';
import { type DocumentData, documentLabel, documentStreamOf, type Named } from './document.ts';
import { documentsSeen, findDocuments, type Found, getDocument } from './document.store.ts';
import { stateOn } from './list.store.ts';
import { documentTypes } from './type.ts';
import {
  type ChainRow,
  type Changeable,
  changeable,
  type DocumentAct,
  type DocumentState,
  type DocumentView,
} from './view.ts';

const scoped = sql`join unit scope on scope.id = document.scope_unit_id`;
const named = sql`document.id, document.type, document.number, document.issuer, document.subject,
  document.issued_on as "issuedOn"`;
type NamedRow = Named & { id: string };
const linkOf = (row: NamedRow) => ({ id: row.id, label: documentLabel(row), subject: row.subject });

export async function viewDocument(
  db: Queryable,
  actor: Actor,
  id: string,
  day?: string,
): Promise<DocumentView> {
  const found = await getDocument(db, actor, id);
  const on = day ?? today();
  const below = await chainBelow(db, actor, { id, on });
  const { file } = found;
  return {
    ...linkOf(found),
    type: found.type,
    number: found.number,
    issuer: found.issuer,
    issuerUnitId: found.issuerUnitId,
    issuedOn: found.issuedOn,
    from: found.from,
    to: found.to,
    state: await stateOf(db, id, on),
    scopeUnitId: found.scopeUnitId,
    scopeName: found.scopeName,
    hasFile: file !== null,
    endedOn: found.ended?.on ?? null,
    ground: found.ended?.ground ?? null,
    ...(await linksOf(db, actor, found)),
    above: await chainAbove(db, actor, { id, on }),
    below: below.slice(0, mostBelow),
    moreBelow: Math.max(0, below.length - mostBelow),
    file: file && { media: file.media, size: file.size, sha256: file.sha256 },
    citing: await listCiting(db, actor, id),
    history: await historyOf(db, id),
    can: await canDo(db, actor, found),
    version: found.version,
  };
}

async function stateOf(db: Queryable, id: string, on: string): Promise<DocumentState> {
  const result = await sql<{ state: DocumentState }>`
    select ${stateOn(on)} as state from document where id = ${id}::uuid`.execute(db);
  return result.rows[0]?.state ?? 'undated';
}

async function linksOf(db: Queryable, actor: Actor, { id, replacesId, cites }: Found) {
  const seen = await findDocuments(db, actor, [replacesId, ...cites]);
  const toLinks = (ids: readonly (string | null)[]) =>
    ids.flatMap((one) => {
      const line = one === null ? undefined : seen.get(one);
      return line ? [linkOf(line)] : [];
    });
  const naming = await sql<NamedRow & { replaces: boolean; cited: boolean }>`
    select ${named}, document.replaces_id is not distinct from ${id}::uuid as replaces,
           document.cites @> array[${id}::uuid] as cited
    from document ${scoped}
    where (document.replaces_id = ${id}::uuid or document.cites @> array[${id}::uuid]) and ${documentsSeen(actor)}
    order by document.from_on, document.id limit 200`.execute(db);
  return {
    replaces: toLinks([replacesId])[0] ?? null,
    cites: toLinks(cites),
    replacedBy: naming.rows.filter(({ replaces }) => replaces).map(linkOf),
    citedBy: naming.rows.filter(({ cited }) => cited).map(linkOf),
  };
}

interface From {
  id: string;
  on: string;
}
const mostBelow = 200;

type ChainFound = NamedRow & { depth: number; state: DocumentState };
const chainOf = (row: ChainFound): ChainRow => ({
  ...linkOf(row),
  depth: row.depth,
  state: row.state,
  issuedOn: row.issuedOn,
});

/** Up to where the reader's sight ends. */
async function chainAbove(db: Queryable, actor: Actor, { id, on }: From): Promise<ChainRow[]> {
  const result = await sql<ChainFound>`
    with recursive up (id, parent_id, steps) as (
      select id, parent_id, 0 from document where id = ${id}::uuid
      union all
      select document.id, document.parent_id, up.steps + 1
      from up join document on document.id = up.parent_id ${scoped} where ${documentsSeen(actor)} and up.steps < 40)
    select ${named}, ${stateOn(on)} as state,
           (max(up.steps) over () - up.steps)::int as depth
    from up join document using (id) where up.steps > 0 order by up.steps desc`.execute(db);
  return result.rows.map(chainOf);
}

async function chainBelow(db: Queryable, actor: Actor, { id, on }: From): Promise<ChainRow[]> {
  const result = await sql<ChainFound>`
    with recursive down (id, depth, place) as (
      select id, 0, array[]::text[] from document where id = ${id}::uuid
      union all
      select document.id, down.depth + 1, down.place || (coalesce(document.from_on, '9') || document.id::text)
      from down join document on document.parent_id = down.id ${scoped}
      where ${documentsSeen(actor)} and down.depth < 40)
    select ${named}, ${stateOn(on)} as state, down.depth
    from down join document using (id) where down.depth > 0 order by down.place limit 5000`.execute(db);
  return result.rows.map(chainOf);
}

async function historyOf(db: Queryable, id: string): Promise<DocumentView['history']> {
  const stream = documentStreamOf(id);
  const entries = (await entriesOf(db, [stream])).get(stream) ?? [];
  const people = await sql<{ id: string; name: string }>`
    select id, display_name as name from account where id = any(${entries.map((entry) => entry.recordedBy)}::uuid[])`.execute(
    db,
  );
  const names = new Map(people.rows.map((row) => [row.id, row.name]));
  return entries.flatMap((entry) => {
    const act = actOf(entry, entries);
    const by = names.get(entry.recordedBy) ?? null;
    const changes = act === 'amended' ? changesOf(entry, entries) : [];
    return act ? [{ entry: entry.clientId, act, at: entry.recordedAt, by, changes }] : [];
  });
}

/** Links and units are told by name of the field alone; what is text or a day, with what stood there. */
function changesOf({ names, data }: Entry, entries: readonly Entry[]): HistoryLine['changes'] {
  const before = entries.find(({ clientId }) => clientId === names)?.data as DocumentData | undefined;
  if (!before) return [];
  return changeable.flatMap((field) =>
    JSON.stringify(before[field]) === JSON.stringify((data as DocumentData)[field])
      ? []
      : [{ field, before: told(field, before) }],
  );
}

function told(field: Changeable, before: DocumentData): string | null {
  if (field === 'type') return documentTypes[before.type].vi;
  if (field === 'number' || field === 'issuer' || field === 'subject') return before[field];
  return field === 'issuedOn' || field === 'from' || field === 'to' ? formatDay(before[field]) || null : null;
}

type HistoryLine = DocumentView['history'][number];
type HistoryAct = HistoryLine['act'];
const acts: Record<string, HistoryAct> = {
  'document.registered': 'registered',
  'document.amended': 'amended',
  'document.ended': 'ended',
  'document.filed': 'filed',
};

/** What was done, in one word; a taking back by what it took back. */
function actOf({ kind, names }: Entry, entries: readonly Entry[]): HistoryAct | null {
  if (kind !== withdrawal) return acts[kind] ?? null;
  const taken = entries.find(({ clientId }) => clientId === names)?.kind;
  if (taken === 'document.ended') return 'reopened';
  return taken === 'document.filed' ? 'unfiled' : null;
}

async function canDo(db: Queryable, actor: Actor, found: Found): Promise<DocumentAct[]> {
  if (!may(actor, 'document.write', { path: found.scopePath })) return [];
  const used = await sql<{ used: boolean }>`
    select exists (select from document where parent_id = ${found.id}::uuid or replaces_id = ${found.id}::uuid
                   or cites @> array[${found.id}::uuid]) as used`.execute(db);
  const free = !used.rows[0]?.used && (await countCiting(db, found.id)) === 0;
  return ['amend', found.ended ? 'reopen' : 'end', 'file', ...(free ? (['withdraw'] as const) : [])];
}

// Registering and amending documents, ending them, taking them back. What cannot be is refused in words: a document above
// itself, one that carries out a later one, a period that ends before it begins. A number used twice is asked about.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { findUnit, getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { earliest, formatDay, latest } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { countCiting } from './cited.ts';
import {
  closesCircle,
  type DocumentData,
  documentLabel,
  documentStreamOf,
  issuerKey,
  numberKey,
  saysItsKind,
} from './document.ts';
import { documentsSeen, findDocuments, type Found, getDocument } from './document.store.ts';
import type { AmendBody, DocumentBody, EndBody, PlainBody, WithdrawBody, Written } from './view.ts';

/** The turn of whoever makes documents name each other, or takes one away that may be named. */
const chain = 'nguon.document_chain';
const idFrom = (clientId: string): string => derivedId(clientId, 'document');

const dataOf = (body: DocumentBody): DocumentData => ({
  type: body.type,
  number: body.number,
  issuer: body.issuer,
  issuerUnitId: body.issuerUnitId,
  subject: body.subject,
  issuedOn: body.issuedOn,
  from: body.from,
  to: body.to,
  scopeUnitId: body.scopeUnitId,
  parentId: body.parentId,
  replacesId: body.replacesId,
  cites: [...new Set(body.cites)],
});

/** Puts a document into the register. */
export async function recordDocument(db: Db, actor: Actor, body: DocumentBody): Promise<Written> {
  const id = idFrom(body.clientId);
  const stream = documentStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const data = dataOf(body);
    await decideDocument(tx, actor, { id, data, sure: body.sure });
    await append(tx, actor, [
      {
        clientId: body.clientId,
        stream,
        kind: 'document.registered',
        happenedOn: data.issuedOn,
        unitId: data.scopeUnitId,
        data: { ...data },
      },
    ]);
  });
  return writtenOf(db, actor, id);
}

/** The same document with other facts; the earlier ones stay in its history. */
export async function amendDocument(db: Db, actor: Actor, id: string, body: AmendBody): Promise<Written> {
  await actOn(db, actor, { id, ...body }, async (tx, found) => {
    const data = dataOf(body);
    await decideDocument(tx, actor, { id, data, sure: body.sure || sameNumber(data, found) });
    const kept = await keepUnseen(tx, actor, { data, found });
    return [
      {
        ...about(found),
        clientId: body.clientId,
        kind: 'document.amended',
        happenedOn: data.issuedOn,
        unitId: data.scopeUnitId,
        names: found.entry,
        data: { ...kept },
      },
    ];
  });
  return writtenOf(db, actor, id);
}

/** What made somebody look at another document before is as it was. */
const sameNumber = (a: DocumentData, b: DocumentData): boolean =>
  a.number === b.number && a.issuer === b.issuer && a.issuedOn === b.issuedOn && a.type === b.type;

/** Links to documents out of this reader's sight were not shown, so leaving them out says nothing. */
async function keepUnseen(
  tx: Tx,
  actor: Actor,
  { data, found }: { data: DocumentData; found: Found },
): Promise<DocumentData> {
  const seen = await findDocuments(tx, actor, [found.parentId, found.replacesId, ...found.cites]);
  const unseen = (link: string | null) => (link !== null && !seen.has(link) ? link : null);
  return {
    ...data,
    parentId: data.parentId ?? unseen(found.parentId),
    replacesId: data.replacesId ?? unseen(found.replacesId),
    cites: [...data.cites, ...found.cites.filter((link) => !seen.has(link))].slice(0, 20),
  };
}

export async function endDocument(db: Db, actor: Actor, id: string, body: EndBody): Promise<Written> {
  await actOn(db, actor, { id, ...body }, async (_tx, found) => {
    if (found.ended) throw new Stale('documents.ended_already');
    if (found.issuedOn && body.endedOn < earliest(found.issuedOn))
      throw new Invalid('documents.ends_before_issue', {}, { fields: ['endedOn'] });
    const data = { endedOn: body.endedOn, ground: body.ground };
    return [{ ...about(found), clientId: body.clientId, kind: 'document.ended', happenedOn: null, data }];
  });
  return writtenOf(db, actor, id);
}

/** The end was recorded by mistake. */
export async function reopenDocument(db: Db, actor: Actor, id: string, body: PlainBody): Promise<Written> {
  await actOn(db, actor, { id, ...body }, async (_tx, { ended, ...found }) => {
    if (!ended) throw new Stale('ledger.changed_meanwhile');
    return [takenBack(found, body.clientId, ended.entry)];
  });
  return writtenOf(db, actor, id);
}

/** Registered by mistake: it leaves the register, unless something rests on it. */
export async function withdrawDocument(db: Db, actor: Actor, id: string, body: WithdrawBody): Promise<void> {
  await actOn(db, actor, { id, ...body }, async (tx, found) => {
    // Whoever makes another document name it is done before, or finds it gone.
    await takeTurn(tx, chain);
    const count = await usesOf(tx, id);
    if (count > 0) throw new Forbidden('documents.in_use', { count });
    await tx.deleteFrom('document_file').where('document_id', '=', id).execute();
    const ground = { of: body.clientId, ground: body.reason };
    return [
      takenBack(found, body.clientId, found.entry),
      {
        ...about(found),
        clientId: derivedId(body.clientId, 'ground'),
        kind: 'document.ground',
        happenedOn: null,
        data: ground,
      },
    ];
  });
}

/** Documents and acts of other rooms that name it, whoever may see them. */
async function usesOf(db: Queryable, id: string): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*)::int as count from document
    where parent_id = ${id}::uuid or replaces_id = ${id}::uuid or cites @> array[${id}::uuid]`.execute(db);
  return (result.rows[0]?.count ?? 0) + (await countCiting(db, id));
}

type Standing = Pick<Found, 'id' | 'scopeUnitId'>;
const about = ({ id, scopeUnitId }: Standing) => ({ stream: documentStreamOf(id), unitId: scopeUnitId });
export const takenBack = (found: Standing, clientId: string, names: string): NewEntry => ({
  ...about(found),
  clientId,
  kind: withdrawal,
  happenedOn: null,
  names,
  data: {},
});

interface Asked {
  id: string;
  clientId: string;
  version: number;
}

/** One write on a document that stands, by whoever keeps it, on the version he saw. */
export async function actOn(
  db: Db,
  actor: Actor,
  { id, clientId, version }: Asked,
  work: (tx: Tx, found: Found) => Promise<NewEntry[]>,
): Promise<void> {
  const once = { clientId, accountId: actor.accountId, stream: documentStreamOf(id) };
  await write(db, once, async (tx) => {
    const found = await getDocument(tx, actor, id);
    if (!may(actor, 'document.write', { path: found.scopePath })) throw new Missing('access.missing');
    if (found.version !== version) throw new Stale('ledger.changed_meanwhile');
    await append(tx, actor, await work(tx, found));
  });
}

async function writtenOf(db: Queryable, actor: Actor, id: string): Promise<Written> {
  const line = (await findDocuments(db, actor, [id])).get(id);
  // Sent a second time after it was taken back.
  if (!line) throw new Missing('access.missing');
  return { id, label: line.label };
}

interface Draft {
  id: string;
  data: DocumentData;
  sure: boolean;
}

async function decideDocument(tx: Tx, actor: Actor, draft: Draft): Promise<void> {
  const { data } = draft;
  decideDays(data);
  await getUnit(tx, actor, 'document.write', data.scopeUnitId);
  if (data.issuerUnitId !== null) await decideIssuer(tx, actor, data.issuerUnitId);
  // One writer of chains at a time: two amendments cannot make a circle of each other.
  await takeTurn(tx, chain);
  await decideLinks(tx, actor, draft);
  if (!draft.sure) await decideNumber(tx, actor, draft);
}

function decideDays({ issuedOn, from, to }: DocumentData): void {
  if (issuedOn !== null && earliest(issuedOn) > today())
    throw new Invalid('ledger.future_day', { day: formatDay(issuedOn) }, { fields: ['issuedOn'] });
  if (from !== null && to !== null && latest(to) < earliest(from))
    throw new Invalid('documents.period_order', {}, { fields: ['to'] });
}

/** The unit that issued it stands in the tree: within reach, or above the reader. */
async function decideIssuer(tx: Tx, actor: Actor, id: number): Promise<void> {
  const unit = await findUnit(tx, id);
  const above = unit && actor.unitPath?.startsWith(unit.path);
  if (!unit || !(above || may(actor, 'unit.read', { path: unit.path }))) throw new Missing('access.missing');
}

async function decideLinks(tx: Tx, actor: Actor, { id, data }: Draft): Promise<void> {
  const { parentId, replacesId, cites } = data;
  const named = [parentId, replacesId, ...cites].filter((link) => link !== null);
  const seen = await findDocuments(tx, actor, named);
  if (named.includes(id)) throw new Invalid('documents.names_itself');
  if (named.some((link) => !seen.has(link))) throw new Missing('access.missing');
  for (const [field, link] of Object.entries({ parentId, replacesId })) {
    const of = link === null ? undefined : seen.get(link);
    if (of?.issuedOn && data.issuedOn && earliest(of.issuedOn) > latest(data.issuedOn))
      throw new Invalid('documents.link_later', { label: of.label }, { fields: [field] });
  }
  await decideChain(tx, { id, start: parentId, column: 'parent_id' });
  await decideChain(tx, { id, start: replacesId, column: 'replaces_id' });
}

interface Chain {
  id: string;
  start: string | null;
  column: 'parent_id' | 'replaces_id';
}

async function decideChain(tx: Tx, { id, start, column }: Chain): Promise<void> {
  if (start === null) return;
  const link = sql.ref(column);
  const result = await sql<{ id: string; up: string | null }>`
    with recursive chain (id, up, steps) as (
      select id, ${link}, 1 from document where id = ${start}::uuid
      union all
      select d.id, d.${link}, steps + 1 from chain join document d on d.id = chain.up where steps < 40)
    select id, up from chain`.execute(tx);
  const above = new Map(result.rows.map((row) => [row.id, row.up]));
  const field = column === 'parent_id' ? 'parentId' : 'replacesId';
  if (closesCircle(id, start, above)) throw new Invalid('documents.circle', {}, { fields: [field] });
}

/** The same number by the same issuer in the same year: shown, and written only when that one was looked at. */
async function decideNumber(tx: Tx, actor: Actor, { id, data }: Draft): Promise<void> {
  const { number, issuer, issuedOn, type } = data;
  if (number === null || issuedOn === null) return;
  const rows = await sql<DocumentData & { id: string }>`
    select document.id, document.type, number, issuer, subject, issued_on as "issuedOn"
    from document join unit scope on scope.id = document.scope_unit_id
    where number_key = ${numberKey(number)} and issuer_key = ${issuerKey(issuer)}
      and left(issued_on, 4) = ${issuedOn.slice(0, 4)} and document.id <> ${id}::uuid
      and (${saysItsKind(number)} or document.type = ${type}) and ${documentsSeen(actor)}
    limit 5`.execute(tx);
  if (rows.rows.length === 0) return;
  const alike = rows.rows.map((row) => ({ id: row.id, label: documentLabel(row), subject: row.subject }));
  throw new Invalid('documents.number_used', { number, label: alike[0]?.label ?? '' }, { alike });
}

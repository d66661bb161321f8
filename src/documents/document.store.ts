// Documents in the database: the stream of each, the current row folded from it, and finding those that a reader may
// see – by id, for every room that cites documents.
import { type RawBuilder, sql } from 'kysely';
import { type Reach, reach } from '../org/access.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { goBeside } from '../platform/write/turns.ts';
import {
  type Document,
  documentId,
  documentKinds,
  documentLabel,
  documentStreamOf,
  foldDocument,
  issuerKey,
  type Named,
  numberKey,
  searchOf,
  spanOf,
} from './document.ts';

declare module '../platform/db.ts' {
  interface Tables {
    document: {
      id: string;
      entry: string;
      province_id: string;
      type: Named['type'];
      number: string | null;
      number_key: string | null;
      issuer: string;
      issuer_key: string;
      issuer_unit_id: number | null;
      subject: string;
      search: string;
      issued_on: string | null;
      period_from: string | null;
      period_to: string | null;
      from_on: string | null;
      to_on: string | null;
      ended_on: string | null;
      scope_unit_id: number;
      parent_id: string | null;
      replaces_id: string | null;
      cites: string[];
      file_entry: string | null;
      version: number;
    };
    document_file: {
      entry: string;
      document_id: string;
      media: string;
      size: number;
      sha256: string;
      sealed: Buffer;
    };
  }
}

export const documentStream: Stream = {
  prefix: 'document',
  kinds: documentKinds,
  tables: ['document'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const streams = ids.map(documentStreamOf);
  const entries = await entriesOf(tx, streams);
  const documents = [...entries].flatMap(([stream, own]) => foldDocument(documentId(stream), own) ?? []);
  await sql`delete from document where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into document
    select r.id, r.entry, p.province_id, r.type, r.number, r.number_key, r.issuer, r.issuer_key, r.issuer_unit_id,
           r.subject, r.search, r.issued_on, r.period_from, r.period_to, r.from_on, r.to_on, r.ended_on,
           r.scope_unit_id, r.parent_id, r.replaces_id, r.cites, r.file_entry, r.version
    from jsonb_populate_recordset(null::document, ${JSON.stringify(documents.map(rowOf))}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${streams})
          order by stream, version) as p on p.stream = 'document:' || r.id`.execute(tx);
}

function rowOf(document: Document) {
  const { fromOn, toOn } = spanOf(document);
  return {
    id: document.id,
    entry: document.entry,
    type: document.type,
    number: document.number,
    number_key: document.number === null ? null : numberKey(document.number),
    issuer: document.issuer,
    issuer_key: issuerKey(document.issuer),
    issuer_unit_id: document.issuerUnitId,
    subject: document.subject,
    search: searchOf(document),
    issued_on: document.issuedOn,
    period_from: document.from,
    period_to: document.to,
    from_on: fromOn,
    to_on: toOn,
    ended_on: document.ended?.on ?? null,
    scope_unit_id: document.scopeUnitId,
    parent_id: document.parentId,
    replaces_id: document.replacesId,
    cites: document.cites,
    file_entry: document.file?.entry ?? null,
    version: document.version,
  };
}

/** The twin of `concerns` in reach.ts; `path` is where the scope of the document stands. */
export function concernsSql(far: Reach, path: RawBuilder<string>): RawBuilder<boolean> {
  if (far.kind === 'everywhere') return sql<boolean>`true`;
  if (far.kind !== 'paths' || far.paths.length === 0) return sql<boolean>`false`;
  return sql<boolean>`(${sql.join(
    far.paths.map((own) => sql`${path} like ${`${own}%`} or ${own} like ${path} || '%'`),
    sql` or `,
  )})`;
}

/** Documents that this reader may read; `scope` is the row of unit that the document concerns. */
export const documentsSeen = (actor: Actor): RawBuilder<boolean> =>
  concernsSql(reach(actor, 'document.read'), sql<string>`scope.path`);

/** A document in one line, as those who cite it show it. */
export interface DocumentLine extends Named {
  id: string;
  /** 'Kế hoạch 130-KH/HU ngày 12/01/2021 của Huyện ủy Vĩnh Lợi' */
  label: string;
}

/** Those of these documents that this reader may read; the others are not in the map. */
export async function findDocuments(
  db: Queryable,
  actor: Actor,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, DocumentLine>> {
  const asked = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (asked.length === 0) return new Map();
  const result = await sql<Named & { id: string }>`
    select document.id, document.type, number, issuer, subject, issued_on as "issuedOn"
    from document join unit scope on scope.id = document.scope_unit_id
    where document.id = any(${asked}::uuid[]) and ${documentsSeen(actor)}`.execute(db);
  return new Map(result.rows.map((row) => [row.id, { ...row, label: documentLabel(row) }]));
}

/**
 * For a write that cites a document: the line, or Missing when it is out of reach. Nobody takes the document back until
 * that write is done, and whoever is taking it back just now is waited for.
 */
export async function getDocumentLine(db: Queryable, actor: Actor, id: string): Promise<DocumentLine> {
  await goBeside(db, documentStreamOf(id));
  const line = (await findDocuments(db, actor, [id])).get(id);
  if (!line) throw new Missing('access.missing');
  return line;
}

export interface Found extends Document {
  scopePath: string;
  scopeName: string;
}

/** The document as its entries make it, when the reader may see it. */
export async function getDocument(db: Queryable, actor: Actor, id: string): Promise<Found> {
  const result = await sql<{ path: string; name: string }>`
    select scope.path, scope.name from document join unit scope on scope.id = document.scope_unit_id
    where document.id = ${id}::uuid and ${documentsSeen(actor)}`.execute(db);
  const [scope] = result.rows;
  const entries = scope && (await entriesOf(db, [documentStreamOf(id)])).get(documentStreamOf(id));
  const document = entries && foldDocument(id, entries);
  if (!document) throw new Missing('access.missing');
  return { ...document, scopePath: scope.path, scopeName: scope.name };
}

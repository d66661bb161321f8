// The file of a document in the database: sealed under a key of this installation, one for each document, named after
// the document and never after what somebody called it on a disk.
import { createHash, hkdfSync } from 'node:crypto';
import { may } from '../org/access.ts';
import { logAccess } from '../platform/audit.ts';
import { openBytes, sealBytes } from '../platform/sealed/cipher.ts';
import type { Db, Tx } from '../platform/db.ts';
import { Missing, Stale, TooLarge } from '../platform/errors.ts';
import type { Actor, Download, Upload } from '../platform/http.ts';
import { documentLabel, type FileData } from './document.ts';
import { type Found, getDocument } from './document.store.ts';
import { fileLimit, mediaOf, mediaTypes } from './file.ts';
import { actOn, takenBack } from './write.store.ts';
import type { PlainBody } from './view.ts';

let fileKey: Buffer | null = null;

/** Puts the key of this installation into force for the files of documents. */
export function useDocumentFiles(masterKey: Buffer): void {
  fileKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'nguon document file 1', 32));
}

function key(): Buffer {
  if (!fileKey) throw new Error('files of documents have no key');
  return fileKey;
}

/** Throws before anything is read when this reader may not put a file there. */
export async function decideFiling(db: Db, actor: Actor, id: string): Promise<Found> {
  const found = await getDocument(db, actor, id);
  if (!may(actor, 'document.write', { path: found.scopePath })) throw new Missing('access.missing');
  return found;
}

/** The upload in memory, up to the limit; a broken line throws and nothing is kept. */
export async function collect(upload: Upload): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of upload.stream) {
    size += (part as Buffer).length;
    if (size > fileLimit) throw new TooLarge('documents.file_too_large', { limit: fileLimit / 1024 / 1024 });
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

export interface Filing {
  clientId: string;
  version: number;
  fileName: string;
  bytes: Buffer;
}

/** Files it, in the place of the one before. */
export async function fileDocument(db: Db, actor: Actor, id: string, filing: Filing): Promise<void> {
  const { clientId, bytes, version } = filing;
  const media = mediaOf(bytes, filing.fileName);
  const data: FileData = {
    media,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  await actOn(db, actor, { id, clientId, version }, async (tx, found) => {
    await dropFile(tx, id);
    await tx
      .insertInto('document_file')
      .values({ ...data, entry: clientId, document_id: id, sealed: sealBytes(key(), bytes, id) })
      .execute();
    const about = { stream: `document:${id}`, unitId: found.scopeUnitId, happenedOn: null };
    return [
      { ...about, clientId, kind: 'document.filed', names: found.file?.entry ?? null, data: { ...data } },
    ];
  });
}

export async function unfileDocument(db: Db, actor: Actor, id: string, body: PlainBody): Promise<void> {
  await actOn(db, actor, { id, ...body }, async (tx, found) => {
    if (!found.file) throw new Stale('ledger.changed_meanwhile');
    await dropFile(tx, id);
    return [takenBack(found, body.clientId, found.file.entry)];
  });
}

const dropFile = (tx: Tx, id: string) =>
  tx.deleteFrom('document_file').where('document_id', '=', id).execute();

/** The file as it was brought; who took it stands in the access log. */
export async function openDocumentFile(db: Db, actor: Actor, id: string): Promise<Download> {
  const found = await getDocument(db, actor, id);
  const row = await db
    .selectFrom('document_file')
    .select(['sealed', 'media'])
    .where('document_id', '=', id)
    .executeTakeFirst();
  if (!row || !found.file) throw new Missing('documents.no_file');
  await logAccess(db, actor, { action: 'open', subject: 'document_file', subjectId: id });
  const name = documentLabel(found)
    .replace(/[\\/:*?"<>|“”]+/g, '-')
    .slice(0, 120);
  const body = openBytes(key(), row.sealed, id);
  return { download: { fileName: `${name}.${found.file.media}`, type: mediaTypes[found.file.media], body } };
}

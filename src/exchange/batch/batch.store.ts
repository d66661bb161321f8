// The life of one workbook: received, read, previewed, run or cancelled, undone. A run is one transaction; if the
// server dies in the middle nothing was written, and the workbook says so.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { reach, within } from '../../org/access.ts';
import type { Db, Generated, Tx } from '../../platform/db.ts';
import { Failure, Forbidden, Invalid, Missing, Stale } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { newId } from '../../platform/ids.ts';
import { append, project, type Stream } from '../../platform/ledger.ts';
import { write, writeAlone } from '../../platform/write/once.ts';
import type { Json } from '../../platform/tables.ts';
import type { Kind } from '../../intake/kinds.ts';
import { saveMapping, type SavedMapping, type TableMapping } from '../../intake/mapping.ts';
import { applyPlan, type Phase } from './apply.store.ts';
import { batchEntry, batchKinds, type BatchState } from './batch.ts';
import type { Choices } from './plan.ts';
import { compareBatch, previewPlan, readBatch } from './planning.store.ts';
import { refuseEntered, refuseRecorded } from './meanwhile.store.ts';
import { countWrites, type Preview } from './preview.ts';
import { sealFile } from './reading/reader.store.ts';
import { laterTouches } from './touches.store.ts';

declare module '../../platform/db.ts' {
  interface Tables {
    batch: {
      id: string;
      province_id: string;
      unit_id: number;
      file_name: string;
      file_hash: string;
      file: Buffer | null;
      state: BatchState;
      mapping: Json<Wishes> | null;
      preview: Json<Preview> | null;
      counts: Json<Record<string, number>> | null;
      failure: Json<{ code: string; params: Record<string, string | number> }> | null;
      created_at: Generated<string>;
      created_by: string;
      office_id: number | null;
      finished_at: string | null;
    };
    batch_row: { batch_id: string; row_key: string; stream: string; content: Json<Record<string, string>> };
    column_mapping: {
      fingerprint: string;
      kind: string;
      mapping: Json<SavedMapping>;
      saved_at: Generated<string>;
      saved_by: string;
    };
  }
}

/** What the officer said about the file: its kind, corrected columns, choices for single lines. */
export interface Wishes {
  kind: Kind | null;
  mappings: TableMapping[];
  choices: Choices;
}

export const batchStream: Stream = {
  prefix: 'batch',
  kinds: batchKinds,
  tables: [],
  project: async () => undefined,
};

export interface Progress {
  phase: 'reading' | 'comparing' | Phase;
  done: number;
  total: number;
}
interface Running extends Progress {
  cancelled: boolean;
  finished: Promise<void>;
}
const running = new Map<string, Running>();
export const progressOf = (id: string): Progress | null => running.get(id) ?? null;
/** For tests and the CLI: until nothing is under way for this workbook. */
export const settled = async (id: string): Promise<void> => running.get(id)?.finished;

export async function receiveFile(
  db: Db,
  actor: Actor,
  upload: { fileName: string; bytes: Buffer; kind: Kind | null },
): Promise<string> {
  if (!actor.unitId) throw new Forbidden('access.not_this_office');
  await putAwayOld(db);
  const id = newId();
  await db
    .insertInto('batch')
    .values({
      id,
      province_id: actor.provinceId,
      unit_id: actor.unitId,
      file_name: upload.fileName.slice(0, 200),
      file_hash: createHash('sha256').update(upload.bytes).digest('hex'),
      file: sealFile(id, upload.bytes),
      state: 'reading',
      mapping: JSON.stringify({ kind: upload.kind, mappings: [], choices: {} } satisfies Wishes),
      created_by: actor.accountId,
      office_id: actor.officeId,
    })
    .execute();
  start(db, id, () => previewBatch(db, actor, id));
  return id;
}

/** Runs in the background; a failure becomes the state of the workbook, in words. */
function start(db: Db, id: string, work: () => Promise<void>): void {
  const run: Running = { phase: 'reading', done: 0, total: 0, cancelled: false, finished: Promise.resolve() };
  running.set(id, run);
  run.finished = work()
    .catch((cause: unknown) => fail(db, id, cause))
    .finally(() => {
      // What was started next under the same id is not ours to end.
      if (running.get(id) === run) running.delete(id);
    });
}

async function fail(db: Db, id: string, cause: unknown): Promise<void> {
  const cancelled = running.get(id)?.cancelled ?? false;
  const { code, params } = cause instanceof Failure ? cause : new Failure('Invalid', 'exchange.failed');
  const failed = {
    state: 'failed' as const,
    preview: null,
    failure: JSON.stringify({ code, params }),
    finished_at: sql<string>`now()`,
  };
  await db
    .updateTable('batch')
    .set(cancelled ? aside : code.startsWith('exchange.file_') ? { ...failed, file: null } : failed)
    .where('id', '=', id)
    .where('state', 'in', ['reading', 'running'])
    .execute();
}

/** Put aside for good: neither the file is kept nor what was read of it. */
const aside = {
  state: 'cancelled' as const,
  file: null,
  preview: null,
  failure: null,
  finished_at: sql<string>`now()`,
};

/** Workbooks nobody came back to are put aside, and what was read of old ones goes: names are kept on the roll. */
export async function putAwayOld(db: Db): Promise<void> {
  const old = sql<boolean>`created_at < now() - make_interval(days => ${keptDays})`;
  await db
    .updateTable('batch')
    .set(aside)
    .where('state', 'in', ['previewed', 'failed'])
    .where('file', 'is not', null)
    .where(old)
    .execute();
  await db
    .updateTable('batch')
    .set({ preview: null })
    .where('state', 'in', ['done', 'failed'])
    .where('preview', 'is not', null)
    .where(old)
    .execute();
}
const keptDays = 30;

async function previewBatch(db: Db, actor: Actor, id: string): Promise<void> {
  const read = await readBatch(db, actor, id);
  note(id, 'comparing', 0, 0);
  const planned = await compareBatch(db, actor, id, read);
  const preview = await previewPlan(db, actor, planned);
  note(id, 'comparing', 0, 0);
  await db
    .updateTable('batch')
    .set({ state: 'previewed', preview: JSON.stringify(preview), failure: null })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute();
}

function note(id: string, phase: Progress['phase'], done: number, total: number): void {
  const run = running.get(id);
  if (run) Object.assign(run, { phase, done, total });
  if (run?.cancelled) throw new Invalid('exchange.cancelled');
}

/** A workbook within reach, or Missing. */
export async function getBatch(db: Db, actor: Actor, action: string, id: string) {
  const row = await db
    .selectFrom('batch')
    .innerJoin('unit', 'unit.id', 'batch.unit_id')
    .selectAll('batch')
    .select(['unit.path', 'unit.name as unit_name'])
    .where('batch.id', '=', id)
    .executeTakeFirst();
  if (!row || !within(reach(actor, action), { path: row.path })) throw new Missing('access.missing');
  return row;
}

/** Corrected columns and choices: the workbook is read anew; a corrected heading is remembered when wanted. */
export async function correctBatch(
  db: Db,
  actor: Actor,
  id: string,
  wishes: Wishes & { remember: boolean },
): Promise<void> {
  await getOwnBatch(db, actor, id);
  const { kind, mappings, choices } = wishes;
  const claimed = await db
    .updateTable('batch')
    .set({ state: 'reading', mapping: JSON.stringify({ kind, mappings, choices }) })
    .where('id', '=', id)
    .where('state', 'in', ['previewed', 'failed'])
    .where('file', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (!claimed) throw new Invalid('exchange.not_now');
  if (wishes.remember) await rememberMappings(db, actor, mappings);
  start(db, id, () => previewBatch(db, actor, id));
}

/** Reading and writing stand on the reach of the office that brought the workbook: another unit's would read it otherwise. */
async function getOwnBatch(db: Db, actor: Actor, id: string): Promise<void> {
  const batch = await getBatch(db, actor, 'import.run', id);
  if (batch.unit_id !== actor.unitId) throw new Forbidden('exchange.other_unit');
}

async function rememberMappings(db: Db, actor: Actor, mappings: readonly TableMapping[]): Promise<void> {
  for (const mapping of mappings) {
    const saved = mapping.uses.length > 0 ? saveMapping(mapping) : null;
    if (!saved) continue;
    const values = { kind: saved.kind, mapping: JSON.stringify(saved), saved_by: actor.accountId };
    await db
      .insertInto('column_mapping')
      .values({ fingerprint: mapping.fingerprint, ...values })
      .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(values))
      .execute();
  }
}

/** Starts writing; a second click finds it started. */
export async function runBatch(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  await getOwnBatch(db, actor, id);
  const claimed = await db
    .updateTable('batch')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', '=', 'previewed')
    .returning('id')
    .executeTakeFirst();
  if (claimed) start(db, id, () => inTurn(() => writeBatch(db, actor, id, clientId)));
}

/** One workbook is compared and written after the other, so that none misses what the one before it brought. */
let last: Promise<unknown> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

async function writeBatch(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  const once = { clientId, accountId: actor.accountId, stream: `batch:${id}` };
  const read = await readBatch(db, actor, id);
  // Compared within the write: meanwhile no unit ends, and nobody is erased.
  const done = await write(db, once, async (tx) => {
    note(id, 'comparing', 0, 0);
    const planned = await compareBatch(tx, actor, id, read);
    const { plan, making } = planned;
    const made = await applyPlan(tx, plan, {
      ...making,
      by: actor,
      step: async (phase, at, total) => {
        note(id, phase, at, total);
        // Lets other requests in between two chunks.
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    note(id, 'comparing', 0, 0);
    await refuseRecorded(tx, actor, id, planned);
    await refuseEntered(tx, actor, planned);
    note(id, 'comparing', 0, 0);
    const counts = { ...countWrites(plan, made), changed: made.changed };
    const about = { clientId, batchId: id, unitId: actor.unitId as number };
    await append(tx, actor, [batchEntry('batch.imported', about, counts)]);
    await finish(tx, id, { state: 'done', counts: JSON.stringify(counts) });
  }).catch((error: unknown) => {
    // Somebody else was first to write about one of its persons.
    throw error instanceof Stale ? new Invalid('exchange.recorded_meanwhile') : error;
  });
  if (done.repeated) throw new Invalid('ledger.client_id_taken');
}

async function finish(
  tx: Tx,
  id: string,
  ended: { state: 'done'; counts: string } | { state: 'undone'; preview: null },
): Promise<void> {
  await tx
    .updateTable('batch')
    .set({ ...ended, file: null, finished_at: sql<string>`now()` })
    .where('id', '=', id)
    .execute();
}

/** Stops what is under way, or puts the workbook aside; what has been written stays written. */
export async function cancelBatch(db: Db, actor: Actor, id: string): Promise<void> {
  await getBatch(db, actor, 'import.run', id);
  const run = running.get(id);
  if (run) run.cancelled = true;
  await db
    .updateTable('batch')
    .set(aside)
    .where('id', '=', id)
    .where('state', 'in', ['previewed', 'failed'])
    .execute();
}

/** One reversing entry; offered only while nothing later rests on what the workbook brought. */
export async function undoBatch(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  const batch = await getBatch(db, actor, 'import.undo', id);
  const once = { clientId, accountId: actor.accountId, stream: `batch:${id}` };
  // Nothing is recorded meanwhile that would rest on what goes.
  await writeAlone(db, once, async (tx) => {
    const held = await tx.selectFrom('batch').select('state').where('id', '=', id).executeTakeFirst();
    if (held?.state !== 'done') throw new Invalid('exchange.not_now');
    const later = await laterTouches(tx, actor, id);
    if (later.length > 0) throw new Invalid('exchange.undo_touched', { count: later.length }, later);
    await append(tx, actor, [
      batchEntry('batch.undone', { clientId, batchId: id, unitId: batch.unit_id }, {}),
    ]);
    await finish(tx, id, { state: 'undone', preview: null });
    const touched = await sql<{ stream: string }>`
      select distinct stream from ledger where batch = ${id}::uuid`.execute(tx);
    await project(
      tx,
      touched.rows.map((row) => row.stream),
    );
  });
}

/** A server that died while a workbook was being read or written: nothing of it was written. */
export async function sayInterrupted(db: Db): Promise<void> {
  await putAwayOld(db);
  await db
    .updateTable('batch')
    .set({
      state: 'failed',
      preview: null,
      failure: JSON.stringify({ code: 'exchange.interrupted', params: {} }),
      finished_at: sql<string>`now()`,
    })
    .where('state', 'in', ['reading', 'running'])
    .execute();
}

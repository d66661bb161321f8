// The life of one workbook: received, read, previewed, run or cancelled, undone. A run is one transaction; if the
// server dies in the middle nothing was written, and the workbook says so.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { law } from '../../admission/law.ts';
import { reach, within } from '../../org/access.ts';
import { reachSql } from '../../org/access.store.ts';
import { profile } from '../../org/profile.store.ts';
import { today } from '../../platform/clock.ts';
import type { Db, Generated, Tx } from '../../platform/db.ts';
import { Failure, Forbidden, Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { newId } from '../../platform/ids.ts';
import { append, project, type Stream, write } from '../../platform/ledger.ts';
import type { Json } from '../../platform/tables.ts';
import { fold } from '../../platform/text.ts';
import type { Intake } from '../../intake/intake.ts';
import type { Kind } from '../../intake/kinds.ts';
import { saveMapping, type SavedMapping, type TableMapping } from '../../intake/mapping.ts';
import type { Issue } from '../../intake/rows.ts';
import { actEntries, applyPlan, type Phase } from './apply.store.ts';
import { batchEntry, batchKinds, type BatchState } from './batch.ts';
import { type Making, makePerson } from './entries.ts';
import { heldPeople, heldUnits, knownRows, takenOverOf } from './holdings.store.ts';
import { keysOf, knownPeople, makePlan } from './make-plan.ts';
import type { Choices, Plan } from './plan.ts';
import { countWrites, type Preview, previewOf } from './preview.ts';
import { keyed, readIntake } from './reader.store.ts';
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
  const id = newId();
  await db
    .insertInto('batch')
    .values({
      id,
      province_id: actor.provinceId,
      unit_id: actor.unitId,
      file_name: upload.fileName.slice(0, 200),
      file_hash: createHash('sha256').update(upload.bytes).digest('hex'),
      file: upload.bytes,
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
  const finished = work()
    .catch((cause: unknown) => fail(db, id, cause))
    .finally(() => running.delete(id));
  running.set(id, { phase: 'reading', done: 0, total: 0, cancelled: false, finished });
}

async function fail(db: Db, id: string, cause: unknown): Promise<void> {
  const cancelled = running.get(id)?.cancelled ?? false;
  const failure =
    cause instanceof Failure
      ? { code: cause.code, params: cause.params }
      : { code: 'exchange.failed', params: {} };
  await db
    .updateTable('batch')
    .set({
      state: cancelled ? 'cancelled' : 'failed',
      // Put aside for good: what was stopped is not kept.
      ...(cancelled ? { file: null } : {}),
      failure: cancelled ? null : JSON.stringify(failure),
      finished_at: sql<string>`now()`,
    })
    .where('id', '=', id)
    .execute();
}

async function previewBatch(db: Db, actor: Actor, id: string): Promise<void> {
  const { intake, plan, making } = await planBatch(db, actor, id);
  const troubles = [
    ...plan.people.flatMap((person) => makePerson(person, making).issues),
    ...(await alikeOutside(db, actor, plan)),
  ];
  const preview = previewOf(intake, plan, troubles);
  await db
    .updateTable('batch')
    .set({ state: 'previewed', preview: JSON.stringify(preview), failure: null })
    .where('id', '=', id)
    .execute();
}

async function planBatch(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ intake: Intake; plan: Plan; making: Making }> {
  const row = await db
    .selectFrom('batch')
    .select(['file', 'file_name', 'mapping'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.file) throw new Missing('exchange.file_gone');
  const wishes = row.mapping ?? { kind: null, mappings: [], choices: {} };
  const wanted = { file: row.file, fileName: row.file_name, kind: wishes.kind, mappings: wishes.mappings };
  const intake = await readIntake(db, actor, wanted);
  note(id, 'comparing', 0, 0);
  const known = await knownRows(db, keysOf(intake).map(keyed));
  const [units, people] = [await heldUnits(db, actor), await heldPeople(db, actor)];
  const takenOver = await takenOverOf(db, knownPeople(known));
  const plan = makePlan({
    intake,
    holdings: { people, known, keyed, choices: wishes.choices },
    units,
    ownUnitId: actor.unitId as number,
    takenOver: (personId) => takenOver.get(personId) ?? { member: null, dossier: null },
    today: today(),
  });
  return { intake, plan, making: await makingFor(db, actor, id, plan) };
}

/** Units that do not exist yet stand in the preview under numbers that no unit has. */
async function makingFor(db: Db, actor: Actor, id: string, plan: Plan): Promise<Making> {
  const entries = await actEntries(db, plan);
  return {
    batchId: id,
    provinceId: actor.provinceId,
    officeId: actor.officeId,
    today: today(),
    law: law(),
    profile: await profile(db),
    unitId: (ref) => ('id' in ref ? ref.id : 2_147_483_647),
    entriesOf: (personId) => entries.get(`person:${personId}`) ?? [],
  };
}

/** People of the same name and birth outside the officer's reach: only that they exist, not where or as what. */
async function alikeOutside(db: Db, actor: Actor, plan: Plan): Promise<Issue[]> {
  const fresh = plan.people.filter((person) => person.isNew && person.bornOn?.length === 10);
  const inReach = reachSql(reach(actor, 'person.read'), { path: sql<string>`unit.path` });
  const result = await sql<{ at: number }>`
    select distinct given.at::int as at
    from unnest(${fresh.map((person) => fold(person.name))}::text[], ${fresh.map((person) => person.bornOn)}::text[])
         with ordinality as given(name_key, born_on, at)
    join person on person.name_key = given.name_key and person.born_on = given.born_on
    join unit on unit.id = person.unit_id
    where not ${inReach}`.execute(db);
  return result.rows.map(({ at }) => ({
    severity: 'warning' as const,
    code: 'exchange.alike_outside',
    sheet: '',
    cell: null,
    params: { name: fresh[at - 1]?.name ?? '' },
  }));
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
  const batch = await getBatch(db, actor, 'import.run', id);
  if (running.has(id) || !['previewed', 'failed'].includes(batch.state))
    throw new Invalid('exchange.not_now');
  if (wishes.remember) await rememberMappings(db, actor, wishes.mappings);
  const { kind, mappings, choices } = wishes;
  await db
    .updateTable('batch')
    .set({ state: 'reading', mapping: JSON.stringify({ kind, mappings, choices }) })
    .where('id', '=', id)
    .execute();
  start(db, id, () => previewBatch(db, actor, id));
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
  await getBatch(db, actor, 'import.run', id);
  const claimed = await db
    .updateTable('batch')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', '=', 'previewed')
    .returning('id')
    .executeTakeFirst();
  if (claimed) start(db, id, () => writeBatch(db, actor, id, clientId));
}

async function writeBatch(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  const { plan, making } = await planBatch(db, actor, id);
  const once = { clientId, accountId: actor.accountId, stream: `batch:${id}` };
  const done = await write(db, once, async (tx) => {
    await applyPlan(tx, plan, {
      ...making,
      by: actor,
      step: async (phase, at, total) => {
        note(id, phase, at, total);
        // Lets other requests in between two chunks.
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    const changed = plan.lines.filter((line) => line.action === 'change').length;
    const counts = { ...countWrites(plan), changed };
    const about = { clientId, batchId: id, unitId: actor.unitId as number };
    await append(tx, actor, [batchEntry('batch.imported', about, counts)]);
    await finish(tx, id, 'done', counts);
  });
  if (done.repeated) throw new Invalid('ledger.client_id_taken');
}

async function finish(
  tx: Tx,
  id: string,
  state: BatchState,
  counts: Record<string, number> | null,
): Promise<void> {
  await tx
    .updateTable('batch')
    .set({
      state,
      file: null,
      finished_at: sql<string>`now()`,
      ...(counts ? { counts: JSON.stringify(counts) } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Stops what is under way, or puts the workbook aside; what has been written stays written. */
export async function cancelBatch(db: Db, actor: Actor, id: string): Promise<void> {
  const batch = await getBatch(db, actor, 'import.run', id);
  const run = running.get(id);
  if (run) run.cancelled = true;
  else if (['previewed', 'failed'].includes(batch.state))
    await db.transaction().execute((tx) => finish(tx, id, 'cancelled', null));
}

/** One reversing entry; offered only while nothing later rests on what the workbook brought. */
export async function undoBatch(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  const batch = await getBatch(db, actor, 'import.undo', id);
  const once = { clientId, accountId: actor.accountId, stream: `batch:${id}` };
  await write(db, once, async (tx) => {
    const held = await tx
      .selectFrom('batch')
      .select('state')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (held?.state !== 'done') throw new Invalid('exchange.not_now');
    const later = await laterTouches(tx, id);
    if (later.length > 0) throw new Invalid('exchange.undo_touched', { count: later.length }, later);
    await append(tx, actor, [
      batchEntry('batch.undone', { clientId, batchId: id, unitId: batch.unit_id }, {}),
    ]);
    await finish(tx, id, 'undone', null);
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
  await db
    .updateTable('batch')
    .set({
      state: 'failed',
      failure: JSON.stringify({ code: 'exchange.interrupted', params: {} }),
      finished_at: sql<string>`now()`,
    })
    .where('state', 'in', ['reading', 'running'])
    .execute();
}

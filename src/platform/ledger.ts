// The ledger: what happened is appended here, in the same transaction as the current rows folded from it.
// Rooms declare their streams (kinds of entry, the fold to rows); this file knows none of them by name.
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import {
  among,
  type Db,
  type Generated,
  type JsonValue,
  type Queryable,
  type Rows,
  together,
  type Tx,
} from './db.ts';
import { withdrawal } from './effective.ts';
import type { Entry, NewEntry } from './entry.ts';
import { Invalid, isDeadlock, Stale } from './errors.ts';
import { letGo, letGoOf } from './held.ts';
import { insertSql } from './write/insert.ts';
import { aloneIfFreeSql, aloneSql, besideSql } from './write/turns.ts';
import { answered, hasBegun, isRefused, send } from './write/unanswered.ts';

declare module './db.ts' {
  interface Tables {
    ledger: {
      position: Generated<number>;
      client_id: string;
      stream: string;
      version: number;
      kind: string;
      happened_on: string | null;
      recorded_at: Generated<string>;
      recorded_by: string;
      office_id: number | null;
      province_id: string;
      unit_id: number | null;
      person_id: string | null;
      ruleset: string | null;
      names: string | null;
      batch: string | null;
      data: JsonValue;
    };
  }
}

/** Who writes: stamped on every entry. */
export interface Recorder {
  accountId: string;
  officeId: number | null;
  provinceId: string;
}

export interface Stream {
  prefix: string;
  /** Schema of `data` by kind; a test refuses names and free text in them. */
  kinds: Record<string, z.ZodType>;
  /** Current tables of this stream, dropped and made again by `rebuild`. */
  tables: string[];
  /** Writes the current rows of these streams from their entries (all entries, not only the new ones). */
  project: (tx: Tx, ids: string[]) => Promise<void>;
}

const streams = new Map<string, Stream>();

/** Declares all streams; the order is the order in which `rebuild` makes them again. */
export function useStreams(list: readonly Stream[]): void {
  streams.clear();
  for (const stream of list) streams.set(stream.prefix, stream);
}

const withdrawn = z.object({});
export const prefixOf = (stream: string): string => stream.slice(0, stream.indexOf(':'));
export const idOf = (stream: string) => stream.slice(stream.indexOf(':') + 1);

function checked(entry: NewEntry): NewEntry {
  const schema =
    entry.kind === withdrawal ? withdrawn : streams.get(prefixOf(entry.stream))?.kinds[entry.kind];
  if (!schema) throw new Error(`no ledger kind ${entry.kind} in ${prefixOf(entry.stream)}`);
  return { ...entry, data: schema.parse(entry.data) as Record<string, unknown> };
}

/** Entries still unseen by the seal may stand above this position while writers are at work. */
let lastPosition = 0;
let writers = 0;
export const settledPosition = (): number | null => (writers === 0 ? lastPosition : null);
const settle = ([made]: readonly { position: number }[]): void => {
  lastPosition = Math.max(lastPosition, made?.position ?? 0);
};
/** A process that has just opened the database counts from what is there. */
export const startFrom = (position: number): void => {
  lastPosition = position;
};

/** A write as its sender names it, and the stream it goes to: ends in ':' where the id is only made by the write. */
export interface Once {
  clientId: string;
  accountId: string;
  stream: string;
}

type Done<T> = { repeated: true } | { repeated: false; result: T };
type Statements = readonly RawBuilder<unknown>[];

/**
 * Runs one write. A repeated client id of the same account gives `repeated` instead of a second entry; one that was
 * used for something else is refused; a stream that somebody else changed meanwhile gives Stale. `reads` are asked in one
 * breath with the beginning, and see what those before have written; the work is given their rows.
 */
export async function write<T, S extends Statements = []>(
  db: Db,
  once: Once,
  work: (tx: Tx, ...read: Rows<S>) => Promise<T>,
  ...reads: S
): Promise<Done<T>> {
  const run = () => within(db, (tx) => inTurn(tx, once, work, reads));
  try {
    // Of two writes that wait for each other the database gives one up; nothing of it stands, and it goes second.
    return await run().catch((error) => (isDeadlock(error) ? run() : Promise.reject(error)));
  } catch (error) {
    // The first sending may have come in between: whatever stopped the second, it is the same write.
    if (await wasWritten(db, once)) return { repeated: true };
    const constraint = uniqueViolation(error);
    if (constraint !== null && raced.has(constraint)) throw new Stale('ledger.changed_meanwhile');
    throw error;
  }
}

/** Of two writers to one stream the second decides on what the first has written; and finds what is his own. */
async function inTurn<T, S extends Statements>(
  tx: Tx,
  once: Once,
  work: (tx: Tx, ...read: Rows<S>) => Promise<T>,
  reads: S,
): Promise<Done<T>> {
  const turn = once.stream.endsWith(':')
    ? behindGate
    : sql`select ${aloneSql(once.stream)}, ${besideSql(gate)}`;
  const [, rows, ...read] = await together(tx, turn, writtenSql(once), ...reads);
  await hasBegun(tx);
  gated.add(tx);
  if (isWritten(once, rows[0])) return { repeated: true };
  return { repeated: false, result: await work(tx, ...(read as Rows<S>)) };
}

/** What two writers at once run into, each of whom found the way free. */
const raced = new Set([
  'ledger_stream_version_key',
  'dossier_open',
  'dossier_pkey',
  'due_pkey',
  'account_person',
  'account_user_name_key',
]);

/** Told after a write was committed, or may have been, with the streams whose rows it made. */
export type Listener = (db: Db, streams: ReadonlySet<string>) => void;
let listener: Listener = () => undefined;
export function onWritten(told: Listener): void {
  listener = told;
}
const touched = new WeakMap<Tx, Set<string>>();

const everything = '*';
const remade = new WeakMap<Tx, Set<string>>();

/** To be told by whoever makes rows again without a new entry: of these streams; null: of any. */
export function madeAgain(tx: Tx, prefixes: readonly string[] | null): void {
  for (const prefix of prefixes ?? [everything]) remade.get(tx)?.add(prefix);
}

/** An import that was taken back may have changed any rows. */
function tell(db: Db, names: ReadonlySet<string>, again: ReadonlySet<string>): void {
  const written = Map.groupBy(names, prefixOf);
  letGo(db, again.has(everything) || written.has('batch') ? null : again);
  letGoOf(db, written);
  if (names.size > 0) listener(db, names);
}

/** Whatever appends runs in here: the seal waits until its rows can be seen, or are gone. */
export const transact = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  within(db, async (tx) => {
    await hasBegun(tx);
    return work(tx);
  });

async function within<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  writers += 1;
  const [names, again] = [new Set<string>(), new Set<string>()];
  let end = async () => undefined as void;
  let worked = false;
  try {
    const result = await db.transaction().execute(async (tx) => {
      touched.set(tx, names);
      remade.set(tx, again);
      end = () => answered(tx);
      const done = await work(tx);
      worked = true;
      return done;
    });
    tell(db, names, again);
    return result;
  } catch (error) {
    // What was sent before and not waited for says better why.
    const failure = await end().then(
      () => error,
      (first: unknown) => first,
    );
    // A connection that broke while it committed: nobody knows whether what was written stands.
    if (worked && !isRefused(failure)) tell(db, names, new Set([everything]));
    throw failure;
  } finally {
    writers -= 1;
  }
}

const gate = 'nguon.ledger';
/** Whoever works alone has finished, or waits until this write has. */
const behindGate = sql`select ${besideSql(gate)}`;
const gated = new WeakSet<Tx>();
const pauseMs = 20;

/**
 * Runs work between two writes: none is under way while it runs. It never queues – it asks again until the way is free –
 * so that writers wait at most for the work itself, and not for each other.
 */
export async function alone<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (;;) {
    const done = await transact(db, async (tx) => {
      const free = await sql<{ free: boolean }>`select ${aloneIfFreeSql(gate)} as free`.execute(tx);
      return free.rows[0]?.free ? { result: await work(tx) } : null;
    });
    if (done) return done.result;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

interface WrittenBy {
  recorded_by: string;
  stream: string;
}
const writtenSql = ({ clientId }: Once): RawBuilder<WrittenBy> =>
  sql<WrittenBy>`select recorded_by, stream from ledger where client_id = ${clientId}::uuid`;
const wasWritten = async (db: Db, once: Once): Promise<boolean> =>
  isWritten(once, (await writtenSql(once).execute(db)).rows[0]);

function isWritten({ accountId, stream }: Once, row: WrittenBy | undefined): boolean {
  if (!row) return false;
  const same = stream.endsWith(':') ? row.stream.startsWith(stream) : row.stream === stream;
  if (row.recorded_by !== accountId || !same) throw new Invalid('ledger.client_id_taken');
  return true;
}

function uniqueViolation(error: unknown): string | null {
  const failure = error as { code?: string; constraint?: string };
  return failure.code === '23505' ? (failure.constraint ?? '') : null;
}

/** Appends entries and brings the current rows of their streams up to date, in this transaction. */
export async function append(tx: Tx, by: Recorder, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const ready = entries.map(checked);
  if (!gated.has(tx)) await send(tx, behindGate);
  gated.add(tx);
  for (let at = 0; at < ready.length; at += 2000) {
    const { answers } = await send(tx, insertSql(by, ready.slice(at, at + 2000)));
    answers.then(([made]) => settle(made)).catch(() => undefined);
  }
  await projectStreams(tx, [...new Set(ready.map(({ stream }) => stream))]);
}

/** Makes the current rows of these streams again, in the order in which the rooms declare them. */
export async function project(tx: Tx, names: readonly string[]): Promise<void> {
  await projectStreams(tx, names);
  await answered(tx);
}

async function projectStreams(tx: Tx, names: readonly string[]): Promise<void> {
  const written = Map.groupBy(names, prefixOf);
  for (const [prefix, stream] of streams) {
    const own = written.get(prefix);
    if (own) await stream.project(tx, own.map(idOf));
  }
  for (const name of names) touched.get(tx)?.add(name);
}

export const batchUndone = 'batch.undone';
/** The imports that were taken back, as a list within a statement. */
export const undoneBatches = sql`(select names from ledger as undone where undone.kind = ${sql.lit(batchUndone)})`;

/**
 * All entries of the named streams in order, by stream, without those of an import that was undone. Streams without
 * entries are absent: their current rows must go.
 */
export async function entriesOf(db: Queryable, names: string[]): Promise<Map<string, Entry[]>> {
  return readEntries((await entriesSql(names).execute(db)).rows);
}

/** The same as a statement, to be sent together with others, and how its rows are read. */
export const entriesSql = (names: string[]): RawBuilder<LedgerRow> => sql<LedgerRow>`
  select * from ledger where ${among('stream', names, 'text')} and (batch is null or batch not in ${undoneBatches})
  order by position`;
export const readEntries = (rows: readonly LedgerRow[]): Map<string, Entry[]> =>
  Map.groupBy(rows.map(toEntry), (entry) => entry.stream);

export interface LedgerRow {
  position: number;
  client_id: string;
  stream: string;
  version: number;
  kind: string;
  happened_on: string | null;
  recorded_at: string;
  recorded_by: string;
  office_id: number | null;
  unit_id: number | null;
  person_id: string | null;
  ruleset: string | null;
  names: string | null;
  batch: string | null;
  data: JsonValue;
}

export function toEntry(row: LedgerRow): Entry {
  return {
    position: row.position,
    clientId: row.client_id,
    stream: row.stream,
    version: row.version,
    kind: row.kind,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    officeId: row.office_id,
    unitId: row.unit_id,
    personId: row.person_id,
    ruleset: row.ruleset,
    names: row.names,
    batch: row.batch,
    data: row.data as Record<string, unknown>,
  };
}

const rebuildTries = 5;

/**
 * Drops all current rows and makes them again from the ledger and the vault, between two writes. Work behind the writes
 * (lines made again after a change of law) may hold rows meanwhile: if the two wait for each other, it is tried again.
 */
export async function rebuild(db: Db, tries = rebuildTries): Promise<void> {
  try {
    await alone(db, makeAgain);
  } catch (error) {
    if (tries <= 1 || !isDeadlock(error)) throw error;
    await rebuild(db, tries - 1);
  }
}

async function makeAgain(tx: Tx): Promise<void> {
  madeAgain(tx, null);
  const tables = [...streams.values()].flatMap((stream) => stream.tables);
  await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx);
  for (const stream of streams.values()) await projectAll(tx, stream);
  await tx.deleteFrom('setting').where('key', '=', again).execute();
}

async function projectAll(tx: Tx, stream: Stream): Promise<void> {
  const result = await sql<{ stream: string }>`
    select stream from ledger where stream like ${`${stream.prefix}:%`} group by stream
    order by min(position)`.execute(tx);
  const ids = result.rows.map((row) => idOf(row.stream));
  for (let at = 0; at < ids.length; at += 2000) await stream.project(tx, ids.slice(at, at + 2000));
  await answered(tx);
}

/** Set by a migration that changes what is folded: prefixes of the streams whose rows must be made again. */
const again = 'fold_again';

/**
 * Makes the rows of streams again whose tables are newer than the data, once, before anybody is answered. Needs the law
 * in force, for what is folded by it. Gives the prefixes of what was made again.
 */
export async function foldAgain(db: Db): Promise<string[]> {
  const asked = await db.selectFrom('setting').select('value').where('key', '=', again).executeTakeFirst();
  const prefixes = new Set((asked?.value ?? []) as string[]);
  if (prefixes.size === 0) return [];
  await transact(db, async (tx) => {
    madeAgain(tx, [...prefixes]);
    for (const stream of streams.values()) if (prefixes.has(stream.prefix)) await projectAll(tx, stream);
    await tx.deleteFrom('setting').where('key', '=', again).execute();
  });
  return [...prefixes];
}

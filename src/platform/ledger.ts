// The ledger: what happened is appended here, in the same transaction as the current rows folded from it.
// Rooms declare their streams (kinds of entry, the fold to rows); this file knows none of them by name.
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { among, type Db, type Generated, type JsonValue, type Queryable, type Tx } from './db.ts';
import { withdrawal } from './effective.ts';
import { type Entry, idOf, type NewEntry, prefixOf } from './entry.ts';
import { isDeadlock } from './errors.ts';
import { type EntryText, insertSql, textsOf } from './write/insert.ts';
import { crossWrites, inStep, type OfMany } from './write/step.ts';
import { alone, madeAgain, passGate, settle, touch, transact } from './write/transaction.ts';
import { answered, send } from './write/unanswered.ts';

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

function checked(entry: NewEntry): NewEntry {
  const schema =
    entry.kind === withdrawal ? withdrawn : streams.get(prefixOf(entry.stream))?.kinds[entry.kind];
  if (!schema) throw new Error(`no ledger kind ${entry.kind} in ${prefixOf(entry.stream)}`);
  return { ...entry, data: schema.parse(entry.data) as Record<string, unknown> };
}

/** Appends entries and brings the current rows of their streams up to date, in this transaction. */
export async function append(tx: Tx, by: Recorder, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const own = entries.map((entry) => ({ by, entry: checked(entry) }));
  crossWrites(tx, [...new Set(entries.map(({ stream }) => stream))]);
  await inStep(tx, appending, own, async (all) => {
    await appendTexts(tx, textsOf(all.flat()));
    return all.map(() => undefined);
  });
}
const appending = {};

/** Entries checked and put as text, for `appendTexts` elsewhere: nothing is asked of the database. */
export const textsOfEntries = (by: Recorder, entries: readonly NewEntry[]): EntryText[] =>
  textsOf(entries.map((entry) => ({ by, entry: checked(entry) })));

/** Appends what was put as text before, as `append` does; by itself, in no group. */
export async function appendTexts(tx: Tx, texts: readonly EntryText[]): Promise<void> {
  await passGate(tx);
  for (const text of texts) {
    const { answers } = await send(tx, insertSql(text));
    answers.then(([made]) => settle(made)).catch(() => undefined);
  }
  await projectStreams(tx, [...new Set(texts.flatMap(({ streams: names }) => names))]);
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
  touch(tx, names);
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
/** The same of streams by what is behind their prefix. */
export const entriesOfMany = (streamOf: (id: string) => string): OfMany<LedgerRow> => ({
  sql: (ids) => entriesSql(ids.map(streamOf)),
  of: ({ stream }) => idOf(stream),
});
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

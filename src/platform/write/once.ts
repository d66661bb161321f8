// A write as people send it: once, however often it is sent, and after whoever writes to the same stream.
import { type RawBuilder, sql } from 'kysely';
import { among, type Db, type Queryable, together, type Tx } from '../db.ts';
import { idOf } from '../entry.ts';
import { Invalid, isDeadlock, Stale } from '../errors.ts';
import { type Asked, ownOf, type RowsOfMany } from './step.ts';
import { alone, behindGate, hasPassed, inTransaction } from './transaction.ts';
import { aloneSql } from './turns.ts';
import { hasBegun } from './unanswered.ts';

/** A write as its sender names it, and the stream it goes to: ends in ':' where the id is only made by the write. */
export interface Once {
  clientId: string;
  accountId: string;
  stream: string;
}

export type Done<T> = { repeated: true } | { repeated: false; result: T };
/** What a write does; it may be done again, from the beginning, when nothing of it stands. */
export type Work<T, S extends Asked> = (tx: Tx, ...read: RowsOfMany<S>) => Promise<T>;

export interface Writing {
  once: Once;
  work: Work<unknown, Asked>;
  asked: Asked;
}

/**
 * Runs one write. A repeated client id of the same account gives `repeated` instead of a second entry; one that was
 * used for something else is refused; a stream that somebody else changed meanwhile gives Stale. What is asked about the
 * stream's own goes in one breath with the beginning, and sees what those before have written; the work is given the rows.
 */
export async function write<T, S extends Asked = []>(
  db: Db,
  once: Once,
  work: Work<T, S>,
  ...asked: S
): Promise<Done<T>> {
  const writing = { once, work, asked } as unknown as Writing;
  return runOnce(db, once, () =>
    inTransaction(db, async (tx) => {
      const goOn = await begin(tx, [writing], turnSql(once));
      return (await goOn(writing)) as Done<T>;
    }),
  );
}

/**
 * The same between two writes: for rare acts on which any other may rest. Whoever wrote before has been seen by its work, and
 * whoever comes after sees what it wrote. Busy where the others leave no gap for long, as a large import does.
 */
export const writeAlone = <T>(db: Db, once: Once, work: Work<T, []>): Promise<Done<T>> =>
  runOnce(db, once, () =>
    alone(
      db,
      async (tx) => {
        const goOn = await begin(tx, [{ once, work, asked: [] }], sql`select`);
        return (await goOn({ once, work, asked: [] })) as Done<T>;
      },
      patienceMs,
    ),
  );
const patienceMs = 20_000;

async function runOnce<T>(db: Db, once: Once, run: () => Promise<Done<T>>): Promise<Done<T>> {
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

const turnSql = ({ stream }: Once) =>
  stream.endsWith(':') ? sql`select ${behindGate}` : sql`select ${behindGate}, ${aloneSql(stream)}`;

/**
 * Of two writers to one stream the second decides on what the first has written, and finds what is his own: when they have
 * their turns, what they ask is read. Gives how each goes on from there.
 */
export async function begin(
  tx: Tx,
  writings: readonly Writing[],
  turns: RawBuilder<unknown>,
): Promise<(one: Writing) => Promise<Done<unknown>>> {
  const asked = [...new Set(writings.flatMap((one) => one.asked))];
  const [, before, ...rows] = await together(
    tx,
    turns,
    writtenSql(writings.map(({ once }) => once.clientId)),
    ...asked.map((each) => each.sql(writings.filter((one) => one.asked.includes(each)).map(ownId))),
  );
  await hasBegun(tx);
  hasPassed(tx);
  const written = new Map(before.map((row) => [row.id, row]));
  const found = new Map(asked.map((each, at) => [each, rows[at] ?? []]));
  return async (one) => {
    if (isWritten(one.once, written.get(one.once.clientId.toLowerCase()))) return { repeated: true };
    const own = one.asked.map((each) => found.get(each) ?? []);
    return { repeated: false, result: await one.work(tx, ...ownOf(one.asked, own, ownId(one))) };
  };
}

const ownId = ({ once }: Writing): string => idOf(once.stream);

/** What two writers at once run into, each of whom found the way free. */
const raced = new Set([
  'ledger_stream_version_key',
  'dossier_open',
  'dossier_pkey',
  'due_pkey',
  'account_person',
  'account_user_name_key',
]);

interface WrittenBy {
  id: string;
  recorded_by: string;
  stream: string;
}
const writtenSql = (clientIds: readonly string[]): RawBuilder<WrittenBy> =>
  sql<WrittenBy>`select client_id as id, recorded_by, stream from ledger where ${among('client_id', clientIds, 'uuid')}`;
const wasWritten = async (db: Queryable, once: Once): Promise<boolean> =>
  isWritten(once, (await writtenSql([once.clientId]).execute(db)).rows[0]);

function isWritten({ accountId, stream }: Once, row: WrittenBy | undefined): boolean {
  if (!row) return false;
  const same = stream.endsWith(':') ? row.stream.startsWith(stream) : row.stream === stream;
  if (row.recorded_by !== accountId || !same) throw new Invalid('ledger.client_id_taken');
  return true;
}

/** The constraint that a row would have broken; null: the error is another. */
export function uniqueViolation(error: unknown): string | null {
  const failure = error as { code?: string; constraint?: string };
  return failure.code === '23505' ? (failure.constraint ?? '') : null;
}

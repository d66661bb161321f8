// What somebody holds in the database while a test looks at whom that keeps waiting.
import { sql } from 'kysely';
import { vi } from 'vitest';
import type { Db, Tx } from '../src/platform/db.ts';
import { takeTurn } from '../src/platform/write/turns.ts';

/** Whatever is taken in the work is had until the end, which is given. */
export async function holding(db: Db, work: (tx: Tx) => Promise<unknown>): Promise<() => Promise<void>> {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let has = (): void => undefined;
  const held = new Promise<void>((resolve) => (has = resolve));
  const done = db.transaction().execute(async (tx) => {
    await work(tx);
    has();
    await ended;
  });
  await Promise.race([held, done]);
  return async () => {
    end();
    await done;
  };
}

/** Until so many wait for a turn or a table of this database; who waits for a row is not seen. */
export const untilWaiting = (db: Db, count = 1): Promise<boolean> =>
  vi.waitUntil(async () => (await waiting(db)) === count, { timeout: 5000 });

/** Asks while somebody else has this turn: it is waited for, and answered when it is free. */
export async function behind<T>(db: Db, turn: string, ask: () => Promise<T>): Promise<T> {
  const end = await holding(db, (tx) => takeTurn(tx, turn));
  const answer = ask();
  try {
    await untilWaiting(db);
  } finally {
    await end();
  }
  return answer;
}

const waiting = async (db: Db): Promise<number> =>
  (
    await sql`select 1 from pg_locks where not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
  ).rows.length;

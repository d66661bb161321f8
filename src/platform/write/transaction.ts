// The transactions of the house: whatever appends to the ledger runs in one of these, so that the seal waits until its rows can be
// seen, or are gone, and whoever holds what was read from them is told.
import { sql } from 'kysely';
import type { Db, Tx } from '../db.ts';
import { prefixOf } from '../entry.ts';
import { Busy, isLockTimeout } from '../errors.ts';
import { letGo, letGoOf } from '../held.ts';
import { aloneIfFreeSql, aloneSql, besideSql } from './turns.ts';
import { answered, hasBegun, isRefused, send } from './unanswered.ts';

/** Entries still unseen by the seal may stand above this position while writers are at work. */
let lastPosition = 0;
let writers = 0;
export const settledPosition = (): number | null => (writers === 0 ? lastPosition : null);
export const settle = ([made]: readonly { position: number }[]): void => {
  lastPosition = Math.max(lastPosition, made?.position ?? 0);
};
/** A process that has just opened the database counts from what is there. */
export const startFrom = (position: number): void => {
  lastPosition = position;
};

/** Told after a write was committed, or may have been, with the streams whose rows it made. */
export type Listener = (db: Db, streams: ReadonlySet<string>) => void;
let listener: Listener = () => undefined;
export function onWritten(told: Listener): void {
  listener = told;
}

const touched = new WeakMap<Tx, Set<string>>();
/** To be told by whoever makes the rows of these streams. */
export function touch(tx: Tx, names: readonly string[]): void {
  for (const name of names) touched.get(tx)?.add(name);
}

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

/** A transaction; of one whose first statements travel with its beginning the work waits for `hasBegun` itself. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  await lonely.get(db);
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

export const transact = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, async (tx) => {
    await hasBegun(tx);
    return work(tx);
  });

const gate = 'nguon.ledger';
const gated = new WeakSet<Tx>();

/** Part of a statement: whoever works alone has finished, or waits until this write has. Told by `hasPassed`. */
export const behindGate = besideSql(gate);
export function hasPassed(tx: Tx): void {
  gated.add(tx);
}

/** Nothing is appended before. */
export async function passGate(tx: Tx): Promise<void> {
  if (gated.has(tx)) return;
  await send(tx, sql`select ${behindGate}`);
  hasPassed(tx);
}

/** How often the way is asked for, and from when on whoever works alone stands in it now and then, and for how long. */
const pauseMs = 20;
const politeMs = 1000;
const standingMs = 100;

/**
 * Runs work between two writes: none is under way while it runs. At first it does not queue – it asks again until the way is
 * free – so that writers wait at most for the work itself, and not for each other; where they leave no gap it keeps those who
 * come waiting, a tenth of a second in each, until those under way have ended. Gives up after `patienceMs` with Busy.
 */
export async function alone<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  patienceMs = Number.POSITIVE_INFINITY,
): Promise<T> {
  const began = performance.now();
  for (let stood = 0; ; ) {
    const waited = performance.now() - began;
    if (waited > patienceMs) throw new Busy('http.busy');
    const stands = waited > politeMs * (stood + 1);
    if (stands) stood += 1;
    const done = await tryAlone(db, stands ? standInTheWay : isFree, work);
    if (done) return done.result;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function tryAlone<T>(
  db: Db,
  enter: (tx: Tx) => Promise<boolean>,
  work: (tx: Tx) => Promise<T>,
): Promise<{ result: T } | null> {
  let leave: (() => void) | undefined;
  return transact(db, async (tx) => {
    if (!(await enter(tx))) return null;
    hasPassed(tx);
    leave = keepWaiting(db);
    return { result: await work(tx) };
  })
    .catch((error: unknown) => {
      if (leave || !isLockTimeout(error)) throw error;
      return null;
    })
    .finally(() => leave?.());
}

/** Whoever comes while somebody works alone waits here, and not with a connection that readers need. */
const lonely = new WeakMap<Db, Promise<void>>();
function keepWaiting(db: Db): () => void {
  let end = () => undefined as void;
  const over = new Promise<void>((resolve) => (end = resolve));
  lonely.set(db, over);
  return () => {
    // The next may have begun before this one learned of its own end.
    if (lonely.get(db) === over) lonely.delete(db);
    end();
  };
}

const isFree = async (tx: Tx): Promise<boolean> =>
  (await sql<{ free: boolean }>`select ${aloneIfFreeSql(gate)} as free`.execute(tx)).rows[0]?.free ?? false;

async function standInTheWay(tx: Tx): Promise<boolean> {
  await sql`select set_config('lock_timeout', ${`${standingMs}ms`}, true), ${aloneSql(gate)}`.execute(tx);
  await sql`set local lock_timeout to default`.execute(tx);
  return true;
}

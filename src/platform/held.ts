// What the process holds until something is written that it was read from: counts of a list, the tree, who may do what.
// Whoever asks after a write was answered reads anew; whoever asks at the same time shares one reading.
import type { Db, Queryable } from './db.ts';

/** The newest are kept; a key is small, what it holds is told by whoever holds it. */
const most = 2000;

interface Held {
  value: Promise<unknown>;
  /** how often each of its sources had been written when it was read */
  readAt: string;
  until: number;
}
interface Shelf {
  writes: Map<string, number>;
  all: number;
  held: Map<string, Held>;
}
const shelves = new WeakMap<Db, Shelf>();

function shelfOf(db: Db): Shelf {
  const known = shelves.get(db);
  if (known) return known;
  const fresh: Shelf = { writes: new Map(), all: 0, held: new Map() };
  shelves.set(db, fresh);
  return fresh;
}

export interface Label {
  key: string;
  /** prefixes of streams, or words of whoever writes beside the ledger */
  sources: readonly string[];
  /** read again after this time even when nothing was written; for what another program may change, too */
  forMs?: number;
}

/**
 * The value under this key, read again after any of its sources was written. In a transaction it is always read: what that has
 * written, only it can see.
 */
export function held<T>(
  db: Queryable,
  { key, sources, forMs = Number.POSITIVE_INFINITY }: Label,
  read: () => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return read();
  const shelf = shelfOf(db as Db);
  const readAt = `${shelf.all} ${sources.map((source) => shelf.writes.get(source) ?? 0).join(' ')}`;
  const known = shelf.held.get(key);
  shelf.held.delete(key);
  if (known?.readAt === readAt && known.until > performance.now()) {
    shelf.held.set(key, known);
    return known.value as Promise<T>;
  }
  const value = read();
  shelf.held.set(key, { value, readAt, until: performance.now() + forMs });
  // A database that is away for a moment is asked again.
  value.catch(() => shelf.held.get(key)?.value === value && shelf.held.delete(key));
  const oldest = shelf.held.size > most ? shelf.held.keys().next().value : undefined;
  if (oldest !== undefined) shelf.held.delete(oldest);
  return value;
}

/** To be told when a write is committed; without sources everything may have changed. */
export function letGo(db: Db, sources: Iterable<string> | null): void {
  const shelf = shelfOf(db);
  if (sources === null) shelf.all += 1;
  else for (const source of sources) shelf.writes.set(source, (shelf.writes.get(source) ?? 0) + 1);
}

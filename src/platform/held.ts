// What the process holds until something is written that it was read from: counts of a list, the tree, who may do what.
// Whoever asks after a write was answered reads anew; whoever asks at the same time shares one reading.
import type { Db, Queryable } from './db.ts';

/** About so many bytes are held; what nobody has asked for the longest goes first, and what is heavier by itself at once. */
const mostBytes = 48 * 1024 * 1024;

/** How to bring a value up to date after writes of these sources, from the streams that were written. */
export interface Patch<T> {
  of: readonly string[];
  by: (value: T, streams: readonly string[]) => Promise<T>;
}

interface Held {
  value: Promise<unknown>;
  sources: readonly string[];
  until: number;
  /** with the key */
  weight: number;
  /** of the value alone; null: not known before it is there */
  valueWeight: number | null;
  /** sources after whose writes it is brought up to date */
  patched: readonly string[];
  /** streams written since, which the value does not know of yet */
  behind: Set<string>;
}
interface Shelf {
  held: Map<string, Held>;
  /** keys of what was read from a source */
  from: Map<string, Set<string>>;
  weight: number;
}
const shelves = new WeakMap<Db, Shelf>();

function shelfOf(db: Db): Shelf {
  const known = shelves.get(db);
  if (known) return known;
  const fresh: Shelf = { held: new Map(), from: new Map(), weight: 0 };
  shelves.set(db, fresh);
  return fresh;
}

export interface Label<T> {
  key: string;
  /** prefixes of streams, or words of whoever writes beside the ledger */
  sources: readonly string[];
  /** read again after this time even when nothing was written; for what another program may change, too */
  forMs?: number;
  /** without one what was read is thrown away */
  patch?: Patch<T>;
}

/**
 * The value under this key, read again after any of its sources was written. In a transaction it is always read: what that has
 * written, only it can see.
 */
export function held<T>(db: Queryable, label: Label<T>, read: () => Promise<T>): Promise<T> {
  if (db.isTransaction) return read();
  const shelf = shelfOf(db as Db);
  const known = current(shelf, label.key);
  if (!known || known.behind.size > 0) return keep(shelf, label, renewing(known, label, read));
  shelf.held.delete(label.key);
  shelf.held.set(label.key, known);
  return known.value as Promise<T>;
}

function current({ held }: Shelf, key: string): Held | undefined {
  const known = held.get(key);
  return known && known.until > performance.now() ? known : undefined;
}

interface Renewed<T> {
  value: Promise<T>;
  until: number;
  weight: Held['valueWeight'];
}

function renewing<T>(
  known: Held | undefined,
  { patch, forMs }: Label<T>,
  read: () => Promise<T>,
): Renewed<T> {
  if (known && patch) return { value: caughtUp(known, patch), until: known.until, weight: known.valueWeight };
  return { value: read(), until: performance.now() + (forMs ?? Number.POSITIVE_INFINITY), weight: null };
}

function keep<T>(
  shelf: Shelf,
  { key, sources, patch }: Label<T>,
  { value, until, weight }: Renewed<T>,
): Promise<T> {
  drop(shelf, key);
  const one: Held = {
    value,
    sources,
    until,
    weight: 0,
    valueWeight: weight,
    patched: patch?.of ?? [],
    behind: new Set(),
  };
  put(shelf, key, one);
  value.then(
    (read) => count(shelf, key, { one, weight: (one.valueWeight ??= weightOf(read)) }),
    // A database that is away for a moment is asked again.
    () => shelf.held.get(key) === one && drop(shelf, key),
  );
  return value;
}

const caughtUp = async <T>({ value, behind }: Held, { by }: Patch<T>): Promise<T> =>
  by((await value) as T, [...behind]);

function put(shelf: Shelf, key: string, one: Held): void {
  shelf.held.set(key, one);
  for (const source of one.sources) {
    const keys = shelf.from.get(source) ?? new Set();
    keys.add(key);
    shelf.from.set(source, keys);
  }
  count(shelf, key, { one, weight: weightOf(key) });
}

/** What was let go while it was being read is not counted, and was not kept. */
function count(shelf: Shelf, key: string, { one, weight }: { one: Held; weight: number }): void {
  if (shelf.held.get(key) !== one) return;
  one.weight += weight;
  shelf.weight += weight;
  // What would not fit if it were alone takes nothing else along.
  if (one.weight > mostBytes) return drop(shelf, key);
  for (const oldest of shelf.held.keys()) {
    if (shelf.weight <= mostBytes) return;
    drop(shelf, oldest);
  }
}

function drop(shelf: Shelf, key: string): void {
  const one = shelf.held.get(key);
  if (!one) return;
  shelf.held.delete(key);
  shelf.weight -= one.weight;
  for (const source of one.sources) shelf.from.get(source)?.delete(key);
}

/** To be told of what changed beside the ledger; without sources everything may have. */
export function letGo(db: Db, sources: Iterable<string> | null): void {
  const shelf = shelfOf(db);
  if (sources === null) return void shelves.delete(db);
  for (const source of sources) for (const key of shelf.from.get(source) ?? []) drop(shelf, key);
}

/** So many streams are not looked after one by one. */
const mostBehind = 200;

/** To be told when a write is committed, with the streams it touched by their prefixes. */
export function letGoOf(db: Db, written: ReadonlyMap<string, readonly string[]>): void {
  const shelf = shelfOf(db);
  for (const [source, streams] of written)
    for (const key of shelf.from.get(source) ?? []) {
      const { patched, behind } = shelf.held.get(key) as Held;
      if (patched.includes(source) && behind.size + streams.length <= mostBehind)
        for (const stream of streams) behind.add(stream);
      else drop(shelf, key);
    }
}

/** An answer that is given again and never changed: turned into text once, of which only the bytes are kept and sent. */
export class Lasting<T extends object> {
  #answer: T | null;
  #text: Buffer | null = null;

  constructor(answer: T) {
    this.#answer = answer;
  }

  text(make: (answer: T) => string): Buffer {
    if (this.#text) return this.#text;
    const text = Buffer.from(make(this.#answer as T));
    this.#text = text;
    this.#answer = null;
    return text;
  }

  get weight(): number {
    return this.#text?.byteLength ?? weightOf(this.#answer);
  }
}

const perValue = 16;

/** In bytes, roughly: every letter two, and something for each value whatever it is. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return perValue + 2 * value.length;
  if (typeof value !== 'object' || value === null) return perValue;
  if (value instanceof Lasting) return value.weight;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  const parts = value instanceof Map ? value.entries() : isList(value) ? value : Object.values(value);
  let weight = perValue;
  for (const part of parts) weight += weightOf(part);
  return weight;
}

const isList = (value: object): value is Iterable<unknown> => Array.isArray(value) || value instanceof Set;

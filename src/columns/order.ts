// Rows in two orders besides the one they came in: by day and subject, as lists are shown, and by unit, so that a small
// branch is counted without looking at the whole. Each is made when first asked and carried over a write.
import { type Columns, never } from './columns.ts';

const orders = new WeakMap<Columns, Uint32Array>();

/** Rows in the order in which lists are shown. */
export function inOrder(columns: Columns): Uint32Array {
  const known = orders.get(columns);
  if (known) return known;
  const made = sorted(columns, 0);
  orders.set(columns, made);
  return made;
}

/** The new rows go in where they belong; those they replace go out. */
export function carryOrder(old: Columns, columns: Columns): void {
  const known = orders.get(old);
  if (!known) return;
  const fresh = sorted(columns, old.length);
  const before = orderOf(columns);
  const made = new Uint32Array(known.length + fresh.length);
  let [length, next] = [0, 0];
  for (const row of known) {
    if (columns.from[row] === never) continue;
    while (next < fresh.length && before(fresh[next] as number, row) < 0)
      made[length++] = fresh[next++] as number;
    made[length++] = row;
  }
  while (next < fresh.length) made[length++] = fresh[next++] as number;
  orders.set(columns, made.subarray(0, length));
}

/** These rows alone, in that order. */
export const withinOrder = (columns: Columns, rows: Uint32Array): Uint32Array => rows.sort(orderOf(columns));

type Order = (a: number, b: number) => number;

function orderOf(columns: Columns): Order {
  const { from, letters, ids, length } = columns;
  const words = length > 0 ? ids.length / length : 1;
  const alike = amongAlike(columns);
  return (a, b) => {
    const day = (from[a] as number) - (from[b] as number) || (letters[a] as number) - (letters[b] as number);
    if (day !== 0) return day;
    for (let at = 0; at < words; at += 1) {
      const order = (ids[a * words + at] as number) - (ids[b * words + at] as number);
      if (order !== 0) return order;
    }
    return alike(a, b);
  };
}

/** Rows of one day about one subject: by what they say, so that none depends on when it was read. */
function amongAlike({ unit, to, other, codes }: Columns): Order {
  const coded = [...codes.values()];
  return (a, b) => {
    for (const column of [unit, to, other]) {
      const order = (column[a] ?? 0) - (column[b] ?? 0);
      if (order !== 0) return order;
    }
    for (const { values, at } of coded) {
      const [left, right] = [values[at[a] as number] ?? '', values[at[b] as number] ?? ''];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

/** Rows from this one on that count: days first, as numbers, then the few of each day among themselves. */
function sorted(columns: Columns, start: number): Uint32Array {
  const { from, letters, length } = columns;
  const days = [...new Set(daysFrom(columns, start))].sort((a, b) => a - b);
  const ranks = new Map(days.map((day, rank) => [day, rank]));
  const keys = new Float64Array(length - start);
  let count = 0;
  for (let row = start; row < length; row += 1) {
    if (from[row] === never) continue;
    const day = (from[row] as number) * 16 + (letters[row] as number);
    keys[count++] = (ranks.get(day) as number) * rowsMost + row;
  }
  const made = Uint32Array.from(keys.subarray(0, count).sort(), (key) => key % rowsMost);
  return withinDays(columns, made);
}
const rowsMost = 2 ** 32;

function* daysFrom({ from, letters, length }: Columns, start: number): Generator<number> {
  for (let row = start; row < length; row += 1)
    if (from[row] !== never) yield (from[row] as number) * 16 + (letters[row] as number);
}

function withinDays(columns: Columns, rows: Uint32Array): Uint32Array {
  const order = orderOf(columns);
  const { from, letters } = columns;
  const same = (a: number, b: number) => from[a] === from[b] && letters[a] === letters[b];
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && same(rows[start] as number, rows[end] as number)) end += 1;
    if (end - start > 1) rows.subarray(start, end).sort(order);
    start = end;
  }
  return rows;
}

// ---- by unit

export interface UnitIndex {
  /** rows up to here are in it; later ones are looked at one by one */
  length: number;
  /** rows of unit u: rows[starts[u]] … rows[starts[u + 1] − 1] */
  starts: Uint32Array;
  rows: Uint32Array;
}

const indexes = new WeakMap<Columns, UnitIndex>();
/** So many rows outside of an index cost less than a new one. */
const outsideMost = 4000;

export function unitIndex(columns: Columns): UnitIndex {
  const known = indexes.get(columns);
  if (known && columns.length - known.length <= outsideMost) return known;
  const made = indexOf(columns);
  indexes.set(columns, made);
  return made;
}

export function carryIndex(old: Columns, columns: Columns): void {
  const known = indexes.get(old);
  if (known) indexes.set(columns, known);
}

function indexOf({ unit, length }: Columns): UnitIndex {
  let highest = 0;
  for (let row = 0; row < length; row += 1) highest = Math.max(highest, unit[row] as number);
  const starts = new Uint32Array(highest + 2);
  for (let row = 0; row < length; row += 1) add(starts, (unit[row] as number) + 1);
  for (let id = 1; id < starts.length; id += 1)
    starts[id] = (starts[id] as number) + (starts[id - 1] as number);
  const next = starts.slice();
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) rows[add(next, unit[row] as number)] = row;
  return { length, starts, rows };
}

/** Counts one more; gives what was there. */
function add(counts: Uint32Array, at: number): number {
  const had = counts[at] as number;
  counts[at] = had + 1;
  return had;
}

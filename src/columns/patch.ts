// Columns after a write: rows of what was written give way to the rows it has now. Whoever still counts on the columns
// of before keeps them whole – rows are only added behind the last one, and which are replaced is said in a copy. Only
// the newest columns may be patched.
import { type Coded, type Columns, idWords, never, wordsOf } from './columns.ts';

/** `fresh`: all rows that these subjects have now. */
export function patched(columns: Columns, subjects: readonly string[], fresh: Columns): Columns {
  const from = new Int32Array(columns.length + fresh.length);
  from.set(columns.from);
  const gone = rowsOfSubjects(columns, subjects);
  for (const row of gone) from[row] = never;
  from.set(fresh.from, columns.length);
  return {
    source: columns.source,
    length: from.length,
    replaced: columns.replaced + gone.length,
    from,
    unit: extended(columns.unit, fresh.unit),
    to: extended(columns.to, fresh.to),
    letters: extended(columns.letters, fresh.letters),
    born: extended(columns.born, fresh.born),
    other: extended(columns.other, fresh.other),
    codes: new Map(
      [...columns.codes].map(([by, coded]) => [by, longer(coded, fresh.codes.get(by) as Coded)] as const),
    ),
    ids: extended(columns.ids, fresh.ids),
  };
}

type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The same numbers with more behind them, in the same memory while there is room. */
function extended<T extends Numbers>(numbers: T, more: T): T {
  const length = numbers.length + more.length;
  const make = numbers.constructor as new (memory: ArrayBufferLike, start: number, length: number) => T;
  const size = numbers.BYTES_PER_ELEMENT;
  const fits = length * size <= numbers.buffer.byteLength;
  const memory = fits ? numbers.buffer : new ArrayBuffer((length + (length >> 3) + 1024) * size);
  const made = new make(memory, 0, length);
  if (!fits) made.set(numbers);
  made.set(more, numbers.length);
  return made;
}

/** Codes of the new rows as those of the old: words that were not there before come last. */
function longer({ values, at }: Coded, fresh: Coded): Coded {
  const places = fresh.values.map((value) => {
    const place = values.indexOf(value);
    return place >= 0 ? place : values.push(value) - 1;
  });
  const wide = values.length > 256;
  const codes = Array.from(fresh.at, (code) => places[code] as number);
  if (at instanceof Uint16Array || wide) {
    const whole = at instanceof Uint16Array ? at : Uint16Array.from(at);
    return { values, at: extended(whole, Uint16Array.from(codes)) };
  }
  return { values, at: extended(at, Uint8Array.from(codes)) };
}

/** Rows that still count for any of these. */
export function rowsOfSubjects(columns: Columns, subjects: readonly string[]): number[] {
  const { source, ids, from, length } = columns;
  const words = wordsOf(source);
  const wanted = Map.groupBy(
    subjects.map((subject) => idWords(source, subject)),
    (one) => one[words - 1] as number,
  );
  // Most rows are told apart by the last letters of their id, without asking a map.
  const met = new Uint8Array(65_536);
  for (const last of wanted.keys()) met[last & 65_535] = 1;
  const found: number[] = [];
  for (let row = 0; row < length; row += 1) {
    const last = ids[row * words + words - 1] as number;
    if (met[last & 65_535] === 0 || from[row] === never) continue;
    if (wanted.get(last)?.some((one) => one.every((word, at) => ids[row * words + at] === word)))
      found.push(row);
  }
  return found;
}

/** What has a row in any of these units. */
export function subjectRowsIn(columns: Columns, units: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (let row = 0; row < columns.length; row += 1)
    if (units.has(columns.unit[row] as number) && columns.from[row] !== never) found.push(row);
  return found;
}

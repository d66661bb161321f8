// What the database packs for a view – each column as one text – as columns in memory. Texts are read letter by letter:
// a province has a million and a half of such fields, and none of them needs to become a word.
import { type Coded, type Columns, firstNumber, lastNumber, never, type Shape, wordsOf } from './columns.ts';

/** No code, day or id has it. */
export const between = '|';
const bar = between.charCodeAt(0);

/** Rows in any order; a column that the view has not is absent. */
export interface Packed {
  rows: number;
  unit?: string | null;
  on?: string | null;
  to?: string | null;
  born?: string | null;
  other?: string | null;
  /** ids of units; uuids as they are, sixteen bytes each */
  subject?: string | Uint8Array | null;
  codes: Partial<Record<string, string | null>>;
}

/** One column after the other: whoever must answer meanwhile decides when to go on. */
export function* unpacking(source: Shape, packed: Packed): Generator<void, Columns> {
  const { rows } = packed;
  const on = packed.on ?? '';
  const days = (text: string | null | undefined, make: (day: string) => number, none = 0): Int32Array =>
    daysOf(text ?? '', { rows, make, none });
  const only = (text: string | null | undefined): number => (text === undefined ? 0 : rows);
  const unit = numbersOf(packed.unit ?? '', rows);
  yield;
  const from = days(on, firstNumber);
  yield;
  const to = source.nature === 'stock' ? days(packed.to, firstNumber, never) : days(on, lastNumber);
  yield;
  const letters = lettersOf(on, rows);
  const born = daysOf(packed.born ?? '', { rows: only(packed.born), make: lastNumber, none: 0 });
  yield;
  const other = numbersOf(packed.other ?? '', only(packed.other));
  const codes = new Map<string, Coded>();
  for (const [by, text] of Object.entries(packed.codes)) {
    yield;
    codes.set(by, codedOf(text ?? '', rows));
  }
  yield;
  const ids = idsOf(source, packed.subject ?? '', rows);
  return { source, length: rows, replaced: 0, unit, from, to, letters, born, other, codes, ids };
}

/** Visits each field by where it begins and ends. */
function eachField(
  text: string,
  rows: number,
  visit: (row: number, start: number, end: number) => void,
): void {
  let start = 0;
  for (let row = 0; row < rows; row += 1) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== bar) end += 1;
    visit(row, start, end);
    start = end + 1;
  }
}

const zero = '0'.charCodeAt(0);
function digits(text: string, start: number, end: number): number {
  let made = 0;
  for (let at = start; at < end; at += 1) made = made * 10 + text.charCodeAt(at) - zero;
  return made;
}

function numbersOf(text: string, rows: number): Int32Array {
  const made = new Int32Array(rows);
  eachField(text, rows, (row, start, end) => {
    made[row] = digits(text, start, end);
  });
  return made;
}

interface Days {
  rows: number;
  /** of a day that is known in part only */
  make: (day: string) => number;
  /** where there is none */
  none: number;
}

function daysOf(text: string, { rows, make, none }: Days): Int32Array {
  const made = new Int32Array(rows);
  eachField(text, rows, (row, start, end) => {
    if (end - start === 10) made[row] = wholeDay(text, start);
    else made[row] = end === start ? none : make(text.slice(start, end));
  });
  return made;
}

const wholeDay = (text: string, at: number): number =>
  digits(text, at, at + 4) * 10_000 + digits(text, at + 5, at + 7) * 100 + digits(text, at + 8, at + 10);

function lettersOf(text: string, rows: number): Uint8Array {
  const made = new Uint8Array(rows);
  eachField(text, rows, (row, start, end) => {
    made[row] = end - start;
  });
  return made;
}

function codedOf(text: string, rows: number): Coded {
  const places = new Map<string, number>([['', 0]]);
  const at = new Uint16Array(rows);
  eachField(text, rows, (row, start, end) => {
    if (start === end) return;
    const code = text.slice(start, end);
    let place = places.get(code);
    if (place === undefined) places.set(code, (place = places.size));
    at[row] = place;
  });
  return { values: [...places.keys()], at: places.size <= 256 ? Uint8Array.from(at) : at };
}

function idsOf(source: Shape, subject: string | Uint8Array, rows: number): Uint32Array {
  if (typeof subject === 'string') return Uint32Array.from(numbersOf(subject, rows * wordsOf(source)));
  const made = new Uint32Array(rows * 4);
  const view = new DataView(subject.buffer, subject.byteOffset, subject.byteLength);
  for (let at = 0; at < made.length; at += 1) made[at] = view.getUint32(at * 4);
  return made;
}

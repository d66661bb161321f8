// A view of figures held in memory, column by column: days and units as numbers, words as codes. Whoever holds columns
// holds them as they were: what is written later stands in columns of its own that share what stayed (patch.ts).
import { earliest, type Day, latest, type PartialDay } from '../platform/day.ts';

/** What rows are: something that happened, or something that stands; and of whom or what. */
export interface Shape {
  nature: 'flow' | 'stock';
  record: 'person' | 'dossier' | 'unit';
  /** a year-only day is its first day, as on the roll; else it counts where the whole year is asked */
  byFirstDay?: true;
}

export interface Coded {
  /** '' first: not known */
  values: string[];
  at: Uint8Array | Uint16Array;
}

export interface Columns {
  source: Shape;
  /** rows, with those that newer ones replaced: their first day never comes */
  length: number;
  replaced: number;
  unit: Int32Array;
  /** first day that is meant, as 20210703; 0 = since always */
  from: Int32Array;
  /** stock: the day from which it no longer stands; flow: the last day that is meant */
  to: Int32Array;
  /** letters of the day as written: 10, 7, 4, or 0 = none */
  letters: Uint8Array;
  /** the latest day of birth that is meant, 0 = not known; empty where the source has no ages */
  born: Int32Array;
  /** the other unit of a move, 0 = none in Nguồn; empty where the source has no moves */
  other: Int32Array;
  codes: Map<string, Coded>;
  /** of a person or a dossier the four words of its uuid, of a unit its id */
  ids: Uint32Array;
}

/** No day is as late. */
export const never = 99_999_999;
export const dayNumber = (day: Day): number => Number(day.replaceAll('-', ''));
export const firstNumber = (day: PartialDay): number => (day === '' ? 0 : dayNumber(earliest(day)));
export const lastNumber = (day: PartialDay): number => (day === '' ? 0 : dayNumber(latest(day)));

export const standing = ({ length, replaced }: Columns): number => length - replaced;
export const wordsOf = ({ record }: Shape): 1 | 4 => (record === 'unit' ? 1 : 4);

/** As a number; null where there is no row at all. */
export function firstDay({ from }: Columns): number | null {
  let first = never;
  for (const day of from) if (day < first) first = day;
  return first === never ? null : first;
}

/** The day as it was written. */
export function dayOf({ from, letters }: Columns, row: number): PartialDay {
  const text = String(from[row]);
  const shown = letters[row] as number;
  if (shown === 0) return '';
  const year = text.slice(0, 4);
  return shown === 4 ? year : `${year}-${text.slice(4, 6)}${shown === 10 ? `-${text.slice(6)}` : ''}`;
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');

/** Id of the person, the dossier or the unit. */
export function subjectOf({ ids, source }: Columns, row: number): string {
  if (source.record === 'unit') return String(ids[row]);
  const at = row * 4;
  const [first, second, third] = [ids[at + 1], ids[at + 2], ids[at + 3]].map((word) => hex(word as number));
  const [a, b] = [first as string, second as string];
  return `${hex(ids[at] as number)}-${a.slice(0, 4)}-${a.slice(4)}-${b.slice(0, 4)}-${b.slice(4)}${third}`;
}

/** The words under which a subject stands. */
export function idWords(source: Shape, subject: string): number[] {
  if (source.record === 'unit') return [Number(subject)];
  const digits = subject.replaceAll('-', '');
  return [0, 8, 16, 24].map((at) => Number.parseInt(digits.slice(at, at + 8), 16));
}

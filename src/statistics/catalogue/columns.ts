// A view of figures held in memory, column by column: days and units as numbers, words as codes. Counting anything on
// any day is one pass over the rows; what a number counts is also what its list of records shows.
import { type Day, earliest, latest, type PartialDay } from '../../platform/day.ts';
import { partCodes, type PartId, youthBelow } from '../part.ts';
import { ageBands, type DimensionId } from './dimension.ts';
import type { Source } from './source.ts';

export interface Coded {
  /** '' first: not known */
  values: string[];
  at: Uint8Array | Uint16Array;
}

export interface Columns {
  source: Source;
  length: number;
  unit: Int32Array;
  /** first day that is meant, as 20210703 */
  from: Int32Array;
  /** stock: the day from which it no longer stands; flow: the last day that is meant */
  to: Int32Array;
  /** only the year of the event is known */
  yearly: Uint8Array;
  /** the latest day of birth that is meant, 0 = not known */
  born: Int32Array;
  /** the other unit of a move, 0 = none in Nguồn */
  other: Int32Array;
  codes: Map<DimensionId, Coded>;
  /** the day as written */
  on: string[];
  /** id of the person, the dossier or the unit */
  subject: string[];
}

/** Columns as the database gives them, '' = nothing there; rows in any order. */
export interface Raw {
  unit: string[];
  on: string[];
  to: string[];
  born: string[];
  other: string[];
  subject: string[];
  codes: Partial<Record<DimensionId, string[]>>;
}

const open = 99_999_999;
export const dayNumber = (day: Day): number => Number(day.replaceAll('-', ''));
const firstNumber = (day: PartialDay): number => (day === '' ? 0 : dayNumber(earliest(day)));
const lastNumber = (day: PartialDay): number => (day === '' ? 0 : dayNumber(latest(day)));

export function columnsOf(source: Source, raw: Raw): Columns {
  const days = remembered(firstNumber);
  const lasts = remembered(lastNumber);
  const stock = source.nature === 'stock';
  return {
    source,
    length: raw.unit.length,
    unit: numbers(raw.unit, Number),
    from: numbers(raw.on, days),
    to: stock ? numbers(raw.to, (day) => (day === '' ? open : days(day))) : numbers(raw.on, lasts),
    yearly: Uint8Array.from(raw.on, (day) => (day.length === 4 ? 1 : 0)),
    born: numbers(raw.born, lasts),
    other: numbers(raw.other, Number),
    codes: new Map(
      Object.entries(raw.codes).map(([id, values]) => [id as DimensionId, coded(values)] as const),
    ),
    on: raw.on,
    subject: raw.subject,
  };
}

function numbers(texts: readonly string[], make: (text: string) => number): Int32Array {
  const made = new Int32Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) made[at] = make(texts[at] as string);
  return made;
}

/** Days come again and again. */
function remembered(make: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

function coded(raw: readonly string[]): Coded {
  const places = new Map<string, number>([['', 0]]);
  const at = new Uint16Array(raw.length);
  for (let row = 0; row < raw.length; row += 1) {
    const code = raw[row] as string;
    let place = places.get(code);
    if (place === undefined) places.set(code, (place = places.size));
    at[row] = place;
  }
  return { values: [...places.keys()], at };
}

const orders = new WeakMap<Columns, Uint32Array>();

/** Rows in the order of day and subject, in which lists are shown; made when first asked. */
export function inOrder(columns: Columns): Uint32Array {
  const known = orders.get(columns);
  if (known) return known;
  const { from, on, subject } = columns;
  const rows = Uint32Array.from({ length: columns.length }, (_, row) => row);
  rows.sort(
    (a, b) =>
      (from[a] as number) - (from[b] as number) ||
      compareText(on[a] as string, on[b] as string) ||
      compareText(subject[a] as string, subject[b] as string) ||
      (columns.unit[a] as number) - (columns.unit[b] as number),
  );
  orders.set(columns, rows);
  return rows;
}
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// ---- what is asked

export interface Span {
  /** of a stock only `to` counts: the end of that day */
  from: Day;
  to: Day;
}

export interface Condition {
  /** a column of codes, or 'part' */
  by: DimensionId | 'part';
  /** '' = not known */
  value: string;
}

/** What rows are read against: the day, and what the tree of the day says of a unit. */
export interface Light {
  span: Span;
  /** type of a cell in the tree of the day */
  typeOf: (unit: number) => string | null;
}

export type Test = (row: number) => boolean;

/** Whether the row stands at the end of the day, or happened within the days. */
export function spanTest({ source, from, to, yearly }: Columns, span: Span): Test {
  const [first, last] = [dayNumber(span.from), dayNumber(span.to)];
  if (source.nature === 'stock') return (row) => at(from, row) <= last && at(to, row) > last;
  const starts: Test = (row) => at(from, row) >= first && at(from, row) <= last;
  if (source.byFirstDay) return starts;
  return (row) => starts(row) && (at(yearly, row) === 0 || at(to, row) <= last);
}

/** Every column by which rows can be told apart, as codes. */
export function codesOf(columns: Columns, by: DimensionId, light: Light): { values: string[]; of: Test2 } {
  if (by === 'age')
    return { values: ['', ...ageBands.map(({ code }) => code)], of: bandTest(columns, light) };
  const held = columns.codes.get(by);
  if (held) return { values: held.values, of: (row) => at(held.at, row) };
  return typesOf(columns, light);
}
type Test2 = (row: number) => number;

function bandTest(columns: Columns, light: Light): Test2 {
  const age = ageTest(columns, light);
  return (row) => {
    const years = age(row);
    return years === null ? 0 : ageBands.findLastIndex(({ from }) => years >= from) + 1;
  };
}

/** Of a stock the type stands in the tree of the day. */
function typesOf(columns: Columns, { typeOf }: Light): { values: string[]; of: Test2 } {
  const values = [''];
  const byUnit = new Map<number, number>();
  const codeOf = (unit: number): number => {
    const type = typeOf(unit) ?? '';
    const place = values.indexOf(type);
    return place >= 0 ? place : values.push(type) - 1;
  };
  return {
    values,
    of: (row) => {
      const unit = at(columns.unit, row);
      const known = byUnit.get(unit);
      if (known !== undefined) return known;
      const code = codeOf(unit);
      byUnit.set(unit, code);
      return code;
    },
  };
}

/** Whole years on the day of the event, or on the day asked; null where the birth is not known. */
export function ageTest(columns: Columns, { span }: Light): (row: number) => number | null {
  const stock = columns.source.nature === 'stock';
  const day = dayNumber(span.to);
  return (row) => {
    const born = at(columns.born, row);
    if (born === 0) return null;
    return Math.max(0, Math.floor(((stock ? day : at(columns.from, row)) - born) / 10_000));
  };
}

export function conditionTest(columns: Columns, { by, value }: Condition, light: Light): Test {
  if (by === 'part') return partTest(columns, value as PartId, light);
  const { values, of } = codesOf(columns, by, light);
  // Types of the tree are met row by row: their place is asked when it is known.
  return (row) => values[of(row)] === value;
}

/** Parts of a figure as plans set shares for them; what is not known belongs to none. */
export function partTest(columns: Columns, part: PartId, light: Light): Test {
  const among = (by: DimensionId, codes: readonly string[]): Test => {
    const { values, of } = codesOf(columns, by, light);
    return (row) => codes.includes(values[of(row)] ?? '');
  };
  const age = ageTest(columns, light);
  const minority = codesOf(columns, 'ethnicity', light);
  const tests: Record<PartId, () => Test> = {
    women: () => among('sex', ['F']),
    youth_union: () => among('youth_union', ['true']),
    youth: () => (row) => (age(row) ?? youthBelow) < youthBelow,
    minority: () => (row) => minority.of(row) > 0 && minority.values[minority.of(row)] !== partCodes.majority,
    religious: () => () => false,
    worker: () => among('occupation', partCodes.worker),
    farmer: () => among('occupation', partCodes.farmer),
    student: () => among('occupation', partCodes.student),
    village: () => among('cell_type', partCodes.village),
    private_enterprise: () => among('cell_type', partCodes.private_enterprise),
    military: () => among('cell_type', partCodes.military),
    degree: () => among('profession', partCodes.degree),
  };
  return tests[part]();
}

export interface Chosen {
  span: Span;
  tests: readonly Test[];
}

/** Rows that all conditions hold for, in no order. */
export function forEachRow(columns: Columns, { span, tests }: Chosen, visit: (row: number) => void): void {
  const within = spanTest(columns, span);
  const holds = allOf(tests);
  for (let row = 0; row < columns.length; row += 1) if (within(row) && holds(row)) visit(row);
}

/** The same in the order of lists. */
export function listRows(columns: Columns, { span, tests }: Chosen): number[] {
  const within = spanTest(columns, span);
  const holds = allOf(tests);
  const found: number[] = [];
  for (const row of inOrder(columns)) if (within(row) && holds(row)) found.push(row);
  return found;
}

const allOf = (tests: readonly Test[]): Test => {
  const [first, ...others] = tests;
  if (!first) return () => true;
  if (others.length === 0) return first;
  const rest = allOf(others);
  return (row) => first(row) && rest(row);
};

/** Counts by the unit that had it that day. */
export function byUnit(columns: Columns, chosen: Chosen): Map<number, number> {
  const highest = columns.unit.reduce((most, id) => Math.max(most, id), 0);
  const counts = new Int32Array(highest + 1);
  forEachRow(columns, chosen, (row) => {
    counts[at(columns.unit, row)] = at(counts, at(columns.unit, row)) + 1;
  });
  const found = new Map<number, number>();
  for (let id = 0; id < counts.length; id += 1) if (at(counts, id) > 0) found.set(id, at(counts, id));
  return found;
}

const at = (numbers: Int32Array | Uint16Array | Uint8Array, row: number): number => numbers[row] as number;

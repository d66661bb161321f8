// What is asked of columns: the days, the branch, and every condition by which rows can be told apart. What a number
// counts is also what its list of records shows.
import type { Day } from '../../../platform/day.ts';
import { partColumns, type PartId, youthBelow } from '../../part.ts';
import { type Columns, dayNumber, never } from '../../../columns/columns.ts';
import { ageBands, type DimensionId, sectorOf } from '../dimension.ts';
import { inOrder, unitIndex, withinOrder } from '../../../columns/order.ts';
import { rowsWithin } from './standing.ts';

export interface Span {
  /** of a stock only `to` counts: the end of that day */
  from: Day;
  to: Day;
}

export interface Condition {
  /** a column of codes, 'part', or 'area': a mark of the place of the unit */
  by: DimensionId | 'part' | 'area';
  /** '' = not known; of an area: no mark at all */
  value: string;
}

/** What rows are read against: the day, and what the tree of the day says of a unit. */
export interface Light {
  span: Span;
  /** type of a cell in the tree of the day */
  typeOf: (unit: number) => string | null;
  /** where marks of places are asked */
  marks?: Marks | undefined;
}
/** By mark: 1 for each unit that carries it that day, by id. */
export type Marks = ReadonlyMap<string, Uint8Array>;

export type Test = (row: number) => boolean;

/** Whether the row stands at the end of the day, or happened within the days. */
export function spanTest({ source, from, to, letters }: Columns, span: Span): Test {
  const [first, last] = [dayNumber(span.from), dayNumber(span.to)];
  if (source.nature === 'stock') return (row) => at(from, row) <= last && at(to, row) > last;
  const starts: Test = (row) => at(from, row) >= first && at(from, row) <= last;
  if (source.byFirstDay) return starts;
  return (row) => starts(row) && (at(letters, row) !== 4 || at(to, row) <= last);
}

export interface Codes {
  values: string[];
  of: (row: number) => number;
}

/** Every column by which rows can be told apart, as codes. */
export function codesOf(columns: Columns, by: DimensionId, light: Light): Codes {
  if (by === 'age')
    return { values: ['', ...ageBands.map(({ code }) => code)], of: bandTest(columns, light) };
  if (by === 'sector') return sectorsOf(codesOf(columns, 'cell_type', light));
  const held = columns.codes.get(by);
  if (held) return { values: held.values, of: (row) => at(held.at, row) };
  return typesOf(columns, light);
}

/** What a type of cell belongs to; a type that is in no sector is not known. */
function sectorsOf({ values: types, of }: Codes): Codes {
  const values = ['', ...new Set(Object.values(sectorOf))];
  const known: number[] = [];
  const placeOf = (type: number): number => Math.max(0, values.indexOf(sectorOf[types[type] ?? ''] ?? ''));
  return {
    values,
    of: (row) => {
      const type = of(row);
      return (known[type] ??= placeOf(type));
    },
  };
}

function bandTest(columns: Columns, light: Light): Codes['of'] {
  const age = ageTest(columns, light);
  const bands = new Uint8Array(ageMost + 1).map(
    (_, years) => ageBands.findLastIndex(({ from }) => years >= from) + 1,
  );
  return (row) => {
    const years = age(row);
    return years < 0 ? 0 : at(bands, Math.min(years, ageMost));
  };
}

/** Of a stock the type stands in the tree of the day. */
function typesOf({ unit }: Columns, { typeOf }: Light): Codes {
  const values = [''];
  const known: number[] = [];
  const codeOf = (id: number): number => {
    const type = typeOf(id) ?? '';
    const place = values.indexOf(type);
    return place >= 0 ? place : values.push(type) - 1;
  };
  return {
    values,
    of: (row) => {
      const id = at(unit, row);
      return (known[id] ??= codeOf(id));
    },
  };
}

/** Nobody is older. */
export const ageMost = 127;

/** Whole years on the day of the event, or on the day asked; −1 where the birth is not known. */
export function ageTest({ source, born, from }: Columns, { span }: Light): (row: number) => number {
  const day = dayNumber(span.to);
  const years = (on: number, birth: number): number =>
    birth === 0 ? -1 : Math.min(ageMost, Math.max(0, Math.floor((on - birth) / 10_000)));
  if (born.length === 0) return () => -1;
  if (source.nature === 'stock') return (row) => years(day, at(born, row));
  return (row) => years(at(from, row), at(born, row));
}

export function conditionTest(columns: Columns, { by, value }: Condition, light: Light): Test {
  if (by === 'part') return partTest(columns, value as PartId, light);
  if (by === 'area') return areaTest(columns, value, light);
  return codeTest(codesOf(columns, by, light), (code) => code === value);
}

/** Without a value: units that carry no mark. */
export function areaTest({ unit }: Columns, mark: string, { marks }: Light): Test {
  if (mark !== '') {
    const carry = marks?.get(mark);
    return (row) => carry?.[at(unit, row)] === 1;
  }
  const all = [...(marks?.values() ?? [])];
  return (row) => all.every((carry) => carry[at(unit, row)] !== 1);
}

/** Asked once for each code; types of the tree are met row by row. */
function codeTest({ values, of }: Codes, holds: (code: string) => boolean): Test {
  const told: boolean[] = [];
  return (row) => {
    const code = of(row);
    return (told[code] ??= holds(values[code] ?? ''));
  };
}

/** Parts of a figure as plans set shares for them; what is not known belongs to none. */
export function partTest(columns: Columns, part: PartId, light: Light): Test {
  if (part === 'religious') return () => false;
  if (part === 'youth') return youthTest(columns, light);
  const [by, holds] = partColumns[part];
  return codeTest(codesOf(columns, by, light), holds);
}

/** How many of these rows stand in each part: codes are counted first, parts are sums of them. */
export function countParts(
  columns: Columns,
  rows: Uint32Array,
  { parts, light }: { parts: readonly PartId[]; light: Light },
): number[] {
  const counts = new Map<DimensionId, { values: string[]; count: number[] }>();
  const countsBy = (by: DimensionId) => {
    const known = counts.get(by) ?? countCodes(codesOf(columns, by, light), rows);
    counts.set(by, known);
    return known;
  };
  return parts.map((part) => {
    if (part === 'religious') return 0;
    if (part === 'youth') return countRows(rows, youthTest(columns, light));
    const [by, holds] = partColumns[part];
    const { values, count } = countsBy(by);
    return values.reduce((sum, code, place) => (holds(code) ? sum + (count[place] ?? 0) : sum), 0);
  });
}

function countCodes({ values, of }: Codes, rows: Uint32Array): { values: string[]; count: number[] } {
  const count: number[] = [];
  for (let nth = 0; nth < rows.length; nth += 1) {
    const code = of(at(rows, nth));
    count[code] = (count[code] ?? 0) + 1;
  }
  return { values, count };
}

function countRows(rows: Uint32Array, test: Test): number {
  let count = 0;
  for (let nth = 0; nth < rows.length; nth += 1) if (test(at(rows, nth))) count += 1;
  return count;
}

function youthTest(columns: Columns, light: Light): Test {
  const age = ageTest(columns, light);
  return (row) => {
    const years = age(row);
    return years >= 0 && years < youthBelow;
  };
}

/** Units that count, each under the number of its group. */
export interface Branch {
  ids: readonly number[];
  /** by id of the unit: number of the group + 1; 0 = outside */
  groups: Int32Array;
}

export interface Chosen {
  span: Span;
  /** absent: every unit */
  branch?: Branch | undefined;
  tests: readonly Test[];
}

/** Rows that all conditions hold for, in no order; `group` is that of the unit, 0 where no branch is asked. */
export function forEachRow(columns: Columns, chosen: Chosen, visit: Visit): void {
  const within = spanTest(columns, chosen.span);
  const seen: Seen = { columns, within, holds: allOf(chosen.tests), visit };
  const { branch } = chosen;
  if (branch && branch.ids.length * narrow <= branch.groups.length) return inBranch(seen, branch);
  const rows = rowsWithin(columns, chosen.span, within);
  for (let nth = 0; nth < rows.length; nth += 1) look(seen, branch, at(rows, nth));
}

type Visit = (row: number, group: number) => void;
interface Seen {
  columns: Columns;
  within: Test;
  holds: Test;
  visit: Visit;
}

/** A row of the days asked. */
function look({ columns, holds, visit }: Seen, branch: Branch | undefined, row: number): void {
  const group = branch ? (branch.groups[at(columns.unit, row)] ?? 0) : 1;
  if (group > 0 && holds(row)) visit(row, group - 1);
}

/** Unit by unit, then the rows that came after the index was made. */
function inBranch(seen: Seen, branch: Branch): void {
  const { columns, within, holds, visit } = seen;
  const { starts, rows, length: known } = unitIndex(columns);
  for (const id of branch.ids) {
    const group = at(branch.groups, id) - 1;
    const end = starts[id + 1] ?? 0;
    for (let place = starts[id] ?? 0; place < end; place += 1) {
      const row = at(rows, place);
      if (within(row) && holds(row)) visit(row, group);
    }
  }
  for (let row = known; row < columns.length; row += 1) if (within(row)) look(seen, branch, row);
}
/** A branch of less than one unit in so many is looked up by unit. */
const narrow = 8;

/** The units of rows that belong to no group of these, as one. */
export function unitsOutside(columns: Columns, { groups }: Branch): Branch {
  const { starts } = unitIndex(columns);
  const ids: number[] = [];
  const outside = new Int32Array(Math.max(starts.length, groups.length)).fill(1);
  for (let id = 0; id < groups.length; id += 1) if (at(groups, id) > 0) outside[id] = 0;
  for (let id = 0; id + 1 < starts.length; id += 1)
    if (starts[id] !== starts[id + 1] && outside[id] === 1) ids.push(id);
  return { ids, groups: outside };
}

/** As they come. */
export function rowsOf(columns: Columns, chosen: Chosen): Uint32Array {
  // Most questions find few of all the rows there are.
  const found: number[] = [];
  forEachRow(columns, chosen, (row) => {
    found.push(row);
  });
  return Uint32Array.from(found);
}

/** Few are put in order among themselves, many by going through the whole order once. */
export function inOrderOf(columns: Columns, found: Uint32Array): Uint32Array {
  if (found.length * few < columns.length) return withinOrder(columns, found);
  const chosen = new Uint8Array(columns.length);
  for (const row of found) chosen[row] = 1;
  let count = 0;
  for (const row of inOrder(columns)) if (chosen[row] === 1) found[count++] = row;
  return found;
}
const few = 64;

const allOf = (tests: readonly Test[]): Test => {
  const [first, ...others] = tests;
  if (!first) return () => true;
  if (others.length === 0) return first;
  const rest = allOf(others);
  return (row) => first(row) && rest(row);
};

/** Counts by the unit that had it that day. */
export function byUnit(columns: Columns, chosen: Chosen): Map<number, number> {
  const { unit, from } = columns;
  let highest = 0;
  for (let row = 0; row < columns.length; row += 1)
    if (from[row] !== never) highest = Math.max(highest, at(unit, row));
  const counts = new Int32Array(highest + 1);
  forEachRow(columns, chosen, (row) => {
    counts[at(unit, row)] = at(counts, at(unit, row)) + 1;
  });
  const found = new Map<number, number>();
  for (let id = 0; id < counts.length; id += 1) if (at(counts, id) > 0) found.set(id, at(counts, id));
  return found;
}

const at = (numbers: Int32Array | Uint32Array | Uint16Array | Uint8Array, row: number): number =>
  numbers[row] as number;

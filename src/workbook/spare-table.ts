// What of a table of counts of persons is not given away to others than the unit itself: small counts, what they could be
// reckoned from – in this table, or in the same one asked with a condition less – and the mean age of few.
import { agesSparedOf, smallestOf, sparedOf } from './spare.ts';

export interface Line {
  key: string;
  count: number;
  /** of ages: how many are known */
  known: number | null;
}

export interface Lines {
  rows: readonly Line[];
  total: Line;
  /** every record stands in one row, in several, or rows stand for days of their own */
  rowsAre: 'parts' | 'overlapping' | 'apart';
  /** tells something of persons: by its values, or by what it is filtered by */
  personal: boolean;
  /** only chosen persons are counted */
  filtered: boolean;
}

export interface Around {
  /** the least count of persons that is shown of another unit */
  least: number;
  /** the same table without one of its conditions on persons, for each of them */
  wider: readonly Lines[];
}

interface Out {
  /** by index of the row */
  rows: ReadonlySet<number>;
  total: boolean;
}
export interface Spared {
  counts: Out;
  ages: Out;
}
const nothing: Out = { rows: new Set(), total: false };
export const allTold: Spared = { counts: nothing, ages: nothing };

export function sparedIn(table: Lines, { least, wider }: Around): Spared {
  const small = (count: number) => count > 0 && count < least;
  return { counts: countsOut(table, { least, wider, small }), ages: agesOut(table, { least, wider, small }) };
}

interface Looked extends Around {
  small: (count: number) => boolean;
}

/**
 * Of a whole that is small no row is told, not even the empty ones: they would tell who the few are; and where it is a number
 * of chosen persons, neither is the sum.
 */
function countsOut(table: Lines, around: Looked): Out {
  const { least, small } = around;
  const { personal, filtered } = table;
  if (!personal) return nothing;
  const counts = table.rows.map(({ count }) => count);
  if (small(table.total.count)) return { rows: new Set(counts.keys()), total: filtered };
  const telling = tellingOf(table, around, ({ count }) => count);
  if (table.rowsAre === 'parts') return covered(counts, sparedOf(counts, least, telling.rows), telling.total);
  const few = counts.flatMap((count, at) => (small(count) ? [at] : []));
  return { rows: new Set([...few, ...telling.rows]), total: telling.total };
}

/** The mean age of very few is the age of somebody. */
function agesOut(table: Lines, around: Looked): Out {
  const knownOf = ({ known }: Line) => known ?? 0;
  const known = table.rows.map(knownOf);
  const telling = tellingOf(table, around, knownOf);
  const total = telling.total || around.small(knownOf(table.total));
  return covered(known, agesSparedOf(known, around.least, telling.rows), total);
}

/** Rows tell their sum: where that is left out, so is one of them. */
function covered(counts: readonly number[], spared: ReadonlySet<number>, total: boolean): Out {
  const next = total && spared.size === 0 ? smallestOf(counts, spared) : undefined;
  return { rows: next === undefined ? spared : new Set([next]), total };
}

/** Numbers of which the rest is small: of the same without a condition, and where rows overlap of the whole. */
function tellingOf(table: Lines, { wider, small }: Looked, numberOf: (line: Line) => number): Out {
  const tells = (number: number, lineOf: (one: Lines) => Line | undefined) =>
    wider.some((one) => {
      const line = lineOf(one);
      return line !== undefined && small(numberOf(line) - number);
    });
  const whole = numberOf(table.total);
  const rows = table.rows.flatMap((row, at) => {
    const number = numberOf(row);
    const left = table.rowsAre === 'overlapping' && small(whole - number);
    return left || tells(number, (one) => one.rows.find(({ key }) => key === row.key)) ? [at] : [];
  });
  return { rows: new Set(rows), total: tells(whole, ({ total }) => total) };
}

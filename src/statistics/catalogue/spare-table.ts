// What of a table of statistics is not given away to others than the unit itself: small counts of persons, what they could be
// reckoned from – in this table, or in the same one asked with a condition less – and the mean age of few.
import { getDimension, isDimension } from './dimension.ts';
import { agesSparedOf, smallestOf, sparedOf } from './spare.ts';
import type { Row, TableView } from './view.ts';

export interface Around {
  /** the least count of persons that is shown of another unit */
  least: number;
  /** the same table without one of its conditions on persons, for each of them */
  wider: readonly TableView[];
}

interface Out {
  /** by index of the row, the unknown one last */
  rows: ReadonlySet<number>;
  total: boolean;
}
export interface Spared {
  counts: Out;
  ages: Out;
}
const nothing: Out = { rows: new Set(), total: false };
export const allTold: Spared = { counts: nothing, ages: nothing };

/** By its values, or under such a condition, a number tells something of persons. */
export const isPersonal = (by: string): boolean =>
  by === 'part' || by === 'parts' || (isDimension(by) && getDimension(by).personal);

export const linesOf = ({ rows, unknown }: TableView): Row[] => [...rows, ...(unknown ? [unknown] : [])];

export function sparedIn(table: TableView, { least, wider }: Around): Spared {
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
function countsOut(table: TableView, around: Looked): Out {
  const { least, small } = around;
  const filtered = table.where.length > 0;
  if (table.figure.record === 'unit' || !(filtered || isPersonal(table.by))) return nothing;
  const counts = linesOf(table).map(({ count }) => count);
  if (small(table.total.count)) return { rows: new Set(counts.keys()), total: filtered };
  const telling = tellingOf(table, around, ({ count }) => count);
  if (table.partition) return covered(counts, sparedOf(counts, least, telling.rows), telling.total);
  const few = counts.flatMap((count, at) => (small(count) ? [at] : []));
  return { rows: new Set([...few, ...telling.rows]), total: telling.total };
}

/** The mean age of very few is the age of somebody. */
function agesOut(table: TableView, around: Looked): Out {
  const knownOf = ({ known }: Row) => known ?? 0;
  const known = linesOf(table).map(knownOf);
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
function tellingOf(table: TableView, { wider, small }: Looked, numberOf: (row: Row) => number): Out {
  const rest = (one: TableView, key: string | null, number: number) => {
    const row = key === null ? one.total : linesOf(one).find((line) => line.key === key);
    return (row ? numberOf(row) : number) - number;
  };
  const tells = (key: string | null, number: number) => wider.some((one) => small(rest(one, key, number)));
  const whole = numberOf(table.total);
  const overlap = table.by === 'parts' || table.by === 'areas';
  const rows = linesOf(table).flatMap((row, at) => {
    const number = numberOf(row);
    return tells(row.key, number) || (overlap && small(whole - number)) ? [at] : [];
  });
  return { rows: new Set(rows), total: tells(null, whole) };
}

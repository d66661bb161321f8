// Rows that stand on a day, or happened within days, found once for the days asked last: a report asks hundreds of questions
// about the same ones, and few of all rows there ever were stand on any. Columns never change, so neither does what is kept.
import type { Columns } from '../../../columns/columns.ts';
import { keepNewest } from '../../../platform/newest.ts';
import type { Span } from './ask.ts';

const spansKept = 6;
const kept = new WeakMap<Columns, Map<string, Uint32Array>>();

/** In the order in which they came. */
export function rowsWithin(
  columns: Columns,
  { from, to }: Span,
  within: (row: number) => boolean,
): Uint32Array {
  const spans = kept.get(columns) ?? new Map<string, Uint32Array>();
  kept.set(columns, spans);
  const key = columns.source.nature === 'stock' ? to : `${from} ${to}`;
  const rows = spans.get(key) ?? found(columns.length, within);
  keepNewest(spans, [key, rows], spansKept);
  return rows;
}

function found(length: number, within: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row += 1) if (within(row)) rows[count++] = row;
  return rows.slice(0, count);
}

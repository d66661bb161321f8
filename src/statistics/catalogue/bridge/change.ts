// Why the number of a figure that stands differs between two days: which rows came and went, and which only changed to or
// from another unit. Who counts on both days is told by the subject, whatever row stands for it.
import { type Chosen, rowsOf } from '../held/ask.ts';
import { type Columns, subjectOf } from '../../../columns/columns.ts';

export const changeIds = ['came', 'joined', 'went', 'parted'] as const;
export type ChangeId = (typeof changeIds)[number];
/** Rows of the last day that came or joined, rows of the first day that went or parted. */
export type Change = Record<ChangeId, Uint32Array>;

/** `first` and `last`: what counts at the end of each day. */
export function changeOf(columns: Columns, first: Chosen, last: Chosen): Change {
  const [old, now] = [rowsOf(columns, first), rowsOf(columns, last)];
  const gone = without(columns, old, now);
  const fresh = without(columns, now, old);
  const [joined, came] = parted(columns, fresh, first);
  const [left, went] = parted(columns, gone, last);
  return { came, joined, went, parted: left };
}

/** Rows whose subject has not as many among the others. */
function without(columns: Columns, rows: Uint32Array, others: Uint32Array): Uint32Array {
  const there = new Map<string, number>();
  for (const row of others) {
    const id = subjectOf(columns, row);
    there.set(id, (there.get(id) ?? 0) + 1);
  }
  return rows.filter((row) => {
    const id = subjectOf(columns, row);
    const left = there.get(id) ?? 0;
    there.set(id, left - 1);
    return left <= 0;
  });
}

/** Those whose subject counts on the other day as well, outside of the branch, and the rest. */
function parted(columns: Columns, rows: Uint32Array, other: Chosen): [Uint32Array, Uint32Array] {
  if (rows.length === 0) return [rows, rows];
  const wanted = new Set(Array.from(rows, (row) => subjectOf(columns, row)));
  const inside = other.branch?.groups;
  const elsewhere = new Set<string>();
  for (const row of rowsOf(columns, { ...other, branch: undefined })) {
    const id = subjectOf(columns, row);
    if (wanted.has(id) && !inside?.[columns.unit[row] as number]) elsewhere.add(id);
  }
  const has = (row: number): boolean => elsewhere.has(subjectOf(columns, row));
  return [rows.filter(has), rows.filter((row) => !has(row))];
}

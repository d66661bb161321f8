// Columns in words: every row as a text, in the order of lists.
import { type Columns, dayOf, subjectOf } from '../src/columns/columns.ts';
import { inOrder } from '../src/columns/order.ts';

export const told = (columns: Columns): string[] =>
  [...inOrder(columns)].map((row) =>
    JSON.stringify([
      columns.unit[row],
      columns.from[row],
      columns.to[row],
      columns.born[row] ?? null,
      columns.other[row] ?? null,
      dayOf(columns, row),
      subjectOf(columns, row),
      ...[...columns.codes].map(([by, { values, at }]) => `${by} ${values[at[row] as number]}`),
    ]),
  );

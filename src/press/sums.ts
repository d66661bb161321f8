// The counts of a report, each once in however many tables it stands, and the sums between them: what the rows of a group
// make together, and what a number makes with those of the same question asked of a part.
import type { Cell, Row, TablePart } from './body.ts';
import { latticeSums } from './lattice.ts';

export interface Count {
  /** null: no cell asks for it, though it follows from what others ask */
  value: number | null;
  /** a sum of the form, or a number that tells nothing of persons: never left out */
  known: boolean;
  asks: Asks | null;
}
export interface Asks {
  /** figure and days: among these the questions are parts of one another */
  family: string;
  /** by breakdown: the value; 'unit' for one below the unit of the report */
  of: ReadonlyMap<string, string>;
}
/** whole = the sum of the parts; null: known from elsewhere. */
export interface Sum {
  parts: Count[];
  whole: Count | null;
}

export type Opens = NonNullable<Cell['opens']>;

/** Parts, and marks of places, overlap each other, so that each is a breakdown by itself: to be in it or not. */
const breakdownOf = (condition: string): [string, string] => {
  const [by = '', value = ''] = condition.split(':');
  return by === 'part' || by === 'area' ? [condition, 'in'] : [by, value];
};

export function asksOf({ figure, query }: Opens, root: string): Asks {
  const { where, by: _by, unit, own, ...rest } = query;
  const days = Object.entries(rest)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();
  const below: [string, string][] = own || unit !== root ? [['unit', own ? 'own' : (unit ?? '')]] : [];
  const conditions = where ? where.split(',').map(breakdownOf) : [];
  return {
    family: [figure, ...days].join(' '),
    of: new Map([...below, ...conditions].toSorted(([a], [b]) => a.localeCompare(b))),
  };
}

export const wordsOf = (of: ReadonlyMap<string, string>): string =>
  [...of].map(([by, value]) => `${by}:${value}`).join(',');

/** By cell; cells that ask the same share one count. `root`: whose report it is. */
export function countsOf(tables: readonly TablePart[], root: string): Map<Cell, Count> {
  const counts = new Map<Cell, Count>();
  const asked = new Map<string, Count>();
  for (const { rows, personal } of tables)
    for (const { cells, whole } of rows)
      for (const cell of cells) {
        if (cell.measure !== 'count' || cell.value === null) continue;
        const asks = cell.opens && asksOf(cell.opens, root);
        counts.set(cell, countOf(asked, { value: cell.value, known: whole || !personal, asks }));
      }
  return counts;
}

/** What tells nothing where it stands once is told everywhere. */
function countOf(asked: Map<string, Count>, count: Count): Count {
  if (!count.asks) return count;
  const key = `${count.asks.family} ${wordsOf(count.asks.of)}`;
  const same = asked.get(key) ?? count;
  same.known ||= count.known;
  asked.set(key, same);
  return same;
}

export function sumsOf(tables: readonly TablePart[], counts: ReadonlyMap<Cell, Count>): Sum[] {
  const together = tables
    .flatMap(({ rows }) => [...groupsIn(rows, counts), ...acrossIn(rows, counts)])
    .map((parts) => [...new Set(parts)]);
  return [
    // One alone is no sum: whoever knew it would know it already.
    ...together.filter(({ length }) => length > 1).map((parts): Sum => ({ parts, whole: null })),
    ...latticeSums(new Set(counts.values())),
  ];
}

/** Rows of one level that stand together under the same row above: they may be parts of one sum. */
function groupsIn(rows: readonly Row[], counts: ReadonlyMap<Cell, Count>): Count[][] {
  const open: (Row[] | undefined)[] = [];
  const groups: Row[][] = [];
  for (const row of rows) {
    open.length = row.level + 1;
    // Sums are what the unit is known for; headings hold nothing.
    if (row.whole || row.cells.length === 0) continue;
    const group = open[row.level];
    if (group) {
      group.push(row);
      continue;
    }
    const begun = [row];
    open[row.level] = begun;
    groups.push(begun);
  }
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return groups.flatMap((group) =>
    Array.from({ length: columns }, (_, column) =>
      group.flatMap(({ cells }) => countAt(cells[column], counts)),
    ),
  );
}

/** A row with a number that was reckoned from others in it. */
const acrossIn = (rows: readonly Row[], counts: ReadonlyMap<Cell, Count>): Count[][] =>
  rows
    .map(({ cells }) => cells.flatMap((cell) => countAt(cell, counts)))
    .filter((row) => row.some(({ asks }) => asks === null) && row.some(({ asks }) => asks !== null));

const countAt = (cell: Cell | undefined, counts: ReadonlyMap<Cell, Count>): Count[] => {
  const count = cell && counts.get(cell);
  return count ? [count] : [];
};

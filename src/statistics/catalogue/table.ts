// Counts in groups: each row of a source falls in one group – a unit below, a month, a value – and a group has its count,
// and its ages where the figure is one of ages. Nothing here asks a database.
import type { Tree, TreeNode } from '../../org/tree.ts';
import { parts } from '../part.ts';
import type { PartId } from '../part.ts';
import { ageTest, codesOf, type Columns, forEachRow, type Light, partTest, type Test } from './columns.ts';
import type { DimensionId } from './dimension.ts';

export interface Tally {
  count: number;
  /** whole years of those whose birth is known */
  ages: number[];
}
export const emptyTally = (): Tally => ({ count: 0, ages: [] });

/** Tallies by the key of their group. */
export type Tallies = Map<string, Tally>;

export interface Question {
  light: Light;
  /** rows that count at all: the branch and every condition */
  tests: readonly Test[];
  ages: boolean;
}

/** One pass; the key says the group, null leaves the row out. */
export function tallyBy(
  columns: Columns,
  { light, tests, ages }: Question,
  keyOf: (row: number) => string | null,
): Tallies {
  const tallies: Tallies = new Map();
  const age = ageTest(columns, light);
  forEachRow(columns, { span: light.span, tests }, (row) => {
    const key = keyOf(row);
    if (key === null) return;
    const tally = tallies.get(key) ?? emptyTally();
    tallies.set(key, tally);
    tally.count += 1;
    const years = ages ? age(row) : null;
    if (years !== null) tally.ages.push(years);
  });
  return tallies;
}

/** Units of these branches, by id: the branch that each belongs to. */
export interface Branches {
  inside: Test;
  /** id of the branch whose unit had the row, as text; null outside of all */
  branchOf: (row: number) => string | null;
}

export function branchesOf(columns: Columns, tree: Tree, nodes: readonly TreeNode[]): Branches {
  const highest = tree.nodes.reduce((most, { id }) => Math.max(most, id), 0);
  const branch = Array.from<string | undefined>({ length: highest + 1 });
  for (const { id, index, end } of nodes) {
    const key = String(id);
    for (let at = index; at < end; at += 1) branch[(tree.nodes[at] as TreeNode).id] = key;
  }
  const { unit } = columns;
  return {
    inside: (row) => branch[unit[row] as number] !== undefined,
    branchOf: (row) => branch[unit[row] as number] ?? null,
  };
}

/** Whether the row’s unit is this one itself, not one below it. */
export const unitTest =
  (columns: Columns, id: number): Test =>
  (row) =>
    columns.unit[row] === id;

/** Moves whose other end lies in the same branches are set off. */
export function netTest(columns: Columns, tree: Tree, nodes: readonly TreeNode[]): Test {
  const inside = new Set(nodes.flatMap(({ index, end }) => tree.nodes.slice(index, end).map(({ id }) => id)));
  return (row) => !inside.has(columns.other[row] as number);
}

export function tallyByValue(columns: Columns, question: Question, by: DimensionId): Tallies {
  const { values, of } = codesOf(columns, by, question.light);
  return tallyBy(columns, question, (row) => values[of(row)] ?? '');
}

/** By so many figures of the day; what is known by year only falls under the year. */
export function tallyByDay(columns: Columns, question: Question, by: 'month' | 'year'): Tallies {
  return tallyBy(columns, question, (row) => {
    const day = String(columns.from[row]);
    if (by === 'year' || (columns.yearly[row] === 1 && !columns.source.byFirstDay)) return day.slice(0, 4);
    return `${day.slice(0, 4)}-${day.slice(4, 6)}`;
  });
}

/** Parts overlap: each is counted by itself. */
export function tallyParts(columns: Columns, question: Question): Tallies {
  const counted = parts.filter((part) => part.counted);
  return new Map(
    counted.map(({ id }) => {
      const tests = [...question.tests, partTest(columns, id as PartId, question.light)];
      return [id, tallyBy(columns, { ...question, tests }, () => '').get('') ?? emptyTally()];
    }),
  );
}

/** Groups that leave nothing out and nothing twice, together. */
export function together(tallies: Tallies): Tally {
  const all = emptyTally();
  for (const { count, ages } of tallies.values()) {
    all.count += count;
    all.ages.push(...ages);
  }
  return all;
}

export const meanOf = (ages: readonly number[]): number | null =>
  ages.length > 0 ? ages.reduce((sum, age) => sum + age, 0) / ages.length : null;

export function medianOf(ages: readonly number[]): number | null {
  const sorted = ages.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  if (!Number.isInteger(middle)) return sorted[Math.floor(middle)] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

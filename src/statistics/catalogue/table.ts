// Numbers of a table from the rows of one figure: each row of the view falls into one group – a branch of the tree, a
// month, a value – and a group has its count, and its ages where the figure is one of ages. Nothing here asks a database.
import type { Tree, TreeNode } from '../../org/tree.ts';
import { parts } from '../part.ts';
import {
  ageMost,
  ageTest,
  type Branch,
  codesOf,
  countParts,
  forEachRow,
  type Light,
  rowsOf,
  type Test,
} from './held/ask.ts';
import type { Columns } from '../../columns/columns.ts';
import type { DimensionId } from './dimension.ts';

export interface Tally {
  count: number;
  /** how many are so many whole years old; those whose birth is not known stand in none. Absent: not asked */
  ages: Ages | null;
}
export type Ages = Uint32Array;
export const emptyTally = (ages = false): Tally => ({
  count: 0,
  ages: ages ? new Uint32Array(ageMost + 1) : null,
});

/** Tallies by the key of their group. */
export type Tallies = Map<string, Tally>;

export interface Question {
  light: Light;
  branch: Branch;
  /** every condition but the branch */
  tests: readonly Test[];
  ages: boolean;
}

/** One pass; a row falls into the group of that number. */
function tallied(
  columns: Columns,
  { light, branch, tests, ages }: Question,
  groupOf: (row: number, branch: number) => number,
): Tally[] {
  const counts: number[] = [];
  const known: Tally[] = [];
  const age = ages ? ageTest(columns, light) : null;
  forEachRow(columns, { span: light.span, branch, tests }, (row, own) => {
    const group = groupOf(row, own);
    counts[group] = (counts[group] ?? 0) + 1;
    const years = age ? age(row) : -1;
    if (years < 0) return;
    const held = (known[group] ??= emptyTally(true)).ages as Ages;
    held[years] = (held[years] as number) + 1;
  });
  return Array.from(counts, (count, group) => ({
    count: count ?? 0,
    ages: ages ? (known[group]?.ages ?? emptyTally(true).ages) : null,
  }));
}

const keyed = (tallies: readonly Tally[], keyOf: (group: number) => string): Tallies =>
  new Map(tallies.flatMap((tally, group) => (tally.count > 0 ? [[keyOf(group), tally] as const] : [])));

export const tallyAll = (columns: Columns, question: Question): Tally =>
  tallied(columns, question, () => 0)[0] ?? emptyTally(question.ages);

/** By the groups of the branch: their keys in turn. */
export const tallyBranches = (columns: Columns, question: Question, keys: readonly string[]): Tallies =>
  keyed(
    tallied(columns, question, (_, own) => own),
    (group) => keys[group] as string,
  );

export function tallyByValue(columns: Columns, question: Question, by: DimensionId): Tallies {
  const { values, of } = codesOf(columns, by, question.light);
  return keyed(tallied(columns, question, of), (group) => values[group] ?? '');
}

/** Under a month, or under the year where no more is known or asked. */
export function tallyByDay(columns: Columns, question: Question, by: 'month' | 'year'): Tallies {
  const { from, letters, source } = columns;
  const yearly = (row: number) => by === 'year' || (letters[row] === 4 && !source.byFirstDay);
  const groups = new Map<number, number>();
  const tallies = tallied(columns, question, (row) => {
    const month = Math.floor((from[row] as number) / 100);
    const key = yearly(row) ? month - (month % 100) : month;
    return groups.get(key) ?? groups.set(key, groups.size).size - 1;
  });
  const keys = [...groups.keys()].map((key) => {
    const text = String(key);
    return key % 100 === 0 ? text.slice(0, 4) : `${text.slice(0, 4)}-${text.slice(4)}`;
  });
  return keyed(tallies, (group) => keys[group] as string);
}

/** Parts overlap: each is counted by itself. */
export function tallyParts(columns: Columns, question: Question): Tallies {
  const rows = rowsOf(columns, { ...question, span: question.light.span });
  const ids = parts.filter(({ counted }) => counted).map(({ id }) => id);
  const counts = countParts(columns, rows, { parts: ids, light: question.light });
  return new Map(ids.map((id, nth) => [id, { count: counts[nth] as number, ages: null }]));
}

/** Groups that leave nothing out and nothing twice, together. */
export function together(tallies: Tallies): Tally {
  const all = emptyTally([...tallies.values()].some(({ ages }) => ages !== null));
  for (const { count, ages } of tallies.values()) {
    all.count += count;
    const sum = all.ages;
    if (sum) ages?.forEach((number, years) => (sum[years] = (sum[years] as number) + number));
  }
  return all;
}

// ---- branches of a tree

/** What counts, in one group or in one for each of these nodes. */
export function branchOf(tree: Tree, nodes: readonly TreeNode[], each: 'together' | 'apart'): Branch {
  const ids: number[] = [];
  let highest = 0;
  for (const { id } of tree.nodes) highest = Math.max(highest, id);
  const groups = new Int32Array(highest + 1);
  for (const [nth, { index, end }] of nodes.entries())
    for (let at = index; at < end; at += 1) {
      const { id } = tree.nodes[at] as TreeNode;
      groups[id] = each === 'apart' ? nth + 1 : 1;
      ids.push(id);
    }
  return { ids, groups };
}

/** Units of the branches below, each under its own; those of the tops themselves under the last group. */
export function childBranches(tree: Tree, tops: readonly TreeNode[], below: readonly TreeNode[]): Branch {
  const whole = branchOf(tree, tops, 'together');
  const apart = branchOf(tree, below, 'apart');
  for (const id of whole.ids) whole.groups[id] = apart.groups[id] || below.length + 1;
  return whole;
}

/** The units themselves, without those below them. */
export const alone = (branch: Branch, tops: readonly TreeNode[]): Branch => ({
  ids: tops.map(({ id }) => id),
  groups: flagged(branch.groups.length, tops),
});

function flagged(length: number, nodes: readonly TreeNode[]): Int32Array {
  const groups = new Int32Array(length);
  for (const { id } of nodes) groups[id] = 1;
  return groups;
}

/** Moves whose other end lies in the same branch are set off. */
export const netTest =
  ({ other }: Columns, { groups }: Branch): Test =>
  (row) =>
    (groups[other[row] ?? 0] ?? 0) === 0;

// ---- ages

export const knownOf = (ages: Ages): number => ages.reduce((sum, count) => sum + count, 0);

export function meanOf(ages: Ages): number | null {
  const known = knownOf(ages);
  return known > 0 ? ages.reduce((sum, count, years) => sum + count * years, 0) / known : null;
}

export function medianOf(ages: Ages): number | null {
  const known = knownOf(ages);
  if (known === 0) return null;
  return (ageOfNth(ages, (known - 1) >> 1) + ageOfNth(ages, known >> 1)) / 2;
}

/** The age of the one that comes there in order, from 0. */
function ageOfNth(ages: Ages, nth: number): number {
  let passed = 0;
  for (let years = 0; years < ages.length; years += 1) {
    passed += ages[years] as number;
    if (passed > nth) return years;
  }
  return ageMost;
}

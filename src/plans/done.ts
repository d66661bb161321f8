// What was done, for every unit of a tree at once: counted in the cells and summed up, and where a result was told that
// says more than what was counted, the told one – with what was counted after the day it speaks of.
import { rollUp, type Tree, type TreeNode } from '../org/tree.ts';
import type { Day } from '../platform/day.ts';
import { type Count, type Mark, weakest } from './amount.ts';

/** By index of the node. */
export interface Done {
  values: Float64Array;
  counted: Float64Array;
  marks: Mark[];
}

export interface ToldValue {
  unitId: number;
  asOf: Day;
  value: number | null;
  mark: Mark;
}

/** Own counts by unit, of what happened after a day. */
export type After = ReadonlyMap<Day, ReadonlyMap<number, number>>;

export const doneAt = ({ values, marks }: Done, index: number): Count => ({
  value: values[index] ?? 0,
  mark: marks[index] ?? 'exact',
});

export function countedUp(tree: Tree, own: ReadonlyMap<number, number>): Done {
  const counted = rollUp(tree, own);
  return { values: counted.slice(), counted, marks: tree.nodes.map(() => 'exact' as const) };
}

/** Several spans of time together. */
export function together(tree: Tree, list: readonly Done[]): Done {
  const add = (of: (done: Done) => Float64Array) =>
    new Float64Array(tree.nodes.length).map((_, index) =>
      list.reduce((sum, done) => sum + (of(done)[index] ?? 0), 0),
    );
  return {
    values: add(({ values }) => values),
    counted: add(({ counted }) => counted),
    marks: tree.nodes.map((_, index) => weakest(list.map(({ marks }) => marks[index] ?? 'exact'))),
  };
}

/** What was told takes the place of a smaller number, in its unit and in the sums of those above it. */
export function withTold(tree: Tree, done: Done, told: readonly ToldValue[], after: After): Done {
  const said = new Map(told.flatMap((one) => (tree.byId.has(one.unitId) ? [[one.unitId, one]] : [])));
  if (said.size === 0) return done;
  const later = new Map([...after].map(([day, own]) => [day, rollUp(tree, own)]));
  const [values, marks] = [done.values.slice(), [...done.marks]];
  for (const node of tree.nodes.toReversed()) {
    const spoken = spokenOf(said.get(node.id), (day) => later.get(day)?.[node.index] ?? 0);
    const more = spoken ? spoken.value - at(values, node.index) : 0;
    if (spoken && more > 0) {
      marks[node.index] = spoken.mark;
      for (const above of upFrom(tree, node)) values[above.index] = at(values, above.index) + more;
    }
    const parent = parentOf(tree, node);
    if (parent) marks[parent.index] = weakest([at(marks, parent.index), at(marks, node.index)]);
  }
  return { ...done, values, marks };
}

const at = <T>(list: ArrayLike<T>, index: number): T => list[index] as T;
const parentOf = (tree: Tree, node: TreeNode): TreeNode | undefined =>
  node.parentId === null ? undefined : tree.byId.get(node.parentId);

/** The unit itself and all above it. */
function upFrom(tree: Tree, node: TreeNode): TreeNode[] {
  const parent = parentOf(tree, node);
  return parent ? [node, ...upFrom(tree, parent)] : [node];
}

function spokenOf(told: ToldValue | undefined, since: (day: Day) => number): Count | null {
  return told && told.value !== null ? { value: told.value + since(told.asOf), mark: told.mark } : null;
}

// From one day to another: start + what came − what went = end, for one unit and for every unit of a tree at once. Moves
// inside a unit are set off where the two ways meet; units that changed their place come and go as a whole.
import type { Tree, TreeNode } from '../../../org/tree.ts';
import { codesOf, forEachRow, type Light } from '../held/ask.ts';
import type { Columns } from '../../../columns/columns.ts';
import { increases, terms } from '../dimension.ts';

export interface Flows {
  /** by term, by index of the node in the tree of the last day: net of moves inside */
  sums: Map<string, Float64Array>;
  /** moves inside each branch */
  inside: Float64Array;
}

export const signOf = (term: string): 1 | -1 => (increases.includes(term) ? 1 : -1);

/** `own`: units by id → counts; made for every term in one pass. */
export function flowsOf(columns: Columns, tree: Tree, light: Light): Flows {
  const own = new Map(terms.map(({ code }) => [code, new Float64Array(tree.nodes.length)]));
  const inside = new Float64Array(tree.nodes.length);
  const { values, of } = codesOf(columns, 'term', light);
  forEachRow(columns, { span: light.span, tests: [] }, (row) => {
    const node = tree.byId.get(columns.unit[row] as number);
    const term = values[of(row)] as string;
    const sum = own.get(term);
    if (!node || !sum) return;
    add(sum, node.index, 1);
    const other = tree.byId.get(columns.other[row] as number);
    const meeting = other && meet(tree, node, other);
    if (!meeting) return;
    add(sum, meeting.index, -1);
    if (term === 'moved_in') add(inside, meeting.index, 1);
  });
  return {
    sums: new Map([...own].map(([term, counts]) => [term, upwards(tree, counts)])),
    inside: upwards(tree, inside),
  };
}

const add = (counts: Float64Array, index: number, count: number): void => {
  counts[index] = (counts[index] ?? 0) + count;
};

/** The lowest branch that holds both. */
export function meet(tree: Tree, one: TreeNode, other: TreeNode): TreeNode | null {
  let node: TreeNode | undefined = one;
  while (node && !(other.index >= node.index && other.index < node.end))
    node = node.parentId === null ? undefined : tree.byId.get(node.parentId);
  return node ?? null;
}

/** Own counts summed up the branches, by index; the parents of a tree are looked up once. */
function upwards(tree: Tree, counts: Float64Array): Float64Array {
  const parents = parentsOf(tree);
  for (let index = counts.length - 1; index > 0; index -= 1) {
    const parent = parents[index] as number;
    if (parent >= 0) add(counts, parent, counts[index] as number);
  }
  return counts;
}

const parents = new WeakMap<readonly TreeNode[], Int32Array>();
function parentsOf({ nodes, byId }: Tree): Int32Array {
  const known = parents.get(nodes);
  if (known) return known;
  const made = Int32Array.from(nodes, ({ parentId }) =>
    parentId === null ? -1 : (byId.get(parentId)?.index ?? -1),
  );
  parents.set(nodes, made);
  return made;
}

/** Counts by unit, summed up in the tree. */
export function summed(tree: Tree, own: ReadonlyMap<number, number>): Float64Array {
  const counts = new Float64Array(tree.nodes.length);
  for (const [id, count] of own) {
    const node = tree.byId.get(id);
    if (node) counts[node.index] = count;
  }
  return upwards(tree, counts);
}

export interface Moved {
  id: number;
  name: string;
  count: number;
  /** all below it came or went, so that its records are the number */
  whole: boolean;
}

/** Units that the branch has on the last day and had not on the first, each with all below it; or the other way round. */
export function branchesMoved(
  now: { tree: Tree; node: TreeNode | undefined },
  then: { tree: Tree; node: TreeNode | undefined },
  members: ReadonlyMap<number, number>,
): Moved[] {
  const { tree, node } = now;
  if (!node) return [];
  const had = (id: number): boolean => {
    const held = then.tree.byId.get(id);
    return !!held && !!then.node && held.index >= then.node.index && held.index < then.node.end;
  };
  const found: Moved[] = [];
  for (let at = node.index; at < node.end; at += 1) {
    const { id, name, parentId } = tree.nodes[at] as TreeNode;
    const count = members.get(id) ?? 0;
    if (had(id) || count === 0) continue;
    const above = found.find((one) => one.id === parentId || isBelow(tree, id, one.id));
    if (above) above.count += count;
    else found.push({ id, name, count, whole: true });
  }
  return found.map((one) => ({ ...one, whole: one.count === membersOf(tree, one.id, members) }));
}

function membersOf(tree: Tree, id: number, members: ReadonlyMap<number, number>): number {
  const { index = 0, end = 0 } = tree.byId.get(id) ?? {};
  return tree.nodes.slice(index, end).reduce((sum, node) => sum + (members.get(node.id) ?? 0), 0);
}

function isBelow(tree: Tree, id: number, top: number): boolean {
  const [node, above] = [tree.byId.get(id), tree.byId.get(top)];
  return !!node && !!above && node.index >= above.index && node.index < above.end;
}

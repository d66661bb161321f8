// The tree of units as it stood on a day, as one list from the top down: a branch is a slice of it, and sums run up it
// in one pass. Made from the dated places of all units; nothing here asks a database.
import { type Day, latest, type PartialDay } from '../platform/day.ts';
import { findUnitKind } from './organisation.ts';
import { inTreeOrder } from './unit-tree.ts';

/** One dated place of one unit, [fromOn, toOn). */
export interface TreePlace {
  id: number;
  fromOn: PartialDay | '';
  toOn: PartialDay | null;
  parentId: number | null;
  kind: string;
  type: string | null;
  name: string;
  external: boolean;
  endedOn: PartialDay | null;
}

export interface TreeNode {
  id: number;
  /** null at the top, and below a superior that is known by name only */
  parentId: number | null;
  name: string;
  kind: string;
  type: string | null;
  cell: boolean;
  depth: number;
  index: number;
  /** subtree = nodes.slice(index, end) */
  end: number;
  /** of that day: '/1/14/' */
  path: string;
  /** the unit had ended by that day; shown because it still had the year's work */
  endedOn: PartialDay | null;
}

/** '/1/14/' → [1, 14]: from the top down to the unit itself. */
export const idsOnPath = (path: string): number[] => path.split('/').filter(Boolean).map(Number);

export interface Tree {
  on: Day;
  nodes: TreeNode[];
  byId: Map<number, TreeNode>;
}

export interface TreeOptions {
  /** units that ended after this day stay under their last parent */
  keepEndedSince?: Day | undefined;
}

/** `places` in any order; of a unit the one that held on the day counts, of a unit kept after its end the last. */
export function treeOf(places: readonly TreePlace[], on: Day, { keepEndedSince }: TreeOptions = {}): Tree {
  const held = new Map<number, TreePlace>();
  for (const place of places) {
    if (place.external || !counts(place, on, keepEndedSince)) continue;
    const other = held.get(place.id);
    if (!other || other.fromOn < place.fromOn) held.set(place.id, place);
  }
  return listed(on, standIn(held));
}

function counts(place: TreePlace, on: Day, keep: Day | undefined): boolean {
  if (place.fromOn > on) return false;
  if (place.toOn === null || place.toOn > on) return true;
  return keep !== undefined && place.endedOn !== null && latest(place.endedOn) > keep && place.endedOn <= on;
}

/** Days on which some tree changes: between two of them all days have the same units in the same places. */
export function changesOf(places: readonly TreePlace[]): string[] {
  const days = places.flatMap(({ fromOn, toOn, endedOn }) => [
    fromOn,
    ...(toOn === null ? [] : [toOn]),
    ...(endedOn === null ? [] : [endedOn, latest(endedOn)]),
  ]);
  return [...new Set(days)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** How many of the changes had come by that day. */
export function changesBy(changes: readonly string[], on: Day): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as string) <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A parent that is not in the tree of that day leaves its units at the top. */
function standIn(held: ReadonlyMap<number, TreePlace>): Standing[] {
  return [...held.values()].map((place) => ({
    ...place,
    parentId: place.parentId !== null && held.has(place.parentId) ? place.parentId : null,
  }));
}
type Standing = TreePlace;

function listed(on: Day, standing: readonly Standing[]): Tree {
  const nodes: TreeNode[] = [];
  const byId = new Map<number, TreeNode>();
  for (const place of inTreeOrder(standing)) {
    const parent = place.parentId === null ? undefined : byId.get(place.parentId);
    const node = nodeOf(place, parent, { on, index: nodes.length });
    nodes.push(node);
    byId.set(node.id, node);
  }
  return closed({ on, nodes, byId });
}

/** Each branch ends where the last of those below it does. */
function closed(tree: Tree): Tree {
  for (let index = tree.nodes.length - 1; index > 0; index -= 1) {
    const [node, parent] = [tree.nodes[index], parentOf(tree, index)];
    if (node && parent) parent.end = Math.max(parent.end, node.end);
  }
  return tree;
}

/**
 * A tree of its own, of these branches and what stands above them: what is reckoned over it costs what the branches cost, and
 * not the tree they stand in.
 */
export function cutOut({ on, nodes, byId }: Tree, tops: readonly TreeNode[]): Tree {
  const within = tops.flatMap(({ index, end }) => nodes.slice(index, end));
  const above = tops.flatMap(({ path }) => idsOnPath(path).flatMap((id) => byId.get(id) ?? []));
  const kept = [...new Set([...above, ...within])].toSorted((a, b) => a.index - b.index);
  const own = kept.map((node, index) => ({ ...node, index, end: index + 1 }));
  return closed({ on, nodes: own, byId: new Map(own.map((node) => [node.id, node])) });
}

function nodeOf(
  place: Standing,
  parent: TreeNode | undefined,
  { on, index }: { on: Day; index: number },
): TreeNode {
  return {
    id: place.id,
    parentId: place.parentId,
    name: place.name,
    kind: place.kind,
    type: place.type,
    cell: findUnitKind(place.kind)?.cell ?? false,
    depth: parent ? parent.depth + 1 : 0,
    index,
    end: index + 1,
    path: `${parent?.path ?? '/'}${place.id}/`,
    endedOn: place.endedOn !== null && place.endedOn <= on ? place.endedOn : null,
  };
}

/** Own numbers summed up the branches, by index of the node; what belongs to no unit of the tree is left out. */
export function rollUp(tree: Tree, own: ReadonlyMap<number, number>): Float64Array {
  const sums = new Float64Array(tree.nodes.length);
  for (const [id, count] of own) {
    const node = tree.byId.get(id);
    if (node) sums[node.index] = count;
  }
  for (let index = tree.nodes.length - 1; index > 0; index -= 1) {
    const parent = parentOf(tree, index);
    if (parent) sums[parent.index] = (sums[parent.index] ?? 0) + (sums[index] ?? 0);
  }
  return sums;
}

/** The same for anything that can be added: undefined where nothing below has a value. */
export function addUp<T>(
  tree: Tree,
  own: ReadonlyMap<number, T>,
  add: (sum: T, next: T) => T,
): (T | undefined)[] {
  const sums = tree.nodes.map((node) => own.get(node.id));
  for (let index = sums.length - 1; index > 0; index -= 1) {
    const [parent, sum] = [parentOf(tree, index), sums[index]];
    if (!parent || sum === undefined) continue;
    const before = sums[parent.index];
    sums[parent.index] = before === undefined ? sum : add(before, sum);
  }
  return sums;
}

function parentOf(tree: Tree, index: number): TreeNode | undefined {
  const parent = tree.nodes[index]?.parentId;
  return parent === null || parent === undefined ? undefined : tree.byId.get(parent);
}

/** Sum of what belongs to no unit of this tree: said, not hidden. */
export function leftOut(tree: Tree, own: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [id, count] of own) if (!tree.byId.has(id)) sum += count;
  return sum;
}

export function childrenOf(tree: Tree, id: number): TreeNode[] {
  const node = tree.byId.get(id);
  return node ? below(tree, node.index + 1, node.end) : [];
}

/** Ids of a unit and everything below it. */
export function branchOf(tree: Tree, id: number): number[] {
  const node = tree.byId.get(id);
  return node ? tree.nodes.slice(node.index, node.end).map((one) => one.id) : [];
}

/** The units at the top of the tree: usually one. */
export const rootsOf = (tree: Tree): TreeNode[] => below(tree, 0, tree.nodes.length);

/** Each branch in turn, without what stands below it. */
function below(tree: Tree, from: number, to: number): TreeNode[] {
  const found: TreeNode[] = [];
  for (let at = from; at < to; ) {
    const node = tree.nodes[at] as TreeNode;
    found.push(node);
    at = node.end;
  }
  return found;
}

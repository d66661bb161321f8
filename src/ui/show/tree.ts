// A tree given as flat rows: which are visible, at what depth, and where a key leads.
import { fold } from '../../platform/text.ts';

export interface TreeNode {
  id: string;
  parentId: string | null;
  label: string;
  second?: string | null;
}
export interface TreeRow<N extends TreeNode = TreeNode> {
  node: N;
  depth: number;
  position: number;
  siblings: number;
  children: number;
  open: boolean;
}

function childrenOf<N extends TreeNode>(nodes: N[]): Map<string | null, N[]> {
  const known = new Set(nodes.map(({ id }) => id));
  const children = new Map<string | null, N[]>();
  for (const node of nodes) {
    // A node whose parent is out of the reader's reach stands at the top.
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  return children;
}

/** The rows to draw, in order; a closed node hides what is below it. */
export function visibleRows<N extends TreeNode>(nodes: N[], open: ReadonlySet<string>): TreeRow<N>[] {
  const children = childrenOf(nodes);
  const rows: TreeRow<N>[] = [];
  const walk = (parent: string | null, depth: number) => {
    const list = children.get(parent) ?? [];
    list.forEach((node, index) => {
      const below = children.get(node.id)?.length ?? 0;
      const isOpen = below > 0 && open.has(node.id);
      rows.push({ node, depth, position: index + 1, siblings: list.length, children: below, open: isOpen });
      if (isOpen) walk(node.id, depth + 1);
    });
  };
  walk(null, 0);
  return rows;
}

/** Ids of the nodes above the given depth: those that start open. */
export function openDownTo(nodes: TreeNode[], depth: number): Set<string> {
  const children = childrenOf(nodes);
  const open = new Set<string>();
  const walk = (parent: string | null, level: number) => {
    if (level >= depth) return;
    for (const node of children.get(parent) ?? []) {
      open.add(node.id);
      walk(node.id, level + 1);
    }
  };
  walk(null, 0);
  return open;
}

export type TreeMove = { focus: number } | { toggle: string } | null;

/** What an arrow, Home, End or a letter does at row `at`. */
export function moveBy(key: string, rows: TreeRow[], at: number): TreeMove {
  const row = rows[at];
  if (!row) return null;
  if (key === 'ArrowDown') return { focus: Math.min(at + 1, rows.length - 1) };
  if (key === 'ArrowUp') return { focus: Math.max(at - 1, 0) };
  if (key === 'Home') return { focus: 0 };
  if (key === 'End') return { focus: rows.length - 1 };
  if (key === 'ArrowRight') return inward(rows, at, row);
  if (key === 'ArrowLeft') return outward(rows, at, row);
  return key.length === 1 && key !== ' ' ? byLetter(key, rows, at) : null;
}

function inward(rows: TreeRow[], at: number, row: TreeRow): TreeMove {
  if (row.children === 0) return null;
  return row.open ? { focus: Math.min(at + 1, rows.length - 1) } : { toggle: row.node.id };
}

function outward(rows: TreeRow[], at: number, row: TreeRow): TreeMove {
  if (row.open) return { toggle: row.node.id };
  const parent = rows.slice(0, at).findLastIndex(({ depth }) => depth < row.depth);
  return parent >= 0 ? { focus: parent } : null;
}

function byLetter(letter: string, rows: TreeRow[], at: number): TreeMove {
  const wanted = fold(letter);
  const order = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const found = order.find(({ node }) => fold(node.label).startsWith(wanted));
  return found ? { focus: rows.indexOf(found) } : null;
}

/** Members of either set that are not in both. */
export function flip(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))]);
}

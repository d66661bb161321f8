// A tree to walk with the keyboard: arrows open, close and move, Home and End, a letter jumps, Enter opens.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import css from './TreeView.module.css';
import { flip, moveBy, openDownTo, type TreeMove, type TreeNode, type TreeRow, visibleRows } from './tree.ts';

export interface TreeViewNode extends TreeNode {
  /** Shown at the end of the line: a count, a mark. */
  end?: ReactNode;
}
interface TreeViewProps {
  name: string;
  nodes: TreeViewNode[];
  selected?: string | null;
  onOpen: (id: string) => void;
  /** How many levels start open. */
  openTo?: number;
}

export function TreeView({ name, nodes, selected = null, onOpen, openTo = 2 }: TreeViewProps) {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(selected);
  const list = useRef<HTMLUListElement>(null);
  const atStart = useMemo(() => openDownTo(nodes, openTo), [nodes, openTo]);
  const open = useMemo(() => flip(atStart, changed), [atStart, changed]);
  const rows = useMemo(() => visibleRows(nodes, open), [nodes, open]);
  const current = Math.max(
    rows.findIndex(({ node }) => node.id === focused),
    0,
  );

  const toggle = (id: string) => setChanged((now) => flip(now, new Set([id])));
  const follow = (move: TreeMove) => {
    if (!move) return;
    if ('toggle' in move) return toggle(move.toggle);
    setFocused(rows[move.focus]?.node.id ?? null);
    list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[move.focus]?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const opens = ['Enter', ' '].includes(event.key);
    const move = opens ? null : moveBy(event.key, rows, current);
    if (opens) onOpen(rows[current]?.node.id ?? '');
    if (opens || move) event.preventDefault();
    follow(move);
  };
  return (
    <ul ref={list} role="tree" aria-label={name} className={css.tree} onKeyDown={press}>
      {rows.map((row, index) => (
        <Row
          key={row.node.id}
          row={row}
          selected={row.node.id === selected}
          inTabOrder={index === current}
          onFocus={() => setFocused(row.node.id)}
          onToggle={() => toggle(row.node.id)}
          onOpen={() => onOpen(row.node.id)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  row: TreeRow<TreeViewNode>;
  selected: boolean;
  inTabOrder: boolean;
  onFocus: () => void;
  onToggle: () => void;
  onOpen: () => void;
}

function Row({ row, selected, inTabOrder, onFocus, onToggle, onOpen }: RowProps) {
  const { node, depth, children } = row;
  const Arrow = row.open ? IconChevronDown : IconChevronRight;
  return (
    <li
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={children > 0 ? row.open : undefined}
      aria-selected={selected}
      tabIndex={inTabOrder ? 0 : -1}
      className={css.row}
      style={{ paddingInlineStart: `calc(${depth} * var(--tree-step))` }}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span
        className={css.arrow}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (children > 0) onToggle();
        }}
      >
        {children > 0 && <Arrow size={18} />}
      </span>
      <span className={css.words}>
        <span className={css.label}>{node.label}</span>
        {node.second && <span className={css.second}>{node.second}</span>}
      </span>
      {node.end && <span className={css.end}>{node.end}</span>}
    </li>
  );
}

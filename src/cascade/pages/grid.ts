// The keyboard of the sheet: Enter and arrows go from cell to cell as in a spreadsheet, a pasted column fills downwards.
// Cells are found by their place, so that table and cards are walked alike.
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { pastedRows } from '../typed.ts';

/** 'data-at' of an input: row and column. */
export const placeOf = (row: number, column: number): string => `${row}:${column}`;

interface At {
  row: number;
  column: number;
}

function atOf(target: EventTarget): { input: HTMLInputElement; at: At } | null {
  if (!(target instanceof HTMLInputElement) || !target.dataset.at) return null;
  const [row = 0, column = 0] = target.dataset.at.split(':').map(Number);
  return { input: target, at: { row, column } };
}

/** The next cell that can be typed in, in that direction; the end of a column goes on at the top of the next. */
function find(from: HTMLElement, { row, column }: At, step: At): HTMLInputElement | null {
  const root = from.closest<HTMLElement>('[data-grid]');
  const cells = [...(root?.querySelectorAll<HTMLInputElement>('input[data-at]') ?? [])];
  const places = new Map(cells.map((cell) => [cell.dataset.at, cell]));
  const rows = Math.max(...cells.map((cell) => Number(cell.dataset.at?.split(':')[0])));
  for (let at = row + step.row; at >= 0 && at <= rows; at += step.row || rows + 1) {
    const cell = places.get(placeOf(at, column + step.column));
    if (cell && !cell.disabled) return cell;
  }
  return null;
}

const steps: Record<string, At> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

function stepFor(event: KeyboardEvent, input: HTMLInputElement): At | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === 'Enter') return { row: event.shiftKey ? -1 : 1, column: 0 };
  if (event.shiftKey || staysInside(event.key, input)) return null;
  return steps[event.key] ?? null;
}

/** Left and right leave a cell only where the caret cannot go further, or all of it is chosen. */
function staysInside(
  key: string,
  { selectionStart: start, selectionEnd: end, value }: HTMLInputElement,
): boolean {
  if (start === 0 && end === value.length) return false;
  return (key === 'ArrowLeft' && start !== 0) || (key === 'ArrowRight' && end !== value.length);
}

export function walk(event: KeyboardEvent<HTMLElement>): void {
  const found = atOf(event.target);
  const step = found && stepFor(event, found.input);
  if (!found || !step) return;
  event.preventDefault();
  const next = find(found.input, found.at, step);
  next?.focus();
  next?.select();
}

export interface Pasted extends At {
  text: string;
}

/** What was pasted, by place; a single value is left to the field itself. */
export function pastedCells(event: ClipboardEvent<HTMLElement>): Pasted[] {
  const found = atOf(event.target);
  const rows = pastedRows(event.clipboardData.getData('text/plain'));
  if (!found || (rows.length === 1 && rows[0]?.length === 1)) return [];
  event.preventDefault();
  const { row, column } = found.at;
  return rows.flatMap((cells, down) =>
    cells.map((text, right) => ({ row: row + down, column: column + right, text: text.trim() })),
  );
}

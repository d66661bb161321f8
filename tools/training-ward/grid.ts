// Builds a sheet row by row the way an office types it: letterhead, title, heading of two rows with merged cells,
// sections, totals, signatures.
import { formatDay } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import type { Merge } from '../../src/workbook/sheet.ts';
import type { FreeSheet, OutCell } from '../../src/workbook/write-xlsx.ts';

/** One column: its heading, or a group with what stands below it. */
export interface HeadColumn {
  group?: string;
  head: string;
  width: number;
}

export interface Grid {
  cells: OutCell[][];
  merges: Merge[];
  bold: number[];
  columns: HeadColumn[];
}

export const newGrid = (columns: HeadColumn[]): Grid => ({ cells: [], merges: [], bold: [], columns });

export function line(grid: Grid, cells: OutCell[], bold = false): void {
  if (bold) grid.bold.push(grid.cells.length);
  grid.cells.push(cells);
}

/** A line merged over all columns. */
export function wide(grid: Grid, text: string, bold = true): void {
  const row = grid.cells.length;
  grid.merges.push({ fromRow: row, fromColumn: 0, toRow: row, toColumn: grid.columns.length - 1 });
  line(grid, [text], bold);
}

export function letterhead(grid: Grid, left: string[], title: string[]): void {
  for (const text of left) line(grid, [text], true);
  line(grid, []);
  for (const text of title) wide(grid, text);
  line(grid, []);
}

function groupSpan(columns: HeadColumn[], from: number): number {
  let to = from;
  while (columns[to + 1]?.group !== undefined && columns[to + 1]!.group === columns[from]!.group) to += 1;
  return to;
}

/** The heading: one row, or two with merged cells where there are groups. */
export function heading(grid: Grid): void {
  const top = grid.cells.length;
  const { columns } = grid;
  const grouped = columns.some((column) => column.group);
  line(
    grid,
    columns.map((column, at) =>
      column.group ? (columns[at - 1]?.group === column.group ? null : column.group) : column.head,
    ),
    true,
  );
  if (!grouped) return;
  line(
    grid,
    columns.map((column) => (column.group ? column.head : null)),
    true,
  );
  columns.forEach((column, at) => {
    if (!column.group) grid.merges.push({ fromRow: top, fromColumn: at, toRow: top + 1, toColumn: at });
    else if (columns[at - 1]?.group !== column.group && groupSpan(columns, at) > at) {
      grid.merges.push({ fromRow: top, fromColumn: at, toRow: top, toColumn: groupSpan(columns, at) });
    }
  });
}

/** (1) (2) (3) … below the heading. */
export const numbering = (grid: Grid): void =>
  line(
    grid,
    grid.columns.map((_, at) => `(${at + 1})`),
  );

export function signatures(grid: Grid, today: Day): void {
  const [year, month, day] = today.split('-');
  const right = Math.max(2, grid.columns.length - 4);
  const at = (text: string): OutCell[] => [...Array.from({ length: right }, () => null), text];
  line(grid, []);
  line(grid, at(`Kinh Bắc, ngày ${day} tháng ${month} năm ${year}`));
  line(grid, [null, 'Người lập biểu', ...Array.from({ length: right - 2 }, () => null), 'T/M ĐẢNG ỦY'], true);
}

export const toSheet = (grid: Grid, name: string): FreeSheet => ({
  name,
  cells: grid.cells,
  merges: grid.merges,
  widths: grid.columns.map((column) => column.width),
  bold: grid.bold,
});

/** At the head of every list; whoever opens one must see that nothing in it is true. */
const office = ['ĐẢNG BỘ PHƯỜNG KINH BẮC', 'DỮ LIỆU MÔ PHỎNG'];

export interface List {
  name: string;
  columns: HeadColumn[];
  titles: string[];
  today: Day;
  rows: OutCell[][];
  /** the last line: cell by cell, or one text over all columns */
  total?: OutCell[] | string;
}

/** A whole list of the ward's office: letterhead, heading, rows, total, signatures. */
export function listSheet({ name, columns, titles, today, rows, total }: List): FreeSheet {
  const grid = newGrid(columns);
  letterhead(grid, office, titles);
  heading(grid);
  for (const row of rows) line(grid, row);
  if (typeof total === 'string') wide(grid, total);
  else if (total) line(grid, total, true);
  signatures(grid, today);
  return toSheet(grid, name);
}

/** A day as text, the way most lists have it. */
export const dayText = (day: Day | null | undefined): string | null => (day ? formatDay(day) : null);
/** A day as a real date cell. */
export const dayCell = (day: Day | null | undefined): OutCell => (day ? { day } : null);
export const mark = (yes: boolean): string | null => (yes ? 'x' : null);

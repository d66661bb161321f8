// The neutral grid every file becomes before anything of the party is known about it: sheets of plain values.
// Addresses are computed when asked for, so that 100,000 rows stay cheap to hold.
import type { Day } from '../platform/day.ts';

/** A cell the program stored as a date. `month` is set when the cell shows only month and year. */
export interface DayCell {
  day: Day;
  month: boolean;
  serial: number;
}
export type CellValue = string | number | boolean | DayCell | null;

/** Zero-based, both ends included. */
export interface Merge {
  fromRow: number;
  fromColumn: number;
  toRow: number;
  toColumn: number;
}

/** `formulas` and `faults` are keyed by `cellKey`: a formula's value is the one last computed by the program. */
export interface Sheet {
  name: string;
  rows: CellValue[][];
  merges: Merge[];
  formulas: Set<number>;
  faults: Set<number>;
}

export interface FileNotice {
  code: string;
  sheet: string;
  params: Record<string, string | number>;
}

export interface Workbook {
  format: 'xlsx' | 'csv';
  sheets: Sheet[];
  notices: FileNotice[];
}

export const maxColumns = 256;
export const cellKey = (row: number, column: number): number => row * 16_384 + column;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const addressOf = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

export const isDayCell = (value: CellValue): value is DayCell => typeof value === 'object' && value !== null;

export const isBlank = (value: CellValue | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** What a person sees in the cell, near enough to be quoted in a message. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (isDayCell(value)) {
    const shown = value.month ? value.day.slice(0, 7) : value.day;
    return shown.split('-').toReversed().join('/');
  }
  return String(value);
}

export const newSheet = (name: string, rows: CellValue[][], merges: Merge[] = []): Sheet => ({
  name,
  rows,
  merges,
  formulas: new Set(),
  faults: new Set(),
});

// Lists as .xlsx files people can work on: heading row frozen and filtered, real dates, widths that fit, and no
// text that a program would take for a formula. Used by exports, templates and the training ward.
import { writeXlsx } from 'hucre/xlsx';
import { precisionOf } from '../platform/day.ts';
import type { PartialDay } from '../platform/day.ts';
import { columnName } from './sheet.ts';
import type { Merge } from './sheet.ts';

export interface OutDay {
  day: PartialDay;
}
/** A number that is shown in the writing of its kind: 0,392 as 39,2%. */
export interface OutNumber {
  number: number;
  as: 'whole' | 'percent' | 'tenths' | 'hundredths';
}
export type OutCell = string | number | boolean | OutDay | OutNumber | null;

export interface OutColumn {
  heading: string;
  width?: number;
  /** Values offered by Excel while typing. */
  choices?: string[];
  note?: string;
}
export interface OutSheet {
  name: string;
  /** Lines above the heading. */
  titles?: string[];
  columns: OutColumn[];
  rows: OutCell[][];
  /** Marks the sheet as generated. */
  simulated?: boolean;
  /** Rows for which `choices` are offered beyond those written. */
  spareRows?: number;
}

/** A sheet laid out cell by cell, for forms that are no plain list. */
export interface FreeSheet {
  name: string;
  cells: OutCell[][];
  merges: Merge[];
  widths: number[];
  bold: number[];
}

type Book = Parameters<typeof writeXlsx>[0];
type BookSheet = Book['sheets'][number];
type Value = string | number | boolean | Date | null;
type CellExtras = NonNullable<BookSheet['cells']> extends Map<string, infer C> ? C : never;

export const simulatedNote = 'DỮ LIỆU MÔ PHỎNG';

const thin = { style: 'thin' as const, color: { rgb: 'BFBFBF' } };
const border = { top: thin, right: thin, bottom: thin, left: thin };
const headingStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: '8B1A1A' } },
  alignment: { horizontal: 'center' as const, vertical: 'center' as const, wrapText: true },
  border,
};
const titleStyle = { font: { bold: true, size: 13 } };
const textStyle = { numFmt: '@', border, alignment: { vertical: 'top' as const, wrapText: true } };
const dayStyle = { numFmt: 'dd/mm/yyyy', border, alignment: { horizontal: 'center' as const } };
const plainStyle = { border };
const numberStyle = (numFmt: string) => ({ numFmt, border });
const numberStyles = {
  whole: numberStyle('#,##0'),
  percent: numberStyle('0.0%'),
  tenths: numberStyle('#,##0.0'),
  hundredths: numberStyle('#,##0.##'),
};

/** Control characters have no place in a sheet; a cell holds at most 32,767 characters. */
const clean = (text: string): string =>
  [...text]
    .filter((char) => char >= ' ' || char === '\t' || char === '\n' || char === '\r')
    .join('')
    .slice(0, 32_767);

// A text cell is no formula in Excel, but it would be one in a .csv made from it, or once retyped.
const dangerous = /^[=+\-@\t\r](?!$)/;
/** The apostrophe is what Excel itself uses to say “text”; our reader takes it off again. */
export const safe = (text: string): string => (dangerous.test(text) ? `'${clean(text)}` : clean(text));

const isObject = (cell: OutCell): cell is OutDay | OutNumber => typeof cell === 'object' && cell !== null;
const isOutDay = (cell: OutCell): cell is OutDay => isObject(cell) && 'day' in cell;
const isOutNumber = (cell: OutCell): cell is OutNumber => isObject(cell) && 'number' in cell;

export function valueOf(cell: OutCell): Value {
  if (isOutDay(cell)) {
    return precisionOf(cell.day) === 'day'
      ? new Date(`${cell.day}T00:00:00Z`)
      : cell.day.split('-').toReversed().join('/');
  }
  if (isOutNumber(cell)) return cell.number;
  return typeof cell === 'string' ? safe(cell) : cell;
}

function styleOf(
  cell: OutCell,
): typeof textStyle | typeof dayStyle | typeof plainStyle | (typeof numberStyles)['whole'] {
  if (isOutNumber(cell)) return numberStyles[cell.as];
  if (isOutDay(cell)) return precisionOf(cell.day) === 'day' ? dayStyle : textStyle;
  return typeof cell === 'string' ? textStyle : plainStyle;
}

function widthOf(column: OutColumn, at: number, rows: OutCell[][]): number {
  if (column.width) return column.width;
  const texts = rows.slice(0, 200).map((row) => {
    const cell = row[at] ?? null;
    if (isOutNumber(cell)) return String(Math.round(cell.number)).length + 3;
    return isOutDay(cell) ? 11 : String(cell ?? '').length;
  });
  const headingWords = column.heading.split(' ').map((word) => word.length);
  return Math.min(46, Math.max(8, ...headingWords, Math.min(column.heading.length, 18), ...texts) + 2);
}

function styleCells(sheet: OutSheet, first: number): Map<string, CellExtras> {
  const cells = new Map<string, CellExtras>();
  for (let row = 0; row < first - 1; row++) cells.set(`${row},0`, { style: titleStyle });
  sheet.columns.forEach((column, at) => {
    const comment = column.note ? { comment: { text: column.note } } : {};
    cells.set(`${first - 1},${at}`, { style: headingStyle, ...comment });
  });
  sheet.rows.forEach((row, index) =>
    row.forEach((cell, at) => {
      if (cell !== null) cells.set(`${first + index},${at}`, { style: styleOf(cell) });
    }),
  );
  return cells;
}

function validations(sheet: OutSheet, first: number): NonNullable<BookSheet['dataValidations']> {
  const last = first + sheet.rows.length + (sheet.spareRows ?? 0);
  return sheet.columns.flatMap((column, at) => {
    // Excel allows 255 characters for a list written in place.
    if (!column.choices?.length || column.choices.join(',').length > 250) return [];
    const name = columnName(at);
    return [
      {
        type: 'list' as const,
        values: column.choices,
        allowBlank: true,
        showErrorMessage: false,
        range: `${name}${first + 1}:${name}${Math.max(last, first + 1)}`,
      },
    ];
  });
}

function buildSheet(sheet: OutSheet): BookSheet {
  const titles = [...(sheet.simulated ? [simulatedNote] : []), ...(sheet.titles ?? [])];
  const first = titles.length + 1;
  const heading = sheet.columns.map((column) => safe(column.heading));
  const end = columnName(Math.max(0, sheet.columns.length - 1));
  return {
    name: sheet.name,
    rows: [...titles.map((title) => [safe(title)]), heading, ...sheet.rows.map((row) => row.map(valueOf))],
    columns: sheet.columns.map((column, at) => ({ width: widthOf(column, at, sheet.rows) })),
    cells: styleCells(sheet, first),
    freezePane: { rows: first },
    autoFilter: { range: `A${first}:${end}${first + sheet.rows.length}` },
    dataValidations: validations(sheet, first),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${first}:$${first}`,
    },
  };
}

function buildFree(sheet: FreeSheet): BookSheet {
  const cells = new Map<string, CellExtras>();
  sheet.cells.forEach((row, index) =>
    row.forEach((cell, at) => {
      if (cell === null) return;
      const bold = sheet.bold.includes(index);
      cells.set(`${index},${at}`, {
        style: bold ? { font: { bold: true }, alignment: { wrapText: true } } : styleOf(cell),
      });
    }),
  );
  return {
    name: sheet.name,
    rows: sheet.cells.map((row) => row.map(valueOf)),
    columns: sheet.widths.map((width) => ({ width })),
    cells,
    merges: sheet.merges.map((m) => ({
      startRow: m.fromRow,
      startCol: m.fromColumn,
      endRow: m.toRow,
      endCol: m.toColumn,
    })),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const isFree = (sheet: OutSheet | FreeSheet): sheet is FreeSheet => 'cells' in sheet;

/** Sheet names: at most 31 characters, none of \ / ? * [ ] :, each once. */
export function sheetNames(names: string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const base =
      name
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 28) || 'Trang';
    let unique = base;
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${base} ${n}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

const stamp = new Date('2026-01-01T00:00:00Z');

/** The same sheets give the same bytes: the file says nothing of when it was made. */
export async function writeWorkbook(sheets: (OutSheet | FreeSheet)[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const built = sheets.map((sheet, at) => ({
    ...(isFree(sheet) ? buildFree(sheet) : buildSheet(sheet)),
    name: names[at]!,
  }));
  return writeXlsx({ sheets: built, properties: { creator: 'Nguồn', created: stamp, modified: stamp } });
}

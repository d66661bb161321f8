// Finds the tables in a sheet the way an office lays them out: title lines, a heading of one to three rows with
// merged cells, a numbering row, sections headed by a cell's name, headings repeated on each page, totals and
// signatures. What it leaves out it names.
import { spanIn } from './cells/parse-amount.ts';
import { headingKey, isHeadingWord, isOrdinalHeading } from './header.ts';
import { classifyRow, isNumberRow } from './layout-rows.ts';
import { cellKey, cellText, isBlank } from '../workbook/sheet.ts';
import type { CellValue, Merge, Sheet } from '../workbook/sheet.ts';
import { cleanUnitName, looksLikeCell, looksLikeUnit } from './unit-names.ts';

export interface TableColumn {
  index: number;
  /** Heading texts from the top down, as written. */
  path: string[];
}
export interface TableRow {
  row: number;
  /** Unit named by the section the row stands in. */
  unit: string | null;
  /** Text of the section when it names no unit. */
  section: string | null;
}
export interface SkippedRow {
  row: number;
  why: 'total' | 'signature' | 'heading' | 'section' | 'note' | 'continued';
  text: string;
}
export interface Table {
  sheet: Sheet;
  titles: string[];
  top: number;
  bottom: number;
  columns: TableColumn[];
  ordinal: number | null;
  nameColumn: number | null;
  rows: TableRow[];
  skipped: SkippedRow[];
  /** Values of cells merged downwards, by cellKey. */
  filled: Map<number, CellValue>;
  /** First cells of merges over three columns and more. */
  wide: Set<number>;
  unit: string | null;
  year: number | null;
  /** years that a title names: '2021-2025' */
  span: string | null;
}

const filledCells = (row: CellValue[] | undefined): number[] =>
  (row ?? []).flatMap((value, column) => (isBlank(value) ? [] : [column]));

function looksLikeHeading(row: CellValue[] | undefined): boolean {
  const cells = filledCells(row);
  if (cells.length < 2) return false;
  const texts = cells
    .map((c) => row?.[c])
    .filter((v): v is string => typeof v === 'string' && v.length <= 90);
  if (texts.length < cells.length * 0.7) return false;
  const hits = texts.filter(isHeadingWord).length;
  return hits >= 2 && hits >= cells.length * 0.34;
}

const at = (sheet: Sheet, row: number, column: number): CellValue => sheet.rows[row]?.[column] ?? null;

/** Last row of a heading that starts at `top`: as far as its merged cells and its lower labels reach. */
function headingBottom(sheet: Sheet, top: number): number {
  const merges = sheet.merges.filter((m) => m.fromRow === top && m.toRow <= top + 3);
  let bottom = Math.max(top, ...merges.map((m) => m.toRow));
  while (bottom < top + 2 && hasLowerLabels(sheet, top, bottom)) bottom += 1;
  return bottom;
}

/** Does the row below `bottom` hold labels under groups: words only, nothing in the columns headed alone? */
function hasLowerLabels(sheet: Sheet, top: number, bottom: number): boolean {
  const below = sheet.rows[bottom + 1];
  const cells = filledCells(below);
  if (cells.length < 2 || cells.some((c) => typeof below?.[c] !== 'string')) return false;
  const spans = sheet.merges.filter(
    (m) => m.fromRow >= top && m.toRow === bottom && m.toColumn > m.fromColumn,
  );
  const grouped = (c: number) =>
    spans.some((m) => c >= m.fromColumn && c <= m.toColumn) ||
    isBlank(at(sheet, bottom, c)) ||
    groupStarts(sheet, bottom, c);
  return cells.every(grouped) && cells.every((c) => String(below?.[c]).length <= 40);
}

/** A group label without merges: the cells to its right are empty but labelled below. */
const groupStarts = (sheet: Sheet, row: number, column: number): boolean =>
  isBlank(at(sheet, row, column + 1)) && !isBlank(at(sheet, row + 1, column + 1));

function mergeAt(merges: Merge[], row: number, column: number): Merge | undefined {
  return merges.find(
    (m) => row >= m.fromRow && row <= m.toRow && column >= m.fromColumn && column <= m.toColumn,
  );
}

/** Heading text over a cell, taken from the merge it lies in or, without merges, from the group to its left. */
function headingText(sheet: Sheet, merges: Merge[], row: number, column: number): string {
  const merge = mergeAt(merges, row, column);
  const own = merge ? at(sheet, merge.fromRow, merge.fromColumn) : at(sheet, row, column);
  return cellText(own).replace(/\s+/g, ' ').trim();
}

function groupToTheLeft(sheet: Sheet, merges: Merge[], row: number, column: number): string {
  for (let c = column - 1; c >= 0; c--) {
    const text = headingText(sheet, merges, row, c);
    if (text) return groupStarts(sheet, row, c) && !mergeAt(merges, row, c) ? text : '';
    if (isBlank(at(sheet, row + 1, c))) return '';
  }
  return '';
}

function readColumns(sheet: Sheet, top: number, bottom: number): TableColumn[] {
  const merges = sheet.merges.filter((m) => m.toRow >= top && m.fromRow <= bottom);
  const width = Math.max(0, ...sheet.rows.slice(top, bottom + 1).map((row) => row.length));
  const columns: TableColumn[] = [];
  for (let index = 0; index < width; index++) {
    const path: string[] = [];
    for (let row = top; row <= bottom; row++) {
      let text = headingText(sheet, merges, row, index);
      if (!text && row < bottom && !isBlank(at(sheet, row + 1, index)))
        text = groupToTheLeft(sheet, merges, row, index);
      if (text && path.at(-1) !== text) path.push(text);
    }
    if (path.length) columns.push({ index, path });
  }
  return columns;
}

const personHeading = /^(ho (va )?ten|ten dang vien|ten quan chung|ho va ten.*|ho ten.*)$/;

function fillMerged(sheet: Sheet, from: number): Map<number, CellValue> {
  const filled = new Map<number, CellValue>();
  for (const m of sheet.merges) {
    if (m.fromRow < from || m.fromColumn !== m.toColumn) continue;
    for (let row = m.fromRow + 1; row <= m.toRow; row++) {
      filled.set(cellKey(row, m.fromColumn), at(sheet, m.fromRow, m.fromColumn));
    }
  }
  return filled;
}

const inTitle = /(?<!các\s)(chi bộ(?!\s+(?:trực thuộc|cơ sở|đảng|năm|và|trong|của|thuộc))\s+[^,;()–\n]+)/iu;

function unitOf(titles: string[], sheetName: string): string | null {
  for (const title of titles.toReversed()) {
    const match = inTitle.exec(title.normalize('NFC'));
    if (match) return cleanUnitName((match[1] ?? '').replace(/\s+(năm|tháng|quý|đến|tính)\s.*$/iu, ''));
  }
  return looksLikeCell(sheetName) ? cleanUnitName(sheetName) : null;
}

function yearOf(titles: string[]): number | null {
  for (const title of titles) {
    const match = /năm\s+((?:19|20)\d{2})/iu.exec(title.normalize('NFC'));
    if (match) return Number(match[1]);
  }
  return null;
}

function spanOf(titles: string[]): string | null {
  const named = titles.filter((title) => /giai đoạn|nhiệm kỳ/iu.test(title.normalize('NFC')));
  return named.map(spanIn).find(Boolean) ?? null;
}

function newTable(sheet: Sheet, titles: string[], top: number): Table {
  const bottom = headingBottom(sheet, top);
  const columns = readColumns(sheet, top, bottom);
  const keyed = columns.map((c) => ({ index: c.index, keys: c.path.map(headingKey) }));
  return {
    sheet,
    titles,
    top,
    bottom,
    columns,
    ordinal: columns.find((c) => c.path.some(isOrdinalHeading))?.index ?? null,
    nameColumn: keyed.find((c) => c.keys.some((key) => personHeading.test(key)))?.index ?? null,
    rows: [],
    skipped: [],
    filled: fillMerged(sheet, bottom + 1),
    wide: new Set(
      sheet.merges.filter((m) => m.toColumn - m.fromColumn >= 2).map((m) => cellKey(m.fromRow, m.fromColumn)),
    ),
    unit: unitOf(titles, sheet.name),
    year: yearOf([...titles, sheet.name]),
    span: spanOf([...titles, sheet.name]),
  };
}

/** A repeated heading with the numbering row that may follow it. */
function headingHeight(table: Table, row: number): number {
  const height = table.bottom - table.top + 1;
  return isNumberRow(table.sheet.rows[row + height]) ? height + 1 : height;
}

/** Takes one row into the table; says how many rows to go on by, or 0 when the table has ended. */
function takeRow(table: Table, row: number, section: { unit: string | null; text: string | null }): number {
  const found = classifyRow(table, row);
  if (found.kind === 'data') {
    table.rows.push({ row, unit: section.unit, section: section.text });
    return 1;
  }
  if (found.kind === 'blank') return 1;
  table.skipped.push({ row, why: found.kind, text: found.text });
  if (found.kind === 'section') {
    const isUnit = looksLikeUnit(found.text);
    section.unit = isUnit ? cleanUnitName(found.text) : section.unit;
    section.text = isUnit ? null : found.text;
  }
  if (found.kind === 'heading') return headingHeight(table, row);
  return found.kind === 'signature' ? 0 : 1;
}

/** Reads from the heading on; returns the first row that no longer belongs to the table. */
function readBody(table: Table): number {
  const { sheet } = table;
  const section = { unit: null as string | null, text: null as string | null };
  let row = table.bottom + 1;
  if (isNumberRow(sheet.rows[row])) row += 1;
  while (row < sheet.rows.length) {
    const loose = filledCells(sheet.rows[row - 1]).length <= 2;
    if (loose && row > table.bottom + 1 && startsOther(table, row)) return row;
    const step = takeRow(table, row, section);
    if (step === 0) return row + 1;
    row += step;
  }
  return row;
}

/** A heading that is not this table's own repeated. */
function startsOther(table: Table, row: number): boolean {
  return looksLikeHeading(table.sheet.rows[row]) && classifyRow(table, row).kind !== 'heading';
}

const rowTexts = (row: CellValue[]): string[] =>
  row.filter((value): value is string => typeof value === 'string' && value.trim() !== '');

/** A group row may stand above the row that holds the words: the heading starts there. */
function headingTop(sheet: Sheet, row: number): number {
  const above = sheet.rows[row - 1];
  const cells = filledCells(above);
  const spans = sheet.merges.filter(
    (m) => m.fromRow === row - 1 && m.toRow === row - 1 && m.toColumn > m.fromColumn,
  );
  const width = filledCells(sheet.rows[row]).length;
  const isGroupRow =
    cells.length >= 2 && spans.length >= 1 && spans.every((m) => m.toColumn - m.fromColumn + 1 < width);
  return isGroupRow ? row - 1 : row;
}

/** Lines after the last person of a table, up to the heading of the next. */
function titlesBefore(table: Table, row: number): string[] {
  if (row >= table.sheet.rows.length) return [];
  const last = table.rows.at(-1)?.row ?? table.bottom;
  return table.sheet.rows.slice(last + 1, row).flatMap(rowTexts);
}

export function findTables(sheet: Sheet): Table[] {
  const tables: Table[] = [];
  let titles: string[] = [];
  for (let row = 0; row < sheet.rows.length; ) {
    const cells = sheet.rows[row] ?? [];
    if (looksLikeHeading(cells)) {
      const table = newTable(sheet, titles, headingTop(sheet, row));
      tables.push(table);
      row = readBody(table);
      titles = titlesBefore(table, row);
    } else {
      titles.push(...rowTexts(cells));
      if (titles.length > 60) titles = titles.slice(-60);
      row += 1;
    }
  }
  return tables;
}

// What one row below a heading is: data, a section's name, a repeated heading, a total, a signature, a note.
import { fold, normalise } from '../platform/text.ts';
import { headingKey } from './header.ts';
import type { Table } from './layout.ts';
import { cellKey, cellText, isBlank } from '../workbook/sheet.ts';
import type { CellValue } from '../workbook/sheet.ts';
import { looksLikeUnit } from './unit-names.ts';

export interface RowKind {
  kind: 'data' | 'blank' | 'section' | 'heading' | 'total' | 'signature' | 'note' | 'continued';
  text: string;
}

const data: RowKind = { kind: 'data', text: '' };
const blank: RowKind = { kind: 'blank', text: '' };

/** “(1) (2) (3)” or “A B 1 2” below a heading. */
export function isNumberRow(row: CellValue[] | undefined): boolean {
  const texts = (row ?? []).filter((value) => !isBlank(value)).map((value) => cellText(value).trim());
  if (texts.length < 3 || !texts.every((text) => /^\(?(\d{1,2}|[A-E])\)?(=.*)?$/.test(text))) return false;
  const numbers = texts.map((text) => Number(text.replace(/\D/g, ''))).filter((n) => n > 0);
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
}

const isHeadcount = (text: string): boolean => /^\(?\d+\)?( ?(đảng viên|đ\/c|người|đv))?$/iu.test(text);
const isNumbering = (text: string): boolean => /^([IVXLC]+|[A-Z]|\d+)[.)]?$/.test(text);

/** Accents decide here: “Tổng” is a sum, “Tống” a family. */
const totals = /^(tổng|cộng|tổng số|tổng cộng|cộng dồn)(\s|:|$)/iu;
const notes = /^(ghi chú|lưu ý|chú thích|\*)/iu;
const signatures =
  /^(nguoi lap|t\/?m\b|bi thu$|pho bi thu$|noi nhan|\(?ky|xac nhan|thu truong|k\/?t\b|dang uy$|.{0,40}ngay .{1,6}thang .{1,6}nam.{0,8}$|lap bieu)/;

/** Same words in the same columns as the heading. */
function repeatsHeading(table: Table, row: CellValue[]): boolean {
  const top = table.sheet.rows[table.top] ?? [];
  const words = top.flatMap((value, column) => (typeof value === 'string' && value.trim() ? [column] : []));
  const first = words[0];
  if (first === undefined || typeof row[first] !== 'string') return false;
  if (headingKey(row[first]) !== headingKey(String(top[first]))) return false;
  const same = words.filter((c) => headingKey(cellText(row[c])) === headingKey(cellText(top[c]))).length;
  return same >= words.length * 0.6;
}

/** Merged over several columns: the line of a section or a title. */
const spans = (table: Table, row: number, column: number): boolean => table.wide.has(cellKey(row, column));

const underUnitHeading = (table: Table, column: number): boolean =>
  table.columns.some(
    (c) => c.index === column && c.path.some((text) => /\b(chi bo|don vi|to chuc)\b/.test(headingKey(text))),
  );

/** The one column that holds words beside numbering and head counts, or null. */
function onlyWords(cells: number[], texts: string[]): number | null {
  const words = cells.filter((_, i) => !isNumbering(texts[i]!) && !isHeadcount(texts[i]!));
  return words.length === 1 && cells.length <= 3 ? words[0]! : null;
}

function isSection(table: Table, row: number, cells: number[], texts: string[]): boolean {
  const column = onlyWords(cells, texts);
  if (column === null) return false;
  if (spans(table, row, column)) return true;
  if (underUnitHeading(table, column) || (table.nameColumn === null && column !== table.ordinal))
    return false;
  const nameless = isBlank(table.sheet.rows[row]?.[table.nameColumn ?? -1]);
  return looksLikeUnit(texts[cells.indexOf(column)]!) || (column === table.ordinal && nameless);
}

function isSignature(table: Table, row: CellValue[], texts: string[]): boolean {
  if (texts.length > 3 || (table.ordinal !== null && typeof row[table.ordinal] === 'number')) return false;
  return texts.some((text) => signatures.test(fold(text)));
}

function special(table: Table, row: number, cells: number[]): RowKind | null {
  const values = table.sheet.rows[row] ?? [];
  const texts = cells.map((column) => normalise(cellText(values[column])));
  const words = texts.find((text) => !isNumbering(text)) ?? texts[0]!;
  if (totals.test(words)) return { kind: 'total', text: words };
  if (isSection(table, row, cells, texts)) return { kind: 'section', text: words };
  if (isSignature(table, values, texts)) return { kind: 'signature', text: words };
  if (notes.test(words) && cells.length === 1) return { kind: 'note', text: words };
  return null;
}

/** A row with a name and more than its neighbours is data; only sparse rows can be anything else. */
function fromCells(table: Table, row: number, cells: number[]): RowKind {
  if (cells.length <= 3) return special(table, row, cells) ?? data;
  const first = cellText(table.sheet.rows[row]?.[cells[0]!]).normalize('NFC').trim();
  return totals.test(first) ? { kind: 'total', text: first } : data;
}

const filledColumns = (values: CellValue[]): number[] =>
  values.flatMap((value, column) => (isBlank(value) ? [] : [column]));

export function classifyRow(table: Table, row: number): RowKind {
  const values = table.sheet.rows[row] ?? [];
  const cells = filledColumns(values);
  if (cells.length === 0) return blank;
  const text = () => cellText(values[cells[0]!]);
  if (table.nameColumn !== null && table.filled.has(cellKey(row, table.nameColumn))) {
    return { kind: 'continued', text: text() };
  }
  return repeatsHeading(table, values) ? { kind: 'heading', text: text() } : fromCells(table, row, cells);
}

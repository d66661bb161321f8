// An .xlsx file becomes a neutral workbook. hucre reads the cells; this module keeps it within bounds, turns
// dates into days, keeps month-only dates month-only and remembers which values a formula made.
import { readXlsx } from 'hucre/xlsx';
import { Invalid, TooLarge } from '../platform/errors.ts';
import { cellKey, columnName, maxColumns } from './sheet.ts';
import type { CellValue, DayCell, FileNotice, Sheet, Workbook } from './sheet.ts';
import { inflateEntry, inspectZip } from './zip.ts';
import type { ZipEntry } from './zip.ts';

type Book = Awaited<ReturnType<typeof readXlsx>>;
type BookSheet = Book['sheets'][number];

const msPerDay = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/** Formats that show month and year but no day: built-in 17 and custom ones such as mm/yyyy. */
function showsMonthOnly(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return /m/.test(bare) && /y/.test(bare) && !/[dhs]/.test(bare);
}

async function hasMonthFormats(bytes: Uint8Array, entries: ZipEntry[]): Promise<boolean> {
  const entry = entries.find((e) => e.name === 'xl/styles.xml');
  if (!entry) return false;
  const xml = new TextDecoder().decode(await inflateEntry(bytes, entry));
  if (/numFmtId="17"/.test(xml.slice(xml.indexOf('<cellXfs')))) return true;
  return [...xml.matchAll(/formatCode="([^"]*)"/g)].some((match) => showsMonthOnly(match[1] ?? ''));
}

function dayCell(date: Date, month: boolean): DayCell | null {
  const time = date.getTime();
  if (!Number.isFinite(time) || time < Date.UTC(1900, 0, 1) || time >= Date.UTC(2200, 0, 1)) return null;
  return { day: date.toISOString().slice(0, 10), month, serial: Math.floor((time - epoch) / msPerDay) };
}

function monthFormatOf(sheet: BookSheet, row: number, column: number): boolean {
  const format = sheet.cells?.get(`${row},${column}`)?.style?.numFmt;
  return format !== undefined && showsMonthOnly(format);
}

function convertRow(sheet: BookSheet, row: number, styled: boolean): CellValue[] {
  return (sheet.rows[row] ?? []).map((value, column) =>
    value instanceof Date ? dayCell(value, styled && monthFormatOf(sheet, row, column)) : value,
  );
}

function specialCells(sheet: BookSheet): { formulas: Set<number>; faults: Set<number> } {
  const formulas = new Set<number>();
  const faults = new Set<number>();
  for (const [at, cell] of sheet.cells ?? []) {
    const [row, column] = at.split(',').map(Number) as [number, number];
    if (cell.formula !== undefined) formulas.add(cellKey(row, column));
    if (cell.type === 'error' || (typeof cell.value === 'string' && /^#[A-Z/0]+[!?A]$/.test(cell.value))) {
      faults.add(cellKey(row, column));
    }
  }
  return { formulas, faults };
}

function convertSheet(sheet: BookSheet, styled: boolean): Sheet {
  const rows = sheet.rows.map((_, row) => convertRow(sheet, row, styled));
  const merges = (sheet.merges ?? []).map((m) => ({
    fromRow: m.startRow,
    fromColumn: m.startCol,
    toRow: m.endRow,
    toColumn: m.endCol,
  }));
  return { name: sheet.name, rows, merges, ...specialCells(sheet) };
}

async function openBook(bytes: Uint8Array, maxRows: number, styled: boolean): Promise<Book> {
  try {
    // The range bounds the rectangle that is filled in, whatever stray cell the file holds far away.
    const range = `A1:${columnName(maxColumns - 1)}${maxRows + 1}`;
    return await readXlsx(bytes, { range, readStyles: styled });
  } catch (cause) {
    throw Object.assign(new Invalid('exchange.file_broken'), { cause });
  }
}

/** Reads all visible sheets. `maxRows` counts over the whole workbook. */
export async function readXlsxWorkbook(bytes: Uint8Array, maxRows: number): Promise<Workbook> {
  const entries = inspectZip(bytes);
  const styled = await hasMonthFormats(bytes, entries);
  const book = await openBook(bytes, maxRows, styled);
  const notices: FileNotice[] = [];
  const sheets: Sheet[] = [];
  let rows = 0;
  for (const sheet of book.sheets) {
    rows += sheet.rows.length;
    if (rows > maxRows) throw new TooLarge('exchange.too_many_rows', { limit: maxRows });
    if (sheet.hidden || sheet.veryHidden) {
      notices.push({ code: 'exchange.sheet_hidden', sheet: sheet.name, params: {} });
    } else {
      sheets.push(convertSheet(sheet, styled));
    }
  }
  return { format: 'xlsx', sheets, notices };
}

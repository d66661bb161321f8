// The rows of one table, typed by its mapping: every cell read once, every report tied to sheet and cell.
import type { Day } from '../platform/day.ts';
import type { AnyValue, AnyValues, Column, Kind } from './kinds.ts';
import { kindSpecs } from './kinds.ts';
import type { Table, TableRow } from './layout.ts';
import { plain } from './lookup.ts';
import type { Lookup } from './lookup.ts';
import { isSensitive } from './mapping.ts';
import type { ColumnUse, TableMapping } from './mapping.ts';
import { readCell, yesNo } from './cells/parse.ts';
import type { CellContext, Change, Severity } from './cells/parse.ts';
import type { PlaceIndex } from '../places/places.ts';
import { addressOf, cellKey, isBlank } from '../workbook/sheet.ts';
import type { CellValue } from '../workbook/sheet.ts';
import { sentenceCase } from './unit-names.ts';

export interface Issue {
  severity: Severity;
  /** Key of messages.ts. */
  code: string;
  sheet: string;
  /** 'C12', or null when the whole sheet or table is meant. */
  cell: string | null;
  params: Record<string, string | number>;
  /** Set when something was changed on the way in. */
  change?: Change;
}

export interface RawRow {
  kind: Kind;
  table: number;
  sheet: string;
  /** Row number as the program shows it. */
  line: number;
  values: AnyValues;
  errors: number;
}

export interface RowSettings {
  today: Day;
  profile: 'A' | 'B' | 'C';
  lookups: Map<string, Lookup>;
  places: PlaceIndex | null;
  defaultUnit: string | null;
}

interface Reader {
  use: ColumnUse;
  key: string;
  context: CellContext;
}
interface Cursor {
  row: number;
  column: number;
  errors: number;
}

/** One table being read: where we are, and where reports go. */
interface Job {
  table: Table;
  kind: Kind;
  settings: RowSettings;
  issues: Issue[];
  cursor: Cursor;
  readers: Reader[];
  /** The only column about sex is an x under “Nữ”: no x means a man. */
  blankIsMale: boolean;
  columnOf: Map<string, number>;
}

function reporter(issues: Issue[], sheet: string, cursor: Cursor): CellContext['report'] {
  return (severity, code, params = {}, change) => {
    if (severity === 'error') cursor.errors += 1;
    const cell = addressOf(cursor.row, cursor.column);
    issues.push({ severity, code, sheet, cell, params, ...(change ? { change } : {}) });
  };
}

function contextFor(column: Column, job: Pick<Job, 'settings' | 'issues' | 'table' | 'cursor'>): CellContext {
  const { today, lookups, places } = job.settings;
  return { today, column, lookups, places, report: reporter(job.issues, job.table.sheet.name, job.cursor) };
}

function refuseColumn(table: Table, use: ColumnUse, issues: Issue[]): void {
  const cells = table.rows.filter(({ row }) => !isBlank(table.sheet.rows[row]?.[use.column])).length;
  issues.push({
    severity: 'warning',
    code: 'exchange.column_refused',
    sheet: table.sheet.name,
    cell: addressOf(table.bottom, use.column),
    params: { heading: use.heading, cells },
  });
}

function ignoreColumn(table: Table, use: ColumnUse, issues: Issue[]): void {
  if (use.ordinal) return;
  issues.push({
    severity: 'notice',
    code: 'exchange.column_ignored',
    sheet: table.sheet.name,
    cell: addressOf(table.bottom, use.column),
    params: { heading: use.heading },
  });
}

function makeReaders(job: Job, mapping: TableMapping): Reader[] {
  const readers: Reader[] = [];
  for (const use of mapping.uses) {
    const column = use.key === null ? undefined : kindSpecs[job.kind].columns[use.key];
    if (use.key === null || !column) ignoreColumn(job.table, use, job.issues);
    else if (job.settings.profile === 'B' && isSensitive(column)) refuseColumn(job.table, use, job.issues);
    else readers.push({ use, key: use.key, context: contextFor(column, job) });
  }
  return readers;
}

/** An x under a heading means the heading's value; a word there is read as a word. */
function readMarked(value: CellValue, reader: Reader): AnyValue | undefined {
  const answer = yesNo(value);
  if (answer === true) return reader.use.mark;
  return answer === false ? undefined : readCell(value, reader.context);
}

function readInto(values: AnyValues, value: CellValue, reader: Reader): void {
  const { use, key, context } = reader;
  const read = use.mark === undefined ? readCell(value, context) : readMarked(value, reader);
  if (read === undefined) return;
  if (values[key] !== undefined && values[key] !== read && use.mark !== undefined) {
    context.report('warning', 'exchange.marks_conflict', { heading: use.heading });
  }
  values[key] = read;
  if (use.also && values[use.also.key] === undefined) values[use.also.key] = use.also.value;
}

/** “18/20” under “votes in favour” also gives the base. */
function readShare(values: AnyValues, value: CellValue, key: string): void {
  if (!key.endsWith('Yes') || typeof value !== 'string') return;
  const match = /^\s*\d+\s*\/\s*(\d+)/.exec(value);
  const base = `${key.slice(0, -3)}Base`;
  if (match && values[base] === undefined) values[base] = Number(match[1]);
}

function valueAt(job: Job, row: number, column: number, key: string): CellValue {
  const value = job.table.sheet.rows[row]?.[column] ?? null;
  // A cell merged downwards speaks for all rows it covers, but one name is one person.
  return isBlank(value) && key !== 'name' ? (job.table.filled.get(cellKey(row, column)) ?? null) : value;
}

function readCells(job: Job, row: number): AnyValues {
  const { cursor, table } = job;
  const values: AnyValues = {};
  for (const reader of job.readers) {
    const column = reader.use.column;
    cursor.column = column;
    const value = valueAt(job, row, column, reader.key);
    if (value === null) continue;
    if (table.sheet.faults.size > 0 && table.sheet.faults.has(cellKey(row, column))) {
      reader.context.report('error', 'exchange.formula_fault', { text: String(value) });
      continue;
    }
    readInto(values, value, reader);
    readShare(values, value, reader.key);
  }
  return values;
}

/** What the row does not say itself but its section, sheet or title does, by column. */
const fromContext: Record<string, (job: Job, entry: TableRow) => AnyValue | null> = {
  unit: ({ kind, table, settings }, entry) => {
    const name = entry.unit ?? table.unit ?? settings.defaultUnit;
    return kind === 'units' || name === null ? null : sentenceCase(name);
  },
  year: ({ kind, table }) => (kind === 'targets' ? (table.year ?? table.span) : null),
  sex: ({ blankIsMale }) => (blankIsMale ? 'M' : null),
  status: ({ kind }, { section }) =>
    kind === 'members' && section !== null && /\bdu bi\b/.test(plain(section)) ? 'probationary' : null,
};

function addContext(job: Job, entry: TableRow, values: AnyValues): void {
  for (const [key, find] of Object.entries(fromContext)) {
    const value = values[key] === undefined ? find(job, entry) : null;
    if (value !== null) values[key] = value;
  }
}

const mustHave: Record<Kind, string[]> = {
  units: ['name'],
  members: ['name', 'unit'],
  candidates: ['name', 'unit'],
  offices: ['name', 'title', 'unit'],
  targets: ['unit', 'year'],
  acts: ['act', 'happenedOn'],
};

/** Missing although the cell is empty; an unreadable cell has been reported already. */
function checkRequired(job: Job, row: number, values: AnyValues): void {
  for (const key of mustHave[job.kind]) {
    if (values[key] !== undefined) continue;
    const column = job.columnOf.get(key);
    if (column !== undefined && !isBlank(job.table.sheet.rows[row]?.[column])) continue;
    job.cursor.column = column ?? job.table.columns[0]?.index ?? 0;
    const label = kindSpecs[job.kind].columns[key]!.label.vi;
    reporter(job.issues, job.table.sheet.name, job.cursor)('error', 'exchange.required', { label });
  }
}

/** A formula's last computed value is taken; said once for each column. */
function reportFormulas(job: Job): void {
  const { table } = job;
  if (table.sheet.formulas.size === 0) return;
  for (const { use } of job.readers) {
    const rows = table.rows.filter(({ row }) => table.sheet.formulas.has(cellKey(row, use.column)));
    const empty = rows.filter(({ row }) => isBlank(table.sheet.rows[row]?.[use.column])).length;
    if (rows.length === 0) continue;
    const place = { sheet: table.sheet.name, cell: addressOf(rows[0]!.row, use.column) };
    const params = { heading: use.heading, cells: rows.length, empty };
    job.issues.push({
      severity: 'warning',
      code: empty > 0 ? 'exchange.formula_empty' : 'exchange.formula',
      ...place,
      params,
    });
  }
}

function reportBlankSex(job: Job): void {
  if (!job.blankIsMale) return;
  const use = job.readers.find((reader) => reader.key === 'sex')!.use;
  const cell = addressOf(job.table.bottom, use.column);
  job.issues.push({
    severity: 'notice',
    code: 'exchange.sex_from_blank',
    sheet: job.table.sheet.name,
    cell,
    params: { heading: use.heading },
  });
}

/** Only an x column under “Nữ”, and at least one x in it. */
function isBlankMale(table: Table, mapping: TableMapping): boolean {
  const uses = mapping.uses.filter((use) => use.key === 'sex' || use.also?.key === 'sex');
  const only = uses[0];
  if (uses.length !== 1 || only?.mark !== 'F') return false;
  return table.rows.some(({ row }) => yesNo(table.sheet.rows[row]?.[only.column] ?? null) === true);
}

function newJob(
  table: Table,
  mapping: TableMapping,
  kind: Kind,
  rest: { settings: RowSettings; issues: Issue[] },
): Job {
  const columnOf = new Map(mapping.uses.flatMap((use) => (use.key ? [[use.key, use.column] as const] : [])));
  const blankIsMale = isBlankMale(table, mapping);
  const job: Job = {
    ...rest,
    table,
    kind,
    cursor: { row: 0, column: 0, errors: 0 },
    readers: [],
    blankIsMale,
    columnOf,
  };
  job.readers = makeReaders(job, mapping);
  return job;
}

export function readRows(
  table: Table,
  mapping: TableMapping,
  settings: RowSettings,
  into: { issues: Issue[]; table: number },
): RawRow[] {
  if (mapping.kind === null) return [];
  const job = newJob(table, mapping, mapping.kind, { settings, issues: into.issues });
  reportFormulas(job);
  reportBlankSex(job);
  return table.rows.map((entry) => {
    job.cursor.row = entry.row;
    job.cursor.errors = 0;
    const values = readCells(job, entry.row);
    addContext(job, entry, values);
    checkRequired(job, entry.row, values);
    return {
      kind: job.kind,
      table: into.table,
      sheet: table.sheet.name,
      line: entry.row + 1,
      values,
      errors: job.cursor.errors,
    };
  });
}

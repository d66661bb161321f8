// A workbook becomes typed rows of six kinds with everything that was changed, doubted or refused on the way.
// Pure: nothing is looked up but what comes in as options. 5,000 rows take about a quarter of a second.
import type { Day } from '../platform/day.ts';
import { checkRow } from './checks.ts';
import { contentHash, rowKeys } from './identity.ts';
import { kinds, kindSpecs } from './kinds.ts';
import type { AnyValues, Kind, KindValues } from './kinds.ts';
import { findTables } from './layout.ts';
import type { SkippedRow, Table } from './layout.ts';
import { buildLookups } from './lookup.ts';
import type { Catalogues } from './lookup.ts';
import { proposeMapping } from './mapping.ts';
import type { SavedMappings, TableMapping } from './mapping.ts';
import type { PlaceIndex } from '../places/places.ts';
import { readRows } from './rows.ts';
import type { Issue, RawRow, RowSettings } from './rows.ts';
import { addressOf, cellText } from '../workbook/sheet.ts';
import type { Sheet, Workbook } from '../workbook/sheet.ts';
import { reportUnits, unifyUnits } from './units-in-file.ts';

/** Our own template explains itself on a sheet of this name; it is never read. */
export const guideSheetName = 'Hướng dẫn';

export interface IntakeOptions {
  today: Day;
  profile: 'A' | 'B' | 'C';
  catalogues: Catalogues;
  places?: PlaceIndex | null;
  /** Take every table as this kind. */
  kind?: Kind;
  /** Corrected mappings of this file; they win over what is remembered and what the words say. */
  mappings?: TableMapping[];
  saved?: SavedMappings;
  /** Names of units already held, for “not known” warnings and one spelling. */
  knownUnits?: string[];
  /** For rows that name no unit at all. */
  defaultUnit?: string | null;
}

export interface IntakeRow<K extends Kind = Kind> {
  kind: K;
  /** Index into `tables`. */
  table: number;
  sheet: string;
  line: number;
  values: KindValues[K];
  /** Strongest first; empty of such as another row of the file shares. */
  keys: string[];
  hash: string;
  /** False when the row has an error and cannot be taken. */
  ok: boolean;
}
export interface TableReport {
  mapping: TableMapping;
  titles: string[];
  unit: string | null;
  year: number | null;
  rows: number;
  skipped: SkippedRow[];
}
export type IntakeRows = { [K in Kind]: IntakeRow<K>[] };
export interface Intake {
  tables: TableReport[];
  rows: IntakeRows;
  issues: Issue[];
  counts: { rows: Record<Kind, number>; ok: number; notices: number; warnings: number; errors: number };
}

function mappingFor(table: Table, options: IntakeOptions, lookups: RowSettings['lookups']): TableMapping {
  const proposed = proposeMapping(table, lookups, { kind: options.kind, saved: options.saved });
  const corrected = options.mappings?.find(
    (m) =>
      m.sheet === proposed.sheet &&
      m.headingRows[0] === proposed.headingRows[0] &&
      m.fingerprint === proposed.fingerprint,
  );
  // A kind chosen without columns: the words of the heading say which they are.
  if (corrected?.kind && corrected.uses.length === 0)
    return proposeMapping(table, lookups, { kind: corrected.kind });
  return corrected ?? proposed;
}

/** Sections that name no unit, and tables nothing is known about, are said; totals and signatures are not. */
function reportLayout(table: Table, mapping: TableMapping, issues: Issue[]): void {
  const sheet = table.sheet.name;
  if (mapping.kind === null) {
    const cell = addressOf(table.top, table.columns[0]?.index ?? 0);
    issues.push({
      severity: 'warning',
      code: 'exchange.table_unknown',
      sheet,
      cell,
      params: { rows: table.rows.length },
    });
  }
  for (const { row, why, text } of table.skipped) {
    if (why !== 'continued') continue;
    issues.push({
      severity: 'warning',
      code: 'exchange.row_continued',
      sheet,
      cell: addressOf(row, 0),
      params: { text: text.slice(0, 60) },
    });
  }
}

function reportEmptySheet(sheet: Sheet, tables: Table[], issues: Issue[]): void {
  const filled = sheet.rows.filter((row) => row.some((cell) => cellText(cell).trim() !== '')).length;
  if (tables.length > 0 || filled === 0) return;
  issues.push({
    severity: 'warning',
    code: 'exchange.sheet_without_table',
    sheet: sheet.name,
    cell: null,
    params: { rows: filled },
  });
}

/** Keys that several rows share are dropped, save that two rows equal in their first key are one too many. */
function dropSharedKeys(rows: IntakeRow[]): Map<string, IntakeRow> {
  const first = new Map<string, IntakeRow>();
  const shared = new Set<string>();
  for (const row of rows) {
    for (const key of row.keys) {
      if (first.has(key)) shared.add(key);
      else first.set(key, row);
    }
  }
  for (const row of rows)
    if (row.keys.length > 1) row.keys = row.keys.filter((key, at) => at === 0 || !shared.has(key));
  return first;
}

/** The same line twice: equal in every value it is left out, else both must be looked at. */
function reportRepeats(rows: IntakeRow[], issues: Issue[]): void {
  const first = dropSharedKeys(rows);
  for (const row of rows) {
    const other = first.get(row.keys[0] ?? '');
    if (!other || other === row) continue;
    row.ok = false;
    const same = other.hash === row.hash;
    const code = same ? 'exchange.row_repeated' : 'exchange.row_repeated_different';
    issues.push({
      severity: same ? 'notice' : 'error',
      code,
      sheet: row.sheet,
      cell: addressOf(row.line - 1, 0),
      params: { other: `${other.sheet}!${other.line}` },
    });
  }
}

function cellOfKey(tables: TableReport[], row: RawRow, key: string): string {
  const use = tables[row.table]?.mapping.uses.find((u) => u.key === key);
  return addressOf(row.line - 1, use?.column ?? 0);
}

function checkRows(rows: RawRow[], tables: TableReport[], issues: Issue[]): void {
  for (const row of rows) {
    checkRow(row.kind, row.values, (severity, code, key, params = {}) => {
      if (severity === 'error') row.errors += 1;
      const label = kindSpecs[row.kind].columns[key]?.label.vi ?? key;
      const named = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          kindSpecs[row.kind].columns[String(value)]?.label.vi ?? value,
        ]),
      );
      issues.push({
        severity,
        code,
        sheet: row.sheet,
        cell: cellOfKey(tables, row, key),
        params: { label, ...named },
      });
    });
  }
}

function finish(raw: RawRow): IntakeRow {
  const { kind, table, sheet, line, values, errors } = raw;
  const typed = values as AnyValues as KindValues[Kind];
  return {
    kind,
    table,
    sheet,
    line,
    values: typed,
    keys: rowKeys(kind, values),
    hash: contentHash(kind, values),
    ok: errors === 0,
  };
}

function sortByKind(rows: IntakeRow[]): IntakeRows {
  const sorted = Object.fromEntries(kinds.map((kind) => [kind, [] as IntakeRow[]])) as Record<
    Kind,
    IntakeRow[]
  >;
  for (const row of rows) sorted[row.kind].push(row);
  return sorted as IntakeRows;
}

function countAll(rows: IntakeRows, issues: Issue[]): Intake['counts'] {
  const perKind = Object.fromEntries(kinds.map((kind) => [kind, rows[kind].length])) as Record<Kind, number>;
  const ok = kinds.reduce((sum, kind) => sum + rows[kind].filter((row) => row.ok).length, 0);
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  return { rows: perKind, ok, notices: count('notice'), warnings: count('warning'), errors: count('error') };
}

const fileIssues = (workbook: Workbook): Issue[] =>
  workbook.notices.map(({ code, sheet, params }) => ({
    severity: 'notice',
    code,
    sheet,
    cell: null,
    params,
  }));

export function takeIn(workbook: Workbook, options: IntakeOptions): Intake {
  const lookups = buildLookups(options.catalogues);
  const issues = fileIssues(workbook);
  const { today, profile } = options;
  const settings: RowSettings = {
    today,
    profile,
    lookups,
    places: options.places ?? null,
    defaultUnit: options.defaultUnit ?? null,
  };
  const tables: TableReport[] = [];
  const raw: RawRow[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.name === guideSheetName) continue;
    const found = findTables(sheet);
    reportEmptySheet(sheet, found, issues);
    for (const table of found) {
      const mapping = mappingFor(table, options, lookups);
      reportLayout(table, mapping, issues);
      for (const row of readRows(table, mapping, settings, { issues, table: tables.length })) raw.push(row);
      const { titles, unit, year, skipped } = table;
      tables.push({ mapping, titles, unit, year, rows: table.rows.length, skipped });
    }
  }
  unifyUnits(raw, options.knownUnits ?? []);
  checkRows(raw, tables, issues);
  reportUnits(raw, options.knownUnits ?? [], issues);
  const done = raw.map(finish);
  const rows = sortByKind(done);
  // A probationer may stand in two lists, but in each of them once.
  for (const kind of kinds) reportRepeats(rows[kind], issues);
  return { tables, rows, issues, counts: countAll(rows, issues) };
}

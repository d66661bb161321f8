// A whole report counted live for one unit: every table of its form row by row, sums and shares reckoned from them, the
// identities proven, and the records behind every number.
import { createHash } from 'node:crypto';
import { branchOf, type Tree } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { findUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { type Day, formatDay } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { bothLanguages, type Message } from '../platform/messages.ts';
import { findEntry } from '../statistics/catalogue/catalogue.ts';
import { getDimension, isDimension } from '../statistics/catalogue/dimension.ts';
import { getSource } from '../statistics/catalogue/source.ts';
import { readTable } from '../statistics/catalogue/table.store.ts';
import type { Row as FigureRow } from '../statistics/catalogue/view.ts';
import { regulations } from '../worklist/in-force.ts';
import type { Body, Cell, TablePart } from '../press/body.ts';
import { countCell, type Counting, type Query, questionOf } from './count.store.ts';
import { type Asks, askOf, type Form, type FormRow, type FormTable } from '../forms/form.ts';
import { type Checked, checksOf, type GridRow, tableOf } from './grid.ts';
import { type CellRecords, cellKey, keepRecords, type KeptRecords } from './kept-records.ts';
import { messages } from './messages.ts';
import { periodLabel, spanOf } from './period.ts';

export interface Asked {
  unit: UnitRow;
  form: Form;
  period: string;
  closesOn: Day;
}

export interface Live {
  body: Body;
  /** made when they are to be kept */
  records: () => KeptRecords | null;
  /** every unit of the branch in the tree of the closing day */
  unitIds: number[];
  /** of the numbers alone */
  print: string;
}

export async function countBody(db: Queryable, actor: Actor, asked: Asked): Promise<Live> {
  const { unit, form, period, closesOn } = asked;
  const span = spanOf(period);
  if (span.from > today()) throw new Invalid('report.ahead', { day: formatDay(span.from) });
  const to = closesOn < today() ? closesOn : today();
  const counting: Counting = { db, actor, unitId: unit.id, span, to };
  const records = new Map<string, CellRecords>();
  const parts: Body['parts'] = [];
  const tables = new Map<string, Checked>();
  for (const section of form.sections) {
    if (section.kind === 'words') {
      parts.push({ ...section, text: '' });
      continue;
    }
    const rows = await rowsOfTable(counting, section, records);
    const table = tableOf(section, rows, isPersonal(section));
    tables.set(section.id, { table, rows });
    parts.push(table);
  }
  await tellSince(counting, parts);
  const tree = await treeOn(db, to);
  const node = tree.byId.get(unit.id);
  const body: Body = {
    form: { id: form.id, title: form.title, example: form.example },
    unit: { id: unit.id, name: node?.name ?? unit.name },
    superior: await superiorOf(db, unit, tree),
    period,
    periodLabel: periodLabel(period),
    span,
    closesOn,
    parts,
    checks: checksOf(form.checks, tables),
    ruleSet: regulations().inForce(closesOn, { path: unit.path }).id,
    units: node ? node.end - node.index : 0,
  };
  return {
    body,
    records: () => keepRecords(records),
    unitIds: branchOf(tree, unit.id),
    print: printOf(parts),
  };
}

export const printOf = (parts: Body['parts']): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.filter(({ kind }) => kind === 'table')))
    .digest('hex');

/** By the name it had on that day; above the top of the tree stands a body known by name only. */
async function superiorOf(db: Queryable, { id, parentId }: UnitRow, { byId }: Tree): Promise<string | null> {
  const above = byId.get(byId.get(id)?.parentId ?? 0);
  if (above) return above.name;
  return parentId === null ? null : ((await findUnit(db, parentId))?.name ?? null);
}

/** Of a day before everything that Nguồn knows a zero is no number: said under the first table. */
async function tellSince({ db, actor, unitId, to }: Counting, parts: Body['parts']): Promise<void> {
  const { since } = await readTable(db, actor, 'members', { unit: unitId, on: to, by: 'none' });
  const first = parts.find((part): part is TablePart => part.kind === 'table');
  if (since === null || !first) return;
  first.notes = [...first.notes, bothLanguages(messages['report.before_data'], { day: formatDay(since) })];
}

// ---- rows

async function rowsOfTable(
  counting: Counting,
  table: FormTable,
  records: Map<string, CellRecords>,
): Promise<GridRow[]> {
  const rows: GridRow[] = [];
  for (const form of table.rows) {
    const shown = form.each ? await expanded(counting, table, form) : [{ id: form.id, more: {} }];
    for (const one of shown) rows.push(await rowOf(counting, { table, form, one }, records));
  }
  return rows;
}

interface Shown {
  id: string;
  /** of a breakdown: its value; of a unit below: the unit */
  more: Query;
  label?: Message;
  unitId?: number | null;
}

/** Cells of a row that are counted: sums and shares are reckoned from them. */
function askedIn(table: FormTable, row: FormRow): { column: string; ask: Asks }[] {
  if (row.heading || row.sum || row.share) return [];
  return table.columns
    .filter((column) => !column.sum && !column.share)
    .flatMap((column) => {
      const ask = askOf(row, column);
      return ask ? [{ column: column.id, ask }] : [];
    });
}

interface RowAsked {
  table: FormTable;
  form: FormRow;
  one: Shown;
}

async function rowOf(
  counting: Counting,
  { table, form, one }: RowAsked,
  records: Map<string, CellRecords>,
): Promise<GridRow> {
  const counted = new Map<string, Cell>();
  for (const { column, ask } of askedIn(table, form)) {
    const { cell, records: found } = await countCell(counting, ask, one.more);
    counted.set(column, cell);
    if (found) records.set(cellKey(table.id, one.id, column), found);
  }
  const { mark, level, whole } = form;
  const label = one.label ?? form.label ?? { vi: one.id, en: one.id };
  return { row: { id: one.id, mark, label, unitId: one.unitId ?? null, level, whole }, form, counted };
}

/** One row for each value that some column has, or for each unit below. */
async function expanded(counting: Counting, table: FormTable, form: FormRow): Promise<Shown[]> {
  const each = form.each as string;
  const found = new Map<string, Shown>();
  for (const ask of asksOf(table, form)) {
    const { unit: _unit, net: _net, ...words } = questionOf(counting, ask, {});
    const query = { ...words, unit: counting.unitId, by: each };
    const { rows, unknown } = await readTable(counting.db, counting.actor, ask.figure ?? '', query);
    for (const row of [...rows, ...(unknown ? [unknown] : [])]) {
      const shown = shownOf(form.id, each, row);
      if (!found.has(shown.id)) found.set(shown.id, shown);
    }
  }
  return [...found.values()];
}

function shownOf(id: string, each: string, { key, label, unitId }: FigureRow): Shown {
  const name = `${id}.${key || 'unknown'}`;
  if (each !== 'child') return { id: name, more: { where: `${each}:${key}` }, label };
  return key === 'own'
    ? { id: name, more: { own: '1' }, label }
    : { id: name, more: { unit: key }, label, unitId };
}

/** What the columns of a row ask, each once. */
function asksOf(table: FormTable, row: FormRow): Asks[] {
  const asks = askedIn(table, row)
    .map(({ ask }) => ask)
    .filter(({ goal }) => !goal);
  return [...new Map(asks.map((ask) => [JSON.stringify(ask), ask])).values()];
}

/** Tells something of persons by what it is broken down by. */
const isPersonal = (table: FormTable): boolean =>
  table.rows.some((row) =>
    table.columns.some((column) => {
      const ask = askOf(row, column);
      const entry = ask?.figure === undefined ? undefined : findEntry(ask.figure);
      if (!entry || getSource(entry.source).record === 'unit') return false;
      const by = [row.each, ...(ask?.only?.split(',').map((one) => one.split(':')[0]) ?? [])];
      return by.some(
        (one) => one === 'part' || (one !== undefined && isDimension(one) && getDimension(one).personal),
      );
    }),
  );

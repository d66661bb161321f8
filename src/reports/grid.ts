// Sums, shares and identities of a table: reckoned from the cells that were counted, never counted again.
import type { Language } from '../platform/messages.ts';
import type { Cell, Check, Row, TablePart } from '../press/body.ts';
import {
  type FormCheck,
  type FormColumn,
  type FormRow,
  type FormTable,
  type Share,
  termOf,
} from '../forms/form.ts';

/** A row of the paper and the row of the form that it comes from. */
export interface GridRow {
  row: Omit<Row, 'cells'>;
  form: FormRow;
  /** cells that were counted, by column */
  counted: Map<string, Cell>;
}

const none: Cell = { value: null, measure: 'count', why: null, opens: null };

export function tableOf(form: FormTable, rows: readonly GridRow[], personal: boolean): TablePart {
  const grid = new Grid(form, rows);
  return {
    kind: 'table',
    id: form.id,
    title: form.title,
    label: form.label,
    columns: form.columns.map(({ id, label }) => ({ id, label })),
    rows: rows.map((row) => ({
      ...row.row,
      cells: row.form.heading ? [] : form.columns.map((column) => grid.cell(row, column)),
    })),
    notes: form.notes,
    personal,
  };
}

class Grid {
  readonly form: FormTable;
  readonly rows: readonly GridRow[];
  /** cells under way: a sum that leads back to itself has no number */
  readonly open = new Set<string>();
  constructor(form: FormTable, rows: readonly GridRow[]) {
    this.form = form;
    this.rows = rows;
  }

  cell(row: GridRow, column: FormColumn): Cell {
    const key = `${row.row.id} ${column.id}`;
    if (this.open.has(key)) return none;
    this.open.add(key);
    try {
      return this.reckon(row, column);
    } finally {
      this.open.delete(key);
    }
  }

  private reckon(row: GridRow, column: FormColumn): Cell {
    if (column.share) return this.share(row, column, column.share);
    if (row.form.share) return this.share(row, column, row.form.share);
    if (column.sum) return summed(column.sum.map((word) => this.columnTerm(row, word)));
    if (row.form.sum) return summed(row.form.sum.flatMap((word) => this.rowTerms(column, word)));
    return row.counted.get(column.id) ?? none;
  }

  private columnTerm(row: GridRow, word: string): Term {
    const { id, sign } = termOf(word);
    const column = this.form.columns.find((one) => one.id === id);
    return { sign, value: column ? this.cell(row, column).value : null };
  }

  private rowTerms(column: FormColumn, word: string): Term[] {
    const { id, sign } = termOf(word);
    return this.rows
      .filter(({ form }) => form.id === id)
      .map((row) => ({ sign, value: this.cell(row, column).value }));
  }

  private share(row: GridRow, column: FormColumn, { of, by }: Share): Cell {
    const [part, whole] = [of, by].map((at) => this.at(row, column, at));
    const value = part === null || part === undefined || !whole ? null : part / whole;
    return { value, measure: 'share', why: null, opens: null };
  }

  private at(
    row: GridRow,
    column: FormColumn,
    at: { row?: string | undefined; column?: string | undefined },
  ) {
    const there = at.row === undefined ? row : this.rows.find(({ form }) => form.id === at.row);
    const across = at.column === undefined ? column : this.form.columns.find(({ id }) => id === at.column);
    return there && across ? this.cell(there, across).value : null;
  }
}

interface Term {
  sign: 1 | -1;
  value: number | null;
}

const summed = (terms: readonly Term[]): Cell => ({
  ...none,
  value: terms.some(({ value }) => value === null)
    ? null
    : terms.reduce((sum, { sign, value }) => sum + sign * (value ?? 0), 0),
});

// ---- identities

/** For each column of the check that has all its numbers. */
export function checksOf(checks: readonly FormCheck[], tables: ReadonlyMap<string, Checked>): Check[] {
  return checks.flatMap((check) => {
    const checked = tables.get(check.section);
    return checked ? check.columns.map((column) => checkOf(check, column, checked)) : [];
  });
}

export interface Checked {
  table: TablePart;
  rows: readonly GridRow[];
}

function checkOf(check: FormCheck, column: string, { table, rows }: Checked): Check {
  const at = table.columns.findIndex(({ id }) => id === column);
  const sides = [check.left, check.right].map((words) =>
    words.map((word) => {
      const { id, sign } = termOf(word);
      const own = table.rows.filter((_, index) => rows[index]?.form.id === id);
      const values = own.map(({ cells }) => cells[at]?.value ?? null);
      const whole = values.some((value) => value === null);
      return { sign, value: whole ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0) };
    }),
  );
  const [left, right] = sides.map((terms) => summed(terms).value) as [number | null, number | null];
  const label = table.columns[at]?.label ?? check.label;
  const several = check.columns.length > 1;
  return {
    id: several ? `${check.id}.${column}` : check.id,
    label: several
      ? { vi: `${check.label.vi} (${label.vi})`, en: `${check.label.en} (${label.en})` }
      : check.label,
    holds: left !== null && left === right,
    left,
    right,
    said: `${sayTerms(sides[0] ?? [])} ${left === right ? '=' : '≠'} ${sayTerms(sides[1] ?? [])}`,
  };
}

const sayTerms = (terms: readonly Term[]): string =>
  terms
    .map(({ sign, value }, at) => {
      const number = value === null ? '?' : sayNumber(value);
      return at === 0 ? `${sign === -1 ? '−' : ''}${number}` : `${sign === -1 ? '−' : '+'} ${number}`;
    })
    .join(' ');

const figures: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};
/** A number as it is read in Vietnamese, or in the language of the sentence. */
export const sayNumber = (value: number, language: Language = 'vi'): string =>
  figures[language].format(value);

// Rows folded from streams: those that stand are read beside the entries, and only what differs is written. An act changes one
// row or two of the many that speak of a person or a case.
import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../db.ts';
import { canonical } from '../seal.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface RowsOf {
  table: keyof Tables;
  /** columns that name a row; never empty */
  key: readonly string[];
  /** the rows of these streams, by the ids behind their prefix */
  where: (ids: readonly string[]) => RawBuilder<unknown>;
  /** where the database fills columns that the fold does not name: the statement that inserts this text of rows */
  insert?: (json: string) => RawBuilder<unknown>;
}

export interface Stands {
  table: string;
  row: Row;
}

/** The rows as they stand, of several tables in one statement. */
export const standingSql = (tables: readonly RowsOf[], ids: readonly string[]): RawBuilder<Stands> =>
  sql<Stands>`${sql.join(
    tables.map(
      ({ table, where }) =>
        sql`select ${sql.lit(table)} as "table", to_jsonb(t) as row from ${sql.table(table)} as t where ${where(ids)}`,
    ),
    sql` union all `,
  )}`;

/**
 * The statements that make of the rows that stand those that shall. One that differs is updated, and a column the fold does not
 * name is left as it is; of several each goes and comes anew.
 */
export function changesSql(
  of: RowsOf,
  standing: readonly Stands[],
  shall: readonly Row[],
): RawBuilder<unknown>[] {
  const name = nameOf(of.key);
  const stood = new Map(standing.flatMap(({ table, row }) => (table === of.table ? [[name(row), row]] : [])));
  const kept = new Set(shall.map(name));
  const gone = [...stood].flatMap(([key, row]) => (kept.has(key) ? [] : [row]));
  const fresh = shall.filter((row) => !stood.has(name(row)));
  const changed = shall.filter((row) => differs(stood.get(name(row)), row));
  // Of several, one may take what is unique from another: they go first and come after.
  const alone = changed.length === 1 && !of.insert;
  return [
    ...deleteSql(of, alone ? gone : [...gone, ...changed]),
    ...(alone ? updateSql(of, changed) : []),
    ...insertSql(of, alone ? fresh : [...changed, ...fresh]),
  ];
}

const nameOf =
  (key: readonly string[]) =>
  (row: Row): string =>
    JSON.stringify(key.map((column) => row[column]));

function differs(stands: Row | undefined, shall: Row): boolean {
  if (!stands) return false;
  return Object.entries(shall).some(
    ([column, value]) => !isSame(stands[column] ?? null, (value ?? null) as unknown),
  );
}

const isSame = (stands: unknown, shall: unknown): boolean =>
  stands === shall || (typeof shall === 'object' && canonical(stands) === canonical(shall));

const populated = ({ table }: RowsOf, rows: readonly Row[]) =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
const sameKey = ({ key }: RowsOf) =>
  sql.join(
    key.map((column) => sql`t.${sql.ref(column)} = r.${sql.ref(column)}`),
    sql` and `,
  );

function deleteSql(of: RowsOf, rows: readonly Row[]): RawBuilder<unknown>[] {
  if (rows.length === 0) return [];
  const keys = rows.map((row) => Object.fromEntries(of.key.map((column) => [column, row[column]])));
  return [
    sql`delete from ${sql.table(of.table)} as t using ${populated(of, keys)} as r where ${sameKey(of)}`,
  ];
}

function updateSql(of: RowsOf, rows: readonly Row[]): RawBuilder<unknown>[] {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !of.key.includes(column));
  // One piece of text: a part for each of thirty columns costs more than the update.
  const set = sql.raw(columns.map((column) => `"${column}" = r."${column}"`).join(', '));
  return [
    sql`update ${sql.table(of.table)} as t set ${set} from ${populated(of, rows)} as r where ${sameKey(of)}`,
  ];
}

function insertSql(of: RowsOf, rows: readonly Row[]): RawBuilder<unknown>[] {
  if (rows.length === 0) return [];
  if (of.insert) return [of.insert(JSON.stringify(rows))];
  return [sql`insert into ${sql.table(of.table)} select * from ${populated(of, rows)}`];
}

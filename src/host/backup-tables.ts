// What of the database goes into a backup, read as PostgreSQL itself writes it (COPY text, the same from 15 on).
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to } from 'pg-copy-streams';

export interface TableShape {
  name: string;
  columns: string[];
}

export interface TableSum {
  name: string;
  rows: number;
  sha256: string;
}

export interface SequenceState {
  name: string;
  /** null: never used */
  value: string | null;
}

/** Signed-in browsers and their failures are of the moment: a restored committee signs in again. */
const momentary = ['session', 'sign_in_failure'];
/** Made by the migrations themselves. */
const ours = ['migration'];

export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [[...momentary, ...ours]],
  );
  return rows;
}

export async function listSequences(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query(
    `select sequencename as name, last_value::text as value from pg_sequences
     where schemaname = current_schema() order by sequencename`,
  );
  return rows;
}

/** One order of rows on every reading: the order on disk, by one process. */
export async function readInDiskOrder(client: pg.Client): Promise<void> {
  await client.query('set local synchronize_seqscans = off');
  await client.query('set local max_parallel_workers_per_gather = 0');
  await client.query(`set local datestyle = 'ISO'`);
  await client.query('set local extra_float_digits = 3');
  await client.query(`set local bytea_output = 'hex'`);
  await client.query(`set local timezone = 'UTC'`);
}

/** The rows as text, in pieces; the returned value is their sum. */
export async function* copyOut(client: pg.Client, table: TableShape): AsyncGenerator<Buffer, TableSum> {
  const columns = table.columns.map(quote).join(', ');
  const tally = startTally(table.name);
  const rows = client.query(to(`copy (select ${columns} from ${quote(table.name)}) to stdout`));
  for await (const piece of rows) {
    tally.add(piece);
    yield piece;
  }
  return tally.sum();
}

export async function sumTable(client: pg.Client, table: TableShape): Promise<TableSum> {
  const pieces = copyOut(client, table);
  for (;;) {
    const step = await pieces.next();
    if (step.done) return step.value;
  }
}

export function startTally(name: string): { add(piece: Buffer): void; sum(): TableSum } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(piece) {
      hash.update(piece);
      // A line feed inside a value is written as \n, so that each one here ends a row.
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows += 1;
    },
    sum: () => ({ name, rows, sha256: hash.digest('hex') }),
  };
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What cannot be read without the master key. */
export async function countSealed(client: pg.Client): Promise<{ fields: number; persons: number }> {
  const { rows } = await client.query(`select to_regclass('vault_field') is not null as found`);
  if (!rows[0].found) return { fields: 0, persons: 0 };
  const counted = await client.query(
    `select count(*)::int as fields, count(distinct person_id)::int as persons
     from vault_field where sealed is not null`,
  );
  return counted.rows[0];
}

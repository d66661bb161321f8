// The database as code sees it. Rooms add their tables to `Tables` by declaration merging, so that this file
// knows no party word.
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Generated, JsonValue } from './tables.ts';

export interface Tables {
  setting: { key: string; value: JsonValue };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
/** A pool or a transaction: for reads that may run in either. */
export type Queryable = Db | Tx;
export type { Generated, JsonValue };

// int8 (ledger positions, counts) fits a double here; numbers beat strings in every caller.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

export function openDb(connection: pg.PoolConfig): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ max: 10, ...connection });
  // An idle connection that PostgreSQL closes must not end the process; the next query reports it.
  pool.on('error', () => undefined);
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

// The database as code sees it. Rooms add their tables to `Tables` by declaration merging, so that this file
// knows no party word.
import { Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { prepareOften } from './prepared.ts';
import type { Generated, JsonValue } from './tables.ts';
import { PromptDialect } from './write/unanswered.ts';

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
  // A connection is renewed now and then: what it has prepared was planned by what the tables held at that time.
  const pool = new pg.Pool({ max: 10, maxLifetimeSeconds: 600, pipeline: true, ...connection });
  pool.on('connect', (client) => {
    // One that breaks while it is in use: what was asked of it fails, and nothing else.
    client.on('error', () => undefined);
    prepareOften(client);
  });
  // An idle connection that PostgreSQL closes must not end the process; the next query reports it.
  pool.on('error', () => undefined);
  return { db: new Kysely<Tables>({ dialect: new PromptDialect(pool) }), pool };
}

/**
 * The column is one of these. Of a single one the plan does not hang on how many they are: it is made once a connection, and
 * planning costs more than finding.
 */
export const among = (
  column: string,
  values: readonly (string | number)[],
  type: 'uuid' | 'text' | 'int',
): RawBuilder<boolean> =>
  values.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${values[0]}::${sql.raw(type)}`
    : sql<boolean>`${sql.ref(column)} = any(${[...values]}::${sql.raw(`${type}[]`)})`;

export type Rows<S extends readonly RawBuilder<unknown>[]> = {
  [K in keyof S]: S[K] extends RawBuilder<infer R> ? R[] : never;
};

/**
 * Sends statements one behind the other without waiting for the answers in between, on one connection and in this order:
 * the way there and back is what a small statement costs. The first that fails is thrown when all have been answered.
 */
export async function together<S extends readonly RawBuilder<unknown>[]>(
  db: Queryable,
  ...statements: S
): Promise<Rows<S>> {
  const compiled = statements.map((statement) => statement.compile(db));
  const { all } = await db.getExecutor().provideConnection(async (connection) => {
    const all = Promise.allSettled(compiled.map((statement) => connection.executeQuery(statement)));
    // A transaction has its connection to its end: others who share it may send theirs behind.
    if (!db.isTransaction) await all;
    return { all };
  });
  const settled = await all;
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((one) => (one.status === 'fulfilled' ? one.value.rows : [])) as Rows<S>;
}

type Asks<T extends readonly unknown[]> = { readonly [At in keyof T]: () => Promise<T[At]> };

/** Independent questions at once; inside a transaction, which has one connection, one after the other. */
export async function allOf<T extends readonly unknown[]>(db: Queryable, asks: Asks<T>): Promise<T> {
  const list = asks as readonly (() => Promise<unknown>)[];
  if (!db.isTransaction) return (await Promise.all(list.map((ask) => ask()))) as unknown as T;
  const answers: unknown[] = [];
  for (const ask of list) answers.push(await ask());
  return answers as unknown as T;
}

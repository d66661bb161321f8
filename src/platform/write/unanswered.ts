// Inside a transaction a statement need not be waited for when nothing is read from its answer: what comes behind it on the same
// connection sees what it did, and if it fails nothing of the transaction stands. So a write costs few ways there and back.
import {
  type DatabaseConnection,
  PostgresDialect,
  PostgresDriver,
  type RawBuilder,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import type { Rows, Tx } from '../db.ts';

const begun = new WeakMap<DatabaseConnection, Promise<void>>();

class PromptDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const sent = super.beginTransaction(connection, settings);
    // Told by `hasBegun`.
    sent.catch(() => undefined);
    begun.set(connection, sent);
  }
}

/** PostgreSQL, with transactions that begin in one breath with the first statements that are asked in them. */
export class PromptDialect extends PostgresDialect {
  readonly #pool: pg.Pool;
  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }
  override createDriver(): PostgresDriver {
    return new PromptDriver({ pool: this.#pool });
  }
}

/** To be waited for before anything is written: until then whatever was sent may stand outside of the transaction. */
export const hasBegun = (tx: Tx): Promise<void> =>
  tx.getExecutor().provideConnection(async (connection) => begun.get(connection));

const unanswered = new WeakMap<Tx, Promise<unknown>[]>();

/** Sends statements in this order; gives the promise of their rows, for which nobody has to wait. */
export function send<S extends readonly RawBuilder<unknown>[]>(
  tx: Tx,
  ...statements: S
): Promise<{ answers: Promise<Rows<S>> }> {
  const compiled = statements.map((statement) => statement.compile(tx));
  return tx.getExecutor().provideConnection(async (connection) => {
    const answers = Promise.all(
      compiled.map(async (one) => (await connection.executeQuery(one)).rows),
    ) as Promise<unknown> as Promise<Rows<S>>;
    const sent = unanswered.get(tx) ?? [];
    unanswered.set(tx, sent);
    sent.push(answers);
    answers.catch(() => undefined);
    return { answers };
  });
}

/** Waits for what was sent; throws what failed first. */
export async function answered(tx: Tx): Promise<void> {
  const sent = unanswered.get(tx) ?? [];
  unanswered.delete(tx);
  await Promise.all(sent).catch(async (failure) => {
    await Promise.allSettled(sent);
    throw failure;
  });
}

/** Refused by the database itself, so that nothing of its transaction stands; it may also end a connection past that. */
export const isRefused = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.severity === 'ERROR';

// Who goes first: whoever takes a turn by its name waits until the transaction that has it ends. The name of a stream is the
// turn of whoever writes to it.
import { type RawBuilder, sql } from 'kysely';
import type { Queryable, Tx } from '../db.ts';
import { crossTurns } from './step.ts';

type Name = string | RawBuilder<string>;
const keyOf = (name: Name) => sql`hashtextextended(${name}, 0)`;

/** As parts of a statement that is sent with others: alone, beside whoever else goes beside, and alone if nobody is there. */
export const aloneSql = (name: Name) => sql`pg_advisory_xact_lock(${keyOf(name)})`;
export const besideSql = (name: Name) => sql`pg_advisory_xact_lock_shared(${keyOf(name)})`;
export const aloneIfFreeSql = (name: Name) => sql<boolean>`pg_try_advisory_xact_lock(${keyOf(name)})`;

/** Of many always in the same order, so that none waits for another in a ring. */
export async function takeTurn(tx: Tx, ...names: readonly string[]): Promise<void> {
  const inOrder = [...new Set(names)].toSorted();
  crossTurns(tx, inOrder);
  await sql`select ${aloneSql(sql<string>`name`)} from unnest(${inOrder}::text[]) as name`.execute(tx);
}

/** Together with others who go beside, while nobody has the turn. */
export async function goBeside(db: Queryable, name: string): Promise<void> {
  if (db.isTransaction) crossTurns(db as Tx, [name]);
  await sql`select ${besideSql(name)}`.execute(db);
}

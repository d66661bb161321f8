// The seal: a hash chain over batches of ledger rows, made behind the writes so that no write waits for it.
// `verify` finds any changed, missing or added byte below the last head.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Generated, Queryable } from './db.ts';
import { settledPosition } from './write/transaction.ts';
import { toEntry } from './ledger.ts';

declare module './db.ts' {
  interface Tables {
    ledger_seal: {
      batch: number;
      upto_position: number;
      entries: number;
      head: Buffer;
      sealed_at: Generated<string>;
    };
  }
}

interface Head {
  batch: number;
  upto: number;
  head: Buffer;
}
const beginning: Head = { batch: 0, upto: 0, head: Buffer.alloc(32) };

/** One text for one row, whatever order its JSON keys are stored in. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${joined(value, canonical)}]`;
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record).filter((key) => record[key] !== undefined);
  return `{${joined(keys.sort(), (key) => `${quoted(key)}:${canonical(record[key])}`)}}`;
}

/** As `map` and `join` give it, without the list between: this is done to every byte of the ledger. */
function joined<T>(list: readonly T[], textOf: (one: T) => string): string {
  let text = '';
  for (const one of list) text += text === '' ? textOf(one) : `,${textOf(one)}`;
  return text;
}

/** Keys are few and come again with every row. */
const keyTexts = new Map<string, string>();
const mostKeys = 5000;
function quoted(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (keyTexts.size < mostKeys) keyTexts.set(key, text);
  return text;
}

async function digest(db: Queryable, after: Head, upto: number): Promise<{ head: Buffer; entries: number }> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('position', '>', after.upto)
    .where('position', '<=', upto)
    .orderBy('position')
    .execute();
  const hash = createHash('sha256').update(after.head);
  for (const row of rows) hash.update(canonical({ ...toEntry(row), province: row.province_id })).update('\n');
  return { head: hash.digest(), entries: rows.length };
}

async function newest(db: Queryable): Promise<Head> {
  const row = await db
    .selectFrom('ledger_seal')
    .selectAll()
    .orderBy('batch', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { batch: row.batch, upto: row.upto_position, head: row.head } : beginning;
}

/** Seals what has settled since the last seal, at most `most` rows. Gives the number of rows sealed. */
export async function sealSettled(db: Db, most = 5000): Promise<number> {
  const settled = settledPosition();
  if (settled === null) return 0;
  const last = await newest(db);
  const upto = Math.min(settled, last.upto + most);
  if (upto <= last.upto) return 0;
  const made = await digest(db, last, upto);
  await db
    .insertInto('ledger_seal')
    .values({ batch: last.batch + 1, upto_position: upto, entries: made.entries, head: made.head })
    .execute();
  return made.entries;
}

/** Position up to which a process that has just started may seal: nobody else writes while it starts. */
export async function lastWritten(db: Queryable): Promise<number> {
  const result = await sql<{ position: number | null }>`select max(position) as position from ledger`.execute(
    db,
  );
  return result.rows[0]?.position ?? 0;
}

export interface Verification {
  batches: number;
  entries: number;
  /** first batch whose rows no longer give its head; null when all agree */
  broken: number | null;
}

export async function verify(db: Queryable): Promise<Verification> {
  const seals = await db.selectFrom('ledger_seal').selectAll().orderBy('batch').execute();
  let last = beginning;
  let entries = 0;
  for (const seal of seals) {
    const made = await digest(db, last, seal.upto_position);
    if (!made.head.equals(seal.head) || made.entries !== seal.entries)
      return { batches: seals.length, entries, broken: seal.batch };
    entries += made.entries;
    last = { batch: seal.batch, upto: seal.upto_position, head: seal.head };
  }
  return { batches: seals.length, entries, broken: null };
}

// From the short code on a paper reply to its request, within reach of the office that asks.
import { sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { typedCodeOf } from './request.ts';
import { readRows, sortKeys, within } from './rows.store.ts';

export async function findByCode(db: Queryable, actor: Actor, typed: string): Promise<string> {
  const code = typedCodeOf(typed);
  const conditions = [within(actor, 'verification.act'), sql<boolean>`r.code = ${code}`];
  const order = { key: sortKeys.open, down: false, limit: 1 };
  const [row] = code ? await readRows(db, conditions, order) : [];
  if (!row) throw new Missing('access.missing');
  return row.id;
}

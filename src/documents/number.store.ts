// Documents by the numbers that a list names, for workbooks that say “theo văn bản số …”.
import { sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { numberKey } from './document.ts';
import { documentsSeen } from './document.store.ts';

export interface NumberedDocument {
  id: string;
  /** as `numberKey` makes it */
  key: string;
  issuedOn: string | null;
}

/** Those that this reader may read. */
export async function findNumbered(
  db: Queryable,
  actor: Actor,
  numbers: readonly string[],
): Promise<NumberedDocument[]> {
  const keys = [...new Set(numbers.map(numberKey))];
  if (keys.length === 0) return [];
  const result = await sql<NumberedDocument>`
    select document.id, number_key as key, issued_on as "issuedOn"
    from document join unit scope on scope.id = document.scope_unit_id
    where number_key = any(${keys}) and ${documentsSeen(actor)}`.execute(db);
  return result.rows;
}

/** The one document of this number – and, where a day is known, of that day as far as both are precise. */
export function theNumbered(
  documents: readonly NumberedDocument[],
  number: string,
  on: string | null,
): NumberedDocument | null {
  const key = numberKey(number);
  const found = documents.filter(
    (one) => one.key === key && (on === null || one.issuedOn === null || agree(one.issuedOn, on)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const agree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

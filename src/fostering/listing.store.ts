// What the lists of this room share: who is reached, the words of a search, pages by cursor, a number that a committee
// may have set for its own units.
import { type RawBuilder, sql } from 'kysely';
import { placeColumns } from '../admission/dossier.store.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import { regulations } from '../worklist/in-force.ts';
import { numbersByPlace } from './values.ts';

export type Condition = RawBuilder<boolean>;
export const all = (list: readonly Condition[]) => sql.join(list, sql` and `);

/** Dossiers within reach of an action. */
export const reached = (actor: Actor, action: string): Condition =>
  reachSql(reach(actor, action), placeColumns);

export const below = (unit: number | undefined): Condition[] =>
  unit === undefined
    ? []
    : [sql<boolean>`unit.path like (select path from unit as asked where asked.id = ${unit}) || '%'`];

export const searched = (text: string | undefined): Condition[] =>
  fold(text ?? '')
    .split(' ')
    .filter(Boolean)
    .map(
      (word) =>
        sql<boolean>`exists (select from person_word w where w.person_id = person.id
                     and w.suffix like ${`${word.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`})`,
    );

/** The number in force today where `unit.path` stands. */
export function numberSql(id: string): RawBuilder<number | null> {
  const places = numbersByPlace(regulations(), id, today());
  const elsewhere = places.at(-1)?.value ?? null;
  const cases = places
    .slice(0, -1)
    .map(({ path, value }) => sql`when unit.path like ${`${path}%`} then ${value}::int`);
  return cases.length === 0
    ? sql<number | null>`${elsewhere}::int`
    : sql<number | null>`case ${sql.join(cases, sql` `)} else ${elsewhere}::int end`;
}

export const cursorOf = (...keys: string[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

export function readCursor(cursor: string): [string, string] {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // the same answer as for the cursor of another list
  }
  throw new Invalid('fostering.bad_cursor');
}

/** One page of rows that were asked for one more than are shown. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => [string, string]) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last ? cursorOf(...keyOf(last)) : null };
}

// Where a difficulty lies: with the level it was sent to, as long as that stands above the unit that wrote it; after a unit
// moved or a level ended, with the nearest level above that can answer. What lies nowhere has no level above in Nguồn: a
// superior known by name only is one as soon as somebody there holds an office and an account.
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import { regulations } from '../worklist/in-force.ts';

const answerers = () =>
  regulations().organisation.office_kinds.filter(({ may }) => may['report.ask'] !== undefined);
/** Kinds of unit at which some office answers those below. */
const answering = (): string[] => [...new Set(answerers().flatMap(({ held_at }) => held_at))];

/** Somebody there can answer; of a unit that is kept here there will be somebody. */
const isReached = (unit: string): RawBuilder<boolean> => sql<boolean>`
  (not ${sql.ref(`${unit}.external`)} or exists (
    select from office join account on account.person_id = office.person_id and account.closed_on is null
    where office.unit_id = ${sql.ref(`${unit}.id`)} and office.kind = any(${answerers().map(({ id }) => id)}::text[])
      and ${officeInForce('office', today())}))`;

/** Id of the nearest unit above this path that still exists and has somebody to answer; null where there is none. */
const nearest = (path: RawBuilder<string>): RawBuilder<number | null> => sql`(
  select upper.id from unit upper
  where upper.id = any(string_to_array(trim(both '/' from ${path}), '/')::int[]) and upper.path <> ${path}
    and upper.ended_on is null and upper.kind = any(${answering()}::text[]) and ${isReached('upper')}
  order by upper.depth desc limit 1)`;

export async function findAbove(db: Queryable, path: string): Promise<number | null> {
  const { rows } = await sql<{
    id: number | null;
  }>`select ${nearest(sql<string>`${path}::text`)} as id`.execute(db);
  return rows[0]?.id ?? null;
}

/** Of a query with `difficulty`, `unit` – which wrote it – and `sent`, the unit it was sent to. */
export const liesWith = (): RawBuilder<number | null> => sql`(
  case when sent.id is not null and (sent.ended_on is null and starts_with(unit.path, sent.path) and ${isReached('sent')}) then sent.id
       else ${nearest(sql<string>`unit.path`)} end)`;
/** It has left Nguồn; raised where nobody stood above, it lies with whoever has come there since. */
export const isOutside = (): RawBuilder<boolean> => sql<boolean>`
  (difficulty.outside and (sent.id is not null or ${liesWith()} is null))`;

/** What has left Nguồn is handed on once more when the level above has come into it since. */
export const passes = (): RawBuilder<boolean> => sql<boolean>`(
  not ${isOutside()}
  or ${nearest(sql<string>`(select lies.path from unit lies where lies.id = ${liesWith()})`)} is not null)`;
export const sentTo = sql`left join unit sent on sent.id = difficulty.at_unit_id`;

/** Whose unit the reader may see. */
export const seen = (actor: Actor): RawBuilder<boolean> =>
  reachSql(reach(actor, 'report.read'), { path: sql<string>`unit.path` });

/** Open, and with the unit of this office to answer. */
export async function countWaiting(db: Queryable, actor: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from difficulty join unit on unit.id = difficulty.unit_id ${sentTo}
    where difficulty.state in ('waiting', 'taken_up') and ${seen(actor)}
      and difficulty.unit_id <> ${actor.unitId ?? 0} and ${liesWith()} = ${actor.unitId ?? 0}`.execute(db);
  return rows[0]?.count ?? 0;
}

// Where a difficulty lies: with the level it was sent to, as long as that stands above the unit that wrote it; after a unit
// moved or a level ended, with the nearest level above that can answer. What lies nowhere has no level above in Nguồn.
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { regulations } from '../worklist/in-force.ts';

/** Kinds of unit at which some office answers those below. */
const answering = (): string[] => [
  ...new Set(
    regulations().organisation.office_kinds.flatMap(({ may, held_at }) =>
      may['report.ask'] === undefined ? [] : held_at,
    ),
  ),
];

/** Id of the nearest unit above this path that still exists and has somebody to answer; null where there is none. */
const nearest = (path: RawBuilder<string>): RawBuilder<number | null> => sql`(
  select upper.id from unit upper
  where starts_with(${path}, upper.path) and upper.path <> ${path} and not upper.external
    and upper.ended_on is null and upper.kind = any(${answering()}::text[])
  order by upper.depth desc limit 1)`;

export async function findAbove(db: Queryable, path: string): Promise<number | null> {
  const { rows } = await sql<{
    id: number | null;
  }>`select ${nearest(sql<string>`${path}::text`)} as id`.execute(db);
  return rows[0]?.id ?? null;
}

/** Of a query with `difficulty`, `unit` – which wrote it – and `sent`, the unit it was sent to. */
export const liesWith = (): RawBuilder<number | null> => sql`(
  case when sent.id is null or (sent.ended_on is null and starts_with(unit.path, sent.path)) then sent.id
       else ${nearest(sql<string>`unit.path`)} end)`;
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

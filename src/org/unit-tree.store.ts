// The tree as it stood on a day, within the reader's reach, with members and candidates counted up its branches.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { held } from '../platform/held.ts';
import { type Actor, lasting } from '../platform/http.ts';
import { type Reach, reach } from './access.ts';
import { reachSql } from './access.store.ts';
import type { UnitItem, UnitList, UnitView } from './answers.ts';
import { inTreeOrder } from './unit-tree.ts';

const path = sql<string>`unit.path`;

/** Counts are for those who may read persons along the tree; to others they are not told at all. */
const countsPeople = (persons: Reach) => persons.kind === 'paths' || persons.kind === 'everywhere';

/** Units standing on the day; reach is that of today's tree, which keeps ended units at their last place. */
export async function listUnits(db: Queryable, actor: Actor, on: Day, below = '/'): Promise<UnitItem[]> {
  const persons = reach(actor, 'person.read');
  const result = await sql<UnitItem>`
    with recursive placed as materialized (
      select unit.id, place.parent_id, place.kind, place.type, place.name, unit.code, unit.founded_on, unit.ended_on,
             unit.external, ${reachSql(persons, { path })} as readable
      from unit join unit_place place on place.unit_id = unit.id
      where place.from_on <= ${on} and (place.to_on is null or place.to_on > ${on})
        and unit.path like ${`${below}%`} and ${reachSql(reach(actor, 'unit.read'), { path })}
    ), own as (
      select unit_id, count(*) filter (where kind = 'official') as members,
             count(*) filter (where kind = 'probationary') as probationers, 0 as candidates
      from membership where from_on <= ${on} and (to_on is null or to_on > ${on})
        and unit_id in (select id from placed) group by unit_id
      union all
      select dossier.unit_id, 0, 0, count(*)
      from dossier join person on person.id = dossier.person_id
      where dossier.opened_on <= ${on} and (dossier.closed_on is null or dossier.closed_on > ${on})
        and (person.admitted_on is null or person.admitted_on > ${on})
        and dossier.unit_id in (select id from placed)
      group by dossier.unit_id
    ), above (unit_id, id, parent_id, steps) as (
      select id, id, parent_id, 0 from placed
      union all
      select above.unit_id, placed.id, placed.parent_id, above.steps + 1
      from above join placed on placed.id = above.parent_id where above.steps < 60
    ), total as (
      select above.id, sum(own.members)::int as members, sum(own.probationers)::int as probationers,
             sum(own.candidates)::int as candidates
      from above join own using (unit_id) group by above.id
    ), line as (
      select unit_id, '/' || string_agg(id::text, '/' order by steps desc) || '/' as path from above group by unit_id
    )
    select placed.id, placed.name, placed.kind, placed.type, line.path, placed.code, placed.external,
           case when exists (select from placed as p where p.id = placed.parent_id) then placed.parent_id end
             as "parentId",
           placed.founded_on as "foundedOn", placed.ended_on as "endedOn",
           case when readable then coalesce(total.members, 0) end as members,
           case when readable then coalesce(total.probationers, 0) end as probationers,
           case when readable then coalesce(total.candidates, 0) end as candidates
    from placed join line on line.unit_id = placed.id left join total on total.id = placed.id`.execute(db);
  return inTreeOrder(result.rows);
}

const sources = ['unit', 'person', 'dossier'];

/** The whole tree of today is asked for by every page that lets choose a unit: held until something in it changes. */
export function unitsOf(db: Queryable, actor: Actor, on: Day): Promise<UnitList> {
  const read = async (): Promise<UnitList> => {
    const items = await listUnits(db, actor, on);
    return lasting({ items, total: items.length, next: null, asOf: on });
  };
  if (on !== today()) return read();
  const key = `units ${on} ${JSON.stringify([reach(actor, 'unit.read'), reach(actor, 'person.read')])}`;
  return held(db, { key, sources }, read);
}

/** Today's counts of one subtree; null for a reader who may not read persons there. */
export async function countUnit(
  db: Queryable,
  actor: Actor,
  unit: { path: string },
  on: Day,
): Promise<UnitView['counts']> {
  const persons = reach(actor, 'person.read');
  if (!countsPeople(persons)) return null;
  const within = sql`unit.path like ${`${unit.path}%`} and ${reachSql(persons, { path })}`;
  const result = await sql<NonNullable<UnitView['counts']>>`
    select
      (select count(*) from membership m join unit on unit.id = m.unit_id where m.kind = 'official' and m.from_on <= ${on}
         and (m.to_on is null or m.to_on > ${on}) and ${within})::int as members,
      (select count(*) from membership m join unit on unit.id = m.unit_id where m.kind = 'probationary'
         and m.from_on <= ${on} and (m.to_on is null or m.to_on > ${on}) and ${within})::int as probationers,
      (select count(*) from dossier d join unit on unit.id = d.unit_id join person p on p.id = d.person_id
         where d.opened_on <= ${on} and d.closed_as is null
         and (p.admitted_on is null or p.admitted_on > ${on}) and ${within})::int as candidates`.execute(db);
  return result.rows[0] ?? null;
}

// The tree as it stood on a day, within the reader's reach, with members and candidates counted up its branches.
import { type RawBuilder, sql } from 'kysely';
import { today } from '../../platform/clock.ts';
import type { Day } from '../../platform/day.ts';
import type { Queryable } from '../../platform/db.ts';
import { held, Lasting } from '../../platform/held.ts';
import type { Actor } from '../../platform/http.ts';
import { type Reach, reach } from '../access.ts';
import { fewUnits, reachSql } from '../access.store.ts';
import { byUnit, type Counted, countsOf, type Tally } from './tally.store.ts';
import type { UnitItem, UnitList, UnitView } from '../answers.ts';
import { inTreeOrder } from '../unit-tree.ts';

const path = sql<string>`unit.path`;

/** Counts are for those who may read persons along the tree; to others they are not told at all. */
const countsPeople = (persons: Reach) => persons.kind === 'paths' || persons.kind === 'everywhere';

interface Placed extends Omit<UnitItem, 'path' | keyof Counts> {
  readable: boolean;
}

/** Units standing on the day; reach is that of today's tree, which keeps ended units at their last place. */
export async function listUnits(db: Queryable, actor: Actor, on: Day, below = '/'): Promise<UnitItem[]> {
  const { rows } = await sql<Placed>`
    select unit.id, place.parent_id as "parentId", place.kind, place.type, place.name, unit.code, unit.external,
           unit.founded_on as "foundedOn", unit.ended_on as "endedOn",
           ${reachSql(reach(actor, 'person.read'), { path })} as readable
    from unit join unit_place place on place.unit_id = unit.id
    where place.from_on <= ${on} and (place.to_on is null or place.to_on > ${on})
      and unit.path like ${`${below}%`} and ${reachSql(reach(actor, 'unit.read'), { path })}`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  const placed = inTreeOrder(
    rows.map((row) => ({ ...row, parentId: known.has(row.parentId ?? 0) ? row.parentId : null })),
  );
  return countedUp(placed, await countsIn(db, on, [...known]));
}

interface Counts {
  members: number;
  probationers: number;
  candidates: number;
}
interface CountedPeople extends Counted {
  what: keyof Counts;
}

export const treeTally = (on: Day): Tally<CountedPeople> => ({
  key: `tree ${on}`,
  sources,
  patched: ['person', 'dossier'],
  count: async (db, units) => {
    const near = (column: RawBuilder<unknown>) =>
      units === null ? sql`true` : sql`${column} = any(${[...units]}::int[])`;
    const { rows } = await sql<CountedPeople>`
      select unit_id as "unitId", case kind when 'official' then 'members' else 'probationers' end as what,
             count(*)::int as count
      from membership where from_on <= ${on} and (to_on is null or to_on > ${on}) and ${near(sql`unit_id`)} group by 1, 2
      union all
      select dossier.unit_id, 'candidates', count(*)::int
      from dossier join person on person.id = dossier.person_id
      where dossier.opened_on <= ${on} and (dossier.closed_on is null or dossier.closed_on > ${on})
        and (person.admitted_on is null or person.admitted_on > ${on}) and ${near(sql`dossier.unit_id`)}
      group by 1`.execute(db);
    return rows;
  },
});

/** Of today the counts of all units are held; few units, and those of another day, are counted at once. */
async function countsIn(
  db: Queryable,
  on: Day,
  units: readonly number[],
): Promise<ReadonlyMap<number, CountedPeople[]>> {
  const tally = treeTally(on);
  const few = db.isTransaction || on !== today() || units.length <= fewUnits;
  return few ? byUnit(await tally.count(db, units)) : countsOf(db, tally);
}

/** With the line from the top, and everything below counted in; `placed` from the top down. */
function countedUp(
  placed: readonly Placed[],
  counts: ReadonlyMap<number, readonly CountedPeople[]>,
): UnitItem[] {
  const made = new Map<number, UnitItem & Counts>();
  for (const { readable: _, ...row } of placed) {
    const line = made.get(row.parentId ?? 0)?.path ?? '/';
    made.set(row.id, { ...row, path: `${line}${row.id}/`, ...sumOfRows(counts.get(row.id) ?? []) });
  }
  for (const item of [...made.values()].toReversed()) {
    const above = made.get(item.parentId ?? 0);
    if (above) addTo(above, item);
  }
  return placed.map(({ id, readable }) => ({ ...(made.get(id) as UnitItem), ...(readable ? {} : untold) }));
}

function sumOfRows(rows: readonly CountedPeople[]): Counts {
  const counts = { members: 0, probationers: 0, candidates: 0 };
  for (const { what, count } of rows) counts[what] += count;
  return counts;
}

function addTo(above: Counts, { members, probationers, candidates }: Counts): void {
  above.members += members;
  above.probationers += probationers;
  above.candidates += candidates;
}

const untold = { members: null, probationers: null, candidates: null };

const sources = ['unit', 'person', 'dossier'];

/** The whole tree of today is asked for by every page that lets choose a unit: held until something in it changes. */
export function unitsOf(db: Queryable, actor: Actor, on: Day): Promise<UnitList | Lasting<UnitList>> {
  if (on !== today()) return readUnits(db, actor, on);
  const key = `units ${on} ${JSON.stringify([reach(actor, 'unit.read'), reach(actor, 'person.read')])}`;
  return held(db, { key, sources }, async () => new Lasting(await readUnits(db, actor, on)));
}

export async function readUnits(db: Queryable, actor: Actor, on: Day): Promise<UnitList> {
  const items = await listUnits(db, actor, on);
  return { items, total: items.length, next: null, asOf: on };
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

// Official members who have introduced nobody yet this year. Probationers are not asked: only full members introduce.
// Whether a number is expected at all is for the committee to set; without it the list only helps the cell to remember.
import { type RawBuilder, sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { cutTo } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { regulations } from '../worklist/in-force.ts';
import { cursorOf, readCursor } from './nomination.store.ts';
import { startingUnit } from './survey-list.store.ts';
import type { MemberList, MemberQuery, MemberRow } from './view.ts';

interface Row extends Omit<MemberRow, 'task'> {
  sortKey: string;
  taskId: string | null;
  givenOn: string | null;
  dueOn: string | null;
}
interface Sums {
  officials: number;
  nominated: number;
}

export const yearlyRule = 'nomination.members_yearly';

export async function listMembers(db: Queryable, actor: Actor, query: MemberQuery): Promise<MemberList> {
  const unit = await startingUnit(db, actor, 'person.read', query.unit);
  const on = dayOf(query.year);
  const rule = regulations().inForce(on, unit).value(yearlyRule);
  const most = typeof rule.value === 'number' ? rule.value : null;
  const done = sql`(
    select person_id, count(distinct dossier_id) as persons from introduction
    where person_id is not null and left(happened_on, 4) = ${String(query.year)} group by person_id) done`;
  const near = await nearOf(db, actor, unit);
  const told = sql`(
    select official.*, coalesce(done.persons, 0) >= ${most ?? 1} as nominated
    from (${officialsOn(near, on)}) official left join ${done} using (person_id)) told`;
  const count = sql<Sums>`
    select count(*)::int as officials, count(*) filter (where nominated)::int as nominated from ${told}`;
  const read = sql<Row>`
    with page as materialized (
      select person.id, person.full_name, person.sort_key, told.unit_id, told.unit_name
      from ${told} join person on person.id = told.person_id
      where not told.nominated and ${after(query)}
      order by person.sort_key, person.id limit ${query.limit + 1}
    )
    select page.id as "personId", page.full_name as "fullName",
           page.sort_key as "sortKey", page.unit_id as "unitId", page.unit_name as "unitName",
           task.id as "taskId", task.given_on as "givenOn", task.due_on as "dueOn"
    from page left join lateral (select id, given_on, due_on from sourcing_task where person_id = page.id
                       and left(due_on, 4) >= ${String(query.year)} order by due_on desc limit 1) as task on true
    order by page.sort_key, page.id`;
  const [{ rows }, counted] = await Promise.all([read.execute(db), count.execute(db)]);
  const { officials, nominated } = counted.rows[0] ?? { officials: 0, nominated: 0 };
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    total: officials - nominated,
    next: rows.length > query.limit && last ? cursorOf([last.sortKey, last.personId]) : null,
    asOf: on,
    year: query.year,
    officials,
    nominated,
    share: officials > 0 ? nominated / officials : null,
    rule: { value: most, confidence: rule.confidence, citations: rule.citations },
    can: may(actor, 'survey.write', { path: unit.path }) ? ['assign'] : [],
  };
}

type Near = (unitId: RawBuilder<number>) => RawBuilder<boolean>;

async function nearOf(db: Queryable, actor: Actor, unit: { path: string }): Promise<Near> {
  const cut = await cutTo(db, reach(actor, 'person.read'), unit.path);
  return (unitId) => cut.where({ unitId, path: sql<string>`unit.path` });
}

/** Today’s members stand in their own rows; those of a past day in the dated memberships. A member counts once. */
function officialsOn(near: Near, on: string) {
  if (on === today())
    return sql`select person.id as person_id, person.unit_id, unit.name as unit_name
      from person join unit on unit.id = person.unit_id where person.status = 'official' and ${near(sql`person.unit_id`)}`;
  return sql`select membership.person_id, membership.unit_id, unit.name as unit_name
    from membership join unit on unit.id = membership.unit_id
    where membership.kind = 'official' and membership.from_on <= ${on}
      and (membership.to_on is null or membership.to_on > ${on}) and ${near(sql`membership.unit_id`)}`;
}

/** Who is a member is asked for today, of a year that is over for its last day. */
const dayOf = (year: number): string => {
  const end = `${year}-12-31`;
  return end < today() ? end : today();
};

function after({ cursor }: MemberQuery) {
  if (!cursor) return sql<boolean>`true`;
  const [key, id] = readCursor(cursor);
  return sql<boolean>`(person.sort_key, person.id) > (${key}, ${id}::uuid)`;
}

function itemOf({ personId, fullName, unitId, unitName, taskId, givenOn, dueOn }: Row): MemberRow {
  const task = taskId && givenOn && dueOn ? { id: taskId, givenOn, dueOn, late: dueOn < today() } : null;
  return { personId, fullName, unitId, unitName, task };
}

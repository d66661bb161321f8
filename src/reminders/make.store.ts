// Makes the notices that are due. One statement says everything: which lines, which lead time, which offices. A notice
// has a key, so that making it twice, or being killed in between, changes nothing; its mail is written with it.
import { type RawBuilder, sql } from 'kysely';
import { officeInForce } from '../org/office.store.ts';
import type { Day } from '../platform/day.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { madeAgain, transact } from '../platform/write/transaction.ts';
import type { Calendar } from '../calendar/workdays.ts';
import { begun } from '../worklist/lines/begun.store.ts';
import { escalationDay, type ReminderSettings } from './settings.ts';
import { noticeSource } from './tables.ts';

export interface Making {
  settings: ReminderSettings;
  calendar: Calendar;
  today: Day;
  /** whether mail can be sent at all */
  mail: boolean;
}

/** Lines that stand open with a due day, and are work already. */
const openLines = (today: Day) => sql`
  select due.*, due.due_on::date - ${today}::date as days_left
  from due left join settlement s on s.id = due.line
  where s.id is null and due.due_on is not null and ${begun(today)}`;

/**
 * Lines beside the offices in force today at their unit and above it; the deeper, the nearer. Looked up from each line: all
 * offices beside all units would be read again for every line where the database takes them for few.
 */
const withOffices = (lines: 'line' | 'timely', today: Day) => sql`
  ${sql.ref(lines)} join unit as home on home.id = ${sql.ref(`${lines}.unit_id`)}
    cross join unnest(string_to_array(trim(both '/' from home.path), '/')::int[]) with ordinality as up(id, depth)
    join office on office.unit_id = up.id and ${officeInForce('office', today)}`;

/**
 * Of the lead times only the nearest one that has come: a line that appears late gives one notice, and one missed
 * while the server was away is made after all. A term only ends: nobody is late with it.
 */
const timely = ({ settings }: Making) => sql`
  select line.*, case when line.days_left >= 0
    then (select min(l) from unnest(${settings.leads}::int[]) as l where l >= line.days_left)
    else -(select max(l) from unnest(${settings.late}::int[]) as l
           where l <= -line.days_left and line.nature = 'duty') end as lead
  from line where line.days_left <= ${Math.max(0, ...settings.leads)}`;

/** No office has the line to itself, or the one that had it is in force no more. */
const heldByNobody = (today: Day) => sql`
  (timely.office_id is null
   or not exists (select from office held where held.id = timely.office_id and ${officeInForce('held', today)}))`;

/** Each kind of office that answers, nearest above the line; of a term the secretary of the cell is told. */
const answering = (today: Day) => sql`
  select * from (
    select timely.*, office.id as told,
           rank() over (partition by timely.line, office.kind order by up.depth desc) as near
    from ${withOffices('timely', today)}
     and (office.id = timely.office_id
      or (${heldByNobody(today)}
          and office.kind = any(case when timely.answers = '{}' then '{cell_secretary}' else timely.answers end)))
    where timely.lead is not null) as asked
  where near = 1`;

/** The level above whoever answers: of a cell its committee, of a committee the board above it. */
const above = (escalates: Day | null, today: Day) => sql`
  select * from (
    select line.*, office.id as told, rank() over (partition by line.line order by up.depth desc) as near
    from ${withOffices('line', today)}
     and case when 'cell_secretary' = any(line.answers) then office.kind in ('base_officer', 'committee_leader')
              when 'base_officer' = any(line.answers) then office.kind = 'superior_board'
              else false end
     and not office.kind = any(line.answers)
    where line.nature = 'duty' and line.due_on <= ${escalates}::text) as asked
  where near = 1`;

/**
 * Makes what is due today and gives how many notices were new. Only those that do not stand yet are offered to the table: of
 * most lines they do, and it is asked every few minutes. Those that stand are read once, ahead: a table that the database takes
 * for empty would be read again for each line, with all that was just written into it.
 */
export async function makeNotices(db: Db, making: Making): Promise<number> {
  return transact(db, async (tx) => {
    const made = await insertNotices(tx, making);
    if (making.mail && made.length > 0) await insertMail(tx, made);
    if (made.length > 0) madeAgain(tx, [noticeSource]);
    return made.length;
  });
}

async function insertNotices(tx: Queryable, making: Making): Promise<string[]> {
  const { settings, calendar, today } = making;
  const { escalateAfter } = settings;
  const escalates = escalateAfter === null ? null : escalationDay(calendar, today, escalateAfter);
  const result = await sql<{ id: string }>`
    with line as (${openLines(today)}), timely as (${timely(making)}),
    wanted as (
      ${rows(answering(today), sql`case when days_left < 0 then 'late' else 'lead' end`, sql`lead`)}
      union all
      ${rows(above(escalates, today), sql`'escalation'`, sql`null::int`)}),
    standing as materialized (select key from notice)
    insert into notice (id, key, kind, office_id, case_kind, case_id, clock, part, step, unit_id, starts_on, due_on,
                        lead, made_on)
    select md5(key)::uuid, key, kind, office_id, case_kind, case_id, clock, part, step, unit_id, starts_on, due_on,
           lead, ${today} from wanted
    where not exists (select from standing where standing.key = wanted.key)
    on conflict (key) do nothing returning id`.execute(tx);
  return result.rows.map(({ id }) => id);
}

type Sql = RawBuilder<unknown>;
const rows = (from: Sql, kind: Sql, lead: Sql) => sql`
  select concat_ws('|', clock, case_kind, case_id, part, starts_on, due_on, coalesce(${lead}::text, 'above'), told) as key,
         ${kind} as kind, told as office_id, case_kind, case_id, clock, part, step, unit_id, starts_on, due_on, ${lead} as lead
  from (${from}) as source`;

/** Mail to every holder of the office who gave an address. */
export async function insertMail(tx: Queryable, notices: readonly string[]): Promise<void> {
  await sql`
    insert into mail (notice_id, account_id)
    select notice.id, account.id
    from notice join office on office.id = notice.office_id
    join account on account.person_id = office.person_id
    where notice.id = any(${[...notices]}::uuid[]) and account.email is not null and account.closed_on is null
    on conflict do nothing`.execute(tx);
}

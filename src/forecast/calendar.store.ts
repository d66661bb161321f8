// What is on the calendar of today: classes still to end that have seats, who is on which, and replies that places
// still owe, with the days that place usually needs. Of the whole installation, and held: every outlook asks for them.
import { sql } from 'kysely';
import { onClass } from '../classes/candidates.store.ts';
import { today } from '../platform/clock.ts';
import { addDays, type Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { held } from '../platform/held.ts';

export interface OpenClass {
  id: string;
  label: string;
  lastOn: Day;
  free: number;
  /** path of the committee that holds the centre: units below it are served */
  serves: string;
}

const heldToday = <T>(
  db: Queryable,
  what: string,
  of: readonly string[],
  read: () => Promise<T>,
): Promise<T> => held(db, { key: `calendar ${what} ${today()}`, sources: [...of, 'dossier', 'unit'] }, read);

/** Awareness classes that can still be joined, soonest first. */
export const openClasses = (db: Queryable): Promise<readonly OpenClass[]> =>
  heldToday(db, 'classes', ['class'], () => readClasses(db));

async function readClasses(db: Queryable): Promise<OpenClass[]> {
  const { rows } = await sql<OpenClass>`
    select class.id, class.label, class.last_on as "lastOn",
           class.seats - (select count(*)::int from class_person cp
                          where cp.class_id = class.id and cp.state in ('enrolled', 'waiting', 'sent')) as free,
           regexp_replace(centre.path, '[0-9]+/$', '') as serves
    from class join unit centre on centre.id = class.centre_id
    where class.sort = 'awareness' and class.called_off_on is null and class.first_on >= ${today()}
    order by class.last_on, class.id`.execute(db);
  return rows;
}

/** Whoever is on a class already, and its last day. */
export const onClasses = (db: Queryable): Promise<ReadonlyMap<string, Day>> =>
  heldToday(db, 'on classes', ['class'], () => readOnClasses(db));

async function readOnClasses(db: Queryable): Promise<Map<string, Day>> {
  const { rows } = await sql<{ id: string; lastOn: Day }>`
    select dossier.id, min(class.last_on) as "lastOn"
    from dossier join class_person cp on cp.dossier_id = dossier.id and cp.state <> 'left'
    join class on class.id = cp.class_id and class.sort = 'awareness' and class.called_off_on is null
    where dossier.closed_as is null and ${onClass('awareness')}
    group by dossier.id`.execute(db);
  return new Map(rows.map(({ id, lastOn }) => [id, lastOn]));
}

export interface Owed {
  dossierId: string;
  place: string;
  sentOn: Day;
  /** days until half of the answers of this place came; null: too few to say */
  usualDays: number | null;
}

const leastAnswers = 5;

/** Requests without an answer, of open candidacies. */
export const owedReplies = (db: Queryable): Promise<readonly Owed[]> =>
  heldToday(db, 'replies', ['request', 'kin'], () => readOwed(db));

async function readOwed(db: Queryable): Promise<Owed[]> {
  // Few are owed beside all that were ever answered: only the places asked are looked at, each once.
  const { rows } = await sql<Owed>`
    with owed as materialized (
      select r.dossier_id, r.place, r.place_key, r.sent_on
      from request r join dossier on dossier.id = r.dossier_id and dossier.closed_as is null
       and dossier.stage = 'verifying'
      where r.state = 'sent' and length(r.sent_on) = 10
    ), usual as materialized (
      select place_key, percentile_disc(0.5) within group (order by answered_on::date - sent_on::date) as days
      from request
      where place_key in (select place_key from owed)
        and answered_on is not null and length(answered_on) = 10 and length(sent_on) = 10
      group by place_key having count(*) >= ${leastAnswers}
    )
    select owed.dossier_id as "dossierId", owed.place, owed.sent_on as "sentOn", usual.days::int as "usualDays"
    from owed left join usual on usual.place_key = owed.place_key`.execute(db);
  return rows;
}

/** The day an answer may be looked for: by what the place usually needs, never before today. */
export function lookedFor({ sentOn, usualDays }: Owed): Day {
  const usual = usualDays === null ? today() : addDays(sentOn, usualDays);
  return usual > today() ? usual : today();
}

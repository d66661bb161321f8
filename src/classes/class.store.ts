// Classes in the database: the stream of each, the current rows folded from it, and which classes a reader may see.
import { type RawBuilder, sql } from 'kysely';
import { reach } from '../org/access.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import { type Entry, idOf } from '../platform/entry.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { fold } from '../platform/text.ts';
import { classKinds, classStreamOf } from './class.ts';
import { type Class, type ClassPerson, foldClass } from './fold.ts';

export const classStream: Stream = {
  prefix: 'class',
  kinds: classKinds,
  tables: ['class', 'class_person', 'class_mark'],
  project: projectClasses,
};

async function projectClasses(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(classStreamOf));
  const classes = [...entries].flatMap(([stream, list]) => foldClass(idOf(stream), list) ?? []);
  for (const table of ['class', 'class_person', 'class_mark'])
    await sql`delete from ${sql.table(table)} where ${sql.ref(table === 'class' ? 'id' : 'class_id')} = any(${ids}::uuid[])`.execute(
      tx,
    );
  await sql`
    insert into class
    select r.id, p.province_id, r.centre_id, r.sort, r.label, r.search, r.seats, r.sessions, r.topics, r.cost,
           r.completion, r.first_on, r.last_on, r.called_off_on, r.plan_entry, r.version
    from jsonb_populate_recordset(null::class, ${JSON.stringify(classes.map(rowOf))}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(classStreamOf)})
          order by stream, version) as p on p.stream = 'class:' || r.id`.execute(tx);
  const people = JSON.stringify(classes.flatMap((one) => one.people.map((person) => personOf(one, person))));
  await sql`
    insert into class_person select r.* from jsonb_populate_recordset(null::class_person, ${people}::jsonb) as r`.execute(
    tx,
  );
  const marked = JSON.stringify(classes.flatMap(marksOf));
  await sql`
    insert into class_mark select r.* from jsonb_populate_recordset(null::class_mark, ${marked}::jsonb) as r`.execute(
    tx,
  );
}

function rowOf({ id, plan, planEntry, calledOffOn, version }: Class) {
  const days = plan.sessions.map(({ on }) => on).toSorted();
  return {
    id,
    centre_id: plan.centreId,
    sort: plan.sort,
    label: plan.label,
    search: fold(plan.label),
    seats: plan.seats,
    sessions: plan.sessions,
    topics: plan.topics,
    cost: plan.cost,
    completion: plan.completion,
    first_on: days[0],
    last_on: days.at(-1),
    called_off_on: calledOffOn,
    plan_entry: planEntry,
    version,
  };
}

function personOf({ id, plan, marks }: Class, person: ClassPerson) {
  const held = new Set(plan.sessions.map((session) => session.id));
  const own = marks.filter((one) => one.dossierId === person.dossierId && held.has(one.session));
  const count = (mark: string) => own.filter((one) => one.mark === mark).length;
  const { letter } = person;
  return {
    class_id: id,
    dossier_id: person.dossierId,
    person_id: person.personId,
    place: person.place,
    state: person.state,
    proposed_on: person.proposedOn,
    sent_on: person.sentOn,
    letter_number: letter?.number ?? null,
    letter_on: letter?.on ?? null,
    enrolled_on: person.enrolledOn,
    left_on: person.leftOn,
    why: person.why,
    result: person.result,
    present: count('present'),
    excused: count('excused'),
    absent: count('absent'),
    centre_id: plan.centreId,
    ...certificateOf(person),
  };
}

const certificateOf = ({ certificate }: ClassPerson) =>
  certificate && {
    certificate_year: Number(certificate.on.slice(0, 4)),
    certificate_key: certificate.key,
    certificate_number: certificate.number,
    certificate_on: certificate.on,
    certificate_until: certificate.until,
  };

/** A session that is no longer planned has no marks either. */
const marksOf = ({ id, plan, marks }: Class) =>
  marks
    .filter(({ session }) => plan.sessions.some((one) => one.id === session))
    .map(({ session, dossierId, mark, why }) => ({
      class_id: id,
      session,
      dossier_id: dossierId,
      mark,
      why,
    }));

/**
 * A centre has its own classes. Others see those of the centres that serve them – held by a committee above them – and
 * those of the centres below them. `centre` is the centre's row of unit in the query.
 */
export function classesSeen(actor: Actor): RawBuilder<boolean> {
  const seen = reach(actor, 'training.read');
  if (seen.kind === 'everywhere') return sql<boolean>`true`;
  if (seen.kind === 'classes_of') return sql<boolean>`class.centre_id = ${seen.unitId}`;
  if (seen.kind !== 'paths' || seen.paths.length === 0) return sql<boolean>`false`;
  return sql<boolean>`(${sql.join(
    seen.paths.map(
      (path) =>
        sql`centre.path like ${`${path}%`} or ${path} like regexp_replace(centre.path, '[0-9]+/$', '') || '%'`,
    ),
    sql` or `,
  )})`;
}

/** People of a class whom the reader may see by name: a centre those sent to it, others those within their reach. */
export function peopleSeen(actor: Actor): RawBuilder<boolean> {
  const seen = reach(actor, 'training.read');
  if (seen.kind === 'everywhere') return sql<boolean>`true`;
  if (seen.kind === 'classes_of')
    return sql<boolean>`(cp.centre_id = ${seen.unitId} and cp.sent_on is not null)`;
  if (seen.kind !== 'paths' || seen.paths.length === 0) return sql<boolean>`false`;
  return sql<boolean>`(${sql.join(
    seen.paths.map((path) => sql`unit.path like ${`${path}%`}`),
    sql` or `,
  )})`;
}

export interface Found extends Class {
  entries: Entry[];
  centre: { name: string; path: string };
}

/** The class as its entries make it, when the reader may see it. */
export async function getClass(db: Queryable, actor: Actor, id: string): Promise<Found> {
  const result = await sql<{ name: string; path: string }>`
    select centre.name, centre.path from class join unit centre on centre.id = class.centre_id
    where class.id = ${id}::uuid and ${classesSeen(actor)}`.execute(db);
  const [centre] = result.rows;
  if (!centre) throw new Missing('access.missing');
  const entries = (await entriesOf(db, [classStreamOf(id)])).get(classStreamOf(id)) ?? [];
  const found = foldClass(id, entries);
  if (!found) throw new Missing('access.missing');
  return { ...found, entries, centre };
}

/** For whoever leads it: the centre's own office. */
export async function getOwnClass(db: Queryable, actor: Actor, id: string): Promise<Found> {
  const found = await getClass(db, actor, id);
  const own = reach(actor, 'training.act');
  if (own.kind !== 'classes_of' || own.unitId !== found.plan.centreId) throw new Missing('access.missing');
  return found;
}

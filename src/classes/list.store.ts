// The list of classes a reader may see, and one class as its page shows it: seats, sessions with the calendar's notes,
// attendance, what this reader may do. Counts of people are those of the reader's reach, seats those of the class.
import { sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import { readFields } from '../platform/vault.ts';
import { regulations } from '../worklist/in-force.ts';
import { shareFor } from './certify.store.ts';
import { readCursor, writeCursor } from './candidates.store.ts';
import { type Session, type Sort, speakerField } from './class.ts';
import { classesSeen, type Found, peopleSeen } from './class.store.ts';
import { completing, dayNote, numbersFrom, onlySundays, rateOf } from './decide.ts';
import type { ClassQuery, ClassRow, ClassState, ClassView, SessionView } from './view.ts';

interface Row {
  id: string;
  sort: Sort;
  label: string;
  centreId: number;
  centreName: string;
  calledOffOn: string | null;
  seats: number;
  enrolled: number;
  waiting: number;
  proposed: number;
  sent: number;
  sessions: Session[];
  firstOn: string;
  lastOn: string;
}

const counts = (actor: Actor) => sql`
  (select count(*)::int from class_person cp where cp.class_id = class.id and cp.state = 'enrolled') as enrolled,
  (select count(*)::int from class_person cp where cp.class_id = class.id and cp.state = 'waiting') as waiting,
  (select count(*)::int from class_person cp join dossier on dossier.id = cp.dossier_id
     join unit on unit.id = dossier.unit_id
   where cp.class_id = class.id and cp.state = 'proposed' and ${peopleSeen(actor)}) as proposed,
  (select count(*)::int from class_person cp join dossier on dossier.id = cp.dossier_id
     join unit on unit.id = dossier.unit_id
   where cp.class_id = class.id and cp.state = 'sent' and ${peopleSeen(actor)}) as sent`;

const columns = (actor: Actor) => sql`
  class.id, class.sort, class.label, class.centre_id as "centreId", centre.name as "centreName",
  class.called_off_on as "calledOffOn", class.seats, class.sessions, class.first_on as "firstOn",
  class.last_on as "lastOn", ${counts(actor)}`;

const inState = (state: ClassState) =>
  ({
    called_off: sql<boolean>`class.called_off_on is not null`,
    coming: sql<boolean>`class.called_off_on is null and class.first_on > ${today()}`,
    running: sql<boolean>`class.called_off_on is null and class.first_on <= ${today()} and class.last_on >= ${today()}`,
    finished: sql<boolean>`class.called_off_on is null and class.last_on < ${today()}`,
  })[state];

export function stateOf({
  calledOffOn,
  firstOn,
  lastOn,
}: Pick<Row, 'calledOffOn' | 'firstOn' | 'lastOn'>): ClassState {
  if (calledOffOn !== null) return 'called_off';
  if (firstOn > today()) return 'coming';
  return lastOn < today() ? 'finished' : 'running';
}

function conditions(actor: Actor, query: ClassQuery) {
  const where = [classesSeen(actor)];
  if (query.state) where.push(inState(query.state));
  if (query.kind) where.push(sql<boolean>`class.sort = ${query.kind}`);
  if (query.sundays)
    where.push(
      sql<boolean>`not exists (select from jsonb_array_elements(class.sessions) s where extract(dow from (s ->> 'on')::date) <> 0)`,
    );
  for (const word of fold(query.q ?? '')
    .split(' ')
    .filter(Boolean))
    where.push(sql<boolean>`class.search like ${`%${word.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`}`);
  return where;
}

/** Those with the latest last session first. */
export async function listClasses(db: Queryable, actor: Actor, query: ClassQuery) {
  const where = conditions(actor, query);
  const after = query.cursor ? readCursor(query.cursor) : null;
  const place = after ? [sql<boolean>`(class.last_on, class.id) < (${after[0]}, ${after[1]}::uuid)`] : [];
  const tables = sql`class join unit centre on centre.id = class.centre_id`;
  const all = (list: typeof where) => sql.join(list, sql` and `);
  const rows = await sql<Row>`
    select ${columns(actor)} from ${tables} where ${all([...where, ...place])}
    order by class.last_on desc, class.id desc limit ${query.limit + 1}`.execute(db);
  const total = await sql<{ total: number }>`
    select count(*)::int as total from ${tables} where ${all(where)}`.execute(db);
  const shown = rows.rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    total: total.rows[0]?.total ?? 0,
    next: rows.rows.length > query.limit && last ? writeCursor([last.lastOn, last.id]) : null,
    asOf: today(),
  };
}

function itemOf({ calledOffOn, sessions, ...row }: Row): ClassRow {
  return {
    ...row,
    state: stateOf({ ...row, calledOffOn }),
    sessions: sessions.length,
    sundays: onlySundays(sessions.map(({ on }) => on)),
  };
}

export async function viewOf(db: Queryable, actor: Actor, found: Found): Promise<ClassView> {
  const result = await sql<Row>`
    select ${columns(actor)} from class join unit centre on centre.id = class.centre_id
    where class.id = ${found.id}::uuid`.execute(db);
  const row = result.rows[0] as Row;
  const { plan } = found;
  const speakers = await readFields(db, found.id, [`note.${found.planEntry}.%`]);
  const enrolled = new Set(
    found.people.filter(({ state }) => state === 'enrolled').map(({ dossierId }) => dossierId),
  );
  const marks = found.marks.filter(({ dossierId }) => enrolled.has(dossierId));
  const reasons = Map.groupBy(
    marks.filter(({ mark }) => mark !== 'present'),
    ({ why }) => why ?? 'unsaid',
  );
  const can = canDo(actor, found);
  return {
    ...itemOf(row),
    plan: {
      topics: plan.topics,
      cost: plan.cost,
      completion: plan.completion,
      needed: completing(plan.completion, plan.sessions.length, nothing, shareFor(found)).needed,
    },
    sessionList: plan.sessions.map((session) => sessionView(session, { found, speakers, marks })),
    calledOffOn: found.calledOffOn,
    rate: rateOf(marks),
    absences: [...reasons].map(([why, list]) => ({ why, count: list.length })),
    certified: found.people.filter(({ certificate }) => certificate !== null).length,
    nextNumber: can.includes('certify') ? await nextNumber(db, plan.centreId) : null,
    can,
    version: found.version,
  };
}

const nothing = { present: 0, excused: 0, result: null };

interface Beside {
  found: Found;
  speakers: Map<string, string>;
  marks: Found['marks'];
}

export function sessionView(session: Session, { found, speakers, marks }: Beside): SessionView {
  const own = marks.filter((mark) => mark.session === session.id);
  const note = dayNote(regulations().calendar, session.on);
  return {
    ...session,
    speaker: speakers.get(speakerField(found.planEntry, session.id)) ?? null,
    warning: note && sayNote(note),
    marked: own.length,
    present: own.filter(({ mark }) => mark === 'present').length,
  };
}

const sayNote = ({ message, params }: NonNullable<ReturnType<typeof dayNote>>) => ({
  vi: message.vi.replace('{note}', params.note),
  en: message.en.replace('{note}', params.note),
});

/** The number after the highest that the centre gave this year. */
async function nextNumber(db: Queryable, centre: number): Promise<string | null> {
  const result = await sql<{ number: string }>`
    select certificate_number as number from class_person
    where centre_id = ${centre} and certificate_year = ${Number(today().slice(0, 4))} and certificate_key ~ '[0-9]'
    order by (regexp_match(certificate_key, '[0-9]+'))[1]::numeric desc limit 1`.execute(db);
  const [last] = result.rows;
  return last ? (numbersFrom(last.number, 2)[1] ?? null) : null;
}

/** Steps on this class that are this reader's. */
function canDo(actor: Actor, { plan, calledOffOn }: Found): ClassView['can'] {
  if (calledOffOn !== null) return [];
  const place = { path: '', classUnitId: plan.centreId };
  const own = reach(actor, 'training.act').kind === 'classes_of' && may(actor, 'training.act', place);
  return [
    ...(own ? (['change', 'enrol', 'attend', 'certify'] as const) : []),
    ...(actor.can.has('training.propose') ? (['propose'] as const) : []),
    ...(actor.can.has('training.send') ? (['send'] as const) : []),
  ];
}

// The names on a class, within the reader's reach, how far each is, and the roll of one session.
import { sql } from 'kysely';
import { wordsOf } from '../platform/answer.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { readFields } from '../platform/vault.ts';
import { shareFor } from './certify.store.ts';
import type { Mark } from './class.ts';
import { type Found, peopleSeen } from './class.store.ts';
import { completing } from './decide.ts';
import { sessionView } from './list.store.ts';
import type { PeopleView, PersonRow, RollView } from './view.ts';
import { lacksOf } from './words.ts';

interface Row extends Omit<PersonRow, 'done' | 'lacks' | 'letter' | 'certificate'> {
  letterNumber: string | null;
  letterOn: string | null;
  number: string | null;
  on: string | null;
  until: string | null;
}

export async function peopleOf(db: Queryable, actor: Actor, found: Found): Promise<PeopleView> {
  const result = await sql<Row>`
    select cp.dossier_id as "dossierId", person.full_name as "fullName", person.born_on as "bornOn",
           unit.name as "unitName", cp.state, cp.proposed_on as "proposedOn", cp.sent_on as "sentOn",
           cp.letter_number as "letterNumber", cp.letter_on as "letterOn", cp.enrolled_on as "enrolledOn",
           cp.left_on as "leftOn", cp.why, cp.result, cp.present, cp.excused, cp.absent,
           cp.certificate_number as number, cp.certificate_on as "on", cp.certificate_until as until,
           case when cp.state = 'waiting' then
             (select count(*)::int from class_person before where before.class_id = cp.class_id
              and before.state = 'waiting' and before.place <= cp.place) end as turn
    from class_person cp join dossier on dossier.id = cp.dossier_id join unit on unit.id = dossier.unit_id
    join person on person.id = cp.person_id
    where cp.class_id = ${found.id}::uuid and ${peopleSeen(actor)}
    order by person.sort_key, cp.dossier_id`.execute(db);
  const share = shareFor(found);
  return {
    items: result.rows.map((row) => rowOf(found, row, share)),
    total: result.rows.length,
    asOf: today(),
  };
}

function rowOf({ plan }: Found, row: Row, share: number | null): PersonRow {
  const { letterNumber, letterOn, number, on, until, ...person } = row;
  const how = completing(plan.completion, plan.sessions.length, row, share);
  const lacks = lacksOf(how);
  return {
    ...person,
    letter: letterNumber && letterOn ? { number: letterNumber, on: letterOn } : null,
    certificate: number && on ? { number, on, until } : null,
    done: how.done,
    lacks: lacks && wordsOf(lacks.code, lacks.params),
  };
}

interface Marked {
  dossierId: string;
  fullName: string;
  bornOn: string | null;
  unitName: string;
  mark: Mark | null;
  why: never;
}

/** Who is to be marked at a session; for the centre that leads the class. */
export async function rollOf(
  db: Queryable,
  actor: Actor,
  found: Found,
  sessionId: number,
): Promise<RollView> {
  const session = found.plan.sessions.find(({ id }) => id === sessionId);
  if (!session) throw new Missing('access.missing');
  const speakers = await readFields(db, found.id, [`note.${found.planEntry}.${sessionId}`]);
  const result = await sql<Marked>`
    select cp.dossier_id as "dossierId", person.full_name as "fullName", person.born_on as "bornOn",
           unit.name as "unitName", held.mark, held.why
    from class_person cp join dossier on dossier.id = cp.dossier_id join unit on unit.id = dossier.unit_id
    join person on person.id = cp.person_id
    left join class_mark held on held.class_id = cp.class_id and held.dossier_id = cp.dossier_id
      and held.session = ${sessionId}
    where cp.class_id = ${found.id}::uuid and cp.state = 'enrolled' and ${peopleSeen(actor)}
    order by person.sort_key, cp.dossier_id`.execute(db);
  return {
    session: sessionView(session, { found, speakers, marks: found.marks }),
    items: result.rows,
  };
}

// The way onto a class: the cell proposes, the committee sends, the centre enrols. Seats are counted one writer at a
// time; whoever finds none waits in order.
import { type RawBuilder, sql } from 'kysely';
import { lockDossiers } from '../admission/case.store.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { streamOf } from '../road/dossier.ts';
import { certified, stagesFor } from './candidates.store.ts';
import { classStreamOf, type Leaving, type Sort } from './class.ts';
import { type Found, getClass, getOwnClass, peopleSeen } from './class.store.ts';
import { seatAll } from './decide.ts';
import { doneBy, idsFor, type LeftOut } from './many.store.ts';
import { entryOf, refuseCalledOff } from './plan.store.ts';
import type { DoneView } from './view.ts';

interface Chosen {
  clientId: string;
  dossiers: string[];
}

type Work = (tx: Tx, found: Found) => Promise<LeftOut[]>;

/** Runs one write about many under the lock of the class; a second sending answers what the first one did. */
async function onMany(
  db: Db,
  actor: Actor,
  at: { id: string; own: boolean },
  { body, work }: { body: Chosen; work: Work },
): Promise<DoneView> {
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: classStreamOf(at.id) };
  const done = await write(db, once, async (tx) => {
    const found = await (at.own ? getOwnClass : getClass)(tx, actor, at.id);
    refuseCalledOff(found);
    return work(tx, found);
  });
  return doneBy(db, body.clientId, body.dossiers, done.repeated ? [] : done.result);
}

interface Judged {
  dossierId: string;
  personId: string;
  unitId: number;
  classUnitId: number | null;
  fits: boolean;
  holds: boolean;
  other: string | null;
}

/** Those of the chosen within reach, and what stands against each. */
async function judge(
  db: Queryable,
  dossiers: readonly string[],
  seen: RawBuilder<boolean>,
  { id, sort }: { id: string; sort: Sort },
): Promise<Map<string, Judged>> {
  const result = await sql<Judged>`
    select dossier.id as "dossierId", dossier.person_id as "personId", dossier.unit_id as "unitId",
           dossier.class_unit_id as "classUnitId",
           (dossier.closed_as is null and dossier.stage = any(${stagesFor(sort)})) as fits,
           ${certified(sort, today())} as holds,
           (select other.label from class_person held join class other on other.id = held.class_id
            where held.dossier_id = dossier.id and other.sort = ${sort} and other.id <> ${id}::uuid
              and held.state <> 'left' and held.certificate_key is null and other.called_off_on is null
              and (held.state = 'enrolled' or other.last_on >= ${today()}) limit 1) as other
    from dossier join unit on unit.id = dossier.unit_id
    where dossier.id = any(${[...dossiers]}::uuid[]) and ${seen}`.execute(db);
  return new Map(result.rows.map((row) => [row.dossierId, row]));
}

function against(one: Judged | undefined, dossierId: string): LeftOut | null {
  if (!one) return { dossierId, code: 'classes.left_unknown' };
  if (!one.fits) return { dossierId, code: 'classes.left_stage' };
  if (one.holds) return { dossierId, code: 'classes.left_certified' };
  return one.other === null ? null : { dossierId, code: 'classes.left_other', params: { label: one.other } };
}

const within = (actor: Actor, action: string) =>
  reachSql(reach(actor, action), { path: sql<string>`unit.path` });

/** Chosen ids, each once. */
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Cell or committee puts people forward: `sent` people stand on the list of the centre from then on. */
async function putForward(
  tx: Tx,
  actor: Actor,
  found: Found,
  { body, sent }: { body: Chosen & { letter?: { number: string; on: string } | null }; sent: boolean },
): Promise<LeftOut[]> {
  const { sort } = found.plan;
  const seen = within(actor, sent ? 'training.send' : 'training.propose');
  const chosen = unique(body.dossiers);
  // Two classes that take one person at once: the second finds the first.
  await lockDossiers(tx, ...chosen);
  const judged = await judge(tx, chosen, seen, { id: found.id, sort });
  const left: LeftOut[] = [];
  const good: Judged[] = [];
  for (const dossierId of chosen) {
    const one = judged.get(dossierId);
    const why = (one && standsOn(found, dossierId, sent)) ?? against(one, dossierId);
    if (why) left.push(why);
    else good.push(judged.get(dossierId) as Judged);
  }
  const ids = idsFor(
    body.clientId,
    good.map(({ dossierId }) => dossierId),
  );
  const letter = body.letter ?? null;
  const entries = good.map(({ dossierId, personId }) => ({
    ...entryOf(found, ids.get(dossierId) ?? ''),
    personId,
    kind: sent ? 'class.sent' : 'class.proposed',
    data: sent ? { dossierId, letter } : { dossierId },
  }));
  const named = sent ? good.filter(({ classUnitId }) => classUnitId !== found.plan.centreId) : [];
  await append(tx, actor, [
    ...entries,
    ...named.map((one) => namedFor(body.clientId, one, found.plan.centreId)),
  ]);
  return left;
}

/** The dossier says which centre it was sent to: that gives the centre its reach. */
const namedFor = (
  clientId: string,
  { dossierId, personId, unitId }: Pick<Judged, 'dossierId' | 'personId' | 'unitId'>,
  classUnitId: number | null,
): NewEntry => ({
  clientId: derivedId(clientId, `named.${dossierId}`),
  stream: streamOf(dossierId),
  kind: 'dossier.class_named',
  happenedOn: today(),
  unitId,
  personId,
  data: { classUnitId },
});

function standsOn({ people }: Found, dossierId: string, sent: boolean): LeftOut | null {
  const held = people.find((person) => person.dossierId === dossierId);
  if (!held || held.state === 'left') return null;
  return sent && held.state === 'proposed' ? null : { dossierId, code: 'classes.left_already' };
}

export const propose = (db: Db, actor: Actor, id: string, body: Chosen): Promise<DoneView> =>
  onMany(
    db,
    actor,
    { id, own: false },
    {
      body,
      work: (tx, found) => putForward(tx, actor, found, { body, sent: false }),
    },
  );

export const sendToClass = (
  db: Db,
  actor: Actor,
  id: string,
  body: Chosen & { letter: { number: string; on: string } | null },
): Promise<DoneView> =>
  onMany(
    db,
    actor,
    { id, own: false },
    {
      body,
      work: (tx, found) => putForward(tx, actor, found, { body, sent: true }),
    },
  );

/** The centre enrols: as many as there are seats, the others onto the waiting list. */
export const enrol = (db: Db, actor: Actor, id: string, body: Chosen): Promise<DoneView> =>
  onMany(
    db,
    actor,
    { id, own: true },
    {
      body,
      work: async (tx, found) => {
        const people = new Map(found.people.map((person) => [person.dossierId, person]));
        const left: LeftOut[] = [];
        const good = unique(body.dossiers).flatMap((dossierId) => {
          const person = people.get(dossierId);
          if (person?.state === 'sent' || person?.state === 'waiting') return [person];
          left.push({ dossierId, code: whyNotEnrolled(person) });
          return [];
        });
        const taken = found.people.filter(({ state }) => state === 'enrolled').length;
        const asked = good.map(({ dossierId, state, place }) => ({
          dossierId,
          place,
          waiting: state === 'waiting',
        }));
        const { seated, still } = seatAll(found.plan.seats - taken, asked);
        const ids = idsFor(
          body.clientId,
          seated.map(({ dossierId }) => dossierId),
        );
        await append(
          tx,
          actor,
          seated.map((seat) => ({
            ...entryOf(found, ids.get(seat.dossierId) ?? ''),
            personId: people.get(seat.dossierId)?.personId ?? null,
            kind: 'class.enrolled',
            data: { ...seat },
          })),
        );
        return [...left, ...still.map((dossierId) => ({ dossierId, code: 'classes.left_no_seat' }))];
      },
    },
  );

function whyNotEnrolled(person: { state: string } | undefined): string {
  if (!person || person.state === 'left') return 'classes.left_unknown';
  return person.state === 'proposed' ? 'classes.left_not_sent' : 'classes.left_already';
}

/** Taken off the class: by the centre, or by whoever put them forward, within reach. */
export const leave = (db: Db, actor: Actor, id: string, body: Chosen & { why: Leaving }): Promise<DoneView> =>
  onMany(
    db,
    actor,
    { id, own: false },
    {
      body,
      work: async (tx, found) => {
        // Who is sent to another class, or taken off one, meanwhile is seen.
        await lockDossiers(tx, ...unique(body.dossiers));
        const near = await nearby(tx, actor, id, body.dossiers);
        const people = new Map(found.people.map((person) => [person.dossierId, person]));
        const left: LeftOut[] = [];
        const good = unique(body.dossiers).flatMap((dossierId) => {
          const [person, row] = [people.get(dossierId), near.get(dossierId)];
          const certificate = person?.certificate ?? null;
          if (person && row && person.state !== 'left' && certificate === null) return [row];
          const code = row && certificate ? 'classes.left_has_certificate' : 'classes.left_unknown';
          left.push({ dossierId, code });
          return [];
        });
        const ids = idsFor(
          body.clientId,
          good.map(({ dossierId }) => dossierId),
        );
        const freed = good.filter((row) => row.classUnitId === found.plan.centreId && row.others === 0);
        await append(tx, actor, [
          ...good.map(({ dossierId, personId }) => ({
            ...entryOf(found, ids.get(dossierId) ?? ''),
            personId,
            kind: 'class.left',
            data: { dossierId, why: body.why },
          })),
          ...freed.map((row) => namedFor(body.clientId, row, null)),
        ]);
        return left;
      },
    },
  );

interface Near {
  dossierId: string;
  personId: string;
  unitId: number;
  classUnitId: number | null;
  /** other classes of this centre that the person is on */
  others: number;
}

/** Those of the class whom this office may take off: the centre whom it was sent, others within reach. */
async function nearby(
  tx: Tx,
  actor: Actor,
  id: string,
  dossiers: readonly string[],
): Promise<Map<string, Near>> {
  const may = ['training.propose', 'training.send'].map((action) => within(actor, action));
  const centre = sql<boolean>`(${peopleSeen(actor)} and ${actor.can.has('training.act')})`;
  const result = await sql<Near>`
    select cp.dossier_id as "dossierId", dossier.person_id as "personId", dossier.unit_id as "unitId",
           dossier.class_unit_id as "classUnitId",
           (select count(*)::int from class_person more where more.dossier_id = cp.dossier_id
            and more.class_id <> cp.class_id and more.centre_id = cp.centre_id and more.state <> 'left') as others
    from class_person cp join dossier on dossier.id = cp.dossier_id join unit on unit.id = dossier.unit_id
    where cp.class_id = ${id}::uuid and cp.dossier_id = any(${[...dossiers]}::uuid[])
      and (${sql.join([...may, centre], sql` or `)})`.execute(tx);
  return new Map(result.rows.map((row) => [row.dossierId, row]));
}

// Certificates: numbered, one number once a centre and year, given to those who completed the class. The class and the
// dossiers of all of them are written in one transaction, or nothing is.
import { sql } from 'kysely';
import { actsWithin } from '../admission/act/within.store.ts';
import { wordsOf } from '../platform/answer.ts';
import { today } from '../platform/clock.ts';
import { addMonths, type Day, formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Invalid, Refused } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { refuseFuture } from '../road/prepare.ts';
import { regulations } from '../worklist/in-force.ts';
import { classStreamOf, numberKey, type Sort, stepOf } from './class.ts';
import { type Found, getOwnClass } from './class.store.ts';
import { completing } from './decide.ts';
import { doneBy, idsFor, namesOf } from './many.store.ts';
import { entryOf, refuseCalledOff } from './plan.store.ts';
import type { DoneView } from './view.ts';
import { lacksOf } from './words.ts';

interface Item {
  dossierId: string;
  number: string;
}
interface Body {
  clientId: string;
  on: Day;
  items: Item[];
}

export async function certify(db: Db, actor: Actor, id: string, body: Body): Promise<DoneView> {
  const { clientId } = body;
  const dossiers = body.items.map(({ dossierId }) => dossierId);
  await write(db, { clientId, accountId: actor.accountId, stream: classStreamOf(id) }, async (tx) => {
    const found = await getOwnClass(tx, actor, id);
    refuseCalledOff(found);
    refuseDay(found, body.on);
    await refuseUnready(tx, found, dossiers);
    await lockNumbers(tx, found.plan.centreId, body.on);
    await refuseTaken(tx, found, body);
    await append(tx, actor, entriesOf(found, body));
    await actOnDossiers(tx, actor, found, body);
  });
  return doneBy(db, clientId, dossiers, []);
}

function refuseDay({ plan }: Found, on: Day): void {
  refuseFuture(on, today());
  const last =
    plan.sessions
      .map((session) => session.on)
      .toSorted()
      .at(-1) ?? '';
  if (on < last) throw new Invalid('classes.before_end', { day: formatDay(on), last: formatDay(last) });
}

/** Everybody gets one, or it is said who cannot: no list is issued in part. */
async function refuseUnready(tx: Tx, found: Found, dossiers: readonly string[]): Promise<void> {
  const { plan, people } = found;
  const share = shareFor(found);
  const bad = [...new Set(dossiers)].flatMap((dossierId) => {
    const person = people.find((one) => one.dossierId === dossierId);
    if (person?.state !== 'enrolled') return [{ dossierId, why: wordsOf('classes.left_unknown') }];
    if (person.certificate) return [{ dossierId, why: wordsOf('classes.left_has_certificate') }];
    const own = found.marks.filter((mark) => mark.dossierId === dossierId);
    const count = (mark: string) => own.filter((one) => one.mark === mark).length;
    const attended = { present: count('present'), excused: count('excused'), result: person.result };
    const lacks = lacksOf(completing(plan.completion, plan.sessions.length, attended, share));
    return lacks ? [{ dossierId, why: wordsOf(lacks.code, lacks.params) }] : [];
  });
  if (bad.length > 0) throw new Refused('classes.not_ready', {}, { items: await withNames(tx, found, bad) });
}

/** By name only those whom the centre was sent. */
async function withNames<T extends { dossierId: string }>(db: Queryable, { people }: Found, items: T[]) {
  const sent = new Set(people.filter(({ sentOn }) => sentOn !== null).map(({ dossierId }) => dossierId));
  const names = await namesOf(
    db,
    items.map(({ dossierId }) => dossierId).filter((id) => sent.has(id)),
  );
  return items.map((item) => ({ ...item, fullName: names.get(item.dossierId) ?? '' }));
}

/** Two classes of one centre that end on one day take turns with their numbers. */
const lockNumbers = (tx: Tx, centre: number, on: Day): Promise<void> =>
  takeTurn(tx, `certificates:${centre}:${on.slice(0, 4)}`);

async function refuseTaken(tx: Tx, { plan }: Found, { on, items }: Body): Promise<void> {
  const seen = new Set<string>();
  for (const { number } of items) {
    if (seen.has(numberKey(number))) throw new Invalid('classes.number_twice', { number });
    seen.add(numberKey(number));
  }
  if (new Set(items.map(({ dossierId }) => dossierId)).size < items.length)
    throw new Invalid('classes.person_twice');
  const result = await sql<{ dossierId: string; fullName: string; label: string; number: string }>`
    select held.dossier_id as "dossierId", coalesce(person.full_name, '') as "fullName", class.label, held.certificate_number as number
    from class_person held join class on class.id = held.class_id
    left join person on person.id = held.person_id
    where held.centre_id = ${plan.centreId} and held.certificate_year = ${Number(on.slice(0, 4))}
      and held.certificate_key = any(${[...seen]}) order by held.certificate_key`.execute(tx);
  if (result.rows.length > 0)
    throw new Refused(
      'classes.number_taken',
      {},
      {
        items: result.rows.map(({ number, label, ...who }) => ({
          ...who,
          why: { vi: `Số ${number} · ${label}`, en: `No. ${number} · ${label}` },
        })),
      },
    );
}

function entriesOf(found: Found, { clientId, on, items }: Body) {
  const ids = idsFor(
    clientId,
    items.map(({ dossierId }) => dossierId),
  );
  const until = untilOf(found, on);
  return items.map(({ dossierId, number }) => ({
    ...entryOf(found, ids.get(dossierId) ?? ''),
    happenedOn: on,
    personId: found.people.find((one) => one.dossierId === dossierId)?.personId ?? null,
    kind: 'class.certified',
    data: { dossierId, number, on, until },
  }));
}

async function actOnDossiers(tx: Tx, actor: Actor, found: Found, { clientId, on, items }: Body) {
  const { plan, centre } = found;
  const days = plan.sessions.map((session) => session.on).toSorted();
  const more: Record<Sort, object> = {
    awareness: { issuedBy: 'political_centre', attendedFrom: days[0], attendedTo: days.at(-1) },
    new_members: {},
  };
  const { left } = await actsWithin(
    tx,
    actor,
    items.map(({ dossierId, number }) => ({
      id: dossierId,
      body: {
        clientId: derivedId(clientId, `act.${dossierId}`),
        step: stepOf[plan.sort],
        happenedOn: on,
        inputs: { certificate: { number, on, by: centre.name }, ...more[plan.sort] },
      },
    })),
  );
  if (left.length === 0) return;
  const bad = left.map(({ id, why }) => ({ dossierId: id, why: wordsOf(why.code, why.params) }));
  throw new Refused('classes.not_ready', {}, { items: await withNames(tx, found, bad) });
}

/** By the law of the day of issue; a certificate of the class for new members does not end. */
export function untilOf({ plan, centre }: Pick<Found, 'plan' | 'centre'>, on: Day): Day | null {
  if (plan.sort === 'new_members') return null;
  const { value } = regulations().inForce(on, { path: centre.path }).value('certificate.months');
  return typeof value === 'number' ? addMonths(on, value) : null;
}

const sharePart = 'class.completion';
/** What the regulations, or a committee above, ask of everybody who completes a class; null where nobody says. */
export function shareFor({ plan, centre }: Pick<Found, 'plan' | 'centre'>): number | null {
  const law = regulations();
  if (!law.parameters.some(({ id }) => id === sharePart)) return null;
  const on =
    plan.sessions
      .map((session) => session.on)
      .toSorted()
      .at(-1) ?? today();
  return asShare(law.inForce(on, { path: centre.path }).value(sharePart).value);
}

function asShare(value: unknown): number | null {
  if (typeof value === 'number') return value > 1 ? value / 100 : value;
  if (typeof value !== 'object' || value === null) return null;
  const { numerator, denominator } = value as { numerator?: unknown; denominator?: unknown };
  return typeof numerator === 'number' && typeof denominator === 'number' ? numerator / denominator : null;
}

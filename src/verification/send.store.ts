// Sending a request: the place is led to today's unit, the committee there is found where it has accounts here, the names
// go into the vault, and the dossier takes the step – all of it or nothing.
import { sql } from 'kysely';
import { lockDossiers } from '../admission/case.store.ts';
import { type CasePlace, findPlace } from '../admission/dossier.store.ts';
import { may } from '../org/access.ts';
import { profile } from '../org/profile.store.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { put } from '../platform/vault.ts';
import { isBackwards } from '../acts/possible/order.ts';
import { sendingStep } from '../road/road.ts';
import { takeStep } from './dossier-act.store.ts';
import { personsField } from './kin.ts';
import { refuseOfficer } from './officers.store.ts';
import { addresseeOf, type Destination, destinationOf } from './places.store.ts';
import { codeOf, requestStreamOf } from './request.ts';
import { requests } from './rows.store.ts';
import type { SendBody } from './view.ts';

/** Gives the id of the request. */
export async function recordSending(db: Db, actor: Actor, body: SendBody): Promise<string> {
  const id = derivedId(body.clientId, 'request');
  const kept = (await profile(db)) !== 'B';
  if (!kept && body.people.length > 0)
    throw new Invalid('verification.names_refused', {}, { fields: ['people'] });
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: requestStreamOf(id) };
  await write(db, once, (tx) => send(tx, actor, id, body));
  return id;
}

async function send(tx: Tx, actor: Actor, id: string, body: SendBody): Promise<void> {
  const place = await getPlaceFor(tx, actor, body.dossierId);
  refuseGaps(body);
  await lockDossiers(tx, body.dossierId);
  const to = destinationOf(body.place, body.purpose);
  await refuseOpen(tx, { id, dossierId: body.dossierId, place: to.place });
  if (body.purpose === 'police') await refuseClear(tx, body.dossierId);
  if (body.officerId) await refuseOfficer(tx, place, body.officerId);
  const persons = body.people.length || body.persons;
  const act = await takeStep(tx, actor, body.dossierId, {
    clientId: derivedId(body.clientId, 'act'),
    step: sendingStep,
    happenedOn: body.happenedOn,
    inputs: inputsOf(body, to, persons),
    onBehalf: body.onBehalf,
    consent: body.consent,
  });
  const personId = place.personId ?? '';
  await putPeople(tx, actor, personId, body);
  const { path, unitId } = place;
  const toUnitId = await addresseeOf(tx, to, { path, purpose: body.purpose });
  await append(tx, actor, [
    {
      clientId: body.clientId,
      stream: requestStreamOf(id),
      kind: 'request.sent',
      happenedOn: body.happenedOn,
      unitId,
      personId,
      data: { ...to, ...sentOf(body), persons, toUnitId, code: codeOf(id), act },
    },
  ]);
}

export async function getPlaceFor(db: Queryable, actor: Actor, dossier: string): Promise<CasePlace> {
  const place = await findPlace(db, dossier);
  if (!place || !may(actor, 'verification.act', place)) throw new Missing('access.missing');
  return place;
}

const sentOf = ({ dossierId, purpose, way, letter, receivedOn, officerId }: SendBody) => ({
  dossierId,
  purpose,
  way,
  letter: letter ?? null,
  receivedOn: receivedOn ?? null,
  officerId: officerId ?? null,
});

const inputsOf = (body: SendBody, { place, abroad }: Destination, persons: number) => ({
  place,
  persons,
  way: body.way,
  ...(abroad ? { abroad } : {}),
  letter: body.letter,
  receivedOn: body.receivedOn,
  sealedOn: body.sealedOn,
  verifier: body.verifierId,
  verifierIsRelative: body.verifierIsRelative,
});

/** A letter has a number and a day; nobody receives it before it was sent. */
function refuseGaps({ way, letter, happenedOn, receivedOn }: Omit<SendBody, 'place'>): void {
  if (way === 'letter' && !(letter?.number && letter.on))
    throw new Invalid('verification.letter_needed', {}, { fields: ['letterNumber'] });
  refuseEarly(happenedOn, receivedOn);
}

export function refuseEarly(sentOn: string, receivedOn: string | null | undefined): void {
  if (receivedOn && isBackwards(sentOn, receivedOn))
    throw new Invalid('verification.received_before_sent', {}, { fields: ['receivedOn'] });
}

/** One open request a place of one dossier: a reply belongs to its place. By whoever has the turn of the dossier. */
export async function refuseOpen(
  tx: Tx,
  { id, dossierId, place }: { id: string; dossierId: string; place: string },
): Promise<void> {
  const result = await sql`
    select 1 from ${requests()} where r.dossier_id = ${dossierId}::uuid and r.place = ${place} and r.id <> ${id}::uuid
      and r.status in ('sent', 'needs_more')`.execute(tx);
  if (result.rows.length > 0)
    throw new Invalid('verification.already_sent', { place }, { fields: ['place'] });
}

/** The police are asked about the political past only where the conclusion says that it is unclear. */
async function refuseClear(tx: Tx, dossier: string): Promise<void> {
  if (!(await isUnclear(tx, dossier))) throw new Invalid('verification.police_only_unclear');
}
export async function isUnclear(db: Queryable, dossier: string): Promise<boolean> {
  const row = await db.selectFrom('dossier').select('state').where('id', '=', dossier).executeTakeFirst();
  return row?.state.facts['verify_conclude.result'] === 'unclear';
}

async function putPeople(
  tx: Tx,
  actor: Actor,
  personId: string,
  { clientId, people }: SendBody,
): Promise<void> {
  if (people.length === 0) return;
  const lines = people.map(({ relation, fullName, bornOn }) => ({
    relation,
    fullName,
    bornOn: bornOn ?? null,
  }));
  const fields = [{ field: personsField(clientId), value: JSON.stringify(lines) }];
  await put(tx, actor, [{ personId, fields, entry: clientId }]);
}

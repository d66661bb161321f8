// Verification of one candidate as the dossier shows it: whom the rule of the day names, where they are, who is exempt
// under which reading, what was asked and answered, and whether everything came in its order.
import { readCase } from '../admission/case.store.ts';
import { findPlace } from '../admission/dossier.store.ts';
import { may } from '../org/access.ts';
import { profile } from '../org/profile.store.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { put, readFields } from '../platform/vault.ts';
import { noteOf } from '../members/fields.ts';
import { type Inquiry, inquiriesOf } from '../road/inquiries.ts';
import { law } from '../road/law.ts';
import { sendingStep } from '../road/road.ts';
import type { Standing } from '../road/standing.ts';
import { regulations } from '../worklist/in-force.ts';
import { judgeKin, kinField, type KinLine, kinList, kinStreamOf, type Rules } from './kin.ts';
import { orderOf } from './order.ts';
import { getPlaceFor } from './send.store.ts';
import { findRow } from './rows.store.ts';
import type { CaseView, ExemptionBody, KinBody, RequestView } from './view.ts';
import { mayStep, peopleOf, requestsOf } from './view.store.ts';
import './request.store.ts';

const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** What the law in force at that place says today of persons and exemptions. */
export function rulesAt(path: string): CaseView['rules'] {
  const law = regulations().inForce(today(), { path });
  const [persons, exempt] = [law.value('verification.persons'), law.value('verification.exemptions')];
  return {
    persons: listOf(persons.value),
    exemptions: exempt.value === null ? null : listOf(exempt.value),
    readings:
      exempt.value === null
        ? exempt.readings.map(({ label, value }) => ({ label, value: listOf(value) }))
        : [],
    citations: [...persons.citations, ...exempt.citations],
    unsure: persons.confidence !== 'S' || exempt.confidence !== 'S',
  };
}

/** With `names` the list of relatives is opened, and that is written down. */
export async function readCaseView(db: Db, actor: Actor, id: string, names: boolean): Promise<CaseView> {
  const place = await findPlace(db, id);
  const found = place && may(actor, 'verification.read', place) ? await readCase(db, id, place) : null;
  if (!place || !found) throw new Missing('access.missing');
  await logAccess(db, actor, { action: 'open', subject: 'dossier', subjectId: id });
  const at = await profile(db);
  const requests = await requestsOf(db, actor, id);
  const { standing } = found;
  const inquiries = inquiriesOf(standing, law());
  return {
    dossierId: id,
    ...(await namesOf(db, id)),
    version: found.dossier.version,
    stage: standing.stage,
    profile: at,
    requests,
    others: othersOf(inquiries, requests),
    ...(await kinOf(db, actor, { id, place, requests, names })),
    order: orderOf(standing, inquiries),
    unclear: standing.facts['verify_conclude.result'] === 'unclear',
    can: canOf(actor, place, standing, at),
    today: today(),
  };
}

interface KinAsked {
  id: string;
  place: { path: string };
  requests: readonly RequestView[];
  names: boolean;
}

const nothingKept = { persons: null, listed_on: null, exemption: null };

/** What the law says of relatives and what is kept of these; the names only for who handles them. */
async function kinOf(db: Db, actor: Actor, { id, place, requests, names }: KinAsked) {
  const handles = may(actor, 'verification.act', place);
  const kept = await findKin(db, id);
  const list = handles && names ? await listFor(db, actor, id, kept) : null;
  const rules = rulesAt(place.path);
  const { persons, listed_on: listedOn, exemption } = kept ?? nothingKept;
  const reading = exemption?.reading ?? null;
  return {
    kin: list && (await judged(db, list, { rules, reading, requests })),
    kinPersons: persons,
    kinListedOn: listedOn,
    rules,
    exemption: await exemptionOf(db, kept, handles),
  };
}

function canOf(
  actor: Actor,
  { path }: { path: string },
  standing: Standing,
  at: CaseView['profile'],
): string[] {
  if (!may(actor, 'verification.act', { path }) || standing.closedAs !== null) return [];
  const send = mayStep(actor, path, sendingStep) ? ['send'] : [];
  return [...send, ...(at === 'B' ? [] : ['kin']), 'exemption'];
}

async function namesOf(db: Queryable, id: string): Promise<{ person: string; unitName: string }> {
  return db
    .selectFrom('dossier')
    .innerJoin('person', 'person.id', 'dossier.person_id')
    .innerJoin('unit', 'unit.id', 'dossier.unit_id')
    .select(['person.full_name as person', 'unit.name as unitName'])
    .where('dossier.id', '=', id)
    .executeTakeFirstOrThrow();
}

const findKin = (db: Queryable, id: string) =>
  db.selectFrom('kin').selectAll().where('dossier_id', '=', id).executeTakeFirst();
type KinRow = Awaited<ReturnType<typeof findKin>>;

async function listFor(db: Db, actor: Actor, id: string, kept: KinRow): Promise<KinLine[] | null> {
  if (!kept?.entry) return null;
  const purpose = 'verification';
  const { person_id: personId, entry } = kept;
  await logAccess(db, actor, { action: 'open_sensitive', subject: 'dossier', subjectId: id, purpose });
  await logAccess(db, actor, { action: 'open_sensitive', subject: 'person', subjectId: personId, purpose });
  const text = (await readFields(db, personId, [kinField(entry)])).get(kinField(entry));
  return text ? kinList.parse(JSON.parse(text)) : null;
}

interface Judging {
  rules: Rules;
  reading: number | null;
  requests: readonly RequestView[];
}

/** Somebody already asked about is not asked about again. */
async function judged(
  db: Db,
  list: KinLine[],
  { rules, reading, requests }: Judging,
): Promise<CaseView['kin']> {
  const asked = new Set<string>();
  for (const { id } of requests) {
    const row = await findRow(db, id);
    for (const one of (row && (await peopleOf(db, row))) ?? []) asked.add(`${one.relation}|${one.fullName}`);
  }
  return judgeKin(list, rules, reading).map((one) => ({
    ...one,
    asked: asked.has(`${one.line.relation}|${one.line.fullName}`),
  }));
}

/** Places that the dossier asked by itself: taken over, or entered as a step of the road. */
function othersOf(inquiries: readonly Inquiry[], requests: readonly RequestView[]): CaseView['others'] {
  const own = new Set(requests.map(({ place }) => place));
  return inquiries
    .filter(({ place }) => place === null || !own.has(place))
    .map(({ place, persons, sentOn, reply, awaited }) => {
      return { place, persons, sentOn, repliedOn: reply?.on ?? null, awaited };
    });
}

async function exemptionOf(db: Queryable, kept: KinRow, handles: boolean): Promise<CaseView['exemption']> {
  if (!kept?.exemption) return null;
  const { ground, persons, reading, on, entry } = kept.exemption;
  const texts = handles ? await readFields(db, kept.person_id, [noteOf(entry)]) : new Map<string, string>();
  return { ground, persons, reading, on, reason: texts.get(noteOf(entry)) ?? null };
}

/** Keeps the list of relatives: a new list takes the place of the old one, which stays in the vault. */
export async function recordKin(db: Db, actor: Actor, id: string, body: KinBody): Promise<void> {
  if ((await profile(db)) === 'B') throw new Invalid('verification.kin_refused');
  const { clientId, people } = body;
  const stream = kinStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const { personId, unitId } = await getPlaceFor(tx, actor, id);
    const fields = [{ field: kinField(clientId), value: JSON.stringify(people) }];
    await put(tx, actor, [{ personId: personId ?? '', fields, entry: clientId }]);
    const data = { dossierId: id, persons: people.length, on: today() };
    const about = { personId: personId ?? null, unitId, happenedOn: today() };
    await append(tx, actor, [{ clientId, stream, kind: 'kin.listed', ...about, data }]);
  });
}

/** The office follows one reading of an exemption on which two texts differ, and says why. */
export async function recordExemption(db: Db, actor: Actor, id: string, body: ExemptionBody): Promise<void> {
  const { clientId, ground, persons, reading, reason } = body;
  const stream = kinStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const { personId, unitId, path } = await getPlaceFor(tx, actor, id);
    refuseReading(rulesAt(path), body);
    const fields = [{ field: noteOf(clientId), value: reason }];
    await put(tx, actor, [{ personId: personId ?? '', fields, entry: clientId }]);
    const about = { personId: personId ?? null, unitId, happenedOn: today() };
    const data = { dossierId: id, ground, persons, reading };
    await append(tx, actor, [{ clientId, stream, kind: 'kin.exempted', ...about, data }]);
  });
}

function refuseReading({ exemptions, readings }: Rules, { ground, reading }: ExemptionBody): void {
  if (exemptions) {
    if (reading !== null || !exemptions.includes(ground)) throw new Invalid('verification.not_exempt');
    return;
  }
  if (reading === null || !readings[reading]) throw new Invalid('verification.reading_needed');
}

// Writing into a dossier: one act is one transaction – the vault, the meeting a ballot names, the entry of the
// dossier, and what follows from it on the roll. Nothing is written when any of it cannot be.
import { sql } from 'kysely';
import { entriesOfPerson, recordPersons } from '../../members/person.store.ts';
import { decideAct, fieldNames, type FieldName } from '../../members/person.ts';
import { checkField, cleanValue } from '../../members/fields.ts';
import { recordMeeting, withdrawMeeting } from '../../meetings/meeting.store.ts';
import type { MeetingBody } from '../../meetings/meeting.ts';
import type { Ballot } from '../../meetings/ballot.ts';
import { may } from '../../org/access.ts';
import { findUnit } from '../../org/unit.store.ts';
import type { Day } from '../../platform/day.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import { entryCode, type NewEntry } from '../../platform/entry.ts';
import { Invalid, Missing, Stale } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import { append, type Once } from '../../platform/ledger.ts';
import { type FieldValue, put } from '../../platform/vault.ts';
import { outcomeOrder } from '../../rules/verdict.ts';
import { consentField, type DocumentData, reasonField, streamOf, textField } from '../../road/dossier.ts';
import { type Case, readCase } from '../dossier.store.ts';
import { differenceOf, wantedEntries } from '../../road/effects.ts';
import { chainOn, committeeOf } from '../../road/held.ts';
import type { ReadInputs } from '../../road/inputs.ts';
import { ballotsOf, type Prepared } from '../../road/prepare.ts';
import { lastStep } from '../../road/road.ts';
import { meetingsOf } from '../../road/row.ts';
import type { JudgedAct, Standing } from '../../road/standing.ts';

export interface Written {
  /** entries of later acts that are judged worse than before */
  rejudged: string[];
}

export const onceFor = (actor: Actor, id: string, { clientId }: { clientId: string }): Once => ({
  clientId,
  accountId: actor.accountId,
  stream: streamOf(id),
});

export function refuseStale(found: Case, version: number): void {
  if (found.dossier.version !== version) throw new Stale('ledger.changed_meanwhile');
}

/** Appends entries of the dossier and makes the roll and the meetings agree with it. */
export async function commit(
  tx: Tx,
  actor: Actor,
  found: Case,
  entries: readonly NewEntry[],
): Promise<Written> {
  await append(tx, actor, entries);
  const clientId = entries[0]?.clientId ?? '';
  const after = await readCase(tx, found.dossier.id, found.place);
  await agreeOnRoll(tx, actor, { found, after, clientId });
  await dropMeetings(tx, actor, { found, after, clientId });
  const fresh = new Set(entries.map((entry) => entry.clientId));
  return { rejudged: after ? worsened(found.standing, after.standing, fresh) : [] };
}

interface Change {
  found: Case;
  after: Case | null;
  clientId: string;
}

async function agreeOnRoll(tx: Tx, actor: Actor, { found, after, clientId }: Change): Promise<void> {
  const { personId } = found.dossier;
  const held = await entriesOfPerson(tx, personId);
  const wanted = after ? wantedEntries(after.dossier, after.standing) : [];
  const entries = differenceOf(found.dossier, held, wanted, clientId);
  if (entries.length === 0) return;
  const acts = entries.map((entry) => ({ ...entry, names: entry.names ?? null }));
  const { refusal } = decideAct(held, acts, found.around.person.bornOn);
  if (refusal) throw new Invalid(refusal.code, refusal.params);
  await recordPersons(tx, actor, { values: [], entries });
}

/** A meeting that no ballot names any more was a slip of the pen. */
async function dropMeetings(tx: Tx, actor: Actor, { found, after, clientId }: Change): Promise<void> {
  const now = new Set(after ? meetingsOf(after.dossier) : []);
  for (const id of meetingsOf(found.dossier).filter((meeting) => !now.has(meeting)))
    if (!(await isNamed(tx, id))) await withdrawMeeting(tx, actor, { id, clientId: derivedId(clientId, id) });
}

async function isNamed(tx: Tx, meeting: string): Promise<boolean> {
  const named = await tx
    .selectFrom('dossier')
    .select('id')
    .where(sql<boolean>`state -> 'meetings' @> ${JSON.stringify([meeting])}::jsonb`)
    .limit(1)
    .execute();
  return named.length > 0;
}

function worsened(before: Standing, after: Standing, fresh: ReadonlySet<string>): string[] {
  const was = new Map(before.acts.map((judged) => [judged.act.entry, rank(judged)]));
  return after.acts
    .filter((judged) => !fresh.has(judged.act.entry) && rank(judged) < (was.get(judged.act.entry) ?? -1))
    .map(({ act }) => act.entry);
}
const rank = ({ verdict }: JudgedAct): number => outcomeOrder.indexOf(verdict?.outcome ?? 'allowed');

/** Words for the vault: what was typed as text, the reason for going on, the reason for correcting. */
export async function putTexts(
  tx: Tx,
  actor: Actor,
  personId: string,
  words: { clientId: string; texts: ReadInputs['texts']; consent?: string | null; reason?: string | null },
): Promise<void> {
  const { clientId, texts, consent, reason } = words;
  const fields: FieldValue[] = Object.entries(texts).map(([id, { class: ofClass, text }]) => ({
    field: textField(clientId, id, ofClass),
    value: text,
  }));
  if (consent) fields.push({ field: consentField(clientId), value: consent });
  if (reason) fields.push({ field: reasonField(clientId), value: reason });
  if (fields.length > 0) await put(tx, actor, [{ personId, fields, entry: clientId }]);
}

/** An input that is a field of the person (the number of the card) is kept with the person, too. */
export async function putFields(
  tx: Tx,
  actor: Actor,
  personId: string,
  { prepared, clientId }: { prepared: Prepared; clientId: string },
): Promise<void> {
  const fields = Object.entries(prepared.read.texts)
    .filter(([id]) => (fieldNames as readonly string[]).includes(id))
    .map(([id, { text }]) => ({ field: id, value: acceptField(id as FieldName, text) }));
  if (fields.length === 0) return;
  const entry = prepared.known.step.id === lastStep ? derivedId(clientId, 'member.card_issued.0') : clientId;
  await put(tx, actor, [{ personId, fields, entry }]);
}

function acceptField(field: FieldName, text: string): string {
  const value = cleanValue(field, text);
  const code = checkField(field, value);
  if (code) throw new Invalid(code, {}, { fields: [field] });
  return value;
}

/** Names the meeting of each ballot, making its record when this is the first ballot of that meeting. */
export async function nameMeetings(
  tx: Tx,
  actor: Actor,
  found: Case,
  act: { clientId: string; prepared: Prepared; on: Day; number: string | null },
): Promise<void> {
  const { step } = act.prepared.known;
  for (const { input, ballot } of ballotsOf(step, act.prepared.read.inputs)) {
    const body: MeetingBody = input.body ?? 'cell';
    const meetingId = await recordMeeting(tx, actor, {
      clientId: derivedId(act.clientId, `meeting.${input.id}`),
      meetingId: (ballot as Ballot).meetingId ?? null,
      unitId: meetingUnit(found, body, act.on),
      body,
      heldOn: act.on,
      number: meetingNumber(act),
      ballot: ballot as Ballot,
    });
    act.prepared.read.inputs[input.id] = { ...(ballot as Ballot), meetingId };
  }
}

function meetingNumber({ prepared, number }: { prepared: Prepared; number: string | null }): string | null {
  const resolution = prepared.read.inputs.resolution as DocumentData | undefined;
  const found = number ?? resolution?.number ?? null;
  return found !== null && entryCode.safeParse(found).success ? found : null;
}

/** The cell meets itself; the committee above it votes and decides, unless that is yet one level higher. */
export function meetingUnit({ dossier, around }: Case, body: MeetingBody, on: Day): number {
  if (body === 'cell') return dossier.unitId;
  return committeeOf(chainOn(around.places, dossier.unitId, on))?.unitId ?? dossier.unitId;
}

/** Persons an act names are known here: within the writer's reach, already named in the case, or the writer. */
export async function refuseStrangers(
  db: Queryable,
  persons: readonly string[],
  known: ReadonlySet<string>,
): Promise<void> {
  if (persons.some((id) => !known.has(id))) throw new Invalid('admission.person_unknown');
  if (persons.length === 0) return;
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...persons])
    .execute();
  if (rows.length < new Set(persons).size) throw new Invalid('admission.person_unknown');
}

/** A political centre that a class may be held at: of a committee above the cell, or within the writer's reach. */
export async function getCentre(
  tx: Tx,
  actor: Actor,
  unitId: number,
  { path }: Case['place'],
): Promise<number> {
  const unit = await findUnit(tx, unitId);
  if (!unit || unit.kind !== 'political_centre' || unit.endedOn) throw new Missing('access.missing');
  const near = path.startsWith(unit.path.replace(/\d+\/$/, '')) || may(actor, 'unit.read', unit);
  if (!near) throw new Missing('access.missing');
  return unit.id;
}

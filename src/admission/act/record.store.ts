// What an act brings beside its entry: words for the vault, fields of the person, the meeting a ballot names – and who
// and what it may name.
import { refuseTakenCard } from '../../members/alike.store.ts';
import { fieldNames, type FieldName } from '../../members/person.ts';
import { checkField, cleanValue } from '../../members/fields.ts';
import { recordMeeting } from '../../meetings/meeting.store.ts';
import type { MeetingBody } from '../../meetings/meeting.ts';
import type { Ballot } from '../../meetings/ballot.ts';
import type { Day } from '../../platform/day.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import { entryCode } from '../../platform/entry.ts';
import { Invalid, Stale } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import type { Once } from '../../platform/write/once.ts';
import { type FieldValue, put } from '../../platform/vault.ts';
import { consentField, type DocumentData, reasonField, streamOf, textField } from '../../road/dossier.ts';
import type { Case } from '../case.store.ts';
import { unitOn } from '../../road/fold.ts';
import { chainOn, committeeOf } from '../../road/held.ts';
import type { ReadInputs } from '../../road/inputs.ts';
import { ballotsOf, type Prepared } from '../../road/prepare.ts';
import { lastStep } from '../../road/road.ts';

export const onceFor = (actor: Actor, id: string, { clientId }: { clientId: string }): Once => ({
  clientId,
  accountId: actor.accountId,
  stream: streamOf(id),
});

export function refuseStale(found: Case, version: number): void {
  if (found.dossier.version !== version) throw new Stale('ledger.changed_meanwhile');
}

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
  const card = fields.find(({ field }) => field === 'cardNumber');
  if (card) await refuseTakenCard(tx, actor, personId, card.value);
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
  const cell = unitOn(dossier, on);
  return body === 'cell' ? cell : (committeeOf(chainOn(around.places, cell, on))?.unitId ?? cell);
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

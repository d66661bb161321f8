// A new person in the book: on the roll as found (ghi nhận hiện trạng), moved in from elsewhere, or from outside the roll
// because of an office held.
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId, newId } from '../platform/ids.ts';
import { write } from '../platform/write/once.ts';
import type { FieldValue } from '../platform/vault.ts';
import { lockAlike, logLooks, lookAlike, nobody } from './alike.store.ts';
import { type ActInputBody, actEntry, type AddInput } from './input.ts';
import { inWords } from './objections.ts';
import { decideAct, noteOf, readFields, registeredEntry, sensitiveFields } from './person.ts';
import { recordPersons } from './person.store.ts';
import { acceptFields, checkBehalf, decidePast, decideRoad, getCell, refuse } from './record.store.ts';

/** Adds a person; gives the id. */
export async function recordNewPerson(db: Db, actor: Actor, input: AddInput): Promise<string> {
  const once = { clientId: input.clientId, accountId: actor.accountId, stream: 'person:' };
  const looked: string[] = [];
  try {
    const done = await write(db, once, (tx) => enter(tx, actor, input, looked));
    return done.repeated ? await personOf(db, input.clientId) : done.result;
  } finally {
    // After the transaction: the look at somebody out of reach stays logged when the write is refused.
    await logLooks(db, actor, looked);
  }
}

/** `looked` takes the ids of those out of reach who are alike, for the log. */
async function enter(tx: Tx, actor: Actor, input: AddInput, looked: string[]): Promise<string> {
  await refuseAlike(tx, actor, input, looked);
  const place = await placeFor(tx, actor, input);
  const values = await acceptFields(tx, input.fields);
  if (!values.some((item) => item.field === 'fullName' && item.value))
    throw new Invalid(
      'members.name_needed',
      {},
      inWords([{ field: 'fullName', code: 'members.name_needed' }]),
    );
  await decideNew(tx, actor, input);
  const id = newId();
  const entries = entriesFor(id, place.provinceId, actor.officeId, { input, values });
  const bornOn = values.find((item) => item.field === 'bornOn')?.value ?? null;
  const { refusal } = decideAct(
    [],
    entries.map((entry) => ({ ...entry, names: null })),
    bornOn,
  );
  if (refusal) refuse(refusal);
  const note: FieldValue[] = input.note ? [{ field: noteOf(input.clientId), value: input.note }] : [];
  await recordPersons(tx, actor, {
    values: [{ personId: id, fields: [...values, ...note], entry: input.clientId }],
    entries,
  });
  return id;
}

async function placeFor(tx: Tx, actor: Actor, input: AddInput) {
  decidePast(input.happenedOn);
  if (input.as !== 'outside') return getCell(tx, actor, input.unitId, input.happenedOn);
  return getUnit(tx, actor, 'person.write', input.unitId);
}

async function decideNew(tx: Tx, actor: Actor, input: AddInput): Promise<void> {
  if (sensitiveFields(Object.keys(input.fields)).length > 0 && !actor.can.has('dossier.sensitive'))
    throw new Invalid('members.sensitive_refused');
  if (input.as !== 'outside' && !input.kind)
    throw new Invalid('members.kind_needed', {}, inWords([{ field: 'kind', code: 'members.kind_needed' }]));
  decideRoad(input);
  if (input.decision?.on) decidePast(input.decision.on);
  if (input.onBehalf) await checkBehalf(tx, actor, input.onBehalf);
}

async function refuseAlike(tx: Tx, actor: Actor, input: AddInput, looked: string[]): Promise<void> {
  const values = new Map<string, string | null>(readFields(input.fields, today()).values);
  const cardNumber = values.get('cardNumber') ?? null;
  const probe = { name: values.get('fullName') ?? '', bornOn: values.get('bornOn') ?? null, cardNumber };
  await lockAlike(tx, probe);
  const found = await lookAlike(tx, actor, [probe]);
  looked.push(...found.looked);
  const alike = found.answers[0] ?? nobody;
  if (alike.within.some((person) => person.evidence === 'card'))
    throw new Invalid('members.card_taken', {}, alike);
  if (input.alikeSeen || (alike.within.length === 0 && !alike.outside)) return;
  throw new Invalid(alike.within.length > 0 ? 'members.alike' : 'members.alike_outside', {}, alike);
}

function entriesFor(
  id: string,
  provinceId: string,
  officeId: number | null,
  { input, values }: { input: AddInput; values: FieldValue[] },
): NewEntry[] {
  const about = { clientId: input.clientId, personId: id, unitId: input.unitId, happenedOn: null };
  const fields = values.map((item) => item.field) as never;
  const registered = registeredEntry(about, { provinceId, as: 'outside', sourceKey: null, fields });
  if (input.as === 'outside') return [registered];
  const act = {
    ...input,
    clientId: derivedId(input.clientId, input.as),
    act: input.as === 'moved_in' ? 'move_in' : 'take_over',
    kind: input.kind ?? 'official',
  } as ActInputBody;
  return [registered, actEntry(act, { personId: id, before: { unitId: input.unitId }, officeId })];
}

async function personOf(db: Queryable, clientId: string): Promise<string> {
  const row = await db
    .selectFrom('ledger')
    .select('person_id')
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!row?.person_id) throw new Invalid('ledger.client_id_taken');
  return row.person_id;
}

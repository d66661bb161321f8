// Writing about one person: adding, acts, details, corrections, withdrawals, a word of doubt. One way for all: find within
// reach, look at what is recorded, judge, append.
import { findUnitKind } from '../org/organisation.ts';
import { profile } from '../org/profile.store.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { earliest, formatDay, latest, type PartialDay } from '../platform/day.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry, NewEntry } from '../platform/entry.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { type LedgerRow, readEntries } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import type { FieldValue } from '../platform/vault.ts';
import { writeInGroup } from '../platform/write/group.ts';
import { sendOf } from '../platform/write/step.ts';
import { refuseTakenCard } from './alike.store.ts';
import { tellFollower } from './follow.store.ts';
import { type ActInputBody, actEntry, targetOf } from './input.ts';
import { inWords, tellObjections } from './objections.ts';
import {
  type Decision,
  decideAct,
  type Folded,
  foldPerson,
  foldUntil,
  type Judged,
  lacksDecision,
  noteOf,
  type OnBehalf,
  personEntry,
  personStreamOf,
  readFields,
  roadFaults,
  sensitiveFields,
} from './person.ts';
import {
  entriesOfPerson,
  personEntries,
  getPerson,
  mayOn,
  type PersonRow,
  personRow,
  recordPersons,
  within,
} from './person.store.ts';
import { madeOf } from './stream.store.ts';
import { restOfView, type ViewRows } from './view.store.ts';

/** Values fit to be kept: known fields, well formed, and of classes that this installation may hold. */
export async function acceptFields(db: Db, input: Record<string, string | null>): Promise<FieldValue[]> {
  const { values, faults } = readFields(input, today());
  if (faults.length > 0) throw new Invalid('members.fields_wrong', {}, inWords(faults));
  if (sensitiveFields(Object.keys(input)).length > 0 && (await profile(db)) === 'B')
    throw new Invalid(
      'members.class_refused',
      {},
      sensitiveFields(Object.keys(input)).map((field) => ({ field })),
    );
  return values.map(([field, value]) => ({ field, value }));
}

export function decidePast(on: PartialDay): void {
  if (earliest(on) > today()) throw new Invalid('ledger.future_day', { day: formatDay(on) });
}

/** The unit may hold members on that day, and the writer may write there. */
export async function getCell(tx: Queryable, actor: Actor, id: number, on: PartialDay): Promise<UnitRow> {
  const unit = await getUnit(tx, actor, 'person.write', id);
  if (!findUnitKind(unit.kind)?.cell || unit.external) throw new Invalid('members.unit_holds_no_members');
  if (unit.endedOn && unit.endedOn <= latest(on))
    throw new Invalid('members.unit_ended', { on: formatDay(unit.endedOn) });
  return unit;
}

interface Change {
  clientId: string;
  version?: number | undefined;
  make: (now: Now) => Promise<{ entries: NewEntry[]; values: FieldValue[] }>;
}
interface Now {
  tx: Tx;
  person: PersonRow;
  entries: Entry[];
  standing: Folded;
}

/** Acts that no longer hold, and the person as the write has left him; null: it was written before. */
export interface Recorded {
  judged: Judged[];
  left: ViewRows | null;
}

async function recordChange(db: Db, actor: Actor, id: string, change: Change): Promise<Recorded> {
  const once = { clientId: change.clientId, accountId: actor.accountId, stream: personStreamOf(id) };
  const work = async (tx: Tx, found: PersonRow[], rows: LedgerRow[]) => {
    const person = within(actor, 'person.write', found[0]);
    if (change.version !== undefined && change.version !== person.version)
      throw new Stale('ledger.changed_meanwhile');
    const entries = readEntries(rows).get(once.stream) ?? [];
    const standing = foldPerson(entries, person.bornOn);
    if (!standing) throw new Missing('access.missing');
    const made = await change.make({ tx, person, entries, standing });
    const judgement = decideAct(entries, made.entries.map(asAct), person.bornOn);
    const takesBack = made.entries.some((entry) => entry.names);
    if (judgement.refusal) refuse(judgement.refusal);
    if (judgement.broken.length > 0 && !takesBack)
      throw new Invalid('members.breaks_later', {}, tellObjections(judgement.broken));
    await recordPersons(tx, actor, {
      values: [{ personId: id, fields: made.values, entry: change.clientId }],
      entries: made.entries,
    });
    await tellFollower(tx, actor, id, made.entries);
    const { answers } = await sendOf(tx, id, restOfView);
    return { judged: judgement.broken, answers, made: madeOf(tx, id) };
  };
  const done = await writeInGroup(db, once, work, personRow, personEntries);
  if (done.repeated) return { judged: [], left: null };
  const { judged, answers, made } = done.result;
  return { judged, left: [...(await answers), ...made] };
}

const asAct = (entry: NewEntry) => ({ ...entry, names: entry.names ?? null });
export function refuse(objection: Judged): never {
  throw new Invalid(objection.code, objection.params);
}

const notesOf = (clientId: string, text: string | null | undefined): FieldValue[] =>
  text ? [{ field: noteOf(clientId), value: text }] : [];

async function checkAct(now: Now, actor: Actor, act: ActInputBody, entry: NewEntry): Promise<void> {
  decidePast(act.happenedOn);
  if (lacksDecision(entry.kind, entry.data.decision as Decision | null))
    throw new Invalid('members.decision_needed');
  if (act.decision?.on) decidePast(act.decision.on);
  if (act.act === 'take_over' || act.act === 'move_in') decideRoad(act);
  const target = targetOf(act);
  if (target !== null) await getCell(now.tx, actor, target, act.happenedOn);
  else if (act.act === 'begin_temporary' && !act.place) throw new Invalid('members.place_needed');
  if (act.onBehalf) await checkBehalf(now.tx, actor, act.onBehalf);
}

type Road = Parameters<typeof roadFaults>[0] & { since?: PartialDay | null | undefined };
export function decideRoad(road: Road): void {
  for (const on of [road.admittedOn, road.decidedOn, road.officialOn, road.since]) if (on) decidePast(on);
  const faults = roadFaults(road);
  if (faults[0]) throw new Invalid(faults[0].code, {}, inWords(faults));
}

/** Minutes are of a unit within reach, and of a day that has been. */
export async function checkBehalf(
  tx: Queryable,
  actor: Actor,
  behalf: { unitId: number; on: string },
): Promise<void> {
  await getUnit(tx, actor, 'dossier.on_behalf', behalf.unitId);
  decidePast(behalf.on);
}

async function valuesOf({ tx, person }: Now, actor: Actor, act: ActInputBody): Promise<FieldValue[]> {
  const notes = notesOf(act.clientId, act.note);
  if (act.act !== 'issue_card') return notes;
  await refuseTakenCard(tx, actor, person.id, act.cardNumber);
  return [...(await acceptFields(tx, { cardNumber: act.cardNumber, cardOn: act.happenedOn })), ...notes];
}

/** Where the person stood on the day of the act: a move starts from there. */
function standingOn(now: Now, act: ActInputBody, without: readonly NewEntry[]): Folded {
  const all = [
    ...now.entries,
    ...without.map((entry, index) => ({ ...asAct(entry), position: 1e15 + index })),
  ];
  return foldUntil(all, act.happenedOn) ?? now.standing;
}

export const recordAct = (db: Db, actor: Actor, id: string, act: ActInputBody): Promise<Recorded> =>
  recordChange(db, actor, id, {
    ...act,
    make: async (now) => {
      const before = standingOn(now, act, []);
      const entry = actEntry(act, { personId: id, before, officeId: actor.officeId });
      await checkAct(now, actor, act, entry);
      return { entries: [entry], values: await valuesOf(now, actor, act) };
    },
  });

/** Another act of the same kind takes the place of one that stands; gives the later acts that no longer hold. */
export const recordCorrection = (
  db: Db,
  actor: Actor,
  at: { id: string; entry: string },
  act: ActInputBody & { reason: string },
): Promise<Recorded> =>
  recordChange(db, actor, at.id, {
    ...act,
    make: async (now) => {
      const old = standingEntry(now.entries, at.entry);
      const before = standingOn(now, act, [withdrawalOf(act.clientId, old)]);
      const made = actEntry(act, { personId: at.id, before, officeId: actor.officeId, names: old.clientId });
      if (made.kind !== old.kind) throw new Invalid('members.other_act');
      await checkAct(now, actor, act, made);
      const text = [act.reason, act.note].filter(Boolean).join('\n');
      return { entries: [made], values: await valuesOf(now, actor, { ...act, note: text }) };
    },
  });

export const recordWithdrawal = (
  db: Db,
  actor: Actor,
  at: { id: string; entry: string },
  input: { clientId: string; version?: number | undefined; reason: string },
): Promise<Recorded> =>
  recordChange(db, actor, at.id, {
    ...input,
    make: async (now) => {
      const old = standingEntry(now.entries, at.entry);
      if (old.kind === 'person.registered') await decideUnregister(now);
      return { entries: [withdrawalOf(input.clientId, old)], values: notesOf(input.clientId, input.reason) };
    },
  });

/** Somebody entered by mistake goes, unless acts or other records rest on the person. */
async function decideUnregister(now: Now): Promise<void> {
  const others = await now.tx
    .selectFrom('ledger')
    .select('client_id')
    .where('person_id', '=', now.person.id)
    .where('stream', '!=', personStreamOf(now.person.id))
    .limit(1)
    .execute();
  if (others.length > 0 || now.standing.memberships.length > 0)
    throw new Invalid('members.others_rest_on_it');
}

export const withdrawalOf = (clientId: string, old: Entry): NewEntry => ({
  clientId,
  stream: old.stream,
  kind: withdrawal,
  happenedOn: old.happenedOn,
  unitId: old.unitId,
  personId: old.personId,
  names: old.clientId,
  data: {},
});

/** The entry, if it still stands and is a matter of this page. */
function standingEntry(entries: readonly Entry[], clientId: string): Entry {
  const entry = entries.find((item) => item.clientId === clientId);
  if (!entry || entry.kind === withdrawal) throw new Missing('access.missing');
  if (entry.data.dossierId) throw new Invalid('members.act_of_dossier');
  if (entries.some((item) => item.names === clientId)) throw new Stale('ledger.changed_meanwhile');
  return entry;
}

export const recordDetails = (
  db: Db,
  actor: Actor,
  id: string,
  input: {
    clientId: string;
    version?: number | undefined;
    fields: Record<string, string | null>;
    note?: string | null | undefined;
  },
): Promise<Recorded> =>
  recordChange(db, actor, id, {
    ...input,
    make: async ({ tx, person }) => {
      const values = await acceptFields(tx, input.fields);
      if (values.length === 0) throw new Invalid('members.nothing_to_correct');
      if (values.some((item) => item.field === 'fullName' && !item.value))
        throw new Invalid('members.name_needed');
      if (sensitiveFields(Object.keys(input.fields)).length > 0 && !mayOn(actor, 'dossier.sensitive', person))
        throw new Invalid('members.sensitive_refused');
      await refuseTakenCard(tx, actor, id, input.fields.cardNumber ?? null);
      const about = { clientId: input.clientId, personId: id, unitId: person.unitId, happenedOn: null };
      const names = values.map((item) => item.field);
      const entry = personEntry('person.corrected', about, { fields: names as never });
      return { entries: [entry], values: [...values, ...notesOf(input.clientId, input.note)] };
    },
  });

/** The unit for which an act was entered says that it was otherwise; both stay for the officer to see. */
export async function recordDoubt(
  db: Db,
  actor: Actor,
  at: { id: string; entry: string },
  input: { clientId: string; reason: string },
): Promise<void> {
  const once = { clientId: input.clientId, accountId: actor.accountId, stream: personStreamOf(at.id) };
  await write(db, once, async (tx) => {
    const person = await getPerson(tx, actor, 'person.read', at.id);
    const entries = await entriesOfPerson(tx, at.id);
    const doubted = standingEntry(entries, at.entry);
    const behalf = doubted.data.onBehalf as OnBehalf | null | undefined;
    if (!behalf || behalf.unitId !== actor.unitId) throw new Invalid('members.not_your_minutes');
    const about = { clientId: input.clientId, personId: at.id, unitId: person.unitId, happenedOn: null };
    await recordPersons(tx, actor, {
      values: [{ personId: at.id, fields: notesOf(input.clientId, input.reason), entry: input.clientId }],
      entries: [personEntry('person.contested', about, { entry: at.entry })],
    });
  });
}

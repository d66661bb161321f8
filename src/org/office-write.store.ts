// Appointing, ending and correcting offices. Whoever writes must reach the unit; the first holder of an office who is
// new to Nguồn is entered as a person by the room of persons, through the function handed in at start.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import { earliest, type PartialDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry, NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId, newId } from '../platform/ids.ts';
import { append, entriesOf, type Recorder } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { accessTable, may } from './access.ts';
import {
  type AppointInput,
  appointedEntry,
  type correctOfficeInput,
  decideOffice,
  decideSpan,
  type EndInput,
  foldOffice,
  type nameCellsInput,
  type Office,
} from './office.ts';
import { findOffice, officeInForce, takeOfficeIds } from './office.store.ts';
import { findUnits, getUnit, type UnitRow } from './unit.store.ts';
import { decideDay, type withdrawInput } from './unit-acts.ts';
import { preview, withdrawalOf } from './unit-write.store.ts';
import type { z } from 'zod';

export interface Holder {
  clientId: string;
  personId: string;
  fullName: string;
  unitId: number;
}
/** Enters a person (status 'outside') who holds an office without being on the roll. */
export type HolderRecorder = (tx: Tx, by: Recorder, holder: Holder) => Promise<void>;
let recordHolder: HolderRecorder = async () => {
  throw new Error('no recorder of office holders');
};
export function useHolderRecorder(recorder: HolderRecorder): void {
  recordHolder = recorder;
}
export const enterHolder: HolderRecorder = (tx, by, holder) => recordHolder(tx, by, holder);

/** Gives the id of the office. */
export async function recordAppointment(db: Db, actor: Actor, input: AppointInput): Promise<number> {
  const once = { clientId: input.clientId, accountId: actor.accountId, stream: 'office:' };
  const done = await write(db, once, async (tx) => {
    const unit = await getUnit(tx, actor, 'office.write', input.unitId);
    decideOffice(input, unit, today());
    decidePaper(input.decision);
    decideGrant(actor, input.kind);
    decideOther(actor, input.personId);
    await decideCells(tx, unit, input.namedUnits);
    const personId = await holderOf(tx, actor, input, unit);
    const [id] = (await takeOfficeIds(tx, 1)) as [number];
    const { kind, unitId, title, toOn, decision, namedUnits } = input;
    const data = { kind, unitId, personId, title, toOn, decision, namedUnits, sourceKey: null };
    await append(tx, actor, [
      appointedEntry(id, data, { clientId: input.clientId, happenedOn: input.fromOn }),
    ]);
    return id;
  });
  if (!done.repeated) return done.result;
  const row = await db
    .selectFrom('ledger')
    .select('stream')
    .where('client_id', '=', input.clientId)
    .executeTakeFirst();
  if (!row?.stream.startsWith('office:')) throw new Invalid('ledger.client_id_taken');
  return Number(row.stream.slice('office:'.length));
}

/** No decision is of a day to come; the end that it brings may be. */
function decidePaper(decision: { on: PartialDay } | null | undefined): void {
  if (decision) decideDay(decision.on, today());
}

/** An office that may make accounts is given, changed and ended only by one who may make accounts. */
function decideGrant(actor: Actor, kind: string): void {
  const guarded = accessTable()[kind]?.['account.write'] !== undefined;
  if (guarded && !actor.can.has('account.write')) throw new Forbidden('org.not_to_give');
}

/** Whoever keeps the accounts does not open the rolls to himself: that would make one hand of two. */
function decideOther(actor: Actor, personId: string | null): void {
  if (personId !== null && personId === actor.personId && actor.can.has('account.write'))
    throw new Forbidden('org.not_to_oneself');
}

async function decideCells(tx: Queryable, unit: UnitRow, named: readonly number[]): Promise<void> {
  const cells = await findUnits(tx, named);
  const good = named.every((id) => {
    const cell = cells.get(id);
    return cell && !cell.endedOn && cell.path.startsWith(unit.path);
  });
  if (!good) throw new Invalid('org.cells_outside', { unit: unit.name });
}

async function holderOf(tx: Tx, actor: Actor, input: AppointInput, unit: UnitRow): Promise<string> {
  if (input.personId === null) {
    if (!input.holderName) throw new Invalid('org.needs_holder');
    const personId = newId();
    const clientId = derivedId(input.clientId, 'holder');
    await recordHolder(tx, actor, { clientId, personId, fullName: input.holderName, unitId: unit.id });
    return personId;
  }
  const result = await sql<{ path: string }>`
    select unit.path from person join unit on unit.id = person.unit_id where person.id = ${input.personId}::uuid`.execute(
    tx,
  );
  const place = result.rows[0];
  const seen = place && ['person.read', 'office.write'].some((action) => may(actor, action, place));
  if (!seen) throw new Missing('access.missing');
  return input.personId;
}

interface OfficeChange {
  clientId: string;
  version?: number | undefined;
  decision?: { on: PartialDay } | null;
  make: (office: Office, entries: Entry[], unit: UnitRow) => NewEntry[];
}

async function recordOfficeChange(db: Db, actor: Actor, id: number, change: OfficeChange): Promise<void> {
  const once = { clientId: change.clientId, accountId: actor.accountId, stream: `office:${id}` };
  await write(db, once, async (tx) => {
    const row = await findOffice(tx, id);
    if (!row || !may(actor, 'office.write', { path: row.path })) throw new Missing('access.missing');
    if (change.version !== undefined && change.version !== row.version)
      throw new Stale('ledger.changed_meanwhile');
    decideGrant(actor, row.kind);
    decidePaper(change.decision);
    const unit = await getUnit(tx, actor, 'office.write', row.unit_id);
    const entries = (await entriesOf(tx, [`office:${id}`])).get(`office:${id}`) ?? [];
    const before = foldOffice(id, entries);
    if (!before) throw new Missing('access.missing');
    const made = change.make(before, entries, unit);
    const after = foldOffice(id, preview(entries, made));
    if (after) await decideAfter(tx, before, after, unit);
    await append(tx, actor, made);
    await keepAdministrator(tx, row.kind);
  });
}

async function decideAfter(tx: Tx, before: Office, after: Office, unit: UnitRow): Promise<void> {
  decideSpan(after.fromOn, after.toOn);
  if (after.namedUnits.join() !== before.namedUnits.join()) await decideCells(tx, unit, after.namedUnits);
}

/** The last one who can make accounts cannot be let go: nobody could let anybody in again. */
export async function keepAdministrator(tx: Tx, kind: string): Promise<void> {
  const keepers = Object.entries(accessTable())
    .filter(([, may]) => may['account.write'])
    .map(([id]) => id);
  if (!keepers.includes(kind)) return;
  await takeTurn(tx, 'nguon.administrators');
  const result = await sql<{ count: number }>`
    select count(*) as count from office join account on account.person_id = office.person_id
    where account.closed_on is null and office.kind = any(${keepers}) and ${officeInForce('office', today())}
      and office.to_on is null`.execute(tx);
  if (result.rows[0]?.count === 0) throw new Invalid('org.last_administrator');
}

const common = (office: Office) => ({
  stream: `office:${office.id}`,
  unitId: office.unitId,
  personId: office.personId,
});

/** Ends an office: `toOn` is the first day without it and may lie ahead. */
export const recordOfficeEnd = (db: Db, actor: Actor, id: number, input: EndInput): Promise<void> =>
  recordOfficeChange(db, actor, id, {
    ...input,
    make: (office, entries) => {
      if (office.toOn !== null && earliest(office.toOn) <= today()) throw new Invalid('org.office_has_ended');
      const { clientId, toOn, decision } = input;
      // An end that was still to come gives way to the new one.
      const earlier = entries.findLast(
        (entry) => entry.kind === 'office.ended' && !entries.some((item) => item.names === entry.clientId),
      );
      const names = earlier?.clientId ?? null;
      return [
        {
          ...common(office),
          clientId,
          kind: 'office.ended',
          happenedOn: toOn,
          names,
          data: { toOn, decision },
        },
      ];
    },
  });

export const recordCells = (
  db: Db,
  actor: Actor,
  id: number,
  input: z.output<typeof nameCellsInput>,
): Promise<void> =>
  recordOfficeChange(db, actor, id, {
    ...input,
    make: (office, _entries, unit) => {
      decideOffice(
        { ...office, fromOn: input.happenedOn, toOn: null, namedUnits: input.namedUnits },
        unit,
        today(),
      );
      const { clientId, happenedOn, namedUnits, decision } = input;
      return [
        {
          ...common(office),
          clientId,
          kind: 'office.cells_named',
          happenedOn,
          data: { namedUnits, decision },
        },
      ];
    },
  });

/** Replaces what was recorded of the office; who holds it where stays. */
export const recordOfficeCorrection = (
  db: Db,
  actor: Actor,
  id: number,
  input: z.output<typeof correctOfficeInput>,
): Promise<void> =>
  recordOfficeChange(db, actor, id, {
    ...input,
    make: (office, entries, unit) => {
      decideOffice({ ...input, kind: office.kind }, unit, today());
      const { title, toOn, decision, namedUnits, reason, clientId } = input;
      const { kind, unitId, personId, sourceKey } = office;
      const data = { kind, unitId, personId, title, toOn, decision, namedUnits, sourceKey, reason };
      const others = entries
        .filter((entry) => ['office.ended', 'office.cells_named'].includes(entry.kind))
        .filter((entry) => !entries.some((item) => item.names === entry.clientId))
        .map((entry) => withdrawalOf(derivedId(clientId, entry.clientId), entry));
      const names = beginningOf(entries).clientId;
      return [appointedEntry(id, data, { clientId, happenedOn: input.fromOn, names }), ...others];
    },
  });

/** Takes back an appointment that was recorded by mistake. */
export const recordOfficeWithdrawal = (
  db: Db,
  actor: Actor,
  id: number,
  input: z.output<typeof withdrawInput>,
): Promise<void> =>
  recordOfficeChange(db, actor, id, {
    ...input,
    make: (office, entries) => {
      const old = beginningOf(entries);
      const data = { of: old.clientId, reason: input.reason };
      const reason = {
        ...common(office),
        clientId: derivedId(input.clientId, 'reason'),
        kind: 'office.reason',
        happenedOn: null,
        data,
      };
      return [withdrawalOf(input.clientId, old), reason];
    },
  });

/** The newest form of the appointment. */
function beginningOf(entries: readonly Entry[]): Entry {
  const named = new Set(entries.map((entry) => entry.names));
  const found = entries.findLast((e) => e.kind === 'office.appointed' && !named.has(e.clientId));
  if (!found || entries.some((e) => e.kind === withdrawal && e.names === found.clientId))
    throw new Missing('access.missing');
  return found;
}

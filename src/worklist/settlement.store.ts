// Settlements in the database: the stream of each line, the current row, settling a line and taking that back.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import { type Entry, type NewEntry, idOf } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { put } from '../platform/vault.ts';
import { type CaseKind, lineIdOf, type LineName, maySettle } from './due.ts';
import { findDue, officeOrder } from './in-force.ts';
import {
  dayFault,
  noteOf,
  type SettlementData,
  settlementKinds,
  settlementStreamOf,
  type SettleInput,
  standingSettlement,
  type TakeBackInput,
} from './settlement.ts';
import { findStoredLine, type StoredLine } from './lines/stored.store.ts';
import { lockRoutines } from './routine.store.ts';
import { renewUnitDues } from './unit-due.store.ts';

declare module '../platform/db.ts' {
  interface Tables {
    settlement: {
      id: string;
      entry: string;
      province_id: string;
      case_kind: CaseKind;
      case_id: string;
      clock: string;
      part: string;
      starts_on: string;
      due_on: string | null;
      step: string;
      unit_id: number;
      person_id: string | null;
      how: SettlementData['how'];
      settled_on: string;
      ground: string | null;
      recorded_by: string;
      recorded_at: string;
    };
  }
}

export const settlementStream: Stream = {
  prefix: 'settlement',
  kinds: settlementKinds,
  tables: ['settlement'],
  project: projectSettlements,
};

async function projectSettlements(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(settlementStreamOf));
  const rows = [...entries].flatMap(([stream, own]) => {
    const made = standingSettlement(own);
    return made ? [rowOf(idOf(stream), made)] : [];
  });
  await sql`delete from settlement where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into settlement
    select r.id, r.entry, made.province_id, r.case_kind, r.case_id, r.clock, r.part, r.starts_on, r.due_on, r.step,
           r.unit_id, r.person_id, r.how, r.settled_on, r.ground, r.recorded_by, made.recorded_at
    from jsonb_populate_recordset(null::settlement, ${JSON.stringify(rows)}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
  // A settled period counts as covered: the routine's next one comes up.
  const touched = [...entries.values()].flat().filter((entry) => entry.data.caseKind === 'unit');
  await renewUnitDues(tx, [...new Set(touched.map((entry) => entry.unitId as number))]);
}

function rowOf(id: string, made: Entry) {
  const data = made.data as SettlementData;
  return {
    id,
    entry: made.clientId,
    case_kind: data.caseKind,
    case_id: data.caseId,
    clock: data.clock,
    part: data.part,
    starts_on: data.startsOn,
    due_on: data.dueOn,
    step: data.step,
    unit_id: made.unitId,
    person_id: made.personId,
    how: data.how,
    settled_on: made.happenedOn,
    ground: data.ground,
    recorded_by: made.recordedBy,
  };
}

interface Made {
  id: string;
  entry: string;
  step: string;
  clock: string;
  unitId: number;
  personId: string | null;
  path: string;
}

/** A settlement that stands, where its case is now. */
async function findMade(db: Queryable, by: { id: string } | { entry: string }): Promise<Made | undefined> {
  const one = 'id' in by ? sql`s.id = ${by.id}::uuid` : sql`s.entry = ${by.entry}::uuid`;
  const result = await sql<Made>`
    select s.id, s.entry, s.step, s.clock, s.unit_id as "unitId", s.person_id as "personId", unit.path
    from settlement s left join due on due.line = s.id
    join unit on unit.id = coalesce(due.unit_id, s.unit_id)
    where ${one}`.execute(db);
  return result.rows[0];
}

/** The line within reach of this office, open and as the writer saw it. */
async function getLine(db: Queryable, actor: Actor, input: SettleInput): Promise<StoredLine> {
  const made = await findMade(db, { id: lineIdOf(input) });
  const line = await findStoredLine(db, input);
  const place = line ?? made;
  if (!place || !may(actor, 'worklist.settle', place)) throw new Missing('access.missing');
  // A measure ends by its own act, with a result or a reason.
  if (input.caseKind === 'plan' || input.caseKind === 'report') throw new Forbidden('worklist.not_your_line');
  if (made || !line) throw new Stale('worklist.already_settled');
  if (line.startsOn !== input.startsOn) throw new Stale('worklist.line_moved');
  if (!maySettle(line.answers, actor.office, officeOrder())) throw new Forbidden('worklist.not_your_line');
  return line;
}

/** Takes a line off the list, with reason and day. */
export async function recordSettlement(db: Db, actor: Actor, input: SettleInput): Promise<void> {
  const stream = settlementStreamOf(lineIdOf(input));
  await write(db, { clientId: input.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const fault = dayFault(input, today());
    if (fault) throw new Invalid(fault);
    if (input.caseKind === 'unit') await lockRoutines(tx, Number(input.caseId));
    const line = await getLine(tx, actor, input);
    await keepReason(tx, actor, line.personId, input);
    await append(tx, actor, [settlementEntry(stream, input, line)]);
  });
}

const settlementEntry = (stream: string, input: SettleInput, line: StoredLine): NewEntry => ({
  clientId: input.clientId,
  stream,
  kind: 'settlement.made',
  happenedOn: input.on,
  unitId: line.unitId,
  personId: line.personId,
  data: {
    caseKind: input.caseKind,
    caseId: input.caseId,
    clock: input.clock,
    part: input.part,
    startsOn: input.startsOn,
    dueOn: line.dueOn,
    step: line.step,
    how: input.how,
    ground: line.personId === null ? input.reason : null,
  } satisfies SettlementData,
});

/** Words about a person are sealed in the vault beside the entry they belong to. */
const keepReason = async (
  tx: Tx,
  actor: Actor,
  personId: string | null,
  { clientId, reason }: { clientId: string; reason: string },
): Promise<void> => {
  if (personId === null) return;
  const fields = [{ field: noteOf(clientId), value: reason }];
  await put(tx, actor, [{ personId, fields, entry: clientId }]);
};

/** Puts a line back that was taken off. */
export async function takeBackSettlement(
  db: Db,
  actor: Actor,
  entry: string,
  input: TakeBackInput,
): Promise<void> {
  const stream = await streamOfEntry(db, entry);
  if (stream === null) throw new Missing('access.missing');
  await write(db, { clientId: input.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const made = await findMade(tx, { entry });
    if (!made || !may(actor, 'worklist.settle', made)) throw new Missing('access.missing');
    const answers = findDue(made.step, made.clock)?.answers ?? [];
    if (!maySettle(answers, actor.office, officeOrder())) throw new Forbidden('worklist.not_your_line');
    await keepReason(tx, actor, made.personId, input);
    await append(tx, actor, takingBack(stream, made, input));
  });
}

function takingBack(stream: string, made: Made, { clientId, reason }: TakeBackInput): NewEntry[] {
  const about = { stream, happenedOn: null, unitId: made.unitId, personId: made.personId };
  const back = { ...about, clientId, kind: withdrawal, names: made.entry, data: {} };
  if (made.personId !== null) return [back];
  const data = { of: clientId, ground: reason };
  return [back, { ...about, clientId: derivedId(clientId, 'ground'), kind: 'settlement.ground', data }];
}

async function streamOfEntry(db: Queryable, entry: string): Promise<string | null> {
  const row = await db
    .selectFrom('ledger')
    .select('stream')
    .where('client_id', '=', entry)
    .where('kind', '=', 'settlement.made')
    .executeTakeFirst();
  return row?.stream ?? null;
}

/** The line that an entry settled, whether or not it was put back since. */
export async function lineOfEntry(db: Queryable, entry: string): Promise<LineName | null> {
  const row = await db
    .selectFrom('ledger')
    .select('data')
    .where('client_id', '=', entry)
    .where('kind', '=', 'settlement.made')
    .executeTakeFirst();
  return row ? (row.data as unknown as SettlementData) : null;
}

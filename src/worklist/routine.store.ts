// Routine work in the database: the stream of each unit, the periods covered, recording a period and taking it back.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import { type Entry, type NewEntry, idOf } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf, type Stream } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { takeTurn } from '../platform/write/turns.ts';
import type { Due, Step } from '../rules/procedure.ts';
import { regulations } from './in-force.ts';
import {
  dataOf,
  documentDays,
  periodFault,
  readInputs,
  type RoutineData,
  type RoutineInput,
  routineKinds,
  routineStreamOf,
  spanOfRoutine,
  standingRoutines,
} from './routine.ts';
import type { TakeBackInput } from './settlement.ts';
import { knownPeriod, routineSteps, type UnitFacts } from './unit-due.ts';
import { readUnitFacts, renewUnitDues } from './unit-due.store.ts';

declare module '../platform/db.ts' {
  interface Tables {
    routine: {
      entry: string;
      province_id: string;
      unit_id: number;
      step: string;
      period: string;
      from_on: string;
      until_on: string;
      happened_on: string;
    };
  }
}

export const routineStream: Stream = {
  prefix: 'routine',
  kinds: routineKinds,
  tables: ['routine'],
  project: projectRoutines,
};

async function projectRoutines(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(routineStreamOf));
  const rows = [...entries].flatMap(([stream, own]) =>
    standingRoutines(own).map((entry) => rowOf(Number(idOf(stream)), entry)),
  );
  await sql`delete from routine where unit_id = any(${ids.map(Number)}::int[])`.execute(tx);
  await sql`
    insert into routine
    select r.entry, made.province_id, r.unit_id, r.step, r.period, r.from_on, r.until_on, r.happened_on
    from jsonb_populate_recordset(null::routine, ${JSON.stringify(rows)}::jsonb) as r
    join ledger as made on made.client_id = r.entry`.execute(tx);
  await renewUnitDues(tx, ids.map(Number));
}

function rowOf(unitId: number, entry: Entry) {
  const { step, period } = dataOf(entry);
  const { from, until } = spanOfRoutine({ period });
  return {
    entry: entry.clientId,
    unit_id: unitId,
    step,
    period,
    from_on: from,
    until_on: until,
    happened_on: entry.happenedOn,
  };
}

/** Records one period of a routine. */
export async function recordRoutine(db: Db, actor: Actor, input: RoutineInput): Promise<void> {
  const stream = routineStreamOf(input.unitId);
  await write(db, { clientId: input.clientId, accountId: actor.accountId, stream }, (tx) =>
    record(tx, actor, input),
  );
}

/** Of two who record or take off one period the second finds what the first did. */
export const lockRoutines = (tx: Tx, unitId: number): Promise<void> => takeTurn(tx, routineStreamOf(unitId));

/** The same inside the caller's transaction: a room above records what it did and the period together. */
export async function recordRoutineWithin(tx: Tx, actor: Actor, input: RoutineInput): Promise<void> {
  await lockRoutines(tx, input.unitId);
  await record(tx, actor, input);
}

/** In the turn of the unit's routines. */
async function record(tx: Tx, actor: Actor, input: RoutineInput): Promise<void> {
  const { step, due } = await getRoutine(tx, actor, input);
  const unit = await getUnitFacts(tx, input.unitId);
  decidePeriod(unit, { step, due, input });
  await decideFree(tx, input, due);
  await append(tx, actor, [entryOf(routineStreamOf(input.unitId), input, step)]);
}

/** The routine that this office may record for this unit. */
async function getRoutine(
  tx: Tx,
  actor: Actor,
  { unitId, step: id }: RoutineInput,
): Promise<{ step: Step; due: Due }> {
  await getUnit(tx, actor, 'worklist.settle', unitId);
  const step = routineSteps(regulations()).find((routine) => routine.step.id === id)?.step;
  const due = step?.due[0];
  if (!step || !due) throw new Invalid('worklist.unknown_routine');
  if (!actor.office || ![...step.actor, ...step.on_behalf].includes(actor.office))
    throw new Forbidden('worklist.not_your_line');
  return { step, due };
}

async function getUnitFacts(tx: Tx, id: number): Promise<UnitFacts> {
  const [unit] = await readUnitFacts(tx, [id]);
  if (!unit) throw new Invalid('worklist.unit_ended');
  return unit;
}

interface Asked {
  step: Step;
  due: Due;
  input: RoutineInput;
}

function decidePeriod(unit: UnitFacts, { step, due, input }: Asked): void {
  const law = regulations();
  const procedure = law.procedureOf(step.id) ?? '';
  const span = knownPeriod({ regulations: law, unit, routine: { procedure, step }, due }, input.period);
  if (!span) throw new Invalid('worklist.no_such_period');
  const { happenedOn } = input;
  const fault = periodFault(span, { happenedOn, keptOn: unit.keptOn, today: today() });
  if (fault) throw new Invalid(fault);
}

/** A period is recorded once; one that was taken off by hand is put back first. */
async function decideFree(tx: Tx, { unitId, step, period }: RoutineInput, due: Due): Promise<void> {
  const taken = await sql<{ by: string }>`
    select 'routine' as by from routine where unit_id = ${unitId} and step = ${step} and period = ${period}
    union all
    select 'settlement' from settlement
    where case_kind = 'unit' and case_id = ${String(unitId)} and clock = ${due.id} and part = ${period}`.execute(
    tx,
  );
  const by = taken.rows[0]?.by;
  if (by === 'routine') throw new Stale('worklist.period_done');
  if (by === 'settlement') throw new Stale('worklist.already_settled');
}

function entryOf(stream: string, input: RoutineInput, step: Step): NewEntry {
  const read = readInputs(step.inputs, input.inputs);
  if ('fault' in read) throw new Invalid(read.fault.code, { field: read.fault.input });
  if (documentDays(read.inputs).some((day) => day > today())) throw new Invalid('ledger.future_day');
  return {
    clientId: input.clientId,
    stream,
    kind: 'routine.done',
    happenedOn: input.happenedOn,
    unitId: input.unitId,
    data: { step: step.id, period: input.period, inputs: read.inputs } satisfies RoutineData,
  };
}

/** Takes a record back; its period is open again. Gives the unit. */
export async function takeBackRoutine(
  db: Db,
  actor: Actor,
  entry: string,
  input: TakeBackInput,
): Promise<number> {
  const made = await findEntry(db, entry);
  const unit = made && (await getUnit(db, actor, 'worklist.settle', made.unitId));
  if (!unit || !may(actor, 'worklist.settle', unit)) throw new Missing('access.missing');
  const stream = routineStreamOf(unit.id);
  await write(db, { clientId: input.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const stands = await sql`select from routine where entry = ${entry}::uuid`.execute(tx);
    if (stands.rows.length === 0) throw new Stale('worklist.already_taken_back');
    const about = { stream, happenedOn: null, unitId: unit.id };
    const data = { of: input.clientId, ground: input.reason };
    await append(tx, actor, [
      { ...about, clientId: input.clientId, kind: withdrawal, names: entry, data: {} },
      { ...about, clientId: derivedId(input.clientId, 'ground'), kind: 'routine.ground', data },
    ]);
  });
  return unit.id;
}

async function findEntry(db: Queryable, entry: string): Promise<{ unitId: number } | undefined> {
  const row = await db
    .selectFrom('ledger')
    .select('unit_id as unitId')
    .where('client_id', '=', entry)
    .where('kind', '=', 'routine.done')
    .executeTakeFirst();
  return row?.unitId ? { unitId: row.unitId } : undefined;
}

// Writes a plan in one transaction: units, persons, dossiers, offices, targets, acts – all of it or nothing.
import { sql } from 'kysely';
import { recordPersons } from '../../members/person.store.ts';
import { prepareOffices } from '../../org/office.store.ts';
import { prepareUnits } from '../../org/unit.store.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import type { Entry, NewEntry } from '../../platform/entry.ts';
import { derivedId } from '../../platform/ids.ts';
import { append, entriesOf, type Recorder } from '../../platform/ledger.ts';
import {
  type MadePerson,
  type MadeSum,
  type Making,
  makePerson,
  peopleWithActs,
  sumOfMade,
} from './entries.ts';
import { lineName, type Plan, type PlannedOffice, type PlannedUnit, type UnitRef } from './plan.ts';

export interface Applying extends Omit<Making, 'unitId' | 'entriesOf'> {
  by: Recorder;
  /** told how far it is; throws to stop */
  step: (phase: Phase, done: number, total: number) => Promise<void> | void;
}
export type Phase = 'units' | 'people' | 'dossiers' | 'offices';

const chunk = 1000;

/** Gives what was really written, and how many known lines brought something new. */
export async function applyPlan(
  tx: Tx,
  plan: Plan,
  applying: Applying,
): Promise<MadeSum & { changed: number }> {
  await applying.step('units', 0, plan.units.length);
  const unitId = await writeUnits(tx, plan, applying);
  const entries = await actEntries(tx, plan);
  const making: Making = { ...applying, unitId, entriesOf: (id) => entries.get(`person:${id}`) ?? [] };
  const made = await writePeople(tx, plan, making, applying);
  const dossiers = made.flatMap((person) => person.dossier);
  for (let at = 0; at < dossiers.length; at += chunk) {
    await applying.step('dossiers', at, dossiers.length);
    await append(tx, applying.by, dossiers.slice(at, at + chunk));
  }
  await applying.step('offices', 0, plan.offices.length);
  await writeOffices(tx, plan.offices, making, applying.by);
  await append(tx, applying.by, targetEntries(plan, making));
  const sum = sumOfMade(made);
  await rememberLines(tx, plan, applying.batchId, sum.left);
  const taken = plan.lines.filter((line) => line.action === 'change' && !sum.left.has(lineName(line)));
  return { ...sum, changed: taken.length };
}

/** Earlier entries of the persons for whom the workbook brings dated acts. */
export const actEntries = (db: Queryable, plan: Plan): Promise<Map<string, Entry[]>> =>
  entriesOf(
    db,
    peopleWithActs(plan).map((id) => `person:${id}`),
  );

async function writeUnits(tx: Tx, plan: Plan, { by, batchId, provinceId, today }: Applying) {
  const drafts = plan.units.map((unit) => ({
    clientId: derivedId(batchId, `unit/${unit.key}`),
    key: unit.key,
    parent: unit.parent,
    unitKind: unit.kind,
    type: unit.type,
    name: unit.name,
    code: unit.code,
    placeCode: unit.placeCode,
    foundedOn: unit.foundedOn,
    external: false,
    sourceKey: null,
    decision: unit.decision,
    happenedOn: unit.foundedOn ?? today,
  }));
  const made = await prepareUnits(tx, provinceId, drafts);
  const inBatch = (entry: NewEntry): NewEntry => ({ ...entry, batch: batchId });
  await append(tx, by, made.entries.map(inBatch));
  const unitId = (ref: UnitRef): number => ('id' in ref ? ref.id : (made.ids.get(ref.key) as number));
  const ended = plan.units.filter((unit) => unit.endedOn !== null);
  await append(tx, by, [
    ...ended.map((unit) => inBatch(endEntry(unit, unitId, batchId))),
    ...plan.unitActs.map((act, index): NewEntry => {
      const id = unitId(act.unit);
      const clientId = derivedId(batchId, `unit-act/${index}`);
      return {
        clientId,
        stream: `unit:${id}`,
        kind: act.kind,
        happenedOn: act.happenedOn,
        unitId: id,
        batch: batchId,
        data: act.data,
      };
    }),
  ]);
  return unitId;
}

function endEntry(unit: PlannedUnit, unitId: (ref: UnitRef) => number, batchId: string): NewEntry {
  const id = unitId({ key: unit.key });
  return {
    clientId: derivedId(batchId, `unit-end/${unit.key}`),
    stream: `unit:${id}`,
    kind: 'unit.ended',
    happenedOn: unit.endedOn,
    unitId: id,
    data: { decision: unit.decision, as: 'dissolved', intoId: null },
  };
}

/** Of each person only what is still needed is kept: the dossier, which comes after all persons, and the count. */
async function writePeople(
  tx: Tx,
  plan: Plan,
  making: Making,
  { by, step }: Applying,
): Promise<MadePerson[]> {
  const all: MadePerson[] = [];
  for (let at = 0; at < plan.people.length; at += chunk) {
    await step('people', at, plan.people.length);
    const made: MadePerson[] = plan.people.slice(at, at + chunk).map((person) => makePerson(person, making));
    await recordPersons(tx, by, {
      values: made.flatMap((person) => person.values ?? []),
      entries: made.flatMap((person) => person.entries),
    });
    all.push(...made.map((person) => ({ ...person, entries: [], values: null })));
  }
  return all;
}

async function writeOffices(
  tx: Tx,
  offices: readonly PlannedOffice[],
  making: Making,
  by: Recorder,
): Promise<void> {
  const drafts = offices.map((office, index) => ({
    clientId: derivedId(making.batchId, `office/${index}`),
    personId: office.personId,
    unitId: making.unitId(office.unit),
    kind: office.kind,
    title: office.title,
    fromOn: office.fromOn,
    toOn: office.toOn,
    namedUnits: office.namedUnits.map(making.unitId),
    decision: office.decision,
    sourceKey: null,
  }));
  if (drafts.length === 0) return;
  const entries = await prepareOffices(tx, drafts);
  await append(
    tx,
    by,
    entries.map((entry) => ({ ...entry, batch: making.batchId })),
  );
}

const targetEntries = (plan: Plan, making: Making): NewEntry[] =>
  plan.targets.map((target, index) => {
    const clientId = derivedId(making.batchId, `target/${index}`);
    return target.make(making.unitId(target.unit), { clientId, batch: making.batchId });
  });

/** Which line became which record, by keyed hashes, for the next file. */
async function rememberLines(tx: Tx, plan: Plan, batchId: string, left: ReadonlySet<string>): Promise<void> {
  const taken = plan.known.filter((line) => !left.has(line.name));
  const rows = taken.flatMap((line) =>
    [...new Set(line.keys)].map((key) => ({ row_key: key, stream: line.stream, content: line.content })),
  );
  for (let at = 0; at < rows.length; at += 5000)
    await sql`
      insert into batch_row (batch_id, row_key, stream, content)
      select ${batchId}::uuid, row_key, stream, content
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + 5000))}::jsonb)
           as r(row_key text, stream text, content jsonb)
      on conflict (batch_id, row_key) do update set stream = excluded.stream, content = excluded.content`.execute(
      tx,
    );
}

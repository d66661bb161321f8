// Rounds in the database: their stream and rows, and the line of each unit that owes a report.
import { sql } from 'kysely';
import { may, reach } from '../../org/access.ts';
import { reachSql } from '../../org/access.store.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import { entriesOf, type Stream } from '../../platform/ledger.ts';
import type { Message } from '../../platform/messages.ts';
import type { CaseSource, CaseWords, OwnLine, Reckoned } from '../../worklist/source.ts';
import type { WorkItem } from '../../worklist/view.ts';
import { messages } from '../messages.ts';
import { periodLabel } from '../period.ts';
import {
  actOnSchedule,
  describeSchedules,
  hrefOf as scheduleHref,
  keepSchedules,
  reckonSchedules,
  schedulesBelow,
} from '../schedule/schedule.store.ts';
import { askStep, scheduleClock } from '../schedule/schedule.ts';
import { droppedAmong } from './dropped.store.ts';
import { dueOf, keepRounds, owedOf } from './due.store.ts';
import { type Extension, foldRound, type Round, roundKinds, roundStreamOf, submitStep } from './round.ts';

declare module '../../platform/db.ts' {
  interface Tables {
    report_round: {
      id: string;
      province_id: string;
      entry: string;
      unit_id: number;
      form: string;
      form_title: Message;
      period: string;
      closes_on: string;
      due_on: string;
      words: string;
      document_id: string | null;
      asked_on: string;
      taken_back_on: string | null;
      ground: string | null;
      extensions: Extension[];
      version: number;
    };
    report_round_unit: { round_id: string; unit_id: number; due_on: string };
  }
}

export const roundStream: Stream = {
  prefix: 'report_round',
  kinds: roundKinds,
  tables: ['report_round', 'report_round_unit'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(roundStreamOf));
  const rounds = ids.flatMap((id) => foldRound(id, entries.get(roundStreamOf(id)) ?? []) ?? []);
  await sql`delete from report_round where id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from report_round_unit where round_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into report_round
    select r.id, unit.province_id, r.entry, r.unit_id, r.form, r.form_title, r.period, r.closes_on, r.due_on, r.words,
           r.document_id, r.asked_on, r.taken_back_on, r.ground, r.extensions, r.version
    from jsonb_populate_recordset(null::report_round, ${JSON.stringify(rounds.map(rowOf))}::jsonb) as r
    join unit on unit.id = r.unit_id`.execute(tx);
  await sql`
    insert into report_round_unit
    select * from jsonb_populate_recordset(null::report_round_unit, ${JSON.stringify(rounds.flatMap(unitsOf))}::jsonb)`.execute(
    tx,
  );
  await keepRounds(tx, ids);
}

const rowOf = (round: Round) => ({
  id: round.id,
  entry: round.entry,
  unit_id: round.unitId,
  form: round.form,
  form_title: round.formTitle,
  period: round.period,
  closes_on: round.closesOn,
  due_on: round.dueOn,
  words: round.words,
  document_id: round.documentId,
  asked_on: round.askedOn,
  taken_back_on: round.takenBackOn,
  ground: round.ground,
  extensions: round.extensions,
  version: round.version,
});

const unitsOf = ({ id, units }: Round) =>
  units.map(({ unitId, dueOn }) => ({ round_id: id, unit_id: unitId, due_on: dueOn }));

// ---- lines of the work list

/** A round is seen by whoever sees a unit that it asks. */
const seenUnit = (actor: Actor) => reachSql(reach(actor, 'report.read'), { path: sql<string>`unit.path` });

async function describe(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, CaseWords>> {
  const { rows } = await sql<{ id: string; form: string; title: Message; period: string; path: string }>`
    select round.id, round.form, round.form_title as title, round.period, asker.path
    from report_round round join unit asker on asker.id = round.unit_id
    where round.id = any(${[...ids]}::uuid[]) and exists (
      select from report_round_unit asked join unit on unit.id = asked.unit_id
      where asked.round_id = round.id and ${seenUnit(actor)})`.execute(db);
  const dropped = await droppedAmong(db, rows);
  return new Map(
    rows.map(({ id, title, period }) => {
      const second = [periodLabel(period).vi, dropped.has(id) && messages['report.dropped'].vi];
      return [
        id,
        { title: title.vi, second: second.filter(Boolean).join(' · '), href: hrefOf(id), open: null },
      ];
    }),
  );
}

const hrefOf = (id: string): string => `/reports/draft?round=${id}`;

async function idsBelow(db: Queryable, path: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct round.id from report_round round join report_round_unit asked on asked.round_id = round.id
    join unit on unit.id = asked.unit_id
    where round.taken_back_on is null and unit.path like ${`${path ?? '/'}%`} order by round.id`.execute(db);
  return rows.map(({ id }) => id);
}

async function reckon(db: Queryable, ids: readonly string[]): Promise<Reckoned[]> {
  const owed = Map.groupBy(await owedOf(db, ids), ({ roundId }) => roundId);
  const rounds = [...owed].flatMap(([caseId, units]) =>
    units.map((one) => ({ caseId, unitId: one.unitId, rows: [dueOf(one)], next: null })),
  );
  return [...rounds, ...(await reckonSchedules(db, ids))];
}

const submitHref = ({ caseId, unitId }: Pick<OwnLine, 'caseId' | 'unitId'>): string =>
  `${hrefOf(caseId)}&unit=${unitId}`;

function actOf(line: OwnLine, actor: Actor): WorkItem['act'] {
  if (line.clock === scheduleClock) return actOnSchedule(line, actor);
  return may(actor, 'report.write', line)
    ? { step: submitStep, label: messages['report.submit'], href: submitHref(line) }
    : null;
}

/** Both tables are asked: an id says nothing of which it is of. */
async function renew(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from report_schedule where id = any(${[...ids]}::uuid[])`.execute(tx);
  const schedules = rows.map(({ id }) => id);
  await keepSchedules(tx, schedules);
  await keepRounds(
    tx,
    ids.filter((id) => !schedules.includes(id)),
  );
}

/** Rounds and schedules as a source of the work list: no regulation has a say in their days. */
export const reportSource: CaseSource = {
  kind: 'report',
  waits: [scheduleClock],
  describe: async (db, actor, ids) =>
    new Map([...(await describe(db, actor, ids)), ...(await describeSchedules(db, actor, ids))]),
  form: (line, step) => (step === askStep ? scheduleHref(line.caseId) : submitHref(line)),
  act: actOf,
  ids: async (db, path) => [...(await idsBelow(db, path)), ...(await schedulesBelow(db, path))],
  reckon: async (db, versions, ids) => {
    const reckoned = await reckon(db, ids);
    return versions.map(() => reckoned);
  },
  renew,
};

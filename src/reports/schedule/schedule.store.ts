// Schedules in the database: their stream and rows, and the line of the committee that has a round to send.
import { sql } from 'kysely';
import { may, reach } from '../../org/access.ts';
import { reachSql } from '../../org/access.store.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import { entriesOf, type Stream } from '../../platform/ledger.ts';
import type { WorkItem } from '../../worklist/view.ts';
import type { DueRow } from '../../worklist/due.ts';
import { keepDues } from '../../worklist/due.store.ts';
import { regulations } from '../../worklist/in-force.ts';
import type { CaseWords, OwnLine, Reckoned } from '../../worklist/source.ts';
import { messages } from '../messages.ts';
import { periodLabel } from '../period.ts';
import {
  askStep,
  daysIn,
  foldSchedule,
  type Past,
  type Schedule,
  scheduleClock,
  scheduleKinds,
  scheduleStreamOf,
  sendableFrom,
  type SetData,
} from './schedule.ts';

declare module '../../platform/db.ts' {
  interface Tables {
    report_schedule: {
      id: string;
      province_id: string;
      entry: string;
      unit_id: number;
      forms: SetData['forms'];
      every: SetData['every'];
      period: string;
      closes_on: string;
      due_on: string;
      units: number[];
      words: string;
      document_id: string | null;
      set_on: string;
      next_period: string | null;
      withdrawn_on: string | null;
      ground: string | null;
      past: Past[];
      version: number;
    };
  }
}

export const scheduleStream: Stream = {
  prefix: 'report_schedule',
  kinds: scheduleKinds,
  tables: ['report_schedule'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(scheduleStreamOf));
  const schedules = ids.flatMap((id) => foldSchedule(id, entries.get(scheduleStreamOf(id)) ?? []) ?? []);
  await sql`delete from report_schedule where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into report_schedule
    select r.id, unit.province_id, r.entry, r.unit_id, r.forms, r.every, r.period, r.closes_on, r.due_on, r.units,
           r.words, r.document_id, r.set_on, r.next_period, r.withdrawn_on, r.ground, r.past, r.version
    from jsonb_populate_recordset(null::report_schedule, ${JSON.stringify(schedules.map(rowOf))}::jsonb) as r
    join unit on unit.id = r.unit_id`.execute(tx);
  await keepSchedules(tx, ids);
}

const rowOf = (one: Schedule) => ({
  id: one.id,
  entry: one.entry,
  unit_id: one.unitId,
  forms: one.forms,
  every: one.every,
  period: one.period,
  closes_on: one.closesOn,
  due_on: one.dueOn,
  units: one.to,
  words: one.words,
  document_id: one.documentId,
  set_on: one.setOn,
  next_period: one.next,
  withdrawn_on: one.withdrawnOn,
  ground: one.ground,
  past: one.past,
  version: one.version,
});

// ---- lines of the work list

interface Coming {
  id: string;
  unitId: number;
  kind: string;
  period: string;
  closesOn: string;
  dueOn: string;
  next: string;
}

/** Schedules in force whose committee is still there. */
async function comingOf(db: Queryable, ids: readonly string[]): Promise<Coming[]> {
  const { rows } = await sql<Coming>`
    select schedule.id, schedule.unit_id as "unitId", unit.kind, schedule.period, schedule.closes_on as "closesOn",
           schedule.due_on as "dueOn", schedule.next_period as "next"
    from report_schedule schedule join unit on unit.id = schedule.unit_id
    where schedule.id = any(${[...ids]}::uuid[]) and schedule.next_period is not null and unit.ended_on is null
    order by schedule.id`.execute(db);
  return rows;
}

/** Offices of the committee that may ask. */
const askersOf = (kind: string): string[] =>
  regulations()
    .organisation.office_kinds.filter(
      ({ may: acts, held_at }) => acts['report.ask'] !== undefined && held_at.includes(kind),
    )
    .map(({ id }) => id);

/** No work before it may be sent; to be sent by the day on which its figures close. */
const dueOf = ({ id, unitId, kind, next, ...first }: Coming): DueRow => ({
  caseKind: 'report',
  caseId: id,
  clock: scheduleClock,
  part: next,
  step: askStep,
  unitId,
  personId: null,
  startsOn: sendableFrom(next),
  dueOn: daysIn(next, first).closesOn,
  extendsTo: null,
  limit: null,
  unit: 'days',
  nature: 'duty',
  answers: askersOf(kind),
  citations: [],
  confidence: 'S',
  endsWith: [askStep],
});

export const keepSchedules = async (tx: Tx, ids: readonly string[]): Promise<void> =>
  keepDues(tx, 'report', ids, (await comingOf(tx, ids)).map(dueOf));

export const hrefOf = (id: string): string => `/reports/schedules/${id}`;

export async function describeSchedules(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, CaseWords>> {
  const seen = reachSql(reach(actor, 'report.read'), { path: sql<string>`unit.path` });
  const { rows } = await sql<{ id: string; forms: SetData['forms']; next: string }>`
    select schedule.id, schedule.forms, schedule.next_period as "next"
    from report_schedule schedule join unit on unit.id = schedule.unit_id
    where schedule.id = any(${[...ids]}::uuid[]) and schedule.next_period is not null and ${seen}`.execute(
    db,
  );
  return new Map(
    rows.map(({ id, forms, next }) => [
      id,
      {
        title: forms.map(({ title }) => title.vi).join('; '),
        second: periodLabel(next).vi,
        href: hrefOf(id),
        open: null,
      },
    ]),
  );
}

export const actOnSchedule = ({ caseId, path }: OwnLine, actor: Actor): WorkItem['act'] =>
  may(actor, 'report.ask', { path })
    ? { step: askStep, label: messages['report.send_next'], href: hrefOf(caseId) }
    : null;

export async function schedulesBelow(db: Queryable, path: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select schedule.id from report_schedule schedule join unit on unit.id = schedule.unit_id
    where schedule.next_period is not null and unit.path like ${`${path ?? '/'}%`} order by schedule.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export async function reckonSchedules(db: Queryable, ids: readonly string[]): Promise<Reckoned[]> {
  const coming = await comingOf(db, ids);
  return coming.map((one) => ({ caseId: one.id, unitId: one.unitId, rows: [dueOf(one)], next: null }));
}

// Reports that were sent: the archive of a unit and what is below it, and one of them as it was closed.
import { type RawBuilder, sql } from 'kysely';
import { homeOf, may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { readDayCursor, writeDayCursor } from '../difficulties/cursor.ts';
import type { Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import type { Body } from '../press/body.ts';
import { periodLabel } from './period.ts';
import { lateBy, type ReportState } from './report.ts';
import { mayReturn } from './submit.store.ts';
import type { ReportLine, ReportsAnswer, ReportsQuery, ReportView } from './view.ts';

interface Row {
  id: string;
  unitId: number;
  unitName: string;
  form: string;
  formTitle: Message;
  period: string;
  closesOn: string;
  roundId: string | null;
  dueOn: string | null;
  submittedOn: string;
  state: ReportState;
  times: number;
}

export async function listReports(db: Queryable, actor: Actor, query: ReportsQuery): Promise<ReportsAnswer> {
  const all = sql.join(await conditionsOf(db, actor, query), sql` and `);
  const tables = sql`report join unit on unit.id = report.unit_id`;
  const total = await sql<{ count: number }>`
    select count(*)::int as count from ${tables} where ${all}`.execute(db);
  const { rows } = await sql<Row>`
    select report.id, unit.id as "unitId", unit.name as "unitName", report.form, report.form_title as "formTitle",
           report.period, report.closes_on as "closesOn", report.round_id as "roundId", report.due_on as "dueOn",
           report.submitted_on as "submittedOn", report.state, report.times
    from ${tables} where ${all} ${after(query.cursor)}
    order by report.submitted_on desc, report.id desc limit ${query.limit + 1}`.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(lineOf),
    total: total.rows[0]?.count ?? 0,
    next: rows.length > query.limit && last ? writeDayCursor(last.submittedOn, last.id) : null,
    asOf: today(),
  };
}

async function conditionsOf(
  db: Queryable,
  actor: Actor,
  { unit, below, form, period }: ReportsQuery,
): Promise<RawBuilder<boolean>[]> {
  const id = unit ?? homeOf(actor, 'report.read');
  const found = [reachSql(reach(actor, 'report.read'), { path: sql<string>`unit.path` })];
  if (id !== null) {
    const { path } = await getUnit(db, actor, 'report.read', id);
    found.push(below ? sql<boolean>`unit.path like ${`${path}%`}` : sql<boolean>`unit.id = ${id}`);
  }
  if (form) found.push(sql<boolean>`report.form = ${form}`);
  if (period) found.push(sql<boolean>`report.period = ${period}`);
  return found;
}

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (!cursor) return sql``;
  const [on, id] = readDayCursor(cursor);
  return sql`and (report.submitted_on, report.id) < (${on}, ${id}::uuid)`;
}

const lineOf = ({ form, formTitle, ...row }: Row): ReportLine => ({
  ...row,
  form: { id: form, title: formTitle },
  periodLabel: periodLabel(row.period),
  lateDays: lateBy(row.dueOn, row.submittedOn),
});

// ---- one report

export interface Closed {
  number: number;
  entry: string;
  position: number;
  body: Body;
  roundId: string | null;
  dueOn: string | null;
  submittedOn: string;
  submittedAt: string;
  submittedBy: string;
  paperNumber: string | null;
  signedOn: string;
  signerTitle: string;
  signerName: string | null;
  capacity: string;
  returnedOn: string | null;
  returnedGround: string | null;
  returnedBy: string | null;
  returnedUnit: string | null;
}

/** Every submission, oldest first. */
async function submissionsOf(db: Queryable, id: string): Promise<Closed[]> {
  const { rows } = await sql<Closed>`
    select s.number, s.entry, s.position, s.body, s.round_id as "roundId", s.due_on as "dueOn",
           s.submitted_on as "submittedOn", s.submitted_at as "submittedAt",
           coalesce(sender.display_name, '') as "submittedBy", s.paper_number as "paperNumber",
           s.signed_on as "signedOn", s.signer_title as "signerTitle", s.signer_name as "signerName", s.capacity,
           s.returned_on as "returnedOn", s.returned_ground as "returnedGround",
           coalesce(returner.display_name, '') as "returnedBy", unit.name as "returnedUnit"
    from report_submission s left join account sender on sender.id = s.submitted_by
    left join account returner on returner.id = s.returned_by left join unit on unit.id = s.returned_unit_id
    where s.report_id = ${id}::uuid order by s.number`.execute(db);
  return rows;
}

/** The report within reach, and the submission that is asked for: the newest unless one is named. */
export async function getReport(db: Queryable, actor: Actor, id: string, number: number | undefined) {
  const row = await db
    .selectFrom('report')
    .select(['unit_id', 'state', 'times'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Missing('access.missing');
  const unit = await getUnit(db, actor, 'report.read', row.unit_id);
  const all = await submissionsOf(db, id);
  const one = number === undefined ? all.at(-1) : all.find((submission) => submission.number === number);
  if (!one) throw new Missing('report.no_number', { number: String(number) });
  return { unit, one, all, state: row.state };
}

export async function viewReport(
  db: Queryable,
  actor: Actor,
  id: string,
  number: number | undefined,
): Promise<ReportView> {
  const { unit, one, all, state } = await getReport(db, actor, id, number);
  return {
    id,
    number: one.number,
    body: one.body,
    roundId: one.roundId,
    dueOn: one.dueOn,
    lateDays: lateBy(one.dueOn, one.submittedOn),
    submittedOn: one.submittedOn,
    submittedAt: one.submittedAt,
    submittedBy: one.submittedBy,
    paper: { number: one.paperNumber, on: one.signedOn },
    signatory: { capacity: one.capacity, title: one.signerTitle, name: one.signerName },
    state: one.returnedOn === null ? 'submitted' : 'returned',
    returned: returnedOf(one),
    submissions: all.map((submission) => ({
      number: submission.number,
      on: submission.submittedOn,
      returnedOn: submission.returnedOn,
      reason: submission.returnedGround,
    })),
    difficulties: await difficultiesOf(db, id),
    can: one.number === all.length ? await canOf(db, actor, { unit, state }) : [],
  };
}

function returnedOf({
  returnedOn,
  returnedBy,
  returnedUnit,
  returnedGround,
}: Closed): ReportView['returned'] {
  if (returnedOn === null) return null;
  return {
    on: returnedOn,
    by: returnedBy ?? '',
    unitName: returnedUnit ?? '',
    reason: returnedGround ?? '',
  };
}

async function canOf(
  db: Queryable,
  actor: Actor,
  { unit, state }: { unit: UnitRow; state: ReportState },
): Promise<ReportView['can']> {
  if (state === 'submitted') return (await mayReturn(db, actor, unit)) ? ['return'] : [];
  return may(actor, 'report.write', { path: unit.path }) ? ['submit_again'] : [];
}

async function difficultiesOf(db: Queryable, id: string): Promise<ReportView['difficulties']> {
  const rows = await db
    .selectFrom('difficulty')
    .select(['id', 'words', 'state'])
    .where('report_id', '=', id)
    .orderBy('raised_on')
    .orderBy('id')
    .execute();
  return rows;
}

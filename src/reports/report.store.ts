// Reports in the database: their stream, the row of each, every submission as it was closed, and its numbers by figure.
import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Message } from '../platform/messages.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Body, Cell } from '../press/body.ts';
import type { KeptRecords } from './kept-records.ts';
import {
  foldReport,
  type Report,
  reportKinds,
  type ReportState,
  reportStreamOf,
  type Submission,
} from './report.ts';
import { keepRoundDues } from './round/due.store.ts';

declare module '../platform/db.ts' {
  interface Tables {
    report: {
      id: string;
      province_id: string;
      unit_id: number;
      form: string;
      form_title: Message;
      period: string;
      closes_on: string;
      state: ReportState;
      round_id: string | null;
      due_on: string | null;
      submitted_on: string;
      times: number;
      version: number;
    };
    report_submission: {
      report_id: string;
      number: number;
      entry: string;
      position: number;
      submitted_on: string;
      submitted_at: string;
      submitted_by: string;
      round_id: string | null;
      due_on: string | null;
      body: Body;
      unit_ids: number[];
      records: KeptRecords | null;
      paper_number: string | null;
      signed_on: string;
      office_id: number;
      signer_id: string;
      signer_title: string;
      signer_name: string | null;
      capacity: string;
      returned_on: string | null;
      returned_by: string | null;
      returned_unit_id: number | null;
      returned_ground: string | null;
    };
    report_figure: {
      report_id: string;
      number: number;
      unit_id: number;
      figure: string;
      from_on: string;
      to_on: string;
      condition: string;
      value: number;
    };
  }
}

export const reportStream: Stream = {
  prefix: 'report',
  kinds: reportKinds,
  tables: ['report', 'report_submission', 'report_figure'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(reportStreamOf));
  const reports = ids.flatMap((id) => foldReport(id, entries.get(reportStreamOf(id)) ?? []) ?? []);
  await sql`delete from report where id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from report_submission where report_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from report_figure where report_id = any(${ids}::uuid[])`.execute(tx);
  await fill(tx, 'report', reports.map(rowOf));
  await sql`
    update report set province_id = unit.province_id from unit
    where unit.id = report.unit_id and report.id = any(${ids}::uuid[])`.execute(tx);
  for (const report of reports) {
    const names = await signersOf(tx, report.submissions);
    await fill(
      tx,
      'report_submission',
      report.submissions.map((one) => submissionRow(report.id, one, names)),
    );
    await fill(
      tx,
      'report_figure',
      report.submissions.flatMap((one) => figureRows(report, one)),
    );
  }
  await keepRoundDues(tx, reports);
}

const fill = async (tx: Tx, table: string, rows: readonly object[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
};

function rowOf(report: Report) {
  const last = report.submissions.at(-1) as Submission;
  return {
    id: report.id,
    province_id: '',
    unit_id: report.unitId,
    form: report.form,
    form_title: last.data.body.form.title,
    period: report.period,
    closes_on: report.closesOn,
    state: report.state,
    round_id: last.data.round,
    due_on: last.data.dueOn,
    submitted_on: last.on,
    times: report.submissions.length,
    version: report.version,
  };
}

/** The name each signatory bore when it was signed; gone once the person was erased. */
async function signersOf(db: Queryable, submissions: readonly Submission[]): Promise<Map<string, string>> {
  const asked = submissions.map(({ entry, position, data }) => ({
    entry,
    position,
    person: data.signatory.personId,
  }));
  const { rows } = await sql<{ entry: string; name: string }>`
    select asked.entry, (
      select field.plain from vault_field field join ledger brought on brought.client_id = field.entry
      where field.person_id = asked.person and field.field = 'fullName' and brought.position <= asked.position
        and not exists (select from ledger back where back.stream = brought.stream and back.names = field.entry
                        and back.kind = ${sql.lit(withdrawal)} and back.position <= asked.position)
      order by field.id desc limit 1) as name
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(entry uuid, position bigint, person uuid)`.execute(
    db,
  );
  return new Map(rows.map(({ entry, name }) => [entry, name]));
}

const submissionRow = (
  id: string,
  { entry, position, number, on, at, by, data, returned }: Submission,
  names: ReadonlyMap<string, string>,
) => ({
  report_id: id,
  number,
  entry,
  position,
  submitted_on: on,
  submitted_at: at,
  submitted_by: by,
  round_id: data.round,
  due_on: data.dueOn,
  body: data.body,
  unit_ids: data.unitIds,
  records: data.records,
  paper_number: data.number,
  signed_on: data.signedOn,
  office_id: data.signatory.officeId,
  signer_id: data.signatory.personId,
  signer_title: data.signatory.title,
  signer_name: names.get(entry) ?? null,
  capacity: data.signatory.capacity,
  returned_on: returned?.on ?? null,
  returned_by: returned?.by ?? null,
  returned_unit_id: returned?.unitId ?? null,
  returned_ground: returned?.ground ?? null,
});

/** Counts of the unit itself, as somebody would ask for them: figure, days, condition. */
function figureRows({ id, unitId }: Report, { number, data }: Submission) {
  const tables = data.body.parts.flatMap((part) => (part.kind === 'table' ? part.rows : []));
  const told = tables
    .flatMap(({ cells }) => cells.flatMap(figuresOf))
    .filter(({ unit }) => Number(unit) === unitId);
  const rows = told.map(({ unit: _unit, ...one }) => ({ report_id: id, number, unit_id: unitId, ...one }));
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

interface FigureTold {
  figure: string;
  from_on: string;
  to_on: string;
  condition: string;
  value: number;
}
const keyOf = ({ figure, from_on, to_on, condition }: FigureTold): string =>
  [figure, from_on, to_on, condition].join(' ');

/** What a cell tells, as somebody would ask for it. */
export function figuresOf({ measure, value, opens }: Cell): (FigureTold & { unit: string | undefined })[] {
  if (measure !== 'count' || value === null || opens === null) return [];
  const { unit, on = '', from = on, to = on } = opens.query;
  const condition = conditionOf(opens.query);
  return [{ unit, figure: opens.figure, from_on: from, to_on: to, condition, value }];
}

/** One way to write what a number is limited to; '' = to nothing. */
export const conditionOf = ({ where, net, own }: Record<string, string>): string =>
  [where?.split(',').toSorted().join(','), net && 'net', own && 'own'].filter(Boolean).join(' ');

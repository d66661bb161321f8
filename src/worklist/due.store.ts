// The stored lines of cases: replaced whole by whoever folds a case, in bulk.
import { sql } from 'kysely';
import { among, type Queryable, together, type Tx } from '../platform/db.ts';
import { changesSql, type RowsOf, standingSql } from '../platform/write/rows.ts';
import { send } from '../platform/write/unanswered.ts';
import type { Citation } from '../rules/verdict.ts';
import { type CaseKind, type DueRow, lineIdOf } from './due.ts';

declare module '../platform/db.ts' {
  interface Tables {
    due: {
      line: string;
      case_kind: CaseKind;
      case_id: string;
      clock: string;
      part: string;
      step: string;
      province_id: string;
      unit_id: number;
      person_id: string | null;
      starts_on: string;
      due_on: string | null;
      extends_to: string | null;
      count: number | null;
      unit: DueRow['unit'];
      nature: DueRow['nature'];
      answers: string[];
      ends_with: string[];
      confidence: DueRow['confidence'];
      citations: Citation[];
      office_id: number | null;
    };
  }
}

/** The lines of cases of this kind, as rows that are folded. */
export const dueRows = (kind: CaseKind): RowsOf => ({
  table: 'due',
  key: ['case_kind', 'case_id', 'clock', 'part'],
  where: (ids) => sql`case_kind = ${sql.lit(kind)} and ${among('case_id', ids, 'text')}`,
  insert: (json) => sql`
    insert into due
    select r.line, r.case_kind, r.case_id, r.clock, r.part, r.step, home.province_id, r.unit_id, r.person_id, r.starts_on,
           r.due_on, r.extends_to, r.count, r.unit, r.nature, r.answers, r.ends_with, r.confidence, r.citations,
           r.office_id
    from jsonb_populate_recordset(null::due, ${json}::jsonb) as r
    join unit as home on home.id = r.unit_id`,
});

/** These are all lines of these cases. */
export async function keepDues(
  tx: Tx,
  kind: CaseKind,
  ids: readonly string[],
  rows: readonly DueRow[],
): Promise<void> {
  const of = dueRows(kind);
  const [standing] = await together(tx, standingSql([of], ids));
  await send(tx, ...changesSql(of, standing, rows.map(recordOf)));
}

export const recordOf = (row: DueRow) => ({
  line: lineIdOf(row),
  case_kind: row.caseKind,
  case_id: row.caseId,
  clock: row.clock,
  part: row.part,
  step: row.step,
  unit_id: row.unitId,
  person_id: row.personId,
  starts_on: row.startsOn,
  due_on: row.dueOn,
  extends_to: row.extendsTo,
  count: row.limit,
  unit: row.unit,
  nature: row.nature,
  answers: row.answers,
  ends_with: row.endsWith,
  confidence: row.confidence,
  citations: row.citations,
  office_id: row.officeId ?? null,
});

/** Cases of this kind that have a stored line. */
export async function casesKept(db: Queryable, kind: CaseKind): Promise<string[]> {
  const result = await sql<{ id: string }>`
    select distinct case_id as id from due where case_kind = ${kind}`.execute(db);
  return result.rows.map((row) => row.id);
}

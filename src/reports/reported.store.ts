// Numbers of closed reports by figure, unit and days: what was reported, beside what is known now.
import { sql } from 'kysely';
import { getUnit } from '../org/unit.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { ReportedQuery, ReportedView } from '../statistics/reported.ts';
import { periodLabel } from './period.ts';
import { conditionOf } from './report.store.ts';

export async function readReported(
  db: Queryable,
  actor: Actor,
  figure: string,
  { unit, from, to, where }: ReportedQuery,
): Promise<ReportedView> {
  const { id } = await getUnit(db, actor, 'report.read', unit);
  const asked = [
    sql<boolean>`told.figure = ${figure} and told.unit_id = ${id}`,
    // A movement may have been reported net of moves inside only; the number as statistics count it goes first.
    sql<boolean>`told.condition in (${conditionOf({ where })},
                                    ${conditionOf({ where, net: '1' })})`,
    ...(from === undefined ? [] : [sql<boolean>`told.from_on >= ${from}`]),
    ...(to === undefined ? [] : [sql<boolean>`told.to_on <= ${to}`]),
  ];
  const { rows } = await sql<Omit<ReportedView['items'][number], 'periodLabel'>>`
    select * from (
      select distinct on (report.id, told.from_on, told.to_on)
             report.id as "reportId", report.form_title as title, report.period, told.from_on as "from",
             told.to_on as "to", told.value::float8 as value, report.submitted_on as "submittedOn",
             report.state = 'returned' as returned
      from report_figure told join report on report.id = told.report_id and report.times = told.number
      where ${sql.join(asked, sql` and `)}
      order by report.id, told.from_on, told.to_on, told.condition) as once
    order by "to" desc, "from" desc, "submittedOn" desc limit 100`.execute(db);
  return { items: rows.map((row) => ({ ...row, periodLabel: periodLabel(row.period) })) };
}

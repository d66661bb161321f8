// Numbers of closed reports by figure, unit and days: what was reported, beside what is known now.
import { sql } from 'kysely';
import { getUnit } from '../org/unit.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { ReportedQuery, ReportedView } from '../statistics/reported.ts';
import { getReport } from './list.store.ts';
import { cellsOf, nowOf } from './now.store.ts';
import { periodLabel } from './period.ts';
import { conditionOf, figuresOf } from './report.store.ts';

type Item = ReportedView['items'][number];
type Told = Omit<Item, 'periodLabel' | 'now' | 'said'> & { condition: string };

export async function readReported(
  db: Queryable,
  actor: Actor,
  figure: string,
  { unit, from, to, where, limit }: ReportedQuery,
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
  const { rows } = await sql<Told>`
    select * from (
      select distinct on (report.id, told.from_on, told.to_on)
             report.id as "reportId", report.form_title as title, report.period, told.from_on as "from",
             told.to_on as "to", told.value::float8 as value, told.condition, report.submitted_on as "submittedOn",
             report.state = 'returned' as returned
      from report_figure told join report on report.id = told.report_id and report.times = told.number
      where ${sql.join(asked, sql` and `)}
      order by report.id, told.from_on, told.to_on, told.condition) as once
    order by "to" desc, "from" desc, "submittedOn" desc limit ${limit}`.execute(db);
  const items: Item[] = [];
  for (const { condition, ...row } of rows) {
    const now = await nowBeside(db, actor, { ...row, condition, figure, unit: id });
    items.push({ ...row, periodLabel: periodLabel(row.period), ...now });
  }
  return { items };
}

/** The cell that told it, asked again as the page of the report asks it. */
async function nowBeside(
  db: Queryable,
  actor: Actor,
  told: Pick<Told, 'reportId' | 'from' | 'to' | 'condition'> & { figure: string; unit: number },
): Promise<Pick<Item, 'now' | 'said'>> {
  const { one } = await getReport(db, actor, told.reportId, undefined);
  const at = cellsOf(one.body).find(({ cell }) =>
    figuresOf(cell).some(
      ({ unit, figure, from_on, to_on, condition }) =>
        Number(unit) === told.unit &&
        figure === told.figure &&
        from_on === told.from &&
        to_on === told.to &&
        condition === told.condition,
    ),
  );
  return at ? nowOf({ db, actor }, { id: told.reportId, one, at }) : { now: null, said: null };
}

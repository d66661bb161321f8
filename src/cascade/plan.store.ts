// Plans in the database: the stream of each, the current rows folded from it, and finding one.
import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import { approvedOn, foldPlan, type Plan } from './fold.ts';
import { planIdOf, planKinds, planStreamOf } from './plan.ts';

export const planStream: Stream = {
  prefix: 'plan',
  kinds: planKinds,
  tables: ['plan', 'plan_line'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(planStreamOf));
  const plans = [...entries].flatMap(([stream, list]) => foldPlan(idOf(stream), list) ?? []);
  await sql`delete from plan where id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from plan_line where plan_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into plan
    select r.id, p.province_id, r.unit_id, r.period, r.state, r.revision, r.prepared, r.copied_from, r.opened_at,
           r.approved_on, r.responsible_id, r.document_ids, r.said, r.version
    from jsonb_populate_recordset(null::plan, ${JSON.stringify(plans.map(rowOf))}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(planStreamOf)})
          order by stream, version) as p on p.stream = 'plan:' || r.id`.execute(tx);
  const lines = JSON.stringify(plans.flatMap(linesOf));
  await sql`
    insert into plan_line select * from jsonb_populate_recordset(null::plan_line, ${lines}::jsonb)`.execute(
    tx,
  );
}

const rowOf = (plan: Plan) => ({
  id: plan.id,
  unit_id: plan.unitId,
  period: plan.period,
  state: plan.state,
  revision: plan.revision,
  prepared: plan.prepared,
  copied_from: plan.copiedFrom,
  opened_at: plan.openedAt,
  approved_on: approvedOn(plan),
  responsible_id: plan.described?.responsibleId ?? null,
  document_ids: plan.described?.documents ?? [],
  said: {
    described: plan.described,
    discussions: plan.discussions,
    approvals: plan.approvals,
    reopened: plan.reopened,
    own: plan.own,
  },
  version: plan.version,
});

const linesOf = (plan: Plan) =>
  plan.lines.map((line) => ({
    plan_id: plan.id,
    unit_id: line.unitId,
    figure: line.figure,
    part: line.part,
    minimum: line.amount?.minimum ?? null,
    maximum: line.amount?.maximum ?? null,
    mark: line.amount?.mark ?? 'exact',
    share: line.share,
    recorded_by: line.by,
    recorded_at: line.at,
  }));

/** The plan of a unit for a period with all that it says, from its entries. */
export async function findPlan(db: Queryable, unitId: number, period: string): Promise<Plan | null> {
  const id = planIdOf(unitId, period);
  const entries = await entriesOf(db, [planStreamOf(id)]);
  return foldPlan(id, entries.get(planStreamOf(id)) ?? []);
}

/** Of these units, those that have a plan for the period, and how far it is. */
export async function plansOf(
  db: Queryable,
  period: string,
  unitIds: readonly number[],
): Promise<Map<number, { id: string; state: Plan['state']; lines: number }>> {
  const result = await sql<{ unitId: number; id: string; state: Plan['state']; lines: number }>`
    select plan.unit_id as "unitId", plan.id, plan.state,
           (select count(*) from plan_line where plan_id = plan.id)::int as lines
    from plan where period = ${period} and unit_id = any(${unitIds}::int[])`.execute(db);
  return new Map(result.rows.map(({ unitId, ...plan }) => [unitId, plan]));
}

// The candidacies of the last five years, by the cell that had them when they were introduced and how far they had come by
// a day. Of a large branch as of the whole tree, which is kept; of a small one read anew.
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { kept } from '../statistics/kept.store.ts';
import { type Came, type FunnelLine, funnelOf, milestoneOf } from './funnel.ts';

/** Years of introduction that are followed, that of the day among them. */
const cohorts = 5;

export async function readFunnel(
  db: Queryable,
  on: Day,
  { unitIds, narrow }: { unitIds: readonly number[]; narrow: readonly number[] | undefined },
): Promise<FunnelLine[]> {
  if (narrow) return funnelOf(await cameBy(db, on, narrow));
  const key = `overview funnel ${on}`;
  const all = await kept(db, { key, of: ['dossier', 'person'] }, () => cameBy(db, on, undefined));
  const own = new Set(unitIds);
  return funnelOf(all.filter(({ unitId }) => own.has(unitId)));
}

async function cameBy(db: Queryable, on: Day, unitIds: readonly number[] | undefined): Promise<Came[]> {
  const since = String(Number(on.slice(0, 4)) - cohorts + 1);
  const among = unitIds ? sql`and first.unit_id = any(${[...unitIds]}::int[])` : sql``;
  const result = await sql<Came>`
    select "unitId", cohort, reached, not ended and reached < ${milestoneOf.admitted} as open, count(*)::int as count
    from (
      select first.unit_id as "unitId", left(first.on_day, 4) as cohort,
             greatest(max(${milestone}), case when bool_or(class.dossier_id is not null) then ${milestoneOf.class_certified}::int
                                              else 0 end) as reached,
             bool_or(later.stage = 'closed') as ended
      from stat_passage as first
      join stat_passage as later on later.dossier_id = first.dossier_id and later.on_day <= ${on}
      left join stat_class as class on class.dossier_id = first.dossier_id and class.on_day <= ${on}
      where first.stage = 'nominated' and first.on_day >= ${since} and first.on_day <= ${on} ${among}
      group by first.dossier_id, first.unit_id, first.on_day
    ) as came
    group by 1, 2, 3, 4`.execute(db);
  return result.rows;
}

const milestone: RawBuilder<number> = sql<number>`coalesce(
  (${JSON.stringify(milestoneOf)}::jsonb ->> later.stage)::int, 0)`;

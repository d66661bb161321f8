// Passages as forecasts read them: by case, each in the order in which it came through its stages.
import { sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import type { Passage, PassageQuery } from './passage.ts';

/** Everything that had happened by the end of that day, as known now. */
export async function readPassages(
  db: Queryable,
  { until, since, unitIds }: PassageQuery,
): Promise<Passage[]> {
  const result = await sql<Passage>`
    select dossier_id as "caseId", unit_id as "unitId", stage, on_day as "on", closed_as as "closedAs"
    from stat_passage
    where on_day <= ${until}
      and (${since ?? null}::text is null or on_day >= ${since ?? null})
      and (${unitIds === undefined} or unit_id = any(${[...(unitIds ?? [])]}::int[]))
    order by dossier_id, nth`.execute(db);
  return result.rows;
}

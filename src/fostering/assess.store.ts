// The half-yearly assessment of a cell: everybody followed, what was said of them this half-year and the one before.
// Criteria in words; nothing is added up and nobody is compared.
import { sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { spanOfHalf } from './fostering.ts';
import { assessedStages } from './group.ts';
import { all, below, reached } from './listing.store.ts';
import type { AssessList, AssessRow } from './view.ts';

/** A cell has a few dozen; a commune is read cell by cell. */
const most = 300;

export async function listAssessments(
  db: Queryable,
  actor: Actor,
  { unit, year, half }: { unit?: number | undefined; year: number; half: string },
): Promise<AssessList> {
  const { from, before } = spanOfHalf(year, half);
  const list = [
    reached(actor, 'fostering.read'),
    sql<boolean>`dossier.closed_as is null`,
    sql<boolean>`dossier.stage = any(${assessedStages})`,
    sql<boolean>`dossier.paused_on is null`,
    ...below(unit),
  ];
  const read = sql<AssessRow>`
    select dossier.id, person.full_name as name, unit.name as "unitName", dossier.stage,
           helper.full_name as "helperName",
           (select jsonb_build_object('assessedOn', a.assessed_on, 'motive', a.motive, 'striving', a.striving,
                     'achievement', a.achievement, 'recognised', a.recognised)
            from assessment a where a.dossier_id = dossier.id and a.year = ${year} and a.half = ${half}
            order by a.assessed_on desc, a.entry desc limit 1) as assessment,
           (select jsonb_build_object('year', a.year, 'half', a.half, 'motive', a.motive, 'striving', a.striving,
                     'achievement', a.achievement, 'recognised', a.recognised)
            from assessment a where a.dossier_id = dossier.id and (a.year, a.half) < (${year}, ${half})
            order by a.year desc, a.half desc, a.assessed_on desc limit 1) as before,
           (select count(*) from charge_note n where n.dossier_id = dossier.id
              and n.month >= ${from.slice(0, 7)} and n.month < ${before.slice(0, 7)}) as notes,
           (select count(*) from candidate_task k where k.dossier_id = dossier.id
              and coalesce(k.done_on, k.given_on) >= ${from} and coalesce(k.done_on, k.given_on) < ${before}) as tasks
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    left join person helper on helper.id = dossier.helper_id
    where ${all(list)} order by unit.path, person.sort_key, dossier.id limit ${most}`;
  const count = sql<{ total: number; missing: number }>`
    select count(*) as total, count(*) filter (where not exists (select from assessment a
      where a.dossier_id = dossier.id and a.year = ${year} and a.half = ${half})) as missing
    from dossier join unit on unit.id = dossier.unit_id where ${all(list)}`;
  const [result, counted] = await Promise.all([read.execute(db), count.execute(db)]);
  const { total = 0, missing = 0 } = counted.rows[0] ?? {};
  return { items: result.rows, total, missing };
}

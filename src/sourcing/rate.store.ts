// What became of what others introduced in a year: by unit, and by the body that introduced. Returned ones need a reason;
// a unit that returns much is seen from above (S3-62). Counts only.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { fromOutside, stateSql } from './nomination.store.ts';
import { branchOf, startingUnit } from './survey-list.store.ts';
import type { RateAnswer } from './view.ts';

interface Told {
  rowId: number;
  unitName: string;
  state: string;
  reason: string | null;
  kinds: string[];
  outside: boolean;
  admitted: boolean;
  count: number;
}

export async function readRates(
  db: Queryable,
  actor: Actor,
  asked: { year: number; unit?: number | undefined },
): Promise<RateAnswer> {
  const unit = await startingUnit(db, actor, 'dossier.read', asked.unit);
  const path = sql<string>`unit.path`;
  const result = await sql<Told>`
    with told as (
      select coalesce(${branchOf(unit, path)}, unit.id) as row_id, ${stateSql} as state,
             dossier.state -> 'facts' ->> 'answer_nomination.reason' as reason, ${fromOutside} as outside,
             person.admitted_on is not null and person.admitted_on >= dossier.opened_on as admitted,
             array(select distinct i.proposer_kind from introduction i
                   where i.dossier_id = dossier.id and i.proposer_kind is not null order by 1) as kinds
      from dossier join unit on unit.id = dossier.unit_id
      -- Who was erased still counts.
      left join person on person.id = dossier.person_id
      where ${path} like ${`${unit.path}%`} and ${reachSql(reach(actor, 'person.read'), { path })}
        and left(dossier.opened_on, 4) = ${String(asked.year)} and not dossier.taken_over
    )
    select row_id as "rowId", unit.name as "unitName", state, reason, kinds, outside, admitted, count(*)::int as count
    from told join unit on unit.id = told.row_id
    group by row_id, unit.name, unit.name_key, state, reason, kinds, outside, admitted
    order by unit.name_key, row_id`.execute(db);
  return { ...summed(result.rows), year: asked.year, asOf: today() };
}

interface Sum {
  introduced: number;
  waiting: number;
  accepted: number;
  returned: number;
  share: number | null;
}
const nothing = (): Sum => ({ introduced: 0, waiting: 0, accepted: 0, returned: 0, share: null });

function add(sum: Sum, { state, count }: Told): void {
  sum.introduced += count;
  if (state === 'waiting') sum.waiting += count;
  else if (state === 'returned') sum.returned += count;
  else sum.accepted += count;
  const answered = sum.accepted + sum.returned;
  sum.share = answered > 0 ? sum.returned / answered : null;
}

/** Units by what others brought them; bodies by all they introduced. */
function summed(rows: readonly Told[]): Pick<RateAnswer, 'items' | 'bodies' | 'beyondYouth'> {
  const units = new Map<number, RateAnswer['items'][number]>();
  const bodies = new Map<string, RateAnswer['bodies'][number]>();
  const beyondYouth = { part: 0, whole: 0 };
  for (const row of rows) {
    if (row.outside) addUnit(units, row);
    for (const kind of row.kinds) {
      const body = bodies.get(kind) ?? { kind, ...nothing(), admitted: 0 };
      add(body, row);
      if (row.admitted) body.admitted += row.count;
      bodies.set(kind, body);
    }
    if (row.kinds.length > 0) beyondYouth.whole += row.count;
    if (row.kinds.some((kind) => kind !== 'youth_union')) beyondYouth.part += row.count;
  }
  const most = [...bodies.values()].toSorted((a, b) => b.introduced - a.introduced);
  return { items: [...units.values()], bodies: most, beyondYouth };
}

function addUnit(units: Map<number, RateAnswer['items'][number]>, row: Told): void {
  const { rowId: unitId, unitName } = row;
  const unit = units.get(unitId) ?? { unitId, unitName, ...nothing(), reasons: {} };
  add(unit, row);
  if (row.state === 'returned' && row.reason)
    unit.reasons[row.reason] = (unit.reasons[row.reason] ?? 0) + row.count;
  units.set(unitId, unit);
}

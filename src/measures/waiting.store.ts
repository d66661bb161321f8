// What waits for a unit beside its lines with a due day: urgings that were not answered, and targets behind pace where a
// committee above wants to be reminded of them.
import { sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { WaitingSource } from '../worklist/waiting.ts';
import { messages } from './messages.ts';
import { countAuto } from './pace.store.ts';

/** Written to the unit of this office; whoever stands above sees them on the page itself. */
async function countUnanswered(db: Queryable, { unitId }: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from urging_unit urged join urging on urging.id = urged.urging_id
    where urged.unit_id = ${unitId ?? 0} and urged.answer_entry is null and urging.withdrawn_on is null`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export const urgingsWaiting: WaitingSource[] = [
  {
    id: 'urgings',
    label: messages['measure.waiting'],
    href: '/urgings',
    needs: 'plan.read',
    count: countUnanswered,
  },
  {
    id: 'pace',
    label: messages['measure.waiting_auto'],
    href: '/urgings#auto',
    needs: 'plan.read',
    count: countAuto,
  },
];

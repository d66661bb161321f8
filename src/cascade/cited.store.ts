// Plans that rest on a document, or were approved by it, as the register of documents lists them.
import { sql } from 'kysely';
import type { CitingLine, CitingSource } from '../documents/cited.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { periodInFigures } from '../plans/period.ts';
import { messages } from './messages.ts';

const citing = (id: string) => sql<boolean>`(${id}::uuid = any(plan.document_ids) or exists (
  select from jsonb_array_elements(plan.said -> 'approvals') as approval where approval ->> 'documentId' = ${id}))`;

export const planCiting: CitingSource = {
  id: 'plans',
  label: messages['plans.cited'],
  needs: 'plan.read',
  list: async (db, actor, id, most) => {
    const seen = reachSql(reach(actor, 'plan.read'), { path: sql<string>`unit.path` });
    const { rows } = await sql<CitingLine>`
      select plan.id, unit.name as label, plan.period as second,
             '/plans/' || unit.id || '/cascade?period=' || plan.period as href, plan.approved_on as "on"
      from plan join unit on unit.id = plan.unit_id where ${citing(id)} and ${seen}
      order by plan.approved_on desc nulls first, plan.id limit ${most}`.execute(db);
    return rows.map((row) => ({ ...row, second: periodInFigures(row.second ?? '') }));
  },
  count: async (db, id) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from plan where ${citing(id)}`.execute(db);
    return rows[0]?.count ?? 0;
  },
};

// Rounds that cite a document, as the register of documents lists them.
import { sql } from 'kysely';
import type { CitingLine, CitingSource } from '../documents/cited.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { messages } from './messages.ts';

export const roundCiting: CitingSource = {
  id: 'rounds',
  label: messages['report.cited'],
  needs: 'report.read',
  list: async (db, actor, id, most) => {
    const seen = reachSql(reach(actor, 'report.read'), { path: sql<string>`unit.path` });
    const { rows } = await sql<CitingLine>`
      select round.id, round.form_title->>'vi' as label, asker.name as second,
             '/reports/rounds/' || round.id as href, round.asked_on as "on"
      from report_round round join unit asker on asker.id = round.unit_id
      where round.document_id = ${id}::uuid and exists (
        select from report_round_unit asked join unit on unit.id = asked.unit_id
        where asked.round_id = round.id and ${seen})
      order by round.asked_on desc, round.id limit ${most}`.execute(db);
    return rows;
  },
  count: async (db, id) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from report_round where document_id = ${id}::uuid`.execute(db);
    return rows[0]?.count ?? 0;
  },
};

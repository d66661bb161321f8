// Measures and urgings that cite a document, as the register of documents lists them.
import { sql } from 'kysely';
import type { CitingLine, CitingSource } from '../documents/cited.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import type { Queryable } from '../platform/db.ts';
import { periodInFigures } from '../plans/period.ts';
import { measureSeen } from './measure.store.ts';
import { messages } from './messages.ts';

const counted = async (db: Queryable, table: 'measure' | 'urging', id: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where document_id = ${id}::uuid`.execute(db);
  return rows[0]?.count ?? 0;
};

const measures: CitingSource = {
  id: 'measures',
  label: messages['measure.cited'],
  needs: 'plan.read',
  list: async (db, actor, id, most) => {
    const { rows } = await sql<CitingLine>`
      select measure.id, measure.what as label, unit.name as second, '/measures/' || measure.id as href,
             measure.planned_on as "on"
      from measure join unit on unit.id = measure.unit_id
      where measure.document_id = ${id}::uuid and ${measureSeen(actor)}
      order by measure.planned_on desc, measure.id limit ${most}`.execute(db);
    return rows;
  },
  count: (db, id) => counted(db, 'measure', id),
};

const urgings: CitingSource = {
  id: 'urgings',
  label: messages['urging.cited'],
  needs: 'plan.read',
  list: async (db, actor, id, most) => {
    const seen = reachSql(reach(actor, 'plan.read'), { path: sql<string>`unit.path` });
    const { rows } = await sql<CitingLine>`
      select urging.id, sender.name as label, urging.period as second, '/urgings?unit=' || sender.id as href,
             urging.sent_on as "on"
      from urging join unit sender on sender.id = urging.unit_id
      where urging.document_id = ${id}::uuid and exists (
        select from urging_unit urged join unit on unit.id = urged.unit_id
        where urged.urging_id = urging.id and ${seen})
      order by urging.sent_on desc, urging.id limit ${most}`.execute(db);
    return rows.map((row) => ({ ...row, second: periodInFigures(row.second ?? '') }));
  },
  count: (db, id) => counted(db, 'urging', id),
};

export const measureCiting: CitingSource[] = [measures, urgings];

// Targets that were assigned, and results that were told, by a document: as the register of documents lists them. Only
// what stands counts – an entry taken back or corrected away has no row any more.
import { type RawBuilder, sql } from 'kysely';
import type { CitingLine, CitingSource } from '../documents/cited.ts';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import type { Actor } from '../platform/http.ts';
import { periodInFigures } from './period.ts';

interface Said {
  id: string;
  unitId: number;
  name: string;
  period: string;
  on: string | null;
}

const standing = (documentId: string): RawBuilder<unknown> => sql`
  (select said.client_id as id, said.unit_id, said.data ->> 'period' as period, said.happened_on as "on", said.position
   from ledger said
   where said.data ->> 'documentId' = ${documentId} and said.kind in ('target.assigned', 'target.told')
     and (exists (select from target where target.unit_id = said.unit_id and target.entry = said.client_id)
          or exists (select from target_told told where told.unit_id = said.unit_id and told.entry = said.client_id))
  ) as said`;

const seen = (actor: Actor) => reachSql(reach(actor, 'plan.read'), { path: sql<string>`unit.path` });

export const targetCiting: CitingSource = {
  id: 'targets',
  label: { vi: 'Chỉ tiêu, kết quả', en: 'Targets and results' },
  needs: 'plan.read',
  list: async (db, actor, id, most) => {
    const { rows } = await sql<Said>`
      select said.id, unit.id as "unitId", unit.name, said.period, said."on"
      from ${standing(id)} join unit on unit.id = said.unit_id
      where ${seen(actor)} order by said.position desc limit ${most}`.execute(db);
    return rows.map(lineOf);
  },
  count: async (db, id) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${standing(id)}`.execute(
      db,
    );
    return rows[0]?.count ?? 0;
  },
};

const lineOf = ({ id, unitId, name, period, on }: Said): CitingLine => ({
  id,
  label: name,
  second: periodInFigures(period),
  href: `/plans/${unitId}?period=${encodeURIComponent(period)}`,
  on,
});

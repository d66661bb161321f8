// What waits at a class for an answer of this office: people proposed who are to be sent.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { WaitingSource } from '../worklist/waiting.ts';

export const classWaiting: WaitingSource = {
  id: 'classes.proposed',
  label: { vi: 'Người được đề nghị học lớp, chờ cử đi', en: 'People proposed for a class, to be sent' },
  href: '/classes',
  needs: 'training.send',
  count: async (db, actor) => {
    const seen = reachSql(reach(actor, 'training.send'), { path: sql<string>`unit.path` });
    const result = await sql<{ count: number }>`
      select count(*)::int as count
      from class_person cp join class on class.id = cp.class_id join dossier on dossier.id = cp.dossier_id
      join unit on unit.id = dossier.unit_id
      where cp.state = 'proposed' and class.called_off_on is null and class.last_on >= ${today()} and ${seen}`.execute(
      db,
    );
    return result.rows[0]?.count ?? 0;
  },
};

// The stages that each case came through, as rows: made with the fold of its dossier and never written alone.
import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { law } from '../road/law.ts';
import { passagesOf } from '../road/passages.ts';
import type { Stood } from './dossier.store.ts';

export async function keepPassages(tx: Tx, ids: readonly string[], stood: readonly Stood[]): Promise<void> {
  const rows = stood.flatMap(({ dossier, standing }) =>
    passagesOf(dossier, standing, law()).map(({ stage, on, unitId, entered, closedAs }, nth) => ({
      dossier_id: dossier.id,
      nth,
      stage,
      on_day: on,
      unit_id: unitId,
      person_id: dossier.personId,
      entered,
      closed_as: closedAs,
    })),
  );
  await sql`delete from passage where dossier_id = any(${[...ids]}::uuid[])`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into passage
    select * from jsonb_populate_recordset(null::passage, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

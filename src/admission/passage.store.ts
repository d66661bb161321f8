// The stages that each case came through, as rows: made with the fold of its dossier and never written alone.
import { type RawBuilder, sql } from 'kysely';
import { law } from '../road/law.ts';
import { passagesOf } from '../road/passages.ts';
import type { Stood } from './dossier.store.ts';

/** The statements that put these rows in the place of the old ones. */
export function passagesSql(ids: readonly string[], stood: readonly Stood[]): RawBuilder<unknown>[] {
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
  const none = sql`delete from passage where dossier_id = any(${[...ids]}::uuid[])`;
  const insert = sql`
    insert into passage
    select * from jsonb_populate_recordset(null::passage, ${JSON.stringify(rows)}::jsonb)`;
  return rows.length === 0 ? [none] : [none, insert];
}

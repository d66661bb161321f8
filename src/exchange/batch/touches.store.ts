// What came after a workbook and rests on it: the records that stand in the way of undoing it, with their names.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';

export interface LaterTouch {
  stream: string;
  kind: string;
  recordedAt: string;
  /** of the person or unit; null for an office or account */
  name: string | null;
  /** the person concerned, where it is one */
  personId: string | null;
  unitId: number | null;
}

/** Entries that rest on records of this workbook and came later by another way. */
export async function laterTouches(db: Db | Tx, id: string): Promise<LaterTouch[]> {
  const result = await sql<LaterTouch>`
    with mine as (
      select stream, min(position) as first, max(position) as last
      from ledger where batch = ${id}::uuid group by stream
    ), founded as (
      select unit.id from mine join unit on mine.stream = 'unit:' || unit.id
      where not exists (select from ledger where ledger.stream = mine.stream and ledger.position < mine.first)
    ), later as (
      select ledger.stream, ledger.kind, ledger.recorded_at
      from mine join ledger on ledger.stream = mine.stream
      where ledger.batch is distinct from ${id}::uuid and ledger.position > mine.last
      union all
      select ledger.stream, ledger.kind, ledger.recorded_at
      from mine join ledger on mine.stream = 'person:' || ledger.person_id
      where ledger.batch is distinct from ${id}::uuid and ledger.position > mine.last
        and split_part(ledger.stream, ':', 1) in ('office', 'dossier', 'account')
      union all
      select 'unit:' || used.id, 'unit.in_use', now()
      from (select unit_id as id, 'person:' || id as stream from person
            union all select unit_id, 'office:' || id from office
            union all select parent_id, 'unit:' || id from unit) used
      join founded on founded.id = used.id
      where not exists (select from mine where mine.stream = used.stream)
      limit 200)
    select later.stream, later.kind, later.recorded_at as "recordedAt", coalesce(person.full_name, unit.name) as name,
           person.id as "personId", unit.id as "unitId"
    from later
    left join dossier on later.stream = 'dossier:' || dossier.id
    left join office on later.stream = 'office:' || office.id
    left join account on later.stream = 'account:' || account.id
    left join person on later.stream = 'person:' || person.id
      or person.id = coalesce(dossier.person_id, office.person_id, account.person_id)
    left join unit on later.stream = 'unit:' || unit.id
    order by later.recorded_at`.execute(db);
  return result.rows;
}

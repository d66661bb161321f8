// What came after a workbook and rests on it: the records that stand in the way of undoing it, with their names.
import { sql } from 'kysely';
import { reach } from '../../org/access.ts';
import { reachSql } from '../../org/access.store.ts';
import type { Tx } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import { undoneBatches } from '../../platform/ledger.ts';

export interface LaterTouch {
  stream: string;
  kind: string;
  recordedAt: string;
  /** of the person or unit concerned; null where that is out of the reader's reach */
  name: string | null;
  /** the person concerned, where it is one */
  personId: string | null;
  unitId: number | null;
}

/** Entries that rest on records of this workbook and came later by another way; of an import undone since none counts. */
export async function laterTouches(tx: Tx, actor: Actor, id: string): Promise<LaterTouch[]> {
  const seen = reachSql(reach(actor, 'person.read'), { path: sql<string>`coalesce(home.path, unit.path)` });
  // What a workbook has just brought is not counted by the database yet: it would go through all of it for each of its rows.
  await sql`set local enable_nestloop = off`.execute(tx);
  const result = await sql<LaterTouch>`
    with mine as (
      select stream, min(position) as first, max(position) as last
      from ledger where batch = ${id}::uuid group by stream
    ), fresh as (
      select split_part(stream, ':', 1) as prefix, split_part(stream, ':', 2) as id, stream, last from mine
      where not exists (select from ledger where ledger.stream = mine.stream and ledger.position < mine.first)
    ), other as (
      select * from ledger where batch is distinct from ${id}::uuid and position > (select min(first) from mine)
        and (batch is null or batch not in ${undoneBatches})
    ), used (id, stream) as (${usedUnits}), later as (
      select other.stream, other.kind, other.recorded_at
      from mine join other on other.stream = mine.stream where other.position > mine.last
      union all
      select other.stream, other.kind, other.recorded_at
      from mine join other on mine.stream = 'person:' || other.person_id
      where other.position > mine.last and split_part(other.stream, ':', 1) in ('office', 'dossier')
      union
      select other.stream, other.kind, other.recorded_at
      from other cross join lateral regexp_matches(other.data::text, '[0-9a-f]{8}-[0-9a-f-]{27}', 'g') as named
      join fresh on fresh.stream = 'person:' || named[1] where other.stream like 'dossier:%'
      union all
      select 'account:' || account.id, 'account.opened', account.created_at
      from fresh join account on fresh.stream = 'person:' || account.person_id
      union all
      select fresh.stream, 'unit.in_use', now()
      from fresh join used on fresh.stream = 'unit:' || used.id
      where not exists (select from mine where mine.stream = used.stream)
      limit 200)
    select later.stream, later.kind, later.recorded_at as "recordedAt",
           case when ${seen} then coalesce(person.full_name, unit.name) end as name,
           case when ${seen} then person.id end as "personId", case when ${seen} then unit.id end as "unitId"
    from later
    left join dossier on later.stream = 'dossier:' || dossier.id
    left join office on later.stream = 'office:' || office.id
    left join account on later.stream = 'account:' || account.id
    left join person on later.stream = 'person:' || person.id
      or person.id = coalesce(dossier.person_id, office.person_id, account.person_id)
    left join unit home on home.id = person.unit_id
    left join unit on later.stream = 'unit:' || unit.id
    order by later.recorded_at`.execute(tx);
  await sql`set local enable_nestloop to default`.execute(tx);
  return result.rows;
}

/** Units that records of any kind stand in or point to, with the stream of the record. */
const usedUnits = sql`
  select unit_id, 'person:' || id from person
  union all select activity_unit_id, 'person:' || id from person where activity_unit_id is not null
  union all select unit_id, 'person:' || person_id from membership
  union all select unit_id, 'office:' || id from office
  union all select unnest(named_units), 'office:' || id from office
  union all select parent_id, 'unit:' || id from unit
  union all select unit_id, 'dossier:' || id from dossier
  union all select proposer_unit_id, 'dossier:' || id from dossier
  union all select class_unit_id, 'dossier:' || id from dossier
  union all select unit_id, 'meeting:' || id from meeting
  union all select unit_id, 'target:' || unit_id from target
  union all select unit_id, 'target:' || unit_id from target_told`;

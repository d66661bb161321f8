// Who was told what is kept about them and agreed, by whom and when – and who was not yet.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { stagesOfGroup } from './group.ts';
import { all, below, pageOf, reached, readCursor } from './listing.store.ts';
import type { ConsentList, ConsentRow } from './view.ts';

interface Asked {
  unit?: number | undefined;
  missing: boolean;
  cursor?: string | undefined;
  limit: number;
}

const tables = sql`
  dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
  left join person teller on teller.id = (dossier.state -> 'facts' ->> 'consent.informedBy')::uuid`;
const missingSql = sql<boolean>`dossier.informed_on is null`;

export async function listConsents(db: Queryable, actor: Actor, query: Asked): Promise<ConsentList> {
  const within = [
    reached(actor, 'fostering.read'),
    sql<boolean>`dossier.closed_as is null`,
    sql<boolean>`dossier.stage = any(${[...stagesOfGroup('nominated'), ...stagesOfGroup('list')]})`,
    ...below(query.unit),
  ];
  const list = query.missing ? [...within, missingSql] : within;
  const after = query.cursor
    ? [
        sql<boolean>`(person.sort_key, dossier.id) > (${readCursor(query.cursor)[0]}, ${readCursor(query.cursor)[1]}::uuid)`,
      ]
    : [];
  const result = await sql<ConsentRow & { key: string }>`
    select dossier.id, person.full_name as name, person.sort_key as key, unit.name as "unitName", dossier.stage,
           dossier.state -> 'facts' ->> 'consent.informedOn' as "informedOn", teller.full_name as "informedBy",
           (dossier.state -> 'facts' ->> 'consent.agreed')::boolean as agreed
    from ${tables} where ${all([...list, ...after])}
    order by person.sort_key, dossier.id limit ${query.limit + 1}`.execute(db);
  const { shown, next } = pageOf(result.rows, query.limit, (row) => [row.key, row.id]);
  const counted = await sql<{ total: number; missing: number }>`
    select count(*) as total, count(*) filter (where ${missingSql}) as missing
    from ${tables} where ${all(within)}`.execute(db);
  const { total = 0, missing = 0 } = counted.rows[0] ?? {};
  const items = shown.map(({ key: _key, ...row }) => row);
  return { items, total: query.missing ? missing : total, missing, next, asOf: today() };
}

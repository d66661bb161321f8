// Candidates whose workplace is an organisation outside their own base organisation: to whom a hand-over could go.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { stillBrought } from '../platform/vault.ts';
import { readDestinations } from './place.store.ts';
import type { Destination, Suggestion } from './view.ts';
import { finderAmong, type Organisation, organisationsAt } from './workplace.ts';

/** Cells of enterprises, schools and offices; and base organisations, which choose the cell themselves. */
const workTypes = ['DN', 'DNNN', 'HTX', 'TRUONG', 'YTE', 'CQ', 'CA', 'QS'];

async function readOrganisations(db: Queryable): Promise<Organisation[]> {
  const result = await sql<Organisation>`
    select id, name, path from unit where ended_on is null and not external
      and (type = any(${workTypes}) or kind in ('base_organisation', 'base_cell'))`.execute(db);
  return result.rows;
}

/** The base organisation above a cell: what lies below it is not outside. */
const basePath = sql<string>`coalesce((select base.path from unit base
  where base.id = any(string_to_array(trim(both '/' from unit.path), '/')::int[]) and base.kind in ('base_organisation', 'base_cell') order by base.depth limit 1), unit.path)`;
const newestWorkplace = sql`lateral (select plain from vault_field v where v.person_id = dossier.person_id
  and v.field = 'workplace' and ${stillBrought('v.batch')} order by v.id desc limit 1)`;

interface Worker extends Omit<Suggestion, 'to'> {
  basePath: string;
}

export async function listSuggestions(
  db: Queryable,
  actor: Actor,
  unit: number | undefined,
): Promise<Suggestion[]> {
  const below =
    unit === undefined
      ? sql<boolean>`true`
      : sql<boolean>`unit.path like (select path from unit chosen where chosen.id = ${unit}) || '%'`;
  const result = await sql<Worker>`
    select dossier.id as "dossierId", person.full_name as "fullName", unit.id as "unitId", unit.name as "unitName",
           work.plain as workplace, ${basePath} as "basePath"
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    join ${newestWorkplace} work on work.plain is not null
    where dossier.closed_as is null and ${reachSql(reach(actor, 'handover.act'), { path: sql<string>`unit.path` })}
      and ${below} and not exists (select from handover where dossier_id = dossier.id and handover.state = 'open')
    order by person.sort_key limit 5000`.execute(db);
  const find = finderAmong(await readOrganisations(db));
  const found = result.rows.flatMap((worker) => {
    const [first] = find(worker.workplace, worker.basePath);
    return first ? [{ worker, goal: first.id }] : [];
  });
  const goals = await destinationsOf(
    db,
    found.map(({ goal }) => goal),
  );
  return found.slice(0, 200).flatMap(({ worker: { basePath: _base, ...worker }, goal }) => {
    const to = goals.get(goal);
    return to ? [{ ...worker, to }] : [];
  });
}

async function destinationsOf(db: Queryable, ids: readonly number[]): Promise<Map<number, Destination>> {
  if (ids.length === 0) return new Map();
  const rows = await readDestinations(db, sql<boolean>`unit.id = any(${[...new Set(ids)]}::int[])`, 500);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface AtWork {
  workplace: string | null;
  /** organisations outside that it seems to be */
  suggested: Destination[];
  /** it names none of the organisations of the candidate's own base organisation */
  outside: boolean;
}

export async function workOf(db: Queryable, dossierId: string): Promise<AtWork> {
  const result = await sql<{ workplace: string | null; basePath: string }>`
    select work.plain as workplace, ${basePath} as "basePath"
    from dossier join unit on unit.id = dossier.unit_id left join ${newestWorkplace} work on true
    where dossier.id = ${dossierId}::uuid`.execute(db);
  const row = result.rows[0];
  if (!row?.workplace) return { workplace: null, suggested: [], outside: false };
  const organisations = await readOrganisations(db);
  const found = organisationsAt(row.workplace, row.basePath, organisations);
  const near = await db
    .selectFrom('unit')
    .select(['id', 'name', 'path'])
    .where('path', 'like', `${row.basePath}%`)
    .execute();
  const inside = organisationsAt(row.workplace, '-', near);
  const goals = await destinationsOf(
    db,
    found.slice(0, 5).map(({ id }) => id),
  );
  return { workplace: row.workplace, suggested: [...goals.values()], outside: inside.length === 0 };
}

// Introductions as a cell receives them: who waits for an answer, who was taken up or returned and why – and, for those
// who introduced, how their own stand. Answers are acts of the candidacy; nothing is written here.
import { type RawBuilder, sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import '../admission/introduction.store.ts';
import { startingUnit } from './survey-list.store.ts';
import type { MineList, MineRow, NominationList, NominationQuery, NominationRow } from './view.ts';

/** The cell answers what others brought; what its secretary or the committee wrote needs no answer. */
export const fromOutside = sql<boolean>`exists (
  select from introduction i join office o on o.id = i.office_id
  where i.dossier_id = dossier.id and o.kind in ('mass_officer', 'member'))`;
const answered = sql`dossier.state -> 'facts' ->> 'answer_nomination.result'`;

/** How an introduction stands, in one word. */
export const stateSql = sql<NominationRow['state']>`case
  when dossier.closed_as = 'answer_nomination' then 'returned'
  when dossier.closed_as is not null then 'ended'
  when dossier.stage = 'nominated' and not dossier.taken_over and ${fromOutside} and ${answered} is null then 'waiting'
  else 'accepted' end`;

/** Nobody has spoken with the person yet. */
const quiet = sql<boolean>`(dossier.closed_as is null and dossier.stage in ('nominated', 'listed')
  and dossier.last_touch_on is null)`;

const tables = sql`dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id`;
const all = (list: RawBuilder<boolean>[]) => sql.join(list, sql` and `);

interface Row extends Omit<NominationRow, 'introductions' | 'can'> {
  path: string;
  sortKey: string;
  introductions: NominationRow['introductions'] | null;
}

export async function listNominations(
  db: Queryable,
  actor: Actor,
  query: NominationQuery,
): Promise<NominationList> {
  const base = await conditions(db, actor, query);
  const counts = await countStates(db, base);
  const rows = await readRows(db, [...base, ...narrowed(query)], query);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => itemOf(actor, row)),
    total: query.state ? counts[query.state] : counts.waiting + counts.accepted + counts.returned,
    next: rows.length > query.limit && last ? cursorOf([last.openedOn, last.dossierId]) : null,
    asOf: today(),
    counts,
  };
}

/** How many wait within reach. */
export async function countWaiting(db: Queryable, actor: Actor): Promise<number> {
  return (await countStates(db, await conditions(db, actor, { limit: 1 }))).waiting;
}

async function conditions(
  db: Queryable,
  actor: Actor,
  query: NominationQuery,
): Promise<RawBuilder<boolean>[]> {
  const unit = await startingUnit(db, actor, 'dossier.read', query.unit);
  const found = [
    sql<boolean>`unit.path like ${`${unit.path}%`}`,
    reachSql(reach(actor, 'person.read'), { path: sql<string>`unit.path` }),
    sql<boolean>`(dossier.closed_as is null or dossier.closed_as = 'answer_nomination')`,
    sql<boolean>`dossier.stage in ('nominated', 'listed', 'class_certified', 'helped', 'closed')`,
  ];
  if (query.source)
    found.push(sql<boolean>`dossier.state -> 'facts' ->> 'nominate.source' = ${query.source}`);
  for (const word of fold(query.q ?? '')
    .split(' ')
    .filter(Boolean))
    found.push(
      sql<boolean>`exists (select from person_word w where w.person_id = person.id and w.suffix like ${`${word.replace(/[%_\\]/g, '\\$&')}%`})`,
    );
  return found;
}

function narrowed({ state, cursor }: NominationQuery): RawBuilder<boolean>[] {
  const found: RawBuilder<boolean>[] = [];
  if (state === 'quiet') found.push(quiet);
  else if (state) found.push(sql<boolean>`${stateSql} = ${state}`);
  if (cursor) {
    const [on, id] = readCursor(cursor);
    found.push(sql<boolean>`(dossier.opened_on, dossier.id) < (${on}, ${id}::uuid)`);
  }
  return found;
}

async function countStates(db: Queryable, base: RawBuilder<boolean>[]): Promise<NominationList['counts']> {
  const result = await sql<NominationList['counts']>`
    select count(*) filter (where state = 'waiting')::int as waiting,
           count(*) filter (where state = 'accepted')::int as accepted,
           count(*) filter (where state = 'returned')::int as returned,
           count(*) filter (where quiet)::int as quiet
    from (select ${stateSql} as state, ${quiet} as quiet from ${tables} where ${all(base)}) as told`.execute(
    db,
  );
  return result.rows[0] ?? { waiting: 0, accepted: 0, returned: 0, quiet: 0 };
}

async function readRows(
  db: Queryable,
  list: RawBuilder<boolean>[],
  { limit }: NominationQuery,
): Promise<Row[]> {
  const result = await sql<Row>`
    select dossier.id as "dossierId", dossier.version, person.full_name as "fullName", person.born_on as "bornOn",
           dossier.unit_id as "unitId", unit.name as "unitName", unit.path, person.sort_key as "sortKey",
           dossier.state -> 'facts' ->> 'nominate.source' as source, dossier.opened_on as "openedOn", dossier.stage,
           ${stateSql} as state, dossier.state -> 'facts' ->> 'answer_nomination.reason' as reason,
           dossier.last_touch_on as "lastTouchOn",
           (select jsonb_agg(jsonb_build_object('kind', i.kind, 'proposerKind', i.proposer_kind,
              'personName', p.full_name, 'unitName', u.name, 'on', i.happened_on) order by i.happened_on)
            from introduction i left join person p on p.id = i.person_id left join unit u on u.id = i.unit_id
            where i.dossier_id = dossier.id) as introductions
    from ${tables} where ${all(list)}
    order by dossier.opened_on desc, dossier.id desc limit ${limit + 1}`.execute(db);
  return result.rows;
}

function itemOf(actor: Actor, { path, sortKey: _order, introductions, ...row }: Row): NominationRow {
  const answers =
    row.state === 'waiting' && actor.office === 'cell_secretary' && may(actor, 'dossier.act', { path });
  return { ...row, introductions: introductions ?? [], can: answers ? ['answer'] : [] };
}

export const cursorOf = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');
export function readCursor(cursor: string): [string, string] {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('sourcing.bad_cursor');
}

/**
 * What a mass organisation, or a member, introduced: its own words and how they stand – no stage of later work, nobody
 * else’s introductions. An introduction added to an open candidacy counts as its own, too.
 */
export async function listMine(db: Queryable, actor: Actor): Promise<MineList> {
  const own =
    actor.office === 'mass_officer'
      ? sql<boolean>`mine.unit_id = ${actor.unitId}`
      : sql<boolean>`mine.person_id = ${actor.personId}::uuid`;
  const result = await sql<MineRow>`
    select distinct on (dossier.id) dossier.id, person.full_name as "fullName", unit.name as "unitName",
           mine.happened_on as on, dossier.phase as stage, ${stateSql} as state,
           case when dossier.closed_as = 'answer_nomination'
                then dossier.state -> 'facts' ->> 'answer_nomination.reason' end as reason,
           exists (select from introduction c where c.dossier_id = dossier.id and c.kind = 'charter') as charter
    from introduction mine join ${tables} on dossier.id = mine.dossier_id
    where ${own}
    order by dossier.id, mine.happened_on`.execute(db);
  const items = result.rows.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
  return { items, total: items.length, next: null, asOf: today() };
}

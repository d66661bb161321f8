// The lists of moving: hand-overs going out, coming in and done, each cut to the reader's reach at either end; those who
// are away with the day they are expected back; and workers whose workplace keeps an organisation of its own.
import { type RawBuilder, sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { today } from '../platform/clock.ts';
import { daysBetween, latest } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import type { HandoverState } from './handover.ts';
import { live } from './handover.store.ts';
import type { Away, Counts, HandoverItem, ListQuery } from './view.ts';

interface Row {
  id: string;
  dossierId: string;
  fullName: string;
  bornOn: string | null;
  fromId: number | null;
  fromName: string;
  fromTrail: string | null;
  fromPath: string | null;
  toId: number | null;
  toName: string;
  toTrail: string | null;
  toPath: string | null;
  dossierPath: string | null;
  state: HandoverState;
  live: boolean;
  reason: string;
  stage: string;
  months: number | null;
  proposedOn: string;
  answeredOn: string | null;
  orderKey: string;
}

const tables = sql`
  handover join person on person.id = handover.person_id
  left join unit origin on origin.id = handover.from_unit_id left join unit above on above.id = origin.parent_id
  left join unit goal on goal.id = handover.to_unit_id left join unit beyond on beyond.id = goal.parent_id
  left join dossier on dossier.id = handover.dossier_id left join unit now on now.id = dossier.unit_id`;
const originPath = sql<string>`coalesce(origin.path, '')`;
const goalPath = sql<string>`coalesce(goal.path, '')`;
const orderKey = sql<string>`coalesce(handover.answered_on, handover.proposed_on)`;

const sending = (actor: Actor) => reachSql(reach(actor, 'handover.read'), { path: originPath });
const receiving = (actor: Actor) =>
  sql<boolean>`(${reachSql(reach(actor, 'handover.answer'), { path: goalPath, addressedPath: goalPath })}
    or ${reachSql(reach(actor, 'handover.read'), { path: goalPath })})`;

/** Which ends of which hand-overs a part of the page shows. */
function sideOf(actor: Actor, { side, unit }: Pick<ListQuery, 'side' | 'unit'>): RawBuilder<boolean> {
  const below = (path: RawBuilder<string>) =>
    unit === undefined
      ? sql<boolean>`true`
      : sql<boolean>`${path} like (select path from unit chosen where chosen.id = ${unit}) || '%'`;
  const out = sql<boolean>`(${sending(actor)} and ${below(originPath)})`;
  const into = sql<boolean>`(${receiving(actor)} and ${below(goalPath)})`;
  if (side === 'out') return sql<boolean>`handover.state = 'open' and ${out}`;
  if (side === 'in') return sql<boolean>`${live} and ${into}`;
  return sql<boolean>`handover.state <> 'open' and (${out} or ${into})`;
}

const columns = sql`
  handover.id, handover.dossier_id as "dossierId", person.full_name as "fullName", person.born_on as "bornOn",
  origin.id as "fromId", coalesce(origin.name, handover.from_place, '') as "fromName", above.name as "fromTrail",
  origin.path as "fromPath", goal.id as "toId", coalesce(goal.name, handover.to_place, '') as "toName",
  beyond.name as "toTrail", goal.path as "toPath", now.path as "dossierPath", handover.state, ${live} as live, handover.reason,
  handover.stage, handover.months, handover.proposed_on as "proposedOn", handover.answered_on as "answeredOn",
  ${orderKey} as "orderKey"`;

export async function listHandovers(db: Queryable, actor: Actor, query: ListQuery) {
  const wanted = [sideOf(actor, query), ...named(actor, query.q)];
  const before = query.cursor ? [beforeOf(query.cursor)] : [];
  const rows = await readRows(db, [...wanted, ...before], query.limit + 1);
  const total = await sql<{ count: number }>`
    select count(*)::int as count from ${tables} where ${sql.join(wanted, sql` and `)}`.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => itemOf(actor, row)),
    total: total.rows[0]?.count ?? 0,
    next: rows.length > query.limit && last ? cursorOf(last) : null,
    asOf: today(),
  };
}

/** Those of one dossier that this reader sees, newest first. */
export async function handoversOf(db: Queryable, actor: Actor, dossierId: string): Promise<HandoverItem[]> {
  const own = sql<boolean>`handover.dossier_id = ${dossierId}::uuid`;
  const seen = sql<boolean>`(${sending(actor)} or ${receiving(actor)})`;
  return (await readRows(db, [own, seen], 50)).map((row) => itemOf(actor, row));
}

/** One, whoever may see it: the caller has asked. */
export async function rowOf(db: Queryable, actor: Actor, id: string): Promise<HandoverItem | undefined> {
  const rows = await readRows(db, [sql<boolean>`handover.id = ${id}::uuid`], 1);
  return rows[0] && itemOf(actor, rows[0]);
}

/** Searching by name finds only those whose names the list may show. */
const named = (actor: Actor, q: string | undefined): RawBuilder<boolean>[] =>
  fold(q ?? '')
    .split(' ')
    .filter(Boolean)
    .map(
      (word) => sql<boolean>`(exists (select from person_word w where w.person_id = person.id
        and w.suffix like ${`${word.replace(/[%_\\]/g, '\\$&')}%`})
        and (${live} or handover.state in ('accepted', 'left', 'arrived') or ${sending(actor)}))`,
    );

async function readRows(db: Queryable, list: RawBuilder<boolean>[], limit: number): Promise<Row[]> {
  const result = await sql<Row>`
    select ${columns} from ${tables} where ${sql.join(list, sql` and `)}
    order by ${orderKey} desc, handover.id desc limit ${limit}`.execute(db);
  return result.rows;
}

const beforeOf = (cursor: string): RawBuilder<boolean> => {
  const [key, id] = readCursor(cursor);
  return sql<boolean>`(${orderKey}, handover.id) < (${key}, ${id}::uuid)`;
};
const cursorOf = (row: Row): string =>
  Buffer.from(JSON.stringify([row.orderKey, row.id])).toString('base64url');
function readCursor(cursor: string): [string, string] {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('moving.bad_cursor');
}

/** Whose name a reader may know: the origin always, the destination while it is asked and after it took over. */
function itemOf(actor: Actor, row: Row): HandoverItem {
  const sender = row.fromPath !== null && may(actor, 'handover.read', { path: row.fromPath });
  const known = sender || row.live || !['open', 'declined', 'taken_back'].includes(row.state);
  return {
    id: row.id,
    dossierId: row.dossierId,
    fullName: known ? row.fullName : null,
    bornOn: known ? row.bornOn : null,
    from: { unitId: row.fromId, name: row.fromName, trail: row.fromTrail },
    to: { unitId: row.toId, name: row.toName, trail: row.toTrail },
    state: row.state,
    reason: row.reason,
    stage: row.stage,
    months: row.months,
    proposedOn: row.proposedOn,
    answeredOn: row.answeredOn,
    waitingDays: row.state === 'open' ? daysBetween(row.proposedOn, today()) : null,
    opens: row.dossierPath !== null && may(actor, 'dossier.read', { path: row.dossierPath }),
  };
}

/** Who is away, with whom the contact is kept, and when each is expected back; the overdue ones first. */
export async function listAway(db: Queryable, actor: Actor, unit: number | undefined): Promise<Away[]> {
  const below =
    unit === undefined
      ? sql<boolean>`true`
      : sql<boolean>`unit.path like (select path from unit chosen where chosen.id = ${unit}) || '%'`;
  const result = await sql<Omit<Away, 'late'>>`
    select dossier.id as "dossierId", person.full_name as "fullName", unit.id as "unitId", unit.name as "unitName",
           dossier.state -> 'facts' ->> 'pause.reason' as reason, dossier.paused_on as since,
           dossier.state -> 'facts' ->> 'pause.expectedReturn' as expected, keeper.full_name as "keptBy"
    from dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
    left join person keeper on keeper.id = (dossier.state -> 'facts' ->> 'pause.keptBy')::uuid
    where dossier.paused_on is not null and dossier.closed_as is null
      and ${reachSql(reach(actor, 'handover.read'), { path: sql<string>`unit.path` })} and ${below}
    order by coalesce(dossier.state -> 'facts' ->> 'pause.expectedReturn', '9999'), person.sort_key limit 500`.execute(
    db,
  );
  return result.rows.map((row) => ({
    ...row,
    late: row.expected !== null && latest(row.expected) < today(),
  }));
}

export async function countHandovers(db: Queryable, actor: Actor): Promise<Counts> {
  const count = async (side: 'out' | 'in') => {
    const result = await sql<{ count: number }>`
      select count(*)::int as count from ${tables} where ${sideOf(actor, { side, unit: undefined })}`.execute(
      db,
    );
    return result.rows[0]?.count ?? 0;
  };
  const [away, out, into] = await Promise.all([listAway(db, actor, undefined), count('out'), count('in')]);
  return { out, in: into, away: away.length, overdue: away.filter(({ late }) => late).length };
}

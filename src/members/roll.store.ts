// The roll as a list: search without accents (exact accents first), filters, any past day by memberships, pages by
// cursor with the true total; every query is cut to the reader's reach.
import { sql } from 'kysely';
import { z } from 'zod';
import { sumOf } from '../org/counts/tally.store.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import { held } from '../platform/held.ts';
import type { Actor } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import type { RollAnswer, RollCounts, RollItem } from './answers.ts';
import { readSearch, type RollQuery, type Search, statusesOf } from './roll.ts';
import {
  andSql,
  byColumns,
  type Condition,
  guestSql,
  isOfPerson,
  type Scope,
  scopeOf,
  sources,
  type Sql,
  widened,
} from './roll-scope.store.ts';
import { type CountedPeople, talliedPeople } from './tally.store.ts';

export type { RollItem };

const sortColumns: Record<string, Sql> = {
  name: sql`p.sort_key`,
  unit: sql`u.name_key collate "C"`,
  bornOn: sql`coalesce(p.born_on, '') collate "C"`,
  admittedOn: sql`coalesce(p.admitted_on, '') collate "C"`,
  officialOn: sql`coalesce(p.official_on, '') collate "C"`,
  endedOn: sql`coalesce(p.ended_on, '') collate "C"`,
  status: sql`p.status collate "C"`,
};

interface Order {
  rank: Sql;
  key: Sql;
  descending: boolean;
}

function orderOf(query: RollQuery, search: Search | null): Order {
  const sort = query.sort ?? '';
  const key = sortColumns[sort.replace(/^-/, '')] ?? sql`p.sort_key`;
  // Exact accents first, unless the reader asked for an order of his own.
  const ranked = search && !search.number && !query.sort;
  const rank = ranked
    ? sql`(case when ' ' || p.name_exact like ${`% ${search.exact}%`} then 0 else 1 end)`
    : sql`0::int`;
  return { rank, key, descending: sort.startsWith('-') };
}

const mark = z.tuple([z.int32(), z.string(), z.string(), z.uuid()]);
type Mark = z.output<typeof mark>;
const writeMark = (mark: Mark): string => Buffer.from(JSON.stringify(mark)).toString('base64url');
/** A cursor that is none of ours asks for the first page. */
function readMark(cursor: string): Mark | null {
  try {
    return mark.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return null;
  }
}

interface Row extends RollItem {
  /** of names: how many there are from here on */
  total: number | null;
  mark_rank: number;
  mark_key: string;
  sort_key: string;
}

/** Where the rows of a page come from, in which order, and how many there are if that is known with them. */
interface Page {
  from: Sql;
  total: Sql;
  order: Order;
  first: (rank: Sql, key: Sql) => Sql;
}

function pageOf(scope: Scope, query: RollQuery, limit: number): Page {
  const order = orderOf(query, scope.search);
  const { from, words } = scope.asked;
  const last = query.cursor ? readMark(query.cursor) : null;
  const where = sql`where ${andSql([...scope.asked.where, ...(last ? [after(order, last)] : [])])}`;
  const direction = order.descending ? sql`desc` : sql`asc`;
  const first = (rank: Sql, key: Sql) =>
    sql`order by ${rank}, ${key} ${direction}, p.sort_key ${direction}, p.id ${direction} limit ${sql.lit(limit)}`;
  const page = { order, first, total: sql`null` };
  // A name that thousands bear is gone through once, with little of each of them, and only those of the page are read.
  if (words) {
    const bearers = sql`(
      select p.*, count(*) over ()::int as total
      from (select distinct p.id, p.sort_key, ${order.rank} as rank from ${from} ${where}) p
      ${first(sql`p.rank`, order.key)}) found
      join person p on p.id = found.id join unit u on u.id = p.unit_id`;
    return { ...page, from: bearers, total: sql`found.total` };
  }
  // Few units: their persons are found first (“offset 0” keeps the two apart; the order of the whole roll is no way to
  // find few), then put in order, and only then anything is looked up for them.
  if (isOfPerson(scope) && !/^-?unit$/.test(query.sort ?? '')) {
    const ahead = sql`(
      select p.* from (select p.* from person p ${where} offset 0) p ${first(order.rank, order.key)}) p
      join unit u on u.id = p.unit_id`;
    return { ...page, from: ahead };
  }
  return { ...page, from: sql`${from} ${where}` };
}

async function readPage(db: Queryable, scope: Scope, query: RollQuery, limit: number): Promise<Row[]> {
  const { from, total, order, first } = pageOf(scope, query, limit);
  const past = scope.on !== null;
  const result = await sql<Row>`
    select p.id, p.full_name as name, ${past ? sql`m.kind` : sql`p.status`} as status,
           ${past ? sql`null` : sql`p.ended_as`} as "endedAs", ${past ? sql`null` : sql`p.ended_on`} as "endedOn",
           u.id as "unitId", u.name as "unitName", p.sex, p.born_on as "bornOn", p.admitted_on as "admittedOn",
           p.official_on as "officialOn", p.occupation, p.position, p.exempt, p.activity,
           ${guestSql(scope)} as guest,
           ${order.rank} as mark_rank, ${order.key} as mark_key, p.sort_key, ${total} as total
    from ${from} ${first(sql`mark_rank`, sql`mark_key`)}`.execute(db);
  return result.rows;
}

function after(order: Order, [rank, key, sortKey, id]: Mark): Condition {
  const compare = order.descending ? sql`<` : sql`>`;
  return sql<boolean>`(${order.rank} > ${rank}::int or (${order.rank} = ${rank}::int
    and (${order.key}, p.sort_key, p.id) ${compare} (${key}, ${sortKey}, ${id}::uuid)))`;
}

async function countAsked(db: Queryable, { asked: { from, where, words } }: Scope): Promise<number> {
  const result = await sql<{ total: number }>`
    select ${words ? sql`count(distinct p.id)` : sql`count(*)`}::int as total from ${from} where ${andSql(where)}`.execute(
    db,
  );
  return result.rows[0]?.total ?? 0;
}

/** The line above the list: who belongs to the unit (guests belong to another), whatever the filters say. */
async function countStanding(db: Queryable, scope: Scope): Promise<RollCounts> {
  const kind = scope.on ? sql`m.kind` : sql`p.status`;
  const result = await sql<RollCounts>`
    select count(*) filter (where ${kind} = 'official')::int as official,
           count(*) filter (where ${kind} = 'probationary')::int as probationary,
           count(*) filter (where ${kind} = 'nominee')::int as nominee,
           count(*) filter (where ${kind} = 'former')::int as former,
           count(*) filter (where p.exempt)::int as exempt,
           count(*) filter (where p.activity = 'away')::int as away
    from ${scope.all.from} where ${andSql([...scope.all.where, sql`not ${guestSql(scope)}`])}`.execute(db);
  return result.rows[0] as RollCounts;
}

const countedStanding = (db: Queryable, scope: Scope): Promise<RollCounts> =>
  held(
    db,
    { key: `standing ${scope.place}`, sources },
    async () => standingIn(await talliedPeople(db, scope.on, scope)) ?? countStanding(db, scope),
  );

/** Where only the standing chooses, the units know how many there are. */
async function countIn(db: Queryable, scope: Scope, query: RollQuery): Promise<number> {
  const byRows = scope.search !== null || byColumns.some((name) => query[name]);
  const tally = scope.guests.length > 0 || byRows ? null : await talliedPeople(db, scope.on, scope);
  if (!tally) return countAsked(db, scope);
  const statuses = statusesOf(query.status);
  return sumOf(tally, ({ kind }) => statuses === null || statuses.includes(kind as never));
}

function standingIn(tally: CountedPeople[] | null): RollCounts | null {
  if (!tally) return null;
  const of = (wanted: string) => sumOf(tally, ({ kind }) => kind === wanted);
  return {
    official: of('official'),
    probationary: of('probationary'),
    nominee: of('nominee'),
    former: of('former'),
    exempt: sumOf(tally, ({ exempt }) => exempt),
    away: sumOf(tally, ({ away }) => away),
  };
}

const plainItem = ({ mark_rank: _r, mark_key: _k, sort_key: _s, total: _t, ...item }: Row): RollItem => item;

/** Looking at it is logged before the answer. */
export async function openRoll(db: Queryable, actor: Actor, query: RollQuery) {
  const answer = await heldAnswer(db, actor, { name: 'roll', query }, () => listPeople(db, actor, query));
  const action = query.q && readSearch(query.q)?.number ? 'search_number' : 'list';
  const detail = { unit: query.unit ?? null, status: query.status ?? null };
  await logAccess(db, actor, { action, subject: 'person', detail });
  return answer;
}

async function listPeople(db: Queryable, actor: Actor, query: RollQuery): Promise<RollAnswer> {
  const scope = await widened(db, query, await scopeOf(db, actor, query));
  const limit = query.limit ?? 50;
  const { cursor: _c, sort: _s, limit: _l, ...asked } = query;
  const chosen = `roll ${scope.place} ${today()} ${JSON.stringify(asked)}`;
  const reading = readPage(db, scope, query, limit + 1);
  // The page of a name knows how many bear it.
  const counting = async () =>
    scope.asked.words && !query.cursor ? ((await reading)[0]?.total ?? 0) : countIn(db, scope, query);
  const [rows, total, counts] = await Promise.all([
    reading,
    held(db, { key: chosen, sources }, counting),
    query.cursor ? null : countedStanding(db, scope),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last;
  const next = more ? writeMark([last.mark_rank, last.mark_key, last.sort_key, last.id]) : null;
  return { items: page.map(plainItem), total, next, asOf: scope.on ?? today(), counts };
}

/** Every row of the same query, page by page, for an export; the export is logged before its first row. */
export async function* personRows(db: Queryable, actor: Actor, query: RollQuery): AsyncGenerator<RollItem> {
  const scope = await widened(db, query, await scopeOf(db, actor, query));
  const detail = {
    unit: query.unit ?? null,
    status: query.status ?? null,
    rows: await countAsked(db, scope),
  };
  await logAccess(db, actor, { action: 'export', subject: 'person', detail });
  let cursor: string | undefined;
  do {
    const rows = await readPage(db, scope, { ...query, cursor }, 1000);
    yield* rows.map(plainItem);
    const last = rows.length === 1000 ? rows.at(-1) : undefined;
    cursor = last && writeMark([last.mark_rank, last.mark_key, last.sort_key, last.id]);
  } while (cursor);
}

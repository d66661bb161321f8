// The roll as a list: search without accents (exact accents first), filters, any past day by memberships, pages by
// cursor with the true total; every query is cut to the reader's reach.
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Reach, reach } from '../org/access.ts';
import { cutTo } from '../org/access.store.ts';
import { sumOf } from '../org/counts/tally.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Day } from '../platform/day.ts';
import { held } from '../platform/held.ts';
import type { Actor } from '../platform/http.ts';
import { heldAnswer } from '../worklist/held-answer.store.ts';
import type { RollAnswer, RollCounts, RollItem } from './answers.ts';
import { bornBy } from './person.ts';
import { readSearch, type RollQuery, type Search, statusesOf } from './roll.ts';
import './stream.store.ts';
import { type CountedPeople, talliedPeople } from './tally.store.ts';

export type { RollItem };
type Sql = RawBuilder<unknown>;
type Condition = RawBuilder<boolean>;

/** What a query reads from, and the conditions that say which persons. */
interface Scope {
  on: Day | null;
  within: Reach;
  /** path of the unit asked for */
  branch: string | null;
  from: Sql;
  /** reach and unit only: the header counts these */
  base: Condition[];
  chosen: Condition[];
  search: Search | null;
  /** members of other units who take part here for the time being */
  guests: string[];
  /** names reach and unit among what is held of all lists */
  place: string;
  /** its conditions ask for columns of the person only */
  ofPerson: boolean;
}

/** Whatever is written of these changes who is on a list, and how many. */
const sources = ['person', 'unit'];

type Here = (unitId: RawBuilder<number>, path: RawBuilder<string>) => Condition;

const branchOf = async (db: Queryable, actor: Actor, unit: number | undefined): Promise<string | null> =>
  unit === undefined ? null : (await getUnit(db, actor, 'unit.read', unit)).path;

async function scopeOf(db: Queryable, actor: Actor, query: RollQuery): Promise<Scope> {
  const on = query.on && query.on < today() ? query.on : null;
  const branch = await branchOf(db, actor, query.unit);
  const within = reach(actor, 'person.read');
  const cut = await cutTo(db, within, branch);
  const here: Here = (unitId, path) => cut.where({ unitId, path, personId: sql<string>`p.id` });
  const search = query.q ? readSearch(query.q) : null;
  const place = JSON.stringify([within, branch, on]);
  const common = { on, within, branch, place, search, chosen: choose(query, on, search), ofPerson: false };
  if (on) {
    const inForce = sql<boolean>`m.from_on <= ${on} and (m.to_on is null or m.to_on > ${on})`;
    const from = sql`membership m join person p on p.id = m.person_id join unit u on u.id = m.unit_id`;
    return { ...common, from, base: [here(sql`m.unit_id`, sql`u.path`), inForce], guests: [] };
  }
  const guests = within.kind === 'paths' ? await findGuests(db, here, place) : [];
  return { ...common, ...withGuests(guests, here), ofPerson: cut.few && guests.length === 0 };
}

function withGuests(guests: string[], here: Here): Pick<Scope, 'from' | 'base' | 'guests'> {
  if (guests.length === 0) {
    const from = sql`person p join unit u on u.id = p.unit_id`;
    return { from, base: [here(sql`p.unit_id`, sql`u.path`)], guests };
  }
  // Two branches instead of an “or” across tables, which no index could serve.
  const from = sql`(
    select p.* from person p join unit home on home.id = p.unit_id where ${here(sql`p.unit_id`, sql`home.path`)}
    union all select * from person where id = any(${guests}::uuid[])) p join unit u on u.id = p.unit_id`;
  return { from, base: [sql<boolean>`true`], guests };
}

function findGuests(db: Queryable, here: Here, place: string): Promise<string[]> {
  return held(db, { key: `guests ${place}`, sources }, async () => {
    const result = await sql<{ id: string }>`
      select p.id from person p join unit g on g.id = p.activity_unit_id join unit u on u.id = p.unit_id
      where p.activity_unit_id is not null and ${here(sql`g.id`, sql`g.path`)}
        and not ${here(sql`u.id`, sql`u.path`)}`.execute(db);
    return result.rows.map((row) => row.id);
  });
}

function choose(query: RollQuery, on: Day | null, search: Search | null): Condition[] {
  // A number names one person, whatever became of them.
  const asked: RollQuery = search?.number && !query.status ? { ...query, status: 'all' } : query;
  return [...filters(asked, on), ...(search ? [searchSql(search)] : [])];
}

const simple: Record<'sex' | 'activity' | 'endedAs' | 'occupation', Sql> = {
  sex: sql`p.sex`,
  activity: sql`p.activity`,
  endedAs: sql`p.ended_as`,
  occupation: sql`p.occupation`,
};

function filters(query: RollQuery, on: Day | null): Condition[] {
  const made: Condition[] = [];
  const statuses = statusesOf(query.status);
  if (statuses) made.push(sql<boolean>`${on ? sql`m.kind` : sql`p.status`} = any(${statuses})`);
  for (const [name, column] of Object.entries(simple)) {
    const value = query[name as keyof typeof simple];
    if (value) made.push(sql<boolean>`${column} = ${value}`);
  }
  if (query.exempt) made.push(sql<boolean>`p.exempt = ${query.exempt === 'yes'}`);
  if (query.age) made.push(...ageSql(query.age, on ?? today()));
  return made;
}

/** '18-30', '61-': age in whole years on the day the list speaks of. */
function ageSql(band: string, on: Day): Condition[] {
  const [from, to] = band.split('-').map((part) => (part ? Number(part) : null));
  const made = [sql<boolean>`p.born_on is not null`];
  if (from) made.push(sql<boolean>`p.born_on <= ${bornBy(on, from)}`);
  if (to) made.push(sql<boolean>`p.born_on > ${bornBy(on, to + 1)}`);
  return made;
}

function searchSql(search: Search): Condition {
  if (search.number)
    return sql<boolean>`(p.card_number = ${search.number} or p.file_number = ${search.number})`;
  const each = search.words.map(
    (words) =>
      sql<boolean>`p.id in (select w.person_id from person_word w where w.suffix like ${`${words}%`})`,
  );
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

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
  mark_rank: number;
  mark_key: string;
  sort_key: string;
}

async function readPage(db: Queryable, scope: Scope, query: RollQuery, limit: number): Promise<Row[]> {
  const order = orderOf(query, scope.search);
  const conditions = [...scope.base, ...scope.chosen];
  const last = query.cursor ? readMark(query.cursor) : null;
  if (last) conditions.push(after(order, last));
  const direction = order.descending ? sql`desc` : sql`asc`;
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const first = (rank: Sql, key: Sql) =>
    sql`order by ${rank}, ${key} ${direction}, p.sort_key ${direction}, p.id ${direction} limit ${sql.lit(limit)}`;
  // Few units: their persons are found first (“offset 0” keeps the two apart; the order of the whole roll is no way to
  // find few), then put in order, and only then anything is looked up for them.
  const ahead = scope.ofPerson && !/^-?unit$/.test(query.sort ?? '');
  const from = ahead
    ? sql`(
      select p.* from (select p.* from person p ${where} offset 0) p ${first(order.rank, order.key)}) p
      join unit u on u.id = p.unit_id`
    : sql`${scope.from} ${where}`;
  const past = scope.on !== null;
  const result = await sql<Row>`
    select p.id, p.full_name as name, ${past ? sql`m.kind` : sql`p.status`} as status,
           ${past ? sql`null` : sql`p.ended_as`} as "endedAs", ${past ? sql`null` : sql`p.ended_on`} as "endedOn",
           u.id as "unitId", u.name as "unitName", p.sex, p.born_on as "bornOn", p.admitted_on as "admittedOn",
           p.official_on as "officialOn", p.occupation, p.position, p.exempt, p.activity,
           ${guestSql(scope)} as guest,
           ${order.rank} as mark_rank, ${order.key} as mark_key, p.sort_key
    from ${from} ${first(sql`mark_rank`, sql`mark_key`)}`.execute(db);
  return result.rows;
}

function after(order: Order, [rank, key, sortKey, id]: Mark): Condition {
  const compare = order.descending ? sql`<` : sql`>`;
  return sql<boolean>`(${order.rank} > ${rank}::int or (${order.rank} = ${rank}::int
    and (${order.key}, p.sort_key, p.id) ${compare} (${key}, ${sortKey}, ${id}::uuid)))`;
}

const guestSql = (scope: Scope): RawBuilder<boolean> =>
  scope.guests.length > 0 ? sql<boolean>`(p.id = any(${scope.guests}::uuid[]))` : sql<boolean>`false`;

async function countChosen(db: Queryable, scope: Scope): Promise<number> {
  const conditions = [...scope.base, ...scope.chosen];
  const result = await sql<{ total: number }>`
    select count(*)::int as total from ${scope.from} where ${sql.join(conditions, sql` and `)}`.execute(db);
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
    from ${scope.from} where ${sql.join(scope.base, sql` and `)} and not ${guestSql(scope)}`.execute(db);
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
  const byRows = ['q', 'exempt', 'age', ...Object.keys(simple)] as (keyof RollQuery)[];
  const tally =
    scope.guests.length > 0 || byRows.some((name) => query[name])
      ? null
      : await talliedPeople(db, scope.on, scope);
  if (!tally) return countChosen(db, scope);
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

const plainItem = ({ mark_rank: _r, mark_key: _k, sort_key: _s, ...item }: Row): RollItem => item;

/** Looking at it is logged before the answer. */
export async function openRoll(db: Queryable, actor: Actor, query: RollQuery) {
  const answer = await heldAnswer(db, actor, { name: 'roll', query }, () => listPeople(db, actor, query));
  const action = query.q && readSearch(query.q)?.number ? 'search_number' : 'list';
  const detail = { unit: query.unit ?? null, status: query.status ?? null };
  await logAccess(db, actor, { action, subject: 'person', detail });
  return answer;
}

async function listPeople(db: Queryable, actor: Actor, query: RollQuery): Promise<RollAnswer> {
  const scope = await widened(db, await scopeOf(db, actor, query));
  const limit = query.limit ?? 50;
  const { cursor: _c, sort: _s, limit: _l, ...asked } = query;
  const chosen = `roll ${scope.place} ${today()} ${JSON.stringify(asked)}`;
  const [rows, total, counts] = await Promise.all([
    readPage(db, scope, query, limit + 1),
    held(db, { key: chosen, sources }, () => countIn(db, scope, query)),
    query.cursor ? null : countedStanding(db, scope),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last;
  const next = more ? writeMark([last.mark_rank, last.mark_key, last.sort_key, last.id]) : null;
  return { items: page.map(plainItem), total, next, asOf: scope.on ?? today(), counts };
}

/** The words side by side first; nobody called so → the words anywhere in the name. */
async function widened(db: Queryable, scope: Scope): Promise<Scope> {
  const { search } = scope;
  const words = search?.words[0]?.split(' ') ?? [];
  if (!search || words.length < 2) return scope;
  const found = await sql`
    select 1 from ${scope.from} where ${sql.join([...scope.base, ...scope.chosen], sql` and `)} limit 1`.execute(
    db,
  );
  if (found.rows.length > 0) return scope;
  const wider = { ...search, words };
  return { ...scope, search: wider, chosen: [...scope.chosen.slice(0, -1), searchSql(wider)] };
}

/** Every row of the same query, page by page, for an export; the export is logged before its first row. */
export async function* personRows(db: Queryable, actor: Actor, query: RollQuery): AsyncGenerator<RollItem> {
  const scope = await widened(db, await scopeOf(db, actor, query));
  const detail = {
    unit: query.unit ?? null,
    status: query.status ?? null,
    rows: await countChosen(db, scope),
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

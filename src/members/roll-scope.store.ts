// Who a roll is asked for: within reach and unit, by filters and words of a name – of few units everybody is looked at, of
// many those whose name has the words.
import { type RawBuilder, sql } from 'kysely';
import { type Reach, reach } from '../org/access.ts';
import { cutTo } from '../org/access.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Day } from '../platform/day.ts';
import { held } from '../platform/held.ts';
import type { Actor } from '../platform/http.ts';
import { bornBy } from './person.ts';
import { readSearch, type RollQuery, type Search, statusesOf } from './roll.ts';
import './stream.store.ts';

export type Sql = RawBuilder<unknown>;
export type Condition = RawBuilder<boolean>;

/** What a query reads from, and the conditions that say which persons. */
export interface Scope {
  on: Day | null;
  within: Reach;
  /** path of the unit asked for */
  branch: string | null;
  here: Here;
  /** few units, asked for by number alone */
  few: boolean;
  /** everybody within reach and unit: the header counts these */
  all: Source;
  asked: Source;
  search: Search | null;
  /** members of other units who take part here for the time being */
  guests: string[];
  /** names reach and unit among what is held of all lists */
  place: string;
}

interface Source {
  from: Sql;
  where: Condition[];
  /** `p` are words of names, with what a list is cut and put in order by: some say the same person twice */
  words: boolean;
}

/** Whatever is written of these changes who is on a list, and how many. */
export const sources = ['person', 'unit'];

type Here = (unitId: RawBuilder<number>, path: RawBuilder<string>) => Condition;

const branchOf = async (db: Queryable, actor: Actor, unit: number | undefined): Promise<string | null> =>
  unit === undefined ? null : (await getUnit(db, actor, 'unit.read', unit)).path;

export async function scopeOf(db: Queryable, actor: Actor, query: RollQuery): Promise<Scope> {
  const on = query.on && query.on < today() ? query.on : null;
  const branch = await branchOf(db, actor, query.unit);
  const within = reach(actor, 'person.read');
  const cut = await cutTo(db, within, branch);
  const here: Here = (unitId, path) => cut.where({ unitId, path, personId: sql<string>`p.id` });
  const place = JSON.stringify([within, branch, on]);
  const guests = !on && within.kind === 'paths' ? await findGuests(db, here, place) : [];
  const all = on ? onDay(on, here) : withGuests(guests, here);
  const scope = { on, within, branch, here, few: cut.few, all, guests, place };
  return searching(scope, query, query.q ? readSearch(query.q) : null);
}

function onDay(on: Day, here: Here): Source {
  const inForce = sql<boolean>`m.from_on <= ${on} and (m.to_on is null or m.to_on > ${on})`;
  const from = sql`membership m join person p on p.id = m.person_id join unit u on u.id = m.unit_id`;
  return { from, where: [here(sql`m.unit_id`, sql`u.path`), inForce], words: false };
}

function withGuests(guests: string[], here: Here): Source {
  if (guests.length === 0) {
    const from = sql`person p join unit u on u.id = p.unit_id`;
    return { from, where: [here(sql`p.unit_id`, sql`u.path`)], words: false };
  }
  // Two branches instead of an “or” across tables, which no index could serve.
  const from = sql`(
    select p.* from person p join unit home on home.id = p.unit_id where ${here(sql`p.unit_id`, sql`home.path`)}
    union all select * from person where id = any(${guests}::uuid[])) p join unit u on u.id = p.unit_id`;
  return { from, where: [], words: false };
}

/** Who is asked for: of few units everybody is looked at; of many, those whose name has the words. */
function searching(scope: Omit<Scope, 'asked' | 'search'>, query: RollQuery, search: Search | null): Scope {
  const { on, few, here, guests, all } = scope;
  const [words, ...others] = search?.words ?? [];
  if (words === undefined || on || few || !asksForNames(query)) {
    const where = [...all.where, ...choose(query, on, search)];
    return { ...scope, search, asked: { ...all, where } };
  }
  const from = sql`(
    select person_id as id, unit_id, status, sort_key, name_exact from person_word
    where ${sql.join([startsWith(words), ...others.map(hasWord(sql`person_id`))], sql` and `)}
  ) p join unit u on u.id = p.unit_id`;
  const within = here(sql`p.unit_id`, sql`u.path`);
  const orGuest = guests.length > 0 ? sql<boolean>`(${within} or ${guestSql(scope)})` : within;
  return { ...scope, search, asked: { from, where: [orGuest, ...filters(query, on)], words: true } };
}

/** All that is asked of a person stands beside the words of the name. */
const asksForNames = (query: RollQuery): boolean =>
  byColumns.every((name) => !query[name]) && /^(-?name)?$/.test(query.sort ?? '');

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

/** Filters by columns that only the person has. */
export const byColumns = ['exempt', 'age', ...(Object.keys(simple) as (keyof typeof simple)[])] as const;

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
  return sql<boolean>`(${sql.join(search.words.map(hasWord(sql`p.id`)), sql` and `)})`;
}

const startsWith = (words: string): Condition => sql<boolean>`suffix like ${`${words}%`}`;
const hasWord =
  (person: Sql) =>
  (words: string): Condition =>
    sql<boolean>`${person} in (select person_id from person_word where ${startsWith(words)})`;

export const guestSql = ({ guests }: Pick<Scope, 'guests'>): RawBuilder<boolean> =>
  guests.length > 0 ? sql<boolean>`(p.id = any(${guests}::uuid[]))` : sql<boolean>`false`;

/** Its conditions ask for columns of the person only. */
export const isOfPerson = ({ on, few, guests }: Scope): boolean => !on && few && guests.length === 0;

export const andSql = (conditions: readonly Condition[]): Condition =>
  conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` and `)}` : sql<boolean>`true`;

/** The words side by side first; nobody called so → the words anywhere in the name. */
export async function widened(db: Queryable, query: RollQuery, scope: Scope): Promise<Scope> {
  const { search } = scope;
  const words = search?.words[0]?.split(' ') ?? [];
  if (!search || words.length < 2) return scope;
  const { from, where } = scope.asked;
  const found = await sql`select 1 from ${from} where ${andSql(where)} limit 1`.execute(db);
  if (found.rows.length > 0) return scope;
  return searching(scope, query, { ...search, words });
}

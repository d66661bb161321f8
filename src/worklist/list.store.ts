// The work list as it is read: within reach, with true counts by group and by kind of work, in order of due day. What
// stands where follows from the stored day and the day of reading; nothing is kept of it.
import { type RawBuilder, sql } from 'kysely';
import { reach, within } from '../org/access.ts';
import { cutTo } from '../org/access.store.ts';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { fold } from '../platform/text.ts';
import { isFollower, lineIdOf, type LineName, monthEnd, weekEnd } from './due.ts';
import { heldFor, heldPage } from './held-answer.store.ts';
import { labelOf } from './in-force.ts';
import { type Described, describeLines, withReasons } from './item.store.ts';
import { begun } from './lines/begun.store.ts';
import type { Line } from './line.ts';
import {
  type Cursor,
  type DaysQuery,
  type Filters,
  type ListQuery,
  readCursor,
  writeCursor,
} from './list.ts';
import { caseSources } from './source.ts';
import {
  type Badge,
  type Counts,
  type Group,
  groups,
  type Work,
  type WorkDays,
  type Worklist,
} from './view.ts';

type Sql<T = unknown> = RawBuilder<T>;
type Open = Exclude<Group, 'settled'>;

const all = (conditions: readonly Sql<boolean>[]): Sql<boolean> =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;

/** Reach, unit and kind, on `due` (or `settlement` under that name) and `unit`. */
async function withinReach(
  db: Queryable,
  actor: Actor,
  { unit, kind }: Pick<Filters, 'unit' | 'kind'> = {},
): Promise<Sql<boolean>> {
  const found: Sql<boolean>[] = [await reached(db, actor)];
  if (unit !== undefined)
    found.push(
      sql<boolean>`unit.path like (select path from unit as chosen where chosen.id = ${unit}) || '%'`,
    );
  if (kind) found.push(sql<boolean>`due.case_kind = ${kind}`);
  return all(found);
}

/**
 * An office that reaches some cells only may be given work of the committee it belongs to: that line is its own. Either is
 * looked up by number, so that what it costs goes by what the office has; for every other office the condition stays a plain
 * one, which the database can plan for.
 */
async function reached(db: Queryable, actor: Actor): Promise<Sql<boolean>> {
  const asked = reach(actor, 'worklist.read');
  const cut = await cutTo(db, asked, null);
  const inReach = cut.where({ unitId: sql<number>`due.unit_id`, path: sql<string>`unit.path` });
  const given =
    actor.officeId !== null && actor.unitPath !== null && !within(asked, { path: actor.unitPath });
  return given ? sql<boolean>`(${inReach} or due.office_id = ${actor.officeId})` : inReach;
}

/**
 * The same with the words of a search, each asked for in place: a list of the lines found would have to be gone through
 * again for every line of the arms below, and a short word finds them all.
 */
const scopeOf = async (db: Queryable, actor: Actor, filters: Filters): Promise<Sql<boolean>> =>
  all([
    await withinReach(db, actor, filters),
    ...fold(filters.q ?? '')
      .split(' ')
      .filter(Boolean)
      .map(foundBy),
  ]);

const foundInUnit = (word: string): Sql<boolean> =>
  sql<boolean>`unit.name_key like ${`%${word.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`}`;

/** A word is found in the name of the unit, or as a source of cases finds it. */
function foundBy(word: string): Sql<boolean> {
  const ways = caseSources().flatMap(({ found }) => (found ? [found(word)] : []));
  return sql<boolean>`(${sql.join([foundInUnit(word), ...ways], sql` or `)})`;
}

const openLines = sql`due join unit on unit.id = due.unit_id`;
/** Not settled, and work already. */
const isOpen = (): Sql<boolean> => sql<boolean>`
  (not exists (select from settlement s where s.id = due.line) and ${begun(today())})`;

/**
 * Settled lines: those that would be open otherwise, and the settled periods of units whose routine has gone on to the
 * next one. Both arms are cut to the scope, and read alike.
 */
const settledLines = (scope: Sql<boolean>): Sql => sql`(
  select due.*, unit.name as unit_name, unit.path, ${settledWords}
  from due join settlement s on s.id = due.line join unit on unit.id = due.unit_id where ${scope}
  union all
  select due.line, due.case_kind, due.case_id, due.clock, due.part, due.step, due.province_id, due.unit_id,
         due.person_id, due.starts_on, due.due_on, null, null, 'months', 'duty', '{}', '{}', '?', '[]', null, unit.name,
         unit.path, ${settledWords}
  from ${periodsGone} join settlement s on s.id = due.line where ${scope}) due`;
/** Periods of units taken off by hand, whose line has gone. */
const periodsGone = sql`
  (select settlement.id as line, null::int as office_id, settlement.* from settlement
   where case_kind = 'unit' and not exists (select from due where due.line = settlement.id)) due
  join unit on unit.id = due.unit_id`;
const settledWords = sql`s.entry, s.how, s.settled_on, s.ground, s.recorded_by, s.recorded_at`;

const mine = (actor: Actor) =>
  isFollower(actor.can)
    ? sql<boolean>`true`
    : sql<boolean>`((due.office_id is not null and due.office_id = ${actor.officeId ?? 0}) or (${heldByNobody()}
        and (cardinality(due.answers) = 0 or ${actor.office ?? ''} = any(due.answers))))`;
/** No office has the line to itself: none was named, or the one that was is in force no more. */
const heldByNobody = () => sql<boolean>`
  (due.office_id is null
   or not exists (select from office held where held.id = due.office_id and ${officeInForce('held', today())}))`;

/** The twin of `groupOf` in due.ts. */
const groupSql = (actor: Actor, on: Day): Sql<Open> => sql<Open>`
  case when not ${mine(actor)} then 'others' when due.due_on is null then 'unknown' when due.due_on < ${on} then 'overdue'
       when due.due_on <= ${weekEnd(on)} then 'week' when due.due_on <= ${monthEnd(on)} then 'month' else 'later' end`;

/** Where the day of a line lies, group by group; the same as above as plain conditions. */
const daysOf: Record<Group, (on: Day) => Sql<boolean>> = {
  others: () => sql<boolean>`true`,
  settled: () => sql<boolean>`false`,
  unknown: () => sql<boolean>`due.due_on is null`,
  overdue: (on) => sql<boolean>`due.due_on < ${on}`,
  week: (on) => sql<boolean>`due.due_on >= ${on} and due.due_on <= ${weekEnd(on)}`,
  month: (on) => sql<boolean>`due.due_on > ${weekEnd(on)} and due.due_on <= ${monthEnd(on)}`,
  later: (on) => sql<boolean>`due.due_on > ${monthEnd(on)}`,
};

/** In words whose frequency the database knows: of a `case` it believes that hardly any line fits, and plans for few. */
const inGroup = (actor: Actor, group: Group, on: Day): Sql<boolean> =>
  all([group === 'others' ? sql<boolean>`not ${mine(actor)}` : mine(actor), daysOf[group](on)]);

/** Which of the open lines were asked for: one group, or everything of one's own. */
const chosenBy = (
  actor: Actor,
  { group, from, to }: Pick<ListQuery, 'group' | 'from' | 'to'>,
): Sql<boolean> =>
  all([group === undefined ? mine(actor) : inGroup(actor, group, today()), between({ from, to })]);

interface Asked {
  db: Queryable;
  actor: Actor;
  query: ListQuery;
  scope: Sql<boolean>;
}

export async function listWork(db: Queryable, actor: Actor, query: ListQuery): Promise<Worklist> {
  const { lines: _, ...list } = await readList(db, actor, query);
  return list;
}

/** What was taken off: held are the lines; why it was may be words about a person, which are opened each time. */
export async function listSettled(db: Queryable, actor: Actor, query: ListQuery): Promise<Worklist> {
  const page = { name: 'worklist settled', query, of: ownWork };
  const { lines, ...list } = await heldPage(db, actor, page, () => readList(db, actor, query));
  return { ...list, items: await withReasons(db, actor, { lines, items: list.items }) };
}

async function readList(db: Queryable, actor: Actor, query: ListQuery): Promise<Worklist & Described> {
  const asked: Asked = { db, actor, query, scope: await scopeOf(db, actor, query) };
  const [counted, lines] = await Promise.all([
    countWork(asked),
    query.group === 'settled' ? readSettled(asked) : readOpen(asked),
  ]);
  const shown = lines.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    lines: shown,
    items: await describeLines(db, actor, shown),
    ...counted,
    next: lines.length > query.limit && last ? writeCursor(cursorOf(last, query)) : null,
    asOf: today(),
  };
}

interface Tally {
  clock: string;
  step: string;
  group: Group;
  count: number;
  /** of these: between the days asked for */
  within: number;
}

/** Whatever makes or ends a line, beside people, units and candidacies. */
export const ownWork = [
  'settlement',
  'routine',
  'measure',
  'urging',
  'urging_rule',
  'target',
  'plan',
  'report',
  'report_round',
  'report_schedule',
];

/** All groups and all pages of a list are counted at once; those of a search are not kept. */
function tallied(asked: Asked): Promise<Tally[]> {
  const { db, actor, query } = asked;
  const { q, unit, kind, from, to } = query;
  if (q) return readTally(asked);
  const page = { name: 'worklist tally', query: { unit, kind, from, to }, of: ownWork };
  return heldFor(db, actor, page, () => readTally(asked));
}

async function readTally({ db, actor, query, scope }: Asked): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select clock, min(step) as step, grouped as "group", count(*) as count,
           count(*) filter (where ${between(query)}) as within
    from (select due.clock, due.step, due.due_on, ${groupSql(actor, today())} as grouped
          from ${openLines} where ${isOpen()} and ${scope}
          union all
          select due.clock, due.step, due.due_on, 'settled' from ${settledLines(scope)}) due
    group by clock, grouped`.execute(db);
  return rows;
}

/** The counts of the groups, the kinds of work and the total. */
async function countWork(asked: Asked): Promise<Pick<Worklist, 'counts' | 'works' | 'total'>> {
  const { query } = asked;
  const rows = await tallied(asked);
  const chosen = rows.filter(({ group }) =>
    query.group === undefined ? group !== 'others' && group !== 'settled' : group === query.group,
  );
  const ofClock = ({ clock }: Tally) => query.clock === undefined || clock === query.clock;
  const counts = Object.fromEntries(groups.map((group) => [group, 0])) as Counts;
  for (const { group, count } of rows.filter(ofClock)) counts[group] += count;
  const total = chosen.filter(ofClock).reduce((sum, { within }) => sum + within, 0);
  return { counts, works: worksOf(chosen), total };
}

const between = ({ from, to }: Pick<ListQuery, 'from' | 'to'>): Sql<boolean> =>
  all([
    ...(from ? [sql<boolean>`due.due_on >= ${from}`] : []),
    ...(to ? [sql<boolean>`due.due_on <= ${to}`] : []),
  ]);

function worksOf(rows: readonly Tally[]): Work[] {
  const works = new Map<string, Work>();
  for (const { clock, step, within } of rows.filter((row) => row.within > 0)) {
    const work = works.get(clock) ?? { clock, label: labelOf(step, clock), count: 0 };
    works.set(clock, { ...work, count: work.count + within });
  }
  return [...works.values()].sort((a, b) => a.label.vi.localeCompare(b.label.vi, 'vi'));
}

const never = '9999-12-31';
const columns = (unit: { name: Sql; path: Sql }) => sql`
  due.case_kind as "caseKind", due.case_id as "caseId", due.clock, due.part, due.step, due.unit_id as "unitId",
  due.person_id as "personId", due.starts_on as "startsOn", due.due_on as "dueOn", due.extends_to as "extendsTo",
  due.count as "limit", due.unit, due.nature, due.answers, due.ends_with as "endsWith", due.confidence, due.citations,
  due.office_id as "officeId", due.office_id is not null and not ${heldByNobody()} as "held",
  ${unit.name} as "unitName", ${unit.path}`;
const openColumns = () => columns({ name: sql`unit.name`, path: sql`unit.path` });
const settledColumns = () => columns({ name: sql`due.unit_name`, path: sql`due.path` });
const order = sql`coalesce(due.due_on, ${sql.lit(never)}), due.case_kind, due.case_id, due.clock, due.part`;

const after = (cursor: string): Sql<boolean> => sql<boolean>`(${order}) > (${sql.join(readCursor(cursor))})`;

async function readOpen({ db, actor, query, scope }: Asked): Promise<Line[]> {
  const conditions = [isOpen(), scope, chosenBy(actor, query)];
  if (query.clock) conditions.push(sql<boolean>`due.clock = ${query.clock}`);
  if (query.cursor) conditions.push(after(query.cursor));
  const result = await sql<Line>`
    select ${openColumns()}, null as settled from ${openLines}
    where ${all(conditions)} order by ${order} limit ${query.limit + 1}`.execute(db);
  return result.rows;
}

/** Newest first. */
const settledOrder = sql`due.settled_on, due.case_kind, due.case_id, due.clock, due.part`;

async function readSettled({ db, query, scope }: Asked): Promise<Line[]> {
  const conditions = [between(query)];
  if (query.clock) conditions.push(sql<boolean>`due.clock = ${query.clock}`);
  if (query.cursor)
    conditions.push(sql<boolean>`(${settledOrder}) < (${sql.join(readCursor(query.cursor))})`);
  const result = await sql<Line>`
    select ${settledColumns()}, ${settledColumn} from ${settledLines(scope)}
    left join account on account.id = due.recorded_by
    where ${all(conditions)}
    order by due.settled_on desc, due.case_kind desc, due.case_id desc, due.clock desc, due.part desc
    limit ${query.limit + 1}`.execute(db);
  return result.rows;
}

const settledColumn = sql`jsonb_build_object('entry', due.entry, 'how', due.how, 'on', due.settled_on,
  'reason', due.ground, 'by', coalesce(account.display_name, ''), 'at', due.recorded_at) as settled`;

export const cursorOf = (line: Line, { group }: Pick<ListQuery, 'group'>): Cursor => [
  group === 'settled' ? (line.settled?.on ?? never) : (line.dueOn ?? never),
  line.caseKind,
  line.caseId,
  line.clock,
  line.part,
];

/** One line, open or settled; undefined where it is neither, or out of reach. */
export async function findLine(db: Queryable, actor: Actor, name: LineName): Promise<Line | undefined> {
  const line = lineIdOf(name);
  const within = await withinReach(db, actor);
  const open = await sql<Line>`
    select ${openColumns()}, null as settled from ${openLines}
    where ${isOpen()} and ${within} and due.line = ${line}::uuid`.execute(db);
  if (open.rows[0]) return open.rows[0];
  const settled = await sql<Line>`
    select ${settledColumns()}, ${settledColumn} from ${settledLines(within)}
    left join account on account.id = due.recorded_by where due.line = ${line}::uuid`.execute(db);
  return settled.rows[0];
}

/** How many lines of the reader's own end on each day. */
export async function countDays(db: Queryable, actor: Actor, query: DaysQuery): Promise<WorkDays> {
  const scope = await scopeOf(db, actor, query);
  const conditions = [isOpen(), scope, chosenBy(actor, { from: query.from, to: query.to })];
  if (query.clock) conditions.push(sql<boolean>`due.clock = ${query.clock}`);
  const result = await sql<{ on: Day; count: number }>`
    select due.due_on as "on", count(*) as count from ${openLines}
    where ${all(conditions)} group by due.due_on order by due.due_on`.execute(db);
  return { days: result.rows };
}

/** The quiet number in the menu. */
export async function countUrgent(db: Queryable, actor: Actor): Promise<Badge> {
  const within = await withinReach(db, actor);
  const result = await sql<Badge>`
    select count(*) filter (where due.due_on < ${today()}) as overdue,
           count(*) filter (where due.due_on >= ${today()}) as week
    from ${openLines}
    where ${isOpen()} and ${mine(actor)} and due.due_on <= ${weekEnd(today())} and ${within}`.execute(db);
  return result.rows[0] ?? { overdue: 0, week: 0 };
}

/** Everything open of a unit and all below it, whoever must answer, for its sheet; and one's own for a calendar. */
export async function readLines(
  db: Queryable,
  actor: Actor,
  { unit, own, limit, cursor }: { unit?: number; own: boolean; limit: number; cursor?: string | undefined },
): Promise<Line[]> {
  const conditions = [isOpen(), await withinReach(db, actor, unit === undefined ? {} : { unit })];
  if (own) conditions.push(mine(actor), sql<boolean>`due.due_on is not null`);
  if (cursor) conditions.push(after(cursor));
  const result = await sql<Line>`
    select ${openColumns()}, null as settled from ${openLines}
    where ${all(conditions)} order by ${order} limit ${limit}`.execute(db);
  return result.rows;
}

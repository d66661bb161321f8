// The list of sympathisers: who is followed in the cells within reach, by whom, when somebody last met them, and which
// of them wait for something – a meeting, an assessment, the notice of consent.
import { type RawBuilder, sql } from 'kysely';
import { today } from '../platform/clock.ts';

import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import {
  all,
  below,
  type Condition,
  numberSql,
  pageOf,
  reached,
  readCursor,
  searched,
} from './listing.store.ts';
import { halfOf } from './fostering.ts';
import { contactDays } from './values.ts';
import { type FollowedList, type FollowedQuery, type FollowedRow, groups, marks } from './view.ts';
import { assessedStages, followedStages, stagesOfGroup } from './group.ts';
import { lastStep } from '../road/road.ts';

type Row = FollowedRow & { sortKey: string };

const tables = sql`
  dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
  left join person helper on helper.id = dossier.helper_id`;

/**
 * Nobody has met the person for more days than the committee allows; whoever is paused is not waited for. Of a case taken
 * over nobody knows when the person was last met, until that is recorded.
 */
function staleSql(): Condition {
  return sql<boolean>`(dossier.paused_on is null and ${numberSql(contactDays)} is not null
    and (dossier.last_touch_on is not null or not dossier.taken_over)
    and coalesce(dossier.last_touch_on, dossier.opened_on)
        < to_char(${today()}::date - ${numberSql(contactDays)}, 'YYYY-MM-DD'))`;
}

/** Assessed for this half-year, or at a stage where nobody is assessed. */
function assessedSql(): Condition {
  const { year, half } = halfOf(today());
  return sql<boolean>`(dossier.stage <> all(${assessedStages}) or exists (select from assessment a
    where a.dossier_id = dossier.id and a.year = ${year} and a.half = ${half}))`;
}

const nextYear = () => Number(today().slice(0, 4)) + 1;
const untoldSql = sql<boolean>`dossier.informed_on is null`;

const marked: Record<(typeof marks)[number], () => Condition> = {
  stale: staleSql,
  paused: () => sql<boolean>`dossier.paused_on is not null`,
  chosen: () =>
    sql<boolean>`exists (select from chosen c where c.dossier_id = dossier.id and c.year >= ${nextYear() - 1})`,
  unassessed: () => sql<boolean>`(dossier.paused_on is null and not ${assessedSql()})`,
  untold: () => untoldSql,
};

export async function listFollowed(db: Queryable, actor: Actor, query: FollowedQuery): Promise<FollowedList> {
  const within = [
    reached(actor, 'fostering.read'),
    sql<boolean>`dossier.closed_as is null`,
    ...below(query.unit),
  ];
  const group = query.group ? inGroup(query.group) : sql<boolean>`dossier.stage = any(${followedStages})`;
  const narrowed = [...within, group, ...narrowing(query)];
  const [rows, counts, found, helpers] = await Promise.all([
    readRows(db, [...narrowed, ...after(query)], query),
    count(db, within, group),
    total(db, narrowed),
    helpersIn(db, [...within, group]),
  ]);
  const { shown, next } = pageOf(rows, query.limit, (row) => [keyOf(row, query), row.id]);
  return {
    items: shown.map(({ sortKey: _sortKey, ...row }) => row),
    total: found,
    next,
    asOf: today(),
    counts,
    helpers,
  };
}

const inGroup = (group: (typeof groups)[number]): Condition =>
  sql<boolean>`dossier.stage = any(${stagesOfGroup(group)})`;

const narrowing = (query: FollowedQuery): Condition[] => [
  ...(query.stage ? [sql<boolean>`dossier.stage = ${query.stage}`] : []),
  ...(query.helper ? [sql<boolean>`dossier.helper_id = ${query.helper}::uuid`] : []),
  ...(query.mark ? [marked[query.mark]()] : []),
  ...searched(query.q),
];

const sortOf = ({ sort }: FollowedQuery) => ({
  byTouch: sort?.endsWith('touch') ?? false,
  down: sort?.startsWith('-') ?? false,
});
const touchKey = sql<string>`coalesce(dossier.last_touch_on, '')`;
const sortKey = (query: FollowedQuery): RawBuilder<string> =>
  sortOf(query).byTouch ? touchKey : sql<string>`person.sort_key`;
const keyOf = (row: Row, query: FollowedQuery): string =>
  sortOf(query).byTouch ? (row.lastTouchOn ?? '') : row.sortKey;

function after(query: FollowedQuery): Condition[] {
  if (!query.cursor) return [];
  const [key, id] = readCursor(query.cursor);
  const sign = sortOf(query).down ? sql`<` : sql`>`;
  return [sql<boolean>`(${sortKey(query)}, dossier.id) ${sign} (${key}, ${id}::uuid)`];
}

async function readRows(db: Queryable, list: Condition[], query: FollowedQuery): Promise<Row[]> {
  const way = sortOf(query).down ? sql`desc` : sql`asc`;
  const result = await sql<Row>`
    select dossier.id, dossier.version, person.full_name as "fullName", person.sort_key as "sortKey",
           person.born_on as "bornOn", dossier.unit_id as "unitId", unit.name as "unitName", dossier.stage,
           dossier.stage_on as "stageOn", dossier.helper_id as "helperId", helper.full_name as "helperName",
           dossier.last_touch_on as "lastTouchOn", coalesce(${staleSql()}, false) as stale,
           ${numberSql(contactDays)} as "contactDays", dossier.paused_on as "pausedOn",
           (select max(c.year) from chosen c where c.dossier_id = dossier.id) as "chosenYear",
           ${assessedSql()} as assessed, dossier.informed_on as "informedOn"
    from ${tables} where ${all(list)}
    order by ${sortKey(query)} ${way}, dossier.id ${way} limit ${query.limit + 1}`.execute(db);
  return result.rows;
}

async function total(db: Queryable, list: Condition[]): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) from ${tables} where ${all(list)}`.execute(db);
  return result.rows[0]?.count ?? 0;
}

/** True counts beside the filters: one look at the rows within reach. */
async function count(db: Queryable, within: Condition[], group: Condition): Promise<FollowedList['counts']> {
  const columns = [
    ...groups.map((id) => sql`count(*) filter (where ${inGroup(id)}) as ${sql.ref(id)}`),
    ...marks.map((id) => sql`count(*) filter (where ${group} and ${marked[id]()}) as ${sql.ref(id)}`),
  ];
  const result = await sql<Record<string, number>>`
    select ${sql.join(columns)} from dossier join unit on unit.id = dossier.unit_id
    where ${all(within)}`.execute(db);
  const row = result.rows[0] ?? {};
  const pick = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, row[id] ?? 0]));
  return { groups: pick(groups), marks: pick(marks) };
}

/** Helpers a filter may name: of one cell there are few; of a province the search is the way. */
async function helpersIn(db: Queryable, list: Condition[]): Promise<FollowedList['helpers']> {
  const most = 60;
  const result = await sql<{ id: string; name: string }>`
    select helper.id, helper.full_name as name from person helper
    where helper.id in (select dossier.helper_id from dossier join unit on unit.id = dossier.unit_id
      join person on person.id = dossier.person_id where dossier.helper_id is not null and ${all(list)})
    order by helper.sort_key limit ${most + 1}`.execute(db);
  return result.rows.length > most ? [] : result.rows;
}

/** How many dossiers of a unit and those below were chosen to be proposed for admission in a year. */
export async function chosenFor(db: Queryable, year: number, unitId: number): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*) from chosen join dossier on dossier.id = chosen.dossier_id
    join unit on unit.id = dossier.unit_id
    where chosen.year = ${year} and (dossier.closed_as is null or dossier.closed_as = ${lastStep})
      and unit.path like (select path from unit as asked where asked.id = ${unitId}) || '%'`.execute(db);
  return result.rows[0]?.count ?? 0;
}

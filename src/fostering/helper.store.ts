// The helpers of a cell or a commune: whose monthly note is missing before the next meeting, how many people each one
// follows, who left without handing over.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { monthOf } from './charge.ts';
import { helpedStages } from './group.ts';
import { all, below, type Condition, numberSql, pageOf, reached, readCursor } from './listing.store.ts';
import { mostCharges } from './values.ts';
import type { HandOverRow, HelperLoad, MissingList, MissingNote } from './view.ts';

interface Paging {
  unit?: number | undefined;
  cursor?: string | undefined;
  limit: number;
}

const tables = sql`
  dossier join unit on unit.id = dossier.unit_id join person on person.id = dossier.person_id
  join person helper on helper.id = dossier.helper_id`;

const helped = (actor: Actor, unit: number | undefined): Condition[] => [
  reached(actor, 'fostering.read'),
  sql<boolean>`dossier.closed_as is null`,
  sql<boolean>`dossier.stage = any(${helpedStages})`,
  ...below(unit),
];

/** A note is expected of the month in which somebody helped, unless the candidate was paused before it. */
const expectedIn = (month: string): Condition =>
  sql<boolean>`(coalesce((select from_on from charge where charge.dossier_id = dossier.id
      order by nth desc limit 1), '') < ${`${month}-99`}
    and (dossier.paused_on is null or dossier.paused_on > ${`${month}-01`}))`;
const unwritten = (month: string): Condition =>
  sql<boolean>`not exists (select from charge_note n where n.dossier_id = dossier.id and n.month = ${month})`;

export async function listMissing(
  db: Queryable,
  actor: Actor,
  query: Paging & { month?: string | undefined },
): Promise<MissingList> {
  const month = query.month ?? monthOf(today());
  const within = [...helped(actor, query.unit), expectedIn(month)];
  const list = [...within, unwritten(month)];
  const after = query.cursor
    ? [
        sql<boolean>`(helper.sort_key, dossier.id) > (${readCursor(query.cursor)[0]}, ${readCursor(query.cursor)[1]}::uuid)`,
      ]
    : [];
  // “offset 0” keeps those found apart from their order: the order of the whole roll is no way to find few.
  const read = sql<MissingNote & { key: string }>`
    with page as materialized (
      select * from (select dossier.id, helper.sort_key from ${tables} where ${all([...list, ...after])} offset 0) found
      order by sort_key, id limit ${query.limit + 1})
    select dossier.id, person.full_name as name, unit.name as "unitName", helper.id as "helperId",
           helper.full_name as "helperName", helper.sort_key as key,
           (select max(n.month) from charge_note n where n.dossier_id = dossier.id) as "lastMonth"
    from page join ${tables} on dossier.id = page.id order by helper.sort_key, dossier.id`;
  const [result, total, expected] = await Promise.all([
    read.execute(db),
    countOf(db, list),
    countOf(db, within),
  ]);
  const { shown, next } = pageOf(result.rows, query.limit, (row) => [row.key, row.id]);
  return {
    items: shown.map(({ key: _key, ...row }) => row),
    total,
    expected,
    next,
    asOf: today(),
    month,
  };
}

async function countOf(db: Queryable, list: readonly Condition[]): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) from ${tables} where ${all(list)}`.execute(db);
  return result.rows[0]?.count ?? 0;
}

type LoadRow = HelperLoad & { key: string };

/** Helpers in the order of their names, each with the people of today; nobody is ranked. */
export async function listLoads(db: Queryable, actor: Actor, query: Paging) {
  const list = helped(actor, query.unit);
  const month = monthOf(today());
  const after = query.cursor
    ? sql`where (helper.sort_key, helper.id) > (${readCursor(query.cursor)[0]}, ${readCursor(query.cursor)[1]}::uuid)`
    : sql``;
  // Whose people are shown is found first; they are counted and named for those alone.
  const ids = sql`select dossier.helper_id from dossier join unit on unit.id = dossier.unit_id
    join person on person.id = dossier.person_id where dossier.helper_id is not null and ${all(list)}`;
  const read = sql<LoadRow>`
    with met as materialized (select distinct helper_id as id from (${ids}) found),
    page as materialized (
      select helper.id from met join person helper on helper.id = met.id ${after}
      order by helper.sort_key, helper.id limit ${query.limit + 1})
    select helper.id as "helperId", helper.full_name as name, min(unit.name) as "unitName",
           helper.sort_key as key, count(*) as charges, min(${numberSql(mostCharges)}) as most,
           count(*) > min(${numberSql(mostCharges)}) as over,
           count(*) filter (where ${expectedIn(month)} and ${unwritten(month)}) as missing,
           jsonb_agg(jsonb_build_object('id', dossier.id, 'name', person.full_name, 'stage', dossier.stage,
             'since', (select from_on from charge where charge.dossier_id = dossier.id order by nth desc limit 1))
             order by person.sort_key) as people
    from ${tables} where dossier.helper_id in (select id from page) and ${all(list)}
    group by helper.id order by helper.sort_key, helper.id`;
  const count = sql<{ count: number }>`select count(distinct helper.id) from ${tables} where ${all(list)}`;
  const [result, counted] = await Promise.all([read.execute(db), count.execute(db)]);
  const { shown, next } = pageOf(result.rows, query.limit, (row) => [row.key, row.helperId]);
  const items = shown.map(({ key: _key, ...row }) => ({ ...row, over: row.over ?? false }));
  return { items, total: counted.rows[0]?.count ?? 0, next, asOf: today() };
}

/** Helpers who were replaced while the candidacy goes on, and of whom no hand-over note stands. */
export async function listHandOvers(
  db: Queryable,
  actor: Actor,
  { unit }: Pick<Paging, 'unit'>,
): Promise<{ items: HandOverRow[]; total: number }> {
  const list = [
    reached(actor, 'fostering.read'),
    sql<boolean>`dossier.closed_as is null`,
    sql<boolean>`charge.replaced_on is not null and not charge.handed_over`,
    ...below(unit),
  ];
  const result = await sql<HandOverRow>`
    select dossier.id, person.full_name as name, unit.name as "unitName", charge.helper_id as "helperId",
           helper.full_name as "helperName", charge.from_on as "fromOn", charge.replaced_on as "replacedOn"
    from charge join dossier on dossier.id = charge.dossier_id join unit on unit.id = dossier.unit_id
    join person on person.id = dossier.person_id join person helper on helper.id = charge.helper_id
    where ${all(list)} order by charge.replaced_on desc, dossier.id limit 200`.execute(db);
  return { items: result.rows, total: result.rows.length };
}

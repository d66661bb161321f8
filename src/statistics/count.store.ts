// Counting: any figure, for every unit that had it, over any days – whole, by part, by month and by year. One query
// each, by the lowest unit; sums up the tree are made by org/tree.ts, in the tree of whatever day is asked.
import { sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { type BreakdownId, type FigureId, getFigure } from './figure.ts';
import { kept } from './kept.store.ts';
import { findPart, type PartId } from './part.ts';
import { type Asked, partSql, placeJoin, viewOf, whereOf } from './rows.store.ts';

export type { Asked } from './rows.store.ts';

/** By the unit that had it that day; units without any are absent. */
export async function countByUnit(db: Queryable, asked: Asked): Promise<Map<number, number>> {
  const rows = await rowsFor(db, asked, { what: 'unit', of: madeOf(asked.figure) }, (from) => read(db, from));
  return new Map(rows.map(({ unitId, count }) => [unitId, count]));
}

async function read(db: Queryable, asked: Asked): Promise<{ unitId: number; count: number }[]> {
  const result = await sql<{ unitId: number; count: number }>`
    select row.unit_id as "unitId", count(*)::int as count from ${viewOf(asked.figure)}
    where ${whereOf(asked)} group by row.unit_id`.execute(db);
  return result.rows;
}

/** Streams whose acts may change how many there are; of which kind they are, the person says. */
const madeOf = (figure: FigureId): string[] => [getFigure(figure).record];
const partsMadeOf = (figure: FigureId): string[] => [...madeOf(figure), 'person'];

/** A branch of so many units costs as much as the whole, which is kept. */
const wide = 400;

/** Rows of the whole tree are kept between questions; rows of a large branch are picked out of them. */
async function rowsFor<R extends { unitId: number }>(
  db: Queryable,
  asked: Asked,
  { what, of }: { what: string; of: readonly string[] },
  make: (asked: Asked) => Promise<R[]>,
): Promise<readonly R[]> {
  const { figure, from, to, below, unitIds } = asked;
  if ((below && below !== '/') || (unitIds && unitIds.length < wide)) return make(asked);
  const key = [what, figure, from, to].join('|');
  const all = await kept(db, { key, of }, () => make({ figure, from, to }));
  if (!unitIds) return all;
  const own = new Set(unitIds);
  return all.filter(({ unitId }) => own.has(unitId));
}

export type PartCounts = Partial<Record<PartId, number>>;

/** The same by part; parts that Nguồn does not count, or that the figure has not, are absent. */
export async function countPartsByUnit(
  db: Queryable,
  asked: Asked,
  parts: readonly PartId[],
): Promise<Map<number, PartCounts>> {
  const own = getFigure(asked.figure).parts;
  const counted = parts.flatMap((id) => {
    const condition = own.includes(id) ? partSql(id, asked) : null;
    return condition ? [{ id, condition }] : [];
  });
  if (counted.length === 0) return new Map();
  const byCell = counted.some(({ id }) => findPart(id)?.by === 'cell');
  const columns = counted.map(
    ({ id, condition }) => sql`count(*) filter (where ${condition})::int as ${sql.ref(id)}`,
  );
  const make = async (from: Asked) => {
    const result = await sql<{ unitId: number } & PartCounts>`
      select row.unit_id as "unitId", ${sql.join(columns)} from ${viewOf(from.figure)}
      ${byCell ? placeJoin(from) : sql``}
      where ${whereOf(from)} group by row.unit_id`.execute(db);
    return result.rows;
  };
  const what = counted.map(({ id }) => id).join(' ');
  const rows = await rowsFor(db, asked, { what, of: partsMadeOf(asked.figure) }, make);
  return new Map(rows.map(({ unitId, ...counts }) => [unitId, counts as PartCounts]));
}

export interface Dated {
  unitId: number;
  /** 'YYYY-MM' by month, 'YYYY' by year – and by month where only the year is known */
  when: string;
  count: number;
}

/** Of a flow. */
export const countByMonth = (db: Queryable, asked: Asked): Promise<readonly Dated[]> =>
  countDated(db, asked, 7);

export const countByYear = (db: Queryable, asked: Asked): Promise<readonly Dated[]> =>
  countDated(db, asked, 4);

/** By so many letters of the day. */
async function countDated(db: Queryable, asked: Asked, letters: 4 | 7): Promise<readonly Dated[]> {
  if (getFigure(asked.figure).nature === 'stock') return [];
  return rowsFor(db, asked, { what: `dated ${letters}`, of: madeOf(asked.figure) }, async (from) => {
    const result = await sql<Dated>`
      select row.unit_id as "unitId", left(row.on_day, ${letters}) as "when", count(*)::int as count
      from ${viewOf(from.figure)} where ${whereOf(from)} group by 1, 2 order by 2, 1`.execute(db);
    return result.rows;
  });
}

/** A partition: every record stands under one value; null = not known. */
export async function countByValue(
  db: Queryable,
  asked: Asked,
  breakdown: BreakdownId,
): Promise<Map<string | null, number>> {
  const result = await sql<{ value: string | null; count: number }>`
    select ${sql.ref(`row.${breakdown}`)}::text as value, count(*)::int as count from ${viewOf(asked.figure)}
    where ${whereOf(asked)} group by 1`.execute(db);
  return new Map(result.rows.map(({ value, count }) => [value, count]));
}

/** Official and probationary members on the roll at the end of that day. */
export const membersOn = (
  db: Queryable,
  on: Day,
  place: Pick<Asked, 'below' | 'unitIds'> = {},
): Promise<Map<number, number>> => countByUnit(db, { figure: 'members', from: on, to: on, ...place });

export interface FigureRecord {
  recordId: string;
  personId: string | null;
  dossierId: string | null;
  unitId: number;
  /** of a flow the day of the event, of a stock the day from which it stands */
  on: string;
}

export interface Page {
  /** recordId and day of the last record seen */
  after?: { on: string; recordId: string } | undefined;
  limit: number;
}

/** The records behind a number, page by page, oldest first: all pages together are as many as the number says. */
export async function listRecords(
  db: Queryable,
  asked: Asked,
  { after, limit }: Page,
): Promise<FigureRecord[]> {
  const { nature, record } = getFigure(asked.figure);
  const on = nature === 'flow' ? sql<string>`row.on_day` : sql<string>`row.from_on`;
  const dossier = record === 'dossier' ? sql`row.dossier_id` : sql`null::uuid`;
  const later = after
    ? sql`and (${on}, row.record_id collate "C") > (${after.on}, ${after.recordId})`
    : sql``;
  const result = await sql<FigureRecord>`
    select row.record_id as "recordId", row.person_id as "personId", ${dossier} as "dossierId",
           row.unit_id as "unitId", ${on} as "on"
    from ${viewOf(asked.figure)} where ${whereOf(asked)} ${later}
    order by ${on}, row.record_id collate "C" limit ${limit}`.execute(db);
  return result.rows;
}

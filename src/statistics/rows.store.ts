// The rows a figure is made of, as conditions for the database: which view, which days, which units. All counting and
// every list of records is made from this one place, so that the sum of the records is the number.
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import { type FigureId, getFigure } from './figure.ts';
import { type PartId, partCodes, youthBelow } from './part.ts';

export interface Asked {
  figure: FigureId;
  /** of a stock only `to` counts: what stands at the end of that day */
  from: Day;
  /** inclusive */
  to: Day;
  /** branch of today’s tree, by its path */
  below?: string | null | undefined;
  /** units of any tree: a branch of the tree of another day is a slice of its nodes */
  unitIds?: readonly number[] | undefined;
}

/** `row` names the view in every query below. */
export const viewOf = (figure: FigureId): RawBuilder<unknown> =>
  sql`${sql.table(getFigure(figure).view)} as row`;

export function whereOf({ figure, from, to, below, unitIds }: Asked): RawBuilder<boolean> {
  const conditions = [
    getFigure(figure).nature === 'flow' ? withinSql(sql`row.on_day`, from, to) : standsSql(to),
  ];
  if (unitIds) conditions.push(sql<boolean>`row.unit_id = any(${[...unitIds]}::int[])`);
  if (below && below !== '/')
    conditions.push(sql<boolean>`row.unit_id in (select id from unit where unit.path like ${`${below}%`})`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** The first two comparisons are for the index; the third is the rule (within.ts). */
export const withinSql = (day: RawBuilder<unknown>, from: Day, to: Day): RawBuilder<boolean> => sql<boolean>`
  (${day} >= ${from.slice(0, 4)} and ${day} <= ${to} and case length(${day})
     when 10 then ${day} >= ${from}
     when 7 then ${day} || '-01' >= ${from}
     else ${day} || '-01-01' >= ${from} and ${day} || '-12-31' <= ${to} end)`;

const standsSql = (on: Day): RawBuilder<boolean> =>
  sql<boolean>`(row.from_on <= ${on} and (row.to_on is null or row.to_on > ${on}))`;

/** Day on which the kind of the cell is asked. */
export const dayOfRow = ({ figure, to }: Pick<Asked, 'figure' | 'to'>): RawBuilder<string> =>
  getFigure(figure).nature === 'flow' ? sql<string>`row.on_day` : sql<string>`${to}::text`;

/** Kind and type of the unit as they were on that day. */
export const placeJoin = (asked: Pick<Asked, 'figure' | 'to'>): RawBuilder<unknown> => sql`
  left join unit_place as place on place.unit_id = row.unit_id and place.from_on <= ${dayOfRow(asked)}
    and (place.to_on is null or place.to_on > ${dayOfRow(asked)})`;

const oneOf = (column: RawBuilder<unknown>, codes: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`coalesce(${column} = any(${[...codes]}::text[]), false)`;
const cellOf = (codes: readonly string[]) => oneOf(sql`place.type`, codes);
const workOf = (codes: readonly string[]) => oneOf(sql`row.occupation`, codes);

/** The latest day of birth that a day known in part may mean: the youngest age. */
const lastBirth = sql`case length(row.born_on) when 10 then row.born_on when 7 then row.born_on || '-31'
  else row.born_on || '-12-31' end`;
const youngOn = (day: RawBuilder<string>): RawBuilder<boolean> => sql<boolean>`
  coalesce((left(row.born_on, 4)::int + ${youthBelow}) || substr(${lastBirth}, 5) > ${day}, false)`;

/** Whether a row belongs to a part; null for what is not counted here. */
export function partSql(part: PartId, asked: Asked): RawBuilder<boolean> | null {
  const make: Record<PartId, () => RawBuilder<boolean> | null> = {
    women: () => sql<boolean>`coalesce(row.sex = 'F', false)`,
    youth_union: () => sql<boolean>`coalesce(row.youth_union, false)`,
    youth: () => youngOn(dayOfRow(asked)),
    minority: () => sql<boolean>`coalesce(row.ethnicity <> ${partCodes.majority}, false)`,
    religious: () => null,
    worker: () => workOf(partCodes.worker),
    farmer: () => workOf(partCodes.farmer),
    student: () => workOf(partCodes.student),
    degree: () => oneOf(sql`row.profession`, partCodes.degree),
    village: () => cellOf(partCodes.village),
    private_enterprise: () => cellOf(partCodes.private_enterprise),
    military: () => cellOf(partCodes.military),
  };
  return make[part]();
}

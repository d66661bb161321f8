// Reads a view of figures: whole, or the rows of some persons, cases or units. One answer for all rows: each column comes
// as one text packed by the database, so that no row is made on the way.
import { type RawBuilder, sql } from 'kysely';
import { breathing } from '../../../platform/behind/breathe.ts';
import type { Queryable } from '../../../platform/db.ts';
import type { Columns } from '../../../columns/columns.ts';
import type { DimensionId } from '../dimension.ts';
import { between, unpacking } from '../../../columns/pack.ts';
import { getSource, type Source, type SourceId } from '../source.ts';

export const readColumns = (db: Queryable, id: SourceId): Promise<Columns> => read(db, id, sql``);

export const readRowsOf = (db: Queryable, id: SourceId, subjects: readonly string[]): Promise<Columns> =>
  read(db, id, whereSubject(getSource(id), subjects));

function whereSubject({ record }: Source, subjects: readonly string[]): RawBuilder<unknown> {
  if (record === 'unit') return sql`where row.self_id = any(${subjects.map(Number)}::int[])`;
  return sql`where ${subject[record]} = any(${[...subjects]}::uuid[])`;
}

interface Answer {
  rows: number;
  subject: string | Uint8Array | null;
  [column: string]: unknown;
}

async function read(db: Queryable, id: SourceId, where: RawBuilder<unknown>): Promise<Columns> {
  const source = getSource(id);
  const codes = source.dimensions.filter((one) => isColumn(source, one));
  const texts = Object.entries(columnsIn(source, codes)).map(
    ([name, column]) =>
      sql`string_agg(coalesce(${column}::text, ''), ${sql.lit(between)}) as ${sql.ref(name)}`,
  );
  const result = await sql<Answer>`
    select count(*)::int as rows, ${idsOf(source)} as subject, ${sql.join(texts)}
    from ${sql.table(source.view)} as row
    ${codes.includes('cell_type') ? placeOfDay : sql``} ${where}`.execute(db);
  const [answer = { rows: 0, subject: null }] = result.rows;
  const { rows, subject: ids, ...columns } = answer;
  const text = columns as Partial<Record<string, string | null>>;
  const packed = {
    ...text,
    rows,
    subject: ids,
    codes: Object.fromEntries(codes.map((one) => [one, text[one] ?? null])),
  };
  return breathing(unpacking(source, packed));
}

const columnsIn = (source: Source, codes: readonly DimensionId[]): Record<string, RawBuilder<unknown>> => ({
  unit: sql`row.unit_id`,
  on: source.nature === 'flow' ? sql`row.on_day` : sql`row.from_on`,
  ...(source.nature === 'flow' ? {} : { to: sql`row.to_on` }),
  ...(source.dimensions.includes('age') ? { born: sql`row.born_on` } : {}),
  ...(source.pair ? { other: sql`row.other_id` } : {}),
  ...Object.fromEntries(codes.map((one) => [one, columnOf(one)])),
});

const subject = {
  person: sql`row.person_id`,
  dossier: sql`row.dossier_id`,
  unit: sql`row.self_id`,
} as const;

/** A uuid as its sixteen bytes. */
const idsOf = ({ record }: Source): RawBuilder<unknown> =>
  record === 'unit'
    ? sql`string_agg(${subject.unit}::text, ${sql.lit(between)})`
    : sql`string_agg(uuid_send(${subject[record]}), '')`;

/** Age and sector are reckoned; the type of a cell of a stock is that of the tree of the day. */
const isColumn = ({ nature }: Source, by: DimensionId): boolean =>
  by !== 'age' && by !== 'sector' && (by !== 'cell_type' || nature === 'flow');
const columnOf = (by: DimensionId): RawBuilder<unknown> =>
  by === 'cell_type' ? sql`place.type` : sql.ref(`row.${by}`);
const placeOfDay = sql`
  left join unit_place as place on place.unit_id = row.unit_id and place.from_on <= row.on_day
    and (place.to_on is null or place.to_on > row.on_day)`;

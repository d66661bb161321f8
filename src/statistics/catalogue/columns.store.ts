// Reads a view of figures whole and holds it until something is written that may change it.
import { type RawBuilder, sql } from 'kysely';
import type { Db, Queryable } from '../../platform/db.ts';
import { type Columns, columnsOf, type Raw } from './columns.ts';
import type { DimensionId } from './dimension.ts';
import { getSource, type Source, type SourceId, sources } from './source.ts';

const held = new WeakMap<Db, Map<SourceId, Promise<Columns>>>();

/** Streams whose rows a source is made of; an import that is undone takes its entries out of all of them. */
const organisations = ['unit', 'batch'];
const persons = ['person', ...organisations];
const cases = ['dossier', ...persons];
const madeOf: Record<SourceId, readonly string[]> = {
  member: ['person', 'batch'],
  movement: persons,
  guest: ['person', 'batch'],
  admission: persons,
  recognition: persons,
  due: persons,
  idle: persons,
  sourcing: cases,
  class: cases,
  introduction: cases,
  stage: cases,
  request: ['request', ...cases],
  waiting: ['request', ...cases],
  cell: organisations,
  below: organisations,
  base: organisations,
};

/** To be told after every write. Whoever is still reading what was there before keeps it to himself. */
export function forgetColumns(db: Db, written: ReadonlySet<string>): void {
  const kept = held.get(db);
  if (!kept) return;
  for (const id of Object.keys(sources) as SourceId[])
    if (madeOf[id].some((prefix) => written.has(prefix))) kept.delete(id);
}

/** Inside a transaction nothing is kept: it sees what others do not see yet. */
export async function columnsFor(db: Queryable, id: SourceId): Promise<Columns> {
  if (db.isTransaction) return readColumns(db, id);
  const kept = held.get(db as Db) ?? new Map<SourceId, Promise<Columns>>();
  held.set(db as Db, kept);
  const known = kept.get(id);
  if (known) return known;
  const reading = readColumns(db, id);
  kept.set(id, reading);
  // What failed is read again.
  reading.catch(() => kept.get(id) === reading && kept.delete(id));
  return reading;
}

/** One answer for the whole view: each column as one text packed by the database, so that no row is made on the way. */
export async function readColumns(db: Queryable, id: SourceId): Promise<Columns> {
  const source = getSource(id);
  const codes = source.dimensions.filter((one) => isColumn(source, one));
  const flow = source.nature === 'flow';
  const columns = {
    unit: sql`row.unit_id`,
    on: flow ? sql`row.on_day` : sql`row.from_on`,
    ...(flow ? {} : { to: sql`row.to_on` }),
    ...(source.dimensions.includes('age') ? { born: sql`row.born_on` } : {}),
    ...(source.pair ? { other: sql`row.other_id` } : {}),
    subject: subject[source.record],
    ...Object.fromEntries(codes.map((one) => [one, columnOf(one)])),
  };
  const packed = Object.entries(columns).map(
    ([name, column]) =>
      sql`string_agg(coalesce(${column}::text, ''), ${sql.lit(between)}) as ${sql.ref(name)}`,
  );
  const result = await sql<Record<string, string | null> & { rows: number }>`
    select count(*)::int as rows, ${sql.join(packed)}
    from ${sql.table(source.view)} as row ${codes.includes('cell_type') ? placeOfDay : sql``}`.execute(db);
  const [read] = result.rows;
  return columnsOf(source, rawOf(read?.rows ?? 0, read ?? {}, codes));
}

/** No code, day or id has it. */
const between = '|';

function rawOf(rows: number, read: Record<string, unknown>, codes: readonly DimensionId[]): Raw {
  const column = (name: string): string[] => {
    const text = read[name];
    return typeof text === 'string' && rows > 0
      ? text.split(between)
      : Array.from({ length: rows }, () => '');
  };
  return {
    unit: column('unit'),
    on: column('on'),
    to: column('to'),
    born: column('born'),
    other: column('other'),
    subject: column('subject'),
    codes: Object.fromEntries(codes.map((one) => [one, column(one)])),
  };
}

const subject = {
  person: sql`row.person_id`,
  dossier: sql`row.dossier_id`,
  unit: sql`row.self_id`,
} as const;

/** Age is reckoned from the birth; the type of a cell of a stock is that of the tree of the day. */
const isColumn = ({ nature }: Source, by: DimensionId): boolean =>
  by !== 'age' && (by !== 'cell_type' || nature === 'flow');
const columnOf = (by: DimensionId): RawBuilder<unknown> =>
  by === 'cell_type' ? sql`place.type` : sql.ref(`row.${by}`);
const placeOfDay = sql`
  left join unit_place as place on place.unit_id = row.unit_id and place.from_on <= row.on_day
    and (place.to_on is null or place.to_on > row.on_day)`;

// Reach as a SQL condition: the twin of `within` in access.ts. A list is cut to reach and to the unit asked for so that the
// database answers it quickly: few units are asked for by number, which every index serves; many by the beginning of their
// path, written out so that it can be planned for.
import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../platform/db.ts';
import { held } from '../platform/held.ts';
import type { Reach } from './access.ts';

/** SQL expressions of a query that say where its records stand; a missing one can never match. */
export interface PlaceColumns {
  path: RawBuilder<string>;
  proposerUnitId?: RawBuilder<number>;
  classUnitId?: RawBuilder<number>;
  personId?: RawBuilder<string>;
  helperId?: RawBuilder<string>;
  proposerPersonId?: RawBuilder<string>;
  addressedPath?: RawBuilder<string>;
}

const never = sql<boolean>`false`;

type Of<K extends Reach['kind']> = Extract<Reach, { kind: K }>;
type Condition = RawBuilder<boolean>;

const conditions: { [K in Reach['kind']]: (reach: Of<K>, columns: PlaceColumns) => Condition } = {
  nothing: () => never,
  everywhere: () => sql<boolean>`true`,
  paths: ({ paths }, { path }) =>
    sql<boolean>`(${sql.join(
      paths.map((start) => sql`${path} like ${`${start}%`}`),
      sql` or `,
    )})`,
  proposed_by: ({ unitId }, { proposerUnitId: column }) => given(column, (it) => sql`${it} = ${unitId}`),
  classes_of: ({ unitId }, { classUnitId: column }) => given(column, (it) => sql`${it} = ${unitId}`),
  person: (reach, { personId: column }) => given(column, (it) => sql`${it} = ${reach.personId}::uuid`),
  people_of: ({ personId }, { helperId, proposerPersonId }) =>
    anyOf([helperId, proposerPersonId], (it) => sql`${it} = ${personId}::uuid`),
  addressed: ({ path }, { addressedPath: column }) => given(column, (it) => sql`${it} like ${`${path}%`}`),
};

export function reachSql<K extends Reach['kind']>(reach: Of<K>, columns: PlaceColumns): Condition {
  return conditions[reach.kind as K](reach, columns);
}

const given = <T>(
  column: RawBuilder<T> | undefined,
  condition: (column: RawBuilder<T>) => RawBuilder<unknown>,
) => (column ? sql<boolean>`${condition(column)}` : never);

function anyOf(
  columns: readonly (RawBuilder<string> | undefined)[],
  condition: (column: RawBuilder<string>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const given = columns.filter((column) => column !== undefined);
  return given.length > 0
    ? sql<boolean>`coalesce(${sql.join(given.map(condition), sql` or `)}, false)`
    : never;
}

export interface Cut {
  /** few units, asked for by number alone: the query needs no path */
  few: boolean;
  /** the condition for a query that has these columns */
  where: (columns: PlaceColumns & { unitId: RawBuilder<number> }) => RawBuilder<boolean>;
}

/** What lies within reach and, if a unit is named by its path, in its branch. */
export async function cutTo(db: Queryable, within: Reach, branch: string | null): Promise<Cut> {
  const starts = startsOf(within, branch);
  if (starts === null)
    return { few: false, where: (columns) => allOf(reachSql(within, columns), branch, columns.path) };
  const ids = await unitsBelow(db, starts);
  if (ids) return { few: true, where: ({ unitId }) => sql<boolean>`${unitId} = any(${ids}::int[])` };
  const begins = (path: RawBuilder<string>) =>
    starts.map((start) => sql`${path} like ${sql.lit(`${start}%`)}`);
  return { few: false, where: ({ path }) => sql<boolean>`(${sql.join(begins(path), sql` or `)})` };
}

const allOf = (reached: RawBuilder<boolean>, branch: string | null, path: RawBuilder<string>) =>
  branch === null ? reached : sql<boolean>`(${reached} and ${path} like ${`${branch}%`})`;

/** Beginnings of paths; null where reach is not a matter of the tree. */
export function startsOf(within: Reach, branch: string | null): string[] | null {
  if (within.kind !== 'paths' && within.kind !== 'everywhere') return null;
  const reached = within.kind === 'paths' ? within.paths : ['/'];
  if (!reached.every(isPath) || (branch !== null && !isPath(branch))) return null;
  if (branch === null) return [...reached];
  return reached.flatMap((start) =>
    start.startsWith(branch) ? [start] : branch.startsWith(start) ? [branch] : [],
  );
}

const isPath = (text: string): boolean => /^\/[0-9/]*$/.test(text);

interface Paths {
  /** sorted, each with the id at the same index */
  paths: string[];
  ids: number[];
}

/** A list asks for so many units by their numbers. */
export const fewUnits = 200;

/** Ended ones too; null when there are more than a list is asked by. */
async function unitsBelow(db: Queryable, starts: readonly string[]): Promise<number[] | null> {
  if (starts.length === 0) return [];
  if (db.isTransaction) return null;
  const found = await allBelow(db, starts);
  return found.length > fewUnits ? null : found;
}

/** Units of these beginnings, each once. */
export async function allBelow(db: Queryable, starts: readonly string[]): Promise<number[]> {
  const { paths, ids } = await held(db, { key: 'unit paths', sources: ['unit'] }, () => readPaths(db));
  // What begins so stands together: '~' comes behind every digit and stroke.
  const branches = starts.map((start) => ids.slice(firstFrom(paths, start), firstFrom(paths, `${start}~`)));
  return branches.length === 1 ? (branches[0] as number[]) : [...new Set(branches.flat())];
}

async function readPaths(db: Queryable): Promise<Paths> {
  const { rows } = await sql<{ id: number; path: string }>`
    select id, path from unit order by path collate "C"`.execute(db);
  return { paths: rows.map(({ path }) => path), ids: rows.map(({ id }) => id) };
}

function firstFrom(paths: readonly string[], start: string): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] as string) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

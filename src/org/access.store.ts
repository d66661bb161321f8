// Reach as a SQL condition: the twin of `within` in access.ts.
import { type RawBuilder, sql } from 'kysely';
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
  proposed_by: ({ unitId }, { proposerUnitId: column }) => held(column, (it) => sql`${it} = ${unitId}`),
  classes_of: ({ unitId }, { classUnitId: column }) => held(column, (it) => sql`${it} = ${unitId}`),
  person: (reach, { personId: column }) => held(column, (it) => sql`${it} = ${reach.personId}::uuid`),
  people_of: ({ personId }, { helperId, proposerPersonId }) =>
    anyOf([helperId, proposerPersonId], (it) => sql`${it} = ${personId}::uuid`),
  addressed: ({ path }, { addressedPath: column }) => held(column, (it) => sql`${it} like ${`${path}%`}`),
};

export function reachSql<K extends Reach['kind']>(reach: Of<K>, columns: PlaceColumns): Condition {
  return conditions[reach.kind as K](reach, columns);
}

const held = <T>(
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

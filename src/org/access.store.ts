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

export function reachSql(reach: Reach, columns: PlaceColumns): RawBuilder<boolean> {
  switch (reach.kind) {
    case 'nothing':
      return never;
    case 'everywhere':
      return sql<boolean>`true`;
    case 'paths':
      return sql<boolean>`(${sql.join(
        reach.paths.map((path) => sql`${columns.path} like ${`${path}%`}`),
        sql` or `,
      )})`;
    case 'proposed_by':
      return columns.proposerUnitId ? sql<boolean>`${columns.proposerUnitId} = ${reach.unitId}` : never;
    case 'classes_of':
      return columns.classUnitId ? sql<boolean>`${columns.classUnitId} = ${reach.unitId}` : never;
    case 'person':
      return columns.personId ? sql<boolean>`${columns.personId} = ${reach.personId}::uuid` : never;
    case 'people_of':
      return anyOf(
        [columns.helperId, columns.proposerPersonId],
        (column) => sql`${column} = ${reach.personId}::uuid`,
      );
    case 'addressed':
      return columns.addressedPath ? sql<boolean>`${columns.addressedPath} like ${`${reach.path}%`}` : never;
  }
}

function anyOf(
  columns: readonly (RawBuilder<string> | undefined)[],
  condition: (column: RawBuilder<string>) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  const held = columns.filter((column) => column !== undefined);
  return held.length > 0 ? sql<boolean>`coalesce(${sql.join(held.map(condition), sql` or `)}, false)` : never;
}

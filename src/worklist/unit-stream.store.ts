// The stream of units with what follows from it for the work list: the lines of a unit and, when it stands elsewhere than
// before, of the units below it. Cases below a unit that moves are reckoned again with the law (lawbook).
import { sql } from 'kysely';
import { unitStream } from '../org/unit.store.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Stream } from '../platform/ledger.ts';
import { keepDues } from './due.store.ts';
import { renewUnitDues } from './unit-due.store.ts';

export const unitStreamWithLines: Stream = {
  ...unitStream,
  tables: [...unitStream.tables, 'due'],
  project: projectUnits,
};

async function projectUnits(tx: Tx, ids: string[]): Promise<void> {
  const numbers = ids.map(Number);
  const before = await pathsOf(tx, numbers);
  await unitStream.project(tx, ids);
  const after = await pathsOf(tx, numbers);
  const gone = ids.filter((id) => !after.has(Number(id)));
  await keepDues(tx, 'unit', gone, []);
  const placed = [...after].filter(([id, path]) => before.get(id) !== path);
  await renewUnitDues(tx, [...new Set([...after.keys(), ...(await idsBelow(tx, placed))])]);
}

type Placed = readonly (readonly [id: number, path: string])[];

async function pathsOf(db: Queryable, ids: number[]): Promise<Map<number, string>> {
  const result = await sql<{ id: number; path: string }>`
    select id, path from unit where id = any(${ids}::int[])`.execute(db);
  return new Map(result.rows.map(({ id, path }) => [id, path]));
}

async function idsBelow(db: Queryable, placed: Placed): Promise<number[]> {
  const result = await sql<{ id: number }>`
    with recursive below (id) as (
      select unnest(${placed.map(([id]) => id)}::int[])
      union
      select unit.id from below join unit on unit.parent_id = below.id
    )
    select id from below`.execute(db);
  return result.rows.map((row) => row.id);
}

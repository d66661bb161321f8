// Counts by unit, held: after a write only the units are counted again that its streams name. A list sums those of its reach.
import { sql } from 'kysely';
import type { Queryable } from '../../platform/db.ts';
import { held } from '../../platform/held.ts';
import { idOf } from '../../platform/entry.ts';
import type { Reach } from '../access.ts';
import { allBelow, fewUnits, startsOf } from '../access.store.ts';

export interface Counted {
  unitId: number;
  count: number;
}

export interface Tally<C extends Counted> {
  key: string;
  sources: readonly string[];
  /** of these sources only the units named are counted again */
  patched: readonly string[];
  /** null: all units */
  count: (db: Queryable, units: readonly number[] | null) => Promise<C[]>;
}

/**
 * What is counted within reach and, if a unit is named by its path, in its branch; null where reach is no matter of the tree,
 * or so small that it is counted at once.
 */
export async function tallied<C extends Counted>(
  db: Queryable,
  tally: Tally<C>,
  { within, branch }: { within: Reach; branch: string | null },
): Promise<C[] | null> {
  const starts = db.isTransaction ? null : startsOf(within, branch);
  if (starts === null) return null;
  const units = await allBelow(db, starts);
  if (units.length <= fewUnits) return null;
  const counts = await countsOf(db, tally);
  return units.flatMap((id) => counts.get(id) ?? []);
}

/** Of every unit in which anything is counted. */
export function countsOf<C extends Counted>(
  db: Queryable,
  { key, sources, patched, count }: Tally<C>,
): Promise<Map<number, C[]>> {
  const by = async (counts: Map<number, C[]>, streams: readonly string[]) => {
    const units = await unitsNamed(db, streams);
    const fresh = byUnit(await count(db, units));
    for (const unit of units) counts.set(unit, fresh.get(unit) ?? []);
    return counts;
  };
  const read = async () => byUnit(await count(db, null));
  return held(db, { key: `tally ${key}`, sources, patch: { of: patched, by } }, read);
}

/**
 * Every unit of which a count may be another after these streams were written: all that their entries name, and those of the
 * candidacies of these persons, or of which the entries speak.
 */
async function unitsNamed(db: Queryable, streams: readonly string[]): Promise<number[]> {
  const people = streams.filter((stream) => stream.startsWith('person:')).map(idOf);
  const { rows } = await sql<{ id: number }>`
    with meant as (
      select unnest(${[...streams]}::text[]) as stream
      union select 'dossier:' || id from dossier where person_id = any(${people}::uuid[])
      union select 'dossier:' || (data ->> 'dossierId') from ledger
        where stream = any(${[...streams]}) and data ->> 'dossierId' is not null)
    select distinct named::int as id from meant join ledger on ledger.stream = meant.stream,
      lateral unnest(array[ledger.unit_id::text, ledger.data ->> 'toUnitId', ledger.data ->> 'fromUnitId']) as named
    where named is not null`.execute(db);
  return rows.map(({ id }) => id);
}

export const byUnit = <C extends Counted>(rows: readonly C[]): Map<number, C[]> =>
  Map.groupBy(rows, ({ unitId }) => unitId);

export const sumOf = <C extends Counted>(rows: readonly C[], which: (row: C) => boolean): number =>
  rows.reduce((sum, row) => sum + (which(row) ? row.count : 0), 0);

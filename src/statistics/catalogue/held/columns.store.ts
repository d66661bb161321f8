// Holds the columns of every view that was asked for, and keeps them current: a write names the streams it touched, and
// before the next question only the rows of those are read again.
import type { Db, Queryable } from '../../../platform/db.ts';
import { prefixOf } from '../../../platform/entry.ts';
import { type Columns, standing } from '../../../columns/columns.ts';
import { carryIndex, carryOrder } from '../../../columns/order.ts';
import { patched } from '../../../columns/patch.ts';
import { readColumns, readRowsOf } from './read.store.ts';
import { getSource, type SourceId } from '../source.ts';
import { followsOf, subjectsOf } from './touched.store.ts';

export { readColumns } from './read.store.ts';

interface Held {
  columns: Promise<Columns>;
  /** streams written since, whose rows are to be read before anybody counts */
  written: Set<string>;
}
const held = new WeakMap<Db, Map<SourceId, Held>>();
/** So many subjects at once are not worth picking out. */
const subjectsMost = 2000;

/** To be told after every write, with the streams it touched. */
export function followColumns(db: Db, streams: ReadonlySet<string>): void {
  const kept = held.get(db);
  for (const [id, { written }] of kept ?? []) {
    for (const stream of streams)
      if (followsOf(getSource(id), prefixOf(stream)) !== 'nothing') written.add(stream);
    // Nobody has asked for long: whoever does reads it whole, and until then nothing is held.
    if (written.size > subjectsMost) kept?.delete(id);
  }
}

export const isHeld = (db: Db, id: SourceId): boolean => held.get(db)?.has(id) ?? false;

/** Inside a transaction nothing is kept: it sees what others do not see yet. */
export async function columnsFor(db: Queryable, id: SourceId): Promise<Columns> {
  if (db.isTransaction) return readColumns(db, id);
  const kept = held.get(db as Db) ?? new Map<SourceId, Held>();
  held.set(db as Db, kept);
  const known = kept.get(id) ?? { columns: readColumns(db, id), written: new Set<string>() };
  kept.set(id, known);
  if (known.written.size > 0) {
    const streams = [...known.written];
    known.written.clear();
    known.columns = known.columns.then((columns) => current(db, id, columns, streams));
  }
  const { columns } = known;
  // What failed is read again.
  columns.catch(() => kept.get(id) === known && kept.delete(id));
  return columns;
}

/** Two views that are set against each other: both are asked again while something is written in between. */
export async function columnsOfBoth(
  db: Queryable,
  one: SourceId,
  other: SourceId,
): Promise<[Columns, Columns]> {
  const isBehind = (id: SourceId) => (held.get(db as Db)?.get(id)?.written.size ?? 0) > 0;
  for (let tries = triesMost; ; tries -= 1) {
    const both = await Promise.all([columnsFor(db, one), columnsFor(db, other)]);
    if (tries === 1 || !(isBehind(one) || isBehind(other))) return both;
  }
}
/** Where writes never pause, the newest there is must do. */
const triesMost = 4;

async function current(
  db: Queryable,
  id: SourceId,
  columns: Columns,
  streams: readonly string[],
): Promise<Columns> {
  const subjects = await subjectsOf(db, { source: getSource(id), columns }, streams);
  if (subjects === 'all' || subjects.length > subjectsMost || isWorn(columns)) return readColumns(db, id);
  if (subjects.length === 0) return columns;
  const fresh = await readRowsOf(db, id, subjects);
  const made = patched(columns, subjects, fresh);
  carryOrder(columns, made);
  carryIndex(columns, made);
  return made;
}

/** More is replaced than stands, and it is no small matter. */
const isWorn = (columns: Columns): boolean =>
  columns.replaced > 10_000 && columns.replaced > standing(columns);

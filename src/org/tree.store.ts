// The tree of any day, held by the process: all dated places are read once and again only after a unit was written.
import { sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { keepNewest } from '../platform/newest.ts';
import { changesBy, changesOf, type Tree, type TreeOptions, type TreePlace, treeOf } from './tree.ts';

interface Read {
  places: TreePlace[];
  changes: string[];
}
interface Held {
  read: Promise<Read>;
  /** by the changes that had come by the day: days between two changes share one tree */
  trees: Map<string, Tree>;
}

/** Making a tree from the places takes some milliseconds, holding one of a province more than a megabyte. */
const treesHeld = 12;
const held = new WeakMap<Db, Held>();

/** To be told after every write of units. Whoever is still reading the old places keeps them to himself. */
export const forgetTrees = (db: Db): void => {
  held.delete(db);
};

/** Units of that day with the names, kinds and parents of that day. Inside a transaction it is read anew. */
export async function treeOn(db: Queryable, on: Day, options: TreeOptions = {}): Promise<Tree> {
  if (db.isTransaction) return treeOf(await readPlaces(db), on, options);
  const kept = heldFor(db as Db);
  const { places, changes } = await kept.read;
  const { keepEndedSince: keep } = options;
  const key = `${changesBy(changes, on)} ${keep === undefined ? '' : changesBy(changes, keep)}`;
  const tree = kept.trees.get(key) ?? treeOf(places, on, options);
  keepNewest(kept.trees, [key, tree], treesHeld);
  return tree.on === on ? tree : { ...tree, on };
}

function heldFor(db: Db): Held {
  const known = held.get(db);
  if (known) return known;
  const read = readPlaces(db).then((places) => ({ places, changes: changesOf(places) }));
  const fresh: Held = { read, trees: new Map() };
  held.set(db, fresh);
  // A database that is away for a moment is asked again.
  read.catch(() => held.get(db) === fresh && held.delete(db));
  return fresh;
}

async function readPlaces(db: Queryable): Promise<TreePlace[]> {
  const result = await sql<TreePlace>`
    select unit.id, place.from_on as "fromOn", place.to_on as "toOn", place.parent_id as "parentId", place.kind,
           place.type, place.name, unit.external, unit.ended_on as "endedOn"
    from unit join unit_place place on place.unit_id = unit.id`.execute(db);
  return result.rows;
}

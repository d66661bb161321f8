// The tree of targets of a whole province, held by the process until something is written that may change it: it is put
// together once, not once for every reader. Small branches are read anew.
import type { Db, Queryable } from '../platform/db.ts';
import type { Branch, BranchFacts } from './branch.ts';

export interface Held {
  facts: BranchFacts;
  branch: Branch;
}

const treesHeld = 20;
const held = new WeakMap<Db, Map<string, Promise<Held>>>();
/** Streams that the lines of a tree are made of; `provision` may change from when on a forecast says something. */
const told = ['target', 'plan', 'person', 'dossier', 'unit', 'survey', 'batch', 'provision'];

/** To be told after every write. Whoever is still reading what was there before keeps it to himself. */
export function forgetTargets(db: Db, written: ReadonlySet<string>): void {
  if (told.some((prefix) => written.has(prefix))) held.delete(db);
}

/** Inside a transaction nothing is kept: it sees what others do not see yet. */
export async function keptTree(db: Queryable, key: string, make: () => Promise<Held>): Promise<Held> {
  if (db.isTransaction) return make();
  const trees = held.get(db as Db) ?? new Map<string, Promise<Held>>();
  held.set(db as Db, trees);
  const tree = trees.get(key) ?? make();
  trees.delete(key);
  trees.set(key, tree);
  // What failed is asked again.
  tree.catch(() => trees.delete(key));
  const oldest = trees.size > treesHeld ? trees.keys().next().value : undefined;
  if (oldest !== undefined) trees.delete(oldest);
  return tree;
}

// The tree of targets of a whole province, held by the process until something is written that may change it: it is put
// together once, not once for every reader, and after a write behind the answers. Small ones are put together for each answer.
import type { Tree, TreeNode } from '../org/tree.ts';
import { behind } from '../platform/behind/breathe.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { keepNewest } from '../platform/newest.ts';
import type { Branch, BranchFacts } from './branch.ts';

export interface Held {
  facts: BranchFacts;
  branch: Branch;
}
interface Wanted {
  make: () => Promise<Held>;
  on: string;
  at: number;
}
interface Kept {
  trees: Map<string, Promise<Held>>;
  /** what readers asked for last, the newest at the end */
  wanted: Map<string, Wanted>;
  timer: NodeJS.Timeout | null;
}

/**
 * Which reading of the units a tree is: whoever read them before they changed, and asks after, keeps what he makes under
 * a name that nobody asks for any more.
 */
export function readingOf({ nodes }: Pick<Tree, 'nodes'>): number {
  const known = readings.get(nodes) ?? (lastReading += 1);
  readings.set(nodes, known);
  return known;
}
const readings = new WeakMap<readonly TreeNode[], number>();
let lastReading = 0;

const treesHeld = 20;
/** So many are made again of themselves, so long after the last write of many, and as long as somebody asked lately. */
const warmed = 3;
const warmAfterMs = 500;
const askedWithinMs = 15 * 60_000;

const held = new WeakMap<Db, Kept>();
/** Streams that the lines of a tree are made of; `provision` may change from when on a forecast says something. */
const told = ['target', 'plan', 'person', 'dossier', 'unit', 'survey', 'batch', 'provision'];
/** After these the tree of units itself may be another: whoever asks next says which. */
const moving = ['unit', 'batch'];

/** To be told after every write. Whoever is still reading what was there before keeps it to himself. */
export function forgetTargets(db: Db, written: ReadonlySet<string>): void {
  const kept = held.get(db);
  if (!kept || !told.some((prefix) => written.has(prefix))) return;
  kept.trees = new Map();
  if (moving.some((prefix) => written.has(prefix))) kept.wanted.clear();
  if (kept.wanted.size === 0) return;
  kept.timer = kept.timer?.refresh() ?? setTimeout(() => void behind(() => warm(kept)), warmAfterMs).unref();
}

/** What fails here is asked again by the next reader. */
async function warm(kept: Kept): Promise<void> {
  kept.timer = null;
  const since = Date.now() - askedWithinMs;
  for (const [key, { make, on, at }] of [...kept.wanted].slice(-warmed))
    if (at > since && on === today() && !kept.trees.has(key))
      await remember(kept, key, make).catch(() => undefined);
}

/** Inside a transaction nothing is kept: it sees what others do not see yet. */
export async function keptTree(db: Queryable, key: string, make: () => Promise<Held>): Promise<Held> {
  if (db.isTransaction) return make();
  const kept = held.get(db as Db) ?? { trees: new Map(), wanted: new Map(), timer: null };
  held.set(db as Db, kept);
  keepNewest(kept.wanted, [key, { make, on: today(), at: Date.now() }], warmed);
  return remember(kept, key, make);
}

function remember({ trees }: Kept, key: string, make: () => Promise<Held>): Promise<Held> {
  const tree = trees.get(key) ?? make();
  keepNewest(trees, [key, tree], treesHeld);
  // What failed is asked again.
  tree.catch(() => trees.get(key) === tree && trees.delete(key));
  return tree;
}

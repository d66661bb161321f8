// Counts of the whole tree, held by the process until something is written that may change them: a province is counted
// once, not once for every reader. Branches are counted anew, they are small.
import type { Db, Queryable } from '../platform/db.ts';

/** So many answers are kept, the ones asked for last. */
const answersHeld = 40;
const held = new WeakMap<Db, Map<string, Promise<unknown>>>();

/** Streams whose rows figures are made of; an import that is undone takes its entries out of all of them. */
const counted = ['person', 'dossier', 'unit', 'batch'];

/** To be told after every write. Whoever is still counting what was there before keeps it to himself. */
export function forgetFigures(db: Db, written: ReadonlySet<string>): void {
  if (counted.some((prefix) => written.has(prefix))) held.delete(db);
}

/** Inside a transaction nothing is kept: it sees what others do not see yet. */
export async function kept<T>(db: Queryable, key: string, make: () => Promise<T>): Promise<T> {
  if (db.isTransaction) return make();
  const answers = held.get(db as Db) ?? new Map<string, Promise<unknown>>();
  held.set(db as Db, answers);
  const answer = (answers.get(key) as Promise<T> | undefined) ?? make();
  answers.delete(key);
  answers.set(key, answer);
  // What failed is asked again.
  answer.catch(() => answers.delete(key));
  const oldest = answers.size > answersHeld ? answers.keys().next().value : undefined;
  if (oldest !== undefined) answers.delete(oldest);
  return answer;
}

// Counts of the whole tree, held by the process until something is written that may change them: a province is counted
// once, not once for every reader. Branches are counted anew, they are small.
import type { Db, Queryable } from '../platform/db.ts';
import { keepNewest } from '../platform/newest.ts';

/** So many answers are kept, the ones asked for last. */
const answersHeld = 80;
interface Held {
  answer: Promise<unknown>;
  /** streams whose acts may change it */
  of: readonly string[];
}
const held = new WeakMap<Db, Map<string, Held>>();

/** An import that is undone takes its entries out of all streams; units move with everything that is theirs. */
const always = ['unit', 'batch'];

/** To be told after every write. Whoever is still counting what was there before keeps it to himself. */
export function forgetFigures(db: Db, written: ReadonlySet<string>): void {
  const answers = held.get(db);
  if (!answers) return;
  for (const [key, { of }] of answers)
    if ([...always, ...of].some((prefix) => written.has(prefix))) answers.delete(key);
}

/** Inside a transaction nothing is kept: it sees what others do not see yet. */
export async function kept<T>(
  db: Queryable,
  { key, of }: { key: string; of: readonly string[] },
  make: () => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return make();
  const answers = held.get(db as Db) ?? new Map<string, Held>();
  held.set(db as Db, answers);
  const known = answers.get(key);
  const fresh = known ?? { answer: make(), of };
  keepNewest(answers, [key, fresh], answersHeld);
  // What failed is asked again.
  if (!known) fresh.answer.catch(() => answers.get(key) === fresh && answers.delete(key));
  return fresh.answer as Promise<T>;
}

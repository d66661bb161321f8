// Answers held by the process until something they are made of is written: a unit is put together once, not once for every
// look. The same for a cell as for the province, so that nobody waits longer for standing lower.
import type { Db } from '../platform/db.ts';
import { keepNewest } from '../platform/newest.ts';

/** So many units and days, the ones asked for last. */
const answersHeld = 300;
interface Held {
  /** the rules that the answers were made by: they come into force a moment after they are written */
  law: object;
  answers: Map<string, Promise<unknown>>;
}
const held = new WeakMap<Db, Held>();

/** Streams that an answer is made of. */
const madeOf = ['person', 'dossier', 'target', 'plan', 'request', 'provision', 'unit', 'batch'];

/** To be told after every write. Whoever is still putting together what was there before keeps it to himself. */
export function forgetOverviews(db: Db, written: ReadonlySet<string>): void {
  if (madeOf.some((prefix) => written.has(prefix))) held.delete(db);
}

export function keptOverview<T>(
  db: Db,
  { key, law }: { key: string; law: object },
  make: () => Promise<T>,
): Promise<T> {
  const before = held.get(db);
  const current = before?.law === law ? before : { law, answers: new Map<string, Promise<unknown>>() };
  held.set(db, current);
  const { answers } = current;
  const known = answers.get(key);
  const answer = known ?? make();
  keepNewest(answers, [key, answer], answersHeld);
  // What failed is asked again.
  if (!known) answer.catch(() => answers.get(key) === answer && answers.delete(key));
  return answer as Promise<T>;
}

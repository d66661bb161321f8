// Rounds that ask for a form which was dropped since: nobody can make that report any more.
import { formsFor } from '../../forms/forms.store.ts';
import type { Queryable } from '../../platform/db.ts';

interface Asking {
  id: string;
  form: string;
  /** of the committee that asks */
  path: string;
}

export async function droppedAmong(db: Queryable, rounds: readonly Asking[]): Promise<Set<string>> {
  const dropped = new Set<string>();
  for (const [path, asked] of Map.groupBy(rounds, (round) => round.path)) {
    const known = new Set((await formsFor(db, path)).map(({ form }) => form.id));
    for (const { id, form } of asked) if (!known.has(form)) dropped.add(id);
  }
  return dropped;
}

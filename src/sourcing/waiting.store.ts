// What waits for a cell beside its lines with a due day: introductions that others brought and nobody has answered.
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { WaitingSource } from '../worklist/waiting.ts';
import { countWaiting } from './nomination.store.ts';
import { messages } from './messages.ts';

/** Only the secretary answers; those above see them on the page itself. */
const count = async (db: Queryable, actor: Actor): Promise<number> =>
  actor.office === 'cell_secretary' ? countWaiting(db, actor) : 0;

export const nominationsWaiting: WaitingSource = {
  id: 'nominations',
  label: messages['sourcing.waiting'],
  href: '/sourcing?tab=inbox&state=waiting',
  needs: 'dossier.act',
  count,
};

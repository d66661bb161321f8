// Who came: marks per session, the reason of an absence as a code, and the result of the paper at the end. What is
// recorded last holds; a write kept on a phone without a network arrives once.
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { classStreamOf, type DataOf } from './class.ts';
import { type Found, getOwnClass } from './class.store.ts';
import { entryOf, refuseCalledOff } from './plan.store.ts';

export async function attend(
  db: Db,
  actor: Actor,
  at: { id: string; session: number },
  body: { clientId: string; marks: DataOf<'class.attended'>['marks'] },
): Promise<void> {
  const { clientId, marks } = body;
  await write(db, { clientId, accountId: actor.accountId, stream: classStreamOf(at.id) }, async (tx) => {
    const found = await getOwnClass(tx, actor, at.id);
    refuseCalledOff(found);
    const session = found.plan.sessions.find(({ id }) => id === at.session);
    if (!session) throw new Missing('access.missing');
    if (session.on > today()) throw new Invalid('classes.not_yet', { day: formatDay(session.on) });
    refuseOthers(found, marks);
    if (marks.some(({ mark, why }) => mark === 'present' && why !== null))
      throw new Invalid('classes.why_present');
    await append(tx, actor, [
      {
        ...entryOf(found, clientId),
        happenedOn: session.on,
        kind: 'class.attended',
        data: { session: at.session, marks },
      },
    ]);
  });
}

export async function assess(
  db: Db,
  actor: Actor,
  id: string,
  body: { clientId: string; results: DataOf<'class.assessed'>['results'] },
): Promise<void> {
  const { clientId, results } = body;
  await write(db, { clientId, accountId: actor.accountId, stream: classStreamOf(id) }, async (tx) => {
    const found = await getOwnClass(tx, actor, id);
    refuseCalledOff(found);
    refuseOthers(found, results);
    await append(tx, actor, [{ ...entryOf(found, clientId), kind: 'class.assessed', data: { results } }]);
  });
}

function refuseOthers({ people }: Found, named: readonly { dossierId: string }[]): void {
  const enrolled = new Set(
    people.filter(({ state }) => state === 'enrolled').map(({ dossierId }) => dossierId),
  );
  if (named.some(({ dossierId }) => !enrolled.has(dossierId))) throw new Invalid('classes.not_enrolled');
}

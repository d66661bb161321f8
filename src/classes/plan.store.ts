// Planning a class: sessions on any days, seats, speakers, topics, cost; changing the plan, and calling the class off.
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { put } from '../platform/vault.ts';
import { reach } from '../org/access.ts';
import { classStreamOf, type Plan, speakerField } from './class.ts';
import { type Found, getOwnClass } from './class.store.ts';
import type { PlanBody } from './view.ts';

export async function planClass(db: Db, actor: Actor, body: PlanBody): Promise<string> {
  const id = derivedId(body.clientId, 'class');
  const own = reach(actor, 'training.act');
  if (own.kind !== 'classes_of') throw new Missing('access.missing');
  const { clientId } = body;
  const plan = planOf(body, own.unitId, []);
  await write(db, { clientId, accountId: actor.accountId, stream: classStreamOf(id) }, (tx) =>
    keepPlan(tx, actor, { id, clientId, kind: 'class.planned', plan, body }),
  );
  return id;
}

export async function changeClass(
  db: Db,
  actor: Actor,
  id: string,
  body: PlanBody & { version: number },
): Promise<void> {
  const { clientId } = body;
  await write(db, { clientId, accountId: actor.accountId, stream: classStreamOf(id) }, async (tx) => {
    const found = await getOwnClass(tx, actor, id);
    if (found.version !== body.version) throw new Stale('ledger.changed_meanwhile');
    refuseCalledOff(found);
    const plan = planOf(body, found.plan.centreId, found.plan.sessions);
    refuseLoss(found, plan);
    await keepPlan(tx, actor, { id, clientId, kind: 'class.changed', plan, body });
  });
}

export async function callOff(db: Db, actor: Actor, id: string, clientId: string): Promise<void> {
  await write(db, { clientId, accountId: actor.accountId, stream: classStreamOf(id) }, async (tx) => {
    const found = await getOwnClass(tx, actor, id);
    refuseCalledOff(found);
    if (found.people.some(({ certificate }) => certificate !== null))
      throw new Invalid('classes.has_certificates');
    await append(tx, actor, [{ ...entryOf(found, clientId), kind: 'class.called_off', data: {} }]);
  });
}

export function refuseCalledOff({ calledOffOn }: Found): void {
  if (calledOffOn !== null) throw new Invalid('classes.called_off');
}

/** What every entry about a class says of itself. */
export const entryOf = (
  found: Pick<Found, 'id' | 'plan'>,
  clientId: string,
): Omit<NewEntry, 'kind' | 'data'> => ({
  clientId,
  stream: classStreamOf(found.id),
  happenedOn: today(),
  unitId: found.plan.centreId,
});

/** Sessions in order of their days; a new one takes the next number, which no other has had. */
function planOf(body: PlanBody, centreId: number, before: Plan['sessions']): Plan {
  const known = new Set(before.map(({ id }) => id));
  let next = Math.max(0, ...known, ...body.sessions.map(({ id }) => id ?? 0));
  const sessions = body.sessions.map(({ speaker: _speaker, id, ...session }) => ({
    ...session,
    id: id && (known.has(id) || before.length === 0) ? id : (next += 1),
  }));
  for (const { from, to } of sessions)
    if (from && to && to <= from) throw new Invalid('classes.time_order', {}, { fields: ['sessions'] });
  const { sort, label, seats, topics, cost, completion } = body;
  if (completion.least !== null && completion.least > sessions.length)
    throw new Invalid(
      'classes.least_above',
      { least: completion.least, sessions: sessions.length },
      { fields: ['least'] },
    );
  return { sort, label, centreId, seats, sessions, topics, cost, completion };
}

interface Keeping {
  id: string;
  clientId: string;
  kind: 'class.planned' | 'class.changed';
  plan: Plan;
  body: PlanBody;
}

/** Who speaks is a name: it lies in the vault, under the key of the class. */
async function keepPlan(tx: Tx, actor: Actor, { id, clientId, kind, plan, body }: Keeping): Promise<void> {
  const fields = plan.sessions.flatMap((session, at) => {
    const speaker = body.sessions[at]?.speaker;
    return speaker ? [{ field: speakerField(clientId, session.id), value: speaker }] : [];
  });
  const inOrder = plan.sessions.toSorted((a, b) =>
    `${a.on} ${a.from ?? ''}`.localeCompare(`${b.on} ${b.from ?? ''}`),
  );
  if (fields.length > 0) await put(tx, actor, [{ personId: id, fields, entry: clientId }]);
  await append(tx, actor, [
    { ...entryOf({ id, plan }, clientId), kind, data: { ...plan, sessions: inOrder } },
  ]);
}

/** A change takes nothing away from those who are already on the class. */
function refuseLoss(found: Found, plan: Plan): void {
  const on = found.people.filter(({ state }) => state !== 'left');
  const taken = on.filter(({ state }) => state === 'enrolled').length;
  if (on.length > 0 && plan.sort !== found.plan.sort) throw new Invalid('classes.sort_fixed');
  if (plan.seats < taken) throw new Invalid('classes.seats_below', { taken }, { fields: ['seats'] });
  const marked = new Set(found.marks.map(({ session }) => session));
  for (const session of found.plan.sessions.filter(({ id }) => marked.has(id))) {
    const kept = plan.sessions.find(({ id }) => id === session.id);
    if (kept?.on !== session.on)
      throw new Invalid('classes.session_marked', { day: formatDay(session.on) }, { fields: ['sessions'] });
  }
}

// Whoever came into the book while a workbook was being compared and written: neither saw the other.
import { lockEntering, lookAlike, type Probe } from '../../members/alike.store.ts';
import type { Tx } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { heldIds } from './holdings.store.ts';
import type { Plan, PlannedPerson } from './plan.ts';

/** The persons that a workbook brings and that were not in the book. */
export const newOf = ({ people }: Plan): PlannedPerson[] => people.filter(({ isNew }) => isNew);

export const probeOf = ({ name, bornOn, fields }: PlannedPerson): Probe => ({
  name,
  bornOn,
  cardNumber: fields.cardNumber ?? null,
});

/**
 * Nothing of the workbook stands where somebody like one of its new persons came meanwhile within the officer's reach, whom it
 * was not compared with. Who is entered from here on is looked at beside those of the workbook.
 */
export async function refuseEntered(
  tx: Tx,
  actor: Actor,
  { plan, held }: { plan: Plan; held: ReadonlySet<string> },
): Promise<void> {
  await lockEntering(tx);
  const own = new Set(plan.people.map(({ id }) => id));
  const came = new Set((await heldIds(tx, actor)).filter((id) => !held.has(id) && !own.has(id)));
  if (came.size === 0) return;
  const { answers } = await lookAlike(tx, actor, newOf(plan).map(probeOf));
  if (answers.some(({ within }) => within.some(({ id }) => came.has(id))))
    throw new Invalid('exchange.entered_meanwhile');
}

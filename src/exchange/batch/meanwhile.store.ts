// Whoever was entered by hand while a workbook was being written: the comparison did not see them, nor they the workbook.
import { lockEntering, type Looked, lookAlike, type Probe } from '../../members/alike.store.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import type { Plan, PlannedPerson } from './plan.ts';

/** The persons that a workbook brings and that were not in the book. */
export const newOf = ({ people }: Plan): PlannedPerson[] => people.filter(({ isNew }) => isNew);

export const probeOf = ({ name, bornOn, fields }: PlannedPerson): Probe => ({
  name,
  bornOn,
  cardNumber: fields.cardNumber ?? null,
});

/** Those in the book who are alike a new person of the plan, within reach or not, each with the person's place among the new. */
export async function alikeIn(db: Queryable, actor: Actor, plan: Plan): Promise<Looked['all']> {
  const own = new Set(plan.people.map(({ id }) => id));
  const { all } = await lookAlike(db, actor, newOf(plan).map(probeOf));
  return all.filter(({ id }) => !own.has(id));
}

/** Nothing of the workbook stands where one of its persons was entered by hand meanwhile; from here on nobody is entered. */
export async function refuseEntered(tx: Tx, actor: Actor, plan: Plan, before: Looked['all']): Promise<void> {
  await lockEntering(tx);
  const known = new Set(before.map(({ id }) => id));
  const entered = (await alikeIn(tx, actor, plan)).find(({ id }) => !known.has(id));
  if (!entered) return;
  throw new Invalid('exchange.entered_meanwhile', { name: newOf(plan)[entered.at]?.name ?? '' });
}

// One write to a plan: the unit within reach, the plan as it stands, and the entries that follow – in one transaction.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { officeInForce } from '../org/office.store.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import type { Plan } from './fold.ts';
import { type DataOf, planIdOf, type PlanKind, planStreamOf } from './plan.ts';
import { findPlan } from './plan.store.ts';
import type { Written } from './view.ts';

export interface Ask {
  clientId: string;
  period: string;
}
export interface Writing {
  tx: Tx;
  actor: Actor;
  unit: UnitRow;
  plan: Plan | null;
  ask: Ask;
}

/** Numbers for others need the right to assign; a plan in words also whoever may propose. */
export async function getPlanner(
  db: Db | Tx,
  actor: Actor,
  unitId: number,
  assigns: boolean,
): Promise<UnitRow> {
  const unit = await getUnit(db, actor, 'plan.read', unitId);
  const place = { path: unit.path };
  if (may(actor, 'plan.assign', place)) return unit;
  if (assigns) throw new Forbidden('plans.needs_assign');
  if (!may(actor, 'plan.propose', place)) throw new Missing('access.missing');
  return unit;
}

interface Planned {
  unitId: number;
  ask: Ask;
  /** the write gives numbers to units below */
  assigns?: boolean;
}

export async function writePlan(
  db: Db,
  actor: Actor,
  { unitId, ask, assigns = false }: Planned,
  entriesOf: (writing: Writing) => Promise<NewEntry[]>,
): Promise<Written> {
  const id = planIdOf(unitId, ask.period);
  await getPlanner(db, actor, unitId, assigns);
  const once = { clientId: ask.clientId, accountId: actor.accountId, stream: planStreamOf(id) };
  await write(db, once, async (tx) => {
    const unit = await getPlanner(tx, actor, unitId, assigns);
    const plan = await findPlan(tx, unitId, ask.period);
    await append(tx, actor, await entriesOf({ tx, actor, unit, plan, ask }));
  });
  const plan = await findPlan(db, unitId, ask.period);
  return {
    id,
    state: plan?.state ?? null,
    revision: plan?.revision ?? 0,
    version: plan?.version ?? 0,
  };
}

export function planEntry<K extends PlanKind>(
  { unit, ask }: Pick<Writing, 'unit' | 'ask'>,
  kind: K,
  data: DataOf<K>,
  more: { on?: string | null; role?: string } = {},
): NewEntry {
  return {
    clientId: more.role ? derivedId(ask.clientId, more.role) : ask.clientId,
    stream: planStreamOf(planIdOf(unit.id, ask.period)),
    kind,
    happenedOn: more.on ?? null,
    unitId: unit.id,
    data: { ...data },
  };
}

/** Whoever writes first opens the plan by it. */
export function openedFirst(writing: Writing, copiedFrom: string | null = null): NewEntry[] {
  if (writing.plan) return [];
  const { unit, ask } = writing;
  const data = { unitId: unit.id, period: ask.period, copiedFrom, prepared: 'own' as const };
  return [planEntry(writing, 'plan.opened', data, { role: 'opened' })];
}

/** Whoever answers for a plan holds an office in the unit, or in a committee above it. */
export async function holdsOffice(db: Queryable, personId: string, path: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from office join unit on unit.id = office.unit_id
    where office.person_id = ${personId}::uuid and ${officeInForce('office', today())}
      and ${path} like unit.path || '%'
    limit 1`.execute(db);
  return rows.length > 0;
}

export function refuseFuture(on: string): void {
  if (on > today()) throw new Invalid('ledger.future_day', { day: formatDay(on) });
}

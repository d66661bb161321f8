// How many persons a member already helps: asked only of the act that names a helper, and only while it is recorded.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Queryable } from '../platform/db.ts';
import type { Step } from '../rules/procedure.ts';
import { factOf } from '../road/inputs.ts';
import type { HeldOn } from '../road/standing.ts';

interface Asked {
  step: Step;
  inputs: Readonly<Record<string, unknown>>;
  dossierId: string;
}

/** The facts of a day, with what the helper named by this act carries beside this case. */
export async function withCharges(db: Queryable, heldOn: HeldOn, asked: Asked): Promise<HeldOn> {
  const helper = helperIn(asked);
  if (helper === null) return heldOn;
  const result = await sql<{ count: number }>`
    select count(*)::int as count from dossier
    where helper_id = ${helper} and closed_as is null and id <> ${asked.dossierId}`.execute(db);
  const charges = result.rows[0]?.count ?? 0;
  return (on, said, unitId) => ({ ...heldOn(on, said, unitId), 'helper.charges': charges });
}

function helperIn({ step, inputs }: Asked): string | null {
  const input = step.inputs.find((one) => factOf(step, one) === 'helper');
  const value = input && inputs[input.id];
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return z.uuid().safeParse(id).data ?? null;
}

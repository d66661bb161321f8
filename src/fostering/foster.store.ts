// One act of fostering as it comes from a phone or a list: judged like every act of the dossier, but without asking
// whether the writer saw its newest state – it adds to the record and changes nothing that was there.
import { actWithin } from '../admission/act/within.store.ts';
import type { Db } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { write } from '../platform/write/once.ts';
import { streamOf } from '../road/dossier.ts';
import type { FosterBody } from './view.ts';

export async function recordFostering(db: Db, actor: Actor, id: string, body: FosterBody): Promise<void> {
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: streamOf(id) };
  const inputs = withMyself(actor, body);
  await write(db, once, (tx) => actWithin(tx, actor, id, { ...body, inputs }));
}

const namingHelper = new Set(['charge_note', 'hand_over_note']);

/** A member speaks for himself: whoever helps writes the note, and nobody writes in another's name. */
function withMyself(actor: Actor, { step, inputs }: FosterBody): Record<string, unknown> {
  if (actor.office !== 'member' || !actor.personId) return inputs;
  if (namingHelper.has(step)) return { ...inputs, helper: actor.personId };
  return step === 'contact' ? { ...inputs, by: actor.personId } : inputs;
}

// Correcting and withdrawing an act: both entries stay, the later acts are judged again, and the roll follows.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';
import { effective, withdrawal } from '../../platform/effective.ts';
import type { Entry, NewEntry } from '../../platform/entry.ts';
import { Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import { write } from '../../platform/write/once.ts';
import { readFields } from '../../platform/vault.ts';
import { frame, makeEntry, nothing, prepareFor } from './act.store.ts';
import { authorityOver } from '../../road/authority.ts';
import { type ActData, streamOf, textField } from '../../road/dossier.ts';
import { type Case, getCase } from '../case.store.ts';
import { law } from '../../road/law.ts';
import { wayOf } from '../../road/prepare.ts';
import { commit, type Written } from './commit.store.ts';
import { onceFor, putTexts, refuseStale } from './record.store.ts';
import { takenOverCorrection } from './take-over.store.ts';
import { withdrawalOf } from './undo.store.ts';
import type { CorrectBody } from '../../road/view.ts';

/** The entry of this case that stands under this id, or under the id of an act taken over. */
export function standingEntry(found: Case, id: string): Entry {
  const entry = effective(found.entries).find((item) => item.clientId === id);
  if (!entry || !(entry.kind === 'dossier.act' || entry.kind === 'dossier.opened'))
    throw new Missing('access.missing');
  return entry;
}

const isTakenOver = (found: Case, id: string): boolean =>
  found.dossier.acts.some((act) => act.takenOver && act.entry === id);

/** Correcting is for the office that takes the step, or that may enter it for it. */
async function getForCorrection(
  tx: Tx,
  actor: Actor,
  at: { id: string; entry: string },
  version: number,
): Promise<Case> {
  const found = await getCase(tx, actor, ['dossier.correct'], at.id);
  refuseStale(found, version);
  const act = found.dossier.acts.find((item) => item.entry === at.entry);
  const step = act && law().findStep(act.step)?.step;
  if (!act || !step) throw new Missing('access.missing');
  if (wayOf(step, authorityOver(actor, found.place, 'dossier.correct')) === null)
    throw new Invalid('admission.not_yours_to_correct');
  return found;
}

export async function recordCorrection(
  db: Db,
  actor: Actor,
  at: { id: string; entry: string },
  body: CorrectBody,
): Promise<Written> {
  const around = await frame(db);
  const done = await write(db, onceFor(actor, at.id, body), async (tx) => {
    const found = await getForCorrection(tx, actor, at, body.version);
    if (isTakenOver(found, at.entry)) {
      const entry = await takenOverCorrection(tx, actor, around, {
        found,
        act: at.entry,
        ...body,
        remove: false,
      });
      return commit(tx, actor, found, [entry]);
    }
    const old = standingEntry(found, at.entry);
    const { step, onBehalf } = old.data as ActData;
    const asked = { ...body, step, onBehalf, inputs: await withKeptTexts(tx, found, old, body.inputs) };
    const prepared = await prepareFor(tx, around, { actor, found }, { ...asked, instead: old.clientId });
    const { clientId, reason } = body;
    const entry = await makeEntry(tx, actor, { found, prepared, body: asked, clientId, old, reason });
    return commit(tx, actor, { ...found, around: prepared.around }, [entry]);
  });
  return done.repeated ? nothing : done.result;
}

/** Sealed words that the correction does not speak of stay as they were; they are not shown to everybody. */
async function withKeptTexts(tx: Tx, found: Case, old: Entry, inputs: Record<string, unknown>) {
  const { sealed } = old.data as ActData;
  const silent = Object.entries(sealed).filter(([id]) => !(id in inputs));
  if (silent.length === 0) return inputs;
  const names = silent.map(([id, ofClass]) => textField(old.clientId, id, ofClass));
  const texts = await readFields(tx, found.dossier.personId, names);
  const kept = silent.map(([id, ofClass]) => [id, texts.get(textField(old.clientId, id, ofClass))] as const);
  return { ...Object.fromEntries(kept.filter(([, text]) => text !== undefined)), ...inputs };
}

export async function recordWithdrawal(
  db: Db,
  actor: Actor,
  at: { id: string; entry: string },
  body: { clientId: string; version: number; reason: string },
): Promise<Written> {
  const around = await frame(db);
  const done = await write(db, onceFor(actor, at.id, body), async (tx) => {
    const found = await getForCorrection(tx, actor, at, body.version);
    if (isTakenOver(found, at.entry)) {
      const entry = await takenOverCorrection(tx, actor, around, {
        found,
        act: at.entry,
        ...body,
        remove: true,
      });
      return commit(tx, actor, found, [entry]);
    }
    const old = standingEntry(found, at.entry);
    if (old.kind === 'dossier.opened') refuseLater(found, old);
    await putTexts(tx, actor, found.dossier.personId, {
      clientId: body.clientId,
      texts: {},
      reason: body.reason,
    });
    const back = withdrawalOf(body.clientId, old);
    const person = old.kind === 'dossier.opened' ? await registrationOf(tx, found, body.clientId) : [];
    return commit(tx, actor, found, [back, ...person]);
  });
  return done.repeated ? nothing : done.result;
}

function refuseLater(found: Case, opening: Entry): void {
  const later = found.dossier.acts.filter((act) => act.entry !== opening.clientId);
  if (later.length > 0) throw new Invalid('admission.later_acts', { count: later.length });
}

/** An office or an account that the person has meanwhile would be left without its holder. */
async function refuseRested(tx: Tx, { dossier }: Case): Promise<void> {
  const result = await sql`
    select 1 from ledger where person_id = ${dossier.personId}::uuid
      and stream not in (${`person:${dossier.personId}`}, ${streamOf(dossier.id)})
    union all select 1 from account where person_id = ${dossier.personId}::uuid limit 1`.execute(tx);
  if (result.rows.length > 0) throw new Invalid('members.others_rest_on_it');
}

/** Whoever came into the book only with this nomination leaves it with the nomination. */
async function registrationOf(tx: Tx, found: Case, clientId: string): Promise<NewEntry[]> {
  const first = found.entries.find((entry) => entry.kind === 'dossier.opened');
  const registered = await tx
    .selectFrom('ledger')
    .selectAll()
    .where('client_id', '=', derivedId(first?.clientId ?? clientId, 'person'))
    .executeTakeFirst();
  if (!registered) return [];
  await refuseRested(tx, found);
  const {
    stream,
    happened_on: happenedOn,
    unit_id: unitId,
    person_id: personId,
    client_id: names,
  } = registered;
  return [
    {
      clientId: derivedId(clientId, 'person'),
      stream,
      kind: withdrawal,
      happenedOn,
      unitId,
      personId,
      names,
      data: {},
    },
  ];
}

// What a request writes into the dossier, in the same transaction: sending and reply are acts of the road, judged like
// any other; the day of receipt completes the sending; what is taken back here is taken back there.
import { sql } from 'kysely';
import { makeEntry, prepareFor } from '../admission/act/act.store.ts';
import { commit } from '../admission/act/commit.store.ts';
import { putTexts } from '../admission/act/record.store.ts';
import { actWithin, frameOf } from '../admission/act/within.store.ts';
import { type Case, lockDossiers, readCase } from '../admission/case.store.ts';
import { findPlace } from '../admission/dossier.store.ts';
import type { Tx } from '../platform/db.ts';
import { effective, withdrawal } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import { Failure, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { answered } from '../platform/write/unanswered.ts';
import type { Act } from '../road/fold.ts';
import { sendingStep } from '../road/road.ts';
import type { Row } from './rows.store.ts';

export interface Doing {
  clientId: string;
  step: string;
  happenedOn: string;
  inputs: Record<string, unknown>;
  onBehalf?: { number: string; on: string } | null | undefined;
  consent?: { reason: string } | null | undefined;
  /** by the office asked: the authority of the request stands for reach and office; the dossier stays unseen */
  entrusted?: boolean;
}

export async function takeStep(tx: Tx, actor: Actor, dossier: string, doing: Doing): Promise<string> {
  const { entry } = await actWithin(tx, actor, dossier, doing);
  return entry;
}

/** What the dossier does not take any more is no fault of who answers: nothing is lost, and nothing is told. */
export async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T | null> {
  await sql`savepoint attempt`.execute(tx);
  try {
    const result = await work();
    await answered(tx);
    await sql`release savepoint attempt`.execute(tx);
    return result;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await sql`rollback to savepoint attempt`.execute(tx);
    return null;
  }
}

/** The caller has decided that this actor may. */
async function getOpen(tx: Tx, id: string): Promise<Case> {
  const place = await findPlace(tx, id);
  const found = place && (await readCase(tx, id, place));
  if (!found) throw new Missing('access.missing');
  return found;
}

/** The sending that stands for this place, as the dossier has it now. */
const sendingOf = (found: Case, place: string): Act | undefined =>
  found.dossier.acts.findLast(({ step, inputs }) => step === sendingStep && inputs.place === place);

function entryOf(found: Case, act: Act | undefined): Entry {
  const entry = effective(found.entries).find(({ clientId }) => clientId === act?.entry);
  if (!entry) throw new Missing('access.missing');
  return entry;
}

export interface Receipt {
  clientId: string;
  on: string;
  reason: string;
}

/** Whoever may act on the request may say it: the day on which the letter was received completes its sending; the clock of the reply starts on it. */
export async function noteReceipt(
  tx: Tx,
  actor: Actor,
  { dossierId, place }: Pick<Row, 'dossierId' | 'place'>,
  { clientId, on, reason }: Receipt,
): Promise<string> {
  await lockDossiers(tx, dossierId);
  const found = await getOpen(tx, dossierId);
  const act = sendingOf(found, place);
  const old = entryOf(found, act);
  const body = {
    step: sendingStep,
    happenedOn: old.happenedOn ?? on,
    inputs: { ...act?.inputs, receivedOn: on },
    onBehalf: act?.data?.onBehalf ?? null,
    consent: act?.data?.consented ? { reason } : null,
    instead: old.clientId,
  };
  const prepared = await prepareFor(tx, await frameOf(tx), { actor, found }, body);
  const entry = await makeEntry(tx, actor, { found, prepared, body, clientId, old, reason });
  await commit(tx, actor, { ...found, around: prepared.around }, [entry]);
  return clientId;
}

/** Takes an act of the dossier back; one that somebody took back there already needs nothing. */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  { dossierId, act }: { dossierId: string; act: string | null },
  { clientId, reason }: { clientId: string; reason: string },
): Promise<void> {
  if (act === null) return;
  await lockDossiers(tx, dossierId);
  const found = await getOpen(tx, dossierId);
  const old = effective(found.entries).find((entry) => entry.clientId === act);
  if (!old) return;
  await putTexts(tx, actor, found.dossier.personId, { clientId, texts: {}, reason });
  const { stream, happenedOn, unitId, personId } = old;
  await commit(tx, actor, found, [
    { clientId, stream, kind: withdrawal, happenedOn, unitId, personId, names: old.clientId, data: {} },
  ]);
}

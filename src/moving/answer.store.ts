// Answering a hand-over: the destination accepts it with a receipt – the candidacy and its whole history go over to one
// of its cells in the same transaction – or declines it; the origin may take it back as long as nobody has answered.
import { commit } from '../admission/act/commit.store.ts';
import { putTexts } from '../admission/act/record.store.ts';
import { actWithin, handOverWithin } from '../admission/act/within.store.ts';
import { type Case, lockDossiers, readCase } from '../admission/case.store.ts';
import { findPlace } from '../admission/dossier.store.ts';
import type { UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay, type PartialDay } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import { Invalid, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { law } from '../road/law.ts';
import { getStep } from '../road/prepare.ts';
import { handoverStreamOf } from './handover.ts';
import { type CaseState, caseStateOf } from './state.ts';
import { type Found, getHandover, isReceiver, isSender } from './handover.store.ts';
import { fullNameOf, getKeepingCell } from './place.store.ts';
import { judgeMove, movingSteps, putWords } from './propose.store.ts';
import type { AcceptBody, DeclineBody, TakeBackBody } from './view.ts';

interface Answering {
  tx: Tx;
  actor: Actor;
  handover: Found;
  found: Case;
}

/** Two answers at once take turns; the second finds the first. */
async function answer(
  db: Db,
  actor: Actor,
  id: string,
  {
    body,
    allows,
    work,
  }: {
    body: { clientId: string; happenedOn: string };
    allows: (found: Found) => boolean;
    work: (answering: Answering) => Promise<void>;
  },
): Promise<void> {
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: handoverStreamOf(id) };
  await write(db, once, async (tx) => {
    const handover = await getHandover(tx, id, allows);
    if (handover.state !== 'open') throw new Stale(`moving.already_${handover.state}`);
    refuseDay(body.happenedOn, handover.proposed_on);
    await lockDossiers(tx, handover.dossier_id);
    await work({ tx, actor, handover, found: await readOpen(tx, handover) });
  });
}

function refuseDay(on: string, proposedOn: PartialDay): void {
  if (on > today()) throw new Invalid('ledger.future_day', { day: formatDay(on) });
  if (on < proposedOn) throw new Invalid('moving.before_proposal', { day: formatDay(proposedOn) });
}

async function readOpen(tx: Tx, handover: Found): Promise<Case> {
  const place = await findPlace(tx, handover.dossier_id);
  const found = place && (await readCase(tx, handover.dossier_id, place));
  if (!found) throw new Invalid('moving.dossier_closed');
  return found;
}

export async function recordAcceptance(db: Db, actor: Actor, id: string, body: AcceptBody): Promise<void> {
  const allows = (found: Found) => isReceiver(actor, found);
  await answer(db, actor, id, {
    body,
    allows,
    work: async (answering) => {
      const { tx, handover, found } = answering;
      if (found.standing.closedAs !== null) throw new Invalid('moving.dossier_closed');
      if (found.dossier.unitId !== handover.from_unit_id) throw new Stale('moving.moved_meanwhile');
      const cell = await getKeepingCell(tx, handover.to_unit_id ?? 0, body.unitId ?? null);
      const state = caseStateOf(found.standing.stage, handover.sent_up);
      if (state !== 'probation')
        await judgeMove(
          { tx, actor, found, body: { ...body, orderOn: handover.order_on } },
          { to: await fullNameOf(tx, cell.id), same: handover.same_committee },
        );
      const origin = await fullNameOf(tx, found.dossier.unitId);
      await passOver(answering, cell, body);
      const act = await receive(answering, { state, origin, body });
      await nameHelper(answering, body);
      await append(tx, actor, [acceptedEntry(answering, { cell, act, body })]);
    },
  });
}

/** From this day the case, and the person with it, belong to the cell of the destination. */
const passOver = (
  { tx, actor, handover, found }: Answering,
  cell: UnitRow,
  body: AcceptBody,
): Promise<void> =>
  handOverWithin(tx, actor, found.dossier.id, {
    clientId: derivedId(body.clientId, 'handed_over'),
    toUnitId: cell.id,
    happenedOn: body.happenedOn,
    handoverId: handover.id,
    reason: handover.reason,
  });

interface Receiving {
  state: CaseState;
  origin: string;
  body: AcceptBody;
}

/** A probationer moves as a member does; everybody else is received with the state of the file. */
async function receive({ tx, actor, handover, found }: Answering, { state, origin, body }: Receiving) {
  if (state === 'probation') return null;
  const clientId = derivedId(body.clientId, 'receive');
  const { letter_number: number, letter_on: on } = handover;
  await actWithin(tx, actor, found.dossier.id, {
    clientId,
    step: movingSteps.receive,
    happenedOn: body.happenedOn,
    inputs: {
      from: origin,
      state: state === 'early' ? 'followed' : state,
      ...(number && on ? { letter: { number, on, by: null } } : {}),
      ...(body.fileReceivedOn ? { fileReceivedOn: body.fileReceivedOn } : {}),
    },
    consent: body.consent,
  });
  return clientId;
}

const firstHelper = new Set(['listed', 'class_certified', 'helped']);

/** The destination names a helper of its own; months together are not asked of one who takes over a mover. */
async function nameHelper({ tx, actor, found }: Answering, body: AcceptBody): Promise<void> {
  const { helper } = body;
  if (!helper) return;
  const first = firstHelper.has(found.standing.stage);
  const id = first ? 'assign_helper' : 'replace_helper';
  const { resolution, togetherSince } = helper;
  // The committee above writes it from the minutes of the cell: the resolution names them.
  const own = getStep(law(), id).step.actor.includes(actor.office ?? '');
  await actWithin(tx, actor, found.dossier.id, {
    clientId: derivedId(body.clientId, 'helper'),
    step: id,
    happenedOn: body.happenedOn,
    inputs: {
      helper: helper.helper,
      resolution: { ...resolution, by: null },
      ...(first && togetherSince ? { togetherSince } : {}),
      ...(first ? {} : { reason: 'moved' }),
    },
    onBehalf: own ? null : resolution,
    consent: body.consent,
  });
}

function acceptedEntry(
  { handover }: Answering,
  { cell, act, body }: { cell: UnitRow; act: string | null; body: AcceptBody },
) {
  const data = { receipt: body.receipt, placedUnitId: cell.id, helperId: body.helper?.helper ?? null, act };
  return { ...entryOf(handover, body), kind: 'handover.accepted', unitId: cell.id, data };
}

const entryOf = (handover: Found, body: { clientId: string; happenedOn: string }) => ({
  clientId: body.clientId,
  stream: handoverStreamOf(handover.id),
  happenedOn: body.happenedOn,
  personId: handover.person_id,
});

export const recordDecline = (db: Db, actor: Actor, id: string, body: DeclineBody): Promise<void> =>
  answer(db, actor, id, {
    body,
    allows: (found) => isReceiver(actor, found),
    work: (answering) => comeToNothing(answering, 'handover.declined', body),
  });

export const recordTakeBack = (db: Db, actor: Actor, id: string, body: TakeBackBody): Promise<void> =>
  answer(db, actor, id, {
    body,
    allows: (found) => isSender(actor, found),
    work: (answering) => comeToNothing(answering, 'handover.taken_back', body),
  });

/** The candidate stays: what was recorded of the move is withdrawn, so that no deadline of it runs on. */
async function comeToNothing(
  { tx, actor, handover, found }: Answering,
  kind: 'handover.declined' | 'handover.taken_back',
  body: DeclineBody | TakeBackBody,
): Promise<void> {
  await putWords(tx, actor, handover.person_id, body);
  await withdrawOrder({ tx, actor, handover, found }, body);
  await append(tx, actor, [
    { ...entryOf(handover, body), kind, unitId: handover.from_unit_id, data: { why: body.why } },
  ]);
}

async function withdrawOrder(
  { tx, actor, handover, found }: Answering,
  body: { clientId: string; message?: string | null | undefined },
) {
  const ordered = found.entries.find((entry) => entry.clientId === handover.ordered_entry);
  const stands = ordered && found.dossier.acts.some((act) => act.entry === ordered.clientId);
  if (!ordered || !stands) return;
  const clientId = derivedId(body.clientId, 'ordered');
  const { stream, happenedOn, unitId, personId, clientId: names } = ordered;
  await putTexts(tx, actor, found.dossier.personId, { clientId, texts: {}, reason: body.message ?? null });
  await commit(tx, actor, found, [
    { clientId, stream, kind: withdrawal, happenedOn, unitId, personId, names, data: {} },
  ]);
}

// What happens to a request after it was sent: it is received, given to an officer, answered – by the office asked or
// from paper –, sent again with what was missing, or taken back.
import { may } from '../org/access.ts';
import { profile } from '../org/profile.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { put } from '../platform/vault.ts';
import { isBackwards } from '../acts/possible/order.ts';
import { refuseFuture } from '../road/prepare.ts';
import { reasonField, textField } from '../road/dossier.ts';
import { replyStep, sendingStep } from '../road/road.ts';
import { attempt, noteReceipt, takeBack, takeStep } from './dossier-act.store.ts';
import { lockDossiers } from '../admission/case.store.ts';
import { refuseOfficer } from './officers.store.ts';
import { foldRequest, type Request, requestStreamOf } from './request.ts';
import { findRow, type Row } from './rows.store.ts';
import { refuseEarly, refuseOpen } from './send.store.ts';
import type { AnswerBody, AssignBody, ReceiveBody, ResendBody, WithdrawBody } from './view.ts';
import { isAddressee, type Side, sideOf } from './view.store.ts';

interface Held {
  row: Row;
  side: Side;
  request: Request;
}
type Written = (tx: Tx, held: Held) => Promise<Pick<NewEntry, 'kind' | 'happenedOn' | 'data' | 'names'>>;

/** One write into the stream of a request: of two at once the second finds what the first has done. */
async function record(
  db: Db,
  actor: Actor,
  at: { id: string; clientId: string },
  work: Written,
): Promise<void> {
  const stream = requestStreamOf(at.id);
  await write(db, { clientId: at.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const held = await getHeld(tx, actor, at.id);
    const entry = await work(tx, held);
    const { personId, unitId } = held.request;
    await append(tx, actor, [{ clientId: at.clientId, stream, personId, unitId, ...entry }]);
  });
}

/** Out of reach = missing; one that was just answered by somebody else says so to whom it was addressed. */
async function getHeld(tx: Tx, actor: Actor, id: string): Promise<Held> {
  const row = await findRow(tx, id);
  const stream = requestStreamOf(id);
  const request = row && foldRequest(id, (await entriesOf(tx, [stream])).get(stream) ?? []);
  if (!row || !request) throw new Missing('access.missing');
  if (may(actor, 'verification.act', { path: row.path })) return { row, request, side: 'asking' };
  if (isAddressee(actor, row)) {
    if (row.status !== 'sent') throw new Stale('verification.closed_meanwhile');
    return { row, request, side: 'asked' };
  }
  throw sideOf(actor, row) ? new Forbidden('access.not_this_office') : new Missing('access.missing');
}

const refuseAsked = ({ side }: Held): void => {
  if (side === 'asked') throw new Missing('access.missing');
};
function refuseStatus({ row }: Held, wanted: Row['status']): void {
  if (row.status !== wanted) throw new Stale('verification.changed_meanwhile');
}

export const recordReceipt = (db: Db, actor: Actor, id: string, body: ReceiveBody) =>
  record(db, actor, { id, clientId: body.clientId }, async (tx, held) => {
    const { row, side, request } = held;
    refuseStatus(held, 'sent');
    if (row.receivedOn !== null || row.way !== 'letter') throw new Invalid('verification.received_already');
    refuseFuture(body.on, today());
    refuseEarly(row.sentOn, body.on);
    const receipt = { clientId: derivedId(body.clientId, 'act'), on: body.on, reason: receiptReason };
    const note = () => noteReceipt(tx, actor, row, receipt);
    const act = side === 'asked' ? ((await attempt(tx, note)) ?? request.act) : await note();
    return { kind: 'request.received', happenedOn: today(), data: { on: body.on, act } };
  });
/** Kept with the completed act, as every completion says why. */
const receiptReason = 'Bổ sung ngày nơi thẩm tra nhận được công văn.';

export const recordAssigning = (db: Db, actor: Actor, id: string, body: AssignBody) =>
  record(db, actor, { id, clientId: body.clientId }, async (tx, held) => {
    refuseAsked(held);
    if (body.officerId) await refuseOfficer(tx, held.row, body.officerId);
    return { kind: 'request.assigned', happenedOn: today(), data: { officerId: body.officerId } };
  });

export async function recordAnswer(db: Db, actor: Actor, id: string, body: AnswerBody): Promise<void> {
  if (body.note && (await profile(db)) === 'B')
    throw new Invalid('verification.note_refused', {}, { fields: ['note'] });
  await record(db, actor, { id, clientId: body.clientId }, async (tx, held) => {
    refuseAnswer(held, body);
    const act = await reply(tx, actor, held, body);
    if (act === null && body.note) {
      const fields = [{ field: textField(body.clientId, 'note', 4), value: body.note }];
      await put(tx, actor, [{ personId: held.row.personId, fields, entry: body.clientId }]);
    }
    const { result } = body;
    const data = { result, reply: body.reply ?? null, here: held.side === 'asked', act };
    return { kind: 'request.answered', happenedOn: body.on, data };
  });
}

/** A reply before its request is impossible whatever the law says; a second answer is too late. */
function refuseAnswer({ row }: Held, { on }: AnswerBody): void {
  if (row.status !== 'sent') throw new Stale('verification.closed_meanwhile');
  refuseFuture(on, today());
  if (isBackwards(row.sentOn, on))
    throw new Invalid(
      'verification.reply_before_request',
      { day: formatDay(row.sentOn) },
      { fields: ['on'] },
    );
}

/** The reply in the dossier. What the office asked says is kept with the request even where the dossier is past it. */
async function reply(tx: Tx, actor: Actor, { row, side }: Held, body: AnswerBody): Promise<string | null> {
  const { result, reply: document, note, on, consent } = body;
  const doing = {
    clientId: derivedId(body.clientId, 'act'),
    step: replyStep,
    happenedOn: on,
    inputs: { place: row.place, result, ...(document ? { reply: document } : {}), ...(note ? { note } : {}) },
    consent,
  };
  if (side === 'asking') return takeStep(tx, actor, row.dossierId, doing);
  return attempt(tx, () => takeStep(tx, actor, row.dossierId, { ...doing, entrusted: true }));
}

export const recordResending = (db: Db, actor: Actor, id: string, body: ResendBody) =>
  record(db, actor, { id, clientId: body.clientId }, async (tx, held) => {
    refuseAsked(held);
    refuseStatus(held, 'needs_more');
    const { row } = held;
    const [letter, receivedOn] = [body.letter ?? null, body.receivedOn ?? null];
    if (row.way === 'letter' && !(letter?.number && letter.on))
      throw new Invalid('verification.letter_needed', {}, { fields: ['letterNumber'] });
    if (row.answeredOn && isBackwards(row.answeredOn, body.on))
      throw new Invalid('verification.resent_before_answer', {}, { fields: ['on'] });
    refuseEarly(body.on, receivedOn);
    const { place, persons, way, abroad } = row;
    const act = await takeStep(tx, actor, row.dossierId, {
      clientId: derivedId(body.clientId, 'act'),
      step: sendingStep,
      happenedOn: body.on,
      inputs: { place, persons, way, ...(abroad ? { abroad } : {}), letter, receivedOn },
      consent: body.consent,
    });
    return { kind: 'request.resent', happenedOn: body.on, data: { letter, receivedOn, act } };
  });

/** Takes back what was recorded last: the answer, else the sending; the act of the dossier goes with it. */
export const recordTakingBack = (db: Db, actor: Actor, id: string, body: WithdrawBody) =>
  record(db, actor, { id, clientId: body.clientId }, async (tx, held) => {
    refuseAsked(held);
    const { row, request } = held;
    if (!may(actor, 'dossier.correct', { path: row.path })) throw new Forbidden('access.not_this_office');
    const answered = request.state !== 'sent';
    if (answered) {
      // It is open again: another may have been sent to its place since.
      await lockDossiers(tx, row.dossierId);
      await refuseOpen(tx, { id, dossierId: row.dossierId, place: request.place });
    }
    const act = answered ? request.replyAct : request.act;
    const why = { clientId: derivedId(body.clientId, 'act'), reason: body.reason };
    await takeBack(tx, actor, { dossierId: row.dossierId, act }, why);
    const fields = [{ field: reasonField(body.clientId), value: body.reason }];
    await put(tx, actor, [{ personId: row.personId, fields, entry: body.clientId }]);
    const happenedOn = answered ? request.answeredOn : request.sentOn;
    return { kind: withdrawal, happenedOn, data: {}, names: request.last };
  });

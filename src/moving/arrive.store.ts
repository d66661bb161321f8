// Coming from outside this installation: the case is taken over as its papers show it, in the cell that receives it,
// and the intake is recorded with its receipt (06-HD/TW, 3.9). Somebody already in the book is shown first.
import { actWithin, frameOf } from '../admission/act/within.store.ts';
import { registeredEntry } from '../members/acts.ts';
import { lockAlike, logLooks, lookAlike } from '../members/alike.store.ts';
import type { FieldName } from '../members/person.ts';
import { recordPersons } from '../members/person.store.ts';
import { acceptFields } from '../members/record.store.ts';
import { may } from '../org/access.ts';
import { findUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import { Invalid, Missing, Refused } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { type KnownAct, takeOverEntries } from '../road/take-over.ts';
import { handoverStreamOf } from './handover.ts';
import { caseStateOf } from './state.ts';
import { isCell } from './place.store.ts';
import type { ArriveBody } from './view.ts';

/** Gives the ids of the hand-over and of the dossier. */
export async function recordArrival(
  db: Db,
  actor: Actor,
  body: ArriveBody,
): Promise<{ id: string; dossierId: string }> {
  const id = derivedId(body.clientId, 'handover');
  const dossierId = derivedId(body.clientId, 'dossier');
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: handoverStreamOf(id) };
  const looked: string[] = [];
  const written = write(db, once, async (tx) => {
    if (body.happenedOn > today())
      throw new Invalid('ledger.future_day', { day: formatDay(body.happenedOn) });
    const cell = await getReceivingCell(tx, actor, body.unitId);
    // Of two who enter somebody at once, here or by a nomination, the second sees the first.
    await lockAlike(tx, { name: body.person.fullName });
    if (!body.sure) await refuseAlike(tx, actor, body, looked);
    const personId = await enterPerson(tx, actor, cell, body);
    const taken = takenOverOf(body, { dossierId, personId });
    await append(tx, actor, takeOverEntries(taken, { ...(await frameOf(tx)), path: cell.path }));
    const act = await receive(tx, actor, dossierId, body);
    const { letter, receipt, stage, from: place } = body;
    const data = { dossierId, place, stage, letter: letter ?? null, receipt, act };
    const about = { clientId: body.clientId, stream: handoverStreamOf(id), happenedOn: body.happenedOn };
    await append(tx, actor, [{ ...about, kind: 'handover.arrived', unitId: cell.id, personId, data }]);
  });
  // After the transaction: a look at somebody out of reach stays logged when the write is refused.
  await written.finally(() => logLooks(db, actor, looked));
  return { id, dossierId };
}

async function getReceivingCell(tx: Tx, actor: Actor, id: number): Promise<UnitRow> {
  const unit = await findUnit(tx, id);
  if (!unit || !may(actor, 'handover.act', { path: unit.path })) throw new Missing('access.missing');
  if (!isCell(unit) || unit.external) throw new Invalid('admission.not_a_cell');
  if (unit.endedOn) throw new Invalid('moving.unit_ended', { unit: unit.name });
  return unit;
}

async function refuseAlike(tx: Tx, actor: Actor, { person }: ArriveBody, looked: string[]): Promise<void> {
  const probe = { name: person.fullName, bornOn: person.bornOn ?? null, cardNumber: null };
  const {
    answers: [alike],
    looked: outside,
  } = await lookAlike(tx, actor, [probe]);
  looked.push(...outside);
  if (!alike || (alike.within.length === 0 && !alike.outside)) return;
  const items = alike.within.map(({ id, name: fullName, bornOn, unitName, status, evidence }) => ({
    personId: id,
    fullName,
    bornOn,
    unitName,
    status,
    evidence: [evidence],
  }));
  throw new Refused('moving.alike', {}, { items, askAbove: alike.outside });
}

async function enterPerson(tx: Tx, actor: Actor, cell: UnitRow, body: ArriveBody): Promise<string> {
  const given = Object.entries(body.person).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const values = await acceptFields(tx, Object.fromEntries(given));
  const entry = derivedId(body.clientId, 'person');
  const personId = derivedId(body.clientId, 'person.id');
  const fields = values.map(({ field }) => field as FieldName);
  const about = { clientId: entry, personId, unitId: cell.id, happenedOn: body.happenedOn };
  await recordPersons(tx, actor, {
    values: [{ personId, fields: values, entry }],
    entries: [registeredEntry(about, { provinceId: cell.provinceId, as: 'nominee', fields })],
  });
  return personId;
}

/** What the papers say of the acts before; the rest stays unknown and refuses nothing. */
function knownActs({ certificateOn, helpedOn }: ArriveBody): KnownAct[] {
  const certificate = certificateOn && {
    step: 'class_certificate',
    on: certificateOn,
    inputs: { certificate: { number: null, on: certificateOn, by: null } },
  };
  const helped = helpedOn && { step: 'assign_helper', on: helpedOn, inputs: {} };
  return [certificate, helped].filter((act) => act !== null && act !== undefined && act !== '');
}

const takenOverOf = (body: ArriveBody, ids: { dossierId: string; personId: string }) => ({
  ...ids,
  clientId: derivedId(body.clientId, 'taken_over'),
  unitId: body.unitId,
  happenedOn: body.happenedOn,
  stage: body.stage,
  stageOn: null,
  acts: knownActs(body),
  paper: body.letter ? { ...body.letter, by: body.from } : null,
});

const early = new Set(['listed', 'class_certified']);

async function receive(tx: Tx, actor: Actor, dossierId: string, body: ArriveBody): Promise<string> {
  const clientId = derivedId(body.clientId, 'receive');
  const state = early.has(body.stage) ? 'followed' : caseStateOf(body.stage, body.sentUp ?? null);
  await actWithin(tx, actor, dossierId, {
    clientId,
    step: 'receive_candidate',
    happenedOn: body.happenedOn,
    inputs: {
      from: body.from,
      state,
      ...(body.letter ? { letter: { ...body.letter, by: null } } : {}),
      ...(body.fileReceivedOn ? { fileReceivedOn: body.fileReceivedOn } : {}),
    },
    consent: body.consent,
  });
  return clientId;
}

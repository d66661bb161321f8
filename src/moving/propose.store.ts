// Handing a candidate over: the origin proposes to another organisation of this installation, or closes the case with
// the papers for a place outside it. Both are judged by the rules on moving (06-HD/TW, 3.9) before anything is written.
import { actWithin, judgeWithin } from '../admission/act/within.store.ts';
import { type Case, getCase, lockDossiers } from '../admission/case.store.ts';
import { findUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { put } from '../platform/vault.ts';
import { authorityOver } from '../road/authority.ts';
import { law } from '../road/law.ts';
import { getStep, wayOf } from '../road/prepare.ts';
import { handoverStreamOf, wordsOf } from './handover.ts';
import { caseStateOf, monthsOfHelp } from './state.ts';
import { fullNameOf, getDestination, sameCommittee } from './place.store.ts';
import type { ProposeBody } from './view.ts';

export const movingSteps = { ordered: 'move_ordered', move: 'move', receive: 'receive_candidate' } as const;

/** Gives the id of the hand-over. */
export async function recordProposal(db: Db, actor: Actor, body: ProposeBody): Promise<string> {
  const id = derivedId(body.clientId, 'handover');
  const once = { clientId: body.clientId, accountId: actor.accountId, stream: handoverStreamOf(id) };
  await write(db, once, async (tx) => {
    await lockDossiers(tx, body.dossierId);
    const found = await getCase(tx, actor, ['handover.act'], body.dossierId);
    await refuseUnfit(tx, actor, found, body);
    const making = { tx, actor, found, body };
    const entry =
      'place' in body.to ? await leave(making, body.to.place) : await propose(making, body.to.unitId);
    const { personId, unitId } = found.dossier;
    const about = { clientId: body.clientId, stream: handoverStreamOf(id), happenedOn: body.happenedOn };
    await putWords(tx, actor, personId, body);
    await append(tx, actor, [{ ...about, unitId, personId, ...entry }]);
  });
  return id;
}

interface Making {
  tx: Tx;
  actor: Actor;
  found: Case;
  body: ProposeBody;
}
type Made = Pick<NewEntry, 'kind' | 'data'>;

async function refuseUnfit(tx: Tx, actor: Actor, found: Case, body: ProposeBody): Promise<void> {
  if (body.happenedOn > today()) throw new Invalid('ledger.future_day', { day: formatDay(body.happenedOn) });
  if (found.standing.closedAs !== null) throw new Invalid('moving.dossier_closed');
  if (!mayMove(actor, found)) throw new Forbidden('admission.not_this_office');
  const open = await tx
    .selectFrom('handover')
    .select('id')
    .where('dossier_id', '=', body.dossierId)
    .where('state', '=', 'open')
    .execute();
  if (open.length > 0) throw new Stale('moving.already_open');
}

/** Whoever takes the step of moving proposes the hand-over, too. */
export const mayMove = (actor: Actor, { place }: Pick<Case, 'place'>): boolean =>
  wayOf(getStep(law(), movingSteps.move).step, authorityOver(actor, place, 'dossier.act')) !== null;

async function propose(making: Making, unitId: number): Promise<Made> {
  const { tx, found, body } = making;
  const origin = await findUnit(tx, found.dossier.unitId);
  if (!origin) throw new Missing('access.missing');
  const goal = await getDestination(tx, unitId, origin);
  const same = body.sameCommittee ?? (await sameCommittee(tx, origin.id, goal.id));
  if (caseStateOf(found.standing.stage, null) !== 'probation')
    await judgeMove(making, { to: await fullNameOf(tx, goal.id), same });
  const ordered = await recordOrder(making, same);
  return {
    kind: 'handover.proposed',
    data: {
      ...commonOf(making),
      toUnitId: goal.id,
      sentUp: body.sentUp ?? null,
      sameCommittee: same,
      ordered,
    },
  };
}

const commonOf = ({ found: { dossier, standing }, body }: Making) => ({
  dossierId: dossier.id,
  reason: body.reason,
  stage: standing.stage,
  months: monthsOfHelp(helpedOnOf(standing.facts), body.happenedOn),
  orderOn: body.orderOn ?? null,
  letter: body.letter ?? null,
});

/** Day on which somebody first helped the candidate. */
export const helpedOnOf = (facts: Case['standing']['facts']): string | null => {
  const day = facts['assign_helper.on'];
  return typeof day === 'string' ? day : null;
};

interface Moving {
  tx: Tx;
  actor: Actor;
  found: Pick<Case, 'dossier'>;
  body: Pick<ProposeBody, 'happenedOn' | 'orderOn' | 'consent'>;
}

/** Where a decision came too late after the move was decided, it is cancelled first. */
export async function judgeMove(
  { tx, actor, found, body }: Moving,
  { to, same }: { to: string; same: boolean | null },
): Promise<void> {
  const { orderOn, happenedOn, consent } = body;
  const inputs = { to, ...(orderOn ? { orderOn, ...(same === null ? {} : { sameCommittee: same }) } : {}) };
  // The destination is asked, too: nothing is written, and what it may do comes after.
  const asked = { step: movingSteps.move, happenedOn, inputs, consent, entrusted: true };
  await judgeWithin(tx, actor, found.dossier.id, asked);
}

/** The day of the move decision starts the deadlines of the rule; before a helper is named there is none to record. */
async function recordOrder({ tx, actor, found, body }: Making, same: boolean | null): Promise<string | null> {
  const { step } = getStep(law(), movingSteps.ordered);
  if (!body.orderOn || !isFrom(step.from, found.standing.stage)) return null;
  const clientId = derivedId(body.clientId, 'ordered');
  await actWithin(tx, actor, found.dossier.id, {
    clientId,
    step: movingSteps.ordered,
    happenedOn: body.happenedOn,
    inputs: {
      orderOn: body.orderOn,
      ...(body.sentUp === null || body.sentUp === undefined ? {} : { sentUp: body.sentUp }),
      ...(same === null ? {} : { sameCommittee: same }),
    },
    consent: body.consent,
  });
  return clientId;
}

const isFrom = (from: readonly string[] | string, stage: string): boolean =>
  typeof from === 'string' || from.includes(stage);

/** To a place that keeps no book here: the case ends with its papers. */
async function leave(making: Making, place: string): Promise<Made> {
  const { tx, actor, found, body } = making;
  const act = derivedId(body.clientId, 'move');
  await actWithin(tx, actor, found.dossier.id, {
    clientId: act,
    step: movingSteps.move,
    happenedOn: body.happenedOn,
    inputs: {
      to: place,
      ...(body.letter ? { paper: { ...body.letter, by: null } } : {}),
      ...(body.orderOn ? { orderOn: body.orderOn, sameCommittee: body.sameCommittee ?? false } : {}),
    },
    consent: body.consent,
  });
  return { kind: 'handover.left', data: { ...commonOf(making), place, act } };
}

/** Words for the other organisation are words about a person: they lie in the vault. */
export async function putWords(
  tx: Tx,
  actor: Actor,
  personId: string,
  { clientId, message }: { clientId: string; message?: string | null | undefined },
): Promise<void> {
  if (!message) return;
  const fields = [{ field: wordsOf(clientId), value: message }];
  await put(tx, actor, [{ personId, fields, entry: clientId }]);
}

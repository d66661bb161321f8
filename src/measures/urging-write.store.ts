// Urgings written: sent to units below, opened (which leaves a receipt, once for each office), answered in one line,
// taken back. Each unit answers for itself; of two answers of one unit the second is written over the one it has seen.
import { sql } from 'kysely';
import { getDocumentLine } from '../documents/document.store.ts';
import { may } from '../org/access.ts';
import { findUnits, getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { ruleStreamOf, sendFault, urgingStreamOf } from './urging.ts';
import type { AnswerBody, UrgingBody } from './view.ts';

/** Writes to units below; gives the id. */
export async function sendUrging(db: Db, actor: Actor, given: UrgingBody): Promise<string> {
  const body = { ...given, to: [...new Set(given.to)].toSorted((a, b) => a - b) };
  const id = derivedId(body.clientId, 'urging');
  const stream = urgingStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const fault = sendFault(body, { own: actor.unitId, today: today() });
    if (fault) throw new Invalid(fault);
    await decideUnits(tx, actor, body.to);
    if (body.documentId !== null) await getDocumentLine(tx, actor, body.documentId);
    const { clientId, ...data } = body;
    await append(tx, actor, [
      { clientId, stream, kind: 'urging.sent', happenedOn: today(), unitId: actor.unitId, data },
    ]);
  });
  return id;
}

/** All within reach, all of them still there. */
async function decideUnits(tx: Tx, actor: Actor, ids: readonly number[]): Promise<void> {
  const units = await findUnits(tx, ids);
  for (const id of ids) {
    const unit = units.get(id);
    if (!unit || unit.external || !may(actor, 'plan.urge', { path: unit.path }))
      throw new Missing('access.missing');
    if (unit.endedOn !== null) throw new Invalid('urging.unit_ended', { unit: unit.name });
  }
}

interface Addressed {
  withdrawnOn: string | null;
  answerEntry: string | null;
  read: boolean;
}

/** The urging as it was written to the unit of this office; to others it was not written. */
async function getAddressed(
  db: Queryable,
  actor: Actor,
  id: string,
): Promise<Addressed & { unitId: number }> {
  const { rows } = await sql<Addressed>`
    select urging.withdrawn_on as "withdrawnOn", urged.answer_entry as "answerEntry",
           exists (select from urging_receipt r where r.urging_id = urging.id and r.unit_id = urged.unit_id
                     and r.office_id = ${actor.officeId ?? 0}) as read
    from urging join urging_unit urged on urged.urging_id = urging.id
    where urging.id = ${id}::uuid and urged.unit_id = ${actor.unitId ?? 0}`.execute(db);
  const [row] = rows;
  if (!row || actor.unitId === null || !actor.can.has('plan.read')) throw new Missing('access.missing');
  return { ...row, unitId: actor.unitId };
}

/** Opens an urging: the first time of an office leaves a receipt. */
export async function readUrging(db: Db, actor: Actor, id: string): Promise<void> {
  const { read, unitId } = await getAddressed(db, actor, id);
  const { officeId } = actor;
  if (read || officeId === null) return;
  const stream = urgingStreamOf(id);
  const clientId = derivedId(id, `read ${unitId} ${officeId}`);
  const entry = {
    clientId,
    stream,
    kind: 'urging.read',
    happenedOn: today(),
    unitId,
    data: { unitId, officeId },
  };
  // Two windows of one office open it at once: one receipt, whoever of its holders was first.
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    if (!(await getAddressed(tx, actor, id)).read) await append(tx, actor, [entry]);
  });
}

/** One line from the unit; answering opens the urging, too. */
export async function answerUrging(db: Db, actor: Actor, id: string, body: AnswerBody): Promise<void> {
  const stream = urgingStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const { withdrawnOn, answerEntry, read, unitId } = await getAddressed(tx, actor, id);
    if (withdrawnOn !== null) throw new Stale('urging.taken_back');
    if (answerEntry !== body.over) throw new Stale('urging.answered_meanwhile');
    const about = { stream, happenedOn: today(), unitId };
    const { officeId } = actor;
    const opened =
      read || officeId === null
        ? []
        : [
            {
              ...about,
              clientId: derivedId(id, `read ${unitId} ${officeId}`),
              kind: 'urging.read',
              data: { unitId, officeId },
            },
          ];
    const data = { unitId, words: body.words };
    await append(tx, actor, [
      ...opened,
      { ...about, clientId: body.clientId, kind: 'urging.answered', data },
    ]);
  });
}

/** Taken back by the committee that wrote it; what was read and answered stays in the log. */
export async function takeBackUrging(
  db: Db,
  actor: Actor,
  id: string,
  { clientId, reason }: { clientId: string; reason: string },
): Promise<void> {
  const stream = urgingStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const row = await tx
      .selectFrom('urging')
      .select(['unit_id', 'withdrawn_on'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row || row.unit_id !== actor.unitId || !actor.can.has('plan.urge'))
      throw new Missing('access.missing');
    if (row.withdrawn_on !== null) throw new Stale('urging.taken_back');
    await append(tx, actor, [
      {
        clientId,
        stream,
        kind: 'urging.taken_back',
        happenedOn: today(),
        unitId: row.unit_id,
        data: { ground: reason },
      },
    ]);
  });
}

/** Whether the units below this committee are reminded by themselves while they are behind pace. */
export async function setRule(
  db: Db,
  actor: Actor,
  { clientId, unitId, on, figures }: { clientId: string; unitId: number; on: boolean; figures: string[] },
): Promise<void> {
  const stream = ruleStreamOf(unitId);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    await getUnit(tx, actor, 'plan.assign', unitId);
    const data = { on, figures };
    await append(tx, actor, [
      { clientId, stream, kind: 'urging_rule.set', happenedOn: today(), unitId, data },
    ]);
  });
}

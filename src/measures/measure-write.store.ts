// Measures written: set, changed, ended with a result or a reason, opened again, taken away while nothing came of them.
// Of two who act on one measure the second decides on what the first has written.
import { getDocumentLine } from '../documents/document.store.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { endFault, measureStreamOf, planFault } from './measure.ts';
import { canOf, getMeasure, type MeasureRow } from './measure-list.store.ts';
import { findOwners, getOwner } from './owner.store.ts';
import type { ChangeBody, EndBody, MeasureBody } from './view.ts';

const refuse = (fault: string | null, day: string): void => {
  if (fault) throw new Invalid(fault, { day: formatDay(day) });
};

/** Sets a measure; gives its id. */
export async function planMeasure(db: Db, actor: Actor, body: MeasureBody): Promise<string> {
  const id = derivedId(body.clientId, 'measure');
  const stream = measureStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const unit = await getUnit(tx, actor, 'plan.propose', body.unitId);
    if (unit.endedOn !== null) throw new Invalid('measure.unit_ended');
    refuse(planFault(body, today()), body.happenedOn);
    const { period, happenedOn } = body;
    const data = { period, ...(await setOf(tx, actor, body)) };
    await append(tx, actor, [
      { clientId: body.clientId, stream, kind: 'measure.planned', happenedOn, unitId: unit.id, data },
    ]);
  });
  return id;
}

type Given = Pick<MeasureBody, 'figure' | 'what' | 'officeId' | 'dueOn' | 'documentId'>;

async function setOf(tx: Tx, actor: Actor, { figure, what, officeId, dueOn, documentId }: Given) {
  if (documentId !== null) await getDocumentLine(tx, actor, documentId);
  return { figure, what, officeId, ...(await getOwner(tx, actor, officeId)), dueOn, documentId };
}

/** The measure as this office may act on it in that way. */
async function getFor(
  tx: Tx,
  actor: Actor,
  id: string,
  way: ReturnType<typeof canOf>[number],
): Promise<MeasureRow> {
  const row = await getMeasure(tx, actor, id);
  if (canOf(row, await ownerOf(tx, row), actor).includes(way)) return row;
  // Whose state has moved on meanwhile is told so; whoever may not act here at all is told nothing.
  const other: MeasureRow = { ...row, state: row.state === 'open' ? 'done' : 'open' };
  if (!canOf(other, await ownerOf(tx, row), actor).includes(way)) throw new Missing('access.missing');
  if (row.state === 'open') throw new Stale('measure.open');
  throw new Stale(way === 'withdraw' ? 'measure.kept' : 'measure.ended_meanwhile');
}

const ownerOf = async (tx: Queryable, { officeId }: MeasureRow) =>
  (await findOwners(tx, [officeId])).get(officeId) ?? { inForce: false };

interface Acting {
  id: string;
  clientId: string;
}

async function actOn(
  db: Db,
  actor: Actor,
  { id, clientId }: Acting,
  work: (tx: Tx, about: Pick<NewEntry, 'clientId' | 'stream'>) => Promise<NewEntry>,
): Promise<void> {
  const stream = measureStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    await append(tx, actor, [await work(tx, { clientId, stream })]);
  });
}

/** Other words, another owner, another day. What an office in force no longer has stays as it is until somebody chooses. */
export const changeMeasure = (db: Db, actor: Actor, id: string, body: ChangeBody): Promise<void> =>
  actOn(db, actor, { id, clientId: body.clientId }, async (tx, about) => {
    const row = await getFor(tx, actor, id, 'change');
    if (row.version !== body.version) throw new Stale('measure.changed_meanwhile');
    refuse(planFault({ happenedOn: row.plannedOn, dueOn: body.dueOn }, today()), row.plannedOn);
    const kept = body.officeId === row.officeId && body.documentId === row.documentId;
    const { figure, what, officeId, dueOn, documentId } = body;
    const data = kept
      ? { figure, what, officeId, ownerUnitId: row.ownerUnitId, ownerKind: row.ownerKind, dueOn, documentId }
      : await setOf(tx, actor, body);
    return {
      ...about,
      kind: 'measure.changed',
      happenedOn: today(),
      unitId: row.unitId,
      data: { ...data, ground: body.reason },
    };
  });

/** Ends it: done with a result, or dropped with a reason. */
export const endMeasure = (
  db: Db,
  actor: Actor,
  { id, as }: { id: string; as: 'done' | 'drop' },
  { clientId, happenedOn, outcome }: EndBody,
): Promise<void> =>
  actOn(db, actor, { id, clientId }, async (tx, about) => {
    const row = await getFor(tx, actor, id, as);
    refuse(endFault(row, happenedOn, today()), happenedOn);
    const kind = as === 'done' ? 'measure.done' : 'measure.dropped';
    return { ...about, kind, happenedOn, unitId: row.unitId, data: { outcome } };
  });

/** Opens one again whose end was recorded by mistake. */
export const reopenMeasure = (db: Db, actor: Actor, id: string, clientId: string): Promise<void> =>
  actOn(db, actor, { id, clientId }, async (tx, about) => {
    const row = await getFor(tx, actor, id, 'reopen');
    return {
      ...about,
      kind: withdrawal,
      happenedOn: null,
      unitId: row.unitId,
      names: row.endedEntry,
      data: {},
    };
  });

/** Takes one away that was set by mistake and of which nothing came. */
export const withdrawMeasure = (db: Db, actor: Actor, id: string, clientId: string): Promise<void> =>
  actOn(db, actor, { id, clientId }, async (tx, about) => {
    const row = await getFor(tx, actor, id, 'withdraw');
    const planned = await tx
      .selectFrom('ledger')
      .select('client_id')
      .where('stream', '=', about.stream)
      .where('kind', '=', 'measure.planned')
      .executeTakeFirstOrThrow();
    return {
      ...about,
      kind: withdrawal,
      happenedOn: null,
      unitId: row.unitId,
      names: planned.client_id,
      data: {},
    };
  });

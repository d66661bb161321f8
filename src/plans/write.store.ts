// Setting, proposing and telling numbers: who may, what fits what stands, and the entry that is written.
import { may } from '../org/access.ts';
import { findUnit, getUnit, type UnitRow } from '../org/unit.store.ts';
import { getDocumentLine } from '../documents/document.store.ts';
import { today } from '../platform/clock.ts';
import { earliest } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import { effective, withdrawal } from '../platform/effective.ts';
import type { Entry, NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { append, entriesOf } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { findFigure } from '../statistics/figure.ts';
import { decideDay, decideLines, decideOrder, decideTold } from './decide.ts';
import { parsePeriod, type Period } from './period.ts';
import {
  aimedEntry,
  assignedEntry,
  foldTargets,
  groundEntry,
  registeredEntry,
  type SaidKind,
  targetStreamOf,
  toldEntry,
} from './target.ts';
import type { AssignBody, ProposeBody, ToldBody, WithdrawBody } from './sent.ts';

const onceFor = (actor: Actor, clientId: string, unitId: number) => ({
  clientId,
  accountId: actor.accountId,
  stream: targetStreamOf(unitId),
});

/** Own committee above assigns; what has none above it in Nguồn records what it was given from outside. */
export async function assignTarget(db: Db, actor: Actor, unitId: number, body: AssignBody): Promise<void> {
  await write(db, onceFor(actor, body.clientId, unitId), async (tx) => {
    const unit = await getUnit(tx, actor, 'plan.read', unitId);
    const given = await decideAssigner(tx, actor, unit);
    if (given === 'outside' && !body.documentId && !body.decision?.number && !body.decision?.on)
      throw new Invalid('plans.outside_paper');
    if (body.documentId) await getDocumentLine(tx, actor, body.documentId);
    const standing = await decideSaying(tx, unit, 'assigned', body);
    const { period, lines, documentId, reason, why } = body;
    await append(tx, actor, [
      assignedEntry(unitId, aboutOf(body), {
        period,
        lines,
        given,
        documentId,
        why,
        plan: null,
        revision: revisionsOf(standing, period),
        decision: paperOf(body.decision),
        reason,
      }),
    ]);
  });
}

/** đăng ký, phấn đấu: by the unit itself, or by who looks after it. */
export async function proposeTarget(
  db: Db,
  actor: Actor,
  unitId: number,
  { kind, ...body }: ProposeBody & { kind: 'registered' | 'aim' },
): Promise<void> {
  await write(db, onceFor(actor, body.clientId, unitId), async (tx) => {
    const unit = await getUnit(tx, actor, 'plan.propose', unitId);
    await decideSaying(tx, unit, kind, body);
    const make = kind === 'aim' ? aimedEntry : registeredEntry;
    await append(tx, actor, [make(unitId, aboutOf(body), { period: body.period, lines: body.lines })]);
  });
}

/** Results and stocks of times and places that Nguồn did not keep. */
export async function tellResult(db: Db, actor: Actor, unitId: number, body: ToldBody): Promise<void> {
  await write(db, onceFor(actor, body.clientId, unitId), async (tx) => {
    await getUnit(tx, actor, 'plan.propose', unitId);
    const figure = findFigure(body.figure);
    if (!figure) throw new Invalid('plans.figure');
    decideTold(body, { today: today(), period: periodIn(body.period), figure });
    if (body.documentId) await getDocumentLine(tx, actor, body.documentId);
    await decideReplaced(tx, unitId, { ...body, kind: 'target.told' });
    const { clientId, replaces, ...data } = body;
    await append(tx, actor, [toldEntry(unitId, { clientId, names: replaces }, data)]);
  });
}

/** Takes one saying back, with its reason; what it had replaced stands again. */
export async function withdrawSaying(
  db: Db,
  actor: Actor,
  { unitId, entry }: { unitId: number; entry: string },
  body: WithdrawBody,
): Promise<void> {
  await write(db, onceFor(actor, body.clientId, unitId), async (tx) => {
    const unit = await getUnit(tx, actor, 'plan.read', unitId);
    const standing = effective(await entriesIn(tx, unitId)).find(({ clientId }) => clientId === entry);
    if (!standing) throw new Stale('ledger.changed_meanwhile');
    // Why something was taken back stays.
    if (standing.kind === 'target.ground') throw new Missing('access.missing');
    await decideChanger(tx, actor, unit, standing);
    const taken: NewEntry = {
      clientId: body.clientId,
      stream: targetStreamOf(unitId),
      kind: withdrawal,
      happenedOn: null,
      unitId,
      names: entry,
      data: {},
    };
    const about = { clientId: derivedId(body.clientId, 'ground'), happenedOn: null };
    const ground = groundEntry(unitId, about, { of: body.clientId, ground: body.reason });
    await append(tx, actor, [taken, ground]);
  });
}

// ---- who

async function decideAssigner(tx: Tx, actor: Actor, unit: UnitRow): Promise<'above' | 'outside'> {
  const parent = unit.parentId === null ? undefined : await findUnit(tx, unit.parentId);
  const above = parent && !parent.external ? parent : null;
  if (!may(actor, 'plan.assign', { path: above?.path ?? unit.path }))
    throw new Forbidden('access.not_this_office');
  return above ? 'above' : 'outside';
}

async function decideChanger(tx: Tx, actor: Actor, unit: UnitRow, { kind, data }: Entry): Promise<void> {
  if (kind === 'target.assigned' || kind === 'target.set') {
    await decideAssigner(tx, actor, unit);
    if ((data as { plan?: string | null }).plan) throw new Invalid('plans.by_plan');
  } else if (!may(actor, 'plan.propose', { path: unit.path })) throw new Missing('access.missing');
}

// ---- what

const periodIn = (key: string): Period => parsePeriod(key) as Period;

const aboutOf = ({ clientId, happenedOn, replaces }: ProposeBody) => ({
  clientId,
  happenedOn,
  names: replaces,
});

async function entriesIn(tx: Tx, unitId: number): Promise<Entry[]> {
  return (await entriesOf(tx, [targetStreamOf(unitId)])).get(targetStreamOf(unitId)) ?? [];
}

const entryKindOf: Record<SaidKind, string> = {
  assigned: 'target.assigned',
  registered: 'target.registered',
  aim: 'target.aimed',
};

async function decideSaying(tx: Tx, unit: UnitRow, kind: SaidKind, body: ProposeBody) {
  const period = periodIn(body.period);
  decideLines(body.lines, findFigure);
  decideDay(body.happenedOn, { today: today(), period, endedOn: unit.endedOn });
  const corrected = await decideReplaced(tx, unit.id, { ...body, kind: entryKindOf[kind] });
  const standing = foldTargets(await entriesIn(tx, unit.id)).said.filter(
    ({ entry }) => entry !== body.replaces,
  );
  const correctedOn = corrected?.happenedOn ? earliest(corrected.happenedOn) : null;
  decideOrder({ kind, period: body.period, on: body.happenedOn, lines: body.lines, correctedOn }, standing);
  return standing;
}

/** What is corrected still stands, and is of the same kind and period. */
async function decideReplaced(
  tx: Tx,
  unitId: number,
  { replaces, kind, period }: { replaces: string | null; kind: string; period: string },
): Promise<Entry | null> {
  if (replaces === null) return null;
  const entry = effective(await entriesIn(tx, unitId)).find(({ clientId }) => clientId === replaces);
  if (!entry) throw new Stale('ledger.changed_meanwhile');
  const data = entry.data as { period?: string; plan?: string | null };
  if (entry.kind !== kind || data.period !== period) throw new Invalid('plans.other_kind');
  if (data.plan) throw new Invalid('plans.by_plan');
  return entry;
}

const revisionsOf = (standing: readonly { kind: string; period: string; entry: string }[], period: string) =>
  new Set(
    standing.filter((one) => one.kind === 'assigned' && one.period === period).map(({ entry }) => entry),
  ).size;

function paperOf(decision: AssignBody['decision']) {
  if (!decision) return null;
  const { number, on, by } = decision;
  if (number === null && on === null && by === null) return null;
  return { number, on, by };
}

// The course of a plan: opened or copied, described, discussed, approved – which sets the targets of all units whose
// number is another, in the same transaction –, opened again for a revision, given up.
import { sql } from 'kysely';
import { getDocumentLine } from '../documents/document.store.ts';
import { may } from '../org/access.ts';
import type { TreeNode } from '../org/tree.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Forbidden, Invalid, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { takeTurn } from '../platform/write/turns.ts';
import { assignedEntry, targetStreamOf } from '../plans/target.ts';
import { copied } from './copy.store.ts';
import { type InForce, inForceOf } from './draft.store.ts';
import { approvedOn, type Plan } from './fold.ts';
import { getBranch, periodOf, rowsBelow } from './frame.store.ts';
import { type DraftLine, lineKey } from './plan.ts';
import { sameGiven } from './typed.ts';
import type {
  ApproveBody,
  DescribeBody,
  DiscussBody,
  OpenBody,
  ReopenBody,
  WithdrawBody,
  Written,
} from './view.ts';
import { holdsOffice, openedFirst, planEntry, refuseFuture, type Writing, writePlan } from './write.store.ts';

export const open = (db: Db, actor: Actor, unitId: number, body: OpenBody): Promise<Written> =>
  writePlan(db, actor, { unitId, ask: body, assigns: false }, async (writing) => {
    if (body.copy) return copied(writing);
    return openedFirst(writing);
  });

export const describe = (db: Db, actor: Actor, unitId: number, body: DescribeBody): Promise<Written> =>
  writePlan(db, actor, { unitId, ask: body }, async (writing) => {
    const { tx, plan, unit } = writing;
    refuseChanged(plan, body.version);
    const { clientId: _, period: __, version: ___, ...described } = body;
    if (described.responsibleId && !(await holdsOffice(tx, described.responsibleId, unit.path)))
      throw new Invalid('plans.not_responsible');
    for (const id of described.documents) await getDocumentLine(tx, actor, id);
    return [...openedFirst(writing), planEntry(writing, 'plan.described', described)];
  });

function refuseChanged(plan: Plan | null, version: number): void {
  if ((plan?.version ?? 0) !== version) throw new Stale('plans.changed_meanwhile');
}

export const discuss = (db: Db, actor: Actor, unitId: number, body: DiscussBody): Promise<Written> =>
  writePlan(db, actor, { unitId, ask: body }, async (writing) => {
    refuseFuture(body.on);
    if (writing.plan?.state === 'approved') throw new Invalid('plans.approved_already');
    const { body: where, outcome, on } = body;
    return [...openedFirst(writing), planEntry(writing, 'plan.discussed', { body: where, outcome }, { on })];
  });

export const reopen = (db: Db, actor: Actor, unitId: number, body: ReopenBody): Promise<Written> =>
  writePlan(db, actor, { unitId, ask: body }, async (writing) => {
    if (writing.plan?.state !== 'approved') throw new Invalid('plans.not_approved');
    return [planEntry(writing, 'plan.reopened', { reason: body.reason, why: body.why })];
  });

export const withdraw = (db: Db, actor: Actor, unitId: number, body: WithdrawBody): Promise<Written> =>
  writePlan(db, actor, { unitId, ask: body }, async (writing) => {
    if (!writing.plan) throw new Invalid('plans.no_plan');
    if (writing.plan.state === 'approved') throw new Invalid('plans.approved_already');
    decideNumbers(writing, writing.plan);
    // What a colleague saved since is not given up unseen.
    refuseChanged(writing.plan, body.version);
    return [planEntry(writing, 'plan.withdrawn', {})];
  });

// ---- approval

export async function approve(db: Db, actor: Actor, unitId: number, body: ApproveBody): Promise<Written> {
  refuseFuture(body.on);
  return writePlan(db, actor, { unitId, ask: body }, async (writing) => {
    const plan = decideApproval(writing.plan, body);
    decideNumbers(writing, plan);
    if (body.documentId) await getDocumentLine(writing.tx, actor, body.documentId);
    // Whoever writes a number of one of these units by hand goes before or after.
    await takeTurn(writing.tx, ...plan.lines.map(({ unitId: below }) => targetStreamOf(below)));
    const lines = await changedLines(writing, plan, body.on);
    const byUnit = Map.groupBy(lines, (line) => line.unitId);
    const revision = plan.revision + 1;
    const approved = planEntry(
      writing,
      'plan.approved',
      {
        revision,
        decision: body.decision,
        documentId: body.documentId,
        units: byUnit.size,
        lines: lines.length,
      },
      { on: body.on },
    );
    const assigned = [...byUnit].map(([unit, own]) => assignedOf(writing, { unit, own, plan, body }));
    return [approved, ...assigned];
  });
}

function decideApproval(plan: Plan | null, { on, version }: ApproveBody): Plan {
  if (!plan) throw new Invalid('plans.no_plan');
  if (plan.state === 'approved') throw new Invalid('plans.approved_already');
  refuseChanged(plan, version);
  const before = approvedOn(plan);
  const { to } = periodOf(plan.period);
  if (on > to) throw new Invalid('plans.after_period', { day: formatDay(to) });
  if (before !== null && on < before)
    throw new Invalid('plans.revision_before', { day: formatDay(on), before: formatDay(before) });
  return plan;
}

/** Whoever puts numbers for others into force, or gives drafted ones up, may assign. */
function decideNumbers({ actor, unit }: Writing, plan: Plan): void {
  if (plan.lines.length > 0 && !may(actor, 'plan.assign', { path: unit.path }))
    throw new Forbidden('plans.needs_assign');
}

/** The drafted lines that say another number than the one in force, of units that are still below. */
async function changedLines({ tx, unit }: Writing, plan: Plan, on: string): Promise<DraftLine[]> {
  const branch = await getBranch(tx, unit.id, periodOf(plan.period));
  const rows = new Map(rowsBelow(branch).map((row) => [row.id, row]));
  const held = await inForceOf(tx, plan.period, [...rows.keys()]);
  const changed = plan.lines.filter(
    (line) => rows.has(line.unitId) && !sameGiven(line, held.get(lineKey(line))?.given ?? null),
  );
  refuseEnded(changed, rows, on);
  const late = changed.find((line) => (held.get(lineKey(line))?.since ?? '') > on);
  if (late) await refuseLater(tx, late, held.get(lineKey(late)) as InForce, on);
  return changed;
}

function refuseEnded(lines: readonly DraftLine[], rows: ReadonlyMap<number, TreeNode>, on: string): void {
  const ended = lines
    .map(({ unitId }) => rows.get(unitId))
    .find((row) => row && row.endedOn !== null && row.endedOn <= on);
  if (!ended) return;
  throw new Invalid('plans.ended_below', { unit: ended.name, ended: formatDay(ended.endedOn ?? '') });
}

async function refuseLater(tx: Tx, line: DraftLine, { since }: InForce, on: string): Promise<never> {
  const { rows } = await sql<{ name: string }>`select name from unit where id = ${line.unitId}`.execute(tx);
  throw new Invalid('plans.later_number', {
    unit: rows[0]?.name ?? '',
    since: formatDay(since),
    day: formatDay(on),
  });
}

interface Assigned {
  unit: number;
  own: readonly DraftLine[];
  plan: Plan;
  body: ApproveBody;
}

function assignedOf({ ask }: Writing, { unit, own, plan, body }: Assigned): NewEntry {
  const about = { clientId: derivedId(ask.clientId, `target/${unit}`), happenedOn: body.on };
  return assignedEntry(unit, about, {
    period: plan.period,
    lines: own.map(({ figure, part, amount, share }) => ({
      figure,
      part,
      share,
      minimum: amount?.minimum ?? null,
      maximum: amount?.maximum ?? null,
      mark: amount?.mark ?? 'exact',
    })),
    given: 'above',
    plan: plan.id,
    revision: plan.revision + 1,
    decision: body.decision,
    documentId: body.documentId,
    reason: plan.reopened?.reason ?? null,
    why: plan.reopened?.why ?? null,
  });
}

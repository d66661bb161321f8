// The course of a plan: opened or copied, described, discussed, approved – which sets the targets of all units whose
// number is another, in the same transaction –, opened again for a revision, given up.
import { sql } from 'kysely';
import { getDocumentLine } from '../documents/document.store.ts';
import { today } from '../platform/clock.ts';
import { formatDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { assignedEntry } from '../plans/target.ts';
import { copied } from './copy.store.ts';
import { type InForce, inForceOf } from './draft.store.ts';
import { approvedOn, type Plan } from './fold.ts';
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
import { openedFirst, planEntry, refuseFuture, type Writing, writePlan } from './write.store.ts';

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
    if (described.responsibleId) await decideResponsible(tx, described.responsibleId, unit.path);
    for (const id of described.documents) await getDocumentLine(tx, actor, id);
    return [...openedFirst(writing), planEntry(writing, 'plan.described', described)];
  });

/** Whoever answers for a plan holds an office in the unit, or in a committee above it. */
async function decideResponsible(db: Queryable, personId: string, path: string): Promise<void> {
  const { rows } = await sql`
    select 1 from office join unit on unit.id = office.unit_id
    where office.person_id = ${personId}::uuid and (office.from_on is null or office.from_on <= ${today()})
      and (office.to_on is null or office.to_on > ${today()}) and ${path} like unit.path || '%'
    limit 1`.execute(db);
  if (rows.length === 0) throw new Invalid('plans.not_responsible');
}

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
    return [planEntry(writing, 'plan.withdrawn', {})];
  });

// ---- approval

export async function approve(db: Db, actor: Actor, unitId: number, body: ApproveBody): Promise<Written> {
  refuseFuture(body.on);
  return writePlan(db, actor, { unitId, ask: body }, async (writing) => {
    const plan = decideApproval(writing.plan, body);
    if (body.documentId) await getDocumentLine(writing.tx, actor, body.documentId);
    const lines = await changedLines(writing.tx, plan, body.on);
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
  if (before !== null && on < before)
    throw new Invalid('plans.revision_before', { day: formatDay(on), before: formatDay(before) });
  return plan;
}

/** The drafted lines that say another number than the one in force. */
async function changedLines(tx: Tx, plan: Plan, on: string): Promise<DraftLine[]> {
  const units = [...new Set(plan.lines.map(({ unitId }) => unitId))];
  const held = await inForceOf(tx, plan.period, units);
  const changed = plan.lines.filter((line) => !sameGiven(line, held.get(lineKey(line))?.given ?? null));
  const late = changed.find((line) => (held.get(lineKey(line))?.since ?? '') > on);
  if (late) await refuseLater(tx, late, held.get(lineKey(late)) as InForce, on);
  return changed;
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

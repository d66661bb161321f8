// The monthly review of a cell's list: who is on it, who comes on, who goes off, by one resolution. The acts stand with
// each dossier, the period with the cell; what belongs together is known by the number and day of the resolution.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { findUnitKind } from '../org/organisation.ts';
import { getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Failure, Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { derivedId } from '../platform/ids.ts';
import { write } from '../platform/write/once.ts';
import { law } from '../road/law.ts';
import { recordRoutineWithin } from '../worklist/routine.store.ts';
import { reviewedStages } from './group.ts';
import { judgeLines, type Line, type Many, writeLines } from './many.store.ts';
import { reviewRoutine } from './review.ts';
import { heldReviews } from './resolution.store.ts';
import type { ManyView, PreviewView, ReviewBody, ReviewPage, ReviewRow } from './view.ts';

/** What a review starts from. */
export async function readReview(db: Queryable, actor: Actor, unitId: number): Promise<ReviewPage> {
  const unit = await getCell(db, actor, unitId);
  const reasons =
    law()
      .findStep('strike')
      ?.step.inputs.find(({ id }) => id === 'reason')?.choices ?? [];
  return {
    unit: { id: unit.id, name: unit.name },
    rows: await rowsOf(db, unitId),
    period: await openPeriod(db, unitId),
    reasons: reasons.map(({ code, label }) => ({ code, label })),
    held: await heldReviews(db, unitId),
    can: may(actor, 'dossier.act', unit) || may(actor, 'dossier.on_behalf', unit) ? ['review'] : [],
  };
}

async function getCell(db: Queryable, actor: Actor, id: number): Promise<UnitRow> {
  const unit = await getUnit(db, actor, 'fostering.read', id);
  if (!findUnitKind(unit.kind)?.cell) throw new Invalid('fostering.not_a_cell');
  return unit;
}

async function rowsOf(db: Queryable, unitId: number): Promise<ReviewRow[]> {
  const result = await sql<ReviewRow>`
    select dossier.id, person.full_name as name, person.born_on as "bornOn", dossier.stage,
           dossier.stage_on as "stageOn", helper.full_name as "helperName",
           dossier.last_touch_on as "lastTouchOn", dossier.informed_on as "informedOn",
           dossier.paused_on as "pausedOn"
    from dossier join person on person.id = dossier.person_id
    left join person helper on helper.id = dossier.helper_id
    where dossier.unit_id = ${unitId} and dossier.closed_as is null
      and dossier.stage = any(${reviewedStages})
    order by dossier.stage = 'nominated', person.sort_key, dossier.id`.execute(db);
  return result.rows;
}

/** The oldest period that nobody has covered and that has begun; its line stands on the work list. */
async function openPeriod(db: Queryable, unitId: number): Promise<string | null> {
  const result = await sql<{ part: string }>`
    select part from due where case_kind = 'unit' and case_id = ${String(unitId)}
      and clock = ${reviewRoutine} and starts_on <= ${today()} order by starts_on limit 1`.execute(db);
  return result.rows[0]?.part ?? null;
}

function linesOf({ lines, resolution }: ReviewBody): Line[] {
  return lines.map(({ id, choice, reason, parentOpinion }) => ({
    id,
    step: choice,
    inputs: {
      resolution,
      ...(choice === 'strike' ? { reason } : {}),
      ...(choice === 'list' && parentOpinion ? { parentOpinion } : {}),
    },
  }));
}

/** Every line is about somebody of this cell. */
async function decideLines(db: Queryable, { unitId, lines }: ReviewBody): Promise<void> {
  const ids = lines.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Invalid('fostering.named_twice');
  const result = await sql<{ count: number }>`
    select count(*) from dossier where id = any(${ids}::uuid[]) and unit_id = ${unitId}`.execute(db);
  if ((result.rows[0]?.count ?? 0) < ids.length) throw new Invalid('fostering.of_another_cell');
}

const manyOf = (body: ReviewBody): Many => ({
  clientId: body.clientId,
  lines: linesOf(body),
  resolution: body.resolution,
});

export async function previewReview(db: Db, actor: Actor, body: ReviewBody): Promise<PreviewView> {
  await getCell(db, actor, body.unitId);
  await decideLines(db, body);
  const lines = await judgeLines(db, actor, manyOf(body));
  return { lines, already: await isCovered(db, body.unitId, body.resolution.on.slice(0, 7)) };
}

/** Acts and period in one transaction. Without anybody coming or going the period alone is recorded. */
export async function recordReview(db: Db, actor: Actor, body: ReviewBody): Promise<ManyView> {
  await getCell(db, actor, body.unitId);
  await decideLines(db, body);
  const cover = (tx: Tx, result: ManyView) => coverPeriod(tx, actor, { body, result });
  if (body.lines.length > 0) return writeLines(db, actor, manyOf(body), cover);
  const none: ManyView = { done: [], left: [] };
  const stream = `routine:${body.unitId}`;
  const once = { clientId: periodId(body), accountId: actor.accountId, stream };
  await write(db, once, (tx) => cover(tx, none));
  return none;
}

const periodId = ({ clientId }: ReviewBody): string => derivedId(clientId, reviewRoutine);

interface Covering {
  body: ReviewBody;
  result: ManyView;
}

/**
 * Covers the month of the resolution. A second resolution of the same month only puts people on or off, and one of a
 * day before this cell was kept here covers nothing.
 */
async function coverPeriod(tx: Tx, actor: Actor, { body, result }: Covering): Promise<void> {
  const { number, on, by } = body.resolution;
  const period = on.slice(0, 7);
  const alone = body.lines.length === 0;
  if (!alone && (await isCovered(tx, body.unitId, period))) return;
  const count = (step: string) => result.done.filter((line) => line.step === step).length;
  const routine = {
    clientId: periodId(body),
    unitId: body.unitId,
    step: reviewRoutine,
    period,
    happenedOn: on,
    inputs: { resolution: { number, on, by: by ?? null }, added: count('list'), removed: count('strike') },
  };
  try {
    await recordRoutineWithin(tx, actor, routine);
  } catch (error) {
    if (alone || !(error instanceof Failure) || !beforeKeeping.has(error.code)) throw error;
  }
}

/** Said before anything is written. */
const beforeKeeping = new Set(['worklist.before_kept', 'worklist.no_such_period']);

async function isCovered(db: Queryable, unitId: number, period: string): Promise<boolean> {
  const result = await sql`
    select 1 from routine where unit_id = ${unitId} and step = ${reviewRoutine} and period = ${period}
    union all
    select 1 from settlement where case_kind = 'unit' and case_id = ${String(unitId)}
      and clock = ${reviewRoutine} and part = ${period} limit 1`.execute(db);
  return result.rows.length > 0;
}

// Rounds written: asked of units below, the day it is due put off, the whole taken back. What has been sent stays.
import { sql } from 'kysely';
import { getDocumentLine } from '../../documents/document.store.ts';
import { may } from '../../org/access.ts';
import { findUnits, getUnit, lockTree, type UnitRow } from '../../org/unit.store.ts';
import { today } from '../../platform/clock.ts';
import { formatDay } from '../../platform/day.ts';
import type { Db, Queryable, Tx } from '../../platform/db.ts';
import { Invalid, Missing, Stale } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { derivedId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger.ts';
import { write } from '../../platform/write/once.ts';
import type { Form } from '../../forms/form.ts';
import { getForm } from '../../forms/forms.store.ts';
import { isParty } from '../../statistics/catalogue/place.store.ts';
import { kindOf, spanOf } from '../period.ts';
import type { AskedAnswer, ExtendBody, RoundBody } from '../round-view.ts';
import { scheduleSaying } from '../schedule/schedule-write.store.ts';
import { scheduleStreamOf } from '../schedule/schedule.ts';
import { roundStreamOf } from './round.ts';

/** Asks units below, a round for each form; with the schedule that goes on, or begins, with them. */
export async function askRounds(db: Db, actor: Actor, given: RoundBody): Promise<AskedAnswer> {
  const forms = [...new Set(given.forms)];
  const body = { ...given, forms, to: [...new Set(given.to)].toSorted((a, b) => a - b) };
  const { clientId } = body;
  const ids = forms.map((form) => derivedId(clientId, `round ${form}`));
  const schedule = body.schedule ?? (body.every === null ? null : derivedId(clientId, 'schedule'));
  const stream = schedule === null ? roundStreamOf(ids[0] ?? '') : scheduleStreamOf(schedule);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const asked = await decideRounds(tx, actor, body, ids);
    const again =
      schedule === null
        ? []
        : [await scheduleSaying(tx, { id: schedule, body, forms: asked.forms, rounds: ids })];
    const said = [...again, ...asked.entries];
    const idOf = (at: number): string => (at === 0 ? clientId : derivedId(clientId, `entry ${at}`));
    await append(
      tx,
      actor,
      said.map((one, at) => ({ ...one, clientId: idOf(at) })),
    );
  });
  return { ids, schedule };
}

async function decideRounds(tx: Tx, actor: Actor, body: RoundBody, ids: readonly string[]) {
  const { unitId, period, closesOn, dueOn, to, words, documentId } = body;
  // Of a unit that ends meanwhile it is decided behind its end, or its end finds the round.
  await lockTree(tx);
  const unit = await getUnit(tx, actor, 'report.ask', unitId);
  const forms: Form[] = [];
  for (const id of body.forms) forms.push(await getForm(tx, unit.path, id));
  for (const form of forms) checkDays(form, body);
  await checkUnits(tx, actor, { above: unit, forms, ids: to });
  if (documentId !== null) await getDocumentLine(tx, actor, documentId);
  const entries = forms.map((form, at) => ({
    stream: roundStreamOf(ids[at] ?? ''),
    kind: 'report_round.asked',
    happenedOn: today(),
    unitId,
    data: { form: form.id, formTitle: form.title, period, closesOn, dueOn, to, words, documentId },
  }));
  return { forms, entries };
}

type Days = Pick<RoundBody, 'period' | 'closesOn'> & { dueOn?: string };

/** A form is made for certain periods; figures close within theirs; nothing is due before it closes. */
export function checkDays(form: Form, { period, closesOn, dueOn }: Days): void {
  if (!form.periods.includes(kindOf(period))) throw new Invalid('report.form_period');
  const { from, to } = spanOf(period);
  if (closesOn < from || closesOn > to)
    throw new Invalid('report.closing_outside', { from: formatDay(from), to: formatDay(to) });
  if (dueOn !== undefined && dueOn < closesOn) throw new Invalid('report.due_before');
}

interface AskedOf {
  above: UnitRow;
  forms: readonly Form[];
}

async function checkUnits(
  tx: Tx,
  actor: Actor,
  { ids, ...asked }: AskedOf & { ids: readonly number[] },
): Promise<void> {
  const units = await findUnits(tx, ids);
  for (const id of ids) {
    const unit = units.get(id);
    if (!unit || unit.external || !may(actor, 'report.ask', { path: unit.path }))
      throw new Missing('access.missing');
    const fault = unitFault(unit, asked);
    if (fault) throw new Invalid(fault, { unit: unit.name });
  }
}

/** Why a unit cannot be asked; null where it can. */
export function unitFault(
  unit: Pick<UnitRow, 'id' | 'path' | 'kind' | 'endedOn'>,
  { above, forms }: AskedOf,
): string | null {
  if (unit.id === above.id || !unit.path.startsWith(above.path)) return 'report.own_unit';
  if (unit.endedOn !== null) return 'report.unit_ended';
  return isParty(unit.kind) && forms.every((form) => isFor(form, unit)) ? null : 'report.form_kind';
}

const isFor = ({ kinds }: Form, { kind }: Pick<UnitRow, 'kind'>): boolean =>
  kinds.length === 0 || kinds.includes(kind);

export function checkKind(form: Form, unit: Pick<UnitRow, 'kind'>): void {
  if (!isFor(form, unit)) throw new Invalid('report.form_kind');
}

interface Standing {
  unitId: number;
  form: string;
  period: string;
  closesOn: string;
  takenBackOn: string | null;
}

export async function findRound(db: Queryable, id: string): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select unit_id as "unitId", form, period, closes_on as "closesOn", taken_back_on as "takenBackOn"
    from report_round where id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** A round that this office may change. */
async function getOwnRound(tx: Tx, actor: Actor, id: string): Promise<Standing> {
  const round = await findRound(tx, id);
  if (!round) throw new Missing('access.missing');
  await getUnit(tx, actor, 'report.ask', round.unitId);
  if (round.takenBackOn !== null) throw new Stale('report.round_taken_back');
  return round;
}

/** Puts off the day for all units, or for some; never to an earlier one. */
export async function extendRound(db: Db, actor: Actor, id: string, body: ExtendBody): Promise<void> {
  const stream = roundStreamOf(id);
  await write(db, { clientId: body.clientId, accountId: actor.accountId, stream }, async (tx) => {
    const round = await getOwnRound(tx, actor, id);
    const asked = await tx.selectFrom('report_round_unit').selectAll().where('round_id', '=', id).execute();
    const meant = body.units.length === 0 ? asked : asked.filter((one) => body.units.includes(one.unit_id));
    if (meant.length === 0 || (body.units.length > 0 && meant.length < new Set(body.units).size))
      throw new Missing('access.missing');
    if (meant.some((one) => body.dueOn <= one.due_on)) throw new Invalid('report.extended_before');
    const { clientId, reason, units, dueOn } = body;
    const data = { units, dueOn, ground: reason };
    const about = { happenedOn: today(), unitId: round.unitId, data };
    await append(tx, actor, [{ clientId, stream, kind: 'report_round.extended', ...about }]);
  });
}

export async function takeBackRound(
  db: Db,
  actor: Actor,
  id: string,
  { clientId, reason }: { clientId: string; reason: string },
): Promise<void> {
  const stream = roundStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const { unitId } = await getOwnRound(tx, actor, id);
    const about = { happenedOn: today(), unitId, data: { ground: reason } };
    await append(tx, actor, [{ clientId, stream, kind: 'report_round.taken_back', ...about }]);
  });
}

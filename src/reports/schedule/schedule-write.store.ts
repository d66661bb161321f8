// A schedule goes on: the next period is sent, passed over or asked after all, or the whole is withdrawn.
import { getUnit } from '../../org/unit.store.ts';
import { today } from '../../platform/clock.ts';
import { formatDay } from '../../platform/day.ts';
import type { Db, Queryable, Tx } from '../../platform/db.ts';
import { withdrawal } from '../../platform/effective.ts';
import type { NewEntry } from '../../platform/entry.ts';
import { Invalid, Missing, Stale } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { append, entriesOf } from '../../platform/ledger.ts';
import { write } from '../../platform/write/once.ts';
import type { Form } from '../../forms/form.ts';
import { kindOf } from '../period.ts';
import type { RestoreBody, RoundBody, SkipBody } from '../round-view.ts';
import { lastSkip, scheduleStreamOf, sendableFrom } from './schedule.ts';

type Saying = Omit<NewEntry, 'clientId'>;

interface Standing {
  unit_id: number;
  next_period: string | null;
}

async function findStanding(db: Queryable, id: string): Promise<Standing> {
  const row = await db
    .selectFrom('report_schedule')
    .select(['unit_id', 'next_period'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Missing('access.missing');
  return row;
}

/** Of two who send the same period the second is told; and a schedule that was withdrawn asks nobody. */
function decideNext({ next_period: next }: Standing, period: string): void {
  if (next === null) throw new Stale('report.schedule_withdrawn');
  if (next !== period) throw new Stale('report.schedule_other');
}

interface Asking {
  id: string;
  body: RoundBody;
  forms: readonly Form[];
  rounds: string[];
}

/** What the schedule says when rounds are asked: that it begins with them, or that they are its next. */
export async function scheduleSaying(tx: Tx, { id, body, forms, rounds }: Asking): Promise<Saying> {
  const { unitId, period, closesOn, dueOn, to, words, documentId, every } = body;
  const about = { stream: scheduleStreamOf(id), happenedOn: today(), unitId };
  if (body.schedule === null) {
    if (every !== kindOf(period)) throw new Invalid('report.form_period');
    const titled = forms.map(({ id: form, title }) => ({ id: form, title }));
    const data = { forms: titled, every, period, closesOn, dueOn, to, words, documentId, rounds };
    return { ...about, kind: 'report_schedule.set', data };
  }
  const standing = await findStanding(tx, id);
  if (standing.unit_id !== unitId) throw new Missing('access.missing');
  decideNext(standing, period);
  const from = sendableFrom(period);
  if (today() < from) throw new Invalid('report.schedule_ahead', { day: formatDay(from) });
  return { ...about, kind: 'report_schedule.sent', data: { period, rounds } };
}

type Decided = Pick<NewEntry, 'kind' | 'data' | 'names'>;

async function say(
  db: Db,
  actor: Actor,
  { id, clientId }: { id: string; clientId: string },
  decide: (standing: Standing, tx: Tx) => Decided | Promise<Decided>,
): Promise<void> {
  const stream = scheduleStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const standing = await findStanding(tx, id);
    await getUnit(tx, actor, 'report.ask', standing.unit_id);
    const about = { clientId, stream, happenedOn: today(), unitId: standing.unit_id };
    await append(tx, actor, [{ ...about, ...(await decide(standing, tx)) }]);
  });
}

/** This period is not asked; the one after it stands prepared. */
export const skipPeriod = (
  db: Db,
  actor: Actor,
  id: string,
  { clientId, period, reason }: SkipBody,
): Promise<void> =>
  say(db, actor, { id, clientId }, (standing) => {
    decideNext(standing, period);
    return { kind: 'report_schedule.skipped', data: { period, ground: reason } };
  });

/** A period that was passed over is asked after all: it stands prepared again, as long as nothing has followed it. */
export const restorePeriod = (
  db: Db,
  actor: Actor,
  id: string,
  { clientId, period }: RestoreBody,
): Promise<void> =>
  say(db, actor, { id, clientId }, async ({ next_period }, tx) => {
    if (next_period === null) throw new Stale('report.schedule_withdrawn');
    const stream = scheduleStreamOf(id);
    const skip = lastSkip((await entriesOf(tx, [stream])).get(stream) ?? []);
    if (skip?.period !== period) throw new Stale('report.schedule_other');
    return { kind: withdrawal, data: {}, names: skip.clientId };
  });

/** No further round is prepared; those that were asked stand. */
export const withdrawSchedule = (
  db: Db,
  actor: Actor,
  id: string,
  { clientId, reason }: { clientId: string; reason: string },
): Promise<void> =>
  say(db, actor, { id, clientId }, ({ next_period }) => {
    if (next_period === null) throw new Stale('report.schedule_withdrawn');
    return { kind: 'report_schedule.withdrawn', data: { ground: reason } };
  });

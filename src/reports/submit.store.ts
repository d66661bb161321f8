// A report sent and closed, and one that is given back. It is counted anew when it is sent: whoever looked at other
// figures is told so, and nothing is written.
import { sql } from 'kysely';
import { may } from '../org/access.ts';
import { findUnit, getUnit, type UnitRow } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { addDays, type Day, earliest, formatDay, type PartialDay } from '../platform/day.ts';
import type { Db, Queryable, Tx } from '../platform/db.ts';
import { Forbidden, Invalid, Missing, Stale } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { append } from '../platform/ledger.ts';
import { write } from '../platform/write/once.ts';
import { officeLabel } from '../worklist/in-force.ts';
import { countBody, type Live } from './body.store.ts';
import { getForm } from '../forms/forms.store.ts';
import type { Span } from './period.ts';
import { reportIdOf, reportStreamOf, withWords, wordsFault } from './report.ts';
import { checkDays, checkKind, findRound } from './round/round-write.store.ts';
import type { SubmitBody } from './view.ts';

export async function submitReport(db: Db, actor: Actor, body: SubmitBody): Promise<string> {
  return submitCounted(db, actor, body, await countSubmission(db, actor, body));
}

type Counted = Pick<SubmitBody, 'unitId' | 'form' | 'period' | 'closesOn'>;

/** Counting reads whole columns, which the process holds; inside a transaction it would read them anew. */
export async function countSubmission(db: Db, actor: Actor, asked: Counted): Promise<Live> {
  const { period, closesOn } = asked;
  const unit = await getUnit(db, actor, 'report.write', asked.unitId);
  const form = await getForm(db, unit.path, asked.form);
  checkDays(form, asked);
  checkKind(form, unit);
  if (closesOn > today()) throw new Invalid('report.not_closed', { day: formatDay(closesOn) });
  return countBody(db, actor, { unit, form, period, closesOn });
}

export async function submitCounted(db: Db, actor: Actor, body: SubmitBody, live: Live): Promise<string> {
  const { unitId } = body;
  const id = reportIdOf(body);
  const stream = reportStreamOf(id);
  const once = { clientId: body.clientId, accountId: actor.accountId, stream };
  await write(db, once, async (tx) => {
    await getUnit(tx, actor, 'report.write', unitId);
    const state = await stateOf(tx, id);
    if (state === 'submitted') throw new Stale('report.stands');
    const dueOn = await decideRound(tx, body);
    const fault = wordsFault(live.body, body.words);
    if (fault) throw new Invalid(fault.code, fault.params);
    if (live.print !== body.print) throw new Stale('report.changed');
    const data = await dataOf(tx, { live, body, dueOn });
    const about = { happenedOn: today(), unitId, ruleset: live.body.ruleSet, data };
    await append(tx, actor, [{ clientId: body.clientId, stream, kind: 'report.submitted', ...about }]);
  });
  return id;
}

async function stateOf(db: Queryable, id: string): Promise<string | null> {
  const row = await db.selectFrom('report').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state ?? null;
}

interface Answering {
  live: Live;
  body: SubmitBody;
  dueOn: Day | null;
}

async function dataOf(tx: Tx, { live, body, dueOn }: Answering): Promise<Record<string, unknown>> {
  const { form, period, closesOn, round, signedOn, number } = body;
  if (signedOn > today()) throw new Invalid('ledger.future_day', { day: formatDay(signedOn) });
  if (signedOn < closesOn) throw new Invalid('report.signed_before');
  const signer = (await signersOf(tx, body.unitId, { from: signedOn, to: signedOn })).find(
    ({ officeId }) => officeId === body.signatory.officeId,
  );
  if (!signer) throw new Invalid('report.no_signer');
  return {
    form,
    period,
    closesOn,
    round,
    dueOn,
    body: withWords(live.body, body.words),
    unitIds: live.unitIds,
    records: live.records(),
    print: live.print,
    signatory: {
      officeId: signer.officeId,
      personId: signer.personId,
      title: signer.title,
      capacity: body.signatory.capacity,
    },
    number: number || null,
    signedOn,
  };
}

/** The day it is due by the round it answers, or by any round in force that asks for the very same. */
async function decideRound(tx: Tx, body: SubmitBody): Promise<Day | null> {
  if (body.round !== null) {
    const round = await findRound(tx, body.round);
    if (round && round.takenBackOn !== null) throw new Stale('report.round_taken_back');
  }
  const asked = await findAsked(tx, body);
  if (body.round !== null && !asked.some(({ id }) => id === body.round))
    throw new Invalid('report.round_not_this');
  const chosen = asked.find(({ id }) => id === body.round) ?? asked[0];
  return chosen?.dueOn ?? null;
}

type Named = Pick<SubmitBody, 'unitId' | 'form' | 'period' | 'closesOn'>;

/** Rounds in force that ask this unit for this form, period and closing day, the first due first. */
export async function findAsked(db: Queryable, body: Named): Promise<{ id: string; dueOn: Day }[]> {
  const { rows } = await sql<{ id: string; dueOn: Day }>`
    select round.id, asked.due_on as "dueOn"
    from report_round round join report_round_unit asked on asked.round_id = round.id
    where asked.unit_id = ${body.unitId} and round.form = ${body.form} and round.period = ${body.period}
      and round.closes_on = ${body.closesOn} and round.taken_back_on is null
    order by asked.due_on, round.id`.execute(db);
  return rows;
}

export interface Signer {
  officeId: number;
  personId: string;
  name: string;
  title: string;
  /** the days of these on which it was in force */
  from: Day;
  to: Day;
}

interface HeldOffice extends Pick<Signer, 'officeId' | 'personId' | 'name'> {
  title: string | null;
  kind: string;
  fromOn: PartialDay | null;
  toOn: PartialDay | null;
}

/** Offices of the unit in force on one of the days at least, also of one that has ended; who keeps the machine signs nothing. */
export async function signersOf(db: Queryable, unitId: number, { from, to }: Span): Promise<Signer[]> {
  const { rows } = await sql<HeldOffice>`
    select office.id as "officeId", office.person_id as "personId", coalesce(person.full_name, '') as name,
           office.title, office.kind, office.from_on as "fromOn", office.to_on as "toOn"
    from office left join person on person.id = office.person_id
    where office.unit_id = ${unitId} and (office.from_on is null or office.from_on <= ${to})
      and (office.to_on is null or office.to_on > greatest(office.from_on, ${from}))
      and office.kind not in ('administrator', 'member')
    order by office.to_on is not null and office.to_on <= ${to}, office.id`.execute(db);
  return rows.map(({ kind, title, fromOn, toOn, ...row }) => {
    const [first, last] = [fromOn && earliest(fromOn), toOn && addDays(earliest(toOn), -1)];
    return {
      ...row,
      title: title || officeLabel(kind).vi,
      from: first && first > from ? first : from,
      to: last && last < to ? last : to,
    };
  });
}

// ---- given back

/** Of the level above; a unit with nobody above it in Nguồn says itself that its superior gave it back. */
export async function mayReturn(db: Queryable, actor: Actor, unit: UnitRow): Promise<boolean> {
  if (!may(actor, 'report.ask', { path: unit.path })) return false;
  if (unit.id !== actor.unitId) return true;
  const above = unit.parentId === null ? undefined : await findUnit(db, unit.parentId);
  return above === undefined || above.external;
}

export async function returnReport(
  db: Db,
  actor: Actor,
  id: string,
  { clientId, reason }: { clientId: string; reason: string },
): Promise<void> {
  const stream = reportStreamOf(id);
  await write(db, { clientId, accountId: actor.accountId, stream }, async (tx) => {
    const row = await tx
      .selectFrom('report')
      .select(['unit_id', 'state'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new Missing('access.missing');
    const unit = await getUnit(tx, actor, 'report.read', row.unit_id);
    if (!(await mayReturn(tx, actor, unit))) throw new Forbidden('report.not_above');
    if (row.state === 'returned') throw new Stale('report.returned_already');
    const data = { unitId: actor.unitId ?? unit.id, ground: reason };
    await append(tx, actor, [
      { clientId, stream, kind: 'report.returned', happenedOn: today(), unitId: unit.id, data },
    ]);
  });
}

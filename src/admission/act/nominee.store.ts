// Who may be nominated, and by whom: alike persons under a lock on the name, members, the young, introducers who are no
// official members. Each refusal carries the rule, or what was found, and says how to go on.
import { type Alike, lockAlike, lookAlike } from '../../members/alike.store.ts';
import { getPerson, type PersonRow, findPerson } from '../../members/person.store.ts';
import { may } from '../../org/access.ts';
import type { UnitRow } from '../../org/unit.store.ts';
import type { Queryable, Tx } from '../../platform/db.ts';
import { Invalid, Missing, Refused } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import type { Reason, Verdict } from '../../rules/verdict.ts';
import { introducingStep } from '../../road/road.ts';
import type { Known } from '../../road/law.ts';
import { law } from '../../road/law.ts';
import { standingOn } from '../../road/held.ts';
import type { AlikeView, NominateBody } from '../../road/view.ts';
import { readMemberships } from '../case.store.ts';
import { findPlaces } from '../dossier.store.ts';

/** The open candidacy of somebody, whoever may see it. */
export async function findOpen(db: Queryable, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('dossier')
    .select('id')
    .where('person_id', '=', personId)
    .where('closed_as', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Alike persons within reach are shown; of those beyond reach only whom to ask. Under the lock of the name, so that of two
 * cells that nominate somebody at once the second sees the first. Gives who was looked at, for the log.
 */
export async function refuseAlike(
  tx: Tx,
  actor: Actor,
  unit: UnitRow,
  body: NominateBody,
): Promise<{ looked: string[]; refusal: Refused | null }> {
  const name = body.person?.fullName ?? '';
  await lockAlike(tx, { name });
  if (body.sure) return { looked: [], refusal: null };
  const probe = { name, bornOn: body.person?.bornOn ?? null, cardNumber: null, nominatedAt: unit.path };
  const { answers, looked } = await lookAlike(tx, actor, [probe]);
  const alike = answers[0];
  if (!alike || (alike.within.length === 0 && !alike.outside)) return { looked, refusal: null };
  return { looked, refusal: new Refused('admission.alike', {}, alikeView(alike)) };
}

const alikeView = ({ within, outside, ask }: Alike): AlikeView => ({
  items: within.map(({ id, name, bornOn, unitName, status, evidence, dossierId }) => ({
    personId: id,
    fullName: name,
    bornOn,
    unitName,
    status,
    evidence: [evidence],
    dossierId,
  })),
  askAbove: outside,
  ask,
});

/** Somebody in the book: read as a person, or known from an earlier proposal of one's own. */
export async function getKnown(tx: Tx, actor: Actor, personId: string): Promise<PersonRow> {
  const person = await findPerson(tx, personId);
  if (person && !(await isOwn(tx, actor, personId))) return getPerson(tx, actor, 'person.read', personId);
  if (!person) throw new Missing('access.missing');
  return person;
}

async function isOwn(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  const rows = await tx.selectFrom('dossier').select('id').where('person_id', '=', personId).execute();
  const places = await findPlaces(
    tx,
    rows.map(({ id }) => id),
  );
  return [...places.values()].some((place) => may(actor, 'dossier.read', place));
}

/** A member is not nominated again. */
export function refuseMember({ status }: Pick<PersonRow, 'status'>): void {
  if (status === 'official' || status === 'probationary') throw new Invalid('admission.already_member');
}

interface Nominee {
  unit: UnitRow;
  bornOn: string | null;
}

/**
 * Who is too young for the vote on that day may be followed and fostered, but not without a word: the rule is shown with
 * the month from which it is met, and a reason is asked.
 */
export function refuseYoung(body: NominateBody, { unit, bornOn }: Nominee): void {
  if (bornOn === null || body.consent) return;
  const reason = reasonsOf('cell_vote', body.happenedOn, unit, { 'person.bornOn': bornOn }).find(isTooYoung);
  if (reason) throw new Refused('admission.young', {}, verdictOf('unverified', reason, body, unit));
}

/** The least age is not reached, by the rule or by one of the two rules that may hold that day. */
const isTooYoung = ({ guard, parameters, outcome, readings }: Reason): boolean =>
  guard === 'age_by_month' &&
  parameters.includes('age.min') &&
  (outcome === 'refused' || outcome === 'unverified' || readings.some((one) => one.outcome === 'refused'));

/** Only an official member introduces somebody: how he stood on that day, not today. */
export async function refuseIntroducer(tx: Tx, body: NominateBody, unit: UnitRow): Promise<void> {
  const { proposerKind, proposer } = body.inputs;
  if (proposerKind !== 'member' || typeof proposer !== 'string') return;
  const status = standingOn(await readMemberships(tx, [proposer]), proposer, body.happenedOn);
  if (status === undefined || status === 'official') return;
  const facts = {
    [`${introducingStep}.kind`]: 'charter',
    [`${introducingStep}.proposerKind`]: 'member',
    [`${introducingStep}.proposer`]: proposer,
    [`${introducingStep}.proposer.status`]: status,
  };
  const reason = reasonsOf(introducingStep, body.happenedOn, unit, facts).find(
    ({ outcome, facts: said }) => outcome !== 'allowed' && `${introducingStep}.proposer.status` in said,
  );
  if (reason) throw new Refused('admission.introducer', {}, verdictOf('refused', reason, body, unit));
}

const reasonsOf = (step: string, on: string, unit: UnitRow, facts: Known): Reason[] =>
  law().rulesOn(on, unit.path).judge(step, facts).reasons;

/** One reason as a judgement of its own, on the screen like any other. */
function verdictOf(
  outcome: Verdict['outcome'],
  reason: Reason,
  { happenedOn }: NominateBody,
  unit: UnitRow,
): Verdict {
  const whole = law().rulesOn(happenedOn, unit.path).judge(introducingStep, {});
  return { ...whole, outcome, reasons: [reason], clocks: [], leadsTo: null };
}

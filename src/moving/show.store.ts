// One hand-over as its two ends see it: while it is open both look at the same candidate, with one owner; afterwards each
// sees what concerns it. And what the page of a dossier says about moving.
import { type Case, readCase } from '../admission/case.store.ts';
import { findPlace } from '../admission/dossier.store.ts';
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import { daysBetween } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { logAccess } from '../platform/audit.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { readFields } from '../platform/vault.ts';
import { authorityOver } from '../road/authority.ts';
import type { FactValue } from '../rules/verdict.ts';
import { law } from '../road/law.ts';
import { wayOf } from '../road/prepare.ts';
import { wordsOf } from './handover.ts';
import { caseStateOf, monthsOfHelp } from './state.ts';
import { type Found, getHandover, isReceiver, isSender, mayRead } from './handover.store.ts';
import { handoversOf, rowOf } from './list.store.ts';
import { cellsBelow } from './place.store.ts';
import { helpedOnOf, mayMove, movingSteps } from './propose.store.ts';
import type { AboutView, HandoverView, SharedView } from './view.ts';
import { workOf } from './workplace.store.ts';

export async function readHandover(db: Queryable, actor: Actor, id: string): Promise<HandoverView> {
  const found = await getHandover(db, id, (one) => mayRead(actor, one));
  await logAccess(db, actor, { action: 'open', subject: 'dossier', subjectId: found.dossier_id });
  await logAccess(db, actor, { action: 'open', subject: 'person', subjectId: found.person_id });
  return viewOf(db, actor, found);
}

async function viewOf(db: Queryable, actor: Actor, found: Found): Promise<HandoverView> {
  const row = await rowOf(db, actor, found.id);
  if (!row) throw new Missing('access.missing');
  const held = found.live || row.opens ? await heldOf(db, found) : null;
  const open = found.live ? held : null;
  return {
    ...row,
    ...paperworkOf(found),
    ...(await sharedParts(db, actor, found, open)),
    ...(await saidOf(db, found, row.fullName === null)),
    deadlines: held ? deadlinesOf(held) : [],
    sheet: row.opens ? found.act_entry : null,
    can: canOf(actor, found),
  };
}

/** What there is only while it waits: the person as both ends see him, and the cells to choose from. */
async function sharedParts(
  db: Queryable,
  actor: Actor,
  found: Found,
  open: Case | null,
): Promise<Pick<HandoverView, 'case' | 'shared' | 'cells'>> {
  if (!open) return { case: caseStateOf(found.stage, found.sent_up), shared: null, cells: [] };
  return {
    case: caseStateOf(open.standing.stage, found.sent_up),
    shared: await sharedOf(db, open),
    cells: isReceiver(actor, found) ? await cellsBelow(db, found.to_unit_id ?? 0) : [],
  };
}

const paperworkOf = (found: Found) => ({
  orderOn: found.order_on,
  sentUp: found.sent_up,
  sameCommittee: found.same_committee,
  letter: paperOf(found.letter_number, found.letter_on),
  receipt: paperOf(found.receipt_number, found.receipt_on),
  why: found.why,
});

async function heldOf(db: Queryable, { dossier_id }: Found): Promise<Case | null> {
  const place = await findPlace(db, dossier_id);
  return place ? readCase(db, dossier_id, place) : null;
}

type Said = Pick<
  HandoverView,
  'message' | 'answer' | 'proposedBy' | 'answeredBy' | 'helperName' | 'placedIn'
>;

/** Names and words; of what came to nothing the destination keeps none about the person. */
async function saidOf(db: Queryable, found: Found, hidden: boolean): Promise<Said> {
  const { proposedBy, answeredBy, helper, placed } = await readNames(db, found);
  const words = hidden ? null : await readWords(db, found);
  return {
    message: words?.get('message') ?? null,
    answer: words?.get('answer') ?? null,
    proposedBy,
    answeredBy,
    helperName: hidden ? null : helper,
    placedIn: placed,
  };
}

const paperOf = (number: string | null, on: string | null) => (number || on ? { number, on } : null);

function canOf(actor: Actor, found: Found): string[] {
  if (found.state !== 'open') return [];
  const receives = found.live && isReceiver(actor, found);
  const step = law().findStep(movingSteps.receive)?.step;
  const place = { path: found.toPath ?? '' };
  const accepts = receives && step && wayOf(step, authorityOver(actor, place, 'dossier.act')) !== null;
  return [
    ...(accepts ? ['accept'] : []),
    ...(receives ? ['decline'] : []),
    ...(isSender(actor, found) ? ['take_back'] : []),
  ];
}

interface Names {
  proposedBy: string | null;
  answeredBy: string | null;
  helper: string | null;
  placed: string | null;
}

async function readNames(db: Queryable, found: Found): Promise<Names> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'display_name as name'])
    .where('id', 'in', [found.proposed_by, found.answered_by ?? found.proposed_by])
    .execute();
  const account = (id: string | null) => accounts.find((one) => one.id === id)?.name ?? null;
  return {
    proposedBy: account(found.proposed_by),
    answeredBy: account(found.answered_by),
    helper: await nameOfPerson(db, found.helper_id),
    placed: await nameOfUnit(db, found.placed_unit_id),
  };
}

async function nameOfPerson(db: Queryable, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const row = await db.selectFrom('person').select('full_name').where('id', '=', id).executeTakeFirst();
  return row?.full_name ?? null;
}

async function nameOfUnit(db: Queryable, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const row = await db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

/** The words of the proposal, and of what answered it. */
async function readWords(db: Queryable, found: Found): Promise<Map<string, string>> {
  const first = await db
    .selectFrom('ledger')
    .select('client_id')
    .where('stream', '=', `handover:${found.id}`)
    .where('version', '=', 1)
    .executeTakeFirst();
  const fields = { message: wordsOf(first?.client_id ?? ''), answer: wordsOf(found.answer_entry ?? '') };
  const texts = await readFields(db, found.person_id, Object.values(fields));
  return new Map(Object.entries(fields).flatMap(([key, field]) => pairOf(key, texts.get(field))));
}
const pairOf = (key: string, text: string | undefined): [string, string][] => (text ? [[key, text]] : []);

const textIn = (value: FactValue | undefined): string | null => (typeof value === 'string' ? value : null);
const contact = ['residence', 'workplace', 'phone'];

async function sharedOf(db: Queryable, held: Case): Promise<SharedView> {
  const { dossier, standing, around } = held;
  const { facts } = standing;
  const papers = law().papersAfter(dossier.acts);
  const count = (wanted: string) => papers.filter(({ state }) => state === wanted).length;
  return {
    ...(await contactOf(db, dossier.personId)),
    education: around.person.education,
    stage: standing.stage,
    stageOn: standing.stageOn,
    certificateOn: textIn(facts['certificate.on']) ?? textIn(facts.certificate),
    certificateUntil: standing.clocks.findLast(({ id }) => id === 'certificate_valid')?.dueOn ?? null,
    helperName: await nameOfPerson(db, textIn(facts.helper)),
    helpedOn: helpedOnOf(facts),
    steps: stepsOf(dossier.acts),
    papersHeld: count('have'),
    papersMissing: count('missing'),
    owner: (await nameOfUnit(db, dossier.unitId)) ?? '',
  };
}

async function contactOf(db: Queryable, personId: string) {
  const fields = await readFields(db, personId, contact);
  const person = await db.selectFrom('person').select('sex').where('id', '=', personId).executeTakeFirst();
  const field = (name: string) => fields.get(name) ?? null;
  return {
    sex: person?.sex ?? null,
    residence: field('residence'),
    workplace: field('workplace'),
    phone: field('phone'),
  };
}

/** The steps of the road that were taken, not what was noted beside it. */
function stepsOf(acts: Case['dossier']['acts']): SharedView['steps'] {
  return acts.flatMap(({ step, on }) => {
    const known = law().findStep(step);
    return known && known.aside === null ? [{ label: known.step.label, on }] : [];
  });
}

/** What the rule on moving still asks of somebody. */
const movingClocks = new Set(['forward_file', 'decide_moved', 'review']);
const deadlinesOf = ({ standing }: Case): HandoverView['deadlines'] =>
  standing.clocks
    .filter((clock) => movingClocks.has(clock.id) && clock.endedOn === null)
    .map(({ label, startsOn, dueOn }) => ({
      label,
      startsOn,
      dueOn,
      lateDays: dueOn !== null && dueOn < today() ? daysBetween(dueOn, today()) : null,
    }));

/** What the page of a dossier says: the open hand-over, those before, and where the candidate may go. */
export async function readAbout(db: Queryable, actor: Actor, dossierId: string): Promise<AboutView> {
  const place = await findPlace(db, dossierId);
  if (!place || !may(actor, 'handover.read', place)) throw new Missing('access.missing');
  const held = await readCase(db, dossierId, place);
  if (!held) throw new Missing('access.missing');
  const items = await handoversOf(db, actor, dossierId);
  const waiting = items.find(({ state }) => state === 'open');
  const closed = held.standing.closedAs !== null;
  return {
    open: waiting
      ? await viewOf(db, actor, await getHandover(db, waiting.id, (one) => mayRead(actor, one)))
      : null,
    past: items.filter(({ state }) => state !== 'open'),
    case: caseStateOf(held.standing.stage, null),
    months: monthsOfHelp(helpedOnOf(held.standing.facts), today()),
    ...(closed ? nowhere : await workOf(db, dossierId)),
    can: closed || waiting || !mayPropose(actor, held) ? [] : ['propose'],
  };
}

const nowhere = { workplace: null, suggested: [], outside: false };
const mayPropose = (actor: Actor, held: Case): boolean =>
  may(actor, 'handover.act', held.place) && mayMove(actor, held);

// One act made ready: its inputs read, its order in time checked, judged by the law of its day, and turned into the
// data of a ledger entry. Refusals leave from here, each with the verdict that says why and what the way out is.
import { type Day, formatDay } from '../platform/day.ts';
import { Forbidden, Invalid, Refused } from '../platform/errors.ts';
import { orders } from '../acts/possible/order.ts';
import type { DossierPaper, Input, Step } from '../rules/procedure.ts';
import type { Verdict } from '../rules/verdict.ts';
import type { ActData, Inputs, PaperData, VerdictData } from './dossier.ts';
import { factOf, type Profile, type ReadInputs, readInputs, refuseBackwards } from './inputs.ts';
import { beforeDay, type Before } from './judge.ts';
import type { Known, KnownStep, Law } from './law.ts';
import { answeredBy, lettersOf } from './inquiries.ts';
import { replyStep, sendingStep } from './road.ts';
import { factsFor, type HeldOn, type Located, type Standing } from './standing.ts';
import { slimVerdict } from './slim-verdict.ts';

export interface Body {
  step: string;
  happenedOn: Day;
  inputs: Record<string, unknown>;
  onBehalf?: { number: string; on: string } | null | undefined;
  consent?: { reason: string } | null | undefined;
}

export interface Frame {
  law: Law;
  profile: Profile;
  today: Day;
  /** only asked, not written: what is still missing is no fault yet */
  asking?: boolean;
}

export interface Prepared {
  known: KnownStep;
  read: ReadInputs;
  before: Before;
  verdict: Verdict;
}

interface Around {
  dossier: Located;
  standing: Standing;
  heldOn: HeldOn;
  /** entry whose place the act takes */
  instead?: string;
}

/** Judges an act against the case as it stood on its day. Throws only for what cannot be. */
export function prepareAct(frame: Frame, around: Around, body: Body): Prepared {
  const { law, today } = frame;
  const known = getStep(law, body.step);
  refuseFuture(body.happenedOn, today);
  if (body.onBehalf) refuseFuture(body.onBehalf.on, today);
  const read = readInputs(known.step, body.inputs, {
    ...frame,
    live: !frame.asking,
    catalogue: law.catalogue,
    earlier: (step, id) => rootIn(around.dossier, step, id),
  });
  const before = beforeDay(around, body.happenedOn, around.instead ?? null);
  completePapers(read, known, before, law);
  refuseDisorder(frame, { step: known.step, inputs: read.judged, on: body.happenedOn }, before);
  const doing = { step: body.step, on: body.happenedOn, inputs: read.judged };
  const facts = factsFor(law.factsOf, before, doing, around.heldOn);
  const verdict = law.rulesOn(body.happenedOn, before.dossier.path).judge(body.step, facts);
  return { known, read, before, verdict };
}

/** An act that stands in this case, by its own id or by that of any entry it has corrected. */
const rootIn = ({ acts }: Pick<Located, 'acts'>, step: string, id: string): string | undefined =>
  acts.find((act) => act.step === step && (act.entry === id || act.root === id))?.root;

export function getStep(law: Law, id: string): KnownStep {
  const known = law.findStep(id);
  if (!known) throw new Invalid('admission.unknown_step');
  return known;
}

export function refuseFuture(on: Day, today: Day): void {
  if (on > today) throw new Invalid('ledger.future_day', { day: formatDay(on) });
}

/** Whether the act may be written, and with what: throws Refused with the verdict otherwise. */
export function decideWrite(verdict: Verdict, consent: Body['consent']): void {
  if (verdict.outcome === 'refused') throw new Refused('admission.refused', {}, verdict);
  if (verdict.outcome === 'needs_consent') throw new Refused('admission.needs_consent', {}, verdict);
  if (verdict.outcome === 'unverified' && !consent) throw new Refused('admission.needs_reason', {}, verdict);
}

/** A list of papers updates what was known; of a case begun here a paper nobody speaks of is missing. */
function completePapers(read: ReadInputs, known: KnownStep, before: Before, law: Law): void {
  const input = known.step.inputs.find(({ kind }) => kind === 'papers');
  const given = input && (read.inputs[input.id] as PaperData[] | undefined);
  if (!input || !given) return;
  const declared = law.papersOf(known.procedure);
  const stranger = given.find((paper) => !declared.some(({ id }) => id === paper.id));
  if (stranger) throw new Invalid('admission.unknown_paper', {}, { fields: [input.id] });
  const rest = declared.filter(({ id }) => !given.some((paper) => paper.id === id));
  const held = law.papersAfter(before.acts);
  const full = [...given, ...rest.flatMap((paper) => unspoken(paper, before, held))];
  read.inputs[input.id] = full;
  read.judged[input.id] = full;
}

function unspoken(
  { id, needed }: DossierPaper,
  before: Before,
  held: ReturnType<Law['papersAfter']>,
): PaperData[] {
  const last = held.find((paper) => paper.id === id);
  if (last) return [{ on: null, keptAt: null, ...last }];
  const expected = needed === 'always' && before.dossier.takenOver === null;
  return expected ? [{ id, state: 'missing', on: null, keptAt: null }] : [];
}

interface Done {
  step: Step;
  inputs: Inputs;
  on: Day;
}

/** Days in the wrong order: impossible under any law. Only what this act says is held against what was said before. */
function refuseDisorder({ law }: Frame, done: Done, before: Before): void {
  const act = { step: done.step.id, on: done.on, inputs: done.inputs };
  const facts = law.factsOf({ ...before, act, held: {} });
  const own = law.factsOf({ ...before, acts: [], act, held: {} });
  for (const { from, to, code } of orders) if (own[to]) refuseBackwards(facts[from], own[to], code);
  if (done.step.id === replyStep) refuseReply(done, before, facts);
}

/** A reply answers a letter that went to that place or to one that is not held, and not before it went. */
function refuseReply({ inputs, on }: Done, before: Before, facts: Known): void {
  const answered = answeredBy(lettersOf(before.acts), { inputs });
  if (answered.length === 0 && !(before.dossier.takenOver && facts[`${sendingStep}.on`] === undefined))
    throw new Invalid('admission.reply_before_request');
  for (const { sent } of answered) refuseBackwards(sent.on, on, 'admission.reply_before_request');
}

/** Who may take a step: the office that takes it, or one that may enter it for that office from minutes. */
export type Way = 'own' | 'on_behalf' | null;

export interface Authority {
  office: string | null;
  /** action of the step, and dossier.on_behalf, within reach of this case */
  mayAct: boolean;
  mayBehalf: boolean;
}

export function wayOf(
  step: Pick<Step, 'actor' | 'on_behalf'>,
  { office, mayAct, mayBehalf }: Authority,
): Way {
  if (office === null) return null;
  if (step.actor.includes(office) && mayAct) return 'own';
  return step.on_behalf.includes(office) && mayBehalf ? 'on_behalf' : null;
}

export function decideWay(step: Step, authority: Authority, onBehalf: Body['onBehalf']): void {
  const way = wayOf(step, authority);
  if (way === null) throw new Forbidden('admission.not_this_office');
  if (way === 'on_behalf' && !onBehalf)
    throw new Invalid('admission.needs_minutes', {}, { fields: ['onBehalf'] });
}

/** The data of the entry. */
export function actDataOf(prepared: Prepared, body: Body, more: { corrected: boolean }): ActData {
  const { known, read, before, verdict } = prepared;
  const sealed = known.step.inputs.filter((input) => input.id in read.texts);
  const hidden = new Set(sealed.map((input) => factOf(known.step, input)));
  const summary: VerdictData = slimVerdict(verdict, hidden);
  return {
    step: body.step,
    inputs: read.inputs,
    sealed: Object.fromEntries(Object.entries(read.texts).map(([id, { class: ofClass }]) => [id, ofClass])),
    stageBefore: before.stage,
    stageAfter: verdict.leadsTo ?? before.stage ?? 'nominated',
    verdict: summary,
    onBehalf: body.onBehalf ? { number: body.onBehalf.number, on: body.onBehalf.on } : null,
    consented: Boolean(body.consent),
    // A class is named by an entry of its own; acts of older data still carry it.
    classUnitId: null,
    corrected: more.corrected,
  };
}

/** Ballots among the inputs of a step, with the body that votes. */
export const ballotsOf = (step: Step, inputs: Inputs): { input: Input; ballot: Inputs[string] }[] =>
  step.inputs.flatMap((input) => {
    const ballot = inputs[input.id];
    return input.kind === 'ballot' && ballot !== undefined ? [{ input, ballot }] : [];
  });

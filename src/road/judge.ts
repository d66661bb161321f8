// May this step be taken on that day, and which steps may be taken next? The same pure functions answer in the
// server, which decides, and in the browser, which shows the answer while the form is typed.
import { type Day, isDay } from '../platform/day.ts';
import type { Regulations } from '../rules/index.ts';
import type { Facts, Verdict } from '../rules/verdict.ts';
import { type Inputs, inputData } from './dossier.ts';
import { type Act, actsUpTo, unitOn } from './fold.ts';
import { type Doing, type KnownStep, type Law, lawOf, type Question } from './law.ts';
import { type Located, pathOn, type Standing } from './standing.ts';
import type { ActView, DossierView } from './view.ts';

/** The case as it stood before something happens on a day. */
export interface Before {
  dossier: Question['dossier'];
  acts: readonly Act[];
  stage: string | null;
}

/**
 * Acts of that very day that are already recorded come first; an act that takes the place of another of the same day
 * (`instead`) stands where that one stood.
 */
export function beforeDay(
  { dossier: whole, standing }: { dossier: Located; standing: Standing },
  on: Day,
  instead: string | null = null,
): Before {
  const path = pathOn(whole, unitOn(whole, on), on);
  const dossier = { takenOver: whole.takenOver, ...(path === undefined ? {} : { path }) };
  const all = standing.acts.map(({ act }) => act);
  const at = all.findIndex((act) => act.entry === instead);
  const sameDay = all[at]?.on === on;
  const acts = sameDay ? all.slice(0, at) : actsUpTo(all, on).filter((act) => act.entry !== instead);
  return { dossier, acts, stage: stageAfter(dossier, standing, acts, instead) };
}

/** Without the act that is replaced, the stage is that of the act before it. */
function stageAfter(
  dossier: Question['dossier'],
  standing: Standing,
  acts: readonly Act[],
  instead: string | null,
): string | null {
  const known = new Set(acts.map((act) => act.entry));
  const last = standing.acts.findLast(({ act }) => known.has(act.entry) && act.entry !== instead);
  return last?.stageAfter ?? dossier.takenOver?.stage ?? null;
}

export const judgeAct = (law: Law, before: Before, act: Doing, held: Facts): Verdict =>
  law.rulesOn(act.on, before.dossier.path).judge(act.step, law.factsOf({ ...before, act, held }));

/** Steps that may be taken now, judged for today with nothing typed. */
export interface OpenStep extends KnownStep {
  verdict: Verdict;
  earliestOn: Day | null;
}

export function nextSteps(law: Law, before: Before, today: Day, held: Facts): OpenStep[] {
  if (before.stage === null) return [];
  return law
    .stepsFrom(before.stage, today)
    .map((known) => {
      const verdict = judgeAct(law, before, { step: known.step.id, on: today, inputs: {} }, held);
      return { ...known, verdict, earliestOn: earliestOf(verdict) };
    })
    .filter(({ verdict }) => !isOutOfTurn(verdict));
}

/** Nothing to answer, to go on with or to hand in again: such a step is not offered at all. */
const isOutOfTurn = ({ reasons }: Verdict): boolean =>
  reasons.some(({ guard, outcome }) => guard === 'turn' && outcome === 'refused');

/** The first day on which no known day stands in the way any more. */
export function earliestOf(verdict: Verdict): Day | null {
  const days = verdict.reasons
    .filter((reason) => reason.outcome !== 'allowed')
    .map((reason) => reason.wayOut?.earliestOn ?? null)
    .filter((day) => day !== null);
  return days.length > 0 ? days.reduce((a, b) => (a > b ? a : b)) : null;
}

/** The steps that carry a case from this stage to a later one. */
export const stepsOnward = (law: Law, stage: string, on: Day): KnownStep[] =>
  law
    .stepsFrom(stage, on)
    .filter(({ aside, step }) => aside === null && step.leads_to.some(isOnward(law, stage)));

const isOnward = (law: Law, stage: string) => (lead: { to: string; from?: readonly string[] | undefined }) =>
  leads(law, law.order(stage), lead.to, lead.from ?? [stage]);

const leads = (law: Law, here: number, to: string, from: readonly string[]): boolean =>
  law.order(to) > here && from.some((stage) => law.order(stage) === here);

export interface Typed {
  step: string;
  happenedOn: Day;
  inputs: Record<string, unknown>;
}

/** In the browser: the verdict on what is being typed, with the facts that came with the page. */
export function judgeStep(view: DossierView, typed: Typed, regulations: Regulations): Verdict | null {
  const law = lawOf(regulations);
  if (!law.findStep(typed.step) || !isDay(typed.happenedOn)) return null;
  const standing = view.acts.filter((act) => act.state === 'standing');
  const acts = actsUpTo(standing.map(actOfView), typed.happenedOn);
  const last = standing.findLast((act) => acts.some(({ entry }) => entry === act.entry));
  const before: Before = {
    dossier: { takenOver: takenOverOf(view), path: pathIn(view, typed.happenedOn) },
    acts,
    stage: last?.stageAfter ?? view.takenOver?.stage ?? null,
  };
  return judgeAct(
    law,
    before,
    { step: typed.step, on: typed.happenedOn, inputs: plainInputs(typed.inputs) },
    view.held,
  );
}

/** Where the cell that had the case stood on that day. */
const pathIn = ({ unit }: DossierView, on: Day): string =>
  unit.places.findLast((place) => place.fromOn <= on)?.path ?? unit.places[0]?.path ?? unit.path;

const takenOverOf = (view: DossierView): Question['dossier']['takenOver'] =>
  view.takenOver && {
    entry: '',
    on: view.takenOver.on,
    stage: view.takenOver.stage,
    stageOn: null,
    recordedBy: '',
    voucherId: null,
    paper: null,
  };

const actOfView = (act: ActView): Act => ({
  entry: act.entry,
  root: act.entry,
  unitId: 0,
  step: act.step,
  on: act.happenedOn,
  inputs: plainInputs(act.inputs),
  passed: act.passed,
  takenOver: act.takenOver,
  data: null,
  ruleset: act.ruleSet,
});

/** Persons as ids again, as the acts hold them; what is not filled in yet is left out. */
export function plainInputs(inputs: Record<string, unknown>): Inputs {
  const plain = Object.entries(inputs).map(([id, value]) => [id, plainValue(value)] as const);
  return Object.fromEntries(plain.filter(([, value]) => inputData.safeParse(value).success)) as Inputs;
}

const plainValue = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(plainItem) : plainItem(value);

function plainItem(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && 'name' in value) return value.id;
  if ('state' in value) return { on: null, keptAt: null, ...value };
  return 'base' in value ? value : { number: null, on: null, by: null, ...value };
}

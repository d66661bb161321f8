// What lies ahead of a case: the steps still to come if everything goes well, each with the earliest day that the
// rules allow and the last day that they set. Steps are taken in thought and judged like real ones; nothing is foretold.
import type { Day } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import type { Clock, Reason, Verdict } from '../rules/verdict.ts';
import type { Inputs } from './dossier.ts';
import type { Act } from './fold.ts';
import { type Before, earliestOf, stepsOnward } from './judge.ts';
import type { Doing, Known, KnownStep, Law } from './law.ts';
import { type HeldOn, withHeld } from './standing.ts';
import { nobodyYet, wellDone } from './well-done.ts';

export interface AheadStep {
  step: string;
  label: Message;
  actor: readonly string[];
  earliestOn: Day;
  /** last day by a duty that already runs and that this step would fulfil */
  latestOn: Day | null;
  /** what makes the case wait until that day; null when the day before it is enough */
  waitsFor: Reason | null;
}

export interface Ahead {
  /** stage the way leads to: the ceremony, and after it recognition */
  goal: string;
  steps: AheadStep[];
  /** earliest day of the goal; null when something stands in the way that no day mends */
  reachedOn: Day | null;
  /** without a reason: no step leads on from there */
  stoppedBy: { step: string; label: Message; reason: Reason | null } | null;
}

interface Walk {
  law: Law;
  dossier: Before['dossier'];
  heldOn: HeldOn;
  acts: Act[];
  stage: string;
  day: Day;
  clocks: Clock[];
  steps: AheadStep[];
}

/** More steps than any road has: a circle in the rules ends here instead of never. */
const farthest = 40;

export function aheadOf(
  law: Law,
  before: Before,
  { today, heldOn, clocks }: { today: Day; heldOn: HeldOn; clocks: readonly Clock[] },
): Ahead | null {
  const goal = goalOf(law, before.stage);
  if (goal === null || before.stage === null) return null;
  const walk: Walk = {
    law,
    dossier: before.dossier,
    heldOn,
    acts: [...before.acts],
    stage: before.stage,
    day: today,
    clocks: [...clocks],
    steps: [],
  };
  while (law.order(walk.stage) < law.order(goal) && walk.steps.length < farthest) {
    const stopped = advance(walk);
    if (stopped) return { goal, steps: walk.steps, reachedOn: null, stoppedBy: stopped };
  }
  const reached = law.order(walk.stage) >= law.order(goal);
  return { goal, steps: walk.steps, reachedOn: reached ? walk.day : null, stoppedBy: null };
}

const goals = ['admitted', 'recognised'];
const goalOf = (law: Law, stage: string | null): string | null =>
  stage === null || stage === 'closed'
    ? null
    : (goals.find((goal) => law.order(stage) < law.order(goal)) ?? null);

type Stop = NonNullable<Ahead['stoppedBy']>;

/** Takes the first step onward that can be taken, with what must come before it; says what stops all of them. */
function advance(walk: Walk): Stop | null {
  const done = new Set(walk.steps.map(({ step }) => step));
  const onward = stepsOnward(walk.law, walk.stage, walk.day).filter(({ step }) => !done.has(step.id));
  let stopped: Stop | null = null;
  for (const known of onward) {
    const tried = take(walk, known, new Set());
    if (!tried) return null;
    stopped ??= tried;
  }
  return stopped ?? stopAt(walk.stage, walk.law.stages.find(({ id }) => id === walk.stage)?.label);
}

/** No step leads on from here, or one leads round in a circle: the rules themselves say no more. */
const stopAt = (step: string, label: Message | undefined): Stop => ({
  step,
  label: label ?? { vi: step, en: step },
  reason: null,
});

/** One step in thought: on the first day that nothing known stands against it. */
function take(walk: Walk, { step }: KnownStep, tried: ReadonlySet<string>): Stop | null {
  const waited = { reason: null as Reason | null, from: walk.day };
  for (let turn = 0; turn < farthest; turn += 1) {
    const { doing, verdict } = best(walk, step.id);
    const reason = verdict.reasons.find(stops);
    if (!reason) return settle(walk, doing, verdict, waited.reason);
    const wait = earliestOf(verdict);
    if (wait !== null && wait > walk.day) {
      Object.assign(waited, { reason });
      walk.day = wait;
      continue;
    }
    const mended = new Set([...tried, step.id]);
    const first = stepBefore(walk, reason, mended);
    if (!first) return { step: step.id, label: step.label, reason };
    const failed = take(walk, first, mended);
    if (failed) return failed;
  }
  return stopAt(step.id, step.label);
}

/** The way out of a reason, when it is another step that may be taken now. */
function stepBefore(walk: Walk, { wayOut }: Reason, tried: ReadonlySet<string>): KnownStep | null {
  const first = walk.law.findStep(wayOut?.step ?? '');
  return first && !tried.has(first.step.id) && mayStandIn(walk, first) ? first : null;
}

const stops = ({ outcome }: Reason): boolean => outcome === 'refused' || outcome === 'needs_consent';

const mayStandIn = (walk: Walk, { step }: KnownStep): boolean =>
  walk.law.stepsFrom(walk.stage, walk.day).some((one) => one.step.id === step.id);

/** Of the answers that may be given the first that passes; else the first that lacks no more than a consent. */
function best(walk: Walk, step: string): { doing: Doing; verdict: Verdict } {
  const ways = wellDone(walk.law, step, walk);
  const judged = ways.map((inputs) => judge(walk, { step, on: walk.day, inputs }));
  const without = (held: (reason: Reason) => boolean) =>
    judged.find(({ verdict }) => !verdict.reasons.some(held));
  return without(stops) ?? without(({ outcome }) => outcome === 'refused') ?? judged[0]!;
}

function judge(walk: Walk, doing: Doing): { doing: Doing; verdict: Verdict } {
  const { law, dossier, acts, stage, heldOn } = walk;
  const said = law.factsOf({ dossier, acts, stage, act: doing, held: {} });
  const held = onePersonWillDo(heldOn(walk.day, said), doing.inputs, acts);
  return { doing, verdict: law.rulesOn(doing.on, dossier.path).judge(doing.step, withHeld(said, held)) };
}

/** Who will help is not known yet: that it will be an official member goes with “everything goes well”. */
function onePersonWillDo(held: Known, inputs: Inputs, acts: readonly Act[]): Known {
  const somebody = Object.values(inputs).some((value) => value === nobodyYet);
  const earlier = acts.some((act) => Object.values(act.inputs).some((value) => value === nobodyYet));
  return somebody || earlier ? { ...held, 'helper.status': 'official' } : held;
}

function settle(walk: Walk, doing: Doing, verdict: Verdict, waitsFor: Reason | null): null {
  const { step } = walk.law.findStep(doing.step) as KnownStep;
  const duties = walk.clocks.filter(
    ({ nature, endsWith }) => nature === 'duty' && endsWith.includes(step.id),
  );
  const limits = duties.map(({ dueOn }) => dueOn);
  walk.steps.push({
    step: step.id,
    label: step.label,
    actor: step.actor,
    earliestOn: walk.day,
    latestOn: limits.filter((day) => day !== null).toSorted()[0] ?? null,
    waitsFor,
  });
  walk.acts.push({
    entry: `ahead.${walk.steps.length}`,
    root: `ahead.${walk.steps.length}`,
    unitId: 0,
    step: step.id,
    on: walk.day,
    inputs: doing.inputs,
    passed: verdict.passed,
    takenOver: false,
    data: null,
    ruleset: verdict.ruleSet,
  });
  // What a step only taken in thought would start is nobody's duty yet: no last day is told of it.
  walk.clocks = walk.clocks.filter(({ endsWith }) => !endsWith.includes(step.id));
  walk.stage = verdict.leadsTo ?? walk.stage;
  return null;
}

// The step that leads a case on, and what stands in its way today – for lists, from the facts a row keeps.
import type { Day } from '../platform/day.ts';
import type { Language, Message } from '../platform/messages.ts';
import { explainBody, explainWayOut } from '../wording/explain.ts';
import type { Step } from '../rules/procedure.ts';
import type { Verdict } from '../rules/verdict.ts';
import { stepsOnward } from './judge.ts';
import type { Known, Law } from './law.ts';

export interface Onward {
  step: Step;
  verdict: Verdict;
}

/** Where a case stands: its stage, and the place in the tree whose local rules hold for it. */
export interface Spot {
  stage: string;
  path: string;
}

/** Of the steps that lead on the first that may be taken, else the first. */
export function onwardOf(law: Law, { stage, path }: Spot, today: Day, facts: Known): Onward | undefined {
  const rules = law.rulesOn(today, path);
  let first: Onward | undefined;
  for (const { step } of stepsOnward(law, stage, today)) {
    const onward = { step, verdict: rules.judge(step.id, facts) };
    if (onward.verdict.outcome !== 'refused') return onward;
    first ??= onward;
  }
  return first;
}

/** In words what is to be done first; null when nothing stands in the way. */
export function blockedBy(onward: Onward | undefined): Message | null {
  const reason = onward?.verdict.reasons.find((one) => one.outcome === 'refused');
  if (onward?.verdict.outcome !== 'refused' || !reason) return null;
  const say = (language: Language) =>
    (reason.wayOut && explainWayOut(reason.wayOut, language)) || explainBody(reason, language);
  return { vi: say('vi'), en: say('en') };
}

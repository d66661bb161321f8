// The step that leads a case on, and what stands in its way today – for lists, from the facts a row keeps.
import type { Day } from '../platform/day.ts';
import type { Language, Message } from '../platform/messages.ts';
import { explainBody, explainWayOut } from '../rules/explain.ts';
import { earliestOf, type OpenStep, stepOnward } from './judge.ts';
import type { Known, Law } from './law.ts';

export function onwardOf(law: Law, stage: string, today: Day, facts: Known): OpenStep | undefined {
  const steps = law.stepsFrom(stage, today).map((known) => {
    const verdict = law.judgeFacts({ step: known.step.id, on: today }, facts);
    return { ...known, verdict, earliestOn: earliestOf(verdict), exit: known.procedure === 'exits' };
  });
  return stepOnward(law, stage, steps);
}

/** In words what is to be done first; null when nothing stands in the way. */
export function blockedBy(onward: OpenStep | undefined): Message | null {
  const reason = onward?.verdict.reasons.find((one) => one.outcome === 'refused');
  if (onward?.verdict.outcome !== 'refused' || !reason) return null;
  const say = (language: Language) =>
    (reason.wayOut && explainWayOut(reason.wayOut, language)) || explainBody(reason, language);
  return { vi: say('vi'), en: say('en') };
}

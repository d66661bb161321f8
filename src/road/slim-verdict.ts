// A verdict as the ledger keeps it: what was decided, on which facts and articles – without facts about the person,
// which live elsewhere and can be erased – and the same verdict again for the reader.
import type { Day } from '../platform/day.ts';
import type { Verdict } from '../rules/verdict.ts';
import { type VerdictData, verdictData } from './dossier.ts';

const reasonShape = verdictData.shape.reasons.element.shape;

/** Facts and thresholds small enough to be plain; anything deeper is left to the regulations themselves. */
function plainOf(value: unknown): VerdictData['reasons'][number]['threshold'] {
  const parsed = reasonShape.threshold.safeParse(value ?? null);
  return parsed.success ? parsed.data : null;
}

/** `hidden`: facts whose values lie sealed in the vault. */
export const slimVerdict = (verdict: Verdict, hidden: ReadonlySet<string>): VerdictData => ({
  outcome: verdict.outcome,
  ruleSet: verdict.ruleSet,
  guidance: verdict.guidance,
  procedure: verdict.procedure,
  version: verdict.version,
  leadsTo: verdict.leadsTo,
  passed: verdict.passed,
  reasons: verdict.reasons.map((reason) => ({
    guard: reason.guard,
    outcome: reason.outcome,
    parameters: reason.parameters,
    threshold: plainOf(reason.threshold),
    facts: Object.fromEntries(
      Object.entries(reason.facts)
        .filter(([name]) => !name.startsWith('person.') && !hidden.has(name))
        .map(([name, value]) => [name, plainOf(value)]),
    ),
    missing: reason.missing,
    citations: reason.citations.map(({ document, clause, confidence }) => ({ document, clause, confidence })),
    readings: reason.readings.map(({ label, threshold, outcome }) => ({
      label,
      threshold: plainOf(threshold),
      outcome,
    })),
    wayOut: reason.wayOut,
  })),
});

/** The verdict of the day of writing, as far as it is kept; its clocks are reckoned anew. */
export const fullVerdict = (
  kept: VerdictData,
  act: { step: string; on: Day },
  clocks: Verdict['clocks'],
): Verdict => ({
  ...kept,
  on: act.on,
  step: act.step,
  clocks,
});

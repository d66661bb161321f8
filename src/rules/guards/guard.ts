// What a guard is: one word of the procedures, with a schema for its arguments and one function that compares
// facts with a value of the law. Shared by the guards of days, of facts and of votes.
import type { z } from 'zod';
import { type Day, earliest, latest, type PartialDay } from '../../platform/day.ts';
import { outcomeOfBreach, type ParameterValue, type Resolved } from '../parameter.ts';
import type { Citation, FactValue, Facts, Outcome, Reading } from '../verdict.ts';
import type { Calendar } from '../../calendar/workdays.ts';

export interface Context {
  on: Day;
  facts: Facts;
  calendar: Calendar;
  /** the value under the law of this day, or of another day when a clock started then */
  resolve: (id: string, day?: Day) => Resolved;
  /** the first day after `after` and not later than `until` from which one of these values may be another */
  nextChange: (ids: readonly string[], after: Day, until: Day) => Day | null;
  ladder: (catalogue: string) => readonly string[];
  /** place of a stage on the road; -1 for none */
  stageOrder: (stage: FactValue | undefined) => number;
}

export interface Finding {
  outcome: Outcome;
  parameters: string[];
  threshold: unknown;
  facts: Record<string, unknown>;
  missing: string[];
  citations: Citation[];
  readings: Reading[];
  earliestOn?: Day | null;
  /** when the guard knows a better way out than the step names */
  wayOut?: { step?: string; by?: string; code: string };
  /** votes only: was the share reached */
  passed?: boolean | null;
}

export interface Guard {
  args: z.ZodType;
  /** names of facts and parameters its arguments point to */
  facts: (args: never) => string[];
  parameters: (args: never) => string[];
  judge: (args: never, context: Context) => Finding;
}

export interface GuardOf<A> {
  args: z.ZodType<A>;
  facts: (args: A) => string[];
  parameters: (args: A) => string[];
  judge: (args: A, context: Context) => Finding;
}

/** Keeps the argument type inside one definition while the registry holds guards of all arguments. */
export const guardOf = <A>(definition: GuardOf<A>): Guard => definition as unknown as Guard;

export type Breach = 'refused' | 'needs_consent';

/** A comparison to make: with one value of the law, on facts that are all held. */
export interface Test {
  resolved: Resolved;
  breach?: Breach;
  facts: Record<string, unknown>;
  passes: (value: ParameterValue) => boolean;
  threshold?: (value: ParameterValue) => unknown;
  earliestOn?: (value: ParameterValue) => Day | null;
}

export function compare(test: Test): Finding {
  const { resolved, passes } = test;
  const threshold = test.threshold ?? ((value: ParameterValue) => value);
  const base = {
    parameters: [resolved.id],
    facts: test.facts,
    missing: [],
    citations: resolved.citations,
    earliestOn: null,
  };
  if (resolved.value === null) {
    const readings = resolved.readings.map(({ label, value }) => {
      const outcome: Reading['outcome'] = passes(value) ? 'allowed' : 'refused';
      return { label, threshold: threshold(value), outcome };
    });
    const days = resolved.readings
      .filter((one) => !passes(one.value))
      .map((one) => test.earliestOn?.(one.value) ?? null);
    const outcome = outcomeOfReadings(readings, resolved.gap);
    return { ...base, readings, threshold: null, outcome, earliestOn: lastOf(days) };
  }
  const value = resolved.value;
  const ok = passes(value);
  return {
    ...base,
    readings: [],
    threshold: threshold(value),
    outcome: ok ? 'allowed' : outcomeOfBreach(resolved, test.breach ?? 'refused'),
    earliestOn: ok ? null : (test.earliestOn?.(value) ?? null),
  };
}

const lastOf = (days: readonly (Day | null)[]): Day | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;

/** Two texts in force that agree settle the matter; the neighbours of an unread set never do. */
function outcomeOfReadings(readings: readonly Reading[], gap: boolean): Outcome {
  const agreed = !gap && readings.length > 0 && readings.every((one) => one.outcome === 'allowed');
  return agreed ? 'allowed' : 'undetermined';
}

/** A fact is not held: said, never by itself a refusal. */
export const notHeld = (missing: string[], parameters: string[], citations: Citation[] = []): Finding => ({
  outcome: 'allowed',
  parameters,
  threshold: null,
  facts: {},
  missing,
  citations,
  readings: [],
});

/** A day known only to the month or year is judged at both ends; when they differ, both are shown. */
export function atBothEnds(partial: PartialDay, judge: (day: Day) => Finding): Finding {
  const [first, last] = [judge(earliest(partial)), judge(latest(partial))];
  if (first.outcome === last.outcome) return last;
  const reading = (label: string, finding: Finding): Reading => ({
    label,
    threshold: finding.threshold,
    outcome: finding.outcome === 'allowed' ? 'allowed' : 'refused',
  });
  return {
    ...last,
    outcome: 'undetermined',
    earliestOn: lastOf([first.earliestOn ?? null, last.earliestOn ?? null]),
    readings: [reading(earliest(partial), first), reading(latest(partial), last)],
  };
}

export const numberFact = (facts: Facts, name: string): number | null =>
  typeof facts[name] === 'number' ? facts[name] : null;
export const textFact = (facts: Facts, name: string): string | null =>
  typeof facts[name] === 'string' ? facts[name] : null;

export const reachedAtTakeover = (context: Context, stage: string): boolean =>
  context.stageOrder(context.facts['dossier.takenOverStage']) >= context.stageOrder(stage);

/** Judges from a day that a fact holds: not held is said, known only in part is judged at both ends. */
export function fromDay(
  { start, parameter }: { start: string; parameter: string },
  context: Context,
  judge: (day: Day) => Finding,
): Finding {
  const started = textFact(context.facts, start) as PartialDay | null;
  if (started === null) return notHeld([start], [parameter], context.resolve(parameter).citations);
  return atBothEnds(started, judge);
}

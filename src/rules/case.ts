// Worked examples: facts in, verdict and article out. What a case file may say, and whether the rules agree.
import { z } from 'zod';
import type { Regulations } from './load.ts';
import type { Resolved } from './parameter.ts';
import { factName } from './procedure.ts';
import type { Effect } from './ruleset.ts';
import type { Clock, Facts, Reason, Verdict } from './verdict.ts';
import { outcomeOrder } from './verdict.ts';
import { cited, confidence, dayText } from './words.ts';

const outcome = z.enum(outcomeOrder);
const factValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const expected = z.strictObject({
  /** the whole verdict */
  outcome: outcome.optional(),
  passed: z.boolean().nullable().optional(),
  leads_to: z.string().nullable().optional(),
  /** one reason, found by guard and, when a step asks the same guard twice, by parameter */
  reason: z
    .strictObject({
      guard: z.string(),
      parameter: z.string().optional(),
      outcome,
      needed: z.number().optional(),
      earliest_on: dayText.nullable().optional(),
      way_out: z.string().optional(),
      missing: z.array(z.string()).optional(),
      readings: z
        .array(z.strictObject({ label: z.string(), outcome: z.enum(['allowed', 'refused']) }))
        .optional(),
    })
    .optional(),
  clock: z
    .strictObject({ id: z.string(), starts_on: dayText, due_on: dayText.nullable(), confidence })
    .optional(),
  no_clock: z.string().optional(),
  effect: z.strictObject({ status: z.string(), on: dayText, seniority_from: dayText.nullable() }).optional(),
  value: z.strictObject({ parameter: z.string(), is: z.unknown(), confidence }).optional(),
});

const example = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  on: dayText,
  step: z.string(),
  facts: z.record(factName, factValue),
  expect: expected,
  cites: cited,
  arithmetic: z.string().min(10),
});

export const caseFile = z.strictObject({ cases: z.array(example).min(1) });
export type Example = z.infer<typeof example>;

/** What differs between the case and the rules, in words; nothing when they agree. */
export function disagreements(regulations: Regulations, one: Example): string[] {
  const procedure = regulations.procedureOf(one.step);
  if (!procedure) return [`no step ${one.step}`];
  const rules = regulations.inForce(one.on, null);
  const facts: Facts = one.facts;
  const verdict = rules.judge(procedure, one.step, facts);
  const { expect } = one;
  const after = withPassed(one.step, facts, verdict);
  return [
    ...differ('outcome', expect.outcome, verdict.outcome),
    ...differ('passed', expect.passed, verdict.passed),
    ...differ('leads_to', expect.leads_to, verdict.leadsTo),
    ...differReason(expect.reason, verdict, one.cites),
    ...differClocks(expect, rules.clocks(procedure, one.step, after)),
    ...(expect.effect
      ? differ('effect', expect.effect, shownEffect(rules.effectOf(procedure, one.step, facts)))
      : []),
    ...(expect.value ? differValue(expect.value, rules.value(expect.value.parameter)) : []),
  ];
}

function differClocks(expect: Example['expect'], clocks: readonly Clock[]): string[] {
  const found = clocks.find((clock) => clock.id === expect.clock?.id);
  const unwanted = expect.no_clock !== undefined && clocks.some((clock) => clock.id === expect.no_clock);
  return [
    ...differ('clock', expect.clock, found && shownClock(found)),
    ...(unwanted ? [`clock ${expect.no_clock} runs`] : []),
  ];
}

const differValue = (wanted: NonNullable<Example['expect']['value']>, got: Resolved): string[] => [
  ...differ('value', wanted.is, got.value),
  ...differ('confidence', wanted.confidence, got.confidence),
];

const shownEffect = (effect: Effect | null) =>
  effect && { status: effect.status, on: effect.on, seniority_from: effect.seniorityFrom };

const withPassed = (step: string, facts: Facts, { passed }: Verdict): Facts =>
  passed === null ? facts : { ...facts, [`${step}.passed`]: passed };

const shownClock = (clock: Clock) => ({
  id: clock.id,
  starts_on: clock.startsOn,
  due_on: clock.dueOn,
  confidence: clock.confidence,
});

function differ(name: string, wanted: unknown, got: unknown): string[] {
  if (wanted === undefined) return [];
  const [a, b] = [JSON.stringify(wanted), JSON.stringify(got)];
  return a === b ? [] : [`${name}: expected ${a}, got ${b}`];
}

type ExpectedReason = NonNullable<Example['expect']['reason']>;

function differReason(
  wanted: ExpectedReason | undefined,
  verdict: Verdict,
  cites: Example['cites'],
): string[] {
  if (!wanted) return [];
  const { guard, parameter } = wanted;
  const found = verdict.reasons.find(
    (reason) => reason.guard === guard && (!parameter || reason.parameters.includes(parameter)),
  );
  if (!found) return [`no reason of guard ${guard}${parameter ? ` on ${parameter}` : ''}`];
  return [...differFound(wanted, found), ...differCitation(found, cites)];
}

function differFound(wanted: ExpectedReason, found: Reason): string[] {
  const threshold = found.threshold as { needed?: number } | null;
  return [
    ...differ('reason outcome', wanted.outcome, found.outcome),
    ...differ('votes needed', wanted.needed, threshold?.needed),
    ...differ('earliest day', wanted.earliest_on, found.wayOut?.earliestOn ?? null),
    ...differ('way out', wanted.way_out, found.wayOut?.code),
    ...differ('missing', wanted.missing, found.missing),
    ...differ(
      'readings',
      wanted.readings,
      found.readings.map(({ label, outcome: is }) => ({ label, outcome: is })),
    ),
  ];
}

/** The article named by the case is among those the reason cites. */
const differCitation = (found: Reason, { document, clause }: Example['cites']): string[] =>
  found.citations.some((one) => one.document === document && one.clause === clause)
    ? []
    : [
        `does not cite ${document} ${clause} but ${found.citations.map((one) => `${one.document} ${one.clause}`).join(', ')}`,
      ];

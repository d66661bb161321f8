// Worked examples: facts in, verdict and article out. What a case file may say. The shipped cases prove the rules and
// say everything; whoever only asks may leave out what is expected, the article and the arithmetic.
import { z } from 'zod';
import { differencesOf, sayDifference } from './differ.ts';
import { judgeExample } from './judge.ts';
import type { Regulations } from '../../rules/content.ts';
import { factName } from '../../rules/procedure.ts';
import type { FaultCode } from '../../rules/reading/messages.ts';
import { outcomeOrder } from '../../rules/verdict.ts';
import { cited, confidence, dayText } from '../../rules/words.ts';

const outcome = z.enum(outcomeOrder);
/** 'invalid': what the facts say cannot have been, whatever the law says. */
const outcomeOfCase = z.enum([...outcomeOrder, 'invalid']);
export type CaseOutcome = z.infer<typeof outcomeOfCase>;

/** Faults are told by their code (reading/messages.ts): who writes a case is no programmer. */
const said = (code: FaultCode) => ({ error: code });
const factValue = z.union(
  [z.string(), z.number(), z.boolean(), z.array(z.string())],
  said('fault.case_fact'),
);

/** Only what is said is compared. */
const expectedClock = z.strictObject({
  id: z.string(),
  starts_on: dayText.optional(),
  due_on: dayText.nullable().optional(),
  extends_to: dayText.nullable().optional(),
  extended: z.boolean().optional(),
  confidence: confidence.optional(),
  /** what the reading that is not followed would give */
  otherwise: z.strictObject({ reading: z.string(), due_on: dayText.nullable() }).optional(),
  /** the day on which it was done; of a clock that the judged act ends, the day of that act */
  by: dayText.optional(),
  verdict: z.enum(['in_time', 'late']).optional(),
});

const expected = z.strictObject({
  /** the whole verdict */
  outcome: outcomeOfCase.optional(),
  /** why the facts cannot have been; with outcome `invalid` */
  fault: z.string().optional(),
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
  clock: expectedClock.optional(),
  no_clock: z.string().optional(),
  effect: z.strictObject({ status: z.string(), on: dayText, seniority_from: dayText.nullable() }).optional(),
  value: z.strictObject({ parameter: z.string(), is: z.unknown(), confidence }).optional(),
});
export type Expected = z.infer<typeof expected>;

const question = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, said('fault.case_id')),
  title: z.string().min(1).optional(),
  /** a day of the form; one that no calendar has makes the case invalid */
  on: z.string().regex(/^\d{4}-\d\d-\d\d$/, said('fault.case_day')),
  step: z.string(),
  facts: z.record(factName, factValue),
  expect: expected.optional(),
  cites: cited.optional(),
  arithmetic: z.string().optional(),
});

const example = question.extend({
  title: z.string().min(1),
  expect: expected,
  cites: cited,
  arithmetic: z.string().min(10),
});

/** A file of regulations/cases. */
export const caseFile = z.strictObject({ cases: z.array(example).min(1) });
/** A file of whoever asks. */
export const questionFile = z.strictObject({ cases: z.array(question).min(1) });
export type Example = z.infer<typeof example>;
export type Question = z.infer<typeof question>;

/** What differs between the case and the rules, in words; nothing when they agree. */
export function disagreements(regulations: Regulations, one: Question): string[] {
  if (regulations.procedureOf(one.step) === null) return [`no step ${one.step}`];
  return differencesOf(one, judgeExample(regulations, one)).map((found) => sayDifference(found, 'en'));
}

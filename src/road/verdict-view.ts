// The verdict of src/rules/verdict.ts as a schema, so that the description of the API says what a judgement holds.
import { z } from 'zod';
import type { Verdict } from '../rules/verdict.ts';

export const messageView = z.object({ vi: z.string(), en: z.string() });
const outcome = z.enum(['allowed', 'refused', 'needs_consent', 'unverified', 'undetermined']);
const confidence = z.enum(['S', 'S2', 'L', 'K', '?']);
export const citationView = z.object({ document: z.string(), clause: z.string(), confidence });

export const reasonView = z.object({
  guard: z.string(),
  outcome,
  parameters: z.array(z.string()),
  threshold: z.unknown(),
  facts: z.record(z.string(), z.unknown()),
  missing: z.array(z.string()),
  citations: z.array(citationView),
  readings: z.array(
    z.object({ label: z.string(), threshold: z.unknown(), outcome: z.enum(['allowed', 'refused']) }),
  ),
  wayOut: z
    .object({
      step: z.string().nullable(),
      by: z.string().nullable(),
      earliestOn: z.string().nullable(),
      code: z.string(),
    })
    .nullable(),
});

const clock = z.object({
  id: z.string(),
  label: messageView,
  startsOn: z.string(),
  dueOn: z.string().nullable(),
  limit: z.number().nullable(),
  unit: z.enum(['working_days', 'days', 'months']),
  citations: z.array(citationView),
  confidence,
  endsWith: z.array(z.string()),
  extendsWith: z.string().nullable(),
  extendsTo: z.string().nullable(),
  extension: z.number().nullable(),
  extended: z.boolean(),
  stopsWith: z
    .object({ step: z.string(), until: z.string(), rule: z.enum(['stops', 'runs']).nullable() })
    .nullable(),
  stoppedOn: z.string().nullable(),
  nature: z.enum(['duty', 'term']),
  answers: z.array(z.string()),
  consequence: messageView.nullable(),
  otherwise: z
    .object({ reading: z.string(), dueOn: z.string().nullable(), limit: z.number().nullable() })
    .nullable(),
});

export const verdictView = z.object({
  outcome,
  on: z.string(),
  ruleSet: z.string(),
  guidance: z.array(z.string()),
  procedure: z.string(),
  version: z.string(),
  step: z.string(),
  reasons: z.array(reasonView),
  clocks: z.array(clock),
  leadsTo: z.string().nullable(),
  passed: z.boolean().nullable(),
}) satisfies z.ZodType<Verdict>;

// One quantity, its value by day with the clause it rests on, and how sure that is. A value that is not known is
// null: then its readings (two texts, or both neighbours of an unread rule set) are shown and nothing is blocked.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import type { Citation, Confidence, Outcome } from './verdict.ts';
import { bilingual, cited, confidence, dayText } from './words.ts';

const share = z.strictObject({
  numerator: z.int().positive(),
  denominator: z.int().positive(),
  more_than: z.boolean(),
});
const delay = z.strictObject({ months: z.int().min(0), after_day: z.boolean() });
const competenceRow = z.strictObject({
  kind: z.string(),
  above: z.string(),
  powers: z.string(),
  type: z.string(),
  body: z.string(),
  base_vote: z.enum(['required', 'skipped', 'unknown']),
});
const exceptionRow = z.strictObject({ exception: z.string(), level: z.string(), consent: z.boolean() });

export const valueKinds = {
  number: z.number(),
  flag: z.boolean(),
  choice: z.string(),
  list: z.array(z.string()),
  by_code: z.record(z.string(), z.number()),
  share,
  delay,
  table: z.union([z.array(competenceRow).min(1), z.array(exceptionRow).min(1)]),
} as const;
export type ValueKind = keyof typeof valueKinds;

export type Share = z.infer<typeof share>;
export type Delay = z.infer<typeof delay>;
export type CompetenceRow = z.infer<typeof competenceRow>;
export type ExceptionRow = z.infer<typeof exceptionRow>;
export type ParameterValue =
  | number
  | boolean
  | string
  | readonly string[]
  | Readonly<Record<string, number>>
  | Share
  | Delay
  | readonly CompetenceRow[]
  | readonly ExceptionRow[];

const entry = z.strictObject({
  from: dayText,
  value: z.unknown(),
  basis: z.array(cited).min(1),
  confidence,
  last_checked_on: dayText,
  /** no later text is known to change it: it is used, and shown as unverified */
  assumed_continued: z.boolean().default(false),
  /** the text of these days is not known: the values before and after are both shown */
  neighbours: z.boolean().default(false),
  readings: z.array(z.strictObject({ label: bilingual, value: z.unknown(), basis: cited })).optional(),
});

export const parameter = z
  .strictObject({
    id: z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/),
    label: bilingual,
    kind: z.enum(Object.keys(valueKinds) as [ValueKind, ...ValueKind[]]),
    unit: z.string().nullable(),
    values: z.array(entry).min(1),
  })
  .superRefine(({ kind, values }, context) => {
    for (const [index, { value, readings = [] }] of values.entries()) {
      for (const one of [value, ...readings.map((reading) => reading.value)]) {
        const wrong = one !== null && !valueKinds[kind].safeParse(one).success;
        if (wrong)
          context.addIssue({ code: 'custom', message: `value is no ${kind}`, path: ['values', index] });
      }
      const earlier = values[index - 1];
      if (earlier && earlier.from >= values[index]!.from)
        context.addIssue({
          code: 'custom',
          message: 'values are not in order of days',
          path: ['values', index],
        });
    }
  });

export type Parameter = z.infer<typeof parameter>;
export type ParameterEntry = Parameter['values'][number];

export interface ResolvedReading {
  label: string;
  value: ParameterValue;
}

/** What holds on a day. `value` null: nobody knows for certain; the readings say what it may be. */
export interface Resolved {
  id: string;
  value: ParameterValue | null;
  readings: ResolvedReading[];
  /** the readings are the rule sets before and after an unread one, not two texts in force */
  gap: boolean;
  confidence: Confidence;
  assumed: boolean;
  citations: Citation[];
  /** alias used by callers that print the first clause */
  basis: { document: string; clause: string } | null;
}

/** A local value or a confirmation laid over the shipped file, for a part of the tree from a day. */
export interface ValueOverlay {
  parameter: string;
  path: string;
  from: Day;
  until: Day | null;
  value: ParameterValue | null;
  basis: { document: string; clause: string };
  confidence: Confidence;
}

const unknown = (id: string): Resolved => ({
  id,
  value: null,
  readings: [],
  gap: false,
  confidence: '?',
  assumed: false,
  citations: [],
  basis: null,
});

/** `setOf` names the rule set of a day: the neighbours of an unread set are called by it. */
export function resolveValue(parameter: Parameter, day: Day, setOf: (day: Day) => string): Resolved {
  const at = parameter.values.findLastIndex((one) => one.from <= day);
  const entry = parameter.values[at];
  if (!entry) return unknown(parameter.id);
  return {
    id: parameter.id,
    value: entry.value as ParameterValue | null,
    readings: readingsOf(parameter, at, setOf),
    gap: entry.neighbours,
    confidence: entry.confidence,
    assumed: entry.assumed_continued,
    citations: citationsOf(parameter, at),
    basis: entry.basis[0] ?? null,
  };
}

const neighboursOf = (parameter: Parameter, at: number): ParameterEntry[] =>
  [parameter.values[at - 1], parameter.values[at + 1]].filter((one) => one !== undefined);

function readingsOf(parameter: Parameter, at: number, setOf: (day: Day) => string): ResolvedReading[] {
  const entry = parameter.values[at]!;
  if (entry.readings)
    return entry.readings.map((one) => ({ label: one.label.vi, value: one.value as ParameterValue }));
  if (!entry.neighbours) return [];
  return neighboursOf(parameter, at)
    .filter((one) => one.value !== null)
    .map((one) => ({ label: setOf(one.from), value: one.value as ParameterValue }));
}

function citationsOf(parameter: Parameter, at: number): Citation[] {
  const entry = parameter.values[at]!;
  const around = entry.neighbours ? neighboursOf(parameter, at) : [];
  return [entry, ...around].flatMap((one) =>
    one.basis.map((basis) => ({ ...basis, confidence: one.confidence })),
  );
}

export const overlaid = (overlay: ValueOverlay): Resolved => ({
  ...unknown(overlay.parameter),
  value: overlay.value,
  confidence: overlay.confidence,
  citations: [{ ...overlay.basis, confidence: overlay.confidence }],
  basis: overlay.basis,
});

/** What breaking the rule means: sure on its day → refused; known at second hand or assumed → unverified. */
export function outcomeOfBreach(resolved: Resolved, breach: 'refused' | 'needs_consent'): Outcome {
  if (resolved.assumed) return 'unverified';
  if (resolved.confidence === 'S') return breach;
  return resolved.confidence === '?' ? 'undetermined' : 'unverified';
}

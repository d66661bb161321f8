// One quantity, its value by day with the clause it rests on, and how sure that is. A value that is not known is
// null: then its readings (two texts, or both neighbours of an unread rule set) are shown and nothing is blocked.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import type { Params } from '../platform/messages.ts';
import type { FaultCode } from './reading/messages.ts';
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
/** What the law answers for a situation, where it lasts at least so many months. */
const answerRow = z.strictObject({ situation: z.string(), from_months: z.int().min(0), answer: z.string() });

export const valueKinds = {
  number: z.number(),
  flag: z.boolean(),
  choice: z.string(),
  list: z.array(z.string()),
  by_code: z.record(z.string(), z.number()),
  share,
  delay,
  table: z.union([z.array(competenceRow).min(1), z.array(exceptionRow).min(1), z.array(answerRow).min(1)]),
} as const;
export type ValueKind = keyof typeof valueKinds;

export type Share = z.infer<typeof share>;
export type Delay = z.infer<typeof delay>;
export type CompetenceRow = z.infer<typeof competenceRow>;
export type ExceptionRow = z.infer<typeof exceptionRow>;
export type AnswerRow = z.infer<typeof answerRow>;
export type ParameterValue =
  | number
  | boolean
  | string
  | readonly string[]
  | Readonly<Record<string, number>>
  | Share
  | Delay
  | readonly CompetenceRow[]
  | readonly ExceptionRow[]
  | readonly AnswerRow[];

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

/** Which way a local value may differ: only to where less is allowed; null: no committee may lay its own. */
export const directions = ['higher', 'lower', true, 'fewer', 'more'] as const;
const directionsOf: Readonly<Partial<Record<ValueKind, readonly unknown[]>>> = {
  number: ['higher', 'lower'],
  by_code: ['higher', 'lower'],
  share: ['higher', 'lower'],
  delay: ['higher', 'lower'],
  flag: [true],
  list: ['fewer', 'more'],
};

export const parameter = z
  .strictObject({
    id: z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/),
    label: bilingual,
    kind: z.enum(Object.keys(valueKinds) as [ValueKind, ...ValueKind[]]),
    unit: z.string().nullable(),
    stricter: z
      .union([z.enum(['higher', 'lower', 'fewer', 'more']), z.literal(true)])
      .nullable()
      .default(null),
    /** rooms that ask for it beside the steps: figures of lists and of what is kept */
    asked_by: z.array(z.string()).default([]),
    values: z.array(entry).min(1),
  })
  .superRefine(({ kind, stricter, values }, context) => {
    const issue: Issue = (code, params, path) =>
      context.addIssue({ code: 'custom', message: code, params, path });
    if (stricter !== null && !directionsOf[kind]?.includes(stricter))
      issue('fault.no_direction', { kind, direction: String(stricter) }, ['stricter']);
    for (const [at, one] of values.entries()) {
      checkKinds(kind, one, (path) => issue('fault.value_kind', { kind }, ['values', at, ...path]));
      checkOrder(one.from, values[at - 1]?.from, (code, params) =>
        issue(code, params, ['values', at, 'from']),
      );
    }
  });

type Issue = (code: FaultCode, params: Params, path: (string | number)[]) => void;
type Entry = z.infer<typeof entry>;

function checkKinds(
  kind: ValueKind,
  { value, readings = [] }: Entry,
  wrong: (path: (string | number)[]) => void,
) {
  if (value !== null && !isOfKind(kind, value)) wrong(['value']);
  for (const [at, reading] of readings.entries())
    if (!isOfKind(kind, reading.value)) wrong(['readings', at, 'value']);
}

function checkOrder(day: Day, earlier: Day | undefined, wrong: (code: FaultCode, params: Params) => void) {
  if (earlier === day) wrong('fault.same_day', { day });
  else if (earlier !== undefined && earlier > day) wrong('fault.day_order', { day, earlier });
}

export const isOfKind = (kind: ValueKind, value: unknown): boolean =>
  valueKinds[kind].safeParse(value).success;

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
  /** first day of the value as shipped */
  since: Day | null;
  /** nobody but the product chose among the readings: a committee may choose otherwise */
  open: boolean;
  /** decisions of committees that take part in the value, the highest first; none: as shipped */
  laid: Laid[];
}

/** Where texts differ one of these holds; a reading by itself is how some places do what no text sets. */
export const choicesOf = ({ readings }: Pick<Resolved, 'readings'>) => (readings.length > 1 ? readings : []);

/** A committee's own decision behind a value. */
export interface Laid {
  id: string;
  path: string;
  kind: 'confirm' | 'fill' | 'stricter';
  document: { number: string; on: Day; by: string };
  clause: string;
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
  since: null,
  open: false,
  laid: [],
});

/** `at`: which of its values, -1 before the first. `setOf` names the rule set of a day: the neighbours of an unread set are called by it. */
export function resolveValue(parameter: Parameter, at: number, setOf: (day: Day) => string): Resolved {
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
    since: entry.from,
    open: entry.value === null || (entry.readings ?? []).length > 0,
    laid: [],
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

/** What breaking the rule means: sure on its day → refused; known at second hand or assumed → unverified. */
export function outcomeOfBreach(resolved: Resolved, breach: 'refused' | 'needs_consent'): Outcome {
  if (resolved.assumed) return 'unverified';
  if (resolved.confidence === 'S') return breach;
  return resolved.confidence === '?' ? 'undetermined' : 'unverified';
}

// Routine work of a cell or a committee, done for a calendar period: what the ledger keeps of it, and whether a period
// can be recorded. Which routines exist, for whom and how often, stands in regulations/procedures (about: unit).
import { z } from 'zod';
import { type Day, earliest, formatDay, isDay } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryDay, publicText } from '../platform/entry.ts';
import type { Input } from '../rules/procedure.ts';
import { readPeriod, type Span } from './period.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const name = z.string().regex(/^[a-z][A-Za-z0-9_]*$/);
const period = z.string().regex(/^\d{4}(-[0-9A-Z-]{2,8})?$/);
const documentData = z.strictObject({
  number: publicText().nullable(),
  on: entryDay.nullable(),
  by: publicText().nullable(),
});
type DocumentData = z.output<typeof documentData>;
const value = z.union([z.boolean(), z.number(), documentData, publicText()]);
export type RoutineInputs = Record<string, z.output<typeof value>>;

export const routineKinds = {
  'routine.done': z.object({ step: code, period, inputs: z.record(name, value) }),
  /** why a record was taken back */
  'routine.ground': z.object({ of: z.uuid(), ground: publicText() }),
} satisfies Record<string, z.ZodType>;
export type RoutineData = z.output<(typeof routineKinds)['routine.done']>;

export const routineStreamOf = (unitId: number | string): string => `routine:${unitId}`;

export const standingRoutines = (entries: readonly Entry[]): Entry[] =>
  effective(entries).filter((entry) => entry.kind === 'routine.done');
export const dataOf = (entry: Entry): RoutineData => entry.data as RoutineData;

const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
export const routineInput = z.object({
  clientId: z.uuid(),
  unitId: z.int().positive(),
  step: z.string().min(1).max(60),
  period: z.string().min(4).max(12),
  happenedOn: day,
  inputs: z.record(z.string(), z.unknown()).default({}),
});
export type RoutineInput = z.output<typeof routineInput>;

/** What of a period speaks against recording it; null when nothing does. */
export function periodFault(
  span: Span,
  { happenedOn, keptOn, today }: { happenedOn: Day; keptOn: Day; today: Day },
): string | null {
  if (span.from > today) return 'worklist.future_period';
  if (span.until < keptOn) return 'worklist.before_kept';
  if (happenedOn > today) return 'ledger.future_day';
  return happenedOn < span.from ? 'worklist.done_before_start' : null;
}

export const spanOfRoutine = ({ period: word }: Pick<RoutineData, 'period'>): Span =>
  readPeriod(word) ?? { from: '9999-12-31', until: '9999-12-31' };

const text = z.string().trim().max(300);
const typedDocument = z.object({
  number: text.min(1),
  on: day,
  by: text.nullish().transform((by) => by || null),
});

/** How each kind of answer is read; routine work asks for nothing about a person, so other kinds are not taken. */
const readers: Partial<Record<Input['kind'], (input: Input) => z.ZodType>> = {
  day: () => day,
  number: ({ min, max }) =>
    z
      .number()
      .min(min ?? 0)
      .max(max ?? 1_000_000),
  flag: () => z.boolean(),
  document: () => typedDocument,
  choice: ({ choices = [] }) => z.enum(choices.map((choice) => choice.code)),
};
export const readableKinds = Object.keys(readers);

export interface InputFault {
  code: 'worklist.unknown_input' | 'worklist.input_needed' | 'worklist.bad_input';
  input: string;
}

/** The answers in the form in which they are kept, or what is wrong with the first that is. */
export function readInputs(
  asked: readonly Input[],
  given: Readonly<Record<string, unknown>>,
): { inputs: RoutineInputs } | { fault: InputFault } {
  const foreign = Object.keys(given).find((id) => !asked.some((input) => input.id === id));
  if (foreign !== undefined) return { fault: { code: 'worklist.unknown_input', input: foreign } };
  const inputs: RoutineInputs = {};
  for (const input of asked) {
    const raw = given[input.id];
    if (raw === undefined || raw === null || raw === '') {
      if (input.required) return { fault: { code: 'worklist.input_needed', input: input.label.vi } };
      continue;
    }
    const read = readers[input.kind]?.(input).safeParse(raw);
    if (!read?.success) return { fault: { code: 'worklist.bad_input', input: input.label.vi } };
    inputs[input.id] = read.data as RoutineInputs[string];
  }
  return { inputs };
}

/** Days of the papers named in the answers. */
export const documentDays = (inputs: RoutineInputs): Day[] =>
  Object.values(inputs).flatMap((one) =>
    typeof one === 'object' && one.on !== null ? [earliest(one.on)] : [],
  );

/** An answer as it is read: Vietnamese, as on paper. */
export function textOf(input: Input, given: RoutineInputs[string]): string {
  if (typeof given === 'object') return documentText(given);
  if (typeof given === 'boolean') return given ? 'Có' : 'Không';
  if (input.kind === 'day') return formatDay(String(given));
  return input.choices?.find((choice) => choice.code === given)?.label.vi ?? String(given);
}

const documentText = ({ number, on, by }: DocumentData): string =>
  [number && `số ${number}`, on && `ngày ${formatDay(on)}`, by && `của ${by}`].filter(Boolean).join(', ');

// What was typed into a step becomes values the ledger may hold and texts for the vault. Each kind of input has one
// reader; what cannot be is Invalid, whatever the law says about it.
import { z } from 'zod';
import { checkBallot, checkLiveBallot } from '../meetings/ballot.ts';
import { type Day, earliest, isDay, isPartialDay } from '../platform/day.ts';
import { Invalid } from '../platform/errors.ts';
import { normalise } from '../platform/text.ts';
import { isBackwards } from '../acts/possible/order.ts';
import type { Condition, Input, InputKind, Step } from '../rules/procedure.ts';
import { documentData, type InputData, type Inputs, paperData } from './dossier.ts';

export type Profile = 'A' | 'B' | 'C';

export interface ReadOptions {
  profile: Profile;
  today: Day;
  /** a taken-over act may lack anything and hold days known by month or year */
  live: boolean;
  /** codes of a catalogue of regulations/catalogues.yaml */
  catalogue: (id: string) => readonly string[] | undefined;
  /** the lasting id of an act of this case that another refers to, by any id it is known under */
  earlier?: (step: string, id: string) => string | undefined;
}

export interface ReadInputs {
  /** what the ledger holds */
  inputs: Inputs;
  /** what is judged: the same, with the coded values that the ledger must not hold */
  judged: Inputs;
  /** text for the vault: input → class and words */
  texts: Record<string, { class: number; text: string }>;
}

/** Class of personal data of an input: a note is class 3 unless the procedure says otherwise. */
export const classOf = (input: Input): number => input.class ?? (input.kind === 'note' ? 3 : 2);
/** Free text about a person is kept in the vault, texts about units and documents in the ledger. */
export const isSealed = (input: Input): boolean =>
  input.kind === 'note' || (input.kind === 'text' && classOf(input) > 1) || classOf(input) > 2;
/** Profile B holds classes 1 and 2 only: such an input is neither offered nor accepted there. */
export const isOffered = (input: Input, profile: Profile): boolean => profile !== 'B' || classOf(input) <= 2;

export const factOf = (step: Step, input: Input): string => input.fact ?? `${step.id}.${input.id}`;

/** Whether a condition of the procedure holds for the inputs themselves. */
export function holds(condition: Condition, value: unknown): boolean {
  if (condition.has !== undefined) return Array.isArray(value) && value.includes(condition.has);
  if (condition.is !== undefined) return value === condition.is;
  if (condition.not !== undefined) return value !== condition.not;
  if (condition.in) return condition.in.includes(value as string);
  return condition.present === undefined || condition.present === (value !== undefined && value !== null);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export function readInputs(step: Step, raw: Record<string, unknown>, options: ReadOptions): ReadInputs {
  const known = new Map(step.inputs.map((input) => [input.id, input]));
  const stranger = Object.keys(raw).find((id) => !known.has(id));
  if (stranger) throw new Invalid('admission.unknown_input', {}, { fields: [stranger] });
  const given = step.inputs.filter((input) => !isEmpty(raw[input.id]) && isAsked(step, input, raw));
  refuseClasses(given, options.profile);
  refuseGaps(step, raw, options);
  const read: ReadInputs = { inputs: {}, judged: {}, texts: {} };
  for (const input of given) readOne(read, input, raw[input.id], options);
  return read;
}

function isAsked(step: Step, input: Input, raw: Record<string, unknown>): boolean {
  return (input.when ?? []).every((condition) => {
    const asked = step.inputs.find((other) => factOf(step, other) === condition.fact);
    return asked === undefined || holds(condition, raw[asked.id]);
  });
}

function refuseClasses(given: readonly Input[], profile: Profile): void {
  const refused = given.filter((input) => !isOffered(input, profile)).map((input) => input.id);
  if (refused.length > 0) throw new Invalid('admission.class_refused', {}, { fields: refused });
}

function refuseGaps(step: Step, raw: Record<string, unknown>, { live, profile }: ReadOptions): void {
  if (!live) return;
  const gaps = step.inputs
    .filter((input) => input.required && isOffered(input, profile))
    .filter((input) => isEmpty(raw[input.id]) && isAsked(step, input, raw));
  if (gaps.length > 0)
    throw new Invalid(
      'admission.input_needed',
      { fields: gaps.map((input) => input.label.vi).join(', ') },
      { fields: gaps.map((input) => input.id) },
    );
}

function readOne(read: ReadInputs, input: Input, value: unknown, options: ReadOptions): void {
  const result = readers[input.kind](value, input, options);
  if (result === undefined)
    throw new Invalid('admission.bad_input', { field: input.label.vi }, { fields: [input.id] });
  if (isSealed(input)) read.texts[input.id] = { class: classOf(input), text: String(result) };
  else read.inputs[input.id] = result;
  if (input.kind !== 'note') read.judged[input.id] = result;
}

const codesOf = (input: Input, { catalogue }: ReadOptions): readonly string[] =>
  input.choices?.map((choice) => choice.code) ?? catalogue(input.catalogue ?? '') ?? [];

type Reader = (value: unknown, input: Input, options: ReadOptions) => InputData | undefined;

const uuid = (value: unknown): string | undefined =>
  z.uuid().safeParse(typeof value === 'object' && value ? (value as { id?: unknown }).id : value).data;

function day(value: unknown, { future }: Input, { today, live }: ReadOptions): string | undefined {
  if (!(live ? isDay(value) : isPartialDay(value))) return undefined;
  return future ? (value as string) : notFuture(value as string, today);
}

function notFuture(value: string, today: Day): string {
  if (earliest(value) > today) throw new Invalid('ledger.future_day', { day: value });
  return value;
}

const text =
  (limit: number): Reader =>
  (value) => {
    if (typeof value !== 'string') return undefined;
    const clean = normalise(value);
    return clean.length > 0 && clean.length <= limit ? clean : undefined;
  };

/** Of a paper that must be held number and day are asked; of another, whatever is known. */
const document: Reader = (value, { required }, { today, live }) => {
  const parsed = documentInput.safeParse(value);
  if (!parsed.success) return undefined;
  const { number, on, by } = parsed.data;
  if (on) notFuture(on, today);
  if (live && required && !(number && isDay(on))) return undefined;
  return number || on || by ? { number, on, by } : undefined;
};
const words = (limit: number) =>
  z
    .string()
    .transform(normalise)
    .pipe(z.string().max(limit))
    .transform((clean) => clean || null)
    .nullish()
    .transform((clean) => clean ?? null);
const someDay = z
  .string()
  .refine((value) => value === '' || isPartialDay(value))
  .transform((value) => value || null)
  .nullish()
  .transform((value) => value ?? null);
const documentInput = z.object({ number: words(60), on: someDay, by: words(200) }).pipe(documentData);

const papers: Reader = (value, _, { today }) => {
  const parsed = z
    .array(z.object({ ...paperData.shape, on: someDay, keptAt: words(120) }))
    .max(60)
    .safeParse(value);
  for (const paper of parsed.data ?? []) if (paper.on) notFuture(paper.on, today);
  return parsed.data;
};

const readers: Record<InputKind, Reader> = {
  day,
  month_day: (value, input, options) => day(value, input, { ...options, live: false }),
  number: (value, input) =>
    Number.isInteger(value) && inRange(value as number, input) ? (value as number) : undefined,
  choice: (value, input, options) =>
    typeof value === 'string' && codesOf(input, options).includes(value) ? value : undefined,
  choices: (value, input, options) => {
    const codes = codesOf(input, options);
    // Answers that lie sealed come back as one text.
    const chosen = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
    return chosen.length > 0 && chosen.every((code) => codes.includes(code))
      ? [...new Set(chosen)]
      : undefined;
  },
  earlier: (value, { of }, { earlier, live }) => {
    const id = uuid(value);
    // Of a case taken over nobody knows the entries of its acts.
    if (!live || id === undefined || of === undefined) return undefined;
    return earlier?.(of, id);
  },
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
  text: text(200),
  note: (value) => {
    const clean = typeof value === 'string' ? value.normalize('NFC').trim() : '';
    return clean.length > 0 && clean.length <= 20_000 ? clean : undefined;
  },
  document,
  person: uuid,
  people: (value) => {
    const ids = Array.isArray(value) ? value.map(uuid) : [];
    return ids.length > 0 && ids.length <= 20 && !ids.includes(undefined)
      ? [...new Set(ids as string[])]
      : undefined;
  },
  ballot: (value, _, { live }) => (live ? checkLiveBallot(value) : checkBallot(value)),
  papers,
  places: text(200),
};

const inRange = (value: number, { min, max }: Input): boolean =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

/** A day that lies before the one it follows from: not a matter of law, but of a slip of the pen. */
export function refuseBackwards(from: unknown, to: unknown, code: string): void {
  if (isBackwards(from, to)) throw new Invalid(code, { from: String(from), to: String(to) });
}

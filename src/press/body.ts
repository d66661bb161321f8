// What a report says: tables of numbers and words, with the identities between them. The same shape is shown live, frozen
// in the ledger when it is submitted, and written onto paper.
import { z } from 'zod';
import { publicLines } from '../platform/entry.ts';

/** Of units, forms and figures; never of a person. */
const text = publicLines(2000);
const message = z.object({ vi: text, en: text });

export const measures = ['count', 'share', 'ratio', 'mean', 'median', 'target'] as const;
const cell = z.object({
  /** `share` of 1; null: nothing to divide by, or `why` says what is missing */
  value: z.number().nullable(),
  measure: z.enum(measures),
  /** why there is no number: unit not founded yet, no target set */
  why: message.nullable(),
  /** words of the address of /statistics/:figure under which the records behind the number are listed */
  opens: z.object({ figure: text, query: z.record(text, text) }).nullable(),
});
export type Cell = z.output<typeof cell>;
const row = z.object({
  id: text,
  /** as the form numbers it: '1', '1.1', 'a' */
  mark: text,
  label: message,
  unitId: z.number().nullable(),
  /** 0 = row of the form, deeper ones are part of it (“trong đó”) */
  level: z.int(),
  /** a sum, or what others are parts of */
  whole: z.boolean(),
  /** one for each column; empty: a heading */
  cells: z.array(cell),
});
export type Row = z.output<typeof row>;
const table = z.object({
  kind: z.literal('table'),
  id: text,
  title: message,
  /** above the labels */
  label: message,
  columns: z.array(z.object({ id: text, label: message })),
  rows: z.array(row),
  notes: z.array(message),
  /** counts told of persons, spared in files that leave the unit */
  personal: z.boolean(),
});
export type TablePart = z.output<typeof table>;
const words = z.object({
  kind: z.literal('words'),
  id: text,
  title: message,
  /** what to write here */
  hint: message,
  /** may not be left empty */
  needed: z.boolean(),
  /** “khó khăn, vướng mắc”: what is written may be sent upwards as a difficulty */
  difficulty: z.boolean(),
  text: publicLines(),
});
export type WordsPart = z.output<typeof words>;
const check = z.object({
  id: text,
  label: message,
  holds: z.boolean(),
  left: z.number().nullable(),
  right: z.number().nullable(),
  /** the identity in numbers: '463 = 449 + 9 + 6 − 1' */
  said: text,
});
export type Check = z.output<typeof check>;

export const bodyView = z.object({
  form: z.object({ id: text, title: message, example: z.boolean() }),
  unit: z.object({ id: z.number(), name: text }),
  /** as the head of the paper names it; null: none is known */
  superior: text.nullable(),
  period: text,
  periodLabel: message,
  span: z.object({ from: text, to: text }),
  closesOn: text,
  parts: z.array(z.discriminatedUnion('kind', [table, words])),
  checks: z.array(check),
  /** rule set by which it was counted */
  ruleSet: text,
  /** party organisations in the tree of the closing day, the unit itself among them */
  units: z.int(),
});
export type Body = z.output<typeof bodyView>;

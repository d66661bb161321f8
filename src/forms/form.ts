// A form of a report as its file states it: sections of rows × columns, each cell a figure of the catalogue on a day of
// the period; words beside; identities that must hold. A new form is a new file, never a change of program.
import { z } from 'zod';
import { confidence } from '../rules/words.ts';

/** As long as what is reported with it may be in the ledger. */
const said = (most: number) =>
  z.strictObject({ vi: z.string().min(1).max(most), en: z.string().min(1).max(most) });
const title = said(300);
const lines = said(2000);
const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
export const formId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,49}$/);

/**
 * start: end of the day before the period · year_start: before the calendar year · end: closing day · period: from its
 * first day to the closing day · year: from 1 January to the closing day · before, year_before: the same a year earlier ·
 * shift: members who came or went with units that changed their place in the tree.
 */
export const whens = [
  'start',
  'year_start',
  'end',
  'period',
  'year',
  'before',
  'year_before',
  'shift',
] as const;
export type When = (typeof whens)[number];

/** What is asked in a cell; a row says some of it, its column the rest, and what the column says goes first. */
const asks = z.strictObject({
  figure: code.optional(),
  when: z.enum(whens).optional(),
  /** 'sex:F,age:18-30' */
  only: z.string().min(3).max(200).optional(),
  /** of a figure of ages */
  show: z.enum(['mean', 'median']).optional(),
  /** of movement: without moves inside the unit */
  net: z.boolean().optional(),
  /** instead of the count: the target of this figure, assigned for the calendar year */
  goal: z.boolean().optional(),
});
export type Asks = z.output<typeof asks>;

/** A quotient of two cells: this row and column, but for what is named. */
const share = z.strictObject({
  of: z.strictObject({ row: code.optional(), column: code.optional() }).default({}),
  by: z.strictObject({ row: code.optional(), column: code.optional() }),
});
export type Share = z.output<typeof share>;

/** '-died': taken away. */
const signed = z.string().regex(/^-?[a-z][a-z0-9_]{0,39}$/);
const content = {
  of: asks.optional(),
  sum: z.array(signed).min(1).max(60).optional(),
  share: share.optional(),
};

const column = z.strictObject({ id: code, label: title, ...content });
export type FormColumn = z.output<typeof column>;
const row = z.strictObject({
  id: code,
  mark: z.string().max(12).default(''),
  label: title.optional(),
  level: z.int().min(0).max(3).default(0),
  whole: z.boolean().default(false),
  heading: z.boolean().default(false),
  ...content,
  /** one row for each value of a breakdown, or for each unit below ('child') */
  each: code.optional(),
});
export type FormRow = z.output<typeof row>;

const table = z.strictObject({
  id: code,
  kind: z.literal('table'),
  title,
  label: title.default({ vi: 'Nội dung', en: 'Item' }),
  columns: z.array(column).min(1).max(20),
  rows: z.array(row).min(1).max(200),
  notes: z.array(lines).max(10).default([]),
});
export type FormTable = z.output<typeof table>;
const words = z.strictObject({
  id: code,
  kind: z.literal('words'),
  title,
  hint: lines.default({ vi: '', en: '' }),
  needed: z.boolean().default(false),
  difficulty: z.boolean().default(false),
});

const check = z.strictObject({
  id: code,
  label: title,
  section: code,
  columns: z.array(code).min(1),
  /** rows of the section; both sides must be equal */
  left: z.array(signed).min(1),
  right: z.array(signed).min(1),
});
export type FormCheck = z.output<typeof check>;

export const formFile = z.strictObject({
  id: formId,
  title,
  about: title,
  basis: z
    .array(z.strictObject({ document: z.string().min(1), clause: z.string().default(''), confidence }))
    .min(1),
  /** a shape kept as an example: not the form of an office in force */
  example: z.boolean().default(false),
  periods: z.array(z.enum(['month', 'quarter', 'half', 'year'])).min(1),
  kinds: z.array(code).default([]),
  closings: z
    .array(z.strictObject({ day: z.string().regex(/^\d{2}-\d{2}$/), basis: z.string().min(1), confidence }))
    .default([]),
  sections: z
    .array(z.discriminatedUnion('kind', [table, words]))
    .min(1)
    .max(30),
  checks: z.array(check).max(20).default([]),
});
export type Form = z.output<typeof formFile>;

/** What a cell asks: the row’s own words with those of the column laid over them. */
export function askOf(row: Pick<FormRow, 'of'>, column: Pick<FormColumn, 'of'>): Asks | null {
  if (!row.of && !column.of) return null;
  const only = [row.of?.only, column.of?.only].filter(Boolean).join(',');
  return { ...row.of, ...column.of, ...(only ? { only } : {}) };
}

/** '-died' → {id: 'died', sign: -1} */
export const termOf = (word: string): { id: string; sign: 1 | -1 } =>
  word.startsWith('-') ? { id: word.slice(1), sign: -1 } : { id: word, sign: 1 };

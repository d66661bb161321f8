// What the API of forms of reports accepts and answers.
import { z } from 'zod';

const clientId = z.uuid();
const unitId = z.int().positive().max(2_147_483_647);
const id = z.coerce.number().int().positive().max(2_147_483_647);
const message = z.object({ vi: z.string(), en: z.string() });

export const periodKinds = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

// ---- forms

export const formView = z.object({
  id: z.string(),
  title: message,
  /** told in one line: what the form is for */
  about: message,
  basis: z.array(z.object({ document: z.string(), clause: z.string(), confidence: z.string() })),
  /** an old or invented shape, shown as an example: not the form of an office in force */
  example: z.boolean(),
  periods: z.array(z.enum(periodKinds)),
  /** kinds of unit that the form is meant for; empty: all */
  kinds: z.array(z.string()),
  /** days of closing that a text gives, as 'MM-DD', with where it says so */
  closings: z.array(z.object({ day: z.string(), basis: z.string(), confidence: z.string() })),
  sections: z.array(
    z.object({ id: z.string(), kind: z.enum(['table', 'words']), title: message, needed: z.boolean() }),
  ),
  /** null: came with the programme; else the unit that adopted it, for itself and all below it */
  adoptedBy: z.object({ id: z.number(), name: z.string() }).nullable(),
  can: z.array(z.enum(['drop'])),
});
export type FormView = z.output<typeof formView>;
export const formsAnswer = z.object({
  items: z.array(formView),
  /** may adopt forms */
  can: z.array(z.enum(['adopt'])),
});
export type FormsAnswer = z.output<typeof formsAnswer>;
export const formsQuery = z.object({ unit: id.optional() });
/** The text of a form as YAML. Faults come as `details`: [{line, reason: {vi, en}}] of a 400 'forms.faulty'. */
export const formBody = z.object({ clientId, unitId, text: z.string().min(1).max(60_000) });
export type FormBody = z.output<typeof formBody>;

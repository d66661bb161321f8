// What the page of a dossier shows of what people noted beside the road: introductions, tasks, contacts, assessments,
// notes of the helper – and the few shapes that all views of a dossier share.
import { z } from 'zod';
import { isDay, isPartialDay } from '../platform/day.ts';

export const day = z.string().refine(isDay, 'not a day');
export const partialDay = z.string().refine(isPartialDay, 'not a day, month or year');
export const partial = z.string().nullable();
export const uuid = z.uuid();

export const docView = z.object({
  number: z.string().nullable(),
  on: z.string().nullable(),
  by: z.string().nullable(),
});

/** What a record beside the road says of itself: its entry, its day, who wrote it. */
const noted = { entry: uuid, on: partial, by: z.string().nullable() };

export const introductionView = z.object({
  ...noted,
  kind: z.enum(['discovery', 'charter']),
  proposerKind: z.string().nullable(),
  proposer: z.string().nullable(),
  unit: z.string().nullable(),
  document: docView.nullable(),
});
/** Words are null where they are sealed for this reader. */
export const taskView = z.object({
  ...noted,
  task: z.string().nullable(),
  kind: z.string().nullable(),
  until: z.string().nullable(),
  result: z.object({ on: partial, result: z.string().nullable(), words: z.string().nullable() }).nullable(),
});
export const contactView = z.object({
  ...noted,
  kind: z.string().nullable(),
  person: z.string().nullable(),
  words: z.string().nullable(),
});
export const assessmentView = z.object({
  ...noted,
  year: z.number().nullable(),
  half: z.string().nullable(),
  criteria: z.record(z.string(), z.string()),
  words: z.string().nullable(),
});
export const chargeNoteView = z.object({
  ...noted,
  month: partial,
  helper: z.string().nullable(),
  state: z.string().nullable(),
  did: z.string().nullable(),
  needs: z.string().nullable(),
});

export type Doc = z.infer<typeof docView>;
export type IntroductionView = z.infer<typeof introductionView>;
export type TaskView = z.infer<typeof taskView>;
export type ContactView = z.infer<typeof contactView>;
export type AssessmentView = z.infer<typeof assessmentView>;
export type ChargeNoteView = z.infer<typeof chargeNoteView>;

// What a printed sheet of one act is drawn from.
import { z } from 'zod';
import { partial } from './noted-view.ts';
import { citationView, messageView } from './verdict-view.ts';

export const sheetView = z.object({
  title: messageView,
  form: z.string().nullable(),
  facts: z.array(z.object({ label: messageView, value: z.string() })),
  vote: z
    .object({
      body: z.string(),
      heldOn: partial,
      total: z.number().nullable(),
      excluded: z.array(z.object({ ground: z.string(), count: z.number() })),
      base: z.number(),
      present: z.number().nullable(),
      yes: z.number(),
      no: z.number(),
      blank: z.number(),
      passed: z.boolean().nullable(),
    })
    .nullable(),
  law: z.array(citationView.extend({ title: messageView.nullable() })),
  watermark: messageView.nullable(),
  unit: z.string(),
  superior: z.string().nullable(),
  place: z.string(),
  on: partial,
  number: z.string().nullable(),
  person: z.object({ fullName: z.string(), bornOn: partial, sex: z.string().nullable() }),
  acts: z.array(
    z.object({
      label: messageView,
      on: partial,
      document: z.string().nullable(),
      passed: z.boolean().nullable(),
    }),
  ),
  signatures: z.array(z.object({ title: messageView, name: z.string().nullable() })),
});

export type SheetView = z.infer<typeof sheetView>;

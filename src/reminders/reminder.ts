// What an office writes to those who must act on a line (đôn đốc): one ledger stream each, with the receipts of those
// who opened it. Words about a person lie in the vault; words about a unit are of class 1 and stand in the entry.
import { z } from 'zod';
import { isPartialDay } from '../platform/day.ts';
import { entryDay, publicText, typedCode } from '../platform/entry.ts';
import { caseKinds } from '../worklist/due.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const officeId = z.int().positive();

export const reminderKinds = {
  'reminder.sent': z.object({
    caseKind: z.enum(caseKinds),
    caseId: z.string().regex(/^[0-9a-f-]{1,36}$/),
    clock: code,
    part: publicText(),
    step: code,
    startsOn: entryDay,
    dueOn: entryDay.nullable(),
    /** offices it was sent to */
    to: z.array(officeId).max(50),
    document: z
      .object({ number: publicText().nullable(), on: entryDay.nullable(), by: publicText().nullable() })
      .nullable(),
    /** null = about a person, in the vault */
    ground: publicText().nullable(),
  }),
  'reminder.read': z.object({ of: z.uuid(), officeId }),
} satisfies Record<string, z.ZodType>;
export type SentData = z.output<(typeof reminderKinds)['reminder.sent']>;

export const reminderStreamOf = (id: string): string => `reminder:${id}`;
/** Vault field of the words about a person. */
export const wordsOf = (entry: string): string => `note.${entry}`;

const day = z.string().refine(isPartialDay).nullable().default(null);
export const remindInput = z.object({
  clientId: z.uuid(),
  line: z.object({
    caseKind: z.enum(caseKinds),
    caseId: z.string().min(1).max(36),
    clock: z.string().min(1).max(60),
    part: z.string().max(300).default(''),
    startsOn: z.string(),
  }),
  text: z.string().trim().min(3).max(300),
  document: z
    .object({
      number: typedCode.nullable().default(null),
      on: day,
      by: z.string().trim().max(200).nullable().default(null),
    })
    .nullable()
    .default(null),
});
export type RemindInput = z.output<typeof remindInput>;

// What the API of reminders answers, as pages and routes share it.
import { z } from 'zod';
import { caseKinds } from '../worklist/due.ts';
import { reminderSettings } from './settings.ts';

const message = z.object({ vi: z.string(), en: z.string() });

export const receiptView = z.object({
  office: message,
  unitName: z.string(),
  /** an instant; null = not opened yet */
  readAt: z.string().nullable(),
  readBy: z.string().nullable(),
});

export const noticeView = z.object({
  /** made of the key of the notice */
  id: z.guid(),
  kind: z.enum(['lead', 'late', 'escalation', 'sent']),
  label: message,
  caseKind: z.enum(caseKinds),
  /** the place asked, or the period of routine work; '' where the line has none */
  part: z.string(),
  /** whose line it is, where this reader may see that */
  title: z.string().nullable(),
  unitName: z.string(),
  href: z.string(),
  dueOn: z.string().nullable(),
  madeOn: z.string(),
  readAt: z.string().nullable(),
  /** the line stands open no more */
  past: z.boolean(),
  /** of a reminder written by a person */
  sent: z
    .object({
      from: z.string(),
      fromOffice: message.nullable(),
      /** null where the reader may not read words about this person */
      text: z.string().nullable(),
      document: z
        .object({ number: z.string().nullable(), on: z.string().nullable(), by: z.string().nullable() })
        .nullable(),
      receipts: z.array(receiptView),
    })
    .nullable(),
});
export type NoticeView = z.output<typeof noticeView>;
export type ReceiptView = z.output<typeof receiptView>;

export const noticesAnswer = z.object({
  items: z.array(noticeView),
  total: z.int(),
  next: z.string().nullable(),
  asOf: z.string(),
});
export const countAnswer = z.object({ unread: z.int() });

export const settingsAnswer = z.object({
  settings: reminderSettings,
  mail: z.object({
    /** an SMTP server is set */
    on: z.boolean(),
    waiting: z.int(),
    sent: z.int(),
    givenUp: z.int(),
    failure: z.string().nullable(),
  }),
});
export type SettingsView = z.output<typeof settingsAnswer>;

export const emailAnswer = z.object({ email: z.string().nullable(), mail: z.boolean() });
export type EmailView = z.output<typeof emailAnswer>;

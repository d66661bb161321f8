// Routes of reminders: the notices of one's office, writing to those who must act, one's own e-mail address, settings.
import { z } from 'zod';
import { writeSetting } from '../org/profile.store.ts';
import type { Db } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import { type Actor, type Route, route } from '../platform/http.ts';
import type { JsonValue } from '../platform/tables.ts';
import { caseKinds } from '../worklist/due.ts';
import { mailState } from './mail.store.ts';
import { countUnread, listNotices, readAll, readNotice, remindersOf } from './notice.store.ts';
import { remindInput } from './reminder.ts';
import { sendReminder } from './reminder.store.ts';
import { inOrder, reminderSettings } from './settings.ts';
import { countAnswer, emailAnswer, noticesAnswer, noticeView, settingsAnswer } from './view.ts';
import { readSettings } from './watch.store.ts';
import './tables.ts';

const noticeQuery = z.object({
  unread: z.stringbool().default(false),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const lineQuery = z.object({
  caseKind: z.enum(caseKinds),
  caseId: z.string().max(36),
  clock: z.string().max(60),
  /** left out = of every period and place */
  part: z.string().max(300).optional(),
});
const emailInput = z.object({ email: z.string().trim().max(200).nullable() });

/** `mail`: whether this installation can send e-mail. */
export const reminderRoutes = (mail: boolean): Route[] => [
  ...noticeRoutes,
  ...sendingRoutes(mail),
  ...ownRoutes(mail),
  ...settingRoutes(mail),
];

const noticeRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/notices',
    action: 'worklist.read',
    summary: 'Reminders to the office one acts in, newest first.',
    query: noticeQuery,
    response: noticesAnswer,
    handler: async ({ db, actor, query }) => listNotices(db, actor, query),
  }),
  route({
    method: 'GET',
    url: '/api/notices/count',
    action: 'worklist.read',
    summary: 'How many of them have not been opened.',
    response: countAnswer,
    handler: async ({ db, actor }) => ({ unread: await countUnread(db, actor) }),
  }),
  route({
    method: 'POST',
    url: '/api/notices/:id/read',
    action: 'worklist.read',
    summary: 'Opens a reminder; one that a person wrote leaves a receipt, once.',
    params: z.object({ id: z.guid() }),
    response: countAnswer,
    handler: async ({ db, actor, params }) => {
      await readNotice(db, actor, params.id);
      return { unread: await countUnread(db, actor) };
    },
  }),
  route({
    method: 'POST',
    url: '/api/notices/read',
    action: 'worklist.read',
    summary: 'Marks all as read, save those that a person wrote: they are opened one by one.',
    response: countAnswer,
    handler: async ({ db, actor }) => {
      await readAll(db, actor);
      return { unread: await countUnread(db, actor) };
    },
  }),
];

const sendingRoutes = (mail: boolean): Route[] => [
  route({
    method: 'POST',
    url: '/api/reminders',
    action: 'reminder.send',
    summary: 'Reminds the offices that must act on a line (đôn đốc); may cite a document.',
    body: remindInput,
    response: z.object({ id: z.uuid() }),
    handler: async ({ db, actor, body }) => ({ id: await sendReminder(db, actor, body, mail) }),
  }),
  route({
    method: 'GET',
    url: '/api/reminders',
    action: 'worklist.read',
    summary: 'What was written about a line, with the receipts of those who opened it.',
    query: lineQuery,
    response: z.object({ items: z.array(noticeView) }),
    handler: async ({ db, actor, query }) => ({ items: await remindersOf(db, actor, query) }),
  }),
];

const ownRoutes = (mail: boolean): Route[] => [
  route({
    method: 'GET',
    url: '/api/account/email',
    action: 'signed_in',
    summary: 'Where one’s own reminders are sent, and whether this installation sends any.',
    response: emailAnswer,
    handler: async ({ db, actor }) => ({ email: await emailOf(db, actor), mail }),
  }),
  route({
    method: 'PUT',
    url: '/api/account/email',
    action: 'signed_in',
    summary: 'Gives or takes back one’s own e-mail address.',
    body: emailInput,
    response: emailAnswer,
    handler: async ({ db, actor, body }) => {
      const email = body.email || null;
      if (email !== null && !z.email().safeParse(email).success) throw new Invalid('reminders.bad_email');
      await db.updateTable('account').set({ email }).where('id', '=', actor.accountId).execute();
      return { email, mail };
    },
  }),
];

const emailOf = async (db: Db, { accountId }: Actor): Promise<string | null> =>
  (await db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst())?.email ??
  null;

const settingRoutes = (mail: boolean): Route[] => [
  route({
    method: 'GET',
    url: '/api/reminders/settings',
    action: 'reminder.configure',
    summary: 'Lead times, quiet hours, escalation, and how the mail stands.',
    response: settingsAnswer,
    handler: async ({ db }) => settingsOf(db, mail),
  }),
  route({
    method: 'PUT',
    url: '/api/reminders/settings',
    action: 'reminder.configure',
    summary: 'Sets lead times, quiet hours and escalation of this installation.',
    body: reminderSettings,
    response: settingsAnswer,
    handler: async ({ db, actor, body }) => {
      const by = { by: actor.accountId, at: new Date().toISOString() };
      await writeSetting(db, 'reminders', { ...inOrder(body), ...by } as unknown as JsonValue);
      return settingsOf(db, mail);
    },
  }),
];

const settingsOf = async (db: Db, on: boolean) => ({
  settings: await readSettings(db),
  mail: { on, ...(await mailState(db)) },
});

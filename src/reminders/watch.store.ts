// The watch: every so often it asks whether there is something to remind of or to send. Nothing is scheduled ahead, so
// nothing is lost by a restart (docs/decisions/0005).
import { readSetting } from '../org/profile.store.ts';
import { today } from '../platform/clock.ts';
import { dayAt } from '../platform/day.ts';
import { type Again, nowAndAgain } from '../platform/behind/again.ts';
import type { Db } from '../platform/db.ts';
import { regulations } from '../worklist/in-force.ts';
import { makeNotices } from './make.store.ts';
import { type SendLetter, sendWaiting } from './mail.store.ts';
import { defaultSettings, isQuiet, type ReminderSettings, reminderSettings } from './settings.ts';

export interface Post {
  send: SendLetter;
  /** where Nguồn is opened, for the letters */
  address: string | null;
}

export async function readSettings(db: Db): Promise<ReminderSettings> {
  const kept = reminderSettings.safeParse(await readSetting(db, 'reminders'));
  return kept.success ? kept.data : defaultSettings;
}

/** One round: notices first, then what mail may go out now. */
export async function lookOnce(db: Db, post: Post | null, now = new Date()): Promise<void> {
  const settings = await readSettings(db);
  const { calendar } = regulations();
  await makeNotices(db, { settings, calendar, today: today(), mail: post !== null });
  if (post && !isQuiet(settings, calendar, dayAt(now), timeAt(now)))
    await sendWaiting(db, post.send, post.address);
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});
/** 'HH:MM' in Việt Nam. */
const timeAt = (now: Date): string => clock.format(now);

export interface Watch extends Again {
  post: Post | null;
}

/** Looks now and again until told to stop; not while stored lines are made again: nobody is reminded of a day about to change. */
export const startWatch = (db: Db, { post, ...again }: Watch): (() => Promise<void>) =>
  nowAndAgain(() => lookOnce(db, post), { ...again, atOnce: true });

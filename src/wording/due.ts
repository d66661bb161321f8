// A due day in the words of somebody who must act: “thứ Sáu, 27/11/2026”, “còn 4 ngày làm việc”.
import { type Calendar, workingDaysBetween } from '../calendar/workdays.ts';
import { type Day, daysBetween, formatDay, monthsBetween, weekdayOf } from '../platform/day.ts';
import type { Message, Params } from '../platform/messages.ts';
import { dueMessages } from './due.messages.ts';

const weekdays: Message[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
];

/** By 0 = Sunday … 6 = Saturday. */
export const weekdayWord = (weekday: number): Message => weekdays[weekday] as Message;

export function longDay(day: Day): Message {
  const { vi, en } = weekdayWord(weekdayOf(day));
  return { vi: `${vi}, ${formatDay(day)}`, en: `${en}, ${formatDay(day)}` };
}

export interface Said {
  message: Message;
  params?: Params;
}
export interface DueWords extends Said {
  /** a duty whose day has passed */
  late: boolean;
}
/** A day by which a duty is to be done, or on which a term ends: a term is over, nobody is late. */
export interface Dated {
  dueOn: Day | null;
  nature: 'duty' | 'term';
  /** negative when late; null outside the calendar */
  workingDaysLeft: number | null;
}

const said = (key: keyof typeof dueMessages, params: Params = {}): Said => ({
  message: dueMessages[key],
  params,
});

/** The nearer, the finer: within two months the office counts working days, then days, beyond a year months. */
const nearDays = 62;
const farDays = 365;

export function dueWords(item: Dated, today: Day): DueWords {
  const { dueOn, nature } = item;
  if (!dueOn) return { late: false, ...said('due.unknown') };
  const days = daysBetween(today, dueOn);
  if (days === 0) return { late: false, ...said('due.today') };
  if (days < 0)
    return nature === 'term'
      ? { late: false, ...said('due.term_over') }
      : { late: true, ...lateWords(item, -days) };
  if (days > farDays) return { late: false, ...said('due.months', { count: monthsBetween(today, dueOn) }) };
  // A term ends by itself: nobody works towards it.
  if (nature === 'term' || days > nearDays || item.workingDaysLeft === null)
    return { late: false, ...said('due.days', { count: days }) };
  return { late: false, ...leftWords(item.workingDaysLeft) };
}

export interface DueDay {
  dueOn: Day;
  duty: boolean;
}
/** The same where the working days are still to be counted. */
export const dueWordsBy = ({ dueOn, duty }: DueDay, today: Day, calendar: Calendar): DueWords =>
  dueWords(
    { dueOn, nature: duty ? 'duty' : 'term', workingDaysLeft: workingDaysBetween(calendar, today, dueOn) },
    today,
  );

const leftWords = (count: number): Said => (count > 0 ? said('due.left', { count }) : said('due.left_none'));

function lateWords({ workingDaysLeft }: Dated, days: number): Said {
  if (workingDaysLeft === null) return said('due.late_days', { count: days });
  return workingDaysLeft < 0 ? said('due.late', { count: -workingDaysLeft }) : said('due.passed');
}

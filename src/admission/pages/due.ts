// A due day in the words of someone who must act: “thứ Sáu, 27/11/2026 – còn 4 ngày làm việc”.
import { type Day, daysBetween, formatDay, monthsBetween, weekdayOf } from '../../platform/day.ts';
import type { Message, Params } from '../../platform/messages.ts';
import { type Calendar, workingDaysBetween } from '../../rules/index.ts';
import { words } from './words.ts';

const weekdays: Message[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
];

export function longDay(day: Day): Message {
  const { vi, en } = weekdays[weekdayOf(day)] as Message;
  return { vi: `${vi}, ${formatDay(day)}`, en: `${en}, ${formatDay(day)}` };
}

export interface DueWords {
  late: boolean;
  message: Message;
  params: Params;
}

/** A day by which a duty is to be done, or on which a term ends: a term is over, nobody is late. */
export interface DueDay {
  dueOn: Day;
  duty: boolean;
}

/** The nearer, the finer: within two months the office counts working days, beyond a year months. */
const nearDays = 62;
const farDays = 365;

export function dueWords({ dueOn, duty }: DueDay, today: Day, calendar: Calendar): DueWords {
  const days = daysBetween(today, dueOn);
  if (days === 0) return { late: false, message: words['due.today'], params: {} };
  if (days < 0 && !duty) return { late: false, message: words['due.over'], params: {} };
  if (days < 0) return lateWords(dueOn, today, calendar);
  if (days > farDays)
    return { late: false, message: words['due.months_left'], params: { count: monthsBetween(today, dueOn) } };
  const count = days > nearDays ? null : workingDaysBetween(calendar, today, dueOn);
  if (count === null) return { late: false, message: words['due.days_left'], params: { count: days } };
  return { late: false, message: words['due.working_days_left'], params: { count } };
}

function lateWords(dueOn: Day, today: Day, calendar: Calendar): DueWords {
  const count = workingDaysBetween(calendar, dueOn, today) ?? 0;
  if (count === 0) return { late: true, message: words['due.passed'], params: {} };
  return { late: true, message: words['due.working_days_late'], params: { count } };
}

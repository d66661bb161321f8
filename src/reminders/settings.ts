// When reminders are made and when mail may go out. The defaults are the product's own: no rule sets lead times.
import { z } from 'zod';
import { addDays, type Day } from '../platform/day.ts';
import { type Calendar, isWorkingDay, workingDaysBetween } from '../calendar/workdays.ts';

const days = z.array(z.int().min(0).max(365)).max(10);
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const reminderSettings = z.object({
  /** days before the due day */
  leads: days,
  /** days after it, for what is still open */
  late: days,
  /** hours of Việt Nam in which no mail goes out; equal = none */
  quiet: z.object({ from: hour, to: hour, daysOff: z.boolean() }),
  /** working days after the due day until the level above is told; null = never */
  escalateAfter: z.int().min(1).max(250).nullable(),
});
export type ReminderSettings = z.output<typeof reminderSettings>;

/** Longest first, each once. */
export const inOrder = (settings: ReminderSettings): ReminderSettings => ({
  ...settings,
  leads: ordered(settings.leads),
  late: ordered(settings.late),
});
const ordered = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a);

export const defaultSettings: ReminderSettings = {
  leads: [30, 7, 1],
  late: [7, 1],
  quiet: { from: '20:00', to: '07:00', daysOff: true },
  escalateAfter: 5,
};

/** Last due day that is so many working days past; nothing later is told to the level above. */
export function escalationDay(calendar: Calendar, today: Day, after: number): Day {
  let day = today;
  while ((workingDaysBetween(calendar, day, today) ?? after) < after) day = addDays(day, -1);
  return day;
}

/** Whether mail must wait at this moment: day and time of day in Việt Nam. */
export function isQuiet({ quiet }: ReminderSettings, calendar: Calendar, day: Day, time: string): boolean {
  if (quiet.daysOff && !isWorkingDay(calendar, day)) return true;
  const { from, to } = quiet;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

// Which months a helper still owes a note for: from the month the charge began to the month of today, without
// the months since the candidate was paused.
import type { Day, PartialDay } from '../platform/day.ts';

export const monthOf = (day: PartialDay): string => day.slice(0, 7);
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export function nextMonth(month: string, by = 1): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export interface Noted {
  since: PartialDay | null;
  pausedOn: PartialDay | null;
  months: readonly string[];
}

/** The month in which somebody is appointed is the first to report on, as soon as that month's meeting comes. */
export function missingMonths({ since, pausedOn, months }: Noted, today: Day, most: number): string[] {
  if (since === null || !isMonth(monthOf(since))) return [];
  const last = pausedOn && monthOf(pausedOn) < monthOf(today) ? monthOf(pausedOn) : monthOf(today);
  const held = new Set(months);
  return monthsBack(last, monthOf(since))
    .filter((month) => !held.has(month))
    .slice(0, most);
}

const monthsBack = (last: string, first: string): string[] =>
  last < first ? [] : [last, ...monthsBack(nextMonth(last, -1), first)];

// What a person types for a day → a day: '27/4/2018', '27.4.2018', '27042018', and '4/2018' or '2018' where allowed.
import { formatDay, isPartialDay, type PartialDay, type Precision, precisionOf } from '../../platform/day.ts';

const coarseness: Record<Precision, number> = { day: 0, month: 1, year: 2 };

/** null when the text names no day of the calendar, or a coarser one than allowed. */
export function parseDay(text: string, coarsest: Precision = 'day'): PartialDay | null {
  const parts = splitDay(text.trim());
  if (!parts) return null;
  const partial = [parts.year, parts.month, parts.day].filter((part) => part !== null).join('-');
  return isPartialDay(partial) && coarseness[precisionOf(partial)] <= coarseness[coarsest] ? partial : null;
}

interface DayParts {
  year: string;
  month: string | null;
  day: string | null;
}

const two = (text: string) => text.padStart(2, '0');

function splitDay(text: string): DayParts | null {
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const full = run ?? /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text);
  if (full) return { day: two(full[1] ?? ''), month: two(full[2] ?? ''), year: full[3] ?? '' };
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' };
  const month = /^(\d{1,2})[/.\-\s](\d{4})$/.exec(text);
  if (month) return { day: null, month: two(month[1] ?? ''), year: month[2] ?? '' };
  return /^\d{4}$/.test(text) ? { day: null, month: null, year: text } : null;
}

export type DayProblem = { key: 'ui.day_none' | 'ui.day_min' | 'ui.day_max'; params: Record<string, string> };

export interface DayLimits {
  precision: Precision;
  min?: string | undefined;
  max?: string | undefined;
}

/** What is wrong with the text typed; null when it is empty or good. A partial day passes where any of its days does. */
export function problemOf(text: string, { precision, min, max }: DayLimits): DayProblem | null {
  if (text.trim() === '') return null;
  const day = parseDay(text, precision);
  if (!day) return { key: 'ui.day_none', params: { text: text.trim() } };
  if (min && day < min.slice(0, day.length)) return { key: 'ui.day_min', params: { day: formatDay(min) } };
  if (max && day > max.slice(0, day.length)) return { key: 'ui.day_max', params: { day: formatDay(max) } };
  return null;
}

// What a person types for a day → a day: '27/4/2018', '27.4.2018', '27042018', and '4/2018' or '2018' where allowed.
import { formatDay, isPartialDay, type PartialDay, type Precision, precisionOf } from '../../platform/day.ts';

const coarseness: Record<Precision, number> = { day: 0, month: 1, year: 2 };

/** null when the text names no day of the calendar, or a coarser one than allowed. */
export function parseDay(text: string, coarsest: Precision = 'day'): PartialDay | null {
  const partial = partialIn(text.trim());
  if (partial === null || !isPartialDay(partial)) return null;
  return coarseness[precisionOf(partial)] <= coarseness[coarsest] ? partial : null;
}

const shapes = [
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  /^(?<day>\d{1,2})[/.\-\s](?<month>\d{1,2})[/.\-\s](?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<month>\d{1,2})[/.\-\s](?<year>\d{4})$/,
  /^(?<year>\d{4})$/,
];

function partialIn(text: string): string | null {
  const found = shapes.map((shape) => shape.exec(text)?.groups).find(Boolean);
  if (!found) return null;
  const parts = [found.year, found.month, found.day].filter((part) => part !== undefined);
  return parts.map((part) => part.padStart(2, '0')).join('-');
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

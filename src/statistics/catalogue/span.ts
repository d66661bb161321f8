// The days that a question is about: a year, a half, a quarter, a month, or any two days.
import { addDays, addMonths, type Day, formatDay, isDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { Span } from './columns.ts';

const shapes = /^(\d{4})(?:-(?:([HQ])([1-4])|(0[1-9]|1[0-2])))?$/;

/** '2021' · '2021-H1' · '2021-Q3' · '2021-07' · '2021-01-01..2021-06-30'; null where it is none of them. */
export function parseSpan(key: string): Span | null {
  const [from, to] = key.split('..');
  if (isDay(from) && isDay(to)) return from <= to ? { from, to } : null;
  const [, year = '', part, number, month] = shapes.exec(key) ?? [];
  return month ? monthsFrom(year, Number(month), 1) : partOf(year, part, Number(number ?? 1));
}

function partOf(year: string, part: string | undefined, number: number): Span | null {
  const months = part === 'H' ? 6 : part === 'Q' ? 3 : 12;
  return monthsFrom(year, (number - 1) * months + 1, months);
}

function monthsFrom(year: string, start: number, months: number): Span | null {
  if (Number(year) < firstYear || start > 12) return null;
  const first = `${year}-${String(start).padStart(2, '0')}-01`;
  return { from: first, to: addDays(addMonths(first, months), -1) };
}

/** The Party was founded in it. */
const firstYear = 1930;

export const daySpan = (on: Day): Span => ({ from: on, to: on });
export const yearSpan = (on: Day): Span => ({
  from: `${on.slice(0, 4)}-01-01`,
  to: `${on.slice(0, 4)}-12-31`,
});

export interface Step extends Span {
  key: string;
  label: Message;
}

/** Months or years that the span touches, each cut to it. */
export function stepsOf({ from, to }: Span, by: 'month' | 'year'): Step[] {
  const steps: Step[] = [];
  for (let start = from; start <= to; ) {
    const key = start.slice(0, by === 'month' ? 7 : 4);
    const last = parseSpan(key)?.to ?? to;
    steps.push({ key, label: stepLabel(key), from: start, to: last < to ? last : to });
    start = addDays(last, 1);
  }
  return steps;
}

const stepLabel = (key: string): Message =>
  key.length === 4 ? { vi: `Năm ${key}`, en: key } : { vi: `Tháng ${formatDay(key)}`, en: formatDay(key) };

// The days that a question is about: a year, a half, a quarter, a month, or any two days.
import { addDays, addMonths, type Day, formatDay, isDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { Span } from './held/ask.ts';

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

/** Where days run back beyond it, they begin with it: months and years before it have no rows of their own. */
export function sinceFounded({ from, to }: Span): Span {
  const first = `${firstYear}-01-01`;
  return { from: from < first && to >= first ? first : from, to };
}

export const daySpan = (on: Day): Span => ({ from: on, to: on });
export const yearSpan = (on: Day): Span => ({
  from: `${on.slice(0, 4)}-01-01`,
  to: `${on.slice(0, 4)}-12-31`,
});

/** Full years that end with that day. */
export const yearsTo = (day: Day, years: number): Span => ({
  from: addMonths(addDays(day, 1), -12 * years),
  to: day,
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
    const whole = parseSpan(key) ?? { from: start, to };
    const step = { from: start, to: whole.to < to ? whole.to : to };
    steps.push({ key, label: stepLabel(key, step, whole), ...step });
    start = addDays(whole.to, 1);
  }
  return steps;
}

/** A month or a year that is not whole says so. */
function stepLabel(key: string, { from, to }: Span, whole: Span): Message {
  const named =
    key.length === 4 ? { vi: `Năm ${key}`, en: key } : { vi: `Tháng ${formatDay(key)}`, en: formatDay(key) };
  const after = from > whole.from ? { vi: `từ ${formatDay(from)}`, en: `from ${formatDay(from)}` } : null;
  const until = to < whole.to ? { vi: `đến ${formatDay(to)}`, en: `to ${formatDay(to)}` } : null;
  const cut = [after, until].filter((one) => one !== null);
  if (cut.length === 0) return named;
  const told = (language: 'vi' | 'en') => `${named[language]} (${cut.map((one) => one[language]).join(' ')})`;
  return { vi: told('vi'), en: told('en') };
}

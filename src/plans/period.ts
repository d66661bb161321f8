// The periods that targets run for: a year, several years ('2021-2025', the start year is a field), or a congress term
// whose boundaries are the days of the congresses. How much of one has passed counts the day itself.
import { z } from 'zod';
import { dayOf, type Day, daysBetween, formatDay, isDay } from '../platform/day.ts';

export interface Period {
  /** '2021' · '2021-2025' · '2015-08-20..2020-08-14' */
  key: string;
  kind: 'year' | 'years' | 'term';
  from: Day;
  /** last day, inclusive */
  to: Day;
  /** every calendar year it touches */
  years: number[];
}

const firstYear = 1930;
const lastYear = 2100;
const longest = 30;
const inRange = (year: number): boolean => year >= firstYear && year <= lastYear;
const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

export const yearPeriod = (year: number): Period => ({
  key: String(year),
  kind: 'year',
  from: dayOf(year, 1, 1),
  to: dayOf(year, 12, 31),
  years: [year],
});

export function parsePeriod(key: string): Period | null {
  const year = /^(\d{4})$/.exec(key);
  if (year) return inRange(Number(key)) ? yearPeriod(Number(key)) : null;
  const years = /^(\d{4})-(\d{4})$/.exec(key);
  if (years) return spanPeriod(key, Number(years[1]), Number(years[2]));
  const [from, to, ...more] = key.split('..');
  return from && to && more.length === 0 ? termPeriod(from, to) : null;
}

function spanPeriod(key: string, first: number, last: number): Period | null {
  const sound = inRange(first) && inRange(last) && first < last && last - first < longest;
  if (!sound) return null;
  return {
    key,
    kind: 'years',
    from: dayOf(first, 1, 1),
    to: dayOf(last, 12, 31),
    years: yearsFrom(first, last),
  };
}

function termPeriod(from: Day, to: Day): Period | null {
  if (!isDay(from) || !isDay(to) || from >= to) return null;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (!inRange(first) || !inRange(last) || last - first >= longest) return null;
  return { key: `${from}..${to}`, kind: 'term', from, to, years: yearsFrom(first, last) };
}

/** For routes and entries: only keys that mean a period. */
export const periodKey = z.string().refine((key) => parsePeriod(key) !== null, 'period');

/** A period in figures alone, the same in every language: '2021' · '2021–2025' · '20/08/2015 – 14/08/2020'. */
export function periodInFigures(key: string): string {
  const period = parsePeriod(key);
  return period?.kind === 'term'
    ? `${formatDay(period.from)} – ${formatDay(period.to)}`
    : key.replace('-', '–');
}

export interface Elapsed {
  /** days gone, the day itself counted */
  days: number;
  of: number;
  share: number;
}

/** 2021-07-09 in 2021 → 190 of 365 (52,05 %). Nothing before the first day, everything after the last. */
export function elapsed(period: Period, on: Day): Elapsed {
  const of = daysBetween(period.from, period.to) + 1;
  const days = Math.min(of, Math.max(0, daysBetween(period.from, on) + 1));
  return { days, of, share: days / of };
}

export const isOver = (period: Period, on: Day): boolean => on > period.to;

/** Part of the period that one of its calendar years covers: a year cut by a congress is a part-year. */
export function yearWithin(period: Period, year: number): { from: Day; to: Day; whole: boolean } {
  const { from, to } = yearPeriod(year);
  const cut = { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to };
  return { ...cut, whole: cut.from === from && cut.to === to };
}

// Calendar periods of routine work: 2026-11, 2026-Q4, 2026-H2, 2026, and for any other length the first month with the
// number of months. Periods of one length follow one another from January.
import { addDays, addMonths, type Day } from '../platform/day.ts';

/** Both days belong to it. */
export interface Span {
  from: Day;
  until: Day;
}

const first = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`;
const spanOf = (from: Day, months: number): Span => ({ from, until: addDays(addMonths(from, months), -1) });

/** The word of the period of so many months that begins on this day. */
export function periodWord(from: Day, months: number): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  if (months === 1) return from.slice(0, 7);
  if (months === 3) return `${year}-Q${Math.ceil(month / 3)}`;
  if (months === 6) return `${year}-H${month > 6 ? 2 : 1}`;
  return months === 12 ? year : `${from.slice(0, 7)}-M${months}`;
}

interface Form {
  pattern: RegExp;
  /** the month in which it begins, and how many it has, by the number behind the year */
  read: (number: number, count: number) => { start: number; months: number };
}
const forms: readonly Form[] = [
  { pattern: /^(\d{4})$/, read: () => ({ start: 1, months: 12 }) },
  { pattern: /^(\d{4})-H([12])$/, read: (half) => ({ start: half * 6 - 5, months: 6 }) },
  { pattern: /^(\d{4})-Q([1-4])$/, read: (quarter) => ({ start: quarter * 3 - 2, months: 3 }) },
  { pattern: /^(\d{4})-(0[1-9]|1[0-2])$/, read: (start) => ({ start, months: 1 }) },
  {
    pattern: /^(\d{4})-(0[1-9]|1[0-2])-M([1-9]\d{0,2})$/,
    read: (start, count) => ({ start, months: count }),
  },
];

/** null where the word names no period. */
export function readPeriod(word: string): (Span & { months: number }) | null {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(word);
    if (!match) continue;
    const { start, months } = read(Number(match[2]), Number(match[3]));
    return { ...spanOf(first(Number(match[1]), start), months), months };
  }
  return null;
}

/** The last day up to which everything since a day is covered without a gap; null when that day itself is not. */
export function coveredUntil(since: Day, spans: readonly Span[]): Day | null {
  const before = addDays(since, -1);
  let until = before;
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (span.from <= addDays(until, 1) && span.until > until) until = span.until;
  return until === before ? null : until;
}

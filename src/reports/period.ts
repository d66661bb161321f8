// The periods that reports are asked for – a month, a quarter, half a year, a year – and the days that a form’s cells mean.
import { addDays, addMonths, type Day, dayOf, daysInMonth } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import { parseSpan } from '../statistics/catalogue/span.ts';
import type { When } from '../forms/form.ts';
import type { PeriodKind } from '../forms/view.ts';

export interface Span {
  from: Day;
  to: Day;
}

export function kindOf(period: string): PeriodKind {
  const part = period.slice(5, 6);
  if (part === '') return 'year';
  return part === 'H' ? 'half' : part === 'Q' ? 'quarter' : 'month';
}

export function spanOf(period: string): Span {
  const span = parseSpan(period);
  if (!span) throw new RangeError(`no period ${period}`);
  return span;
}

const roman = ['I', 'II', 'III', 'IV'];
const labels: Record<PeriodKind, (year: string, part: string) => Message> = {
  year: (year) => ({ vi: `Năm ${year}`, en: year }),
  half: (year, part) => ({
    vi: `${part === 'H1' ? '6 tháng đầu năm' : '6 tháng cuối năm'} ${year}`,
    en: `${part === 'H1' ? 'First' : 'Second'} half of ${year}`,
  }),
  quarter: (year, part) => ({
    vi: `Quý ${roman[Number(part.slice(1)) - 1]} năm ${year}`,
    en: `${part} ${year}`,
  }),
  month: (year, part) => ({ vi: `Tháng ${Number(part)} năm ${year}`, en: `${part}/${year}` }),
};
export const periodLabel = (period: string): Message =>
  labels[kindOf(period)](period.slice(0, 4), period.slice(5));

/** The period of the same kind that comes next. */
export function periodAfter(period: string): string {
  const [year, part = ''] = [Number(period.slice(0, 4)), period.slice(5)];
  const kind = kindOf(period);
  const number = Number(part.replace(/^[HQ]/, ''));
  const most = { year: 0, half: 2, quarter: 4, month: 12 }[kind];
  if (number >= most)
    return kind === 'year' ? `${year + 1}` : `${year + 1}-${part.replace(/\d+$/, first[kind])}`;
  return `${year}-${part.replace(/\d+$/, String(number + 1).padStart(kind === 'month' ? 2 : 1, '0'))}`;
}
const first: Record<PeriodKind, string> = { year: '', half: '1', quarter: '1', month: '01' };

/** The same day some months on; the last day of a month stays the last. */
export function monthsOn(day: Day, months: number): Day {
  const moved = addMonths(day, months);
  const last = (one: Day): boolean =>
    Number(one.slice(8)) === daysInMonth(Number(one.slice(0, 4)), Number(one.slice(5, 7)));
  if (!last(day)) return moved;
  const [year, month] = [Number(moved.slice(0, 4)), Number(moved.slice(5, 7))];
  return dayOf(year, month, daysInMonth(year, month));
}

export const yearBefore = (day: Day): Day => monthsOn(day, -12);

/** The days that a word of the form means; of a stock the last of them counts. */
export function daysOf(when: When, { from }: Span, closesOn: Day): Span {
  const january = `${closesOn.slice(0, 4)}-01-01`;
  const point = (day: Day): Span => ({ from: day, to: day });
  const made: Record<When, () => Span> = {
    start: () => point(addDays(from, -1)),
    shift: () => point(addDays(from, -1)),
    year_start: () => point(addDays(january, -1)),
    end: () => point(closesOn),
    period: () => ({ from, to: closesOn }),
    year: () => ({ from: january, to: closesOn }),
    before: () => ({ from: yearBefore(from), to: yearBefore(closesOn) }),
    year_before: () => ({ from: yearBefore(january), to: yearBefore(closesOn) }),
  };
  return made[when]();
}

// Days as offices write them: 12/5/1987, 12-5-87, “tháng 5/1987”, 1987, a serial number, ISO. The precision
// that was written is kept; nothing is invented, and every reading that is not plain is said.
import { daysInMonth, dayOf } from '../../platform/day.ts';
import type { Day, PartialDay } from '../../platform/day.ts';
import { fold } from '../../platform/text.ts';
import { isDayCell } from '../../workbook/sheet.ts';
import type { CellValue } from '../../workbook/sheet.ts';

/** `code` names what was done to reach the value, or, without a value, why there is none. */
export interface DayReading {
  value: PartialDay | null;
  code: string | null;
}
const read = (value: PartialDay, code: string | null = null): DayReading => ({ value, code });
const unreadable: DayReading = { value: null, code: 'exchange.date_unreadable' };

const msPerDay = 86_400_000;
const fromSerial = (serial: number): Day =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * msPerDay).toISOString().slice(0, 10);

const isYear = (n: number): boolean => Number.isInteger(n) && n >= 1900 && n <= 2100;

function fromNumber(n: number): DayReading {
  if (isYear(n)) return read(String(n));
  // 1 January 1910 … 31 December 2100: smaller numbers are no dates anyone typed.
  if (n > 3653 && n < 73_416) return read(fromSerial(n), 'exchange.date_serial');
  return unreadable;
}

/** Two figures: this century unless that lies ahead (or leaves a person too young). */
function fullYear(text: string, latestYear: number): number {
  if (text.length !== 2) return Number(text);
  const year = 2000 + Number(text);
  return year <= latestYear ? year : year - 100;
}

const two = (n: number): string => String(n).padStart(2, '0');

function compose(day: number, month: number, year: number, code: string | null): DayReading {
  if (!isYear(year)) return unreadable;
  if (month === 0) return read(String(year), 'exchange.date_year_only');
  if (month > 12) {
    // 12/31/1987: written month first.
    return day >= 1 && day <= 12 && month <= daysInMonth(year, day)
      ? read(dayOf(year, day, month), 'exchange.date_swapped')
      : unreadable;
  }
  if (day === 0) return read(`${year}-${two(month)}`, 'exchange.date_month_only');
  return day <= daysInMonth(year, month) ? read(dayOf(year, month, day), code) : unreadable;
}

const part = (text: string | undefined): number => Number(/^\d+$/.test(text ?? '') ? text : 0);
const blank = '[.?_x-]{1,4}';

const dayMonthYear = new RegExp(
  `^(\\d{1,2}|${blank})\\s?[/.-]\\s?(\\d{1,2}|${blank})\\s?[/.-]\\s?(\\d{4}|\\d{2})$`,
);
const iso = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/;
const monthYear = /^(?:thang |t\.? ?)?(\d{1,2})\s?(?:[/.-]|nam )\s?(\d{4})$/;
const inWords = /^(?:ngay )?(?:(\d{1,2}) )?(?:thang )(\d{1,2})(?: nam |[/., -])\s?(\d{4})$/;
const digits = /^(\d{2})(\d{2})(\d{4})$/;

type Rule = [RegExp, (match: RegExpExecArray, latestYear: number) => DayReading];
const rules: Rule[] = [
  [
    dayMonthYear,
    ([, d, m, y = ''], latestYear) =>
      compose(part(d), part(m), fullYear(y, latestYear), y.length === 2 ? 'exchange.date_two_digit' : null),
  ],
  [iso, ([, y, m, d]) => (d ? compose(part(d), part(m), Number(y), null) : monthOnly(part(m), Number(y)))],
  [monthYear, ([, m, y]) => monthOnly(part(m), Number(y))],
  [
    inWords,
    ([, d, m, y]) => (d ? compose(part(d), part(m), Number(y), null) : monthOnly(part(m), Number(y))),
  ],
  [/^(?:nam )?(\d{4})$/, ([, y]) => (isYear(Number(y)) ? read(String(Number(y))) : unreadable)],
  [digits, ([, d, m, y]) => compose(part(d), part(m), Number(y), 'exchange.date_digits')],
  [/^\d{5}(\.\d+)?$/, ([text]) => fromNumber(Number(text))],
];

const monthOnly = (month: number, year: number): DayReading =>
  month >= 1 && month <= 12 && isYear(year) ? read(`${year}-${two(month)}`) : unreadable;

function fromText(text: string, latestYear: number): DayReading {
  const clean = fold(text)
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?z?$/i, '')
    .replace(/t\d{1,2}:\d{2}.*$/, '')
    .replace(/,/g, ' ')
    .replace(/^(sinh )?ngay (?=\d{1,2}[/.-])/, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, make] of rules) {
    const match = pattern.exec(clean);
    if (match) return make(match, latestYear);
  }
  return unreadable;
}

/** `latestYear` is the last year two figures may mean: this year, or for a birth the year of the youngest. */
export function readDay(value: CellValue, latestYear: number): DayReading {
  if (isDayCell(value)) {
    // A year typed into a cell formatted as a date became a day of 1905.
    if (isYear(value.serial)) return read(String(value.serial), 'exchange.date_year_in_date_cell');
    return value.month ? read(value.day.slice(0, 7)) : read(value.day);
  }
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return unreadable;
  return fromText(value, latestYear);
}

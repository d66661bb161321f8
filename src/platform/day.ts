// Calendar days as text: 'YYYY-MM-DD', or month-only 'YYYY-MM', or year-only 'YYYY'. Days are those of
// Asia/Ho_Chi_Minh; no function here reads the clock. Months run to the same day of the month, moved back to
// the last day of a short month (the counting convention of docs/glossary.md).

export type Day = string;
export type PartialDay = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const partialPattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => String(n).padStart(4, '0');
export const dayOf = (year: number, month: number, day: number): Day =>
  `${four(year)}-${two(month)}-${two(day)}`;

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function parts(day: Day): [number, number, number] {
  const match = dayPattern.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !dayPattern.test(text)) return false;
  const [year, month, day] = parts(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function isPartialDay(text: unknown): text is PartialDay {
  if (typeof text !== 'string' || !partialPattern.test(text)) return false;
  if (text.length === 10) return isDay(text);
  const month = text.length === 7 ? Number(text.slice(5)) : 1;
  return month >= 1 && month <= 12;
}

export type Precision = 'day' | 'month' | 'year';
export const precisionOf = (partial: PartialDay): Precision =>
  partial.length === 10 ? 'day' : partial.length === 7 ? 'month' : 'year';

/** First day that a partial day may mean. */
export function earliest(partial: PartialDay): Day {
  return partial.length === 10 ? partial : partial.length === 7 ? `${partial}-01` : `${partial}-01-01`;
}

/** Last day that a partial day may mean. */
export function latest(partial: PartialDay): Day {
  if (partial.length === 10) return partial;
  if (partial.length === 4) return `${partial}-12-31`;
  return `${partial}-${two(daysInMonth(Number(partial.slice(0, 4)), Number(partial.slice(5, 7))))}`;
}

export function addDays(day: Day, count: number): Day {
  const [y, m, d] = parts(day);
  return new Date(Date.UTC(y, m - 1, d + count)).toISOString().slice(0, 10);
}

export function addMonths(day: Day, count: number): Day {
  const [y, m, d] = parts(day);
  const index = y * 12 + (m - 1) + count;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(year, month, Math.min(d, daysInMonth(year, month)));
}

export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whole calendar months completed from `from` to `to`; 31/1 → 28/2 is one month. */
export function monthsBetween(from: Day, to: Day): number {
  const [y1, m1] = parts(from);
  const [y2, m2] = parts(to);
  const months = (y2 - y1) * 12 + (m2 - m1);
  if (months >= 0) return addMonths(from, months) <= to ? months : months - 1;
  return addMonths(from, months) >= to ? months : months + 1;
}

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 'dd/MM/yyyy', 'MM/yyyy' or 'yyyy'. */
export function formatDay(partial: PartialDay | null | undefined): string {
  return partial ? partial.split('-').toReversed().join('/') : '';
}

/** 'thứ Sáu, 27/11/2026'. */
export const formatDayLong = (day: Day): string => `${weekdays[weekdayOf(day)]}, ${formatDay(day)}`;

const zoneDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Vietnam at an instant. */
export const dayAt = (instant: Date): Day => zoneDay.format(instant);

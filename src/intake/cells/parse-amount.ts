// Targets and results as offices write them: 13, 3-5, “≥ 2.070”, “từ 5 trở lên”, “khoảng 600”, “chưa rõ số”; and the period
// they are for: 2026, “giai đoạn 2021 - 2025”, a congress term from day to day.
import { fold } from '../../platform/text.ts';
import { cellText, isDayCell } from '../../workbook/sheet.ts';
import type { CellValue } from '../../workbook/sheet.ts';
import type { RangeValue } from '../kinds.ts';
import { readDay } from './parse-day.ts';

const most = 1_000_000;
const number = '\\d{1,3}(?:\\.\\d{3})+|\\d+';
const unknown = /^(\?+|chua ro( so)?|khong ro( so)?|chua biet|chua co so)$/;
const least = /^(>=|≥|>|tu|it nhat|toi thieu|tren|hon)\s*/;
const about = /^(≈|~|khoang|gan|chung|xap xi)\s*/;
const people = /\s*(dang vien|dv|nguoi|quan chung|dong chi|d\/c|doan vien)( moi)?$/;

/** Folded, with one kind of dash and single blanks. */
const bare = (text: string): string => fold(text).replace(/[–—−]/g, '-');
const numberOf = (text: string): number => Number(text.replaceAll('.', ''));
const whole = new RegExp(`^(${number})$`);
const both = new RegExp(`^(?:tu )?(${number})\\s?(?:-|/|den|toi)\\s?(${number})$`);

/** A number, a range, “at least” (no upper end), “about”; both ends null where it says that the number is not known. */
export function readAmount(value: CellValue): RangeValue | null {
  if (isDayCell(value)) {
    const [month, day] = [Number(value.day.slice(5, 7)), Number(value.day.slice(8, 10))];
    return { min: Math.min(month, day), max: Math.max(month, day) };
  }
  if (typeof value === 'number') return Number.isInteger(value) ? between(value, value) : null;
  const text = bare(cellText(value)).replace(people, '');
  return unknown.test(text) ? { min: null, max: null } : amountIn(text);
}

function amountIn(text: string): RangeValue | null {
  const range = both.exec(text);
  if (range) return between(numberOf(range[1]!), numberOf(range[2]!));
  const upwards = text.replace(/\s*tro len$/, '');
  const single = whole.exec(upwards.replace(least, '').replace(about, ''));
  const found = single && between(numberOf(single[1]!), numberOf(single[1]!));
  if (!found) return null;
  if (about.test(upwards)) return { ...found, about: true };
  return least.test(upwards) || upwards !== text ? { ...found, max: null } : found;
}

const between = (min: number, max: number): RangeValue | null =>
  min >= 0 && min <= max && max <= most ? { min, max } : null;

const isYear = (year: number): boolean => year >= 1930 && year <= 2100;
const years = /(?:^|\D)((?:19|20)\d{2})\s?(?:-|\/|den|toi)\s?(?:nam )?((?:19|20)\d{2})(?:\D|$)/;
const oneYear = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/;
const days = /^(?:nhiem ky )?(?:tu )?(\d[\d/.-]{5,9}\d)\s?(?:-|den|toi)\s?(\d[\d/.-]{5,9}\d)$/;

/** 2026 · '2021-2025' · '2015-08-20..2020-08-14' */
export function readPeriod(value: CellValue): number | string | null {
  if (isDayCell(value)) return Number(value.day.slice(0, 4));
  const text = bare(cellText(value));
  return termIn(text) ?? spanIn(text) ?? yearIn(text);
}

function termIn(text: string): string | null {
  const match = days.exec(text);
  const [from, to] = [match?.[1], match?.[2]].map((day) => (day ? readDay(day, 2100).value : null));
  return from?.length === 10 && to?.length === 10 && from < to ? `${from}..${to}` : null;
}

/** Also in the title of a table: “giai đoạn 2021 – 2025”. */
export function spanIn(text: string): string | null {
  const match = years.exec(bare(text));
  const [first, last] = [Number(match?.[1]), Number(match?.[2])];
  return match && isYear(first) && isYear(last) && first < last ? `${first}-${last}` : null;
}

function yearIn(text: string): number | null {
  const year = Number(oneYear.exec(text)?.[1]);
  return isYear(year) ? year : null;
}

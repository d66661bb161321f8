// Numbers and instants as the office writes them: 2.070 · 61,5% · 27/04/2018 14:05 (in English 2,070 · 61.5%).
import { formatDay } from '../platform/day.ts';
import type { Language } from '../platform/messages.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

export function formatNumber(
  value: number | null | undefined,
  language: Language = 'vi',
  decimals = 2,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '';
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals }).format(value);
}

/** 0.6154 → '61,5%' · 0.07005 → '7,0%' · exactly one half → '50%'. One decimal, half up. */
export function formatShare(share: number, language: Language = 'vi'): string {
  if (!Number.isFinite(share)) return '';
  // The tail that binary fractions leave (100 × 0.07) is no part of the number.
  const percent = Number((share * 100).toPrecision(12));
  const minimumFractionDigits = Number.isInteger(percent) ? 0 : 1;
  const form = { minimumFractionDigits, maximumFractionDigits: 1 };
  return `${new Intl.NumberFormat(locales[language], form).format(percent)}%`;
}

/** Shares are said with one decimal of a per cent: less than this rounds to nought. */
export const leastShare = 0.0005;

/** A change as a share of what was before: 0.125 → '+12,5%' · -0.03 → '−3%'; where that rounds to nought nothing is said. */
export function formatChange(share: number, language: Language = 'vi'): string {
  const said = formatShare(Math.abs(share), language);
  return Math.abs(share) < leastShare ? '' : `${share < 0 ? '−' : '+'}${said}`;
}

/** A count that was reckoned, with its one decimal: 6.774 → '6,8' · 1 → '1,0'. */
export function formatTenths(value: number, language: Language = 'vi'): string {
  const form = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locales[language], form).format(Number(value.toPrecision(12)));
}

/** 8 of 13 → '8/13 · 61,5%'; without a base only the two counts. */
export function formatRatio(part: number, base: number, language: Language = 'vi'): string {
  const counts = `${formatNumber(part, language)}/${formatNumber(base, language)}`;
  return base > 0 ? `${counts} · ${formatShare(part / base, language)}` : counts;
}

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant in Vietnam: '27/04/2018 14:05'. */
export function formatInstant(iso: string | null | undefined): string {
  if (!iso) return '';
  const parts = new Map(clock.formatToParts(new Date(iso)).map((part) => [part.type, part.value]));
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return `${formatDay(day)} ${parts.get('hour')}:${parts.get('minute')}`;
}

/** What a person types for a number ('2.070', '61,5') → the number; null when it is none. */
export function parseNumber(text: string, language: Language = 'vi'): number | null {
  const [group, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  const plain = text.replace(/\s/g, '');
  const grouped = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${decimal}\\d+)?$`);
  if (!grouped.test(plain)) return null;
  return Number(plain.replaceAll(group, '').replace(decimal, '.'));
}

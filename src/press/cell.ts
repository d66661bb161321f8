// The number of a cell in words: the same on the screen, on paper, in Word, PDF and beside the sum of the units below.
import type { Language } from '../platform/messages.ts';
import type { Cell } from './body.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

const written = (value: number, language: Language, least: number, most: number): string =>
  value.toLocaleString(locales[language], { minimumFractionDigits: least, maximumFractionDigits: most });
/** Without the tail that binary fractions leave. */
const exact = (value: number): number => Number(value.toPrecision(12));

function percent(share: number, language: Language): string {
  const of = exact(share * 100);
  return `${written(of, language, Number.isInteger(of) ? 0 : 1, 1)}%`;
}

const told: Record<Cell['measure'], (value: number, language: Language) => string> = {
  count: (value, language) => written(value, language, 0, 0),
  target: (value, language) => written(value, language, 0, 0),
  share: percent,
  ratio: (value, language) => written(exact(value), language, 0, 2),
  mean: (value, language) => written(exact(value), language, 1, 1),
  median: (value, language) => written(exact(value), language, 1, 1),
};

/** “–” where there is no number; why there is none is told beside it. */
export const numberText = (
  value: number | null,
  measure: Cell['measure'],
  language: Language = 'vi',
): string => (value === null ? '–' : told[measure](value, language));

export const cellText = ({ value, measure }: Pick<Cell, 'value' | 'measure'>): string =>
  numberText(value, measure);

// How many: one number, a range of two, or a number that is not known. Approximate numbers stay approximate in every sum
// and difference they go into; a target whose number is not known is no zero.
import { z } from 'zod';

export type Mark = 'exact' | 'at_least' | 'about';

/** 13 = {13, 13} · 3–5 = {3, 5} · ≥ 2.070 = {2070, 2070, at_least} · both null = there is a number, nobody told which. */
export interface Amount {
  minimum: number | null;
  maximum: number | null;
  mark: Mark;
}
/** One counted or told number. */
export interface Count {
  value: number;
  mark: Mark;
}
interface Known extends Amount {
  minimum: number;
  maximum: number;
}

export const marks = ['exact', 'at_least', 'about'] as const satisfies readonly Mark[];
export const mostPeople = 1_000_000;
/** Whole persons only: a negative or a fractional number is no target. */
export const people = z.int('whole').min(0, 'negative').max(mostPeople, 'most');
export const amountShape = {
  minimum: people.nullable(),
  maximum: people.nullable(),
  mark: z.enum(marks).default('exact'),
};

export const unknownAmount: Amount = { minimum: null, maximum: null, mark: 'exact' };
export const isKnown = (amount: Amount): amount is Known =>
  amount.minimum !== null && amount.maximum !== null;
export const isRange = (amount: Amount): boolean => amount.minimum !== amount.maximum;
export const exactly = (value: number): Amount => ({ minimum: value, maximum: value, mark: 'exact' });

/** Who gave one end only gave the number. */
export function amountOf(minimum: number | null, maximum: number | null, mark: Mark = 'exact'): Amount {
  return { minimum: minimum ?? maximum, maximum: maximum ?? minimum, mark };
}

export const sameAmount = (a: Amount | null, b: Amount | null): boolean =>
  a === null || b === null
    ? a === b
    : a.minimum === b.minimum && a.maximum === b.maximum && (!isKnown(a) || a.mark === b.mark);

/** ≈ is weaker than ≥, ≥ is weaker than a number. */
export function weakest(list: readonly Mark[]): Mark {
  return list.includes('about') ? 'about' : list.includes('at_least') ? 'at_least' : 'exact';
}

/** What is known of the sum. A part without a number leaves only “at least”; when no part has one, the sum is unknown. */
export function sumAmounts(list: readonly Amount[]): Amount {
  const known = list.filter(isKnown);
  if (list.length > 0 && known.length === 0) return unknownAmount;
  const total = (of: (amount: Known) => number) => known.reduce((sum, amount) => sum + of(amount), 0);
  const own = known.map(({ mark }) => mark);
  return {
    minimum: total(({ minimum }) => minimum),
    maximum: total(({ maximum }) => maximum),
    mark: weakest(known.length < list.length ? [...own, 'at_least'] : own),
  };
}

export function sumCounts(list: readonly Count[]): Count {
  return {
    value: list.reduce((sum, { value }) => sum + value, 0),
    mark: weakest(list.map(({ mark }) => mark)),
  };
}

export const markSign: Record<Mark, string> = { exact: '', at_least: '≥ ', about: '≈ ' };
const unknownWords = { vi: 'chưa rõ số', en: 'number not known' };

const grouped = (language: 'vi' | 'en') => {
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  return (value: number): string => format.format(value);
};

/** '13' · '3–5' · '≥ 2.070' · '≈ 51.000' · 'chưa rõ số'. */
export function sayAmount(amount: Amount, language: 'vi' | 'en' = 'vi'): string {
  if (!isKnown(amount)) return unknownWords[language];
  const say = grouped(language);
  const low = say(amount.minimum);
  const number = isRange(amount) ? `${low}–${say(amount.maximum)}` : low;
  return `${markSign[amount.mark]}${number}`;
}

export const sayCount = ({ value, mark }: Count, language: 'vi' | 'en' = 'vi'): string =>
  sayAmount({ minimum: value, maximum: value, mark }, language);

// A target as people type or paste it: “5”, “3–5”, “≥ 2.070”, “khoảng 50”, “?” for a number that is not known, “40%” for a
// share of the whole. What cannot be a target is named, and stays as typed.
import { type Amount, amountOf, exactly, sayAmount, unknownAmount } from '../plans/amount.ts';
import type { Given } from './plan.ts';

export type TypedProblem =
  | 'typed.negative'
  | 'typed.fraction'
  | 'typed.turned'
  | 'typed.share'
  | 'typed.most'
  | 'typed.form';
export type Typed = { given: Given | null } | { problem: TypedProblem };

const most = 1_000_000;
const nothing: Typed = { given: null };

/** `ofPart`: shares in per cent are for parts of a whole only. An empty text is no target. */
export function readTyped(text: string, ofPart = false): Typed {
  const plain = plainOf(text);
  if (plain === '') return nothing;
  if (/^(\?+|chưa rõ( số)?|unknown)$/.test(plain)) return { given: { amount: unknownAmount, share: null } };
  if (plain.endsWith('%')) return ofPart ? shareOf(plain.slice(0, -1)) : { problem: 'typed.share' };
  return numberOf(plain);
}

const plainOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();

/** 40 % → 400 per mille; one decimal at most. */
function shareOf(text: string): Typed {
  const found = /^(\d{1,3})([.,](\d))?$/.exec(text.trim());
  const perMille = found ? Number(found[1]) * 10 + Number(found[3] ?? 0) : Number.NaN;
  return perMille <= 1000 ? { given: { amount: null, share: perMille } } : { problem: 'typed.share' };
}

const marked: [RegExp, Amount['mark']][] = [
  [/^(≥|>=|ít nhất|từ|trên|hơn)\s*(?=\d)/, 'at_least'],
  [/^(≈|~|khoảng|gần)\s*(?=\d)/, 'about'],
];

function numberOf(plain: string): Typed {
  const sign = marked.find(([pattern]) => pattern.test(plain));
  const range = /^(từ )?([\d.]+) ?(-|đến|tới) ?([\d.]+)$/.exec(plain);
  if (range) return rangeOf(range[2] ?? '', range[4] ?? '');
  const number = wholeOf(sign ? plain.replace(sign[0], '') : plain);
  if (typeof number !== 'number') return number;
  return { given: { amount: { ...exactly(number), mark: sign?.[1] ?? 'exact' }, share: null } };
}

function rangeOf(low: string, high: string): Typed {
  const [from, to] = [wholeOf(low), wholeOf(high)];
  if (typeof from !== 'number') return from;
  if (typeof to !== 'number') return to;
  return from > to ? { problem: 'typed.turned' } : { given: { amount: amountOf(from, to), share: null } };
}

function wholeOf(text: string): number | { problem: TypedProblem } {
  if (/^-\s*\d/.test(text)) return { problem: 'typed.negative' };
  if (/^\d+,\d+$/.test(text) || (/^\d+\.\d+$/.test(text) && !/^\d{1,3}(\.\d{3})+$/.test(text)))
    return { problem: 'typed.fraction' };
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(text)) return { problem: 'typed.form' };
  const number = Number(text.replaceAll('.', ''));
  return number > most ? { problem: 'typed.most' } : number;
}

/** As the field shows it again; '' = no target. */
export function sayGiven(given: Given | null): string {
  if (!given) return '';
  if (given.share !== null) return `${String(given.share / 10).replace('.', ',')}%`;
  if (!given.amount) return '';
  return given.amount.minimum === null ? '?' : sayAmount(given.amount);
}

export const sameGiven = (a: Given | null, b: Given | null): boolean => sayGiven(a) === sayGiven(b);

/** What is pasted from a sheet: rows of cells; a last empty line is none. */
export const pastedRows = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

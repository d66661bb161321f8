// What may be asked of the roll: words, filters, order, page – the same for the list, its export and the page address.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { fold, normalise, toneFold } from '../platform/text.ts';
import { endings, type Status } from './state.ts';

export const statusFilters = [
  'members',
  'official',
  'probationary',
  'nominee',
  'former',
  'outside',
  'all',
] as const;
export type StatusFilter = (typeof statusFilters)[number];
export const sortWords = ['name', 'unit', 'bornOn', 'admittedOn', 'officialOn', 'endedOn', 'status'] as const;

/** An empty word in the address asks for nothing. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const rollQuery = z.object({
  q: optional(z.string().max(100)),
  unit: optional(z.coerce.number().int().positive().max(2_147_483_647)),
  on: optional(z.string().refine(isDay)),
  status: optional(z.enum(statusFilters)),
  sex: optional(z.enum(['M', 'F'])),
  exempt: optional(z.enum(['yes', 'no'])),
  activity: optional(z.enum(['regular', 'away'])),
  endedAs: optional(z.enum(endings)),
  occupation: optional(z.string().max(40)),
  age: optional(z.string().regex(/^\d{1,3}-\d{0,3}$|^-\d{1,3}$/)),
  sort: optional(z.enum(sortWords.flatMap((word) => [word, `-${word}`] as const))),
  cursor: optional(z.string().max(1000)),
  limit: optional(z.coerce.number().int().min(1).max(200)),
});
export type RollQuery = z.output<typeof rollQuery>;

/** Who the roll shows when nothing else is asked: members. null = everybody. */
export function statusesOf(filter: StatusFilter | undefined): Status[] | null {
  if (filter === 'all') return null;
  return !filter || filter === 'members' ? ['official', 'probationary'] : [filter];
}

export interface Search {
  /** digits of a card or file number */
  number: string | null;
  /** folded prefixes of words of the name, all of which must be found */
  words: string[];
  /** the words with their accents, in one tone-mark style */
  exact: string;
}

/** null when there is nothing to search for. */
export function readSearch(text: string): Search | null {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d{5,12}$/.test(digits)) return { number: digits, words: [], exact: '' };
  const file = normalise(text).toUpperCase();
  if (/^\d{5,6} [A-ZĐ]{2,4}$/.test(file)) return { number: file, words: [], exact: '' };
  const words = fold(text)
    .split(/[^a-z0-9']+/)
    .filter(Boolean)
    .join(' ');
  const exact = toneFold(normalise(text)).replace(/[%_\\]/g, '');
  return words ? { number: null, words: [words], exact } : null;
}

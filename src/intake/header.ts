// Words that head columns. Built once from the kinds; used to find the heading of a table and to tell what
// each column is.
import { kindSpecs, kinds } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { plain } from './lookup.ts';

const ordinals = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'thu tu', 'stt tt', 'no']);
export const isOrdinalHeading = (text: string): boolean => ordinals.has(headingKey(text));

/** A heading for comparing: hints in brackets and line breaks gone, folded. */
export function headingKey(text: string): string {
  const bare = plain(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  return bare || plain(text);
}

export interface HeadingWord {
  key: string;
  words: string;
  tokens: string[];
}

/** The synonyms of every column of a kind; the label is one of them. */
export const headingWords: Record<Kind, HeadingWord[]> = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    Object.entries(kindSpecs[kind].columns).flatMap(([key, column]) =>
      [plain(column.label.vi), plain(column.label.en), ...column.synonyms.split('|')]
        .filter(Boolean)
        .map((words) => ({ key, words, tokens: words.split(' ') })),
    ),
  ]),
) as Record<Kind, HeadingWord[]>;

const known = new Set([
  ...ordinals,
  ...Object.values(headingWords).flatMap((list) => list.map((word) => word.words)),
  // Groups over two columns, and what stands below them.
  'trinh do',
  'vao dang',
  'ngay thang nam',
  'ngay sinh',
  'dang',
  'chinh quyen',
  'so',
  'ngay',
  'nam',
  'nu',
  'tong so',
  'chi bo',
  'dang uy',
  'bieu quyet',
  'bieu quyet cua chi bo',
  'quyet dinh',
  'tham tra',
  'chuc vu',
  'dang vien giup do',
  'giay chung nhan',
  'ho so',
  'ly lich',
  'thoi gian giu chuc vu',
]);

export const isHeadingWord = (text: string): boolean => known.has(headingKey(text));

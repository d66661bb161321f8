// A person's name as it should be stored: composed letters, single blanks, capitals at the start of each word.
// What was changed is named, so that nothing is corrected behind the office's back.
import { normalise } from '../../platform/text.ts';

export interface NameReading {
  value: string | null;
  /** What was done, or without a value why the name is refused. */
  codes: string[];
}

const address = /^(đ\/c|đc\.|đ\.c|đồng chí|ông|bà|anh|chị|cô|chú|thầy)[.:]?\s+(?=\S+\s+\S)/iu;
const allowed = /^[\p{L}\p{M}' .-]+$/u;
export const maxNameLength = 80;

const capital = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|['-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const titleCase = (name: string): string => name.split(' ').map(capital).join(' ');

function fixCase(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters.length < 3) return name;
  return name === name.toUpperCase() || name === name.toLowerCase() ? titleCase(name) : name;
}

/** Steps in order; each that changes the text leaves its code. */
function tidy(raw: string): { name: string; codes: string[] } {
  const codes: string[] = [];
  if (raw.normalize('NFC') !== raw) codes.push('exchange.name_composed');
  let name = normalise(raw);
  if (name !== raw.normalize('NFC')) codes.push('exchange.name_blanks');
  const bare = name
    .replace(/’|`|´/g, "'")
    .replace(address, '')
    .replace(/\s*\([^()]*\)$/, '');
  if (bare !== name) codes.push('exchange.name_extra');
  name = fixCase(bare);
  if (name !== bare) codes.push('exchange.name_case');
  return { name, codes };
}

export function readName(raw: string): NameReading {
  if (raw.length > 400) return { value: null, codes: ['exchange.text_too_long'] };
  const { name, codes } = tidy(raw);
  if (!allowed.test(name)) return { value: null, codes: ['exchange.name_characters'] };
  if (name.length > maxNameLength) return { value: null, codes: ['exchange.text_too_long'] };
  return { value: name, codes };
}

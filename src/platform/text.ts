// Vietnamese text: one stored form (NFC, single blanks), one search form without marks, one order of names.
// Folding is made here and stored, so that the database needs no collation or extension of its own.

const marks = /[\u0300-\u036f]/g;
// Everything invisible that spreadsheets and copy-paste bring along.
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** NFC, no invisible characters, single blanks, trimmed. */
export function normalise(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Paragraph by paragraph, without empty ones. */
export const normaliseLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(normalise)
    .filter((line) => line !== '')
    .join('\n');

/** Search key: lower case, without any mark, đ → d. 'Giàng Seo Lử' → 'giang seo lu'. */
export function fold(text: string): string {
  return normalise(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .replace(/đ/g, 'd')
    .normalize('NFC');
}

const toneMarks = '\u0300\u0301\u0303\u0309\u0323';
const tonePairs = new RegExp(`((?<!q)u|o)([${toneMarks}])(a|e|y)(?![a-z\u0300-\u036f])`, 'g');

/** Lower case with marks, in one tone-mark style: 'Hòa' and 'Hoà' both give 'hoà'. For exact comparison. */
export function toneFold(text: string): string {
  // The u of 'quý' and 'quà' belongs to the consonant: the tone never stands on it.
  return normalise(text).toLowerCase().normalize('NFD').replace(tonePairs, '$1$3$2').normalize('NFC');
}

const letters =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz';
const rank = new Map([...letters].map((letter, index) => [letter, String.fromCharCode(0x21 + index)]));

/** Order of a Vietnamese list of names: given name first, then family and middle names; đ after d, tones in order. */
export function sortKey(fullName: string): string {
  const words = normalise(fullName).toLowerCase().split(' ');
  const given = words.pop() ?? '';
  return [given, ...words]
    .map((word) => [...word].map((c) => rank.get(c) ?? String.fromCharCode(0x7e)).join(''))
    .join(' ');
}

/** Every suffix of the folded name that starts at a word: 'le van a' → ['le van a','van a','a']. */
export function wordSuffixes(text: string): string[] {
  const words = fold(text)
    .split(/[^a-z0-9']+/)
    .filter(Boolean);
  return words.map((_, index) => words.slice(index).join(' '));
}

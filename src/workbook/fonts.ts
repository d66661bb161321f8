// Text typed with the old fonts TCVN3 (ABC, .VnTime) and VNI looks like Latin letters and signs when read as
// Unicode. It is recognised by its characters, column by column, converted, and reported.
import { isSyllable } from './syllables.ts';
import type { CellValue, FileNotice, Sheet, Workbook } from './sheet.ts';

export type LegacyFont = 'TCVN3' | 'VNI';

const tcvn3 = new Map<string, string>();
const addRun = (first: number, letters: string): void => {
  [...letters].forEach((letter, index) => {
    if (letter !== ' ') tcvn3.set(String.fromCharCode(first + index), letter);
  });
};
addRun(0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ');
addRun(0xb5, 'àảãáạ ằẳẵắ');
addRun(0xc6, 'ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ');

const vniSingles = new Map<string, string>();
for (const [from, to] of [
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
] as const) {
  vniSingles.set(from, to);
  vniSingles.set(from.toUpperCase(), to.toUpperCase());
}

// The mark that follows a vowel: tone alone, or circumflex/breve with a tone.
const tone = { grave: '\u0300', acute: '\u0301', tilde: '\u0303', hook: '\u0309', dot: '\u0323' };
const vniMarks = new Map<string, string>([
  ['ù', tone.acute],
  ['ø', tone.grave],
  ['û', tone.hook],
  ['õ', tone.tilde],
  ['ï', tone.dot],
  ['â', '\u0302'],
  ['á', `\u0302${tone.acute}`],
  ['à', `\u0302${tone.grave}`],
  ['å', `\u0302${tone.hook}`],
  ['ã', `\u0302${tone.tilde}`],
  ['ä', `\u0302${tone.dot}`],
  ['ê', '\u0306'],
  ['é', `\u0306${tone.acute}`],
  ['è', `\u0306${tone.grave}`],
  ['ú', `\u0306${tone.hook}`],
  ['ü', `\u0306${tone.tilde}`],
  ['ë', `\u0306${tone.dot}`],
]);
const vniPair = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])/giu;

export const fromTcvn3 = (text: string): string => [...text].map((char) => tcvn3.get(char) ?? char).join('');

const single = (text: string): string => [...text].map((char) => vniSingles.get(char) ?? char).join('');

export function fromVni(text: string): string {
  let out = '';
  let done = 0;
  for (const match of text.matchAll(vniPair)) {
    const [pair, vowel = '', mark = ''] = match;
    const base = vniSingles.get(vowel) ?? vowel;
    out +=
      single(text.slice(done, match.index)) +
      (base + (vniMarks.get(mark.toLowerCase()) ?? '')).normalize('NFC');
    done = match.index + pair.length;
  }
  return out + single(text.slice(done));
}

const convert: Record<LegacyFont, (text: string) => string> = { TCVN3: fromTcvn3, VNI: fromVni };

// Latin-1 characters that proper Vietnamese never uses, and letters that only Unicode Vietnamese has.
const strange =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/u;
const modern =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u;
const nonAscii = /[\u00a1-\u00ff]/u;

const wordsOf = (text: string): string[] =>
  text.split(/[\s,.;:()/"'–-]+/u).filter((word) => nonAscii.test(word));

function plausible(words: string[], font: LegacyFont): number {
  if (words.length === 0) return 0;
  const good = words.filter((word) => isSyllable(convert[font](word))).length;
  return good / words.length;
}

/** Which old font these texts of one column were typed with, or null when they read well as they are. */
export function legacyFontOf(texts: string[]): LegacyFont | null {
  const suspects = texts.filter((text) => strange.test(text) && !modern.test(text));
  if (suspects.length === 0) return null;
  const words = suspects.slice(0, 500).flatMap(wordsOf);
  const score = { TCVN3: plausible(words, 'TCVN3'), VNI: plausible(words, 'VNI') };
  const best: LegacyFont = score.TCVN3 >= score.VNI ? 'TCVN3' : 'VNI';
  return score[best] >= 0.6 ? best : null;
}

const textsOf = (sheet: Sheet, column: number): string[] => {
  const texts: string[] = [];
  for (const row of sheet.rows) {
    const value = row[column];
    if (typeof value === 'string' && nonAscii.test(value)) texts.push(value);
  }
  return texts;
};

interface Legacy {
  font: LegacyFont;
  /** A column without any proper Unicode is converted whole, else only its suspicious cells. */
  whole: boolean;
}

function legacyColumns(sheet: Sheet): Map<number, Legacy> {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const found = new Map<number, Legacy>();
  for (let column = 0; column < width; column++) {
    const texts = textsOf(sheet, column);
    const font = legacyFontOf(texts);
    if (font) found.set(column, { font, whole: !texts.some((text) => modern.test(text)) });
  }
  return found;
}

function convertCell(value: CellValue, legacy: Legacy | undefined): CellValue {
  if (!legacy || typeof value !== 'string' || !nonAscii.test(value) || modern.test(value)) return value;
  return legacy.whole || strange.test(value) ? convert[legacy.font](value) : value;
}

function convertSheet(sheet: Sheet, notices: FileNotice[]): Sheet {
  const legacy = legacyColumns(sheet);
  if (legacy.size === 0) return sheet;
  let cells = 0;
  let sample = { before: '', after: '' };
  const rows = sheet.rows.map((row) =>
    row.map((value, column) => {
      const after = convertCell(value, legacy.get(column));
      if (after !== value) {
        if (cells === 0) sample = { before: String(value), after: String(after) };
        cells += 1;
      }
      return after;
    }),
  );
  const font = [...new Set([...legacy.values()].map((entry) => entry.font))].join(', ');
  notices.push({ code: 'exchange.font', sheet: sheet.name, params: { font, cells, ...sample } });
  return { ...sheet, rows };
}

export function convertLegacyFonts(workbook: Workbook): Workbook {
  const notices = [...workbook.notices];
  const sheets = workbook.sheets.map((sheet) => convertSheet(sheet, notices));
  return { ...workbook, sheets, notices };
}

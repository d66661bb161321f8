// Names of units as lists write them: “I. CHI BỘ KHU PHỐ SỐ 01 (45 đảng viên)” and “CB KP 1” are one unit.
// The key is for comparing inside one committee only; the name is kept as written.
import { fold, normalise } from '../platform/text.ts';

const shorts: Record<string, string> = {
  cb: 'chi bo',
  kp: 'khu pho',
  tdp: 'to dan pho',
  th: 'tieu hoc',
  mn: 'mam non',
  ca: 'cong an',
  dp: 'dang bo',
  db: 'dang bo',
  ubnd: 'uy ban nhan dan',
};
const romans: Record<string, string> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
};
const counted = new Set(['pho', 'thon', 'ban', 'ap', 'to', 'xom', 'khu', 'doi']);

const words = (name: string): string[] =>
  fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(kp|tdp)(?=\d)/g, '$1 ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .flatMap((word) => (shorts[word] ?? word).split(' '));

/** A word that says nothing once the rest is there. */
function keep(word: string, before: string | undefined, after: string | undefined): boolean {
  if (word === 'so') return !(after !== undefined && /^\d|^[ivx]+$/.test(after));
  return !(word === 'truong' && before !== 'pho' && after !== undefined);
}

function tidyWord(word: string, before: string | undefined): string {
  if (/^\d+$/.test(word)) return String(Number(word));
  return counted.has(before ?? '') ? (romans[word] ?? word) : word;
}

const keys = new Map<string, string>();

function makeKey(name: string): string {
  const kept = words(name).filter((word, at, all) => keep(word, all[at - 1], all[at + 1]));
  const tidy = kept.map((word, at) => tidyWord(word, kept[at - 1]));
  if (tidy[0] === 'chi' && tidy[1] === 'bo') tidy.splice(0, tidy[2] === 'co' && tidy[3] === 'so' ? 4 : 2);
  // 'Đảng ủy phường X' and 'Đảng bộ phường X' name one organisation.
  if (tidy[0] === 'dang' && (tidy[1] === 'bo' || tidy[1] === 'uy')) tidy.splice(0, 2, 'db:');
  return tidy.join(' ');
}

export function unitKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    if (keys.size > 5000) keys.clear();
    keys.set(name, (key = makeKey(name)));
  }
  return key;
}

const numbering = /^\s*(?:[IVXLC]+|\d+|[A-Z])\s*[.)\-:/]\s*(?=\p{L})/u;
const tail = /\s*(?:\([^)]*\)|[:–-]\s*(?:có\s*)?\d+\s*(?:đảng viên|đ\/c|đồng chí|đv|người)?\.?|[:.])\s*$/iu;

/** The name alone: without numbering in front and a head count behind. */
export function cleanUnitName(text: string): string {
  const bare = normalise(text).replace(numbering, '');
  return bare.replace(tail, '').trim() || bare;
}

const unitWords = /^(chi bo|cb|dang bo|dang uy|to dang|khu pho|kp|to dan pho|tdp|thon|ban|ap|xom)\b/;

export const looksLikeUnit = (text: string): boolean => unitWords.test(fold(cleanUnitName(text)));
export const looksLikeCell = (text: string): boolean =>
  /^(chi bo|cb|to dang|khu pho|to dan pho|thon|ban|ap|xom)\s+\S|^(kp|tdp)\s?\S/.test(
    fold(cleanUnitName(text)),
  );

const isUpper = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** Of two spellings of one unit, the one fit to show: not all capitals, not abbreviated. */
export function betterName(a: string, b: string): string {
  const mixed = (name: string) => name !== name.toUpperCase() && name !== name.toLowerCase();
  const worth = (name: string) => (mixed(name) ? 2 : 0) + (/^chi bộ|^đảng bộ/i.test(name) ? 1 : 0);
  return worth(b) > worth(a) ? b : a;
}

const properWords = /^(THCS|THPT|TH|MN|UBND|TDP|KP|CB|CA|QS|HTX|TNHH|[IVX]+)?\d*$/;

/** How common words of unit names are written. */
const usual =
  'chi bộ|đảng bộ|khu phố|tổ dân phố|thôn|phường|xã|tổ đảng|tỉnh|cơ quan|Tiểu học|Mầm non|Trung học cơ sở|Trạm Y tế|Công an|Quân sự|Hợp tác xã'.split(
    '|',
  );

/** 'CHI BỘ TRƯỜNG THCS KINH BẮC' → 'Chi bộ Trường THCS Kinh Bắc'; other text is left alone. */
export function sentenceCase(name: string): string {
  if (!isUpper(name) || name.split(' ').every((word) => properWords.test(word))) return name;
  let out = name
    .split(' ')
    .map((word) => (properWords.test(word) ? word : word[0] + word.slice(1).toLowerCase()))
    .join(' ');
  for (const phrase of usual) {
    out = out.replace(new RegExp(`(^|\\s)${phrase}(?=\\s|$)`, 'giu'), (_, lead: string) => lead + phrase);
  }
  return out[0]!.toUpperCase() + out.slice(1);
}

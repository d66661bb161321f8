// Finds a catalogue or vocabulary code from what an office wrote: its name, code, alias, initials, or a longer
// phrase that contains it (“Đại học Sư phạm”). Catalogues are data and come in as a parameter.
import { fold } from '../platform/text.ts';
import { vocabularies } from './words.ts';

export interface CatalogueEntry {
  code: string;
  vi: string;
  en?: string;
  aliases?: readonly string[];
}
export type Catalogues = Record<string, readonly CatalogueEntry[]>;

export interface Found {
  code: string;
  /** Only part of the text was recognised. */
  part: boolean;
}
export interface Lookup {
  find(text: string): Found | null;
  /** The word to show for a code. */
  label(code: string): string;
  size: number;
}

/** Folded, punctuation gone: the form in which headings and catalogue words are compared. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const initials = (text: string): string =>
  text
    .split(' ')
    .map((w) => w[0] ?? '')
    .join('');

function keysOf(entry: CatalogueEntry): { sure: string[]; weak: string[] } {
  const outside = entry.vi.replace(/\([^)]*\)/g, ' ');
  const inside = [...entry.vi.matchAll(/\(([^)]*)\)/g)].map((m) => m[1] ?? '');
  const parts = [...outside.split(/[,/;]/), ...inside.flatMap((text) => text.split(/[,/;]/))].map(plain);
  const name = plain(outside);
  return {
    sure: [plain(entry.code), plain(entry.vi), name, ...(entry.aliases ?? []).map(plain)],
    weak: [...parts, ...(name.includes(' ') ? [initials(name)] : [])].filter((key) => key.length > 1),
  };
}

/** Keys of one entry only; those that two entries share are no keys. */
function unshared(pairs: [key: string, code: string][]): Map<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const [key, code] of pairs) codes.set(key, (codes.get(key) ?? new Set()).add(code));
  return new Map([...codes].flatMap(([key, set]) => (set.size === 1 ? [[key, [...set][0]!]] : [])));
}

function indexOf(entries: readonly CatalogueEntry[]): Map<string, string> {
  const all = entries.map((entry) => ({ code: entry.code, ...keysOf(entry) }));
  const sure = all.flatMap(({ code, sure }) =>
    sure.filter(Boolean).map((key): [string, string] => [key, code]),
  );
  const weak = unshared(all.flatMap(({ code, weak }) => weak.map((key): [string, string] => [key, code])));
  // The first entry that owns a key keeps it.
  return new Map([...weak, ...sure.toReversed()]);
}

/** A longer phrase that contains a key, or words that stand in one entry only (“doanh nghiệp”). */
function findPart(text: string, keys: string[], index: Map<string, string>): Found | null {
  const padded = ` ${text} `;
  const inside = keys.find((key) => padded.includes(` ${key} `));
  if (inside) return { code: index.get(inside)!, part: true };
  if (text.length < 5) return null;
  const around = new Set(keys.filter((key) => ` ${key} `.includes(padded)).map((key) => index.get(key)!));
  return around.size === 1 ? { code: [...around][0]!, part: true } : null;
}

export function lookupOf(entries: readonly CatalogueEntry[]): Lookup {
  const index = indexOf(entries);
  const byLength = [...index.keys()]
    .filter((key) => key.length > 3 || key === 'ths')
    .sort((a, b) => b.length - a.length);
  const labels = new Map(entries.map((entry) => [entry.code, entry.vi]));
  const seen = new Map<string, Found | null>();
  const search = (text: string): Found | null => {
    const key = plain(text);
    const code = index.get(key);
    return code !== undefined ? { code, part: false } : findPart(key, byLength, index);
  };
  return {
    size: entries.length,
    label: (code) => labels.get(code) ?? code,
    find: (text) => {
      let found = seen.get(text);
      if (found === undefined) seen.set(text, (found = search(text)));
      return found;
    },
  };
}

/** One lookup per list; the program's own vocabularies are always there. */
export function buildLookups(catalogues: Catalogues): Map<string, Lookup> {
  const lookups = new Map<string, Lookup>();
  for (const [name, words] of Object.entries(vocabularies)) {
    const entries = words.map((w) => ({
      code: w.code,
      vi: w.label.vi,
      en: w.label.en,
      aliases: w.also.split('|').filter(Boolean),
    }));
    lookups.set(name, lookupOf(entries));
  }
  for (const [name, entries] of Object.entries(catalogues)) lookups.set(name, lookupOf(entries));
  return lookups;
}

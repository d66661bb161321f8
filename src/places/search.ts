// Finding a place by part of its name, of today or of before 1 July 2025: an old name leads to today's unit and stays
// beside it, so that both can be written on a letter and both be searched for.
import { fold } from '../platform/text.ts';
import { type PlaceFiles, placeKey, readNew, readOld, type Unit } from './units.ts';

/** A place as a list offers it. */
export interface PlaceChoice {
  /** code of today's unit */
  code: string;
  /** 'phường Tây Nha Trang, Khánh Hòa' */
  name: string;
  /** code of today's province */
  province: string;
  /** the unit it was asked by, where that no longer exists under this code, name or district; null otherwise */
  old: { code: string; name: string; province: string } | null;
  /** the old unit was divided: these other units took parts of it */
  others: { code: string; name: string }[];
}

export interface PlaceSearch {
  /** Words of the name in any order, with or without marks; the best first. */
  search(text: string, limit: number): PlaceChoice[];
  /** Today's unit, asked by its own code. */
  byCode(code: string): PlaceChoice | null;
  /** The choice that an old unit leads to. */
  byOldCode(code: string): PlaceChoice | null;
}

interface Entry {
  words: string;
  key: string;
  choice: PlaceChoice;
}

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Building takes some 60 ms, a search a few milliseconds. */
export function buildSearch(files: PlaceFiles): PlaceSearch {
  const now = readNew(files);
  const today = new Map([...now.values()].map((unit) => [unit.code, entryOf(unit, choiceOf(unit))]));
  const past = new Map(
    readOld(files).flatMap((unit) => {
      const choice = oldChoice(unit, now);
      return choice ? [[unit.code, entryOf(unit, choice)] as const] : [];
    }),
  );
  const entries = [...today.values(), ...past.values()];
  return {
    search: (text, limit) => searchIn(entries, text, limit),
    byCode: (code) => today.get(code)?.choice ?? null,
    byOldCode: (code) => past.get(code)?.choice ?? null,
  };
}

const entryOf = (unit: Unit, choice: PlaceChoice): Entry => ({
  words: ` ${wordsOf(unit.name)}`,
  key: unit.key,
  choice,
});

const choiceOf = ({ code, name, province }: Unit): PlaceChoice => ({
  code,
  name,
  province,
  old: null,
  others: [],
});

/** Every old unit is offered under its old name: it named a district that is no more. */
function oldChoice(unit: Unit, now: ReadonlyMap<string, Unit>): PlaceChoice | null {
  const [first, ...others] = unit.now.flatMap((code) => now.get(code) ?? []);
  if (!first) return null;
  return {
    ...choiceOf(first),
    old: { code: unit.code, name: unit.name, province: unit.province },
    others: others.map(({ code, name }) => ({ code, name })),
  };
}

/** What is asked by its own name comes before what is asked by the name of its province; today before the past. */
function searchIn(entries: readonly Entry[], text: string, limit: number): PlaceChoice[] {
  const words = wordsOf(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const key = placeKey(text.split(/[,;]/)[0] ?? '');
  const found = entries.filter((entry) => words.every((word) => entry.words.includes(` ${word}`)));
  return found
    .map((entry, at) => ({ entry, at, rank: rankOf(entry, key) }))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, limit)
    .map(({ entry }) => entry.choice);
}

const rankOf = (entry: Entry, key: string): number =>
  entry.key === key ? 0 : entry.key.startsWith(key) ? 1 : entry.key.includes(key) ? 2 : 3;

/** 'phường Tây Nha Trang, Khánh Hòa (trước 01/7/2025: xã Vĩnh Hiệp, thành phố Nha Trang, Khánh Hòa)' */
export const placeWritten = ({ name, old }: Pick<PlaceChoice, 'name' | 'old'>): string =>
  old && old.name !== name ? `${name} (trước 01/7/2025: ${old.name})` : name;

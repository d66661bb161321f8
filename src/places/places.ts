// Old and new place names (K18): “xã Vĩnh Hiệp, TP Nha Trang, Khánh Hòa” is found and led to today's unit. A
// place is never recognised by its name alone: the district or province must be there too.
import { fold } from '../platform/text.ts';
import { type PlaceFiles, placeKey, readNew, readOld, types, type Unit } from './units.ts';

export { type PlaceFiles, placeFilesOf } from './units.ts';

export interface PlaceFound {
  /** Code before 1 July 2025 when the old name was used, else null. */
  oldCode: string | null;
  /** Codes of today, the likeliest first. */
  codes: string[];
  /** Today's name when it differs from what was written, else null. */
  today: string | null;
}
export interface PlaceIndex {
  find(text: string): PlaceFound | null;
}

const numberKey = (key: string): string => key.replace(/^0+(?=\d)/, '');

function byKey(units: Iterable<Unit>): Map<string, Unit[]> {
  const index = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = numberKey(unit.key);
    const list = index.get(key);
    if (list) list.push(unit);
    else index.set(key, [unit]);
  }
  return index;
}

/** Units named by one part of the text whose levels above all stand in the rest of it. */
function candidates(parts: string[], index: Map<string, Unit[]>): { units: Unit[]; rest: string[] } {
  for (let at = 0; at < parts.length - 1; at++) {
    const rest = parts.slice(at + 1);
    const units = (index.get(numberKey(parts[at] ?? '')) ?? []).filter((unit) =>
      rest.every((part) => unit.above.includes(part)),
    );
    if (units.length) return { units, rest };
  }
  return { units: [], rest: [] };
}

const districtWord = /,\s*(huyen|thi xa|tx|quan|q|h|thanh pho|tp)\b/;

/** The old list is meant when the district is named: apart from the province, or as one. */
function namesDistrict(unit: Unit, rest: string[], text: string): boolean {
  return rest[0] === unit.above[0] && (rest.length > 1 || districtWord.test(fold(text)));
}

/** One unit, or several of one name of which the written type chooses. */
function choose(units: Unit[], text: string): Unit | null {
  if (units.length <= 1) return units[0] ?? null;
  const folded = fold(text);
  const typed = units.filter((unit) => folded.includes(fold(types[unit.type] ?? '?')));
  return typed.length === 1 ? (typed[0] ?? null) : null;
}

const split = (text: string): string[] =>
  text
    .replace(/\b(nay là|nay thuộc).*$/i, '')
    .split(/\s*[,;]\s*|\s+[-–]\s+/)
    .map(placeKey)
    .filter(Boolean);

/** Building the index takes some 40 ms; a search after that some microseconds. */
export function buildPlaces(files: PlaceFiles): PlaceIndex {
  const now = readNew(files);
  const newIndex = byKey(now.values());
  const oldIndex = byKey(readOld(files));
  const seen = new Map<string, PlaceFound | null>();
  const search = (text: string): PlaceFound | null => {
    const parts = split(text).slice(-4);
    const modern = choose(candidates(parts, newIndex).units, text);
    const past = candidates(parts, oldIndex);
    const old = choose(past.units, text);
    if (modern && !(old && namesDistrict(old, past.rest, text))) {
      return { oldCode: null, codes: [modern.code], today: null };
    }
    if (!old) return null;
    const first = now.get(old.now[0] ?? '');
    return { oldCode: old.code, codes: old.now, today: first ? first.name : null };
  };
  return {
    find: (text) => {
      let found = seen.get(text);
      if (found === undefined) seen.set(text, (found = search(text)));
      return found;
    },
  };
}

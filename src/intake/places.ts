// Old and new place names (K18): “xã Vĩnh Hiệp, TP Nha Trang, Khánh Hòa” is found and led to today's unit. A
// place is never recognised by its name alone: the district or province must be there too.
import { fold } from '../platform/text.ts';

/** The texts of regulations/places/*.csv. */
export interface PlaceFiles {
  provinces: string;
  communes: string;
  oldProvinces: string;
  oldDistricts: string;
  oldCommunes: string;
}

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

interface Unit {
  code: string;
  name: string;
  type: string;
  key: string;
  /** Keys of the levels above, nearest first. */
  above: string[];
  now: string[];
}

const types: Record<string, string> = {
  xa: 'xã',
  phuong: 'phường',
  dac_khu: 'đặc khu',
  thi_tran: 'thị trấn',
  tinh: 'tỉnh',
  thanh_pho: 'thành phố',
};

function rowsOf(csv: string): string[][] {
  return csv
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));
}

const placeKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(
      /^(tinh|thanh pho|tp|huyen|thi xa|tx|quan|q|h|t|xa|phuong|thi tran|tt|dac khu|p|x)\s+(?=\S)/,
      '',
    );

const numberKey = (key: string): string => key.replace(/^0+(?=\d)/, '');

function readNew(files: PlaceFiles): Map<string, Unit> {
  const provinces = new Map(rowsOf(files.provinces).map(([code = '', name = '']) => [code, name]));
  const units = new Map<string, Unit>();
  for (const [code = '', name = '', type = '', province = ''] of rowsOf(files.communes)) {
    const parent = provinces.get(province) ?? '';
    const shown = `${types[type] ?? ''} ${name}, ${parent}`;
    units.set(code, { code, name: shown, type, key: placeKey(name), above: [placeKey(parent)], now: [code] });
  }
  return units;
}

function readOld(files: PlaceFiles): Unit[] {
  const provinces = new Map(rowsOf(files.oldProvinces).map(([code = '', name = '']) => [code, name]));
  const districts = new Map(
    rowsOf(files.oldDistricts).map(([code = '', name = '', , province = '']) => [
      code,
      [placeKey(name), placeKey(provinces.get(province) ?? '')],
    ]),
  );
  return rowsOf(files.oldCommunes).map(([code = '', name = '', type = '', district = '', now = '']) => ({
    code,
    name,
    type,
    key: placeKey(name),
    above: districts.get(district) ?? [],
    now: now.split(';'),
  }));
}

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

// Administrative units before and after 1 July 2025, read from regulations/places/*.csv: their codes, their names in full
// and what became of them.
import { fold } from '../platform/text.ts';

/** The texts of regulations/places/*.csv. */
export interface PlaceFiles {
  provinces: string;
  communes: string;
  oldProvinces: string;
  oldDistricts: string;
  oldCommunes: string;
}

export const placeFilesOf = (files: Readonly<Record<string, string>>): PlaceFiles => {
  const text = (name: string) => files[`places/${name}.csv`] ?? '';
  return {
    provinces: text('provinces'),
    communes: text('communes'),
    oldProvinces: text('old-provinces'),
    oldDistricts: text('old-districts'),
    oldCommunes: text('old-communes'),
  };
};

export interface Unit {
  code: string;
  /** with everything above it: 'xã Vĩnh Hiệp, thành phố Nha Trang, Khánh Hòa' */
  name: string;
  type: string;
  key: string;
  /** Keys of the levels above, nearest first. */
  above: string[];
  /** code of the province it stood or stands in */
  province: string;
  /** codes of today, the one that took the largest part first */
  now: string[];
}

export const types: Record<string, string> = {
  xa: 'xã',
  phuong: 'phường',
  dac_khu: 'đặc khu',
  thi_tran: 'thị trấn',
  huyen: 'huyện',
  quan: 'quận',
  thi_xa: 'thị xã',
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

/** 'Tp. Nha Trang' and 'thành phố Nha Trang' have one key. */
export const placeKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(
      /^(tinh|thanh pho|tp|huyen|thi xa|tx|quan|q|h|t|xa|phuong|thi tran|tt|dac khu|p|x)\s+(?=\S)/,
      '',
    );

const typed = (type: string, name: string): string => [types[type], name].filter(Boolean).join(' ');

export function readNew(files: PlaceFiles): Map<string, Unit> {
  const provinces = new Map(rowsOf(files.provinces).map(([code = '', name = '']) => [code, name]));
  const units = new Map<string, Unit>();
  for (const [code = '', name = '', type = '', province = ''] of rowsOf(files.communes)) {
    const parent = provinces.get(province) ?? '';
    const above = [placeKey(parent)];
    const full = `${typed(type, name)}, ${parent}`;
    units.set(code, { code, name: full, type, key: placeKey(name), above, province, now: [code] });
  }
  return units;
}

export function readOld(files: PlaceFiles): Unit[] {
  const provinces = new Map(rowsOf(files.oldProvinces).map(([code = '', name = '']) => [code, name]));
  const districts = new Map(
    rowsOf(files.oldDistricts).map(([code = '', name = '', type = '', province = '']) => [
      code,
      {
        full: `${typed(type, name)}, ${provinces.get(province) ?? ''}`,
        above: [placeKey(name), placeKey(provinces.get(province) ?? '')],
        province,
      },
    ]),
  );
  return rowsOf(files.oldCommunes).map(([code = '', name = '', type = '', district = '', now = '']) => {
    const { full = '', above = [], province = '' } = districts.get(district) ?? {};
    const whole = `${typed(type, name)}, ${full}`;
    return { code, name: whole, type, key: placeKey(name), above, province, now: now.split(';') };
  });
}

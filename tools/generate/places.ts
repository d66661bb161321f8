// Real places for made-up units: today's communes and provinces, the old ones they came from on 1 July 2025, and what is known or
// assumed of provinces as a whole.
import { readFileSync } from 'node:fs';

const read = (file: URL): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));
const shipped = (name: string): string[][] =>
  read(new URL(`../../regulations/places/${name}.csv`, import.meta.url));

export interface Place {
  code: string;
  name: string;
  type: string;
  province: string;
}
export interface OldPlace {
  code: string;
  name: string;
  type: string;
  district: string;
  /** communes of today, the one that took the largest part first */
  now: string[];
}
export interface District {
  code: string;
  name: string;
  type: string;
  province: string;
}

export const communes: readonly Place[] = shipped('communes').map(
  ([code = '', name = '', type = '', province = '']) => ({ code, name, type, province }),
);
export const communeOf: ReadonlyMap<string, Place> = new Map(communes.map((place) => [place.code, place]));
const byProvince = Map.groupBy(communes, ({ province }) => province);
export const placesOf = (province: string): readonly Place[] => byProvince.get(province) ?? [];
export const oldCommunes: readonly OldPlace[] = shipped('old-communes').map(
  ([code = '', name = '', type = '', district = '', now = '']) => ({
    code,
    name,
    type,
    district,
    now: now.split(';'),
  }),
);
const districtRows = shipped('old-districts').map(([code = '', name = '', type = '', province = '']) => ({
  code,
  name,
  type,
  province,
}));
export const districts: ReadonlyMap<string, District> = new Map(districtRows.map((one) => [one.code, one]));

interface Province {
  name: string;
  type: string;
}
const named = (file: string): Map<string, Province> =>
  new Map(shipped(file).map(([code = '', name = '', type = '']) => [code, { name, type }]));
export const provinces: ReadonlyMap<string, Province> = named('provinces');
export const oldProvinces: ReadonlyMap<string, Province> = named('old-provinces');
const provinceNow = new Map(shipped('old-provinces').map(([code = '', , , now = '']) => [code, now]));
export const provinceOfDistrict = (code: string): string =>
  provinceNow.get(districts.get(code)?.province ?? '') ?? '';

const oldByProvince = Map.groupBy(oldCommunes, ({ district }) => provinceOfDistrict(district));
/** Old communes of what is one province today. */
export const oldOfProvince = (province: string | null): readonly OldPlace[] =>
  oldByProvince.get(province ?? '') ?? oldCommunes;

/** By commune of today. */
export const oldOf: ReadonlyMap<string, readonly OldPlace[]> = (() => {
  const found = new Map<string, OldPlace[]>();
  for (const old of oldCommunes) for (const now of old.now) found.set(now, [...(found.get(now) ?? []), old]);
  return found;
})();

export interface Profile {
  population: number;
  region: 'upland' | 'north' | 'south' | 'city';
  minority: number;
  religion: number;
}
export const profiles: ReadonlyMap<string, Profile> = new Map(
  read(new URL('data/provinces.csv', import.meta.url)).map(
    ([code = '', population, region = 'south', minority, religion]) => [
      code,
      {
        population: Number(population),
        region: region as Profile['region'],
        minority: Number(minority),
        religion: Number(religion),
      },
    ],
  ),
);

const words: Record<string, string> = {
  xa: 'xã',
  phuong: 'phường',
  thi_tran: 'thị trấn',
  dac_khu: 'đặc khu',
  huyen: 'huyện',
  quan: 'quận',
  thi_xa: 'thị xã',
  thanh_pho: 'thành phố',
  tinh: 'tỉnh',
};
export const spoken = ({ type, name }: { type: string; name: string }): string =>
  `${words[type] ?? type} ${name}`;

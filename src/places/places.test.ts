// Old and new place names (K18), from the files the product ships.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildPlaces } from './places.ts';

const file = (name: string) =>
  readFileSync(new URL(`../../regulations/places/${name}`, import.meta.url), 'utf8');
const places = buildPlaces({
  provinces: file('provinces.csv'),
  communes: file('communes.csv'),
  oldProvinces: file('old-provinces.csv'),
  oldDistricts: file('old-districts.csv'),
  oldCommunes: file('old-communes.csv'),
});

test.each([
  ['xã Vĩnh Hiệp, TP Nha Trang, tỉnh Khánh Hòa', '22399', '22390', 'phường Tây Nha Trang, Khánh Hòa'],
  ['Xã Vĩnh Hiệp - Nha Trang - Khánh Hoà', '22399', '22390', 'phường Tây Nha Trang, Khánh Hòa'],
  ['thị trấn Châu Hưng, huyện Vĩnh Lợi, tỉnh Bạc Liêu', '31900', '31900', 'xã Vĩnh Lợi, Cà Mau'],
  ['phường Kinh Bắc, thành phố Bắc Ninh, tỉnh Bắc Ninh', '09172', '09187', 'phường Kinh Bắc, Bắc Ninh'],
  ['phường Kinh Bắc, TP Bắc Ninh', '09172', '09187', 'phường Kinh Bắc, Bắc Ninh'],
  ['xã Pha Long, huyện Mường Khương, tỉnh Lào Cai', '02752', '02752', 'xã Pha Long, Lào Cai'],
])('%s (K18)', (text, oldCode, code, today) => {
  expect(places.find(text)).toEqual({ oldCode, codes: [code], today });
});

test.each([
  ['phường Tây Nha Trang, tỉnh Khánh Hòa', '22390'],
  ['xã Vĩnh Lợi, Cà Mau', '31900'],
  ['khu phố 1, phường Kinh Bắc, tỉnh Bắc Ninh', '09187'],
  ['Pha Long, Lào Cai', '02752'],
])('%s is of today (K18)', (text, code) =>
  expect(places.find(text)).toEqual({ oldCode: null, codes: [code], today: null }),
);

test.each(['Kinh Bắc', 'Hòa Bình', 'Phường 4', 'không rõ', '', ','])('%j alone names no place', (text) => {
  expect(places.find(text)).toBeNull();
});

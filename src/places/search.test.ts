// A place is found by its old name and by today's (K18), and the old name stays beside today's.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildSearch, placeWritten } from './search.ts';
import { placeFilesOf } from './units.ts';

const names = ['provinces', 'communes', 'old-provinces', 'old-districts', 'old-communes'];
const places = buildSearch(
  placeFilesOf(
    Object.fromEntries(
      names.map((name) => [
        `places/${name}.csv`,
        readFileSync(new URL(`../../regulations/places/${name}.csv`, import.meta.url), 'utf8'),
      ]),
    ),
  ),
);

const cases = [
  { asked: 'xã Vĩnh Hiệp, Nha Trang', old: '22399', code: '22390', name: 'phường Tây Nha Trang, Khánh Hòa' },
  { asked: 'thị trấn Châu Hưng', old: '31900', code: '31900', name: 'xã Vĩnh Lợi, Cà Mau' },
  { asked: 'phường Kinh Bắc, Bắc Ninh', old: '09172', code: '09187', name: 'phường Kinh Bắc, Bắc Ninh' },
  { asked: 'Pha Long, Mường Khương', old: '02752', code: '02752', name: 'xã Pha Long, Lào Cai' },
];

test.each(cases)('$asked leads to today’s unit and is kept (K18, S3-02)', ({ asked, old, code, name }) => {
  const found = places.search(asked, 5).find((one) => one.old !== null);
  expect(found).toMatchObject({ code, name, old: { code: old } });
  expect(places.byOldCode(old)).toEqual(found);
});

test.each(cases)('$name is found by today’s name (K18)', ({ code, name }) => {
  const [first] = places.search(name, 5);
  expect(first).toMatchObject({ code, name, old: null });
  expect(places.byCode(code)).toEqual(first);
});

test('xã Pha Long is unchanged, its province went from 10 to 15 (K18)', () => {
  expect(places.byOldCode('02752')).toMatchObject({ province: '15', old: { province: '10' } });
});

test('names are found without marks, in any order, and told apart by what stands above', () => {
  expect(places.search('vinh hiep nha trang', 3)[0]?.code).toBe('22390');
  expect(places.search('khanh hoa, tay nha trang', 3).map(({ code }) => code)).toContain('22390');
  expect(places.search('Hòa Bình', 50).length).toBeGreaterThan(10);
  expect(places.search('', 5)).toEqual([]);
});

test('a letter bears both names, today’s first; an unchanged name stands once', () => {
  const [vinhHiep] = places.search('xã Vĩnh Hiệp, Nha Trang', 1);
  expect(vinhHiep && placeWritten(vinhHiep)).toBe(
    'phường Tây Nha Trang, Khánh Hòa (trước 01/7/2025: xã Vĩnh Hiệp, thành phố Nha Trang, Khánh Hòa)',
  );
  const today = places.byCode('22390');
  expect(today && placeWritten(today)).toBe('phường Tây Nha Trang, Khánh Hòa');
});

test('a unit that was divided names the others that took a part', () => {
  const divided = places.byOldCode('10729');
  expect(divided?.others.map(({ code }) => code)).toEqual(['10750']);
});

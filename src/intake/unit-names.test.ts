// One unit, many spellings.
import { expect, test } from 'vitest';
import { cleanUnitName, looksLikeCell, sentenceCase, unitKey } from './unit-names.ts';

test.each([
  ['Chi bộ khu phố 1', 'I. CHI BỘ KHU PHỐ SỐ 01'],
  ['Chi bộ khu phố 1', 'CB KP 1'],
  ['Chi bộ khu phố 1', 'khu phố I'],
  ['Chi bộ Trường THCS Kinh Bắc', 'CB THCS Kinh Bắc'],
  ['Chi bộ tổ dân phố 12', 'Chi bộ TDP số 12'],
  ['Đảng bộ phường Kinh Bắc', 'Đảng ủy phường Kinh Bắc'],
  ['Chi bộ Hoà Đình', 'chi bộ Hòa Đình'],
  ['Chi bộ Trạm Y tế phường', 'Chi bộ cơ sở Trạm Y tế phường'],
])('%s = %s', (a, b) => expect(unitKey(cleanUnitName(a))).toBe(unitKey(cleanUnitName(b))));

test.each([
  ['Chi bộ khu phố 1', 'Chi bộ khu phố 11'],
  ['Chi bộ khu phố 1', 'Chi bộ thôn 1'],
  ['Chi bộ phường Kinh Bắc', 'Đảng bộ phường Kinh Bắc'],
  ['Chi bộ Trường THCS Kinh Bắc', 'Chi bộ Trường Tiểu học Kinh Bắc'],
])('%s ≠ %s', (a, b) => expect(unitKey(a)).not.toBe(unitKey(b)));

test.each([
  ['I. Chi bộ khu phố 1 (45 đảng viên)', 'Chi bộ khu phố 1'],
  ['II/ Chi bộ Công an: 15 đ/c', 'Chi bộ Công an'],
  ['Chi bộ khu phố 2 - 30 đảng viên', 'Chi bộ khu phố 2'],
  ['Chi bộ 5', 'Chi bộ 5'],
])('%s → %s', (text, name) => expect(cleanUnitName(text)).toBe(name));

test('capitals', () => {
  expect(sentenceCase('CHI BỘ TRƯỜNG THCS KINH BẮC')).toBe('Chi bộ Trường THCS Kinh Bắc');
  expect(sentenceCase('CHI BỘ KHU PHỐ 1')).toBe('Chi bộ khu phố 1');
});
test('sheet names', () => {
  expect(['KP1', 'Chi bộ KP 1', 'Thôn Đông', 'Khu phố', 'DSDV', 'Bản tổng hợp 2'].map(looksLikeCell)).toEqual(
    [true, true, true, false, false, true],
  );
});

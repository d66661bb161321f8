// Names: what is tidied, and what is no name.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readName } from './parse-name.ts';

test.each<[string, string, string[]]>([
  ['Nguyễn Thị Lan', 'Nguyễn Thị Lan', []],
  ['Trần Thị Hoà', 'Trần Thị Hoà', []],
  ['Trần Thị Hòa'.normalize('NFD'), 'Trần Thị Hòa', ['exchange.name_composed']],
  [' Nguyễn  Văn\u00a0An ', 'Nguyễn Văn An', ['exchange.name_blanks']],
  ['NGUYỄN VĂN AN', 'Nguyễn Văn An', ['exchange.name_case']],
  ['nguyễn văn an', 'Nguyễn Văn An', ['exchange.name_case']],
  ["H'LAN KSOR", "H'Lan Ksor", ['exchange.name_case']],
  ['Y Bhiu Niê', 'Y Bhiu Niê', []],
  ['Rơ Châm Thuật', 'Rơ Châm Thuật', []],
  ['Đ/c Phạm Văn Bình (Bí thư)', 'Phạm Văn Bình', ['exchange.name_extra']],
  ['Ông Phạm Văn Bình', 'Phạm Văn Bình', ['exchange.name_extra']],
  ['Bà Rịa', 'Bà Rịa', []],
  // A mark that an invisible sign keeps from its letter finds it when the sign is gone.
  ['La\u200b\u0323n Na', 'Lạn Na', ['exchange.name_blanks']],
])('%j', (raw, value, codes) => expect(readName(raw)).toEqual({ value, codes }));

test.each(['<b>An</b>', 'Nguyễn Văn 7', '=1+1', 'An@x.vn', '<script>alert(1)</script>', '☺'])(
  '%j is refused',
  (raw) => {
    expect(readName(raw)).toEqual({ value: null, codes: ['exchange.name_characters'] });
  },
);
test('a cell of 5,000 letters is refused', () => {
  expect(readName('A'.repeat(5000))).toEqual({ value: null, codes: ['exchange.text_too_long'] });
});
test('tidying twice changes nothing more', () => {
  const letters = [..."aAăĂâÂđĐeêÊiIoôơƠuưƯyÝáàảãạấầẫệễộợỹỵ bcGHklMNngThx'-.()\u0301\u0323\u00a0\u200b"];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }), (raw) => {
      const once = readName(raw).value;
      return once === null || readName(once).value === once;
    }),
  );
});

// Days as offices write them; what was written keeps its precision and nothing is invented.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../platform/day.ts';
import type { CellValue } from '../../workbook/sheet.ts';
import { readDay } from './parse-day.ts';

const cell = (day: string, serial: number, month = false): CellValue => ({ day, serial, month });

test.each<[CellValue, string, string | null]>([
  ['12/05/1987', '1987-05-12', null],
  ['2/9/1995', '1995-09-02', null],
  ['12-5-1987', '1987-05-12', null],
  ['12.5.1987', '1987-05-12', null],
  [' 12 / 5 / 1987 ', '1987-05-12', null],
  ['12/05/1987 00:00:00', '1987-05-12', null],
  ['ngày 12 tháng 5 năm 1987', '1987-05-12', null],
  ['Ngày 12/5/1987', '1987-05-12', null],
  ['1987-05-12', '1987-05-12', null],
  ['1987-05-12T00:00:00Z', '1987-05-12', null],
  ['12-5-87', '1987-05-12', 'exchange.date_two_digit'],
  ['3/2/24', '2024-02-03', 'exchange.date_two_digit'],
  ['tháng 5/1987', '1987-05', null],
  ['Tháng 5 năm 1987', '1987-05', null],
  ['T5/1987', '1987-05', null],
  ['5/1987', '1987-05', null],
  ['1987-05', '1987-05', null],
  ['../5/1987', '1987-05', 'exchange.date_month_only'],
  ['00/05/1987', '1987-05', 'exchange.date_month_only'],
  ['00/00/1987', '1987', 'exchange.date_year_only'],
  ['1987', '1987', null],
  ['năm 1987', '1987', null],
  [1987, '1987', null],
  [31909, '1987-05-12', 'exchange.date_serial'],
  ['31909', '1987-05-12', 'exchange.date_serial'],
  ['12051987', '1987-05-12', 'exchange.date_digits'],
  ['12/31/1987', '1987-12-31', 'exchange.date_swapped'],
  [cell('1987-05-12', 31909), '1987-05-12', null],
  [cell('1987-05-01', 31898, true), '1987-05', null],
  [cell('1905-06-09', 1987), '1987', 'exchange.date_year_in_date_cell'],
  ['29/02/2024', '2024-02-29', null],
])('%j', (value, day, code) => expect(readDay(value, 2026)).toEqual({ value: day, code }));

test.each([
  '30/02/2010',
  '29/2/2023',
  '13/13/1990',
  'chưa rõ',
  '32/1/2000',
  '1/1',
  'abc 1990x',
  '12/05/987',
  12,
  999999,
  true,
])('%j is no day', (value) =>
  expect(readDay(value as CellValue, 2026)).toEqual({ value: null, code: 'exchange.date_unreadable' }),
);

test('two figures of a birth never make a child', () => {
  expect(readDay('5/6/15', 2010)).toMatchObject({ value: '1915-06-05' });
  expect(readDay('5/6/08', 2010)).toMatchObject({ value: '2008-06-05' });
});

describe('every day of two centuries reads back (S0-01)', () => {
  const days = fc.integer({ min: 0, max: 72_000 }).map((n) => addDays('1900-01-01', n));
  const styles = [
    (y: string, m: string, d: string) => `${d}/${m}/${y}`,
    (y: string, m: string, d: string) => `${Number(d)}/${Number(m)}/${y}`,
    (y: string, m: string, d: string) => `${Number(d)}-${m}-${y}`,
    (y: string, m: string, d: string) => `${d}.${Number(m)}.${y}`,
    (y: string, m: string, d: string) => `${y}-${m}-${d}`,
    (y: string, m: string, d: string) => `ngày ${d} tháng ${Number(m)} năm ${y}`,
  ];
  test.each(styles.map((style, at) => [at, style] as const))('style %i', (_, style) => {
    fc.assert(
      fc.property(days, (day) => {
        const [y = '', m = '', d = ''] = day.split('-');
        return readDay(style(y, m, d), 2100).value === day;
      }),
    );
  });
  test('and no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readDay(text, 2026) !== undefined));
  });
});

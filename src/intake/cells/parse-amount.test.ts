// Numbers and periods of targets as offices write them; what is no whole number of people is none.
import { expect, test } from 'vitest';
import type { CellValue } from '../../workbook/sheet.ts';
import { readAmount, readPeriod } from './parse-amount.ts';

const day = (text: string): CellValue => ({ day: text, serial: 1, month: false });

test.each<[CellValue, object | null]>([
  [13, { min: 13, max: 13 }],
  ['13', { min: 13, max: 13 }],
  ['2.070', { min: 2070, max: 2070 }],
  ['3-5', { min: 3, max: 5 }],
  ['3–5', { min: 3, max: 5 }],
  ['3 - 5 đảng viên', { min: 3, max: 5 }],
  ['từ 3 đến 5', { min: 3, max: 5 }],
  ['2.000-2.070', { min: 2000, max: 2070 }],
  ['≥ 2.070', { min: 2070, max: null }],
  ['>=2.070', { min: 2070, max: null }],
  ['từ 5 trở lên', { min: 5, max: null }],
  ['5 trở lên', { min: 5, max: null }],
  ['ít nhất 1 đảng viên', { min: 1, max: null }],
  ['trên 2.070', { min: 2070, max: null }],
  ['≈ 51.000', { min: 51_000, max: 51_000, about: true }],
  ['khoảng 600 người', { min: 600, max: 600, about: true }],
  ['gần 51.000', { min: 51_000, max: 51_000, about: true }],
  ['chưa rõ số', { min: null, max: null }],
  ['?', { min: null, max: null }],
  [day('2026-05-03'), { min: 3, max: 5 }],
  [0, { min: 0, max: 0 }],
  [-3, null],
  ['-3', null],
  [2.5, null],
  ['2,5', null],
  ['5-3', null],
  ['vài người', null],
  ['61,5%', null],
  [2_000_000, null],
])('%j as a number of people (S0-05, S2-07, S2-19)', (value, expected) =>
  expect(readAmount(value)).toEqual(expected),
);

test.each<[CellValue, number | string | null]>([
  [2026, 2026],
  ['Năm 2026', 2026],
  ['2021-2025', '2021-2025'],
  ['giai đoạn 2021 – 2025', '2021-2025'],
  ['từ năm 2021 đến năm 2025', '2021-2025'],
  ['nhiệm kỳ 2015-2020', '2015-2020'],
  ['20/08/2015 - 14/08/2020', '2015-08-20..2020-08-14'],
  ['từ 20/8/2015 đến 14/8/2020', '2015-08-20..2020-08-14'],
  ['2025-2021', 2025],
  [day('2026-01-01'), 2026],
  ['quý I', null],
  [31, null],
])('%j as a period (S0-05, S2-22, S3-25)', (value, expected) => expect(readPeriod(value)).toBe(expected));

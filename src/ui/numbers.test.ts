// Numbers, shares and instants as the office writes and types them.
import { expect, test } from 'vitest';
import {
  formatChange,
  formatInstant,
  formatNumber,
  formatRatio,
  formatShare,
  formatTenths,
  parseNumber,
} from './numbers.ts';

test.each([
  [2070, '2.070'],
  [61.5, '61,5'],
  [0, '0'],
  [null, ''],
  [Number.NaN, ''],
])('%s is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('shares and ratios carry one decimal (S1-09)', () => {
  expect(formatShare(8 / 13)).toBe('61,5%');
  expect(formatShare(28 / 2070)).toBe('1,4%');
  expect(formatRatio(8, 13)).toBe('8/13 · 61,5%');
  expect(formatRatio(3, 0)).toBe('3/0');
  expect(formatRatio(1200, 2400, 'en')).toBe('1,200/2,400 · 50%');
});

test.each([
  [145 / 2070, '7,0%'],
  [620 / 2070, '30,0%'],
  [0.07005, '7,0%'],
  [0.2995, '30,0%'],
  [0.07, '7%'],
  [5 / 5, '100%'],
  [8 / 5, '160%'],
  [5 / 11, '45,5%'],
  [190 / 365, '52,1%'],
  [Number.NaN, ''],
])('the share %s is rounded half up to %s (K1, K3, K4, K7, K10)', (share, text) => {
  expect(formatShare(share)).toBe(text);
});

test('a change has its sign, and of none nothing is said', () => {
  expect([0.125, -0.03, -1].map((share) => formatChange(share))).toEqual(['+12,5%', '−3%', '−100%']);
  expect([0, 0.0004, -0.0004].map((share) => formatChange(share))).toEqual(['', '', '']);
  expect(formatChange(0.0005)).toBe('+0,1%');
});

test('reckoned counts keep their one decimal (K1, K5)', () => {
  expect(formatTenths((13 * 190) / 365)).toBe('6,8');
  expect(formatTenths(3 * (117 / 365))).toBe('1,0');
  expect(formatTenths(2767.6)).toBe('2.767,6');
  expect(formatTenths(1.25, 'en')).toBe('1.3');
});

test.each([
  ['2.070', 2070],
  ['2070', 2070],
  ['1.234.567,8', 1234567.8],
  ['61,5', 61.5],
  ['-4', -4],
  ['2.07', null],
  ['61.5', null],
  ['12a', null],
  ['', null],
])('%s is read as %s (S1-06)', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test('English swaps the marks', () => {
  expect(parseNumber('2,070.5', 'en')).toBe(2070.5);
  expect(parseNumber('2.070,5', 'en')).toBeNull();
});

test('an instant is told in Vietnam’s time', () => {
  expect(formatInstant('2018-04-27T18:05:00Z')).toBe('28/04/2018 01:05');
  expect(formatInstant(null)).toBe('');
});

// Days as people type them, with their limits.
import { expect, test } from 'vitest';
import { parseDay, problemOf } from './day-text.ts';

test.each([
  ['27/04/2018', '2018-04-27'],
  ['7/4/2018', '2018-04-07'],
  ['27.4.2018', '2018-04-27'],
  ['27-04-2018', '2018-04-27'],
  ['27 4 2018', '2018-04-27'],
  ['27042018', '2018-04-27'],
  ['2018-04-27', '2018-04-27'],
  ['29/02/2020', '2020-02-29'],
  ['29/02/2019', null],
  ['31/04/2018', null],
  ['27/04/18', null],
  ['04/2018', null],
  ['hôm qua', null],
  ['', null],
])('%s is the day %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test('months and years pass only where asked', () => {
  expect(parseDay('04/2018', 'month')).toBe('2018-04');
  expect(parseDay('2018', 'month')).toBeNull();
  expect(parseDay('2018', 'year')).toBe('2018');
  expect(parseDay('13/2018', 'year')).toBeNull();
});

test('limits are said with the day', () => {
  const limits = { precision: 'year', min: '2016-07-25', max: '2026-11-22' } as const;
  expect(problemOf('', limits)).toBeNull();
  expect(problemOf('25/07/2016', limits)).toBeNull();
  expect(problemOf('24/07/2016', limits)).toEqual({ key: 'ui.day_min', params: { day: '25/07/2016' } });
  expect(problemOf('23/11/2026', limits)).toEqual({ key: 'ui.day_max', params: { day: '22/11/2026' } });
  expect(problemOf('31/02/2018', limits)).toEqual({ key: 'ui.day_none', params: { text: '31/02/2018' } });
});

test('a partial day passes while any of its days does', () => {
  const limits = { precision: 'year', min: '2016-07-25', max: '2026-11-22' } as const;
  expect(problemOf('07/2016', limits)).toBeNull();
  expect(problemOf('2026', limits)).toBeNull();
  expect(problemOf('06/2016', limits)?.key).toBe('ui.day_min');
});

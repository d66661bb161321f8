// What charts draw: counts from nought, targets across, part-years hatched, and no column for what nobody knows.
import { expect, test } from 'vitest';
import { sketchCourse } from './course.ts';
import { dressed, type Look } from './look.ts';
import { sketchYears, type YearColumn } from './years.ts';

const look: Look = { letter: 14, narrow: false, still: true };
const column = (label: string, more: Partial<YearColumn>): YearColumn => ({
  label,
  done: 0,
  doneSaid: '0',
  part: false,
  least: null,
  most: null,
  targetSaid: '',
  ...more,
});
interface Drawn {
  series: { type: string; data: { value: unknown; itemStyle?: object; label?: { show: boolean } }[] }[];
  yAxis: { min: number; max?: number };
}

test('a part-year is hatched, a year that nobody knows has no column, a range has two marks (S2-08)', () => {
  const option = sketchYears([
    column('2016', { done: 8, least: 5, most: 5 }),
    column('2017', { done: null, least: 5, most: 5 }),
    column('2018', { done: 2, part: true, least: 3, most: 5 }),
  ])(look) as unknown as Drawn;
  const [bars, lower, upper] = option.series;
  expect(bars?.data.map(({ value }) => value)).toEqual([8, '-', 2]);
  expect(bars?.data.map(({ itemStyle }) => itemStyle && 'decal' in itemStyle)).toEqual([false, false, true]);
  expect(lower?.data.map(({ value }) => value)).toEqual([5, 5, 3]);
  expect(upper?.data.map(({ value }) => value)).toEqual([5, 5, 5]);
  expect(option.yAxis.min).toBe(0);
});

test('where there is little room a target is written again only when it changed', () => {
  const option = sketchYears(
    [6, 6, 7].map((least, at) =>
      column(String(2016 + at), { least, most: least, targetSaid: String(least) }),
    ),
  )({ ...look, narrow: true }) as unknown as Drawn;
  expect(option.series[2]?.data.map(({ label }) => label?.show)).toEqual([true, false, true]);
});

test('the course starts at nought, its pace ends at the target, and its height holds the aim', () => {
  const option = sketchCourse({
    steps: ['1', '2', '3', '4'],
    counts: [1, 3],
    least: 4,
    most: 4,
    aim: 6,
    said: { done: '3', target: 'chỉ tiêu 4', aim: 'phấn đấu 6' },
  })(look) as unknown as Drawn;
  const [pace, running] = option.series;
  expect(pace?.data).toEqual([0, 1, 2, 3, 4]);
  expect(running?.data.map(({ value }) => value)).toEqual([0, 1, 3]);
  expect(option.yAxis.max).toBeGreaterThanOrEqual(6);
});

test('nothing moves where motion is not wanted', () => {
  expect(dressed({}, look).animation).toBe(false);
  expect(dressed({}, { ...look, still: false }).animation).toBe(true);
});

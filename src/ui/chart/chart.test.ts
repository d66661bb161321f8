// What charts draw: counts from nought, targets across, part-years hatched, and no column for what nobody knows.
import { expect, test } from 'vitest';
import { sketchCourse } from './course.ts';
import { sketchBars } from './bars.ts';
import { shadeOf, sketchHeat } from './heat.ts';
import { dressed, family, type Look } from './look.ts';
import { sketchMonths } from './months.ts';
import { withoutCommon } from './names.ts';
import { sketchPyramid } from './pyramid.ts';
import { broken, framed, resolved } from './take.ts';
import { sketchTrend } from './trend.ts';
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
  series: {
    type: string;
    data: { value: unknown; itemStyle?: object; label?: { show: boolean; position?: string } }[];
  }[];
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

test('the number stands above its column, and at the foot only where the mark of the target is in the way', () => {
  const option = sketchYears([
    column('2016', { done: 12 }),
    column('2017', { done: 1 }),
    column('2018', { done: 1, least: 10, most: 12 }),
    column('2019', { done: 9, least: 10, most: 10 }),
    column('2020', { done: 12, least: 10, most: 10 }),
  ])(look) as unknown as Drawn;
  expect(option.series[0]?.data.map(({ label }) => label?.position)).toEqual([
    'top',
    'top',
    'top',
    'insideBottom',
    'top',
  ]);
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

test('a funnel lies on one scale from nought, each step outlined by the one before', () => {
  const { series, xAxis } = sketchBars([
    { name: 'Giới thiệu', value: 96, said: '96', behind: null },
    { name: 'Kết nạp', value: 32, said: '32 · 33,3%', behind: 96 },
  ])(look) as unknown as Drawn & { xAxis: { min: number; max: number } };
  expect([xAxis.min, xAxis.max]).toEqual([0, 96]);
  expect(series.map(({ data }) => data.map(({ value }) => value))).toEqual([
    [0, 96],
    [96, 32],
  ]);
});

test('a pyramid has one scale for both sides and says each number without its sign', () => {
  const { series, xAxis } = sketchPyramid({
    bands: [{ name: '18–30', left: 4, right: 10, leftSaid: '4', rightSaid: '10' }],
    left: 'Nam 4',
    right: 'Nữ 10',
  })(look) as unknown as {
    series: { data: { value: number; label: { formatter: string } }[] }[];
    xAxis: { min: number; max: number };
  };
  expect(-xAxis.min).toBe(xAxis.max);
  expect(series.map(({ data }) => data.map(({ value }) => value))).toEqual([
    [-4, 0],
    [10, 0],
  ]);
  expect(series.map(({ data }) => data.map(({ label }) => label.formatter))).toEqual([
    ['4', 'Nam 4'],
    ['10', 'Nữ 10'],
  ]);
});

test('an area is darker the higher the value, gold when reached, and says its value in itself', () => {
  expect([0, 0.24, 0.25, 0.6, 0.75, 1].map((heat) => shadeOf(heat).percent)).toEqual([6, 6, 18, 34, 76, 76]);
  const unit = { size: 20, heat: 0.8, said: '80%' };
  const { series } = sketchHeat([
    { ...unit, id: '1', name: 'Chi bộ khu phố 1' },
    { ...unit, id: '2', name: 'Chi bộ khu phố 2', size: 0, heat: 1, said: '100%', reached: true },
    { ...unit, id: '3', name: 'Chi bộ khu phố 3', heat: null, said: 'chưa có chỉ tiêu' },
  ])(look) as unknown as {
    series: {
      data: { id: string; value: number; itemStyle: { color: string }; label: { formatter: string } }[];
    }[];
  };
  const areas = series[0]?.data ?? [];
  expect(areas.map(({ value }) => value)).toEqual([20, 1, 20]);
  expect(areas.map(({ label }) => label.formatter)).toEqual(['80%\n1', '100%\n2', 'chưa có chỉ tiêu\n3']);
  expect(areas[0]?.itemStyle.color).toContain('76%');
  expect(areas[1]?.itemStyle.color).toContain('--n-gold-fill');
  expect(areas[2]?.itemStyle.color).toBe('var(--n-ground)');
  expect(withoutCommon(['Chi bộ thôn 1'])).toEqual(['Chi bộ thôn 1']);
});

test('a gap is left for what nobody knows, the last point of a part-year is hollow, a running month hatched', () => {
  const trend = sketchTrend([
    { label: '2024', value: null, said: '', part: false },
    { label: '2025', value: 31.5, said: '31,5', part: true },
  ])(look) as unknown as { series: { data: { value: unknown; itemStyle: { color: string } }[] }[] };
  expect(trend.series[0]?.data.map(({ value }) => value)).toEqual(['-', 31.5]);
  expect(trend.series[0]?.data[1]?.itemStyle.color).toBe('var(--n-ground)');
  const months = sketchMonths([
    { label: '1', now: 3, before: 2, part: false },
    { label: '2', now: 1, before: 4, part: true },
    { label: '3', now: null, before: 5, part: false },
  ])(look) as unknown as Drawn;
  expect(months.series[1]?.data.map(({ value }) => value)).toEqual([3, 1, '-']);
  expect(months.series[1]?.data.map(({ itemStyle }) => itemStyle && 'decal' in itemStyle)).toEqual([
    false,
    true,
    false,
  ]);
});

test('a picture that is taken away stands alone: title, words, colours by value, nothing to be run', () => {
  const svg = `<svg width="680" height="80"><path fill="var(--n-ink)"/><text style="font-family:${family}"/><path fill="color-mix(in srgb, var(--n-ink) 50%, var(--n-ground))"/></svg>`;
  const made = resolved(svg, (name) => ({ '--n-ink': '#000', '--n-ground': '#ffffff' })[name] ?? '');
  expect(made).toContain('fill="#000"');
  expect(made).toContain('fill="#808080"');
  expect(made).toContain(`style="font-family:'Be Vietnam Pro', Arial, sans-serif"`);
  const file = framed(made, { name: 'Tuổi < 30 & nữ', told: 'Nữ 3.', note: 'DỮ LIỆU MÔ PHỎNG' }, 80);
  expect(file).toContain('<title>Tuổi &lt; 30 &amp; nữ</title>');
  expect(file).toContain('DỮ LIỆU MÔ PHỎNG');
  expect(file).not.toMatch(/var\(|color-mix|<script/);
  expect(broken('một hai ba bốn', 8)).toEqual(['một hai', 'ba bốn']);
});

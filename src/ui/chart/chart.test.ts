// What charts draw: counts from nought, part-months hatched, and no column for what nobody knows.
import { expect, test } from 'vitest';
import { init } from 'echarts/core';
import './engine.ts';
import { sketchCourse } from './course.ts';
import { heightOfBars, sketchBars } from './bars.ts';
import { shadeOf, sketchHeat, wordsIn } from './heat.ts';
import { dressed, family, type Look, textWidth } from './look.ts';
import { sketchMonths } from './months.ts';
import { inLines, withoutCommon } from './names.ts';
import { sketchPyramid } from './pyramid.ts';
import { areasOf } from './squares.ts';
import { broken, framed, resolved } from './take.ts';
import { sketchTrend } from './trend.ts';

const look: Look = { letter: 14, width: 960, height: 240, narrow: false, still: true };
interface Drawn {
  series: {
    type: string;
    data: { value: unknown; itemStyle?: object; label?: { show: boolean; position?: string } }[];
  }[];
  yAxis: { min: number; max?: number };
}

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
  expect(series.map(({ data }) => data.map(({ value }) => (value as [number, number])[0]))).toEqual([
    [0, 96],
    [96, 32],
  ]);
});

interface Laid {
  yAxis: { data: number[] };
  series: { barWidth: number; data: { value: [number, number]; label: { position: [number, number] } }[] }[];
}

test('in large letters on a phone a bar says its number below its name, and has the room for it', () => {
  const bars = [
    { name: 'Vào danh sách cảm tình Đảng', value: 40, said: '40 · 93,0%', behind: 43 },
    { name: 'Kết nạp', value: 4, said: '4', behind: 40 },
  ];
  const words = (own: Look) =>
    (
      sketchBars(bars)(own) as unknown as { series: { data: { label: { formatter: string } }[] }[] }
    ).series[1]?.data.map(({ label }) => label.formatter.split('\n').length);
  const usual = { ...look, letter: 14, width: 324 };
  const large = { ...look, letter: 21, width: 304 };
  expect([words(usual), words(large)]).toEqual([
    [1, 1],
    [3, 1],
  ]);
  for (const shown of [bars, bars.slice(0, 1)])
    for (const own of [usual, large]) {
      const height = heightOfBars(shown)(own) * (own.letter / 0.875);
      const { yAxis, series } = sketchBars(shown)(own) as unknown as Laid;
      const slot = height / yAxis.data.length;
      const { barWidth: thick, data } = series[1] ?? { barWidth: Number.NaN, data: [] };
      const tops = data.map(({ value: [, at] }) => slot * (at + 0.5) - thick / 2);
      const words = tops.map((top, at) => top + (data[at]?.label.position[1] ?? Number.NaN));
      // The words begin within the frame, and below the bar before them; the last bar ends within it.
      for (const [at, top] of words.entries())
        expect(top).toBeGreaterThan(at === 0 ? 0 : (tops[at - 1] ?? 0) + thick + own.letter / 2);
      expect((tops.at(-1) ?? Number.NaN) + thick).toBeLessThan(height);
    }
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

test('in large letters the numbers of a pyramid keep their room, and its sums stand below their names', () => {
  const drawn = (letter: number, width: number) =>
    sketchPyramid({
      bands: [{ name: '61+', left: 140, right: 74, leftSaid: '140', rightSaid: '74' }],
      left: 'Nam 292',
      right: 'Nữ 192',
    })({ ...look, letter, width }) as unknown as {
      series: { data: { label: { formatter: string } }[] }[];
      xAxis: { max: number };
    };
  const heads = ({ series }: ReturnType<typeof drawn>) => series.map(({ data }) => data[1]?.label.formatter);
  expect(heads(drawn(14, 324))).toEqual(['Nam 292', 'Nữ 192']);
  const large = drawn(28, 296);
  expect(heads(large)).toEqual(['Nam\n292', 'Nữ\n192']);
  // Half the place without the name of the band; the longest bar and its number share it.
  const half = (296 - textWidth('61+', { letter: 28 }) - 8) / 2;
  expect((140 / large.xAxis.max) * half + textWidth('140', { letter: 28 })).toBeLessThan(half);
});

test('an area is darker the higher the value, gold when reached, and says its value in itself', () => {
  expect([0, 0.24, 0.25, 0.6, 0.75, 1].map((heat) => shadeOf(heat).percent)).toEqual([6, 6, 18, 34, 76, 76]);
  const unit = { size: 20, heat: 0.8, said: '80%' };
  const { series } = sketchHeat([
    { ...unit, id: '1', name: 'Chi bộ khu phố 1' },
    { ...unit, id: '2', name: 'Chi bộ khu phố 2', size: 0, heat: 1, said: '100%', reached: true },
    { ...unit, id: '3', name: 'Chi bộ khu phố 3', heat: null, said: 'chưa có chỉ tiêu' },
  ])({ ...look, width: 4000 }) as unknown as {
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

test('a name stands in its area in whole words, or not at all; a number is never cut', () => {
  const at = (width: number, height: number, letter = 14) =>
    wordsIn('83,3%', 'Trường THCS Kinh Bắc', { width, height }, { letter });
  expect(at(200, 90)).toEqual(['83,3%', 'Trường THCS Kinh Bắc']);
  expect(at(120, 90)).toEqual(['83,3%', 'Trường THCS', 'Kinh Bắc']);
  expect(at(120, 60)).toEqual(['83,3%']);
  expect(at(58, 200)).toEqual(['83,3%']);
  expect(at(40, 200)).toEqual([]);
  expect(at(200, 20)).toEqual([]);
  expect(at(120, 90, 28)).toEqual(['83,3%']);
});

test('a long name breaks between words, and says where words are left out', () => {
  const said = (name: string) => inLines(name, 2, 126, look);
  expect(said('khu phố 1')).toBe('khu phố 1');
  expect(said('Trường Mầm non Kinh Bắc')).toBe('Trường Mầm non\nKinh Bắc');
  expect(said('Trường Mầm non tư thục Hoa Phượng Đỏ Kinh Bắc')).toBe('Trường Mầm non\ntư thục Hoa …');
});

test('areas are reckoned as the library divides them', () => {
  const values = [68, 61, 61, 55, 47, 40, 33, 12, 12, 9, 1];
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 328, height: 256 });
  const units = values.map((size, at) => ({ id: `${at}`, name: `Chi bộ ${at}`, size, heat: 0, said: '0%' }));
  chart.setOption({ ...sketchHeat(units)({ ...look, width: 328, height: 256 }), animation: false });
  // Each area is a filled path of its own; the background is a rectangle around all.
  const svg = chart.renderToSVGString();
  chart.dispose();
  for (const { width, height } of areasOf(values, { width: 328, height: 256 })) {
    const path = new RegExp(`l${Math.round(width)} 0l0 ${Math.round(height)}l-`);
    expect(svg.replaceAll(/\d+\.\d+/g, (number) => String(Math.round(Number(number))))).toMatch(path);
  }
});

test('where points stand close only the turns of the line have their numbers, beside the line', () => {
  const points = [28.6, 32.8, 25.3, 27, 30.6, 30.6, 28].map((value, at) => ({
    label: String(2017 + at),
    value,
    said: String(value),
    part: false,
  }));
  const labels = (width: number) =>
    (sketchTrend(points)({ ...look, width }) as unknown as Drawn).series[0]?.data.map(({ label }) =>
      label?.show ? label.position : null,
    );
  expect(labels(260)).toEqual(['bottom', 'top', 'bottom', null, 'top', 'top', 'bottom']);
  expect(labels(960)).toEqual(['bottom', 'top', 'bottom', 'top', 'top', 'top', 'bottom']);
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

test('the number of a month lies on no column: above its own, above both, or left to the table', () => {
  const months = Array.from({ length: 12 }, (_, at) => ({
    label: String(at + 1),
    now: [3, 12, 12][at] ?? null,
    before: [8, 8, 80][at] ?? 8,
    part: false,
  }));
  const numbers = (width: number) => {
    const { series } = sketchMonths(months)({ ...look, width }) as unknown as Drawn;
    const [own, both] = [series[1]?.data ?? [], series[2]?.data ?? []];
    return own.slice(0, 3).map(({ label }, at) => (label?.show ? 'own' : both[at]?.value));
  };
  expect(numbers(960)).toEqual(['own', 'own', 'own']);
  expect(numbers(328)).toEqual(['own', 12, '-']);
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

// Years: targets across, part-years hatched, no column for what nobody knows; and no number lies on anything, however
// little room there is.
import { describe, expect, test } from 'vitest';
import { type Look, textWidth } from './look.ts';
import { footOf, gap, padding, roomFor, type YearColumn } from './year-room.ts';
import { sketchYears } from './years.ts';

const desk: Look = { letter: 14, width: 960, height: 240, narrow: false, still: true };
const phone: Look = { ...desk, width: 328, narrow: true };
const column = (label: string, more: Partial<YearColumn>): YearColumn => ({
  label,
  done: 0,
  doneSaid: String(more.done ?? 0),
  part: false,
  least: null,
  most: null,
  targetSaid: '',
  ...more,
});
const years = (count: number, more: (at: number) => Partial<YearColumn>): YearColumn[] =>
  Array.from({ length: count }, (_, at) => column(String(2016 + at), more(at)));
const withTarget = (done: number, target: number) => ({
  done,
  least: target,
  most: target,
  targetSaid: String(target),
});

interface Drawn {
  series: {
    type: string;
    data: { value: unknown; itemStyle?: object; label?: { show: boolean; formatter: string } }[];
  }[];
  xAxis: { type: string; min?: number };
  yAxis: { min: number } | { data: string[] }[];
}
const drawn = (of: readonly YearColumn[], look: Look) => sketchYears(of)(look) as unknown as Drawn;

test('a part-year is hatched, a year that nobody knows has no column, a range has two marks (S2-08)', () => {
  for (const look of [desk, phone]) {
    const option = drawn(
      [
        column('2016', { done: 8, least: 5, most: 5, targetSaid: '5' }),
        column('2017', { done: null, least: 5, most: 5, targetSaid: '5' }),
        column('2018', { done: 2, part: true, least: 3, most: 5, targetSaid: '3–5' }),
        ...years(6, () => withTarget(12, 10)),
      ],
      look,
    );
    const [bars, lower, upper] = option.series.map(({ data }) => data.slice(0, 3));
    expect(bars?.map(({ value }) => value)).toEqual([8, '-', 2]);
    expect(bars?.map(({ itemStyle }) => itemStyle && 'decal' in itemStyle)).toEqual([false, false, true]);
    const ends = (of: typeof lower) => of?.map(({ value }) => (Array.isArray(value) ? value[0] : value));
    expect(ends(lower)).toEqual([5, 5, 3]);
    expect(ends(upper)).toEqual([5, 5, 5]);
  }
});

test('counts begin at nought, side by side and below one another', () => {
  expect(
    drawn(
      years(10, () => withTarget(9, 11)),
      desk,
    ).yAxis,
  ).toMatchObject({ min: 0 });
  expect(
    drawn(
      years(10, () => withTarget(9, 11)),
      phone,
    ).xAxis,
  ).toMatchObject({ type: 'value', min: 0 });
});

describe('side by side', () => {
  test('the number stands above its column, or above the mark of the target that is in its way', () => {
    expect(footOf(column('2016', { done: 12 }), 12)).toBe(12);
    expect(footOf(column('2017', { done: 1, least: 10, most: 12 }), 12)).toBe(1);
    expect(footOf(column('2018', { done: 9, least: 10, most: 10 }), 12)).toBe(10);
    expect(footOf(column('2019', { done: 8, least: 10, most: 12 }), 12)).toBe(12);
    expect(footOf(column('2020', { done: 12, least: 10, most: 10 }), 12)).toBe(12);
    expect(footOf(column('2021', { done: null, least: 10, most: 10 }), 12)).toBeNull();
  });

  test('every target has its number, in the free room between its mark and the next year', () => {
    const ten = years(10, (at) => withTarget(9, 11 + at));
    const room = roomFor(ten, desk);
    if (!room) throw new Error('no room on a desk');
    const place = (desk.width - textWidth('25', desk) - 3 * gap - room.edge) / 10;
    const end = room.mark / 2 + gap + textWidth('20', desk) + 2 * padding;
    expect(end).toBeLessThanOrEqual(place - room.mark / 2);
    expect(drawn(ten, desk).series[2]?.data.map(({ label }) => label?.formatter)).toEqual(
      ten.map(({ targetSaid }) => targetSaid),
    );
  });

  test('many or long numbers find no room on a phone, few and short ones do', () => {
    expect(
      roomFor(
        years(10, () => withTarget(9, 11)),
        phone,
      ),
    ).toBeNull();
    expect(
      roomFor(
        years(10, () => ({ done: 2070, doneSaid: '2.070' })),
        phone,
      ),
    ).toBeNull();
    expect(
      roomFor(
        years(10, () => ({ done: 12 })),
        phone,
      ),
    ).not.toBeNull();
    expect(
      roomFor(
        years(3, () => withTarget(9, 11)),
        phone,
      ),
    ).not.toBeNull();
    // Letters twice as large take twice the room.
    expect(
      roomFor(
        years(10, () => ({ done: 12 })),
        { ...phone, letter: 28 },
      ),
    ).toBeNull();
  });
});

test('below one another every year has both its numbers, in a line of their own', () => {
  const option = drawn(
    [
      column('2016', withTarget(9, 11)),
      column('2017', { ...withTarget(0, 10), done: null, doneSaid: '' }),
      column('2018', { done: 4, least: 3, most: 5, targetSaid: '3–5' }),
      ...years(7, () => ({ done: 12 })),
    ],
    phone,
  );
  if (!Array.isArray(option.yAxis)) throw new Error('not below one another');
  const [names, numbers] = option.yAxis;
  expect(names?.data.slice(0, 3)).toEqual(['2016', '2017', '2018']);
  expect(numbers?.data.slice(0, 4)).toEqual([
    '{done|9}{of|/11}',
    '{done|–}{of|/10}',
    '{done|4}{of|/3–5}',
    '{done|12}',
  ]);
  expect(option.series.flatMap(({ data }) => data.filter(({ label }) => label?.show))).toEqual([]);
});

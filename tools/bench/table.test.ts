// A missed bar is told and bold, a met one is not; growth compares the same pages of two sets.
import { expect, test } from 'vitest';
import type { PageLine, Part, Results } from './measure.ts';
import { growthTable, missedOf, tablesOf } from './table.ts';

const page = (more: Partial<PageLine> = {}): PageLine => ({
  what: 'roll, first page',
  p50: 3,
  p95: 8,
  bare: { p50: 2, p95: 3 },
  lowest: { p50: 3.6, p95: 9 },
  crowd: { clients: 20, rate: 1200, p95: 30, bareRate: 2400, bareP95: 20 },
  bars: { p50: 4, rate: 1000, crowdP95: 40, share: 0.4, lowest: 1.3 },
  ...more,
});
const part = (pages: PageLine[], more: Partial<Part> = {}): Part => ({
  set: 'M',
  values: [{ what: 'start', value: 1.4, unit: 's', bar: 1.5 }],
  pages,
  failures: [],
  ...more,
});
const run = (parts: Part[]): Results => ({
  on: '2026-11-22T08:00:00Z',
  machine: '2 × X',
  load: [1, 2],
  parts,
});

test('everything in order misses nothing and nothing is bold in its tables', () => {
  expect(missedOf([part([page()])])).toEqual({ bars: 6, missed: [] });
  const [, ...tables] = tablesOf([run([part([page()])])]).split('\n\n');
  expect(tables.join('')).not.toContain('**');
});

test('each bar that is missed is told by its own number', () => {
  const slow = page({
    p50: 4.4,
    lowest: { p50: 8.8, p95: 20 },
    crowd: { clients: 20, rate: 900, p95: 41, bareRate: 3000, bareP95: 20 },
  });
  const late = part([slow], { values: [{ what: 'start', value: 1.6, unit: 's', bar: 1.5 }] });
  const { bars, missed } = missedOf([late]);
  expect(bars).toBe(6);
  expect(missed).toEqual([
    'start 1.6 s ≤ 1.5 s',
    'roll, first page: 4.4 ms (≤ 4)',
    'roll, first page: 900 (≥ 1,000)',
    'roll, first page: 41 ms (≤ 40)',
    'roll, first page: 30 % (≥ 40 %)',
    'roll, first page: 2.0 (≤ 1.3)',
  ]);
  expect(tablesOf([run([late])])).toContain('**4.4 ms (≤ 4)**');
});

test('what failed is said in the tables', () => {
  expect(tablesOf([run([part([], { failures: ['law: 500'] })])])).toContain('**Not measured – law: 500**');
});

test('what was not measured misses no bar', () => {
  expect(missedOf([part([page({ crowd: null, lowest: null })])])).toEqual({ bars: 2, missed: [] });
});

test('growth is told where both sets were measured, in one run or in two', () => {
  const small = part([page(), page({ what: 'only here' })]);
  const large = part([page({ p50: 6, bare: { p50: 2, p95: 3 } })], { set: 'L10' });
  const slow = growthTable(small, part([page({ p50: 6.6 })], { set: 'L10' }));
  expect(slow).toContain('| **2.2** |');
  const row = '| roll, first page | 3 ms | 6 ms | 2.0 | 1.5 → 3.0 |';
  expect(growthTable(small, large).split('\n').slice(4)).toEqual([row]);
  expect(tablesOf([run([small]), run([large])])).toContain(row);
  expect(tablesOf([run([small])])).not.toContain('against');
});

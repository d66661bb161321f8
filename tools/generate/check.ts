// A figure of a set beside what is published (P), reckoned from it (D) or assumed (A), with its tolerance.
export interface Check {
  what: string;
  mark: 'P' | 'D' | 'A';
  /** both ends included; a single figure with its tolerance is a range, too */
  least: number;
  most: number;
  observed: number;
  unit: '' | '%' | 'months' | 'days' | 'years';
  /** null: the set is too small to tell */
  ok: boolean | null;
}

export const share = (count: number, of: number): number => (of === 0 ? Number.NaN : (100 * count) / of);
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

interface Bound {
  mark: Check['mark'];
  unit: Check['unit'];
  least: number;
  most: number;
}
export const range = (mark: Check['mark'], unit: Check['unit'], least: number, most: number): Bound => ({
  mark,
  unit,
  least,
  most,
});
/** ± 1.5 points, as the design of the sets asks for. */
export const points = (mark: Check['mark'], value: number, tolerance = 1.5): Bound =>
  range(mark, '%', value - tolerance, value + tolerance);

export const check = (what: string, bound: Bound, observed: number): Check => ({
  what,
  ...bound,
  observed,
  ok: observed >= bound.least && observed <= bound.most,
});

const figure = (value: number, unit: string): string =>
  `${value.toLocaleString('en', { maximumFractionDigits: unit === '' && value > 100 ? 0 : 1 })}${unit && ` ${unit}`}`;

export function tableOf(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ what, mark, least, most, observed, unit, ok }) =>
      `| ${what} | ${mark} | ${least === most ? figure(least, unit) : `${figure(least, '')} – ${figure(most, unit)}`} | ${figure(observed, unit)} | ${ok === false ? '✗' : ''} |`,
  );
  return ['| what | mark | expected | observed | |', '|---|---|---|---|---|', ...rows].join('\n');
}

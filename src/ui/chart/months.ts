// The months of a year beside those of the year before: solid this year, outlined last year, the month that runs hatched.
import { colours, countAxis, footAxis, hatched, labelStyle, type Look, type Sketch, spaced } from './look.ts';
import { formatNumber } from '../numbers.ts';

export interface MonthPair {
  label: string;
  /** null: has not come */
  now: number | null;
  before: number | null;
  part: boolean;
}

export const sketchMonths =
  (months: readonly MonthPair[]): Sketch =>
  (look) => ({
    grid: { left: 4, right: 8, top: 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: footAxis(
      months.map(({ label }) => label),
      look,
    ),
    yAxis: countAxis(look),
    series: [
      {
        type: 'bar',
        silent: true,
        barGap: '8%',
        data: months.map(({ before }) => ({
          value: before ?? '-',
          itemStyle: { color: colours.ground, borderColor: colours.strong, borderWidth: 1 },
        })),
      },
      { type: 'bar', silent: true, ...spaced, data: months.map((month) => column(month, look)) },
    ],
  });

function column({ now, part }: MonthPair, look: Look) {
  const fill = colours.second;
  return {
    value: now ?? '-',
    itemStyle: part
      ? { color: colours.ground, borderColor: fill, borderWidth: 2, decal: { ...hatched, color: fill } }
      : { color: fill },
    label: {
      ...labelStyle(look),
      show: now !== null && now > 0,
      position: 'top' as const,
      formatter: formatNumber(now),
    },
  };
}

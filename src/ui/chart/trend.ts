// One number over the years as points on a line from nought, each with its number; what nobody knows leaves a gap, and the
// last point of a year that is not over is hollow.
import { colours, countAxis, footAxis, labelStyle, type Sketch, spaced } from './look.ts';

export interface TrendPoint {
  label: string;
  value: number | null;
  said: string;
  part: boolean;
}

export const sketchTrend =
  (points: readonly TrendPoint[]): Sketch =>
  (look) => ({
    grid: {
      left: 4,
      right: 20,
      top: 26,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: footAxis(
      points.map(({ label }) => label),
      look,
    ),
    yAxis: countAxis(look),
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'circle',
        ...spaced,
        lineStyle: { color: colours.second, width: 2 },
        data: points.map(({ value, said, part }) => ({
          value: value ?? '-',
          symbolSize: 8,
          itemStyle: {
            color: part ? colours.ground : colours.second,
            borderColor: colours.second,
            borderWidth: 2,
          },
          label: {
            ...labelStyle(look),
            show: value !== null,
            position: 'top' as const,
            distance: 6,
            formatter: said,
          },
        })),
      },
    ],
  });

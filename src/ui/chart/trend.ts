// One number over the years as points on a line from nought, each with its number; what nobody knows leaves a gap, and the
// last point of a year that is not over is hollow.
import { colours, countAxis, footAxis, labelStyle, type Sketch, spaced } from './look.ts';

export interface TrendPoint {
  label: string;
  value: number | null;
  said: string;
  part: boolean;
}

/** The line comes down to it and goes up again: above it the number would stand on the line. */
function isLow(points: readonly TrendPoint[], at: number): boolean {
  const value = points[at]?.value ?? 0;
  const beside = [points[at - 1]?.value, points[at + 1]?.value].flatMap((one) => one ?? []);
  return beside.length > 0 && beside.every((one) => one > value);
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
        data: points.map(({ value, said, part }, at) => ({
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
            position: isLow(points, at) ? ('bottom' as const) : ('top' as const),
            distance: 6,
            formatter: said,
          },
        })),
      },
    ],
  });

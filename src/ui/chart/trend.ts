// One number over the years as points on a line from nought, each with its number; what nobody knows leaves a gap, and the
// last point of a year that is not over is hollow. Where points stand close, only the turns of the line have numbers.
import {
  colours,
  countAxis,
  footAxis,
  labelStyle,
  type Look,
  type Sketch,
  spaced,
  textWidth,
} from './look.ts';

export interface TrendPoint {
  label: string;
  value: number | null;
  said: string;
  part: boolean;
}

type Turn = 'low' | 'high' | 'between';

/** Where the line comes down to it and goes up again, a number above it would stand on the line; between, on either side. */
function turnAt(points: readonly TrendPoint[], at: number): Turn {
  const value = points[at]?.value ?? 0;
  const beside = [points[at - 1]?.value, points[at + 1]?.value].flatMap((one) => one ?? []);
  if (beside.length > 0 && beside.every((one) => one > value)) return 'low';
  return beside.every((one) => one <= value) ? 'high' : 'between';
}

/** From one number to the next there is as much room as a number takes. */
function hasRoom(points: readonly TrendPoint[], look: Look): boolean {
  const widest = Math.max(0, ...points.map(({ said }) => textWidth(said, look)));
  return (look.width - 2 * widest) / Math.max(1, points.length) >= 2 * widest;
}

export const sketchTrend =
  (points: readonly TrendPoint[]): Sketch =>
  (look) => {
    const room = hasRoom(points, look);
    return {
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
      series: [line(points, look, room)],
    };
  };

const line = (points: readonly TrendPoint[], look: Look, room: boolean) => ({
  type: 'line' as const,
  silent: true,
  symbol: 'circle',
  ...spaced,
  lineStyle: { color: colours.second, width: 2 },
  data: points.map(({ value, said, part }, at) => {
    const turn = turnAt(points, at);
    return {
      value: value ?? '-',
      symbolSize: 8,
      itemStyle: {
        color: part ? colours.ground : colours.second,
        borderColor: colours.second,
        borderWidth: 2,
      },
      label: {
        ...labelStyle(look),
        show: value !== null && (room || turn !== 'between'),
        position: turn === 'low' ? ('bottom' as const) : ('top' as const),
        distance: 6,
        formatter: said,
      },
    };
  }),
});

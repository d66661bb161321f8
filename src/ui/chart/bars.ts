// Bars that lie on one another from nought, each with its name and number above it: a funnel of steps, parts of a whole. A
// thin outline behind a bar says how long the one before it was, or the whole.
import { colours, labelStyle, type Look, type Sketch } from './look.ts';

export interface NamedBar {
  name: string;
  value: number;
  /** as written: '1.240 · 62%' */
  said: string;
  /** the length that the bar is compared with; null: none */
  behind: number | null;
  /** reached, or complete */
  reached?: boolean;
}

/** Letters that a bar with its words takes. */
export const barHeight = 3;

export const sketchBars =
  (bars: readonly NamedBar[]): Sketch =>
  (look) => {
    const highest = Math.max(1, ...bars.flatMap(({ value, behind }) => [value, behind ?? 0]));
    return {
      grid: { left: 2, right: 2, top: Math.round(look.letter * 0.75), bottom: 0 },
      xAxis: { type: 'value', min: 0, max: highest, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLabel: { show: false },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      series: [outlines(bars), filled(bars, look)],
    };
  };

const shape = { type: 'bar' as const, silent: true, barWidth: '34%', barGap: '-100%' };

/** The words stand above the bar, from its beginning: there is room whatever the number. */
function outlines(bars: readonly NamedBar[]) {
  return {
    ...shape,
    z: 2,
    data: bars.map(({ behind }) => ({
      value: behind ?? 0,
      itemStyle: { color: 'none', borderColor: colours.strong, borderWidth: behind ? 1 : 0 },
    })),
  };
}

function filled(bars: readonly NamedBar[], look: Look) {
  const up = Math.round(look.letter * 1.35);
  return {
    ...shape,
    z: 3,
    data: bars.map(({ name, value, said, reached }) => ({
      value,
      itemStyle: { color: reached ? colours.gold : colours.second },
      label: {
        ...labelStyle(look),
        show: true,
        position: [0, -up] as [number, number],
        formatter: `{name|${name}}  {said|${said}}`,
        rich: {
          name: { ...labelStyle(look), color: colours.second },
          said: { ...labelStyle(look), fontWeight: 600 as const },
        },
      },
    })),
  };
}

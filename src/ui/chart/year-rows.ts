// Years below one another, where they find no room side by side: a bar each, a mark at its target, and both numbers in
// a line of their own at the edge: “9/11”.
import { colours, labelStyle, type Look } from './look.ts';
import { highestOf, type YearColumn } from './year-room.ts';

/** Of more than these every second one is written; the table has them all. */
const mostNamed = 14;

export function rowsOf(years: readonly YearColumn[], look: Look, fillOf: (year: YearColumn) => object) {
  const mark = (value: (year: YearColumn) => number | null, axis: 0 | 1) => ({
    type: 'scatter' as const,
    silent: true,
    z: 4,
    yAxisIndex: axis,
    symbol: 'rect',
    symbolSize: [3, Math.round(look.letter * 1.3)] as [number, number],
    itemStyle: { color: colours.ink, opacity: 1 },
    data: years.map((year, at) => ({ value: [value(year) ?? '-', at] })),
  });
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value' as const, min: 0, max: highestOf(years) * 1.04, show: false },
    yAxis: [names(years, look), numbers(years, look)],
    series: [
      {
        type: 'bar' as const,
        silent: true,
        barWidth: Math.round(look.letter * 0.8),
        data: years.map((year) => ({ value: year.done ?? '-', itemStyle: fillOf(year) })),
      },
      mark(({ least }) => least, 0),
      mark(({ most, least }) => most ?? least, 1),
    ],
  };
}

const axis = { type: 'category' as const, inverse: true, axisTick: { show: false } };

const names = (years: readonly YearColumn[], look: Look) => ({
  ...axis,
  data: years.map(({ label }) => label),
  axisLine: { lineStyle: { color: colours.strong } },
  axisLabel: { ...labelStyle(look), color: colours.second, interval: years.length > mostNamed ? 1 : 0 },
});

const saidOf = ({ done, doneSaid, targetSaid }: YearColumn): string =>
  `{done|${done === null ? '–' : doneSaid}}${targetSaid ? `{of|/${targetSaid}}` : ''}`;

const numbers = (years: readonly YearColumn[], look: Look) => ({
  ...axis,
  position: 'right' as const,
  data: years.map(saidOf),
  axisLine: { show: false },
  axisLabel: {
    ...labelStyle(look),
    interval: years.length > mostNamed ? 1 : 0,
    rich: {
      done: { ...labelStyle(look), fontWeight: 600 as const },
      of: { ...labelStyle(look), color: colours.second },
    },
  },
});

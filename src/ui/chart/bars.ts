// Bars that lie on one another from nought, each with its name and number above it: a funnel of steps, parts of a whole. A
// thin outline behind a bar says how long the one before it was, or the whole. Where name and number find no room beside each
// other – large letters on a phone – the number stands below the name.
import { colours, labelStyle, type Look, type Sketch, textWidth } from './look.ts';
import { linesOf, wordsWidth } from './names.ts';

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

/** In letters: the bar itself, a line of the words above it, what is free between two bars. */
const thick = 1.17;
const line = 1.35;
const free = 0.9;

type Words = Pick<NamedBar, 'name' | 'said'>;

/** What stands above a bar: one line, or the name in as many as it needs and the number below. */
function linesAbove({ name, said }: Words, look: Look): string[] {
  if (wordsWidth(`${name}  `, look) + textWidth(said, look) <= look.width)
    return [`{name|${name}}  {said|${said}}`];
  return [...linesOf(name, look.width, look).map((one) => `{name|${one}}`), `{said|${said}}`];
}

const mostLines = (bars: readonly Words[], look: Look): number =>
  Math.max(1, ...bars.map((bar) => linesAbove(bar, look).length));

/** Above the first bar, which lies in the middle of its band: what its words need beyond the half of the band. */
const above = (most: number): number => Math.max(0, (line * most - free) / 2) + 0.1;

/** What bars with their words take, in the letters of the page. */
export const heightOfBars =
  (bars: readonly Words[]) =>
  (look: Look): number => {
    const most = mostLines(bars, look);
    return (above(most) + bars.length * (thick + free + line * most)) * 0.875;
  };

export const sketchBars =
  (bars: readonly NamedBar[]): Sketch =>
  (look) => {
    const most = mostLines(bars, look);
    const highest = Math.max(1, ...bars.flatMap(({ value, behind }) => [value, behind ?? 0]));
    return {
      grid: { left: 2, right: 2, top: Math.round(look.letter * above(most)), bottom: 0 },
      xAxis: { type: 'value', min: 0, max: highest, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLabel: { show: false },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      series: [outlines(bars, look), filled(bars, look)],
    };
  };

const shapeOf = ({ letter }: Look) => ({
  type: 'bar' as const,
  silent: true,
  barWidth: Math.round(letter * thick),
  barGap: '-100%',
});

/** The words stand above the bar, from its beginning: there is room whatever the number. */
function outlines(bars: readonly NamedBar[], look: Look) {
  return {
    ...shapeOf(look),
    z: 2,
    data: bars.map(({ behind }) => ({
      value: behind ?? 0,
      itemStyle: { color: 'none', borderColor: colours.strong, borderWidth: behind ? 1 : 0 },
    })),
  };
}

function filled(bars: readonly NamedBar[], look: Look) {
  const lineHeight = Math.round(look.letter * line);
  return {
    ...shapeOf(look),
    z: 3,
    data: bars.map((bar) => {
      const lines = linesAbove(bar, look);
      return {
        value: bar.value,
        itemStyle: { color: bar.reached ? colours.gold : colours.second },
        label: {
          ...labelStyle(look),
          show: true,
          position: [0, -lines.length * lineHeight] as [number, number],
          formatter: lines.join('\n'),
          rich: {
            name: { ...labelStyle(look), lineHeight, color: colours.second },
            said: { ...labelStyle(look), lineHeight, fontWeight: 600 as const },
          },
        },
      };
    }),
  };
}

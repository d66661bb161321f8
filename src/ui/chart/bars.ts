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

/** All is laid out in slots of this part of a letter: a line of words, the bar in its place, what is free below it. */
const slot = 0.45;
const slots = { line: 3, bar: 3, free: 2 };
const thick = 1.17;

type Words = Pick<NamedBar, 'name' | 'said'>;

/** What stands above a bar: one line, or the name in as many as it needs and the number below. */
function linesAbove({ name, said }: Words, look: Look): string[] {
  if (wordsWidth(`${name}  `, look) + textWidth(said, look) <= look.width)
    return [`{name|${name}}  {said|${said}}`];
  return [...linesOf(name, look.width, look).map((one) => `{name|${one}}`), `{said|${said}}`];
}

interface Laid<B> {
  bar: B;
  lines: string[];
  /** the slot that the middle of the bar lies in */
  at: number;
}

/** Bars one below the other, each with the room of its own words, and how many slots they take. */
function laid<B extends Words>(bars: readonly B[], look: Look): { rows: Laid<B>[]; count: number } {
  let count = 0;
  const rows = bars.map((bar) => {
    const lines = linesAbove(bar, look);
    const at = count + lines.length * slots.line + 1;
    count += lines.length * slots.line + slots.bar + slots.free;
    return { bar, lines, at };
  });
  return { rows, count };
}

/** What bars with their words take, in the letters of the page. */
export const heightOfBars =
  (bars: readonly Words[]) =>
  (look: Look): number =>
    laid(bars, look).count * slot * 0.875;

export const sketchBars =
  (bars: readonly NamedBar[]): Sketch =>
  (look) => {
    const { rows, count } = laid(bars, look);
    const highest = Math.max(1, ...bars.flatMap(({ value, behind }) => [value, behind ?? 0]));
    return {
      grid: { left: 2, right: 2, top: 0, bottom: 0 },
      xAxis: { type: 'value', min: 0, max: highest, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: Array.from({ length: count }, (_, at) => at),
        axisLabel: { show: false },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      series: [outlines(rows, look), filled(rows, look)],
    };
  };

type Rows = readonly Laid<NamedBar>[];

const shapeOf = ({ letter }: Look) => ({
  type: 'bar' as const,
  silent: true,
  barWidth: Math.round(letter * thick),
  barGap: '-100%',
});

function outlines(rows: Rows, look: Look) {
  return {
    ...shapeOf(look),
    z: 2,
    data: rows.map(({ bar: { behind }, at }) => ({
      value: [behind ?? 0, at],
      itemStyle: { color: 'none', borderColor: colours.strong, borderWidth: behind ? 1 : 0 },
    })),
  };
}

/** The words stand above the bar, from its beginning: there is room whatever the number. */
function filled(rows: Rows, look: Look) {
  const lineHeight = Math.floor(look.letter * slot * slots.line);
  return {
    ...shapeOf(look),
    z: 3,
    data: rows.map(({ bar, lines, at }) => ({
      value: [bar.value, at],
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
    })),
  };
}

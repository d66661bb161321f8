// How every chart looks: the colours of the page by name (they follow theme and paper by themselves), its letters, and
// quiet axes that start at nought. The same colour means the same thing everywhere: grey = done in a whole span,
// hatched = the span is not over, gold = target reached, the dashed line = the target.
import type { EChartsCoreOption } from 'echarts/core';
import { formatNumber } from '../numbers.ts';
import { mixture } from './mix.ts';

export const colours = {
  ink: 'var(--n-ink)',
  second: 'var(--n-ink-2)',
  grey: 'var(--n-ink-3)',
  line: 'var(--n-line)',
  strong: 'var(--n-line-strong)',
  ground: 'var(--n-ground)',
  surface: 'var(--n-surface)',
  act: 'var(--n-act)',
  gold: 'var(--n-gold-fill)',
} as const;

export interface Look {
  /** Size of letters in pixels, as the reader has set it. */
  letter: number;
  /** Of the place, in pixels: words are written where they find room. */
  width: number;
  height: number;
  /** A place for few words: labels are spared. */
  narrow: boolean;
  still: boolean;
}

/** What a chart says of itself; the look is added here. */
export type Sketch = (look: Look) => EChartsCoreOption;

export const family = '"Be Vietnam Figures", "Be Vietnam Pro", system-ui, sans-serif';

/** Letters, motion and colours that hold for every chart. */
export const dressed = (option: EChartsCoreOption, look: Look): EChartsCoreOption => ({
  darkMode: false,
  animation: !look.still,
  animationDuration: 250,
  textStyle: { fontFamily: family, fontSize: look.letter, color: colours.ink },
  ...option,
});

export const labelStyle = ({ letter }: Look) => ({
  color: colours.ink,
  fontFamily: family,
  fontSize: letter,
  textBorderWidth: 0,
});

/** How much of the line a text takes at most: its letters are mostly figures. */
export const textWidth = (text: string, { letter }: Pick<Look, 'letter'>): number =>
  Math.ceil(text.length * letter * 0.62);

/** Names along the foot: years, months, numbers of people. */
export const footAxis = (names: readonly string[], look: Look) => ({
  type: 'category' as const,
  data: [...names],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: colours.strong } },
  axisLabel: { ...labelStyle(look), color: colours.second, interval: 'auto' as const, hideOverlap: true },
});

/** Counts from nought upwards. */
export const countAxis = (look: Look, top?: number) => ({
  type: 'value' as const,
  min: 0,
  ...(top === undefined ? {} : { max: top }),
  minInterval: 1,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { ...labelStyle(look), color: colours.grey, formatter: (count: number) => formatNumber(count) },
  splitLine: { lineStyle: { color: colours.line } },
});

/** Where numbers would stand on one another some are left out; the table has them all. */
export const spaced = { labelLayout: { hideOverlap: true } };

/** A shade of the ink that hides what lies under it, in whole per cent. */
export const shade = (percent: number): string => mixture(colours.ink, percent, colours.ground);

/** Hatching: a span that is not over, on screen and in black and white. */
export const hatched = {
  symbol: 'rect',
  color: colours.second,
  dashArrayX: [1, 0] as [number, number],
  dashArrayY: [2, 4] as [number, number],
  rotation: -Math.PI / 4,
};

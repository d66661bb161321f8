// Ages on both sides of one line, the youngest at the foot: each bar from nought with its own number beside it, both sides
// on one scale, each side named with its sum at the top.
import { colours, labelStyle, type Look, type Sketch } from './look.ts';

export interface PyramidBand {
  name: string;
  left: number;
  right: number;
  /** as written; another word where the number is not given away */
  leftSaid: string;
  rightSaid: string;
}
export interface Pyramid {
  bands: readonly PyramidBand[];
  left: string;
  right: string;
}

/** Half the width against the longest bar: the rest is left for the numbers. */
const room = ({ narrow }: Look): number => (narrow ? 1.9 : 1.4);

export const sketchPyramid =
  ({ bands, left, right }: Pyramid): Sketch =>
  (look) => {
    const highest = Math.max(1, ...bands.flatMap((band) => [band.left, band.right]));
    return {
      grid: {
        left: 4,
        right: 4,
        top: 4,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: { type: 'value', min: -highest * room(look), max: highest * room(look), show: false },
      yAxis: {
        type: 'category',
        data: [...bands.map(({ name }) => name), ''],
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { ...labelStyle(look), color: colours.second, interval: 0 },
      },
      series: [side(bands, { look, sign: -1, head: left }), side(bands, { look, sign: 1, head: right })],
    };
  };

interface Side {
  look: Look;
  sign: -1 | 1;
  head: string;
}

/** The right side is lighter and outlined: both are told apart without colour. */
function side(bands: readonly PyramidBand[], { look, sign, head }: Side) {
  const isLeft = sign === -1;
  const label = (formatter: string, strong: boolean) => ({
    ...labelStyle(look),
    show: true,
    position: isLeft ? ('left' as const) : ('right' as const),
    distance: 6,
    formatter,
    fontWeight: strong ? (600 as const) : (400 as const),
  });
  const style = isLeft
    ? { color: colours.second, borderColor: colours.ground, borderWidth: 0 }
    : { color: colours.line, borderColor: colours.second, borderWidth: 1 };
  return {
    type: 'bar' as const,
    stack: 'ages',
    silent: true,
    barWidth: '72%',
    data: [
      ...bands.map((band) => ({
        value: sign * (isLeft ? band.left : band.right),
        itemStyle: style,
        label: label(isLeft ? band.leftSaid : band.rightSaid, false),
      })),
      { value: 0, itemStyle: style, label: label(head, true) },
    ],
  };
}

// Ages on both sides of one line, the youngest at the foot: each bar from nought with its own number beside it, both sides
// on one scale, each side named with its sum at the top.
import { colours, labelStyle, type Look, type Sketch, textWidth } from './look.ts';

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

const widest = (texts: readonly string[], look: Look): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, look)));

/** From the middle line to the edge, in pixels. */
function halfWidth({ bands }: Pyramid, look: Look): number {
  const names = bands.map(({ name }) => name);
  return Math.max(1, (look.width - widest(names, look) - 2 * edge) / 2);
}

/** Half the width against the longest bar: the rest is left for the numbers. */
function room(shown: Pyramid, look: Look): number {
  const said = shown.bands.flatMap(({ leftSaid, rightSaid }) => [leftSaid, rightSaid]);
  const left = 1 - (widest(said, look) + 2 * beside) / halfWidth(shown, look);
  return Math.max(1.4, 1 / Math.max(left, 0.2));
}

const edge = 4;
const beside = 6;

export const sketchPyramid =
  (shown: Pyramid): Sketch =>
  (look) => {
    const { bands } = shown;
    const [left, right] = headsOf(shown, look);
    const ends = highestOf(shown) * room(shown, look);
    return {
      grid: {
        left: edge,
        right: edge,
        top: edge,
        bottom: edge,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: { type: 'value', min: -ends, max: ends, show: false },
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

const highestOf = ({ bands }: Pyramid): number =>
  Math.max(1, ...bands.flatMap((band) => [band.left, band.right]));

/** In large letters both sums stand below their names: “Nam” and “292”. */
function headsOf(shown: Pyramid, look: Look): [left: string, right: string] {
  const { left, right } = shown;
  if (widest([left, right], look) + beside <= halfWidth(shown, look)) return [left, right];
  return [left.split(' ').join('\n'), right.split(' ').join('\n')];
}

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
    distance: beside,
    lineHeight: Math.round(look.letter * 1.15),
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

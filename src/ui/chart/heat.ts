// Units as areas: the larger the area the more members, the darker the higher the value; gold = the target is reached. The
// value stands in the area itself, so that it can be read in black and white and without a key; its name where there is
// room for whole words.
import { mixture } from './mix.ts';
import { colours, labelStyle, type Look, shade, type Sketch, textWidth } from './look.ts';
import { linesOf, withoutCommon } from './names.ts';
import { type Area, areasOf, gap } from './squares.ts';

export interface HeatUnit {
  id: string;
  name: string;
  /** the area */
  size: number;
  /** 0 … 1 = how dark; null: nothing can be said */
  heat: number | null;
  said: string;
  reached?: boolean;
}

/** Four shades that stay apart on paper; on the last two letters turn light. */
export const shades = [
  { from: 0, percent: 6, light: false },
  { from: 0.25, percent: 18, light: false },
  { from: 0.5, percent: 34, light: false },
  { from: 0.75, percent: 76, light: true },
] as const;
export const shadeOf = (heat: number) =>
  shades.findLast(({ from }) => heat >= from) ?? (shades[0] as (typeof shades)[number]);

const padding = 3;
/** Around an area, and between the lines in it. */
const border = 1;
/** Words in Vietnamese may be a little wider than they are reckoned. */
const spare = 4;
const lineShare = 1.35;

/** The value and below it the name in lines of whole words: each as far as the area has room for it. */
export function wordsIn(said: string, name: string, area: Area, look: Pick<Look, 'letter'>): string[] {
  const room = area.width - 2 * (padding + border);
  const most = Math.floor((area.height - 2 * (padding + border)) / (look.letter * lineShare));
  if (most < 1 || textWidth(said, look) > room) return [];
  const lines = linesOf(name, room - spare, look);
  const fits = lines.length < most && lines.every((line) => textWidth(line, look) <= room - spare);
  return fits ? [said, ...lines] : [said];
}

export const sketchHeat =
  (units: readonly HeatUnit[]): Sketch =>
  (look) => ({
    series: [
      {
        type: 'treemap',
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        data: drawnAreas(units, look),
        itemStyle: { borderColor: colours.strong, borderWidth: 1, gapWidth: gap },
        emphasis: { disabled: true },
        label: { ...labelStyle(look), overflow: 'none', padding, lineHeight: look.letter * lineShare },
      },
    ],
  });

const reachedShade = (): string => mixture(colours.gold, 45, colours.ground);

/** Whoever has nobody still has a place. */
const sizeOf = ({ size }: Pick<HeatUnit, 'size'>): number => Math.max(1, size);

function drawnAreas(units: readonly HeatUnit[], look: Look) {
  const areas = areasOf(units.map(sizeOf), look);
  const short = withoutCommon(units.map(({ name }) => name));
  return units.map((unit, at) => {
    const place = areas[at] ?? { width: 0, height: 0 };
    return area(unit, wordsIn(unit.said, short[at] ?? '', place, look), look);
  });
}

function area({ id, name, size, heat, reached }: HeatUnit, words: readonly string[], look: Look) {
  const { percent, light: dark } = shadeOf(heat ?? 0);
  const light = !reached && dark;
  const colour = light ? colours.ground : colours.ink;
  const text = { ...labelStyle(look), color: colour, lineHeight: Math.round(look.letter * lineShare) };
  return {
    id,
    name,
    value: sizeOf({ size }),
    itemStyle: { color: reached ? reachedShade() : heat === null ? colours.ground : shade(percent) },
    label: {
      ...text,
      position: 'insideTopLeft' as const,
      show: words.length > 0,
      formatter: words.join('\n'),
    },
  };
}

// Units as areas: the larger the area the more members, the darker the higher the value; gold = the target is reached. The
// value stands in the area itself, so that it can be read in black and white and without a key.
import { colours, labelStyle, type Look, shade, type Sketch } from './look.ts';
import { withoutCommon } from './names.ts';

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
        // Whoever has nobody still has a place.
        data: withoutCommon(units.map(({ name }) => name)).map((short, at) =>
          area(units[at] as HeatUnit, short, look),
        ),
        itemStyle: { borderColor: colours.strong, borderWidth: 1, gapWidth: 1 },
        emphasis: { disabled: true },
        label: { ...labelStyle(look), overflow: 'truncate', padding: 3, lineHeight: look.letter * 1.35 },
      },
    ],
  });

const reachedShade = `color-mix(in srgb, ${colours.gold} 45%, ${colours.ground})`;

function area({ id, name, size, heat, said, reached }: HeatUnit, short: string, look: Look) {
  const { percent, light: dark } = shadeOf(heat ?? 0);
  const light = !reached && dark;
  const colour = light ? colours.ground : colours.ink;
  const text = { ...labelStyle(look), color: colour, lineHeight: Math.round(look.letter * 1.35) };
  return {
    id,
    name,
    value: Math.max(1, size),
    itemStyle: { color: reached ? reachedShade : heat === null ? colours.ground : shade(percent) },
    label: {
      ...text,
      position: 'insideTopLeft' as const,
      formatter: `${said}\n${short}`,
    },
  };
}

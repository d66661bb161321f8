// Numbers above columns: each over the height it is given, in the middle of its own place, so that it lies on nothing.
import { colours, labelStyle, type Look, spaced } from './look.ts';

export interface NumberAbove {
  /** null: no number */
  foot: number | null;
  said: string;
}

/** Points that are not seen carry them. */
export const numbersAbove = (numbers: readonly NumberAbove[], look: Look) => ({
  type: 'scatter' as const,
  silent: true,
  z: 6,
  symbol: 'rect',
  symbolSize: 1,
  itemStyle: { color: 'none' },
  ...spaced,
  data: numbers.map(({ foot, said }) => ({
    value: foot ?? '-',
    label: {
      ...labelStyle(look),
      show: foot !== null,
      position: 'top' as const,
      distance: 5,
      formatter: said,
      fontWeight: 600 as const,
      color: colours.ink,
    },
  })),
});

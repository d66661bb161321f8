// The months of a year beside those of the year before: solid this year, outlined last year, the month that runs hatched.
// The number is that of this year; it stands above its own column, else above both, and lies on neither.
import { numbersAbove } from './above.ts';
import {
  colours,
  countAxis,
  footAxis,
  hatched,
  labelStyle,
  type Look,
  type Sketch,
  textWidth,
} from './look.ts';
import { formatNumber } from '../numbers.ts';

export interface MonthPair {
  label: string;
  /** null: has not come */
  now: number | null;
  before: number | null;
  part: boolean;
}

/** Of the room of a month: what its two columns take, and each of them. */
const both = 0.8;
const each = 0.38;
/** Letters are reckoned a little wider than they are. */
const overhang = 1;

/** Where the number of a month finds room; nowhere where it would lie on a column: the table has it. */
function placeOf({ now, before }: MonthPair, place: number, look: Look): 'own' | 'both' | null {
  if (now === null || now === 0) return null;
  const width = textWidth(formatNumber(now), look);
  if (width <= place * each + 2 * overhang) return 'own';
  return width <= place && now >= (before ?? 0) ? 'both' : null;
}

export const sketchMonths =
  (months: readonly MonthPair[]): Sketch =>
  (look) => {
    const highest = Math.max(1, ...months.flatMap(({ now, before }) => [now ?? 0, before ?? 0]));
    const axis = textWidth(formatNumber(Math.ceil(highest * 1.25)), look) + 20;
    const place = (look.width - axis) / Math.max(1, months.length);
    const column = {
      type: 'bar' as const,
      silent: true,
      barGap: '8%',
      barCategoryGap: `${100 * (1 - both)}%`,
    };
    return {
      grid: {
        left: 4,
        right: 8,
        top: 24,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: footAxis(
        months.map(({ label }) => label),
        look,
      ),
      yAxis: countAxis(look),
      series: [
        {
          ...column,
          data: months.map(({ before }) => ({
            value: before ?? '-',
            itemStyle: { color: colours.ground, borderColor: colours.strong, borderWidth: 1 },
          })),
        },
        {
          ...column,
          data: months.map((month) => columnOf(month, placeOf(month, place, look) === 'own', look)),
        },
        numbersAbove(
          months.map((month) => ({
            foot: placeOf(month, place, look) === 'both' ? month.now : null,
            said: formatNumber(month.now),
          })),
          look,
        ),
      ],
    };
  };

function columnOf({ now, part }: MonthPair, numbered: boolean, look: Look) {
  const fill = colours.second;
  return {
    value: now ?? '-',
    itemStyle: part
      ? { color: colours.ground, borderColor: fill, borderWidth: 2, decal: { ...hatched, color: fill } }
      : { color: fill },
    label: {
      ...labelStyle(look),
      show: numbered,
      position: 'top' as const,
      formatter: formatNumber(now),
      fontWeight: 600 as const,
    },
  };
}

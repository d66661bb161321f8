// Years side by side: a column for what was done, a bar across for the target of that year; a year that is not over, or
// that began late, is hatched; a year that reached its target is gold. Where there is no room, below one another.
import { numbersAbove } from './above.ts';
import { colours, countAxis, footAxis, hatched, labelStyle, type Look, type Sketch } from './look.ts';
import { footOf, gap, highestOf, padding, roomFor, type YearColumn, type YearRoom } from './year-room.ts';
import { rowsOf } from './year-rows.ts';

export type { YearColumn } from './year-room.ts';

const reached = ({ done, least }: YearColumn) => done !== null && least !== null && done >= least;

export const sketchYears =
  (years: readonly YearColumn[]): Sketch =>
  (look) => {
    const room = roomFor(years, look);
    return room ? columnsOf(years, look, room) : rowsOf(years, look, fillOf);
  };

function columnsOf(years: readonly YearColumn[], look: Look, { column, mark, edge }: YearRoom) {
  const top = highestOf(years);
  const across = (value: (year: YearColumn) => number | null, said: boolean) =>
    targetMarks(years, { value, said, look, width: mark });
  return {
    grid: {
      left: 4,
      right: edge,
      top: 30,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: footAxis(
      years.map(({ label }) => label),
      look,
    ),
    yAxis: countAxis(look),
    series: [
      {
        type: 'bar' as const,
        silent: true,
        barWidth: column,
        data: years.map((year) => ({ value: year.done ?? '-', itemStyle: fillOf(year) })),
      },
      across(({ least }) => least, false),
      across(({ most, least }) => most ?? least, true),
      numbersAbove(
        years.map((year) => ({ foot: footOf(year, top), said: year.doneSaid })),
        look,
      ),
    ],
  };
}

function fillOf(year: YearColumn) {
  const fill = reached(year) ? colours.gold : colours.second;
  return year.part
    ? { color: colours.ground, borderColor: fill, borderWidth: 2, decal: { ...hatched, color: fill } }
    : { color: fill };
}

interface Across {
  value: (year: YearColumn) => number | null;
  said: boolean;
  look: Look;
  width: number;
}

/** A bar across the column at the height of the target, its number beside it. */
const targetMarks = (years: readonly YearColumn[], { value, said, look, width }: Across) => ({
  type: 'scatter' as const,
  silent: true,
  z: 4,
  symbol: 'rect',
  symbolSize: [width, 3] as [number, number],
  itemStyle: { color: colours.ink, opacity: 1 },
  data: years.map((year) => ({
    value: value(year) ?? '-',
    label: {
      ...labelStyle(look),
      show: said && year.targetSaid !== '',
      position: 'right' as const,
      distance: gap,
      formatter: year.targetSaid,
      color: colours.second,
      backgroundColor: colours.ground,
      borderRadius: 3,
      padding: [0, padding] as [number, number],
    },
  })),
});

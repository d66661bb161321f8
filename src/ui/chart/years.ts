// Years side by side: a column for what was done, a bar across for the target of that year; a year that is not over, or
// that began late, is hatched; a year that reached its target is gold.
import { colours, countAxis, footAxis, hatched, labelStyle, type Look, type Sketch, spaced } from './look.ts';

export interface YearColumn {
  label: string;
  /** null: nobody knows – no column is drawn, and none is made up. */
  done: number | null;
  /** The number as written: '13', '≥ 2.070'. */
  doneSaid: string;
  part: boolean;
  least: number | null;
  most: number | null;
  targetSaid: string;
}

const reached = ({ done, least }: YearColumn) => done !== null && least !== null && done >= least;

/** Share of the height that a number above its column takes, and the mark of a target must leave it. */
const room = 0.3;

/** Whether the mark of a target stands where the number would: just above the column, or across its end. */
function isMarked({ done, least, most }: YearColumn, top: number): boolean {
  const end = done ?? 0;
  return [least, most].some((mark) => mark !== null && mark >= end && mark <= end + top * room);
}

export const sketchYears =
  (columns: readonly YearColumn[]): Sketch =>
  (look) => {
    const width = look.narrow ? (columns.length > 6 ? 14 : 22) : columns.length > 12 ? 22 : 40;
    const top = Math.max(
      1,
      ...columns.flatMap(({ done, least, most }) => [done ?? 0, least ?? 0, most ?? 0]),
    );
    const across = (value: (column: YearColumn) => number | null, said: boolean) =>
      targetMarks(columns, { value, said, look, width });
    return {
      grid: {
        left: 4,
        right: 28,
        top: 30,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: footAxis(
        columns.map(({ label }) => label),
        look,
      ),
      yAxis: countAxis(look),
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: width,
          ...spaced,
          data: columns.map((column) => bar(column, look, isMarked(column, top))),
        },
        across(({ least }) => least, false),
        across(({ most, least }) => most ?? least, true),
      ],
    };
  };

/** Its number stands above it, where a low column keeps its foot; at the foot only where the mark of the target is in the way. */
function bar(column: YearColumn, look: Look, marked: boolean) {
  const fill = reached(column) ? colours.gold : colours.second;
  return {
    value: column.done ?? '-',
    itemStyle: column.part
      ? { color: colours.ground, borderColor: fill, borderWidth: 2, decal: { ...hatched, color: fill } }
      : { color: fill },
    label: {
      ...labelStyle(look),
      show: column.done !== null,
      position: marked ? ('insideBottom' as const) : ('top' as const),
      formatter: column.doneSaid,
      fontWeight: 600 as const,
      color: colours.ink,
      backgroundColor: colours.ground,
      borderRadius: 3,
      // Narrow enough to leave the column standing on both sides of it.
      padding: (look.narrow ? [1, 1] : [2, 4]) as [number, number],
    },
  };
}

interface Across {
  value: (column: YearColumn) => number | null;
  said: boolean;
  look: Look;
  width: number;
}

/** A bar across the column at the height of the target, its number beside it. */
function targetMarks(columns: readonly YearColumn[], { value, said, look, width }: Across) {
  return {
    type: 'scatter' as const,
    silent: true,
    z: 4,
    symbol: 'rect',
    symbolSize: [width + (look.narrow ? 6 : 16), 3] as [number, number],
    itemStyle: { color: colours.ink, opacity: 1 },
    data: columns.map((column, at) => ({
      value: value(column) ?? '-',
      label: {
        ...labelStyle(look),
        // Where there is little room, a number is written again only when it has changed.
        show: said && (!look.narrow || columns[at - 1]?.targetSaid !== column.targetSaid),
        position: look.narrow ? ('top' as const) : ('right' as const),
        distance: 4,
        formatter: column.targetSaid,
        color: colours.second,
        backgroundColor: colours.ground,
        borderRadius: 3,
        padding: [0, 3] as [number, number],
      },
    })),
  };
}

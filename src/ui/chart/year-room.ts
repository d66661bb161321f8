// Whether years find room side by side: each number must stand free of the columns, marks and numbers beside it. Where it
// would not, years lie below one another (year-rows.ts).
import { formatNumber } from '../numbers.ts';
import { type Look, textWidth } from './look.ts';

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

/** Widths in pixels, and what the number of the last target takes at the edge. */
export interface YearRoom {
  column: number;
  mark: number;
  edge: number;
}

/** Between what stands beside one another, and around the number of a target. */
export const gap = 4;
export const padding = 3;
/** How far a mark reaches over its column on either side. */
const over = 5;
const columns = { widest: 40, narrowest: 14 };

export const highestOf = (years: readonly YearColumn[]): number =>
  Math.max(1, ...years.flatMap(({ done, least, most }) => [done ?? 0, least ?? 0, most ?? 0]));

/** null: there is none. */
export function roomFor(years: readonly YearColumn[], look: Look): YearRoom | null {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, look)));
  const done = widest(years.map(({ doneSaid }) => doneSaid));
  const target = widest(years.map(({ targetSaid }) => targetSaid));
  const edge = target > 0 ? target + 2 * gap : 3 * gap;
  // The axis ends at a round number above the highest.
  const axis = textWidth(formatNumber(Math.ceil(highestOf(years) * 1.25)), look) + 3 * gap;
  const place = (look.width - axis - edge) / Math.max(1, years.length);
  for (let column = columns.widest; column >= columns.narrowest; column -= 2)
    if (neededFor({ column, done, target }) <= place) return { column, mark: column + 2 * over, edge };
  return null;
}

/** From one year to the next: its number above it, the number of its target between its mark and what comes next. */
function neededFor({ column, done, target }: { column: number; done: number; target: number }): number {
  const mark = column + 2 * over;
  const alone = Math.max(done + gap, column * 1.4);
  if (target === 0) return alone;
  const half = Math.max(mark, done) / 2;
  return Math.max(alone, 2 * half + 2 * gap + target + 2 * padding);
}

/** Share of the height that a number takes. */
const letterShare = 0.18;

/** The height that the number of a year stands over: its column, or marks that lie where it would be. */
export function footOf({ done, least, most }: YearColumn, top: number): number | null {
  if (done === null) return null;
  const marks = [least, most].flatMap((mark) => mark ?? []).toSorted((a, b) => a - b);
  return marks.reduce((foot, mark) => (mark >= foot && mark <= foot + top * letterShare ? mark : foot), done);
}

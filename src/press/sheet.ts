// How a sheet of the Party is laid out, once for Word and PDF: margins, sizes, and the lines of its head and foot.
// 399-QĐ/TW with 05-HD/VPTW 27/5/2026; what of it is not checked against the original stands in regulations.
import type { Day } from '../platform/day.ts';
import type { Paper, PaperRow, PaperTable } from './paper.ts';

/** Millimetres. */
export const margins = { top: 20, bottom: 20, left: 30, right: 15 };
export const page = { width: 210, height: 297 };
/** Points: text, exact distance of lines, tables, notes. */
export const sizes = { text: 14, line: 19, table: 12, note: 11, title: 16 };
export const font = { pdf: 'Tinos', word: 'Times New Roman' };
export const party = 'ĐẢNG CỘNG SẢN VIỆT NAM';
/** Under “BÁO CÁO” the word is not said again. */
export function aboutOf(title: string): string {
  const rest = title.replace(/^Báo cáo (?:về )?/, '');
  return `${rest.slice(0, 1).toLocaleUpperCase('vi')}${rest.slice(1)}`;
}

export const recipientsHead = 'Nơi nhận:';
export const countHead = 'TT';

/** Names of bodies stand in capitals in the head; Ủ is written so, not UỶ. */
export const capitals = (text: string): string => text.toLocaleUpperCase('vi').replaceAll('UỶ', 'ỦY');

/** 'Kinh Bắc, ngày 05 tháng 02 năm 2026': days below ten and the months 1 and 2 carry a zero. */
export function datedOf(place: string | null, on: Day | null): string | null {
  if (!place && !on) return null;
  const [year, month, day] = on?.split('-') ?? [blank, blank, blank];
  const written = Number(month) > 2 ? String(Number(month)) : month;
  return [place, `ngày ${day} tháng ${written} năm ${year}`].filter(Boolean).join(', ');
}
const blank = '……';

export const numberOf = ({ number }: Pick<Paper, 'number'>): string | null => number && `Số ${number}`;

/** Breadths of the columns of a table, of 100: number, label, cells. */
export function widthsOf({ columns, rows }: PaperTable): number[] {
  const marked = rows.some(({ mark }) => mark !== '');
  const cells = columns.map(({ width }) => width);
  const count = marked ? 7 : 0;
  const label = 100 - count - cells.reduce((sum, width) => sum + width, 0);
  return [...(marked ? [count] : []), label, ...cells];
}

export const headOf = ({ columns, rows, label }: PaperTable): string[] => [
  ...(rows.some(({ mark }) => mark !== '') ? [countHead] : []),
  label,
  ...columns.map(({ heading }) => heading),
];

export interface LaidRow {
  mark: string | null;
  label: string;
  level: number;
  whole: boolean;
  cells: string[];
}
export const laidOf = (table: PaperTable): LaidRow[] => {
  const marked = table.rows.some(({ mark }) => mark !== '');
  return table.rows.map(({ mark, label, level, whole, cells }: PaperRow) => ({
    mark: marked ? mark : null,
    label,
    level,
    whole,
    cells: cells.map(({ text }) => text),
  }));
};

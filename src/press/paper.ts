// A report as it goes onto paper: who sends it, its tables and words, who signs. Excel, Word, PDF and the printed sheet are
// all written from this one, so that no number can differ between them.
import type { Day } from '../platform/day.ts';

/** What stands in a cell: the words of the screen, and the number itself for whoever reckons with it. */
export interface PaperCell {
  text: string;
  value: number | null;
  /** how the value is written; 'whole' where it is left out */
  as?: 'whole' | 'percent' | 'tenths' | 'hundredths';
}
export interface PaperColumn {
  heading: string;
  /** part of the breadth of the sheet, of 100 */
  width: number;
}
export interface PaperRow {
  /** number of the row in the form: '1', '1.1', 'a' */
  mark: string;
  label: string;
  /** 0 = row of the form, deeper ones stand in */
  level: number;
  /** a sum, or a row that others are parts of */
  whole: boolean;
  cells: PaperCell[];
}
export interface PaperTable {
  kind: 'table';
  heading: string;
  /** of the cells; mark and label come before them */
  columns: PaperColumn[];
  /** above the labels */
  label: string;
  rows: PaperRow[];
  /** under the table: identities that hold or do not, what is not counted */
  notes: string[];
}
export interface PaperText {
  kind: 'text';
  heading: string;
  paragraphs: string[];
}
export interface Paper {
  /** name of the file, without its ending */
  file: string;
  /** the body above, as the head of the paper names it; null: none is known */
  superior: string | null;
  body: string;
  number: string | null;
  place: string | null;
  on: Day | null;
  title: string;
  subtitle: string[];
  /** DỮ LIỆU MÔ PHỎNG */
  mark: string | null;
  /** tables too broad for an upright sheet */
  landscape: boolean;
  parts: (PaperTable | PaperText)[];
  recipients: string[];
  signature: { lines: string[]; name: string | null };
  /** as of when, by which rules, since when frozen */
  footnotes: string[];
}

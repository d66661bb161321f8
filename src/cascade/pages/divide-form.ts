// Sharing out in the editor: the units that take part, their weights and bounds, and what comes of it – or why nothing can.
import { type Amount, isKnown } from '../../plans/amount.ts';
import { type Division, divide, type Known, type Portion, weightOf } from '../divide.ts';
import { readTyped } from '../typed.ts';
import type { Method, RowView } from '../view.ts';
import { cellAt, type Column, isMassColumn, keyOf, readCell } from './editor.ts';
import type { Editor } from './use-editor.ts';

export interface DivideForm {
  column: string;
  total: string;
  method: Method;
  least: number | null;
  most: number | null;
  keep: boolean;
  /** bounds of single units, over the general ones */
  bounds: Record<number, { least?: number | null; most?: number | null }>;
}

export interface DivideLine {
  row: RowView;
  weight: number;
  /** nobody counted: the weight is nought for want of a survey */
  unknown: boolean;
  least: number | null;
  most: number | null;
  fixed: Amount | null;
}

export const knownOf = (row: RowView, column: Column): Known => ({
  members: row.members,
  people: row.survey.people,
  open: row.pool.open,
  chosen: row.pool.chosen,
  history: cellAt(row, column).history,
});

/** What the place itself has comes first: its source, then its members (S0-38). */
export function likelyMethod(rows: readonly RowView[], column: Column): Method {
  const order: Method[] = ['survey', 'pool', 'history', 'members'];
  return order.find((method) => rows.some((row) => weightOf(knownOf(row, column), method) > 0)) ?? 'equal';
}

export const rowsFor = (editor: Editor, column: Column): RowView[] =>
  editor.view.rows.filter((row) => row.mass === isMassColumn(column));

export function linesOf(editor: Editor, column: Column, form: DivideForm): DivideLine[] {
  return rowsFor(editor, column).map((row) => {
    const own = form.bounds[row.unitId];
    return {
      row,
      weight: weightOf(knownOf(row, column), form.method),
      unknown: form.method === 'survey' && row.survey.people === null,
      least: own?.least ?? form.least,
      most: own?.most ?? form.most,
      fixed: fixedOf(editor, { row, column, keep: form.keep }),
    };
  });
}

const nought: Amount = { minimum: 0, maximum: 0, mark: 'exact' };

/** A unit that ended keeps its number; it is not asked for more. */
function fixedOf(
  editor: Editor,
  { row, column, keep }: { row: RowView; column: Column; keep: boolean },
): Amount | null {
  if (!keep && !row.endedOn) return null;
  const { given } = readCell(cellAt(row, column), editor.typings[keyOf(row.unitId, column)]);
  const held = given?.amount && isKnown(given.amount) ? given.amount : null;
  return held ?? (row.endedOn ? nought : null);
}

export function divisionOf(lines: readonly DivideLine[], total: string): Division {
  const read = readTyped(total);
  const amount = 'given' in read ? read.given?.amount : null;
  if (!amount) return { obstacle: { why: 'unknown', by: 0 } };
  const portions = lines.map(
    ({ row, weight, least, most, fixed }): Portion => ({
      id: row.unitId,
      weight,
      least: least ?? undefined,
      most: most ?? undefined,
      fixed: fixed ?? undefined,
    }),
  );
  return divide(amount, portions);
}

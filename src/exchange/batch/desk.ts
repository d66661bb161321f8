// What every planner of rows shares: noting what becomes of a line, and saying why one is left out.
import type { IntakeRow } from '../../intake/intake.ts';
import { type Desk, lineOf } from './people.ts';
import { type Line, lineName, unfitIn } from './plan.ts';
import type { AnyValues } from '../../intake/kinds.ts';
import type { Content } from './values.ts';

/** Lines whose record is not a person: known by their own key, taken once, again only when something changed. */
export type KnownContent = (keys: string[]) => Content | null;

export function note(row: IntakeRow, desk: Desk, action: Line['action'], columns: string[] = []): void {
  desk.plan.lines.push({ ...lineOf(row), action, columns });
}

/** Leaves the line out and says why. */
export function complain(
  row: IntakeRow,
  desk: Desk,
  code: string,
  params: Record<string, string | number> = {},
): void {
  note(row, desk, 'leave');
  desk.plan.issues.push({ severity: 'error', code, sheet: row.sheet, cell: `A${row.line}`, params });
}

/** Leaves out a line that the records cannot hold as it is written. */
export function isUnfit(row: IntakeRow, desk: Desk): boolean {
  const unfit = unfitIn(row.values as AnyValues);
  if (unfit) complain(row, desk, unfit.code, unfit.params);
  return unfit !== null;
}

export const complainUnit = (row: IntakeRow, desk: Desk, unit: string | undefined): void =>
  complain(row, desk, 'exchange.unit_outside', { unit: unit ?? '' });

export function remember(row: IntakeRow, desk: Desk, stream: string, content: Content): void {
  desk.plan.known.push({ name: lineName(row), keys: row.keys.map(desk.keyed), stream, content });
}

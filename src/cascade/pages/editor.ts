// What the editor knows of the cells that are being typed: what stands, what was typed over it, what that makes of the
// sums, and which lines a saving sends. Pure; nothing typed is ever dropped here.
import { type Amount, sumAmounts } from '../../plans/amount.ts';
import type { Given } from '../plan.ts';
import { readTyped, sameGiven, sayGiven, type TypedProblem } from '../typed.ts';
import type { CascadeView, CellView, Clash, OwnView, RowView } from '../view.ts';
import { differenceOf } from '../../plans/conserve.ts';
import type { DifferenceView } from '../../plans/view.ts';

/** A figure, or a part of one: 'admission' · 'admission.women'. */
export interface Column {
  id: string;
  figure: string;
  part: string;
}
export const columnOf = (id: string): Column => {
  const [figure = '', part = ''] = id.split('.');
  return { id, figure, part };
};

/** One cell that was typed in: the text as it is, and the draft as it was known then. */
export interface Typing {
  text: string;
  before: Given | null;
}
export type Typings = Readonly<Record<string, Typing>>;

export const keyOf = (unitId: number, { figure, part }: Pick<Column, 'figure' | 'part'>): string =>
  `${unitId}/${figure}/${part}`;

const empty = (figure: string, part: string): CellView => ({
  figure,
  part,
  assigned: null,
  since: null,
  draft: null,
  registered: null,
  aim: null,
  last: null,
  done: null,
  history: [],
});
export const cellAt = (row: RowView, { figure, part }: Column): CellView =>
  row.cells.find((cell) => cell.figure === figure && cell.part === part) ?? empty(figure, part);

export const draftOf = ({ draft }: CellView): Given | null =>
  draft && { amount: draft.amount, share: draft.share };
/** What the field shows untouched: the draft, else what is in force. */
export const baseOf = (cell: CellView): Given | null => draftOf(cell) ?? cell.assigned;
export const textOf = (cell: CellView, typing: Typing | undefined): string =>
  typing?.text ?? sayGiven(baseOf(cell));

export type CellProblem = TypedProblem | 'typed.cleared';

/** What stands in the cell now; a text that cannot be a target leaves what stood before it. */
export function readCell(
  cell: CellView,
  typing: Typing | undefined,
): { given: Given | null; problem: CellProblem | null; changed: boolean } {
  const base = baseOf(cell);
  if (!typing) return { given: base, problem: null, changed: false };
  const read = readTyped(typing.text, cell.part !== '');
  if ('problem' in read) return { given: base, problem: read.problem, changed: true };
  if (read.given === null && cell.assigned !== null)
    return { given: base, problem: 'typed.cleared', changed: true };
  return { given: read.given, problem: null, changed: !sameGiven(read.given, base) };
}

/** Typed over again as it was is untouched – unless it was meant against somebody else’s number. */
export function typed(
  typings: Typings,
  key: string,
  { cell, text }: { cell: CellView; text: string },
): Typings {
  const { [key]: held, ...others } = typings;
  const before = held ? held.before : draftOf(cell);
  const untouched = text.trim() === sayGiven(baseOf(cell)) && sameGiven(before, draftOf(cell));
  return untouched ? others : { ...others, [key]: { text, before } };
}

export interface Sent {
  unitId: number;
  figure: string;
  part: string;
  amount: Amount | null;
  share: number | null;
  before: Given | null;
}

export interface Saving {
  lines: Sent[];
  /** texts sent, by key: what was typed on meanwhile stays */
  texts: Record<string, string>;
  /** cells that cannot be saved as they are */
  problems: { key: string; name: string; problem: CellProblem }[];
}

export function savingOf(view: CascadeView, typings: Typings): Saving {
  const saving: Saving = { lines: [], texts: {}, problems: [] };
  const rows = new Map(view.rows.map((row) => [row.unitId, row]));
  for (const [key, typing] of Object.entries(typings)) {
    const [id, figure = '', part = ''] = key.split('/');
    const row = rows.get(Number(id));
    if (row) addLine(saving, { row, typing, key, column: { id: '', figure, part } });
  }
  return saving;
}

interface Adding {
  row: RowView;
  typing: Typing;
  key: string;
  column: Column;
}

function addLine(saving: Saving, { row, typing, key, column }: Adding): void {
  const cell = cellAt(row, column);
  const { given, problem } = readCell(cell, typing);
  if (problem) {
    saving.problems.push({ key, name: row.name, problem });
    return;
  }
  saving.texts[key] = typing.text;
  // What is in force already needs no draft.
  const line = sameGiven(given, cell.assigned) ? null : given;
  if (sameGiven(line, typing.before)) return;
  const { figure, part } = column;
  saving.lines.push({
    unitId: row.unitId,
    figure,
    part,
    before: typing.before,
    amount: line?.amount ?? null,
    share: line?.share ?? null,
  });
}

/** After a saving: what was sent is no longer typed over; what was typed on meanwhile stays. */
export const without = (typings: Typings, texts: Readonly<Record<string, string>>): Typings =>
  Object.fromEntries(Object.entries(typings).filter(([key, { text }]) => texts[key] !== text));

/** For each clash: one’s own number stands, now against theirs – or theirs does. */
export function settled(typings: Typings, clashes: readonly Clash[], mine: ReadonlySet<string>): Typings {
  const next: Record<string, Typing> = { ...typings };
  for (const clash of clashes) {
    const key = keyOf(clash.unitId, clash);
    const held = next[key];
    if (!held) continue;
    if (mine.has(key)) next[key] = { ...held, before: clash.theirs };
    else delete next[key];
  }
  return next;
}

// ---- sums

export interface Gap {
  column: Column;
  own: Given | null;
  /** nothing is in force yet: the number the plan reckons with */
  expected: boolean;
  sum: Amount | null;
  registered: Amount | null;
  aim: Amount | null;
  difference: DifferenceView;
  units: number;
  withNumber: number;
}

export function gapOf(view: CascadeView, typings: Typings, column: Column): Gap {
  const line = view.own.find(({ figure, part }) => figure === column.figure && part === column.part);
  const own = line?.assigned ?? line?.expected ?? null;
  const rows = view.rows.filter((row) => row.mass === isMassColumn(column));
  const cells = rows.map((row) => ({ cell: cellAt(row, column), key: keyOf(row.unitId, column) }));
  const given = amountsOf(cells.map(({ cell, key }) => readCell(cell, typings[key]).given));
  const registered = amountsOf(cells.map(({ cell }) => cell.registered));
  const aims = amountsOf(cells.map(({ cell }) => cell.aim));
  return {
    column,
    own,
    expected: !line?.assigned && own !== null,
    sum: sumOf(given),
    registered: sumOf(registered),
    aim: sumOf(aims),
    difference: differenceOf(own?.amount ?? null, given),
    units: rows.length,
    withNumber: given.length,
  };
}

export const isMassColumn = ({ figure }: { figure: string }): boolean => figure === 'introduction';
const amountsOf = (list: readonly (Given | null)[]): Amount[] => list.flatMap((one) => one?.amount ?? []);
const sumOf = (list: readonly Amount[]): Amount | null => (list.length > 0 ? sumAmounts(list) : null);

export const ownOf = (view: CascadeView, column: Column): OwnView | undefined =>
  view.own.find(({ figure, part }) => figure === column.figure && part === column.part);

// ---- many cells at once

export interface Filling {
  unitId: number;
  given: Given;
}

/** Writes numbers into one column as if they had been typed. */
export function filled(
  view: CascadeView,
  typings: Typings,
  { column, numbers }: { column: Column; numbers: readonly Filling[] },
): Typings {
  const rows = new Map(view.rows.map((row) => [row.unitId, row]));
  return numbers.reduce((next, { unitId, given }) => {
    const row = rows.get(unitId);
    if (!row) return next;
    return typed(next, keyOf(unitId, column), { cell: cellAt(row, column), text: sayGiven(given) });
  }, typings);
}

export type Settlement = 'registered' | 'registered_at_least' | 'last';

/** Settling what was registered from below: which units would get which number. */
export function settlementOf(
  view: CascadeView,
  typings: Typings,
  { column, how }: { column: Column; how: Settlement },
): Filling[] {
  return view.rows.flatMap((row) => {
    if (row.mass !== isMassColumn(column) || row.endedOn !== null) return [];
    const cell = cellAt(row, column);
    const now = readCell(cell, typings[keyOf(row.unitId, column)]).given;
    const given = how === 'last' ? (cell.last?.target ?? null) : cell.registered;
    if (!given || sameGiven(given, now)) return [];
    return how === 'registered_at_least' && !isAtLeast(given, now) ? [] : [{ unitId: row.unitId, given }];
  });
}

const isAtLeast = (given: Given, now: Given | null): boolean =>
  (given.amount?.minimum ?? -1) >= (now?.amount?.minimum ?? 0);

/** Every cell whose number an approval would change. */
export interface Change {
  unitId: number;
  name: string;
  column: Column;
  from: Given | null;
  to: Given;
}
export const changesOf = (view: CascadeView): Change[] =>
  view.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const to = draftOf(cell);
      if (!to || sameGiven(to, cell.assigned)) return [];
      const { figure, part } = cell;
      const column = { id: part ? `${figure}.${part}` : figure, figure, part };
      return [{ unitId: row.unitId, name: row.name, column, from: cell.assigned, to }];
    }),
  );

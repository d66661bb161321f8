// Units of a workbook against the tree that is there: found by code or name, or planned anew under the unit that the
// row names – or under the officer's own.
import { fold } from '../../platform/text.ts';
import { childKinds } from '../../org/organisation.ts';
import type { IntakeRow } from '../../intake/intake.ts';
import type { AnyValues, PlaceValue } from '../../intake/kinds.ts';
import { unitKey } from '../../intake/unit-names.ts';
import type { Issue } from '../../intake/rows.ts';
import { decisionOf, type Line, type Plan, type PlannedUnit, textOf, unfitIn, type UnitRef } from './plan.ts';

export interface HeldUnit {
  id: number;
  name: string;
  kind: string;
  type: string | null;
  code: string | null;
  parentId: number | null;
  path: string;
  endedOn: string | null;
}

/** Names of units → units: those held within reach, then those planned. */
export interface UnitBook {
  find(name: string | null): UnitRef | null;
  kindOf(ref: UnitRef): string;
  nameOf(ref: UnitRef): string;
  plan(unit: PlannedUnit): UnitRef;
  /** units of a kind, held or planned, by folded name */
  ofKind(kind: string): { ref: UnitRef; name: string }[];
  own: UnitRef;
}

export function unitBook(held: readonly HeldUnit[], ownId: number, plan: Plan): UnitBook {
  const standing = held.filter((unit) => unit.endedOn === null);
  const byId = new Map(held.map((unit) => [unit.id, unit]));
  const byKey = new Map<string, UnitRef>();
  // Of two units of one name the higher one was found first and keeps it.
  for (const unit of standing)
    if (!byKey.has(unitKey(unit.name))) byKey.set(unitKey(unit.name), { id: unit.id });
  const planned = new Map<string, PlannedUnit>();
  const of = (ref: UnitRef) => ('id' in ref ? byId.get(ref.id) : planned.get(ref.key));
  return {
    own: { id: ownId },
    find: (name) => (name === null ? null : (byKey.get(unitKey(name)) ?? null)),
    kindOf: (ref) => of(ref)?.kind ?? 'cell',
    nameOf: (ref) => of(ref)?.name ?? '',
    ofKind: (kind) => [
      ...standing
        .filter((unit) => unit.kind === kind)
        .map((unit) => ({ ref: { id: unit.id }, name: fold(unit.name) })),
      ...[...planned.values()]
        .filter((unit) => unit.kind === kind)
        .map((unit) => ({ ref: { key: unit.key }, name: fold(unit.name) })),
    ],
    plan: (unit) => {
      const ref = { key: unit.key };
      planned.set(unit.key, unit);
      byKey.set(unitKey(unit.name), ref);
      plan.units.push(unit);
      return ref;
    },
  };
}

const emptyUnit = { type: null, code: null, placeCode: null, foundedOn: null, endedOn: null, decision: null };

/** A unit that lists name without anybody declaring it becomes a cell of the officer's own unit. */
export function assumeUnit(book: UnitBook, name: string): UnitRef {
  return book.plan({ ...emptyUnit, key: unitKey(name), parent: book.own, name, kind: 'cell' });
}

export function planUnits(rows: readonly IntakeRow<'units'>[], book: UnitBook, plan: Plan): void {
  const waiting = rows.filter((row) => row.ok);
  // Parents first, wherever they stand in the list: whatever names a parent still to come waits for it.
  for (let left = waiting.length + 1; waiting.length > 0 && waiting.length < left; ) {
    left = waiting.length;
    for (const row of waiting.splice(0)) if (!planUnit(row, book, plan, rows)) waiting.push(row);
  }
  for (const row of waiting) leave(row, plan, 'exchange.unit_parent_circle');
}

const isDeclared = (rows: readonly IntakeRow<'units'>[], name: string): boolean =>
  rows.some((row) => row.ok && unitKey(row.values.name ?? '') === unitKey(name));

/** False when its parent is declared further down. */
function planUnit(
  row: IntakeRow<'units'>,
  book: UnitBook,
  plan: Plan,
  rows: readonly IntakeRow<'units'>[],
): boolean {
  const { name = '', parent: parentName } = row.values;
  const parent = parentName === undefined ? book.own : book.find(parentName);
  const unfit = unfitIn(row.values as AnyValues, ['name', 'parent', 'decisionBy']);
  if (unfit) leave(row, plan, unfit.code, unfit.params);
  else if (book.find(name)) plan.lines.push(lineOf(row, 'same'));
  else if (parent) foundBelow(row, parent, book, plan);
  else if (waitsFor(rows, name, parentName ?? '')) return false;
  else leave(row, plan, 'exchange.unit_outside', { unit: parentName ?? '' });
  return true;
}

const waitsFor = (rows: readonly IntakeRow<'units'>[], name: string, parent: string): boolean =>
  isDeclared(rows, parent) && unitKey(parent) !== unitKey(name);

function foundBelow(row: IntakeRow<'units'>, parent: UnitRef, book: UnitBook, plan: Plan): void {
  const { name = '', kind = 'cell' } = row.values;
  if (!childKinds(book.kindOf(parent)).includes(kind))
    return leave(row, plan, 'exchange.unit_kind_below', { unit: name, parent: book.nameOf(parent) });
  book.plan({ ...plannedOf(row.values as AnyValues), name, kind, parent, key: unitKey(name) });
  plan.lines.push(lineOf(row, 'create'));
}

function plannedOf(values: AnyValues): Omit<PlannedUnit, 'key' | 'parent' | 'name' | 'kind'> {
  return {
    type: textOf(values, 'type'),
    code: textOf(values, 'code'),
    placeCode: (values.place as PlaceValue | undefined)?.codes[0] ?? null,
    foundedOn: textOf(values, 'foundedOn'),
    endedOn: textOf(values, 'endedOn'),
    decision: decisionOf(values),
  };
}

const lineOf = (row: IntakeRow<'units'>, action: Line['action']): Line => ({
  kind: 'units',
  sheet: row.sheet,
  line: row.line,
  label: row.values.name ?? '',
  bornOn: null,
  unit: textOf(row.values as AnyValues, 'parent'),
  action,
  columns: [],
  alike: [],
});

function leave(row: IntakeRow<'units'>, plan: Plan, code: string, params: Issue['params'] = {}): void {
  plan.lines.push(lineOf(row, 'leave'));
  plan.issues.push({ severity: 'error', code, sheet: row.sheet, cell: `A${row.line}`, params });
}

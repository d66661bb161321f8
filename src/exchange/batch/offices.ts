// Offices of a workbook: appointed once; holders who stand on no list enter the book of persons.
import { addDays, latest } from '../../platform/day.ts';
import { fold } from '../../platform/text.ts';
import type { IntakeRow } from '../../intake/intake.ts';
import type { AnyValues } from '../../intake/kinds.ts';
import { officeKindOf } from '../../intake/words.ts';
import { complainUnit, isUnfit, type KnownContent, note, remember } from './desk.ts';
import type { Desk } from './people.ts';
import { decisionOf, orNull, type PlannedOffice, type UnitRef } from './plan.ts';
import { changedColumns, contentOf } from './values.ts';

type Row = IntakeRow<'offices'>;

export function planOffices(rows: readonly Row[], desk: Desk, known: KnownContent): void {
  for (const row of rows) if (row.ok) planOffice(row, desk, known);
}

function planOffice(row: Row, desk: Desk, known: KnownContent): void {
  if (isUnfit(row, desk)) return;
  const unit = desk.units.find(orNull(row.values.unit));
  if (!unit) return complainUnit(row, desk, row.values.unit);
  const content = contentOf(row.values as AnyValues, desk.keyed);
  const before = known(row.keys);
  if (before)
    return changedColumns(before, content).length === 0 ? note(row, desk, 'same') : sayChanged(row, desk);
  appoint(row, unit, desk);
  remember(row, desk, 'office', content);
  note(row, desk, 'create', Object.keys(content));
}

function sayChanged(row: Row, desk: Desk): void {
  note(row, desk, 'leave');
  const place = { sheet: row.sheet, cell: `A${row.line}` };
  desk.plan.issues.push({ severity: 'warning', code: 'exchange.office_changed', ...place, params: {} });
}

function appoint(row: Row, unit: UnitRef, desk: Desk): void {
  const { name = '', title = '' } = row.values;
  const personId = desk.people.named(name, unit) ?? holder(desk, row, unit);
  const kind = officeKindOf(fold(title));
  // A title that opens nothing in Nguồn (deputy, member of a cell's committee) is kept as a position.
  if (kind) desk.plan.offices.push({ ...termOf(row, desk), personId, unit, kind, title });
  else setPosition(desk, personId, title);
}

/** Files name the last day of an office, the record its first day without it. */
function termOf(
  { values }: Row,
  desk: Desk,
): Pick<PlannedOffice, 'fromOn' | 'toOn' | 'namedUnits' | 'decision'> {
  const named = (values.namedUnits ?? []).map((each) => desk.units.find(each));
  return {
    fromOn: orNull(values.fromOn),
    toOn: values.toOn ? addDays(latest(values.toOn), 1) : null,
    namedUnits: named.filter((ref) => ref !== null),
    decision: decisionOf(values as AnyValues),
  };
}

function setPosition(desk: Desk, personId: string, title: string): void {
  const person = desk.people.open(personId);
  if (!person.fields.position) person.fields.position = title;
}

/** Officers of mass organisations, of the superior, of the political centre. */
function holder(desk: Desk, row: Row, unit: UnitRef): string {
  const { name = '', bornOn = null, sex } = row.values;
  const person = desk.people.add(name, bornOn, unit);
  person.fields = { fullName: name, ...(bornOn ? { bornOn } : {}), ...(sex ? { sex } : {}) };
  return person.id;
}

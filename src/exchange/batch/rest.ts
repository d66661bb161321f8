// Offices, yearly targets and dated acts of a workbook.
import type { PersonKind } from '../../members/person.ts';
import { addDays, latest } from '../../platform/day.ts';
import { fold } from '../../platform/text.ts';
import type { IntakeRow } from '../intake.ts';
import type { AnyValues, RangeValue } from '../kinds.ts';
import { officeKindOf } from '../words.ts';
import { type Desk, lineOf } from './people.ts';
import { decisionOf, type Line, type PlannedPerson, type UnitRef } from './plan.ts';
import { changedColumns, contentOf } from './values.ts';

/** Lines whose record is not a person: known by their own key, taken once, again only when something changed. */
export type KnownContent = (keys: string[]) => Record<string, string> | null;

function note(row: IntakeRow, desk: Desk, action: Line['action'], columns: string[] = []): void {
  desk.plan.lines.push({ ...lineOf(row), action, columns });
}

function complain(row: IntakeRow, desk: Desk, code: string, params: Record<string, string> = {}): void {
  note(row, desk, 'leave');
  desk.plan.issues.push({ severity: 'error', code, sheet: row.sheet, cell: `A${row.line}`, params });
}

export function planOffices(rows: readonly IntakeRow<'offices'>[], desk: Desk, known: KnownContent): void {
  for (const row of rows) if (row.ok) planOffice(row, desk, known);
}

function planOffice(row: IntakeRow<'offices'>, desk: Desk, known: KnownContent): void {
  const { values } = row;
  const unit = desk.units.find(values.unit ?? null);
  if (!unit) return complain(row, desk, 'exchange.unit_outside', { unit: values.unit ?? '' });
  const content = contentOf(values as AnyValues, desk.keyed);
  const before = known(row.keys);
  const columns = changedColumns(before ?? {}, content);
  if (columns.length === 0) return note(row, desk, 'same');
  if (before) return complainChanged(row, desk);
  const name = values.name ?? '';
  const personId = desk.people.named(name, unit) ?? holder(desk, row, unit);
  const kind = officeKindOf(fold(values.title ?? ''));
  // A title that opens nothing in Nguồn (deputy, member of a cell's committee) is kept as a position.
  if (!kind) setPosition(desk, personId, values.title ?? '');
  else
    desk.plan.offices.push({
      personId,
      unit,
      kind,
      title: values.title ?? '',
      fromOn: values.fromOn ?? null,
      toOn: values.toOn ? addDays(latest(values.toOn), 1) : null,
      namedUnits: (values.namedUnits ?? [])
        .map((each) => desk.units.find(each))
        .filter((ref) => ref !== null),
      decision: decisionOf(values as AnyValues),
    });
  desk.plan.known.push({ keys: row.keys.map(desk.keyed), stream: 'office', content });
  note(row, desk, 'create', columns);
}

function complainChanged(row: IntakeRow, desk: Desk): void {
  note(row, desk, 'leave');
  const place = { sheet: row.sheet, cell: `A${row.line}` };
  desk.plan.issues.push({ severity: 'warning', code: 'exchange.office_changed', ...place, params: {} });
}

function setPosition(desk: Desk, personId: string, title: string): void {
  const person = desk.people.people.find((item) => item.id === personId);
  if (person && !person.fields.position) person.fields.position = title;
}

/** Office holders who are on no list: officers of mass organisations, of the superior, of the political centre. */
function holder(desk: Desk, row: IntakeRow<'offices'>, unit: UnitRef): string {
  const { name = '', bornOn = null, sex } = row.values;
  const person = desk.people.add(name, bornOn, unit);
  person.fields = { fullName: name, ...(bornOn ? { bornOn } : {}), ...(sex ? { sex } : {}) };
  return person.id;
}

export function planTargets(rows: readonly IntakeRow<'targets'>[], desk: Desk, known: KnownContent): void {
  for (const row of rows) if (row.ok) planTarget(row, desk, known);
}

function planTarget(row: IntakeRow<'targets'>, desk: Desk, known: KnownContent): void {
  const { values } = row;
  const unit = desk.units.find(values.unit ?? null);
  if (!unit) return complain(row, desk, 'exchange.unit_outside', { unit: values.unit ?? '' });
  const content = contentOf(values as AnyValues, desk.keyed);
  const columns = changedColumns(known(row.keys) ?? {}, content);
  if (columns.length === 0) return note(row, desk, 'same');
  const year = values.year ?? 0;
  const decision = decisionOf(values as AnyValues);
  const range = (value: RangeValue | undefined) => ({
    minimum: value?.min ?? null,
    maximum: value?.max ?? null,
  });
  if (values.target || values.aim || values.result !== undefined)
    desk.plan.targets.push({
      unit,
      data: {
        year,
        of: 'admission',
        ...range(values.target),
        aim: values.aim?.max ?? values.aim?.min ?? null,
        done: values.result ?? null,
        decision,
      },
    });
  if (values.sourcing !== undefined) {
    const sourcing = { minimum: values.sourcing, maximum: values.sourcing, aim: null, done: null };
    desk.plan.targets.push({ unit, data: { year, of: 'sourcing', ...sourcing, decision } });
  }
  desk.plan.known.push({ keys: row.keys.map(desk.keyed), stream: 'target', content });
  note(row, desk, known(row.keys) ? 'change' : 'create', columns);
}

const personActs: Record<string, PersonKind> = {
  admitted: 'member.admitted',
  recognised: 'member.recognised',
  moved_in: 'member.moved_in',
  moved_out: 'member.moved_out',
  moved_within: 'member.moved',
  died: 'member.died',
  removed: 'member.removed',
  expelled: 'member.expelled',
  left: 'member.left',
  restored: 'member.restored',
  card_issued: 'member.card_issued',
  exempted: 'member.exempted',
};

export function planActs(rows: readonly IntakeRow<'acts'>[], desk: Desk, known: KnownContent): void {
  const inOrder = rows
    .filter((row) => row.ok)
    .toSorted((a, b) => ((a.values.happenedOn ?? '') < (b.values.happenedOn ?? '') ? -1 : 1));
  for (const row of inOrder) planAct(row, desk, known);
}

function planAct(row: IntakeRow<'acts'>, desk: Desk, known: KnownContent): void {
  const content = contentOf(row.values as AnyValues, desk.keyed);
  const before = known(row.keys);
  if (before) return note(row, desk, 'same');
  const done = personActs[row.values.act ?? ''] ? planPersonAct(row, desk) : planUnitAct(row, desk);
  if (!done) return;
  desk.plan.known.push({ keys: row.keys.map(desk.keyed), stream: 'act', content });
  note(row, desk, 'create', Object.keys(content));
}

function planPersonAct(row: IntakeRow<'acts'>, desk: Desk): boolean {
  const { values } = row;
  const unit = desk.units.find(values.unit ?? null);
  const personId = values.name ? personOf(row, desk, unit) : null;
  const person = desk.people.people.find((item) => item.id === personId);
  const target = values.act === 'moved_within' ? desk.units.find(values.place ?? null) : unit;
  if (!person) complain(row, desk, 'exchange.act_person_unknown', { name: values.name ?? '' });
  else if (values.act === 'moved_within' && !target)
    complain(row, desk, 'exchange.unit_outside', { unit: values.place ?? '' });
  else {
    const kind = personActs[values.act ?? ''] as PersonKind;
    const happenedOn = values.happenedOn ?? '';
    person.acts.push({
      kind,
      happenedOn,
      unit: target,
      data: dataOf(row, kind, unit ?? standsIn(person)),
      sheet: row.sheet,
      line: row.line,
    });
    return true;
  }
  return false;
}

/** On the roll or in the file; somebody who moves in may be new. */
function personOf(row: IntakeRow<'acts'>, desk: Desk, unit: UnitRef | null): string | null {
  const { name = '', bornOn = null, cardNumber, act } = row.values;
  const found = desk.people.named(name, unit);
  if (found) return desk.people.open(found).id;
  if (act !== 'moved_in' || !unit) return null;
  const person = desk.people.add(name, bornOn, unit);
  person.fields = { fullName: name, ...(bornOn ? { bornOn } : {}), ...(cardNumber ? { cardNumber } : {}) };
  return person.id;
}

/** The cell of the person after what is planned so far. */
const standsIn = (person: PlannedPerson): UnitRef =>
  person.acts.findLast((act) => act.unit)?.unit ?? person.unit;

function dataOf(row: IntakeRow<'acts'>, kind: PersonKind, from: UnitRef): Record<string, unknown> {
  const { values } = row;
  const decision = decisionOf(values as AnyValues);
  const place = values.place ?? null;
  const more: Partial<Record<PersonKind, Record<string, unknown>>> = {
    'member.admitted': { decidedOn: decision?.on ?? null },
    'member.moved_in': { kind: 'official', place },
    'member.moved_out': { place },
    'member.moved': { fromUnit: from },
    'member.removed': { reason: values.reason ?? null },
    'member.restored': { kind: 'official' },
  };
  return { decision, ...more[kind] };
}

function planUnitAct(row: IntakeRow<'acts'>, desk: Desk): boolean {
  const { values } = row;
  const unit = desk.units.find(values.unit ?? values.name ?? null);
  if (!unit) {
    complain(row, desk, 'exchange.unit_outside', { unit: values.unit ?? values.name ?? '' });
    return false;
  }
  const decision = decisionOf(values as AnyValues);
  const bodies: Record<string, [string, Record<string, unknown>] | null> = {
    rename: values.newName ? ['unit.renamed', { name: values.newName }] : null,
    end: ['unit.ended', { as: 'dissolved', intoId: null }],
  };
  const body = bodies[values.act ?? ''];
  if (!body) {
    complain(row, desk, 'exchange.act_by_hand', { unit: values.unit ?? '' });
    return false;
  }
  const [kind, data] = body;
  desk.plan.unitActs.push({ unit, kind, happenedOn: values.happenedOn ?? '', data: { decision, ...data } });
  return true;
}

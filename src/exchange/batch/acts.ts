// Dated acts of a workbook: of persons (moved, died, removed, recognised …) and of units (renamed, ended).
import type { PersonKind } from '../../members/person.ts';
import type { IntakeRow } from '../../intake/intake.ts';
import type { AnyValues } from '../../intake/kinds.ts';
import { complain, complainUnit, isUnfit, type KnownContent, note, remember } from './desk.ts';
import type { Desk } from './people.ts';
import { decisionOf, orNull, type PlannedPerson, type UnitRef } from './plan.ts';
import { contentOf } from './values.ts';

type Row = IntakeRow<'acts'>;

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

export function planActs(rows: readonly Row[], desk: Desk, known: KnownContent): void {
  const inOrder = rows.filter((row) => row.ok).toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  // A unit ends empty: whoever leaves it in this very file has left it by then.
  const [ends, others] = [inOrder.filter(isEnd), inOrder.filter((row) => !isEnd(row))];
  for (const row of [...others, ...ends]) planAct(row, desk, known);
}

const isEnd = (row: Row): boolean => actOf(row) === 'end';

const dayOf = (row: Row): string => row.values.happenedOn ?? '';
const actOf = (row: Row): string => row.values.act ?? '';

function planAct(row: Row, desk: Desk, known: KnownContent): void {
  if (known(row.keys)) return note(row, desk, 'same');
  if (isUnfit(row, desk)) return;
  const taken = personActs[actOf(row)] ? planPersonAct(row, desk) : planUnitAct(row, desk);
  if (!taken) return;
  const content = contentOf(row.values as AnyValues, desk.keyed);
  remember(row, desk, 'act', content);
  note(row, desk, 'create', Object.keys(content));
}

function planPersonAct(row: Row, desk: Desk): boolean {
  const { unit: unitName, place, name } = row.values;
  const unit = desk.units.find(orNull(unitName));
  const person = personOf(row, desk, unit);
  const moves = actOf(row) === 'moved_within';
  const target = moves ? desk.units.find(orNull(place)) : unit;
  if (!person) complain(row, desk, 'exchange.act_person_unknown', { name: name ?? '' });
  else if (moves && !target) complainUnit(row, desk, place);
  else addAct(row, person, { from: unit ?? standsIn(person), target });
  return person !== null && !(moves && !target);
}

function addAct(row: Row, person: PlannedPerson, units: { from: UnitRef; target: UnitRef | null }): void {
  const kind = personActs[actOf(row)] as PersonKind;
  const data = dataOf(row, kind, units.from);
  person.acts.push({
    kind,
    happenedOn: dayOf(row),
    unit: units.target,
    data,
    sheet: row.sheet,
    line: row.line,
  });
}

/** On the roll or in the file; somebody who moves in may be new. */
function personOf(row: Row, desk: Desk, unit: UnitRef | null): PlannedPerson | null {
  const { name, act } = row.values;
  const found = name ? desk.people.named(name, unit) : null;
  if (found) return desk.people.open(found);
  return name && unit && act === 'moved_in' ? newcomer(row, desk, unit) : null;
}

function newcomer(row: Row, desk: Desk, unit: UnitRef): PlannedPerson {
  const { name = '', bornOn = null, cardNumber } = row.values;
  const person = desk.people.add(name, bornOn, unit);
  person.fields = { fullName: name, ...(bornOn ? { bornOn } : {}), ...(cardNumber ? { cardNumber } : {}) };
  return person;
}

/** The cell of the person after what is planned so far. */
const standsIn = (person: PlannedPerson): UnitRef =>
  person.acts.findLast((act) => act.unit)?.unit ?? person.unit;

function dataOf(row: Row, kind: PersonKind, from: UnitRef): Record<string, unknown> {
  const decision = decisionOf(row.values as AnyValues);
  const place = orNull(row.values.place);
  const more: Partial<Record<PersonKind, Record<string, unknown>>> = {
    'member.admitted': { decidedOn: decision ? decision.on : null },
    'member.moved_in': { kind: 'official', place },
    'member.moved_out': { place },
    'member.moved': { fromUnit: from },
    'member.removed': { reason: orNull(row.values.reason) },
    'member.restored': { kind: 'official' },
  };
  return { decision, ...more[kind] };
}

function planUnitAct(row: Row, desk: Desk): boolean {
  const name = row.values.unit ?? row.values.name;
  const unit = desk.units.find(orNull(name));
  const body = unitBody(row);
  if (!unit) complainUnit(row, desk, name);
  else if (!body) complain(row, desk, 'exchange.act_by_hand', { unit: name ?? '' });
  else if (isEnd(row) && desk.people.standIn(unit))
    complain(row, desk, 'exchange.unit_holds_people', { unit: name ?? '' });
  else return Boolean(desk.plan.unitActs.push({ unit, happenedOn: dayOf(row), ...body }));
  return false;
}

/** What a row can say of a unit in full; a move or a change of kind needs more than a row has. */
function unitBody({ values }: Row): { kind: string; data: Record<string, unknown> } | null {
  const decision = decisionOf(values as AnyValues);
  if (values.act === 'rename' && values.newName)
    return { kind: 'unit.renamed', data: { decision, name: values.newName } };
  return values.act === 'end'
    ? { kind: 'unit.ended', data: { decision, as: 'dissolved', intoId: null } }
    : null;
}

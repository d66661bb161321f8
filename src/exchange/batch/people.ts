// Members and candidates of a workbook: what each line adds to a person, and what it would take over of the road.
import { addMonths, type Day, earliest, formatDay, latest, type PartialDay } from '../../platform/day.ts';
import type { IntakeRow } from '../../intake/intake.ts';
import type { AnyValues, KindValues } from '../../intake/kinds.ts';
import { stageOf } from '../../intake/stage.ts';
import { centreUnit, proposerUnit } from './bodies.ts';
import type { Met, PeopleBook, Whom } from './book.ts';
import {
  type Line,
  lineName,
  orNull,
  type Plan,
  type PlannedDossier,
  type PlannedPerson,
  textOf,
  type Unfit,
  unfitIn,
  type UnitRef,
} from './plan.ts';
import { knownActs, latestDay } from './road.ts';
import { assumeUnit, type UnitBook } from './units.ts';
import { changedColumns, columnOfField, contentOf, fieldsOf, type Keyed } from './values.ts';
import { cleanValue } from '../../members/fields.ts';
import { newId } from '../../platform/ids.ts';
import { fold } from '../../platform/text.ts';

export interface Desk {
  units: UnitBook;
  people: PeopleBook;
  plan: Plan;
  keyed: Keyed;
  today: Day;
  /** standing take-over entries of persons and their dossiers, which a changed line corrects */
  takenOver: (personId: string) => TakenOver;
  /** units whose targets are given from outside: nothing of this installation stands above them */
  outermost: ReadonlySet<number>;
  /** the document of the register with this number, issued on this day where one is known */
  documentOf: (number: string, on: PartialDay | null) => string | null;
}

export interface TakenOver {
  /** of the membership; null when something was recorded after it, or none stands */
  member: string | null;
  dossier: { id: string; entry: string | null; version: number } | null;
}

type PersonRow = IntakeRow<'members'> | IntakeRow<'candidates'>;

const roadColumns = new Set([
  'admittedOn',
  'decisionOn',
  'officialOn',
  'status',
  'exempt',
  'arrivedOn',
  'unit',
]);

export function planMembers(rows: readonly IntakeRow<'members'>[], desk: Desk): void {
  for (const row of rows) if (row.ok) planPerson(row, desk, takeMember);
}

export function planCandidates(rows: readonly IntakeRow<'candidates'>[], desk: Desk): void {
  for (const row of rows) if (row.ok) planPerson(row, desk, takeCandidate);
}

type Take = (row: PersonRow, found: Met, columns: string[], desk: Desk) => void;

function planPerson(row: PersonRow, desk: Desk, take: Take): void {
  const values = row.values as AnyValues;
  const unfit = unfitIn(values, ['unit'], []);
  if (unfit) return leave(row, desk, unfit);
  const unit = unitOf(row, desk);
  const whom = desk.people.find(row, unit);
  if (!('person' in whom)) return waitFor(row, whom, desk);
  const content = contentOf(values, desk.keyed);
  const columns = changedColumns(whom.before ?? {}, content)
    .filter((column) => column !== 'bornOn' || !saysLess(textOf(values, 'bornOn'), whom.held?.bornOn))
    .filter((column) => column !== 'cardNumber' || !isOthersCard(row, whom, desk));
  addFields(whom, values, columns);
  if (columns.length > 0) take(row, whom, columns, desk);
  const known = { name: lineName(row), keys: row.keys.map(desk.keyed), content };
  desk.plan.known.push({ ...known, stream: `person:${whom.person.id}` });
  desk.plan.lines.push({ ...lineOf(row), action: actionOf(whom, columns), columns });
}

/** A year or month of birth where the whole day is held: no news. */
const saysLess = (written: string | null, held: string | null | undefined): boolean =>
  Boolean(written && held && held.length > written.length && held.startsWith(written));

/** Two persons with one card: the list does not give it a second time, and says whose it is. */
function isOthersCard(row: PersonRow, { person }: Met, desk: Desk): boolean {
  const card = textOf(row.values as AnyValues, 'cardNumber');
  const other = card && desk.people.otherWithCard(cleanValue('cardNumber', card), person);
  if (other) say(row, desk, 'warning', ['exchange.card_held', { holder: other.name }]);
  return Boolean(other);
}

const actionOf = (whom: Met, columns: string[]): Line['action'] =>
  columns.length === 0 ? 'same' : whom.person.isNew && whom.before === null ? 'create' : 'change';

function unitOf(row: PersonRow, desk: Desk): UnitRef {
  const name = textOf(row.values as AnyValues, 'unit');
  return desk.units.find(name) ?? (name === null ? desk.units.own : assumeUnit(desk.units, name));
}

function leave(row: PersonRow, desk: Desk, { code, params }: Unfit): void {
  say(row, desk, 'error', [code, params]);
  desk.plan.lines.push({ ...lineOf(row), action: 'leave' });
}

function waitFor(row: PersonRow, whom: Exclude<Whom, { person: PlannedPerson }>, desk: Desk): void {
  const alike = 'alike' in whom ? whom.alike : [];
  desk.plan.lines.push({ ...lineOf(row), action: 'alike' in whom ? 'ask' : 'leave', alike });
}

function addFields(whom: Met, values: AnyValues, columns: string[]): void {
  for (const [name, value] of Object.entries(fieldsOf(values)))
    if (columns.includes(columnOfField(name as 'fullName') ?? ''))
      Object.assign(whom.person.fields, { [name]: value });
}

/**
 * Membership as the list has it. Where it says neither “dự bị” nor “chính thức”, its days speak: no official day within
 * two years of the admission is somebody still on probation, perhaps late; without one long ago the day is just missing.
 */
function memberKind(values: KindValues['members'], today: Day): 'official' | 'probationary' {
  if (values.status === 'probationary' || values.status === 'official') return values.status;
  if (values.officialOn || !values.admittedOn) return 'official';
  return addMonths(latest(values.admittedOn), 24) > today ? 'probationary' : 'official';
}

/** On probation for more than its twelve months, or so it seems: somebody should look. */
const isLate = (state: NonNullable<PlannedPerson['takeOver']>, today: Day): boolean =>
  state.kind === 'probationary' && !!state.admittedOn && addMonths(latest(state.admittedOn), 12) <= today;

const takeMember: Take = (row, found, columns, desk) => {
  if (!columns.some((column) => roadColumns.has(column))) return;
  const isKept = found.held !== null && memberStatuses.has(found.held.status);
  const corrects = isKept ? desk.takenOver(found.person.id).member : null;
  if (isKept && (corrects === null || found.before === null)) return sayKept(row, found, desk);
  if (found.before && columns.includes('unit')) return say(row, desk, 'warning', ['exchange.cell_changed']);
  found.person.corrects = corrects;
  found.person.takeOver = memberState(row.values as KindValues['members'], desk.today);
  if (isLate(found.person.takeOver, desk.today)) say(row, desk, 'warning', ['exchange.probation_late']);
};

const memberStatuses = new Set(['official', 'probationary']);

function memberState(values: KindValues['members'], today: Day): NonNullable<PlannedPerson['takeOver']> {
  const kind = memberKind(values, today);
  return {
    kind,
    admittedOn: orNull(values.admittedOn),
    decidedOn: orNull(values.decisionOn),
    officialOn: kind === 'official' ? orNull(values.officialOn) : null,
    since: orNull(values.arrivedOn),
    exempt: values.exempt?.have === true,
    vouchedBy: { officeId: null, paper: null },
  };
}

/** A member Nguồn already keeps: the list does not overwrite what was recorded, but a difference is said. */
function sayKept(row: PersonRow, found: Met, desk: Desk): void {
  if (found.before !== null) return say(row, desk, 'warning', ['exchange.later_acts']);
  const { admittedOn, officialOn } = row.values as KindValues['members'];
  const pairs = [
    [admittedOn, found.held?.admittedOn],
    [officialOn, found.held?.officialOn],
  ] as const;
  for (const [given, held] of pairs)
    if (given && held && !given.startsWith(held) && !held.startsWith(given))
      say(row, desk, 'warning', [
        'exchange.held_differs',
        { held: formatDay(held), given: formatDay(given) },
      ]);
}

function say(
  row: PersonRow,
  desk: Desk,
  severity: 'warning' | 'error',
  [code, more = {}]: [code: string, more?: Record<string, string | number>],
): void {
  const params = { name: row.values.name ?? '', ...more };
  desk.plan.issues.push({ severity, code, sheet: row.sheet, cell: `A${row.line}`, params });
}

const admittedStages = new Set([
  'admitted',
  'probation_reviewed',
  'recognition_cell_voted',
  'recognition_base_voted',
  'recognised',
]);

const takeCandidate: Take = (row, found, columns, desk) => {
  const values = row.values as KindValues['candidates'];
  const before = found.held ? desk.takenOver(found.person.id).dossier : null;
  const isKept = before && (before.entry === null || found.before === null);
  if (isKept) return say(row, desk, 'warning', ['exchange.later_acts']);
  if (columns.every((column) => columnsOfPerson.has(column))) return;
  const { sheet, line } = row;
  found.person.dossier = { ...dossierOf(values, before, desk.units), sheet, line };
  const { stage } = found.person.dossier;
  if (admittedStages.has(stage)) takeProbation(values, found, stage);
};

function dossierOf(
  values: KindValues['candidates'],
  before: TakenOver['dossier'],
  units: UnitBook,
): Omit<PlannedDossier, 'sheet' | 'line'> {
  const acts = knownActs(values, { helper: null, toldBy: null });
  return {
    id: before ? before.id : newId(),
    corrects: before ? before.entry : null,
    stage: values.stage ?? stageOf(values as AnyValues),
    stageOn: latestDay(acts),
    acts,
    helper: orNull(values.helper),
    toldBy: orNull(values.toldBy),
    proposer: proposerUnit(values.nominatedBy, units),
    centre: centreUnit(values.classPlace, units),
  };
}

const columnsOfPerson = new Set([
  'name',
  'sex',
  'bornOn',
  'phone',
  'residence',
  'nativePlace',
  'workplace',
  'ethnicity',
]);

/** Somebody admitted who stands only in the list of candidates is a probationer all the same. */
function takeProbation(values: KindValues['candidates'], found: Met, stage: string): void {
  const isKept = found.held !== null && memberStatuses.has(found.held.status);
  if (isKept || found.person.takeOver || !values.admittedOn) return;
  const official = stage === 'recognised';
  const anniversary = addMonths(earliest(values.admittedOn), 12);
  found.person.takeOver = {
    kind: official ? 'official' : 'probationary',
    admittedOn: values.admittedOn,
    decidedOn: orNull(values.decisionOn),
    officialOn: official ? (values.officialOn ?? anniversary) : null,
    since: null,
    exempt: false,
    vouchedBy: { officeId: null, paper: null },
  };
}

/** Helpers and tellers are written as names: found once everybody of the file is known. */
export function findHelpers(desk: Desk): void {
  for (const person of desk.people.people) if (person.dossier) nameHelpers(person, person.dossier, desk);
}

function nameHelpers(person: PlannedPerson, dossier: PlannedDossier, desk: Desk): void {
  const named = (name: string | null) => (name ? desk.people.named(name, person.unit) : null);
  const helper = named(dossier.helper);
  const toldBy = named(dossier.toldBy);
  const told = dossier.acts.find((act) => act.step === 'nominate' && act.inputs?.informedOn);
  const helped = dossier.acts.find((act) => act.step === 'assign_helper');
  if (helper && helped) helped.inputs = { ...helped.inputs, helper };
  if (toldBy && told) told.inputs = { ...told.inputs, informedBy: toldBy };
  if (dossier.helper && !helper) sayUnknownHelper(person, dossier.helper, desk);
}

function sayUnknownHelper(person: PlannedPerson, helper: string, desk: Desk): void {
  const line = desk.plan.lines.find(
    (item) => item.kind === 'candidates' && fold(item.label) === fold(person.name),
  );
  const params = { name: person.name, helper };
  const place = { sheet: line?.sheet ?? '', cell: line ? `A${line.line}` : null };
  desk.plan.issues.push({ severity: 'warning', code: 'exchange.helper_unknown', ...place, params });
}

export const lineOf = (row: IntakeRow): Omit<Line, 'action'> => ({
  kind: row.kind,
  sheet: row.sheet,
  line: row.line,
  label: textOf(row.values as AnyValues, 'name') ?? textOf(row.values as AnyValues, 'unit') ?? '',
  bornOn: textOf(row.values as AnyValues, 'bornOn'),
  unit: textOf(row.values as AnyValues, 'unit'),
  columns: [],
  alike: [],
});

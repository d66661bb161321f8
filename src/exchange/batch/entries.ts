// A plan as entries of the ledger and values of the vault. Ids of entries follow from the batch, so that a run that is
// sent twice writes once.
import { type TakeOverContext, takeOverEntries } from '../../road/take-over.ts';
import {
  correctedEntry,
  decideAct,
  type FieldName,
  type PersonAct,
  type PersonKind,
  personEntry,
  registeredEntry,
  takenOverEntry,
} from '../../members/person.ts';
import type { Day } from '../../platform/day.ts';
import type { NewEntry } from '../../platform/entry.ts';
import { Failure } from '../../platform/errors.ts';
import { derivedId } from '../../platform/ids.ts';
import type { VaultWrite } from '../../platform/vault.ts';
import type { Issue } from '../../intake/rows.ts';
import type { Plan, PlannedAct, PlannedPerson, UnitRef } from './plan.ts';

export interface Making extends TakeOverContext {
  batchId: string;
  provinceId: string;
  officeId: number | null;
  today: Day;
  unitId: (ref: UnitRef) => number;
  /** place in the tree, whose local rules hold there; of a unit about to be made, that of the officer */
  pathOf: (ref: UnitRef) => string | undefined;
  /** entries of persons who are in the book already */
  entriesOf: (personId: string) => readonly PersonAct[];
}

export interface MadePerson {
  entries: NewEntry[];
  values: VaultWrite | null;
  dossier: NewEntry[];
  /** acts among the entries */
  acts: number;
  issues: Issue[];
}

/** What of the persons of a plan is really written: acts and dossiers that cannot be are left out of it. */
export interface MadeSum {
  dossiers: number;
  acts: number;
  /** lines that were not taken in full, by name */
  left: ReadonlySet<string>;
}

export const sumOfMade = (made: readonly MadePerson[]): MadeSum => ({
  dossiers: made.reduce((sum, one) => sum + one.dossier.length, 0),
  acts: made.reduce((sum, one) => sum + one.acts, 0),
  left: new Set(made.flatMap((one) => one.issues.map(({ sheet, cell }) => `${sheet}!${cell?.slice(1)}`))),
});

const roleOf = (person: PlannedPerson, role: string) => `${person.id}/${role}`;

/** Everything one person of the plan becomes; what cannot be is said and left out. */
export function makePerson(person: PlannedPerson, making: Making): MadePerson {
  const fields = Object.entries(person.fields).map(([field, value]) => ({ field, value }));
  const first = derivedId(making.batchId, roleOf(person, 'fields'));
  const issues: Issue[] = [];
  const dossier = makeDossier(person, making, issues);
  const nominee = dossier.length > 0 && person.takeOver === null && person.dossier?.stage !== 'closed';
  const entries = [
    ...beginning(person, fields, making, { clientId: first, nominee }),
    ...takeOver(person, making),
  ];
  const before = entries.length;
  for (const [index, act] of person.acts.entries()) {
    const made = makeAct(person, act, index, making);
    const refused = refusalOf(person, [...entries, made], making);
    if (refused) issues.push({ ...refused, sheet: act.sheet, cell: `A${act.line}` });
    else entries.push(made);
  }
  const values = fields.length > 0 ? { personId: person.id, entry: first, fields } : null;
  return { entries, values, dossier, acts: entries.length - before, issues };
}

function about(person: PlannedPerson, role: string, making: Making) {
  return {
    clientId: derivedId(making.batchId, roleOf(person, role)),
    personId: person.id,
    unitId: making.unitId(person.unit),
    batch: making.batchId,
  };
}

function beginning(
  person: PlannedPerson,
  fields: { field: string }[],
  making: Making,
  { clientId, nominee }: { clientId: string; nominee: boolean },
): NewEntry[] {
  const names = fields.map(({ field }) => field as FieldName);
  const common = { ...about(person, 'fields', making), clientId, happenedOn: null };
  if (!person.isNew) return names.length > 0 ? [correctedEntry(common, { fields: names })] : [];
  const as = nominee ? ('nominee' as const) : ('outside' as const);
  return [registeredEntry(common, { provinceId: making.provinceId, as, fields: names })];
}

function takeOver(person: PlannedPerson, making: Making): NewEntry[] {
  if (!person.takeOver) return [];
  const common = { ...about(person, 'taken-over', making), happenedOn: making.today, names: person.corrects };
  const vouchedBy = { officeId: making.officeId, paper: null };
  return [takenOverEntry(common, { ...person.takeOver, vouchedBy })];
}

function makeAct(person: PlannedPerson, act: PlannedAct, index: number, making: Making): NewEntry {
  const common = {
    ...about(person, `act/${index}/${act.kind}/${act.happenedOn}`, making),
    happenedOn: act.happenedOn,
  };
  const unitId = act.unit ? making.unitId(act.unit) : common.unitId;
  const { fromUnit, ...data } = act.data;
  const from = fromUnit ? { fromUnitId: making.unitId(fromUnit as UnitRef) } : {};
  return personEntry(act.kind as PersonKind, { ...common, unitId }, { ...data, ...from } as never);
}

function refusalOf(person: PlannedPerson, entries: NewEntry[], making: Making): Issue | null {
  const added = entries.map((entry) => ({ ...entry, names: entry.names ?? null }));
  const { refusal } = decideAct(making.entriesOf(person.id), added, person.bornOn);
  return refusal ? issueOf(person, refusal.code, refusal.params) : null;
}

const issueOf = (person: PlannedPerson, code: string, params: object): Issue => ({
  severity: 'error',
  code,
  sheet: '',
  cell: null,
  params: { ...(params as Issue['params']), name: person.name },
});

function makeDossier(person: PlannedPerson, making: Making, issues: Issue[]): NewEntry[] {
  const { dossier } = person;
  if (!dossier) return [];
  try {
    return takeOverEntries(
      {
        clientId: derivedId(making.batchId, roleOf(person, 'dossier')),
        dossierId: dossier.id,
        personId: person.id,
        unitId: making.unitId(person.unit),
        happenedOn: making.today,
        stage: dossier.stage,
        stageOn: dossier.stageOn,
        acts: dossier.acts,
        proposerUnitId: dossier.proposer && making.unitId(dossier.proposer),
        classUnitId: dossier.centre && making.unitId(dossier.centre),
        batch: making.batchId,
        names: dossier.corrects,
      },
      { ...making, path: making.pathOf(person.unit) },
    );
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const place = { sheet: dossier.sheet, cell: `A${dossier.line}` };
    issues.push({ ...issueOf(person, cause.code, cause.params), ...place });
    return [];
  }
}

export const peopleWithActs = (plan: Plan): string[] =>
  plan.people.filter((person) => !person.isNew && person.acts.length > 0).map((person) => person.id);

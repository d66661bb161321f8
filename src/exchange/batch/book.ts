// Who a line is about: somebody an earlier file brought, somebody on the roll, somebody further up in this file, or
// somebody new. Where only a person can say, the line waits and shows the evidence.
import { newId } from '../../platform/ids.ts';
import { fold } from '../../platform/text.ts';
import { type HeldPerson, indexPeople } from '../duplicates.ts';
import type { IntakeRow } from '../intake.ts';
import type { AnyValues } from '../kinds.ts';
import { type Alike, type Choices, lineName, type PlannedPerson, textOf, type UnitRef } from './plan.ts';
import type { Content, Keyed } from './values.ts';

export interface RollPerson extends HeldPerson {
  unitId: number;
  status: string;
}

export interface KnownRow {
  stream: string;
  content: Content;
}

export interface Holdings {
  people: readonly RollPerson[];
  /** keyed row key → record and content of the latest file that brought it */
  known: ReadonlyMap<string, KnownRow>;
  keyed: Keyed;
  choices: Choices;
}

export type Whom =
  | { person: PlannedPerson; before: Content | null; held: RollPerson | null }
  | { alike: Alike[] }
  | { skipped: true };

export interface PeopleBook {
  people: PlannedPerson[];
  find(row: IntakeRow, unit: UnitRef): Whom;
  /** by name in a unit (first) or anywhere within reach; null unless exactly one fits */
  named(name: string, unit: UnitRef | null): string | null;
  add(name: string, bornOn: string | null, unit: UnitRef): PlannedPerson;
  /** somebody who is held or already planned, to plan more for */
  open(id: string): PlannedPerson;
}

const personPrefix = 'person:';
const sameUnit = (a: UnitRef, b: UnitRef) =>
  'id' in a ? 'id' in b && a.id === b.id : 'key' in b && a.key === b.key;

export function peopleBook(holdings: Holdings): PeopleBook {
  const index = indexPeople(holdings.people);
  const held = new Map(holdings.people.map((person) => [person.id, person]));
  const planned = new Map<string, PlannedPerson>();
  const inFile = new Map<string, PlannedPerson>();
  const byName = Map.groupBy(holdings.people, (person) => fold(person.name));
  const addedByName = new Map<string, PlannedPerson[]>();

  const plan = (person: PlannedPerson): PlannedPerson => {
    planned.set(person.id, person);
    const key = fold(person.name);
    addedByName.set(key, [...(addedByName.get(key) ?? []), person]);
    return person;
  };
  const add = (name: string, bornOn: string | null, unit: UnitRef) =>
    plan({ id: newId(), isNew: true, name, bornOn, unit, ...nothingPlanned() });
  const open = (id: string): PlannedPerson => {
    const { name, bornOn, unitId } = held.get(id) ?? { name: '', bornOn: null, unitId: 0 };
    return (
      planned.get(id) ?? plan({ id, isNew: false, name, bornOn, unit: { id: unitId }, ...nothingPlanned() })
    );
  };

  const find = (row: IntakeRow, unit: UnitRef): Whom => {
    const whom = decide(row, unit);
    if ('person' in whom) for (const key of row.keys) inFile.set(key, whom.person);
    return whom;
  };
  const decide = (row: IntakeRow, unit: UnitRef): Whom => {
    const choice = holdings.choices[lineName(row)];
    if (choice === 'skip') return { skipped: true };
    const known = findKnown(row, holdings);
    const person = known && held.get(known.stream.slice(personPrefix.length));
    // A name in a cell is a weak mark: with another birth date somebody must look.
    if (
      person &&
      !choice &&
      known.weak &&
      otherBirth(person.bornOn, textOf(row.values as AnyValues, 'bornOn'))
    )
      return {
        alike: [alikeOf(held, { heldId: person.id, evidence: ['same_name', 'other_birth', 'same_unit'] })],
      };
    if (person && (!choice || choice === `same:${person.id}`))
      return { person: open(person.id), before: known.content, held: person };
    const earlier = row.keys.map((key) => inFile.get(key)).find(Boolean);
    if (earlier) return { person: earlier, before: null, held: held.get(earlier.id) ?? null };
    return decideByEvidence(row, unit, choice);
  };
  const decideByEvidence = (row: IntakeRow, unit: UnitRef, choice: string | undefined): Whom => {
    const found = index.find(incomingOf(row.values as AnyValues));
    const chosen = choice?.startsWith('same:') ? held.get(choice.slice(5)) : undefined;
    const sure = chosen ?? (found[0]?.strength === 'sure' ? held.get(found[0].heldId) : undefined);
    if (sure && choice !== 'new') return { person: open(sure.id), before: null, held: sure };
    if (found.length > 0 && choice !== 'new') return { alike: found.map((item) => alikeOf(held, item)) };
    const values = row.values as AnyValues;
    return {
      person: add(textOf(values, 'name') ?? '', textOf(values, 'bornOn'), unit),
      before: null,
      held: null,
    };
  };

  const named = (name: string, unit: UnitRef | null): string | null => {
    const key = fold(name);
    const all = [
      ...(byName.get(key) ?? []).map((person) => ({ id: person.id, unit: { id: person.unitId } as UnitRef })),
      ...(addedByName.get(key) ?? []).filter((person) => person.isNew),
    ];
    const near = unit ? all.filter((person) => sameUnit(person.unit, unit)) : [];
    const fitting = near.length > 0 ? near : all;
    return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
  };
  return {
    get people() {
      return [...planned.values()];
    },
    find,
    named,
    add,
    open,
  };
}

const nothingPlanned = () => ({ fields: {}, takeOver: null, corrects: null, dossier: null, acts: [] });

function findKnown(row: IntakeRow, { known, keyed }: Holdings): (KnownRow & { weak: boolean }) | undefined {
  for (const key of row.keys) {
    const found = known.get(keyed(key));
    if (found?.stream.startsWith(personPrefix)) return { ...found, weak: /^person:(unit|year):/.test(key) };
  }
  return undefined;
}

/** Two birth dates of which neither says the other less exactly. */
const otherBirth = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);

const incomingOf = (values: AnyValues) => ({
  name: textOf(values, 'name') ?? '',
  bornOn: textOf(values, 'bornOn'),
  unit: textOf(values, 'unit'),
  cardNumber: textOf(values, 'cardNumber'),
  identity: textOf(values, 'identity'),
});

function alikeOf(
  held: ReadonlyMap<string, RollPerson>,
  found: { heldId: string; evidence: Alike['evidence'] },
): Alike {
  const person = held.get(found.heldId) as RollPerson;
  return {
    id: person.id,
    name: person.name,
    bornOn: person.bornOn,
    unit: person.unit,
    evidence: found.evidence,
  };
}

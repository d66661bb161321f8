// Who a line is about: somebody an earlier file brought, somebody on the roll, somebody further up in this file, or
// somebody new. Where only a person can say, the line waits and shows the evidence.
import { newId } from '../../platform/ids.ts';
import { fold, toneFold } from '../../platform/text.ts';
import { type HeldPerson, indexPeople, type PeopleIndex } from '../../intake/duplicates.ts';
import type { IntakeRow } from '../../intake/intake.ts';
import type { AnyValues } from '../../intake/kinds.ts';
import { type Alike, type Choices, lineName, type PlannedPerson, textOf, type UnitRef } from './plan.ts';
import type { Content, Keyed } from './values.ts';

export interface RollPerson extends HeldPerson {
  unitId: number;
  status: string;
  admittedOn: string | null;
  officialOn: string | null;
  /** of the last entry */
  version: number;
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

export interface Met {
  person: PlannedPerson;
  /** what an earlier file said of this line */
  before: Content | null;
  held: RollPerson | null;
}
export type Whom = Met | { alike: Alike[] } | { skipped: true };

const personPrefix = 'person:';

export class PeopleBook {
  readonly #holdings: Holdings;
  readonly #index: PeopleIndex;
  readonly #held: ReadonlyMap<string, RollPerson>;
  readonly #heldByName: ReadonlyMap<string, RollPerson[]>;
  readonly #heldByCard: ReadonlyMap<string | null, RollPerson[]>;
  readonly #planned = new Map<string, PlannedPerson>();
  readonly #addedByName = new Map<string, PlannedPerson[]>();
  readonly #inFile = new Map<string, PlannedPerson>();

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
    this.#index = indexPeople(holdings.people);
    this.#held = new Map(holdings.people.map((person) => [person.id, person]));
    this.#heldByName = Map.groupBy(holdings.people, (person) => fold(person.name));
    this.#heldByCard = Map.groupBy(holdings.people, (person) => person.cardNumber ?? null);
  }

  get people(): PlannedPerson[] {
    return [...this.#planned.values()];
  }

  /** Whom the line is about; a person found or made is remembered for further lines with the same keys. */
  find(row: IntakeRow, unit: UnitRef): Whom {
    const whom = this.#decide(row, unit);
    if ('person' in whom) for (const key of row.keys) this.#inFile.set(key, whom.person);
    return whom;
  }

  #decide(row: IntakeRow, unit: UnitRef): Whom {
    const choice = this.#holdings.choices[lineName(row)];
    if (choice === 'skip') return { skipped: true };
    if (choice === 'new') return this.#meetNew(row, unit);
    if (choice) return this.#meetChosen(choice.slice('same:'.length), row, unit);
    return this.#byEarlierFile(row) ?? this.#byThisFile(row) ?? this.#byEvidence(row, unit);
  }

  #meetNew(row: IntakeRow, unit: UnitRef): Met {
    const values = row.values as AnyValues;
    const person = this.add(textOf(values, 'name') ?? '', textOf(values, 'bornOn'), unit);
    return { person, before: null, held: null };
  }

  #meetChosen(id: string, row: IntakeRow, unit: UnitRef): Whom {
    const held = this.#held.get(id);
    return held ? this.#meet(held, null) : this.#byEvidence(row, unit);
  }

  #meet(held: RollPerson, before: Content | null): Met {
    return { person: this.open(held.id), before, held };
  }

  #byEarlierFile(row: IntakeRow): Whom | null {
    const known = findKnown(row, this.#holdings);
    const held = known && this.#held.get(known.stream.slice(personPrefix.length));
    if (!held) return null;
    const doubts = doubtsOf(held, row.values as AnyValues, known.strength);
    return doubts ? { alike: [alikeOf(held, doubts)] } : this.#meet(held, known.content);
  }

  #byThisFile(row: IntakeRow): Met | null {
    const person = row.keys.map((key) => this.#inFile.get(key)).find(Boolean);
    return person ? { person, before: null, held: this.#held.get(person.id) ?? null } : null;
  }

  #byEvidence(row: IntakeRow, unit: UnitRef): Whom {
    const found = this.#index
      .find(incomingOf(row.values as AnyValues))
      .map((item) => ({ ...item, held: this.#held.get(item.heldId) as RollPerson }));
    const [first] = found;
    if (!first) return this.#meetNew(row, unit);
    if (first.strength === 'sure') return this.#meet(first.held, null);
    return { alike: found.map((item) => alikeOf(item.held, item.evidence)) };
  }

  /** Somebody else who has this card; null where nobody does, or the person has it already. */
  otherWithCard(card: string, { id }: PlannedPerson): RollPerson | null {
    const holders = this.#heldByCard.get(card) ?? [];
    return holders.some((person) => person.id === id) ? null : (holders[0] ?? null);
  }

  /** By name in the unit first, then anywhere within reach; null unless exactly one fits. */
  named(name: string, unit: UnitRef | null): string | null {
    const all = this.#bearers(fold(name));
    const near = unit ? all.filter((person) => sameUnit(person.unit, unit)) : [];
    const fitting = near.length > 0 ? near : all;
    return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
  }

  #bearers(key: string): { id: string; unit: UnitRef }[] {
    const held = this.#heldByName.get(key) ?? [];
    const added = this.#addedByName.get(key) ?? [];
    return [...held.map((person) => ({ id: person.id, unit: { id: person.unitId } })), ...added];
  }

  add(name: string, bornOn: string | null, unit: UnitRef): PlannedPerson {
    const person = this.#plan({ id: newId(), isNew: true, name, bornOn, unit, ...nothingPlanned() });
    const key = fold(name);
    this.#addedByName.set(key, [...(this.#addedByName.get(key) ?? []), person]);
    return person;
  }

  /** Somebody who is held or already planned, to plan more for. */
  open(id: string): PlannedPerson {
    const planned = this.#planned.get(id);
    if (planned) return planned;
    const held = this.#held.get(id) as RollPerson;
    const { name, bornOn, unitId } = held;
    return this.#plan({ id, isNew: false, name, bornOn, unit: { id: unitId }, ...nothingPlanned() });
  }

  /** Whether anybody would still belong to the unit after all that is planned. */
  standIn(unit: UnitRef): boolean {
    const held = this.#holdings.people
      .filter(({ status }) => belonging.has(status))
      .map((person) => this.#planned.get(person.id) ?? { unit: { id: person.unitId }, acts: [] });
    const fresh = this.people.filter((person) => person.isNew && (person.takeOver || person.dossier));
    return [...held, ...fresh].some((person) => {
      const place = placeAfter(person);
      return place !== null && sameUnit(place, unit);
    });
  }

  #plan(person: PlannedPerson): PlannedPerson {
    this.#planned.set(person.id, person);
    return person;
  }
}

const belonging = new Set(['official', 'probationary', 'nominee']);
const leaving = /^member\.(moved_out|died|removed|expelled|left|annulled)$/;
/** Where somebody belongs after the planned acts; null = nowhere any more. */
const placeAfter = ({ unit, acts }: Pick<PlannedPerson, 'unit' | 'acts'>): UnitRef | null =>
  acts.reduce<UnitRef | null>((place, act) => (leaving.test(act.kind) ? null : (act.unit ?? place)), unit);

const nothingPlanned = () => ({ fields: {}, takeOver: null, corrects: null, dossier: null, acts: [] });

const sameUnit = (a: UnitRef, b: UnitRef): boolean =>
  'id' in a ? 'id' in b && a.id === b.id : 'key' in b && a.key === b.key;

type Strength = 'number' | 'birth' | 'weak';
const strengthOf = (key: string): Strength =>
  /^person:(id|card):/.test(key) ? 'number' : key.startsWith('person:born:') ? 'birth' : 'weak';

function findKnown(
  row: IntakeRow,
  { known, keyed }: Holdings,
): (KnownRow & { strength: Strength }) | undefined {
  for (const key of row.keys) {
    const found = known.get(keyed(key));
    if (found?.stream.startsWith(personPrefix)) return { ...found, strength: strengthOf(key) };
  }
  return undefined;
}

/** Ánh is not Anh; and a name in a cell is a weak mark: with another birth date somebody must look. */
function doubtsOf(held: RollPerson, values: AnyValues, strength: Strength): Alike['evidence'] | null {
  if (strength === 'number') return null;
  if (toneFold(held.name) !== toneFold(textOf(values, 'name') ?? ''))
    return ['same_name_other_marks', strength === 'birth' ? 'same_born_day' : 'same_unit'];
  const doubtful = strength === 'weak' && otherBirth(held.bornOn, textOf(values, 'bornOn'));
  return doubtful ? ['same_name', 'other_birth', 'same_unit'] : null;
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

const alikeOf = (person: RollPerson, evidence: Alike['evidence']): Alike => ({
  id: person.id,
  name: person.name,
  bornOn: person.bornOn,
  unit: person.unit,
  evidence,
});

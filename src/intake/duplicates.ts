// Which incoming rows may be people already held, with the evidence. Nothing is decided here: people choose.
// People are grouped by folded name and by number first, so that the work grows with the list, not its square.
import type { PartialDay } from '../platform/day.ts';
import { fold, toneFold } from '../platform/text.ts';
import { unitKey } from './unit-names.ts';

export interface HeldPerson {
  id: string;
  name: string;
  bornOn: PartialDay | null;
  unit: string | null;
  cardNumber?: string | null;
  identity?: string | null;
}
export interface IncomingPerson {
  name: string;
  bornOn: PartialDay | null;
  unit: string | null;
  cardNumber?: string | null;
  identity?: string | null;
}

export type Evidence =
  | 'same_name'
  | 'same_name_other_marks'
  | 'same_born_day'
  | 'same_born_month'
  | 'same_born_year'
  | 'day_and_month_swapped'
  | 'other_birth'
  | 'same_card'
  | 'same_identity'
  | 'other_identity'
  | 'same_unit'
  | 'other_unit';

export interface Duplicate {
  /** Index into the incoming list. */
  incoming: number;
  heldId: string;
  evidence: Evidence[];
  /** sure: a number or name with full birth day agrees; likely; possible. */
  strength: 'sure' | 'likely' | 'possible';
}

/** A person with the forms that are compared, made once. */
interface Prepared {
  id: string;
  person: IncomingPerson;
  folded: string;
  toned: string;
  unit: string | null;
}

const prepare = (id: string, person: IncomingPerson): Prepared => ({
  id,
  person,
  folded: fold(person.name),
  toned: toneFold(person.name),
  unit: person.unit === null ? null : unitKey(person.unit),
});

function nameEvidence(a: Prepared, b: Prepared): Evidence | null {
  if (a.toned === b.toned) return 'same_name';
  return a.folded === b.folded ? 'same_name_other_marks' : null;
}

const swapped = (a: string, b: string): boolean =>
  a.length === 10 &&
  b.length === 10 &&
  a.slice(0, 4) === b.slice(0, 4) &&
  a.slice(5, 7) === b.slice(8) &&
  a.slice(8) === b.slice(5, 7);

/** As far as the less exact of two days goes. */
function birthEvidence(a: PartialDay | null, b: PartialDay | null): Evidence | null {
  if (a === null || b === null) return null;
  if (swapped(a, b) && a !== b) return 'day_and_month_swapped';
  const length = Math.min(a.length, b.length);
  if (a.slice(0, length) !== b.slice(0, length)) return 'other_birth';
  return length === 10 ? 'same_born_day' : length === 7 ? 'same_born_month' : 'same_born_year';
}

const sameNumber = (a?: string | null, b?: string | null): boolean => Boolean(a) && a === b;
const otherNumber = (a?: string | null, b?: string | null): boolean =>
  Boolean(a && b && a.length === b.length && a !== b);

function gather(one: Prepared, other: Prepared): Evidence[] {
  const [a, b] = [one.person, other.person];
  const evidence: (Evidence | null)[] = [
    nameEvidence(one, other),
    birthEvidence(a.bornOn, b.bornOn),
    sameNumber(a.cardNumber, b.cardNumber) ? 'same_card' : null,
    sameNumber(a.identity, b.identity) ? 'same_identity' : null,
    otherNumber(a.identity, b.identity) ? 'other_identity' : null,
    one.unit !== null && other.unit !== null ? (one.unit === other.unit ? 'same_unit' : 'other_unit') : null,
  ];
  return evidence.filter((item) => item !== null);
}

type Rule = [strength: Duplicate['strength'] | null, all: Evidence[], any?: Evidence[]];

// The first rule whose evidence is all there decides; null: what is known speaks against one person.
const anyName: Evidence[] = ['same_name', 'same_name_other_marks'];
const rules: Rule[] = [
  ['sure', ['same_identity'], [...anyName, 'same_born_day']],
  ['sure', ['same_card'], [...anyName, 'same_born_day']],
  ['likely', ['same_identity']],
  ['likely', ['same_card']],
  [null, ['other_identity']],
  ['sure', ['same_name', 'same_born_day']],
  ['likely', ['same_born_day'], anyName],
  ['likely', ['day_and_month_swapped'], anyName],
  ['likely', ['same_born_month'], anyName],
  [null, ['other_birth']],
  ['likely', ['same_born_year', 'same_unit'], anyName],
  ['possible', ['same_born_year'], anyName],
  ['possible', ['same_name', 'same_unit']],
];

function weigh(evidence: Evidence[]): Duplicate['strength'] | null {
  const has = (item: Evidence) => evidence.includes(item);
  const rule = rules.find(([, all, any]) => all.every(has) && (any === undefined || any.some(has)));
  return rule?.[0] ?? null;
}

function addTo(index: Map<string, Prepared[]>, key: string, entry: Prepared): void {
  const list = index.get(key);
  if (list) list.push(entry);
  else index.set(key, [entry]);
}

const numberBlocks = ({ person }: Prepared): string[] => [
  ...(person.cardNumber ? [`c:${person.cardNumber}`] : []),
  ...(person.identity ? [`i:${person.identity}`] : []),
];

/** Where somebody held is found: by name and year, by name and cell, among those of unknown birth, by number. */
function heldBlocks(held: Prepared): string[] {
  const { person, folded, unit } = held;
  const year = person.bornOn?.slice(0, 4);
  const inUnit = unit === null ? [] : [`u:${folded}|${unit}`, ...(year ? [] : [`v:${folded}|${unit}`])];
  return [...(year ? [`y:${folded}|${year}`] : []), ...inUnit, ...numberBlocks(held)];
}

/** Where to look for an incoming person: nobody is compared who could not be the same. */
function searchBlocks(incoming: Prepared): string[] {
  const { person, folded, unit } = incoming;
  if (person.bornOn === null)
    return [...(unit === null ? [] : [`u:${folded}|${unit}`]), ...numberBlocks(incoming)];
  const unknown = unit === null ? [] : [`v:${folded}|${unit}`];
  return [`y:${folded}|${person.bornOn.slice(0, 4)}`, ...unknown, ...numberBlocks(incoming)];
}

export interface PeopleIndex {
  find(person: IncomingPerson): Omit<Duplicate, 'incoming'>[];
}

const order = { sure: 0, likely: 1, possible: 2 };

export function indexPeople(held: Iterable<HeldPerson>): PeopleIndex {
  const index = new Map<string, Prepared[]>();
  for (const person of held) {
    const entry = prepare(person.id, person);
    for (const block of heldBlocks(entry)) addTo(index, block, entry);
  }
  const near = (incoming: Prepared): Set<Prepared> =>
    new Set(searchBlocks(incoming).flatMap((block) => index.get(block) ?? []));
  return {
    find(person) {
      const incoming = prepare('', person);
      return [...near(incoming)]
        .flatMap((entry) => {
          const evidence = gather(incoming, entry);
          const strength = weigh(evidence);
          return strength ? [{ heldId: entry.id, evidence, strength }] : [];
        })
        .sort((a, b) => order[a.strength] - order[b.strength]);
    },
  };
}

export function findDuplicates(incoming: IncomingPerson[], held: Iterable<HeldPerson>): Duplicate[] {
  const index = indexPeople(held);
  return incoming.flatMap((person, at) => index.find(person).map((found) => ({ incoming: at, ...found })));
}

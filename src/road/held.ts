// What is known beside the acts, for the day of an act: the person, the cell and what stood above it, and whether the
// helper and the introducers were official members then. What is not known is left out and refuses nothing.
import { earliest, type PartialDay } from '../platform/day.ts';
import type { FactValue } from '../rules/verdict.ts';
import type { Known } from './law.ts';

export interface PlaceRow {
  unitId: number;
  fromOn: PartialDay | '';
  toOn: PartialDay | null;
  parentId: number | null;
  kind: string;
  type: string | null;
  name: string;
}

export interface MembershipRow {
  personId: string;
  kind: string;
  fromOn: PartialDay;
  toOn: PartialDay | null;
  beganAs: string;
}

export interface Around {
  person: { bornOn: PartialDay | null; education: string | null; youthUnion: boolean | null };
  /** of the cell and of all that ever stood above it */
  places: readonly PlaceRow[];
  /** of the persons the case names */
  memberships: readonly MembershipRow[];
  /** how many others each of those just named helps; only known for an act that is being judged now */
  charges?: ReadonlyMap<string, number>;
}

export function placeOn(
  places: readonly PlaceRow[],
  unitId: number | null,
  on: PartialDay,
): PlaceRow | undefined {
  const own = places.filter((place) => place.unitId === unitId);
  // A day before all that is known is judged by the first that is known.
  return own.findLast((place) => place.fromOn <= on) ?? own[0];
}

/** From the cell upwards, the cell first. */
export function chainOn(places: readonly PlaceRow[], unitId: number, on: PartialDay): PlaceRow[] {
  const chain: PlaceRow[] = [];
  let place = placeOn(places, unitId, on);
  while (place && !chain.includes(place)) {
    chain.push(place);
    place = placeOn(places, place.parentId, on);
  }
  return chain;
}

/** Where a unit stood in the tree on a day, as reach and local rules name places; undefined where that is not known. */
export type PathOf = (unitId: number, on: PartialDay) => string | undefined;

export function pathsOf(places: readonly PlaceRow[]): PathOf {
  const byUnit = Map.groupBy(places, (place) => place.unitId);
  return (unitId, on) => {
    const chain: number[] = [];
    let place = placeOn(byUnit.get(unitId) ?? [], unitId, on);
    while (place && !chain.includes(place.unitId)) {
      chain.unshift(place.unitId);
      if (place.parentId === null) return `/${chain.join('/')}/`;
      place = placeOn(byUnit.get(place.parentId) ?? [], place.parentId, on);
    }
    return undefined;
  };
}

/** The organisation that leads the cell: an intermediate sub-committee only gives its opinion. */
export const committeeOf = (chain: readonly PlaceRow[]): PlaceRow | undefined =>
  chain.slice(1).find((place) => place.kind !== 'sub_committee');

const powers = ['none', 'delegated', 'upper_base', 'province_direct'];
/** What a base committee may decide by itself stands on a decision, kept as the dated type of the organisation. */
export const powersOf = (type: string | null): string | undefined =>
  type !== null && powers.includes(type) ? type : undefined;

const strength = ['none', 'probationary', 'official'];

/** Standing of one person on a day; undefined where the roll does not reach back to it. */
export function standingOn(
  memberships: readonly MembershipRow[],
  personId: string,
  on: PartialDay,
): string | undefined {
  const own = memberships.filter((row) => row.personId === personId);
  const current = own.find((row) => row.fromOn <= on && (row.toOn === null || row.toOn > on));
  if (current) return current.kind;
  const first = own.reduce<MembershipRow | undefined>(
    (a, b) => (a && a.fromOn <= b.fromOn ? a : b),
    undefined,
  );
  if (first?.beganAs === 'taken_over' && earliest(first.fromOn) > earliest(on)) return undefined;
  return 'none';
}

function weakest(
  memberships: readonly MembershipRow[],
  persons: readonly string[],
  on: PartialDay,
): string | undefined {
  const standings = persons.map((person) => standingOn(memberships, person, on));
  if (standings.length === 0 || standings.includes(undefined)) return undefined;
  return standings.reduce((a, b) => (strength.indexOf(a ?? '') <= strength.indexOf(b ?? '') ? a : b));
}

/** Facts that name persons, and the fact that says how these stood on the day. */
const statusOf: Record<string, string> = {
  helper: 'helper.status',
  'introduction.members': 'introduction.status',
  'introduce.proposer': 'introduce.proposer.status',
};

const personsIn = (value: FactValue | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];

export function heldAround(around: Around, unitId: number, on: PartialDay, said: Known): Known {
  const { bornOn, education, youthUnion } = around.person;
  const statuses = Object.entries(statusOf).map(([fact, status]) => [
    status,
    weakest(around.memberships, personsIn(said[fact]), on),
  ]);
  return {
    'person.bornOn': bornOn ?? undefined,
    'person.education': education ?? undefined,
    'person.youthUnion': youthUnion ?? undefined,
    ...heldOfPlace(chainOn(around.places, unitId, on)),
    ...Object.fromEntries(statuses),
    'helper.charges': typeof said.helper === 'string' ? around.charges?.get(said.helper) : undefined,
  };
}

/** The cell, and who leads it, as the tree stood on the day. */
function heldOfPlace(chain: readonly PlaceRow[]): Known {
  const [cell, parent] = chain;
  const committee = committeeOf(chain);
  return {
    'unit.kind': cell?.kind,
    'unit.type': cell?.type ?? undefined,
    'unit.underSubCommittee': parent && parent.kind === 'sub_committee',
    'committee.kind': committee?.kind,
    'committee.powers': powersOf(committee?.type ?? null),
  };
}

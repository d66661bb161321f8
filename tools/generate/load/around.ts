// What lies around the cases of a set while they are judged: the tree of every day, and who was a member since when – from the
// lines alone, so that a case can be made before those of its helpers are.
import { addMonths, type Day } from '../../../src/platform/day.ts';
import { foldUnit } from '../../../src/org/unit.ts';
import type { Entry, NewEntry } from '../../../src/platform/entry.ts';
import { chainOn, type MembershipRow, pathsOf, type PathOf, type PlaceRow } from '../../../src/road/held.ts';
import type { PersonStory } from './story.ts';

/** Every place that every unit ever had, by unit. */
export type Tree = ReadonlyMap<number, PlaceRow[]>;

export function treeOf(entries: readonly NewEntry[]): Tree {
  const read = entries.map((entry, at) => ({ ...entry, names: null, position: at + 1 }));
  const byUnit = Map.groupBy(read, ({ unitId }) => unitId ?? 0);
  return new Map(
    [...byUnit].map(([id, own]) => {
      const places = foldUnit(id, own as Entry[])?.places ?? [];
      return [id, places.map((place) => ({ ...place, unitId: id }))];
    }),
  );
}

/** The places of these units, and of whatever ever stood above them. */
export function placesAbove(tree: Tree, units: readonly number[]): PlaceRow[] {
  const found = new Set<number>();
  const open = [...units];
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (found.has(unit)) continue;
    found.add(unit);
    for (const { parentId } of tree.get(unit) ?? []) if (parentId !== null) open.push(parentId);
  }
  return [...found].flatMap((unit) => tree.get(unit) ?? []);
}

export function placeOnDay(tree: Tree, unit: number, on: Day): { kind: string; above: string | null } {
  const [own, above] = chainOn(placesAbove(tree, [unit]), unit, on);
  return { kind: own?.kind ?? 'cell', above: above?.kind ?? null };
}

/** Trees are asked for the same few units again and again. */
export function pathsIn(tree: Tree): (units: readonly number[]) => { places: PlaceRow[]; pathOf: PathOf } {
  const kept = new Map<string, { places: PlaceRow[]; pathOf: PathOf }>();
  return (units) => {
    const key = units.join();
    const found = kept.get(key) ?? make(placesAbove(tree, units));
    if (kept.size > 5000) kept.clear();
    kept.set(key, found);
    return found;
  };
}
const make = (places: PlaceRow[]) => ({ places, pathOf: pathsOf(places) });

const gone = new Set(['out', 'died', 'struck', 'expelled', 'left', 'annulled']);

/** Since when somebody was a member, and since when an official one. */
export function membershipsOf(story: PersonStory, personId: string): MembershipRow[] {
  const begins = [
    ...beginOf(story),
    ...story.cases.flatMap(({ admission, recognition }) =>
      admission ? [{ on: admission.on, officialOn: recognition?.officialOn ?? null, as: 'admitted' }] : [],
    ),
  ];
  const ends = story.moves.filter(({ move }) => gone.has(move)).map(({ on }) => on);
  return begins.flatMap(({ on, officialOn, as }) => {
    const toOn = ends.find((day) => day >= on) ?? null;
    const first: MembershipRow = {
      personId,
      kind: 'probationary',
      fromOn: on,
      toOn: officialOn ?? toOn,
      beganAs: as,
    };
    if (officialOn === null) return [first];
    const official = { personId, kind: 'official', fromOn: officialOn, toOn, beganAs: 'recognised' };
    return officialOn > on ? [first, official] : [{ ...official, fromOn: on, beganAs: as }];
  });
}

function beginOf({ member, moves }: PersonStory) {
  const found = member ? [{ on: member.admittedOn, officialOn: member.officialOn, as: 'taken_over' }] : [];
  const came = moves.filter(({ move }) => move === 'in' || move === 'restored');
  return [
    ...found,
    ...came.map(({ on, officialOn }) => ({ on, officialOn: officialOn && on, as: 'moved_in' })),
  ];
}

/** Twelve months after the ceremony, where no line says it. */
export const officialAfter = (admittedOn: Day): Day => addMonths(admittedOn, 12);

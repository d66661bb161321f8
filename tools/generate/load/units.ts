// The tree of a set: every unit as it was found or founded, and what became of it.
import type { Day } from '../../../src/platform/day.ts';
import type { Tx } from '../../../src/platform/db.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { prepareUnits, type UnitDraft } from '../../../src/org/unit.store.ts';
import { type ActInput, actEntry } from '../../../src/org/unit-acts.ts';
import type { UnitActLine, UnitLine } from '../line.ts';
import { entryIdOf, type Names, unitIdOf } from './ids.ts';

export interface Units {
  units: readonly UnitLine[];
  acts: readonly UnitActLine[];
}

/** Units founded before records begin are found as they are on that day; later ones are founded by a decision. */
export function draftOf(line: UnitLine, names: Names, begins: Day, roots: ReadonlySet<number>): UnitDraft {
  const found = line.foundedOn <= begins;
  const decision = found ? null : { number: 'Không số', on: line.foundedOn, by: null };
  const { parentId } = line;
  return {
    clientId: entryIdOf(names, `unit/${line.id}`),
    key: String(line.id),
    parent:
      parentId === null
        ? null
        : roots.has(parentId)
          ? { id: unitIdOf(names, parentId) }
          : { key: String(parentId) },
    unitKind: line.kind,
    type: line.type,
    name: line.name,
    code: null,
    placeCode: line.placeCode,
    foundedOn: line.foundedOn,
    external: false,
    sourceKey: null,
    decision,
    happenedOn: found ? begins : line.foundedOn,
  };
}

/** As an officer would type it, under the numbers of the installation. */
export function unitActOf(line: UnitActLine, nth: number, names: Names): ActInput {
  const about = {
    clientId: entryIdOf(names, `unit/${line.unitId}/act/${nth}`),
    happenedOn: line.on,
    decision: { ...line.decision, by: null },
  };
  if (line.act === 'rename') return { ...about, act: 'rename', name: line.name };
  if (line.act === 'move') return { ...about, act: 'move', parentId: unitIdOf(names, line.parentId) };
  if (line.act === 'change_kind') return { ...about, act: 'change_kind', kind: line.kind, type: line.type };
  const intoId = line.intoId === null ? null : unitIdOf(names, line.intoId);
  return { ...about, act: 'end', as: line.as, intoId };
}

export interface Land {
  begins: Day;
  provinceOf: (unit: number) => string;
}

/** Ids of the installation for every unit of the set, and the entries; `names` knows those that are there already. */
export async function unitEntries(
  tx: Tx,
  { units, acts }: Units,
  names: Names,
  land: Land,
): Promise<NewEntry[]> {
  const there = new Set(names.units.keys());
  const fresh = units.filter(({ id }) => !there.has(id));
  const entries: NewEntry[] = [];
  const drafts = fresh.map((line) => draftOf(line, names, land.begins, there));
  const made = await prepareUnits(tx, '', drafts);
  for (const [key, id] of made.ids) names.units.set(Number(key), id);
  fresh.forEach((line, at) => {
    const entry = made.entries[at] as NewEntry;
    entries.push({ ...entry, data: { ...entry.data, provinceId: land.provinceOf(line.id) } });
  });
  acts.forEach((line, nth) => {
    const unit = { id: unitIdOf(names, line.unitId), provinceId: land.provinceOf(line.unitId) };
    entries.push(actEntry(unit, unitActOf(line, nth, names)));
  });
  return entries;
}

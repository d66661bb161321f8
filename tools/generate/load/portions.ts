// What a set becomes, portion by portion, before anything of it is written: each commune whole, and the lists of classes when all who
// attended them have been seen.
import { pinToday } from '../../../src/platform/clock.ts';
import { type Recorder, textsOfEntries } from '../../../src/platform/ledger.ts';
import type { EntryText } from '../../../src/platform/write/insert.ts';
import { law } from '../../../src/road/law.ts';
import { pathsIn, placeOnDay, type Tree } from './around.ts';
import { Classes } from './classes.ts';
import { communeEntries, type Ground, type Portion } from './commune.ts';
import { type Names, unitIdOf } from './ids.ts';
import type { SetSource } from './load.ts';

/** The installation as it stands when its tree has been planted: plain data, so that another thread can be told. */
export interface Planted {
  names: Names;
  tree: Tree;
  officeId: number | null;
}

function groundOf(source: SetSource, { names, tree, officeId }: Planted): Ground {
  const unitNames = new Map(source.units.map(({ id, name }) => [id, name]));
  return {
    names,
    tree,
    officeId,
    provinceId: source.province,
    frame: { law: law(), profile: 'C', today: source.today },
    pathsOf: pathsIn(tree),
    placeOn: (unit, on) => placeOnDay(tree, unitIdOf(names, unit), on),
    classes: new Classes(names, source.today),
    unitName: (id) => unitNames.get(id) ?? '',
    top: source.units.find(({ parentId }) => parentId === null)?.id ?? 0,
  };
}

/** A portion with its entries as text. */
export interface Ready extends Omit<Portion, 'entries'> {
  texts: EntryText[];
  /** entries */
  count: number;
}
export const ready = ({ entries, ...portion }: Portion, by: Recorder): Ready => ({
  ...portion,
  texts: textsOfEntries(by, entries),
  count: entries.length,
});
/** Entries, words of the vault and looks together: what weighs in a portion. */
export const sizeOf = ({ count, values, accesses }: Ready): number => count + values.length + accesses.length;

const nobody: Portion = {
  entries: [],
  values: [],
  offices: [],
  accesses: [],
  people: 0,
  dossiers: 0,
  left: [],
};
/** Entries of classes that are written as one. */
const atOnce = 5000;

export async function* portionsOf(source: SetSource, planted: Planted): AsyncGenerator<Portion> {
  pinToday(source.today);
  const ground = groundOf(source, planted);
  for await (const lines of source.portions()) yield communeEntries(lines, ground);
  let entries: Portion['entries'] = [];
  for (const own of ground.classes.entries()) {
    entries.push(...own);
    if (entries.length < atOnce) continue;
    yield { ...nobody, entries };
    entries = [];
  }
  yield { ...nobody, entries };
}

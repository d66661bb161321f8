// A sound set leaves nothing out: everything its lines tell of somebody is allowed by the law of its day and by what was written
// before. Made without a database.
import { expect, test } from 'vitest';
import { unitStream } from '../../../src/org/unit.store.ts';
import { actEntry } from '../../../src/org/unit-acts.ts';
import type { NewEntry } from '../../../src/platform/entry.ts';
import { composeRooms } from '../../../src/rooms.ts';
import { generateCommune, generateParts, optionsOf } from '../generate.ts';
import type { Line } from '../line.ts';
import type { Options } from '../settings.ts';
import { treeOf } from './around.ts';
import { newNames, type Names } from './ids.ts';
import type { SetSource } from './load.ts';
import { portionsOf, type Planted } from './portions.ts';
import { sourceOf } from './source.ts';
import { draftOf, unitActOf } from './units.ts';

composeRooms({ masterKey: Buffer.alloc(32), program: '' });

/** The tree of a set under its own numbers. */
function plant(source: SetSource): Planted {
  const names = newNames(source.label);
  for (const { id } of source.units) names.units.set(id, id);
  const founded = source.units.map((line) => foundedEntry(line, source, names));
  const acts = source.acts.map((line, nth) =>
    actEntry({ id: line.unitId, provinceId: source.province }, unitActOf(line, nth, names)),
  );
  return { names, tree: treeOf([...founded, ...acts]), officeId: null };
}

function foundedEntry(line: SetSource['units'][number], source: SetSource, names: Names): NewEntry {
  const { clientId, key, parent, happenedOn, ...data } = draftOf(line, names, source.begins, new Set());
  const parentId = parent && 'key' in parent ? Number(parent.key) : null;
  const kind = data.decision ? 'unit.founded' : 'unit.taken_over';
  return {
    clientId,
    stream: `${unitStream.prefix}:${key}`,
    kind,
    happenedOn,
    unitId: Number(key),
    data: { ...data, provinceId: source.province, parentId },
  };
}

function* partsOf(options: Options, communes: readonly number[]): Generator<readonly Line[]> {
  // What stands above comes first.
  const { value } = generateParts(options).next();
  if (value) yield value;
  for (const index of communes) yield generateCommune(options, index);
}

async function made(options: Options, communes: readonly number[]) {
  const source: SetSource = { ...sourceOf(options), portions: () => partsOf(options, communes) };
  const sum = { entries: 0, dossiers: 0, left: [] as string[] };
  for await (const portion of portionsOf(source, plant(source))) {
    sum.entries += portion.entries.length;
    sum.dossiers += portion.dossiers;
    sum.left.push(...portion.left);
  }
  return sum;
}

const communes: readonly [Partial<Options>, readonly number[]][] = [
  [{ set: 'S', seed: 1 }, [0]],
  [{ set: 'M', seed: 2026 }, [36, 87]],
  // Helpers who were gone before the roll was taken.
  [{ set: 'L10', seed: 2026 }, [40, 1640]],
];

test.each(communes)('nothing of %o is left out', { timeout: 300_000 }, async (options, indexes) => {
  const { entries, dossiers, left } = await made(optionsOf(options), indexes);
  expect(left).toEqual([]);
  expect(dossiers).toBeGreaterThan(20);
  expect(entries).toBeGreaterThan(2000);
});

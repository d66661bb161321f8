// The tree of a day as a list: branches are slices, paths and depths agree, and sums run up it without loss.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { useOrganisation } from './organisation.ts';
import {
  addUp,
  branchOf,
  changesBy,
  changesOf,
  childrenOf,
  leftOut,
  cutOut,
  idsOnPath,
  rollUp,
  rootsOf,
  type Tree,
  type TreePlace,
  treeOf,
} from './tree.ts';

useOrganisation(
  parse(readFileSync(path.join(import.meta.dirname, '../../regulations/organisation.yaml'), 'utf8')),
);

const place = (id: number, parentId: number | null, more: Partial<TreePlace> = {}): TreePlace => ({
  id,
  parentId,
  fromOn: '',
  toOn: null,
  kind: 'cell',
  type: null,
  name: `Chi bộ ${id}`,
  external: false,
  endedOn: null,
  ...more,
});
const shape = (tree: Tree) => tree.nodes.map(({ path }) => path);

test('the tree of a day has the names, kinds and parents of that day', () => {
  const places = [
    place(1, null, { kind: 'district', name: 'Huyện Vĩnh Lợi', toOn: '2025-07-01', endedOn: '2025-07-01' }),
    place(2, 1, { kind: 'base_organisation', name: 'Thị trấn Châu Hưng', toOn: '2025-07-01' }),
    place(2, 9, { kind: 'base_organisation', name: 'Xã Vĩnh Lợi', fromOn: '2025-07-01' }),
    place(3, 2, { name: 'Ấp Xẻo Chích', type: 'THON' }),
    place(9, null, { kind: 'province', name: 'Cà Mau' }),
  ];
  const before = treeOf(places, '2025-06-30');
  expect(shape(before)).toEqual(['/9/', '/1/', '/1/2/', '/1/2/3/']);
  expect(before.byId.get(2)).toMatchObject({
    name: 'Thị trấn Châu Hưng',
    parentId: 1,
    depth: 1,
    endedOn: null,
  });
  const after = treeOf(places, '2025-07-01');
  expect(shape(after)).toEqual(['/9/', '/9/2/', '/9/2/3/']);
  expect(after.byId.get(3)).toMatchObject({ cell: true, type: 'THON', depth: 2 });
});

test('a unit dissolved in the year keeps its place and its result until the year is over', () => {
  const ended = { toOn: '2026-05-04', endedOn: '2026-05-04' };
  const places = [place(1, null, { kind: 'base_organisation' }), place(2, 1), place(3, 1, ended)];
  const own = new Map([
    [2, 4],
    [3, 3],
  ]);
  const year = treeOf(places, '2026-12-31', { keepEndedSince: '2026-01-01' });
  expect(year.byId.get(3)).toMatchObject({ endedOn: '2026-05-04', parentId: 1 });
  expect(rollUp(year, own)[0]).toBe(7);
  const plain = treeOf(places, '2026-12-31');
  expect(plain.byId.has(3)).toBe(false);
  expect([rollUp(plain, own)[0], leftOut(plain, own)]).toEqual([4, 3]);
  // On a day before its end it is a unit like others; the year after it is gone.
  expect(treeOf(places, '2026-05-03', { keepEndedSince: '2026-01-01' }).byId.get(3)?.endedOn).toBe(null);
  expect(treeOf(places, '2027-12-31', { keepEndedSince: '2027-01-01' }).byId.has(3)).toBe(false);
});

test('what stands below a superior known by name only stands at the top', () => {
  const tree = treeOf([place(1, null, { external: true, kind: 'province' }), place(2, 1)], '2026-01-01');
  expect(shape(tree)).toEqual(['/2/']);
  expect(rootsOf(tree).map(({ parentId }) => parentId)).toEqual([null]);
});

/** Units whose parents have smaller numbers, moved, ended and founded on any days. */
const forest = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 3 }), fc.nat(20)), {
    maxLength: 40,
  })
  .map((drawn) =>
    drawn.flatMap(([at, day, fate, own], index) => {
      const [id, on] = [index + 1, `2026-02-${String(day).padStart(2, '0')}`];
      const parent = index === 0 ? null : (at % index) + 1;
      const other = index === 0 ? null : ((at + 7) % index) + 1;
      const fates = [
        [place(id, parent)],
        [place(id, parent, { fromOn: on })],
        [place(id, parent, { toOn: on, endedOn: on })],
        [place(id, parent, { toOn: on }), place(id, other, { fromOn: on, name: `Mới ${id}` })],
      ];
      return (fates[fate] as TreePlace[]).map((one) => ({ ...one, own }));
    }),
  );

test('on any day: slices are branches, children are the parent, nothing is lost or counted twice', () => {
  fc.assert(
    fc.property(forest, fc.integer({ min: 1, max: 28 }), fc.boolean(), (drawn, day, keep) => {
      const on = `2026-02-${String(day).padStart(2, '0')}`;
      const tree = treeOf(drawn, on, keep ? { keepEndedSince: '2026-01-31' } : {});
      const own = new Map(drawn.map(({ id, own: count }) => [id, count]));
      const sums = rollUp(tree, own);
      for (const node of tree.nodes) {
        const parent = node.parentId === null ? undefined : tree.byId.get(node.parentId);
        expect(node.path).toBe(`${parent?.path ?? '/'}${node.id}/`);
        expect(node.depth).toBe(parent ? parent.depth + 1 : 0);
        if (parent) expect(parent.index < node.index && node.end <= parent.end).toBe(true);
        const inside = tree.nodes.filter(({ path }) => path.startsWith(node.path)).map(({ id }) => id);
        expect(branchOf(tree, node.id)).toEqual(inside);
        expect(sums[node.index]).toBe(inside.reduce((sum, id) => sum + (own.get(id) ?? 0), 0));
        const children = childrenOf(tree, node.id);
        expect(children.map(({ parentId }) => parentId)).toEqual(children.map(() => node.id));
        const below = children.reduce((sum, child) => sum + (sums[child.index] ?? 0), 0);
        expect(sums[node.index]).toBe(below + (own.get(node.id) ?? 0));
      }
      const tops = rootsOf(tree).reduce((sum, { index }) => sum + (sums[index] ?? 0), 0);
      expect(tops + leftOut(tree, own)).toBe([...own.values()].reduce((sum, count) => sum + count, 0));
      expect(addUp(tree, own, (a, b) => a + b)).toEqual([...sums]);
    }),
  );
});

test('days between two changes share one tree', () => {
  const within = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
  const days = fc.tuple(within, within, within, within);
  fc.assert(
    fc.property(forest, days, (drawn, [a, b, keepA, keepB]) => {
      const changes = changesOf(drawn);
      const same = (one: string, other: string) => changesBy(changes, one) === changesBy(changes, other);
      if (!same(a, b) || !same(keepA, keepB)) return;
      expect(treeOf(drawn, a).nodes).toEqual(treeOf(drawn, b).nodes);
      const kept = treeOf(drawn, a, { keepEndedSince: keepA }).nodes;
      expect(kept).toEqual(treeOf(drawn, b, { keepEndedSince: keepB }).nodes);
    }),
    { numRuns: 400 },
  );
});

test('addUp leaves units empty below which nothing is known', () => {
  const tree = treeOf([place(1, null), place(2, 1), place(3, 1), place(4, 3)], '2026-01-01');
  expect(addUp(tree, new Map([[2, 5]]), (a, b) => a + b)).toEqual([5, 5, undefined, undefined]);
});

test('a branch cut out is the branch, with the sums of the whole tree and those above it', () => {
  fc.assert(
    fc.property(forest, (drawn) => {
      const tree = treeOf(drawn, '2026-02-14');
      const own = new Map(drawn.map(({ id, own: count }) => [id, count]));
      const sumsIn = (one: Tree, ids: readonly number[]) => {
        const sums = rollUp(one, own);
        return ids.map((id) => sums[one.byId.get(id)?.index ?? -1]);
      };
      for (const node of tree.nodes) {
        const [cut, branch] = [cutOut(tree, [node]), branchOf(tree, node.id)];
        expect(cut.nodes.map(({ id }) => id)).toEqual([...idsOnPath(node.path).slice(0, -1), ...branch]);
        expect(branchOf(cut, node.id)).toEqual(branch);
        expect(sumsIn(cut, branch)).toEqual(sumsIn(tree, branch));
      }
    }),
  );
});

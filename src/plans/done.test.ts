// Sums up the tree with results that were told: nothing is lost on the way up, and nobody is counted twice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Tree, treeOf, type TreePlace } from '../org/tree.ts';
import { type Mark, marks } from './amount.ts';
import { countedUp, doneAt, together, withTold } from './done.ts';

const placeOf = (id: number, parentId: number | null): TreePlace => ({
  id,
  parentId,
  fromOn: '',
  toOn: null,
  kind: 'cell',
  type: null,
  name: `Đơn vị ${id}`,
  external: false,
  endedOn: null,
});
/** Unit n stands under one of those before it. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 30 })
  .map((picks) =>
    treeOf(
      [placeOf(1, null), ...picks.map((pick, index) => placeOf(index + 2, 1 + (pick % (index + 1))))],
      '2021-12-31',
    ),
  );
const told = (tree: Tree) =>
  fc.array(
    fc.record({
      unitId: fc.integer({ min: 1, max: tree.nodes.length }),
      asOf: fc.constant('2021-12-31'),
      value: fc.option(fc.nat(500)),
      mark: fc.constantFrom<Mark>(...marks),
    }),
    { maxLength: 6 },
  );
const worlds = trees.chain((tree) =>
  fc.record({
    tree: fc.constant(tree),
    own: fc
      .array(fc.nat(9), { minLength: tree.nodes.length, maxLength: tree.nodes.length })
      .map((counts) => new Map(counts.map((count, index) => [index + 1, count]))),
    told: told(tree),
  }),
);

test('a told result never lowers a number, and reaches everybody above', () => {
  fc.assert(
    fc.property(worlds, ({ tree, own, told: said }) => {
      const counted = countedUp(tree, own);
      const done = withTold(tree, counted, said, new Map());
      const lastOf = new Map(said.map((one) => [one.unitId, one]));
      for (const node of tree.nodes) {
        const value = doneAt(done, node.index).value;
        expect(value).toBeGreaterThanOrEqual(counted.counted[node.index] ?? 0);
        expect(value).toBeGreaterThanOrEqual(lastOf.get(node.id)?.value ?? 0);
        const children = tree.nodes.filter(({ parentId }) => parentId === node.id);
        const below = children.reduce((sum, child) => sum + doneAt(done, child.index).value, 0);
        const spoken = lastOf.get(node.id)?.value ?? -1;
        expect(value).toBe(Math.max(below + (own.get(node.id) ?? 0), spoken));
      }
      expect(done.counted).toEqual(counted.counted);
    }),
  );
});

test('years add up to the period, marks with them', () => {
  fc.assert(
    fc.property(worlds, ({ tree, own, told: said }) => {
      const one = withTold(tree, countedUp(tree, own), said, new Map());
      const both = together(tree, [one, countedUp(tree, own)]);
      for (const { index } of tree.nodes) {
        expect(both.values[index]).toBe((one.values[index] ?? 0) + (one.counted[index] ?? 0));
        expect(both.marks[index]).toBe(one.marks[index]);
      }
    }),
  );
});

test('what was counted after the day spoken of comes on top', () => {
  const tree = treeOf([placeOf(1, null), placeOf(2, 1)], '2021-12-31');
  const counted = countedUp(tree, new Map([[2, 4]]));
  const said = [{ unitId: 1, asOf: '2021-09-30', value: 10, mark: 'at_least' as const }];
  const done = withTold(tree, counted, said, new Map([['2021-09-30', new Map([[2, 3]])]]));
  expect([doneAt(done, 0), doneAt(done, 1)]).toEqual([
    { value: 13, mark: 'at_least' },
    { value: 4, mark: 'exact' },
  ]);
});

// The tree: what is visible, and where each key leads.
import { expect, test } from 'vitest';
import { flip, moveBy, openDownTo, visibleRows } from './tree.ts';

const nodes = [
  { id: '1', parentId: null, label: 'Đảng bộ phường Kinh Bắc' },
  { id: '2', parentId: '1', label: 'Chi bộ Niềm Xá' },
  { id: '3', parentId: '1', label: 'Đảng bộ bộ phận Trường học' },
  { id: '4', parentId: '3', label: 'Chi bộ Tiểu học' },
  { id: '9', parentId: '77', label: 'Chi bộ được giao' },
];
const ids = (open: Set<string>) => visibleRows(nodes, open).map(({ node, depth }) => `${depth}:${node.id}`);

test('a closed node hides what is below; an unreachable parent leaves its child at the top', () => {
  expect(ids(new Set())).toEqual(['0:1', '0:9']);
  expect(ids(new Set(['1']))).toEqual(['0:1', '1:2', '1:3', '0:9']);
  expect(ids(openDownTo(nodes, 2))).toEqual(['0:1', '1:2', '1:3', '2:4', '0:9']);
});

test('rows know their place among siblings', () => {
  const row = visibleRows(nodes, new Set(['1']))[2];
  expect(row).toMatchObject({ position: 2, siblings: 2, children: 1, open: false });
});

test('keys walk, open and close', () => {
  const rows = visibleRows(nodes, new Set(['1']));
  expect(moveBy('ArrowDown', rows, 0)).toEqual({ focus: 1 });
  expect(moveBy('ArrowUp', rows, 0)).toEqual({ focus: 0 });
  expect(moveBy('End', rows, 0)).toEqual({ focus: 3 });
  expect(moveBy('ArrowRight', rows, 0)).toEqual({ focus: 1 });
  expect(moveBy('ArrowRight', rows, 1)).toBeNull();
  expect(moveBy('ArrowRight', rows, 2)).toEqual({ toggle: '3' });
  expect(moveBy('ArrowLeft', rows, 0)).toEqual({ toggle: '1' });
  expect(moveBy('ArrowLeft', rows, 2)).toEqual({ focus: 0 });
  expect(moveBy('ArrowLeft', rows, 3)).toBeNull();
  expect(moveBy('d', rows, 0)).toEqual({ focus: 2 });
  expect(moveBy('z', rows, 0)).toBeNull();
});

test('flip takes out what is in and puts in what is out', () => {
  expect([...flip(new Set(['a', 'b']), new Set(['b', 'c']))]).toEqual(['a', 'c']);
});

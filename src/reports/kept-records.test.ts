// What a closed report keeps of its records can be asked for cell by cell as it was counted; too many are not kept.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type CellRecords, keepRecords, keptIn, recordKinds } from './kept-records.ts';

const unitIds = fc.array(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 20 });
const cell = fc.record({ kind: fc.constantFrom(...recordKinds), ids: unitIds });

test('each cell has its records again, one that counts twice twice', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
      const keyed = cells.map(({ kind, ids }, at) => ({ key: `s/${at}/c`, kind, ids }));
      const records = new Map<string, CellRecords>(
        keyed.map(({ key, kind, ids }) => [key, { kind, ids: () => ids }]),
      );
      const kept = keepRecords(records);
      for (const { key, kind, ids } of keyed)
        expect(keptIn(kept, key, kind)?.toSorted()).toEqual(ids.toSorted());
      const subjects = Object.values(kept?.subjects ?? {}).flat().length;
      expect(subjects).toBeLessThanOrEqual(keyed.reduce((sum, { ids }) => sum + ids.length, 0));
    }),
  );
});

test('too many are not kept, and the cells behind are not asked', () => {
  const many = Array.from({ length: 60_001 }, (_, at) => String(at));
  const behind = vi.fn(() => ['1']);
  const of = (ids: () => readonly string[]): CellRecords => ({ kind: 'person', ids });
  const cells = { a: of(() => many), b: of(behind) };
  expect(keepRecords(new Map(Object.entries(cells)))).toBeNull();
  expect(behind).not.toHaveBeenCalled();
  const halves = { a: of(() => many.slice(0, 40_000)), b: of(() => many.slice(20_000)), c: of(behind) };
  expect(keepRecords(new Map(Object.entries(halves)))).toBeNull();
  expect(behind).not.toHaveBeenCalled();
  expect(keepRecords(new Map([['a', of(() => many.slice(1))]]))?.subjects.person).toHaveLength(60_000);
});

// What stands in the way of undoing, one line for each person or unit.
import { expect, test } from 'vitest';
import { blockersOf } from './undo.tsx';

const touch = (stream: string, recordedAt: string, more: object) => ({
  stream,
  kind: 'member.died',
  recordedAt,
  name: null,
  personId: null,
  unitId: null,
  ...more,
});

test('acts on one person and on that person’s dossier are one line, with the latest of them', () => {
  const an = { name: 'Nguyễn Văn An', personId: 'p1' };
  const blockers = blockersOf([
    touch('person:p1', '2025-09-20T01:00:00Z', an),
    touch('dossier:d1', '2025-09-22T01:00:00Z', an),
    touch('unit:7', '2025-09-21T01:00:00Z', { name: 'Chi bộ khu phố 1', unitId: 7 }),
  ]);
  expect(blockers).toEqual([
    { key: '/people/p1', name: 'Nguyễn Văn An', href: '/people/p1', count: 2, at: '2025-09-22T01:00:00Z' },
    { key: '/units/7', name: 'Chi bộ khu phố 1', href: '/units/7', count: 1, at: '2025-09-21T01:00:00Z' },
  ]);
});

test('what has no page of its own is no link', () => {
  expect(blockersOf([touch('office:9', '2025-09-21T01:00:00Z', {})])).toMatchObject([
    { href: null, name: '' },
  ]);
});

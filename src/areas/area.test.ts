// How sayings about a place fold: marks by the day, villages and their cells, what is taken back.
import { expect, test } from 'vitest';
import { withdrawal } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import { coverageOf, foldArea, holdsOn } from './area.ts';

let position = 0;
const entry = (kind: string, happenedOn: string | null, data: object, names: string | null = null): Entry => {
  position += 1;
  const clientId = `0190a000-0000-7000-8000-${String(position).padStart(12, '0')}`;
  return {
    clientId,
    position,
    version: position,
    kind,
    happenedOn,
    names,
    stream: 'area:1',
    unitId: 1,
    personId: null,
    ruleset: null,
    batch: null,
    recordedAt: '',
    recordedBy: '',
    officeId: null,
    data: data as Entry['data'],
  };
};
const marked = (on: string, mark = 'border') => entry('area.marked', on, { mark, documentId: null });
const unmarked = (on: string, mark = 'border') => entry('area.unmarked', on, { mark });
const village = '0190b000-0000-7000-8000-000000000001';
const meets = (on: string, cellId: number | null, fullMembers: number | null = null) =>
  entry('area.village_meets', on, { villageId: village, cellId, fullMembers });

test('a mark is carried from its day until it ends, and may come again (S1-04, S4-27)', () => {
  const { marks } = foldArea([unmarked('2023-05-01'), marked('2020-01-01'), marked('2024-03-01')]);
  expect(marks.map(({ from, to }) => [from, to])).toEqual([
    ['2020-01-01', '2023-05-01'],
    ['2024-03-01', null],
  ]);
  expect(marks.filter((one) => holdsOn(one, '2023-05-01'))).toEqual([]);
  expect(foldArea([marked('2020-01-01'), marked('2021-01-01')]).marks).toHaveLength(1);
});

test('what was taken back leaves no trace in what stands', () => {
  const first = marked('2020-01-01');
  const { marks, version } = foldArea([first, entry(withdrawal, null, {}, first.clientId)]);
  expect([marks, version]).toEqual([[], position]);
});

test('a village keeps its first day under a new name, and each cell until the next (S4-28)', () => {
  const said = (on: string, name: string) =>
    entry('area.village', on, { villageId: village, name, kind: 'thon' });
  const { villages } = foldArea([
    said('2015-01-01', 'Thôn 4'),
    meets('2016-01-01', 7),
    meets('2020-06-01', null),
    meets('2020-06-01', 9, 3),
    said('2021-01-01', 'Nì Xỉ 4'),
    entry('area.village_ended', '2024-01-01', { villageId: village }),
    meets('2025-01-01', 7),
  ]);
  expect(villages).toMatchObject([{ name: 'Nì Xỉ 4', from: '2015-01-01', to: '2024-01-01' }]);
  expect(
    villages[0]?.meets.map(({ from, to, cellId, fullMembers }) => [from, to, cellId, fullMembers]),
  ).toEqual([
    ['2016-01-01', '2020-06-01', 7, null],
    ['2020-06-01', '2024-01-01', 9, 3],
  ]);
});

test('a village has a cell for itself, shares one, has none, or nobody told', () => {
  expect(coverageOf({ cellId: 7 }, 1)).toBe('own');
  expect(coverageOf({ cellId: 7 }, 2)).toBe('shared');
  expect(coverageOf({ cellId: null }, 0)).toBe('none');
  expect(coverageOf(null, 0)).toBe('unknown');
});

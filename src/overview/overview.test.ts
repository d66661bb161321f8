// What the overview reckons by itself: how far a year’s people came, what stands out, what is spared in what is taken away.
import { expect, test } from 'vitest';
import { yearChange } from './pages/change.ts';
import { type Came, funnelOf, milestoneOf, milestones, together } from './funnel.ts';
import { hrefOf, recordsHref } from './opens.ts';
import { agesMayLeave, shownBands, shownParts } from './spared.ts';
import { type Facts, standoutIds, standoutsOf } from './standout.ts';
import type { OverviewView } from './view.ts';
import { words } from './words.ts';

const came = (cohort: string, reached: number, count: number, open = false): Came => ({
  unitId: 1,
  cohort,
  reached,
  open,
  count,
});

test('a year beside the year before: a share, a few persons, or equal – never nought per cent', () => {
  expect(yearChange(8, 9)).toEqual({ key: 'years.up', share: 0.125 });
  expect(yearChange(8, 6)).toEqual({ key: 'years.down', share: 0.25 });
  expect(yearChange(8, 8)).toEqual({ key: 'years.same' });
  expect(yearChange(4000, 4001)).toEqual({ key: 'years.more', count: 1 });
  expect(yearChange(4001, 4000)).toEqual({ key: 'years.fewer', count: 1 });
  expect(yearChange(0, 3)).toBeNull();
  expect(words['years.same'].vi).toBe(' Năm {year} bằng năm {before}.');
});

test('whoever came far passed every step before; years stand apart and together', () => {
  const lines = funnelOf([
    came('2024', 5, 2),
    came('2025', 0, 3, true),
    came('2024', 2, 1),
    came('2024', 2, 4),
  ]);
  expect(lines).toEqual([
    { cohort: '2024', reached: [7, 7, 7, 2, 2, 2], open: 0 },
    { cohort: '2025', reached: [3, 0, 0, 0, 0, 0], open: 3 },
  ]);
  expect(together(lines)).toEqual({ reached: [10, 7, 7, 2, 2, 2], open: 3 });
});

test('a helper before the class is no class; every stage before the end shows a milestone', () => {
  expect(milestones[milestoneOf.helped ?? -1]).toBe('listed');
  expect(milestones[milestoneOf.class_certified ?? -1]).toBe('class');
  expect(milestones[milestoneOf.base_voted ?? -1]).toBe('voted');
  expect(milestoneOf.closed).toBeUndefined();
});

const nobody = { count: 0, href: null };
const quiet: Facts = {
  unit: 7,
  on: '2026-11-20',
  present: true,
  cell: false,
  cells: 3,
  idle: [],
  thin: [],
  least: 10,
  withoutSource: [],
  behind: [],
  withTarget: 2,
  pending: nobody,
  late: nobody,
  replies: nobody,
  untyped: [],
};
const unit = (id: number) => ({ id, name: `Chi bộ ${id}` });

test('what is nought does not stand out', () => {
  expect(standoutsOf(quiet)).toEqual([]);
  expect(standoutsOf({ ...quiet, withoutSource: null, least: null, thin: [unit(1)] })).toEqual([]);
});

test('a finding has its number, opens at its own list, and names the first units only', () => {
  const idle = Array.from({ length: 70 }, (_, at) => unit(at));
  const [found] = standoutsOf({ ...quiet, idle });
  expect(found).toMatchObject({ id: 'idle', count: 70, params: { of: 3 }, more: 10 });
  expect(found?.href).toBe('/statistics/cells_idle_2/records?unit=7&on=2026-11-20');
  expect(found?.units).toHaveLength(60);
  expect(standoutsOf({ ...quiet, cell: true, idle: [unit(7)] })[0]?.units).toEqual([]);
});

test('terms that have passed come before what is to be looked at', () => {
  const found = standoutsOf({
    ...quiet,
    idle: [unit(1)],
    behind: [unit(2)],
    pending: { count: 4, href: '/x' },
  });
  expect(found.map(({ id, tone }) => [id, tone])).toEqual([
    ['behind', 'act'],
    ['recognition_pending', 'act'],
    ['idle', 'wait'],
  ]);
});

test('every rule has its sentence, and none speaks of a mark that somebody gets', () => {
  for (const id of standoutIds) {
    const { vi, en } = words[`out.${id}`];
    expect([id, vi.length > 10, en.length > 10]).toEqual([id, true, true]);
    expect(`${vi} ${en}`).not.toMatch(/điểm|score|xếp hạng|rank/i);
  }
});

test('a number of nobody opens nothing', () => {
  expect(recordsHref('members', { unit: '7' }, 0)).toBeNull();
  expect(recordsHref('members', { unit: '7', where: 'sex:F' }, 2)).toBe(
    '/statistics/members/records?unit=7&where=sex%3AF',
  );
  expect(hrefOf('/pool', { unit: undefined })).toBe('/pool');
});

const label = { vi: 'x', en: 'x' };
const band = (code: string, men: number, women: number) => ({
  code,
  label,
  men: { count: men, href: null },
  women: { count: women, href: null },
});
const people = (bands: ReturnType<typeof band>[], parts: number[]): OverviewView['people'] => ({
  total: { count: 20, href: null },
  official: nobody,
  probationary: nobody,
  bands,
  unknown: 0,
  parts: parts.map((count, at) => ({ id: String(at), label, count, href: null })),
});

test('small counts of another unit do not leave the house, nor a second one they could be reckoned from', () => {
  const view = {
    own: false,
    least: 5,
    people: people([band('a', 2, 6), band('b', 7, 5), band('c', 9, 8)], [3, 12, 17, 0]),
  };
  expect(shownBands(view, false).map(({ men }) => men)).toEqual([2, 7, 9]);
  expect(shownBands(view, true).map(({ men, women }) => [men, women])).toEqual([
    [null, 6],
    [null, 5],
    [9, 8],
  ]);
  // 17 of 20 would tell that 3 are not.
  expect(shownParts(view, true).map(({ count }) => count)).toEqual([null, 12, null]);
  expect(shownBands({ ...view, own: true }, true).map(({ men }) => men)).toEqual([2, 7, 9]);
});

test('where one sex as a whole is so few, no ages leave', () => {
  const few = { own: false, least: 5, people: people([band('a', 10, 2)], []) };
  expect(agesMayLeave(few)).toBe(false);
  expect(agesMayLeave({ ...few, own: true })).toBe(true);
  expect(agesMayLeave({ ...few, people: people([band('a', 10, 0)], []) })).toBe(true);
});

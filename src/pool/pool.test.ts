// The figures of the pool by hand-reckoned examples.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byBody, byCohort, type Came, milestones } from './funnel.ts';
import { median, type Pool, poolStages, shortCells, stageLines, tally, type Unit } from './pool.ts';

const ward: Unit = { id: 1, name: 'Đảng bộ phường', path: '/1/', cell: false };
const first: Unit = { id: 2, name: 'Chi bộ 1', path: '/1/2/', cell: true };
const second: Unit = { id: 3, name: 'Chi bộ 2', path: '/1/3/', cell: true };
const empty: Pool = {
  units: [ward, first, second],
  candidates: [],
  admitted: [],
  targets: [],
  surveys: [],
  year: 2026,
  today: '2026-11-22',
};
const candidate = (unitId: number, stage: string, more: Partial<Pool['candidates'][number]> = {}) => ({
  unitId,
  stage,
  stageOn: '2026-11-12',
  paused: false,
  ...more,
});

test('a plentiful source is candidates who are followed ÷ what is left of the target (S0-03, S0-42, S0-45, S1-03)', () => {
  const pool: Pool = {
    ...empty,
    candidates: [
      candidate(2, 'nominated'),
      candidate(2, 'helped'),
      candidate(3, 'verifying'),
      candidate(3, 'listed', { paused: true }),
    ],
    targets: [{ unitId: 1, minimum: 5 }],
    admitted: [
      { unitId: 2, year: 2026, count: 3 },
      { unitId: 2, year: 2025, count: 9 },
    ],
  };
  expect(tally(pool)(ward)).toMatchObject({
    cells: 2,
    parts: { found: 1, fostered: 2, dossier: 1, approval: 0 },
    open: 4,
    paused: 1,
    admitted: 3,
    target: 5,
    remaining: 2,
    ratio: 1.5,
  });
  expect(tally(pool)(first)).toMatchObject({ open: 2, target: null, remaining: null, ratio: null });
});

test('without a target of its own a unit shows the sum of the nearest ones below, and says so (S4-04)', () => {
  const pool: Pool = {
    ...empty,
    targets: [
      { unitId: 2, minimum: 2 },
      { unitId: 3, minimum: 1 },
    ],
  };
  expect(tally(pool)(ward)).toMatchObject({ target: 3, summed: true, remaining: 3, ratio: 0 });
  expect(tally(empty)(ward)).toMatchObject({ target: null, summed: false });
  expect(tally({ ...pool, targets: [...pool.targets, { unitId: 1, minimum: 4 }] })(ward).target).toBe(4);
});

test('a cell is short of source for want of candidates, of two years’ admissions, or of enough (S2-41, S4-33)', () => {
  const pool: Pool = {
    ...empty,
    candidates: [candidate(3, 'helped')],
    targets: [{ unitId: 3, minimum: 1 }],
    admitted: [{ unitId: 3, year: 2025, count: 1 }],
    surveys: [{ unitId: 2, counts: { BDXN: 2, SVTN: 1 } }],
  };
  expect(shortCells(pool, 2)).toEqual([
    {
      unitId: 2,
      name: 'Chi bộ 1',
      lacks: ['no_candidate', 'two_zero_years'],
      open: 0,
      remaining: null,
      survey: { BDXN: 2, SVTN: 1 },
    },
    { unitId: 3, name: 'Chi bộ 2', lacks: ['few'], open: 1, remaining: 1, survey: null },
  ]);
  expect(shortCells(pool, null).map(({ unitId }) => unitId)).toEqual([2]);
  // A year that has only begun says nothing about two years without an admission.
  const late: Pool = { ...pool, admitted: [{ unitId: 3, year: 2023, count: 4 }] };
  expect(shortCells(late, 1).find(({ unitId }) => unitId === 3)?.lacks).toEqual(['two_zero_years']);
});

test('how long people stand is told by stage; a day known by its month counts from its first (S0-39)', () => {
  const pool: Pool = {
    ...empty,
    candidates: [
      candidate(2, 'helped', { stageOn: '2026-11-02' }),
      candidate(2, 'helped', { stageOn: '2026-10' }),
      candidate(2, 'helped', { stageOn: null }),
      candidate(3, 'listed', { stageOn: '2026-11-21' }),
    ],
  };
  expect(stageLines(pool)).toEqual([
    { stage: 'listed', count: 1, medianDays: 1, longestDays: 1 },
    { stage: 'helped', count: 3, medianDays: 36, longestDays: 52 },
  ]);
  expect([median([]), median([3]), median([1, 2, 4])]).toEqual([null, 3, 2]);
});

test('children add up to the whole', () => {
  const candidates = fc.array(
    fc.record({
      unitId: fc.constantFrom(2, 3),
      stage: fc.constantFrom(...poolStages),
      stageOn: fc.constant(null),
      paused: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(candidates, (list) => {
      const pool = { ...empty, candidates: list };
      const [whole, one, two] = [ward, first, second].map((unit) => tally(pool)(unit));
      expect(whole?.open).toBe((one?.open ?? 0) + (two?.open ?? 0));
      expect(Object.values(whole?.parts ?? {}).reduce((a, b) => a + b, 0)).toBe(list.length);
      expect(stageLines(pool).reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
    }),
  );
});

test('the funnel counts everybody at each milestone passed, by year and by who introduced (S2-43)', () => {
  const came: Came[] = [
    { cohort: '2025', body: 'youth_union', reached: 8, open: false, count: 2 },
    { cohort: '2025', body: 'women_union', reached: 3, open: true, count: 1 },
    { cohort: '2026', body: 'youth_union', reached: 0, open: true, count: 4 },
  ];
  expect(byCohort(came)).toEqual([
    { key: '2026', reached: [4, 0, 0, 0, 0, 0, 0, 0, 0, 0], open: 4 },
    { key: '2025', reached: [3, 3, 3, 3, 2, 2, 2, 2, 2, 0], open: 1 },
  ]);
  expect(
    byBody(came).map(({ key, reached }) => [key, reached[0], reached[milestones.indexOf('admitted')]]),
  ).toEqual([
    ['youth_union', 6, 2],
    ['women_union', 1, 0],
  ]);
});

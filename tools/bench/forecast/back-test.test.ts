// The back-test judges rightly: its scores by hand, its baselines, and that no answer knows anything of later days.
import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../generate/generate.ts';
import { noShift } from '../../generate/settings.ts';
import { baselines, type Known, poissonAtLeast } from './baselines.ts';
import { admittedIn, type History, historyOf } from './history.ts';
import { advantage, brier, calibrationError, tenthsOf, type Told } from './score.ts';
import { summaryOf } from './summary.ts';
import { tablesOf } from './table.ts';
import { answersOf, testYears } from './test-years.ts';

const told = (chance: number, came: boolean, unitId = 1): Told => ({ unitId, chance, came });

describe('scores', () => {
  it('Brier is the mean square of what was told against what came', () => {
    expect(brier([told(0.8, true), told(0.3, false)])).toBeCloseTo((0.04 + 0.09) / 2, 10);
    expect(brier([told(1, true), told(0, false)])).toBe(0);
  });

  it('the calibration error weighs each tenth by its answers', () => {
    const ten = Array.from({ length: 10 }, (_, at) => told(0.75, at < 5));
    expect(calibrationError(ten)).toBeCloseTo(0.25, 10);
    expect(calibrationError([...ten, ...Array.from({ length: 10 }, () => told(0, false))])).toBeCloseTo(
      0.125,
      10,
    );
    expect(tenthsOf(ten)[7]).toMatchObject({ from: 0.7, count: 10, told: 0.75, came: 0.5 });
    expect(tenthsOf([told(1, true)])[9]?.count).toBe(1);
  });

  it('an advantage is told with an error that takes units as wholes', () => {
    const came = [true, true, false, false];
    const model = came.map((one, at) => told(one ? 0.9 : 0.1, one, at % 2));
    const other = came.map((one, at) => told(0.5, one, at % 2));
    const found = advantage(model, other);
    expect(found.by).toBeCloseTo(0.24, 10);
    expect(found.error).toBeCloseTo(0, 10);
  });
});

describe('baselines', () => {
  const known: Known = { done: 8, target: 13, elapsed: 190 / 365, lastYear: 12, lastYearAfter: 5 };

  it('the linear pace says yes where 15.4 stand against 13', () => {
    expect(baselines['linear pace, yes or no'](known)).toBe(1);
    expect(baselines['linear pace, yes or no']({ ...known, done: 6 })).toBe(0);
    const chance = baselines['linear pace, as a probability'](known);
    expect(chance).toBeGreaterThan(0.8);
    expect(chance).toBeLessThan(0.9);
  });

  it('last year says what it came to, or what came after the same day', () => {
    expect(baselines['last year, yes or no'](known)).toBe(0);
    expect(baselines['last year, as a probability'](known)).toBeCloseTo(poissonAtLeast(5, 5), 10);
  });

  it('Poisson by hand: 1 − e^−2 (1 + 2) and the normal far out', () => {
    expect(poissonAtLeast(2, 2)).toBeCloseTo(1 - 3 * Math.exp(-2), 10);
    expect(poissonAtLeast(0, 3)).toBe(1);
    expect(poissonAtLeast(1000, 1000)).toBeCloseTo(0.506, 2);
  });
});

const options = optionsOf({ set: 'S', seed: 3, today: '2025-12-31' });
const history = historyOf(options);

describe('answers', () => {
  it('know nothing of the days after they were given', () => {
    const until = `${testYears[0]}-06-30`;
    const cut: History = { ...history, passages: history.passages.filter(({ on }) => on <= until) };
    const of = (one: History) =>
      answersOf(one, false)
        .filter(({ on }) => on <= until)
        .map((answer) => ({ ...answer, came: 0 }));
    expect(of(cut)).toEqual(of(history));
    expect(of(history).length).toBeGreaterThan(10);
  });

  it('ask what the ledger would: done and target of the day, results of the whole year', () => {
    const answers = answersOf(history, false);
    expect(new Set(answers.map(({ on }) => on.slice(0, 4)))).toEqual(new Set(['2024', '2025']));
    expect(answers.every(({ done, came }) => done <= came)).toBe(true);
    const one = answers.find(({ kind, on }) => kind === 'province' && on === '2024-06-30');
    expect(one?.done).toBe(admittedIn(history, 1, '2024-01-01', '2024-06-30'));
  });

  it('come to a summary and to a table', () => {
    const summary = summaryOf(
      'communes and blocks',
      answersOf(history, false).map((one) => ({ ...one, why: null })),
    );
    expect(summary.rows.map(({ what }) => what)).toEqual(['forecast', ...Object.keys(baselines)]);
    expect(summary.tenths.reduce((sum, { count }) => sum + count, 0)).toBe(summary.answers);
    const world = { label: 'as it is', seed: 3, shift: noShift, shiftFrom: 0 };
    const table = tablesOf([{ label: world.label, world, summaries: [summary] }]);
    expect(
      table.split('\n').filter((line) => line.startsWith('| communes and blocks | as it is |')),
    ).toHaveLength(1);
  });
});

// What the acts of one dossier say of fostering, and which days follow from them.
import { describe, expect, it } from 'vitest';
import type { Act } from '../road/fold.ts';
import { missingMonths, nextMonth } from './charge.ts';
import { expiryOf } from './expiry.ts';
import { assessmentsOf, chargesOf, chosenOf, halfOf, notesOf, spanOfHalf, tasksOf } from './fostering.ts';

let made = 0;
const act = (step: string, on: string | null, inputs: Act['inputs']): Act => {
  made += 1;
  const entry = `e${made}`;
  const recorded = { passed: null, takenOver: false, data: null, ruleset: null };
  return { entry, root: entry, unitId: 1, step, on, inputs, ...recorded };
};
const helperInput = (step: string) => (step.endsWith('helper') ? 'helper' : null);

describe('helpers in turn (S3-37, S4-15)', () => {
  const acts = [
    act('assign_helper', '2025-01-10', { helper: 'a' }),
    act('assign_helper', '2025-03-01', { helper: 'a' }),
    act('replace_helper', '2025-06-02', { helper: 'b' }),
    act('hand_over_note', '2025-06-05', { helper: 'a' }),
  ];

  it('counts the same helper named again as one charge', () => {
    expect(chargesOf({ acts }, helperInput)).toEqual([
      { nth: 0, helperId: 'a', fromOn: '2025-01-10', replacedOn: '2025-06-02', handedOver: true },
      { nth: 1, helperId: 'b', fromOn: '2025-06-02', replacedOn: null, handedOver: false },
    ]);
  });

  it('gives a note that names nobody to the helper of its month (S3-07)', () => {
    const noted = [
      ...acts,
      act('charge_note', '2025-05-20', { month: '2025-05', state: 'steady' }),
      act('charge_note', '2025-07-20', { month: '2025-07-20', state: 'progress' }),
      act('charge_note', '2025-08-20', { month: '2025-08', helper: 'a', state: 'difficulty' }),
    ];
    const notes = notesOf({ acts: noted }, chargesOf({ acts: noted }, helperInput));
    expect(notes.map(({ month, helperId }) => [month, helperId])).toEqual([
      ['2025-05', 'a'],
      ['2025-07', 'b'],
      ['2025-08', 'a'],
    ]);
  });
});

it('joins a task with the newest result that names it (S2-26)', () => {
  const given = act('give_task', '2025-02-01', { until: '2025-03-01', kind: 'movement' });
  const other = act('give_task', '2025-02-02', { kind: 'study' });
  const acts = [
    given,
    other,
    act('task_result', '2025-03-02', { task: given.entry, result: 'not_done' }),
    act('task_result', '2025-04-02', { task: given.entry, result: 'well' }),
  ];
  expect(tasksOf({ acts }).map(({ result, doneOn }) => [result, doneOn])).toEqual([
    ['well', '2025-04-02'],
    [null, null],
  ]);
});

it('keeps an assessment as words, and leaves out one without its half-year (S3-44)', () => {
  const whole = { year: 2025, half: 'h1', motive: 'clear', striving: 'partly', achievement: 'not_yet' };
  const acts = [act('assess', '2025-06-20', whole), act('assess', '2025-06-21', { motive: 'clear' })];
  expect(assessmentsOf({ acts })).toMatchObject([{ ...whole, recognised: null }]);
});

it('lets the newest choice for a year stand (S3-08)', () => {
  const choose = (on: string, year: number, number: string) =>
    act('choose_for_year', on, { year, resolution: { number, on, by: null } });
  const acts = [
    choose('2025-10-01', 2026, '10'),
    choose('2025-11-01', 2026, '11'),
    choose('2026-11-01', 2027, '9'),
  ];
  expect(chosenOf({ acts })).toEqual([
    { year: 2026, chosenOn: '2025-11-01', number: '11' },
    { year: 2027, chosenOn: '2026-11-01', number: '9' },
  ]);
});

describe('months without a note (S3-07)', () => {
  const today = '2026-02-15';
  it.each([
    ['from the month of the assignment', '2025-11-20', null, ['2025-12'], ['2026-02', '2026-01', '2025-11']],
    ['none while the day is known by its year alone', '2025', null, [], []],
    ['not beyond the month of a pause', '2025-11-20', '2025-12-05', [], ['2025-12', '2025-11']],
    ['none without a charge', null, null, [], []],
  ])('%s', (...[, since, pausedOn, months, missing]) => {
    expect(missingMonths({ since, pausedOn, months }, today, 12)).toEqual(missing);
  });

  it('stops at so many', () => {
    expect(missingMonths({ since: '2020-01-01', pausedOn: null, months: [] }, today, 3)).toHaveLength(3);
  });

  it('counts months over the turn of the year', () => {
    expect([nextMonth('2025-12'), nextMonth('2026-01', -1), nextMonth('2025-06', 20)]).toEqual([
      '2026-01',
      '2025-12',
      '2027-02',
    ]);
  });
});

describe('half-years', () => {
  it.each([
    ['2025-06-30', { year: 2025, half: 'h1' }],
    ['2025-07-01', { year: 2025, half: 'h2' }],
  ])('%s', (day, half) => {
    expect(halfOf(day)).toEqual(half);
  });
  it('end before the first day of the next', () => {
    expect(spanOfHalf(2025, 'h1')).toEqual({ from: '2025-01-01', before: '2025-07-01' });
    expect(spanOfHalf(2025, 'h2')).toEqual({ from: '2025-07-01', before: '2026-01-01' });
  });
});

describe('when a failed candidacy runs out', () => {
  const term = { months: 12, warningDays: 30 };
  it.each([
    ['31 days before: nothing is said', '2025-02-28', '2026-01-28', null],
    ['30 days before: a warning', '2025-02-28', '2026-01-29', { expiresOn: '2026-02-28', due: false }],
    ['on the day: due', '2025-02-28', '2026-02-28', { expiresOn: '2026-02-28', due: true }],
    ['of a month alone: from its last day', '2025-02', '2026-02-28', { expiresOn: '2026-02-28', due: true }],
    ['month end is kept', '2024-08-31', '2025-08-31', { expiresOn: '2025-08-31', due: true }],
  ])('%s', (_, closedOn, today, expiry) => {
    expect(expiryOf(closedOn, term, today)).toEqual(expiry);
  });

  it('never, where no committee has set the months', () => {
    expect(expiryOf('2001-01-01', { months: null, warningDays: 30 }, '2026-01-01')).toBeNull();
  });
});

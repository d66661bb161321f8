// Lines and their groups, periods, and who may take a line off – as pure functions.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, weekdayOf } from '../platform/day.ts';
import { groupOf, isMine, keyOf, lateDays, lineIdOf, maySettle, monthEnd, weekEnd } from './due.ts';
import { coveredUntil, periodWord, readPeriod } from './period.ts';
import { readRoutineWord, routineWord } from './view.ts';

const line = { caseKind: 'unit', caseId: '7', clock: 'plan', part: '2026', startsOn: '2026-01-01' } as const;

test('the week ends with its Sunday, on a Sunday with that day', () => {
  expect(weekEnd('2026-11-21')).toBe('2026-11-22');
  expect(weekEnd('2026-11-22')).toBe('2026-11-22');
  expect(weekEnd('2026-11-23')).toBe('2026-11-29');
});

test.each([
  ['2026-11-20', 'overdue'],
  ['2026-11-21', 'week'],
  ['2026-11-22', 'week'],
  ['2026-11-23', 'month'],
  ['2026-12-21', 'month'],
  ['2026-12-22', 'later'],
  [null, 'unknown'],
])('due on %s stands under %s', (dueOn, group) => {
  expect(groupOf({ dueOn, mine: true }, '2026-11-21')).toBe(group);
  expect(groupOf({ dueOn, mine: false }, '2026-11-21')).toBe('others');
});

test('only a duty is late', () => {
  expect(lateDays({ dueOn: '2026-11-11', nature: 'duty' }, '2026-11-21')).toBe(10);
  expect(lateDays({ dueOn: '2026-11-11', nature: 'term' }, '2026-11-21')).toBeNull();
  expect(lateDays({ dueOn: '2026-11-21', nature: 'duty' }, '2026-11-21')).toBeNull();
});

test('a line that starts on another day is another line', () => {
  expect(lineIdOf(line)).toBe(lineIdOf({ ...line }));
  expect(lineIdOf({ ...line, startsOn: '2026-01-02' })).not.toBe(lineIdOf(line));
  expect(keyOf(line)).toBe('unit/7/plan/2026/2026-01-01');
});

const order = ['superior_board', 'base_officer', 'cell_secretary'];
test.each([
  [['cell_secretary'], 'cell_secretary', true],
  [['cell_secretary'], 'base_officer', true],
  [['base_officer'], 'cell_secretary', false],
  [['superior_board'], 'base_officer', false],
  [['superior_board', 'cell_secretary'], 'base_officer', true],
  [[], 'cell_secretary', true],
  [['cell_secretary'], 'mass_officer', false],
  [['cell_secretary'], null, false],
])('a line of %j: may %s take it off? %s', (answers, office, may) => {
  expect(maySettle(answers, office, order)).toBe(may);
});

test('a line that nobody must answer concerns everybody', () => {
  expect([isMine([], 'base_officer'), isMine(['cell_secretary'], 'base_officer')]).toEqual([true, false]);
});

test.each([
  ['2026-11', '2026-11-01', '2026-11-30'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-H1', '2026-01-01', '2026-06-30'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-03-M2', '2026-03-01', '2026-04-30'],
])('%s runs from %s to %s', (word, from, until) => {
  expect(readPeriod(word)).toMatchObject({ from, until });
});

test.each(['2026-13', '2026-00', '2026-Q5', '2026-H3', '26', '2026-1', '2026-01-M0', ''])(
  '%s is no period',
  (word) => {
    expect(readPeriod(word)).toBeNull();
  },
);

const month = fc.integer({ min: 0, max: 1200 }).map((count) => addMonths('2000-01-01', count));

test('a word and its period are one', () => {
  const months = fc.constantFrom(1, 3, 6, 12, 2, 4, 24);
  fc.assert(
    fc.property(month, months, (from, count) => {
      const index = (Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1) % count;
      const first = addMonths(from, -index);
      const word = periodWord(first, count);
      expect(readPeriod(word)).toEqual({
        months: count,
        from: first,
        until: addDays(addMonths(first, count), -1),
      });
      expect(readRoutineWord(routineWord({ unitId: 7, step: 'plan', period: word }))?.period).toBe(word);
    }),
  );
});

test('what is covered without a gap ends before the first day that is not', () => {
  const span = fc.record({ at: fc.integer({ min: 0, max: 30 }), count: fc.constantFrom(1, 3) });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.integer({ min: 0, max: 27 }), (list, day) => {
      const spans = list.map(({ at, count }) => {
        const from = addMonths('2024-01-01', at);
        return { from, until: addDays(addMonths(from, count), -1) };
      });
      const since = addDays('2024-03-01', day);
      let first = since;
      while (spans.some(({ from, until }) => from <= first && first <= until)) first = addDays(first, 1);
      expect(coveredUntil(since, spans)).toBe(first === since ? null : addDays(first, -1));
    }),
  );
});

test('groups part the days: every day stands in exactly one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 3000 }), (away, day) => {
      const today = addDays('2024-01-01', day);
      const dueOn = addDays(today, away);
      const group = groupOf({ dueOn, mine: true }, today);
      const expected =
        away < 0 ? 'overdue' : away <= (7 - weekdayOf(today)) % 7 ? 'week' : away <= 30 ? 'month' : 'later';
      expect(group).toBe(expected);
      expect(monthEnd(today)).toBe(addDays(today, 30));
    }),
  );
});

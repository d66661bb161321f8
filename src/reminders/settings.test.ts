// Quiet hours over midnight and days off; the day from which the level above is told.
import { expect, test } from 'vitest';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load } from '../rules/index.ts';
import { defaultSettings, escalationDay, isQuiet } from './settings.ts';

const { calendar } = load(readRegulationFiles('regulations'));
const thursday = '2025-10-30';

test.each([
  ['06:59', true],
  ['07:00', false],
  ['19:59', false],
  ['20:00', true],
  ['00:30', true],
])('at %s mail waits: %s', (time, quiet) => {
  expect(isQuiet(defaultSettings, calendar, thursday, time)).toBe(quiet);
});

test('the same hour twice means no quiet hours; days off are quiet all day', () => {
  const never = { ...defaultSettings, quiet: { from: '00:00', to: '00:00', daysOff: false } };
  expect(isQuiet(never, calendar, thursday, '03:00')).toBe(false);
  expect(isQuiet(defaultSettings, calendar, '2025-11-01', '10:00')).toBe(true);
  expect(isQuiet(defaultSettings, calendar, '2026-02-17', '10:00')).toBe(true);
});

test('five working days after Friday 31 October – or the Sunday after it – is Friday 7 November', () => {
  expect(escalationDay(calendar, '2025-11-07', 5)).toBe('2025-11-02');
  expect(escalationDay(calendar, '2025-11-06', 5)).toBe('2025-10-30');
});

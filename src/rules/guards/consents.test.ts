// Guards on consents, intervals and answers, where facts are partly known or not at all. What they say on full facts is
// told by the worked cases.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain, wordsOf } from '../../wording/explain.ts';
import { readRegulationFiles } from '../files.store.ts';
import { load } from '../load.ts';
import type { Facts, Reason } from '../verdict.ts';

const regulations = load(readRegulationFiles(join(import.meta.dirname, '../../../regulations')));
const words = wordsOf(regulations);

function reasonOf(on: string, step: string, facts: Facts, parameter: string): Reason | undefined {
  const { reasons } = regulations.inForce(on).judge(regulations.procedureOf(step)!, step, facts);
  return reasons.find((one) => one.parameters.includes(parameter));
}

const decided = { 'decide.result': 'yes', 'decide.decision.on': '2025-10-10' };
const order = (consent: string) => ({ ...decided, 'age.consent.on': consent });

test.each([
  ['2025-10', 'allowed', ['age.consent.on']],
  ['2025-09', 'allowed', []],
  ['2025-11', 'refused', []],
  ['2025', 'allowed', ['age.consent.on']],
])('a consent known as %s before a decision of 10 October', (day, outcome, missing) => {
  const reason = reasonOf('2025-10-10', 'decide', order(day), 'consent.first');
  expect([reason?.outcome, reason?.missing]).toEqual([outcome, missing]);
});

test('a consent nobody recorded is asked for, and the sentence names the level', () => {
  const facts = { ...decided, 'readmission.on': '2025-03-01' };
  const reason = reasonOf('2025-10-10', 'decide', facts, 'readmission.consent_by')!;
  expect([reason.outcome, reason.missing]).toEqual(['needs_consent', ['prior.consent.on']]);
  expect(explain(reason, 'vi', words)).toContain('ban thường vụ tỉnh ủy');
});

test('where a reading asks for no consent, none is missing by it', () => {
  const facts = { ...decided, 'population_policy.on': '2025-05-01' };
  const reason = reasonOf('2025-10-10', 'decide', facts, 'population.consent_by');
  expect(reason?.readings.map(({ outcome }) => outcome)).toEqual(['refused', 'allowed']);
});

test('a move decided on a day known by its month is held against nothing', () => {
  const facts = { 'dossier.stage': 'decided', 'move.orderOn': '2025-11', 'decide.decision.on': '2026-03-02' };
  const reason = reasonOf('2026-03-03', 'move', facts, 'move.decision_days');
  expect([reason?.outcome, reason?.missing]).toEqual(['allowed', ['move.orderOn']]);
});

test('before the years of the calendar nobody can say how long thirty working days were', () => {
  const facts = {
    'dossier.stage': 'decided',
    'move.orderOn': '2018-03-01',
    'decide.decision.on': '2019-03-01',
  };
  expect(reasonOf('2019-03-02', 'move', facts, 'move.decision_days')?.outcome).toBe('undetermined');
});

test('a breach known by its month is judged at both ends', () => {
  const facts = { 'population_policy.breachOn': '2019-06', 'population_policy.area': 'general' };
  const reason = reasonOf('2024-06-15', 'population_policy', facts, 'population.months');
  expect(reason?.outcome).toBe('undetermined');
  expect(reason?.readings.map(({ label, outcome }) => [label, outcome])).toEqual([
    ['2019-06-01', 'allowed'],
    ['2019-06-30', 'refused'],
  ]);
});

test('an area the law does not name leaves the months open', () => {
  const facts = { 'population_policy.breachOn': '2019-06-01', 'population_policy.area': 'city' };
  expect(reasonOf('2024-06-15', 'population_policy', facts, 'population.months')?.outcome).toBe(
    'undetermined',
  );
});

test.each([
  ['02718700055A', 'refused'],
  ['027.187.000.555', 'allowed'],
  ['', 'refused'],
])('card number “%s” of twelve digits: %s', (cardNumber, outcome) => {
  const facts = { 'dossier.stage': 'recognised', 'issue_card.cardNumber': cardNumber };
  expect(reasonOf('2026-01-15', 'issue_card', facts, 'card.digits')?.outcome).toBe(outcome);
});

test('an answer the table gives is said in words, in both languages', () => {
  const facts = {
    'place_of_admission.situation': 'contract',
    'place_of_admission.months': 14,
    'place_of_admission.place': 'residence',
  };
  const reason = reasonOf('2025-11-03', 'place_of_admission', facts, 'place.admission')!;
  expect(explain(reason, 'vi', words)).toContain(
    'tổ chức đảng nơi làm việc; ở đây ghi tổ chức đảng nơi cư trú',
  );
  expect(explain(reason, 'en', words)).toContain('the organisation of the workplace');
});

// What lies ahead: the earliest days the rules allow, what the case waits for, and what no day mends.
import { describe, expect, test } from 'vitest';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load } from '../rules/index.ts';
import type { Clock } from '../rules/verdict.ts';
import { aheadOf } from './ahead.ts';
import type { Inputs } from './dossier.ts';
import type { Act } from './fold.ts';
import { lawOf } from './law.ts';
import type { HeldOn } from './standing.ts';

const law = lawOf(load(readRegulationFiles('regulations')));
const doc = (on: string) => ({ number: '1', on, by: null });

const actOf = (step: string, on: string, inputs: Inputs): Act => ({
  entry: `${step}.${on}`,
  root: `${step}.${on}`,
  unitId: 3,
  step,
  on,
  inputs,
  passed: null,
  takenOver: false,
  data: null,
  ruleset: null,
});

const start = [actOf('nominate', '2025-08-01', { informedOn: '2025-08-01', agreed: true })];
const listed = [...start, actOf('list', '2025-09-03', { resolution: doc('2025-09-03') })];
const ward = {
  'unit.kind': 'cell',
  'committee.kind': 'base_organisation',
  'committee.powers': 'none',
  'unit.underSubCommittee': false,
  'person.education': 'THPT_12',
};
const born =
  (day: string): HeldOn =>
  () => ({ ...ward, 'person.bornOn': day });

const look = (acts: Act[], stage: string, heldOn: HeldOn, today = '2025-10-01') =>
  aheadOf(law, { dossier: { takenOver: null }, acts, stage }, { today, heldOn, clocks: [] });

describe('the way to the ceremony', () => {
  test('takes every step in its order', () => {
    const ahead = look(listed, 'listed', born('2000-05-01'));
    expect(ahead?.steps.map(({ step }) => step)).toEqual([
      'class_certificate',
      'assign_helper',
      'permit',
      'papers',
      'verify_send',
      'verify_reply',
      'verify_conclude',
      'cell_vote',
      'base_vote',
      'decide',
      'ceremony',
    ]);
    expect(ahead).toMatchObject({ goal: 'admitted', reachedOn: '2025-10-01', stoppedBy: null });
  });

  test('waits for the month in which the person is eighteen', () => {
    const ahead = look(listed, 'listed', born('2008-03-20'));
    const vote = ahead?.steps.find(({ step }) => step === 'cell_vote');
    expect(vote).toMatchObject({ earliestOn: '2026-03-01', waitsFor: { guard: 'age_by_month' } });
    expect(ahead?.reachedOn).toBe('2026-03-01');
    expect(ahead?.steps[0]).toMatchObject({ earliestOn: '2025-10-01', waitsFor: null });
  });

  test('names the last day of a duty that runs, and none of a vote that nobody has held yet', () => {
    const ahead = look(listed, 'listed', born('2000-05-01'));
    expect(ahead?.steps.map(({ latestOn }) => latestOn)).toEqual(ahead?.steps.map(() => null));
    const running = { nature: 'duty', endsWith: ['decide'], dueOn: '2025-12-03' } as unknown as Clock;
    const before = { dossier: { takenOver: null }, acts: listed, stage: 'listed' };
    const due = aheadOf(law, before, {
      today: '2025-10-01',
      heldOn: born('2000-05-01'),
      clocks: [running],
    });
    expect(due?.steps.find(({ step }) => step === 'decide')?.latestOn).toBe('2025-12-03');
  });

  test('stops where no day helps', () => {
    const old = look(listed, 'listed', born('1960-01-01'));
    expect(old?.reachedOn).toBeNull();
    expect(old?.stoppedBy).toMatchObject({ step: 'decide', reason: { outcome: 'needs_consent' } });
  });

  test('counts a term that ends for no last day', () => {
    const ahead = look(listed, 'listed', born('2000-05-01'));
    expect(ahead?.steps.find(({ step }) => step === 'cell_vote')?.latestOn).toBeNull();
  });

  test('takes what must come first', () => {
    const untold = look([actOf('nominate', '2025-08-01', {})], 'nominated', born('2000-05-01'));
    expect(untold?.steps.slice(0, 2).map(({ step }) => step)).toEqual(['inform', 'list']);
  });
});

describe('the way to recognition', () => {
  const admitted = [
    ...listed,
    actOf('decide', '2025-02-20', { result: 'yes', decision: doc('2025-02-20') }),
    actOf('ceremony', '2025-03-03', {}),
  ];

  test('begins the day after twelve months', () => {
    const ahead = look(admitted, 'admitted', born('2000-05-01'), '2025-12-01');
    expect(ahead).toMatchObject({ goal: 'recognised', reachedOn: '2026-03-04' });
    expect(ahead?.steps.find(({ step }) => step === 'recognition_cell_vote')).toMatchObject({
      earliestOn: '2026-03-04',
      waitsFor: { guard: 'not_before' },
    });
  });
});

test('takes a vote again that was not carried', () => {
  const reviewed = [
    ...listed,
    actOf('decide', '2025-02-20', { result: 'yes', decision: doc('2025-02-20') }),
    actOf('ceremony', '2025-03-03', {}),
    actOf('self_review', '2026-03-05', { signedOn: '2026-03-05' }),
    actOf('helper_note', '2026-03-05', { signedOn: '2026-03-05' }),
    actOf('new_member_class', '2025-10-01', { certificate: doc('2025-10-01') }),
    { ...actOf('recognition_cell_vote', '2026-03-10', {}), passed: false },
  ];
  const ahead = look(reviewed, 'probation_reviewed', born('2000-05-01'), '2026-04-01');
  expect(ahead?.steps.map(({ step }) => step)).toEqual([
    'recognition_cell_vote',
    'recognition_base_vote',
    'recognise',
  ]);
  expect(ahead?.reachedOn).toBe('2026-04-01');
});

test('a case that is over has no way ahead', () => {
  expect(look(listed, 'closed', born('2000-05-01'))).toBeNull();
  expect(look(listed, 'recognised', born('2000-05-01'))).toBeNull();
});

// What a case may say, what cannot have been, and which days an answer names – judged by the shipped regulations.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionFile, type Question } from './case.ts';
import { readRegulationFiles } from '../../rules/files.store.ts';
import { load } from '../../rules/load.ts';
import { RegulationError } from '../../rules/reading/fault.ts';
import { differencesOf, sayDifference } from './differ.ts';
import { judgeExample } from './judge.ts';
import { faultyCases, readCases } from './read.ts';

const law = load(readRegulationFiles(join(import.meta.dirname, '../../../regulations')));
const ask = (question: Omit<Question, 'id'>) => judgeExample(law, { id: 'x', ...question });

const vote = { 'cell_vote.ballot.yes': 8, 'cell_vote.ballot.base': 12 };

describe('what cannot have been is invalid, whatever the law says', () => {
  test.each([
    ['ballot.votes_above_base', { 'cell_vote.ballot.yes': 13, 'cell_vote.ballot.base': 12 }],
    ['ballot.votes_above_base', { ...vote, 'cell_vote.ballot.no': 3, 'cell_vote.ballot.blank': 2 }],
    ['ballot.votes_above_present', { ...vote, 'cell_vote.ballot.present': 9, 'cell_vote.ballot.no': 2 }],
    ['ballot.present_above_base', { ...vote, 'cell_vote.ballot.present': 13 }],
    ['ballot.base_above_total', { ...vote, 'cell_vote.ballot.total': 11 }],
    ['ballot.base_differs', { ...vote, 'cell_vote.ballot.total': 13, 'cell_vote.ballot.excluded': [] }],
    ['ballot.excused_voted', { ...vote, 'cell_vote.ballot.no': 2, 'cell_vote.ballot.excused': 3 }],
    ['ballot.not_counts', { 'cell_vote.ballot.yes': 0, 'cell_vote.ballot.base': 0 }],
    ['fact.not_a_count', { 'cell_vote.ballot.yes': -1, 'cell_vote.ballot.base': 12 }],
    ['fact.not_a_count', { 'cell_vote.ballot.yes': 7.5, 'cell_vote.ballot.base': 12 }],
    ['fact.not_a_day', { 'person.bornOn': '2007-02-30' }],
    ['fact.not_a_day', { 'person.bornOn': '20/12/2007' }],
    ['fact.not_a_number', { 'papers.missing': -1 }],
    ['fact.not_a_flag', { 'consent.agreed': 'có' }],
    ['fact.not_a_choice', { 'person.education': 'lớp 9' }],
    ['fact.not_a_list', { 'cell_vote.ballot.excluded': 'suspended' }],
    ['admission.decided_before_vote', { 'cell_vote.on': '2025-10-10', 'decide.decision.on': '2025-10-09' }],
    [
      'admission.class_backwards',
      { 'class_certificate.attendedFrom': '2025-05', 'class_certificate.attendedTo': '2025-04' },
    ],
    [
      'admission.received_before_issued',
      { 'decide.decision': '2025-10-09', 'decision.receivedOn': '2025-10-08' },
    ],
    [
      'admission.received_before_sent',
      { 'verify_send.on': '2025-07-09', 'verify_send.receivedOn': '2025-07-08' },
    ],
    ['admission.reply_before_request', { 'verify_send.on': '2025-07-09', 'verify_reply.on': '2025-07-08' }],
  ])('%s %j', (code, facts) => {
    const answer = ask({ on: '2025-10-10', step: 'cell_vote', facts: facts as Question['facts'] });
    expect(answer).toMatchObject({ outcome: 'invalid', reasons: [], clocks: [], leadsTo: null });
    expect(answer.faults.map((one) => one.code)).toEqual([code]);
    expect(answer.faults[0]?.text.vi).not.toMatch(/\{\w+\}/);
  });

  test('a day of the act that no calendar has', () => {
    const answer = ask({ on: '2025-02-30', step: 'cell_vote', facts: vote });
    expect(answer).toMatchObject({ outcome: 'invalid', ruleSet: 'unknown' });
    expect(answer.faults[0]?.text.vi).toContain('2025-02-30');
  });

  test('the day of the judged act is held against the rest', () => {
    const facts = { 'verify_send.on': '2025-07-09' };
    expect(ask({ on: '2025-07-08', step: 'verify_reply', facts }).outcome).toBe('invalid');
    expect(ask({ on: '2025-07-09', step: 'verify_reply', facts }).outcome).not.toBe('invalid');
  });

  test('a ceremony before the decision is judged, not invalid', () => {
    const facts = { 'decide.on': '2025-10-10', 'decide.decision': '2025-10-10' };
    const answer = ask({ on: '2025-10-09', step: 'ceremony', facts });
    expect(answer.outcome).toBe('refused');
    expect(answer.reasons.find(({ guard }) => guard === 'not_before')?.outcome).toBe('refused');
  });

  test.each([
    ['a day known by its month', { 'person.bornOn': '2000-05' }],
    ['a year written as a number', { 'person.bornOn': 1990 }],
    ['all who were counted voted', { ...vote, 'cell_vote.ballot.no': 4, 'cell_vote.ballot.present': 12 }],
    [
      'exclusions that are named, not counted',
      { ...vote, 'cell_vote.ballot.total': 13, 'cell_vote.ballot.excluded': ['suspended'] },
    ],
    ['days that may be in order', { 'verify_send.on': '2025-07', 'verify_send.receivedOn': '2025-07-01' }],
  ])('%s is possible', (_, facts) => {
    expect(ask({ on: '2025-10-10', step: 'cell_vote', facts: facts as Question['facts'] }).outcome).not.toBe(
      'invalid',
    );
  });
});

describe('clocks of an answer', () => {
  const facts = { 'cell_vote.on': '2025-07-01', 'cell_vote.passed': true };

  test('an act that ends a clock is in time to its last day and late the day after', () => {
    const done = (on: string) =>
      ask({ on, step: 'decide', facts }).clocks.find(({ id, role }) => id === 'decide' && role === 'ends');
    expect(done('2025-09-04')).toMatchObject({
      dueOn: '2025-09-04',
      verdict: 'in_time',
      calendar: 'confirmed',
    });
    expect(done('2025-09-05')).toMatchObject({ dueOn: '2025-09-04', verdict: 'late', by: '2025-09-05' });
  });

  test('a clock that the act starts is measured by what the case says of its end', () => {
    const clock = (more: Partial<Question>) =>
      ask({ on: '2025-07-01', step: 'cell_vote', facts: vote, ...more }).clocks.find(
        ({ id }) => id === 'decide',
      );
    expect(clock({})).toMatchObject({ role: 'starts', by: null, verdict: null });
    expect(clock({ expect: { clock: { id: 'decide', by: '2025-09-05' } } })).toMatchObject({
      verdict: 'late',
    });
    expect(clock({ facts: { ...vote, 'decide.on': '2025-09-04' } })).toMatchObject({ verdict: 'in_time' });
  });

  test('an act after the decision ends the clock of the ceremony, whoever started it', () => {
    const answer = ask({
      on: '2025-10-20',
      step: 'ceremony',
      facts: {
        'decide.on': '2025-09-30',
        'decide.decision': '2025-09-30',
        'decide.result': 'yes',
        'decision.receivedOn': '2025-10-02',
      },
    });
    const clock = answer.clocks.find(({ id }) => id === 'ceremony');
    // 30 working days after Thursday 2 October: six weeks without a holiday.
    expect(clock).toMatchObject({
      role: 'ends',
      startsOn: '2025-10-02',
      dueOn: '2025-11-13',
      verdict: 'in_time',
    });
  });

  test('nothing is said of a clock that no fact began', () => {
    expect(ask({ on: '2025-09-05', step: 'decide', facts: {} }).clocks).toEqual([]);
  });
});

test('a paper and its day are one, and a list has a number', () => {
  const answer = ask({
    on: '2025-11-15',
    step: 'permit',
    facts: {
      certificate: '2025-01-10',
      'introduction.by': 'two_members',
      'introduction.members': ['a', 'b'],
    },
  });
  const outcome = (guard: string, parameter: string) =>
    answer.reasons.find((one) => one.guard === guard && one.parameters.includes(parameter));
  expect(outcome('done', 'certificate.required')).toMatchObject({ outcome: 'allowed', missing: [] });
  expect(outcome('number_by', 'introducer.count')).toMatchObject({ outcome: 'allowed', missing: [] });
});

describe('a file', () => {
  const faults = (text: string): string => {
    try {
      readCases(law, text, 'x.yaml');
      return '';
    } catch (cause) {
      expect(cause).toBeInstanceOf(RegulationError);
      return (cause as Error).message;
    }
  };
  const file = (...lines: string[]) => ['cases:', '  - id: a', '    on: 2025-10-10', ...lines].join('\n');
  const good = ['    step: cell_vote', '    facts: { person.bornOn: 1990 }'];

  test('needs only a name, a day, a step and facts', () => {
    expect(readCases(law, file(...good), 'x.yaml')).toMatchObject([
      { id: 'a', facts: { 'person.bornOn': 1990 } },
    ]);
  });

  test.each([
    ['an unknown step', file('    step: cell_vot', '    facts: {}'), 'x.yaml:4: không có bước cell_vot'],
    [
      'an unknown fact',
      file('    step: cell_vote', '    facts:', '      person.bornOn: 1990', '      person.age: 20'),
      'x.yaml:7: dữ kiện person.age',
    ],
    ['an unknown key', file(...good, '    expects: {}'), 'x.yaml:6: khóa “expects”'],
    ['an unknown expectation', file(...good, '    expect: { outcom: allowed }'), 'x.yaml:6: khóa “outcom”'],
    [
      'an unknown value',
      file(...good, '    expect: { value: { parameter: age.mi, is: 18, confidence: S } }'),
      'x.yaml:6: không có giá trị age.mi',
    ],
    ['a missing key', file('    step: cell_vote'), 'x.yaml:2: thiếu khóa “facts”'],
    [
      'two of a name',
      `${file(...good)}\n${file(...good)
        .split('\n')
        .slice(1)
        .join('\n')}`,
      'x.yaml:6: hai tình huống',
    ],
    ['no YAML', 'cases: [', 'x.yaml:1: không đọc được YAML'],
    ['another form', 'case: 1', 'x.yaml:1: '],
  ])('%s is told by its line', (_, text, said) => {
    expect(faults(text)).toContain(said);
  });

  test('a step that came with a later version is none of an earlier day', () => {
    const procedures = law.procedures.map((one) => {
      const first = one.versions[0]!;
      const older = { ...first, steps: first.steps.filter(({ id }) => id !== 'ceremony') };
      return { ...one, versions: [older, { ...first, version: 'later', in_force_from: '2025-07-01' }] };
    });
    const on = (day: string) =>
      faultyCases({ ...law, procedures }, [{ id: 'a', on: day, step: 'ceremony', facts: {} }]);
    expect(on('2025-06-30')).toEqual([{ at: ['cases', 0, 'step'], code: 'fault.no_step', name: 'ceremony' }]);
    expect(on('2025-07-01')).toEqual([]);
  });
});

test('differences are told in either language', () => {
  const one = questionFile.parse({
    cases: [
      {
        id: 'a',
        on: '2025-10-10',
        step: 'cell_vote',
        facts: vote,
        expect: { outcome: 'allowed', passed: false },
      },
    ],
  }).cases[0]!;
  const found = differencesOf(one, judgeExample(law, one));
  expect(found.map((each) => sayDifference(each, 'en'))).toEqual([
    'outcome: expected "allowed", got "refused"',
    'passed: expected false, got true',
  ]);
  expect(sayDifference(found[1]!, 'vi')).toBe('passed: mong đợi false, nhưng là true');
});

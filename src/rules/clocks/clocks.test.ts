// Clocks: extension, the two readings of a change of law while one runs, calendar periods, days agreed beforehand.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extended } from './run.ts';
import { runClock } from './words.ts';
import { readRegulationFiles } from '../files.store.ts';
import { load } from '../load.ts';
import { due as dueForm } from '../procedure.ts';
import type { Facts } from '../verdict.ts';

const files = readRegulationFiles(join(import.meta.dirname, '../../../regulations'));
const regulations = load(files);
/** The same rules with the other reading of one of the two questions nobody has answered. */
const otherwise = (id: string, from: string, to: string) => {
  const path = `parameters/${id}.yaml`;
  return load({ ...files, [path]: String(files[path]).replace(`value: ${from}`, `value: ${to}`) });
};
const switching = otherwise('transition.clock', 'start', 'switch');

const vote = { 'cell_vote.ballot.yes': 8, 'cell_vote.ballot.base': 12, 'cell_vote.passed': true };
/** The clock that a vote of the cell on this day starts. */
const decideBy = (from: typeof regulations, on: string, facts: Facts = {}) =>
  from
    .inForce(on)
    .clocks('admission', 'cell_vote', { ...vote, ...facts })
    .find((one) => one.id === 'decide')!;

describe('extension', () => {
  const at = (facts: Facts) => decideBy(regulations, '2025-07-01', facts);

  test('says the day it may be prolonged to, then runs to it', () => {
    expect(at({})).toMatchObject({
      dueOn: '2025-09-04',
      extendsTo: '2025-09-25',
      extended: false,
      limit: 45,
      extension: 15,
      extendsWith: 'extend_decision',
    });
    expect(at({ 'extend_decision.on': '2025-08-20' })).toMatchObject({
      dueOn: '2025-09-25',
      extendsTo: null,
      extended: true,
      limit: 60,
    });
  });

  test('recorded later it gives the same clock; once only', () => {
    const recorded = at({ 'extend_decision.on': '2025-08-20' });
    const { citations: _, ...later } = extended(at({}));
    expect(recorded).toMatchObject(later);
    expect(extended(extended(at({})))).toEqual(extended(at({})));
  });

  test('of an older vote is not of this one', () => {
    expect(at({ 'extend_decision.on': '2025-06-30' }).extended).toBe(false);
    // Known only to the month, it may have come after the vote.
    expect(at({ 'extend_decision.on': '2025-07' }).extended).toBe(true);
  });

  test('of unknown length leaves no day', () => {
    const clock = decideBy(regulations, '2026-09-10');
    expect([clock.dueOn, clock.extendsTo, extended(clock).dueOn]).toEqual([null, null, null]);
  });

  test('a clock that nothing prolongs says so', () => {
    const clocks = regulations
      .inForce('2025-03-03')
      .clocks('admission', 'ceremony', { 'ceremony.on': '2025-03-03' });
    const clock = clocks.find(({ id }) => id === 'probation_ends');
    expect(clock).toMatchObject({ extendsWith: null, extendsTo: null, extension: null, nature: 'term' });
  });
});

describe('a change of law while the clock runs', () => {
  // 60 working days under 232; 45 under 294 from 1 July 2025, counted from the same 10 June 2025.
  const on = '2025-06-10';
  test('the limit of the first day stays; the other reading is carried along', () => {
    const clock = decideBy(regulations, on);
    expect(clock).toMatchObject({ limit: 60, dueOn: '2025-09-04' });
    expect(clock.otherwise).toEqual({ reading: 'switch', limit: 45, dueOn: '2025-08-12' });
  });

  test('by the other reading the new limit takes over from the same day', () => {
    const clock = decideBy(switching, on);
    expect(clock).toMatchObject({ startsOn: on, limit: 45, dueOn: '2025-08-12' });
    expect(clock.otherwise).toEqual({ reading: 'start', limit: 60, dueOn: '2025-09-04' });
    expect(clock.citations[0]?.document).toBe('294-QĐ/TW');
  });

  test('a limit that ended before the new law began is not touched', () => {
    expect(decideBy(switching, '2025-04-01').limit).toBe(60);
    expect(decideBy(regulations, '2025-04-01').otherwise).toBeNull();
  });

  test('a law that is not read leaves no day', () => {
    // 45 working days from 2 March 2026 reach over 8 April, when the unread set began.
    expect(decideBy(switching, '2026-03-02')).toMatchObject({
      limit: null,
      dueOn: null,
    });
    expect(decideBy(regulations, '2026-03-02').otherwise).toEqual({
      reading: 'switch',
      limit: null,
      dueOn: null,
    });
  });

  test('a limit nobody knew when the clock began is taken from the day it is filled', () => {
    const provisions = [
      {
        id: 'p1',
        kind: 'fill' as const,
        parameter: 'decide.days',
        path: '',
        fromOn: '2026-10-01',
        untilOn: null,
        value: 45,
        document: { number: '01-QĐ/TU', on: '2026-09-20', by: 'Tỉnh ủy' },
        clause: 'mục 1',
        decidedBy: 'Ban thường vụ',
      },
    ];
    const filled = load(files, { provisions, calendar: [] });
    expect(decideBy(filled, '2026-09-10')).toMatchObject({
      dueOn: null,
      otherwise: { reading: 'switch', limit: 45 },
    });
    expect(decideBy(filled, '2026-10-01')).toMatchObject({ limit: 45, otherwise: null });
  });
});

describe('a case opened under an older law', () => {
  const opening = otherwise('transition.step', 'act', 'opened');
  const facts = {
    'dossier.stage': 'verified',
    'dossier.openedOn': '2026-03-02',
    'person.education': 'THCS_HT',
    'person.bornOn': '2000-01-01',
  };
  const judged = (from: typeof regulations) =>
    from.inForce('2026-09-10').judge('admission', 'cell_vote', facts);

  test('is judged by the law of the act, or of the day it was opened', () => {
    const reason = (from: typeof regulations) =>
      judged(from).reasons.find(({ guard }) => guard === 'level_at_least');
    expect([judged(regulations).ruleSet, reason(regulations)?.outcome]).toEqual(['208', 'allowed']);
    expect([judged(opening).ruleSet, reason(opening)?.outcome]).toEqual(['294', 'refused']);
  });

  test('the verdict of the other reading is told when it differs', () => {
    const rules = regulations.inForce('2026-09-10');
    expect(rules.judgeOtherwise('admission', 'cell_vote', facts)?.ruleSet).toBe('294');
    expect(opening.inForce('2026-09-10').judgeOtherwise('admission', 'cell_vote', facts)?.ruleSet).toBe(
      '208',
    );
    const young = { ...facts, 'dossier.openedOn': '2026-09-01' };
    expect(rules.judgeOtherwise('admission', 'cell_vote', young)).toBeNull();
    expect(rules.judgeOtherwise('admission', 'cell_vote', { 'dossier.stage': 'verified' })).toBeNull();
  });

  test('not knowing which reading is right makes no verdict worse', () => {
    expect(regulations.inForce('2026-09-10').value('transition.step')).toMatchObject({
      value: 'act',
      confidence: '?',
      open: true,
    });
    expect(judged(regulations).reasons.flatMap(({ parameters }) => parameters)).not.toContain(
      'transition.step',
    );
  });
});

describe('clocks of a unit', () => {
  const label = { vi: 'Rà soát', en: 'Review' };
  const due = (clock: string, args: Record<string, string>) =>
    dueForm.parse({ id: 'review', clock, label, args, ends_with: ['review'], answers: ['cell_secretary'] });
  const months = (value: number | null) => ({
    on: '2026-11-27',
    facts: {} as Facts,
    calendar: regulations.calendar,
    resolve: (id: string) => ({ ...regulations.shipped('certificate.months', '2026-11-27'), id, value }),
    nextChange: () => null,
    ladder: () => [],
    stageOrder: () => -1,
  });
  const period = (value: number | null, facts: Facts) => {
    const made = runClock(
      due('next_period', { done: 'review.period', since: 'unit.keptOn', parameter: 'p' }),
      {
        ...months(value),
        facts,
      },
    )[0];
    return made && [made.startsOn, made.dueOn];
  };

  test.each<[number | null, string | undefined, string | undefined, unknown]>([
    [1, undefined, '2026-11-15', ['2026-11-01', '2026-11-30']],
    [1, '2026-11', '2026-01-15', ['2026-12-01', '2026-12-31']],
    [1, '2026-12', '2026-01-15', ['2027-01-01', '2027-01-31']],
    [3, undefined, '2026-11-15', ['2026-10-01', '2026-12-31']],
    [3, '2026-10', '2026-01-15', ['2027-01-01', '2027-03-31']],
    [3, '2026-09-30', '2026-01-15', ['2026-10-01', '2026-12-31']],
    [6, '2026-06-30', '2026-01-15', ['2026-07-01', '2026-12-31']],
    [12, '2026', '2025-01-15', ['2027-01-01', '2027-12-31']],
    [12, undefined, '2024-02-29', ['2024-01-01', '2024-12-31']],
    // What was covered before the books were kept here says nothing later.
    [1, '2020-05', '2026-11-15', ['2026-11-01', '2026-11-30']],
    [1, '2026-10', undefined, ['2026-11-01', '2026-11-30']],
    [null, undefined, '2026-11-15', ['2026-11-15', null]],
    [null, '2026-10', undefined, ['2026-11-01', null]],
    [1, undefined, undefined, undefined],
  ])('every %s months, covered %s, kept since %s', (value, done, since, expected) => {
    expect(period(value, { 'review.period': done, 'unit.keptOn': since })).toEqual(expected);
  });

  const run = (clock: string, args: Record<string, string>, facts: Facts) =>
    runClock(due(clock, args), { ...months(12), facts })[0];

  test('a day agreed beforehand is due on that day, whatever the rule counts', () => {
    const args = { start: 'begin_temporary.on', day: 'begin_temporary.until', parameter: 'p' };
    const until = (day: string) =>
      run('until_day', args, { 'begin_temporary.on': '2026-01-05', 'begin_temporary.until': day });
    expect(until('2026-08-31')).toMatchObject({ dueOn: '2026-08-31', limit: null, unit: 'days' });
    expect(until('2026-08')?.dueOn).toBeNull();
    expect(run('until_day', args, { 'begin_temporary.on': '2026-01-05' })).toBeUndefined();
  });

  test('days run over weekends and holidays', () => {
    const clock = run('days', { start: 'asked.on', parameter: 'p' }, { 'asked.on': '2026-12-25' });
    expect(clock).toMatchObject({ dueOn: '2027-01-06', limit: 12, unit: 'days' });
  });
});

test('a duty names who answers for it', () => {
  const bare = { id: 'a', clock: 'months', label: { vi: 'a', en: 'a' }, args: {}, ends_with: [] };
  expect(dueForm.safeParse(bare).success).toBe(false);
  expect(dueForm.safeParse({ ...bare, nature: 'term' }).success).toBe(true);
  expect(dueForm.safeParse({ ...bare, answers: ['cell_secretary'] }).success).toBe(true);
});

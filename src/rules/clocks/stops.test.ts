// A file sent back: what becomes of the time for the decision under either reading, and figures only a committee sets.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRegulationFiles } from '../files.store.ts';
import { load } from '../load.ts';
import type { Facts } from '../verdict.ts';
import { extended } from './run.ts';
import { stopsAmong, withStops } from './stops.ts';

const files = readRegulationFiles(join(import.meta.dirname, '../../../regulations'));
const laid = (parameter: string, value: number | string) => ({
  id: parameter,
  kind: 'fill' as const,
  parameter,
  path: '',
  fromOn: '2016-07-25',
  untilOn: null,
  value,
  document: { number: '05-QĐ/ĐU', on: '2016-07-20', by: 'Đảng ủy' },
  clause: 'mục 1',
  decidedBy: 'Đảng ủy',
});
const under = (...provisions: ReturnType<typeof laid>[]) => load(files, { provisions, calendar: [] });
const vote = { 'cell_vote.ballot.yes': 8, 'cell_vote.ballot.base': 12, 'cell_vote.passed': true };
const decideClock = (regulations: ReturnType<typeof under>, facts: Facts = {}) =>
  regulations
    .inForce('2025-07-01')
    .clocks('admission', 'cell_vote', { ...vote, ...facts })
    .find(({ id }) => id === 'decide')!;

const back = { step: 'return_dossier', on: '2025-07-15' };
const again = { step: 'resubmit', on: '2025-07-22' };
const returned = { 'return_dossier.on': back.on, 'resubmit.on': again.on };

describe('a file sent back while the decision is due', () => {
  const [stops, runs, unknown] = [
    under(laid('return.stops_clock', 'stops')),
    under(laid('return.stops_clock', 'runs')),
    under(),
  ];

  test('where a committee says it stops, five working days are added', () => {
    expect(decideClock(stops, returned)).toMatchObject({
      dueOn: '2025-09-11',
      limit: 45,
      extendsTo: '2025-10-02',
      stoppedOn: null,
      otherwise: null,
    });
  });
  test('while it is still back nobody can say the day', () => {
    const clock = decideClock(stops, { 'return_dossier.on': back.on });
    expect(clock).toMatchObject({ dueOn: null, extendsTo: null, stoppedOn: '2025-07-15' });
  });
  test('where it says it runs on, nothing changes and there is no other reading', () => {
    expect(decideClock(runs, returned)).toMatchObject({ dueOn: '2025-09-04', otherwise: null });
  });
  test('unknown: it runs on, the other reading beside it', () => {
    const clock = decideClock(unknown, returned);
    expect(clock).toMatchObject({ dueOn: '2025-09-04', stoppedOn: null });
    expect(clock.otherwise).toEqual({ reading: 'stops', dueOn: '2025-09-11', limit: 45 });
  });
  test('two returns are added up, from the acts and in one go', () => {
    const acts = [
      back,
      again,
      { step: 'return_dossier', on: '2025-08-04' },
      { step: 'resubmit', on: '2025-08-06' },
    ];
    const clock = decideClock(stops);
    const found = stopsAmong(acts, clock.stopsWith!);
    expect(found).toEqual([
      { from: '2025-07-15', to: '2025-07-22' },
      { from: '2025-08-04', to: '2025-08-06' },
    ]);
    // Seven working days after 04/9/2025: 5, 8–12 and 15 September.
    expect(withStops(clock, found, stops.calendar).dueOn).toBe('2025-09-15');
  });
  test('prolonged first or returned first, the day is the same', () => {
    const found = stopsAmong([back, again], { step: 'return_dossier', until: 'resubmit' });
    const clock = decideClock(stops);
    const late = withStops(extended(clock), found, stops.calendar);
    expect(late).toMatchObject({ limit: 60, extended: true });
    expect(extended(withStops(clock, found, stops.calendar)).dueOn).toBe(late.dueOn);
  });
  test('returned before the vote and back after it: asked again with all acts, the day is known again', () => {
    const early = { step: 'return_dossier', on: '2025-06-24' };
    const all = stopsAmong([early, { step: 'resubmit', on: '2025-07-04' }], decideClock(stops).stopsWith!);
    const standing = decideClock(stops, { 'return_dossier.on': early.on });
    expect(standing).toMatchObject({ dueOn: null, stoppedOn: '2025-06-24' });
    // Three working days of it lie after the vote: 2, 3 and 4 July.
    expect(withStops(standing, all, stops.calendar)).toMatchObject({ dueOn: '2025-09-09', stoppedOn: null });
    const open = decideClock(unknown, { 'return_dossier.on': early.on });
    expect(withStops(open, all, stops.calendar).otherwise?.dueOn).toBe('2025-09-09');
  });
  test('a return that nobody closed, a second return and days that are not known count once', () => {
    const acts = [{ step: 'return_dossier', on: null }, back, { step: 'return_dossier', on: '2025-07-16' }];
    expect(stopsAmong(acts, { step: 'return_dossier', until: 'resubmit' })).toEqual([
      { from: '2025-07-15', to: null },
    ]);
    expect(stopsAmong([again], { step: 'return_dossier', until: 'resubmit' })).toEqual([]);
  });
});

describe('figures that only a committee sets', () => {
  const helper = {
    'dossier.stage': 'listed',
    'consent.informedOn': '2025-01-05',
    'consent.agreed': true,
    helper: 'A',
    'helper.status': 'official',
    'helper.togetherSince': '2024-01-01',
  };
  const judged = (regulations: ReturnType<typeof under>, charges: number) =>
    regulations
      .inForce('2025-11-03')
      .judge('admission', 'assign_helper', { ...helper, 'helper.charges': charges });

  test('a helper takes as many persons as the committee allows', () => {
    const two = under(laid('helper.most_charges', 2));
    expect([judged(two, 1).outcome, judged(two, 2).outcome, judged(under(), 9).outcome]).toEqual([
      'allowed',
      'refused',
      'allowed',
    ]);
  });
  test('assessments before the vote are asked for where a committee does, of cases begun here (S3-44)', () => {
    const once = under(laid('assessment.before_vote', 1));
    const reason = (regulations: ReturnType<typeof under>, facts: Facts) =>
      regulations
        .inForce('2025-11-03')
        .judge('admission', 'cell_vote', facts)
        .reasons.find(({ parameters }) => parameters.includes('assessment.before_vote'))?.outcome;
    expect(reason(once, { 'assess.times': 0 })).toBe('refused');
    expect(reason(once, { 'assess.times': 1 })).toBe('allowed');
    expect(reason(once, { 'assess.times': 0, 'dossier.takenOverStage': 'verified' })).toBeUndefined();
    expect(reason(under(), { 'assess.times': 0 })).toBeUndefined();
  });
  test('a monthly note is due at the end of the month that no note covers (S3-07)', () => {
    const monthly = under(laid('charge_note.months', 1));
    const due = (regulations: ReturnType<typeof under>, step: string, facts: Facts) =>
      regulations
        .inForce('2025-11-03')
        .clocks(regulations.procedureOf(step)!, step, facts)
        .find(({ id }) => id === 'charge_note')?.dueOn;
    expect(due(monthly, 'assign_helper', { 'assign_helper.on': '2025-11-03' })).toBe('2025-11-30');
    const noted = { 'assign_helper.on': '2025-11-03', 'charge_note.done': '2025-11-30' };
    expect(due(monthly, 'charge_note', noted)).toBe('2025-12-31');
    expect(due(under(), 'assign_helper', { 'assign_helper.on': '2025-11-03' })).toBeUndefined();
  });
  test('half-yearly assessments follow one another (S3-42)', () => {
    const halves = under(laid('assessment.months', 6));
    const clock = (facts: Facts) =>
      halves
        .inForce('2026-01-15')
        .clocks('fostering', 'assess', { 'list.on': '2025-03-01', ...facts })
        .find(({ id }) => id === 'assess')?.dueOn;
    expect(clock({ 'assess.done': '2025-12-31' })).toBe('2026-06-30');
    expect(clock({})).toBe('2025-06-30');
  });
});

// The folds of measures, urgings, rules and ratings: what stands after changes, ends, openings and answers, whatever came
// in between.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../platform/entry.ts';
import { dueOfMeasure, endFault, foldMeasure, planFault } from './measure.ts';
import { foldRatings, type FrozenLine, rateFault, sameResult } from './rating.ts';
import { foldRule, foldUrging, sendFault } from './urging.ts';

let position = 0;
const ids = new Map<string, string>();
const idOf = (name: string): string => {
  const known = ids.get(name) ?? `00000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`;
  ids.set(name, known);
  return known;
};
function entry(name: string, kind: string, data: object, more: Partial<Entry> = {}): Entry {
  position += 1;
  return {
    clientId: idOf(name),
    stream: 'measure:1',
    kind,
    happenedOn: '2026-06-01',
    unitId: 7,
    personId: null,
    ruleset: null,
    names: null,
    batch: null,
    data: data as Record<string, unknown>,
    position,
    version: position,
    recordedAt: `2026-06-01T00:00:${String(position % 60).padStart(2, '0')}Z`,
    recordedBy: 'account',
    officeId: 3,
    ...more,
  };
}

const set = {
  figure: null,
  what: 'Mở lớp',
  officeId: 3,
  ownerUnitId: 7,
  ownerKind: 'cell_secretary',
  dueOn: '2026-07-01',
  documentId: null,
};
const planned = () => entry('planned', 'measure.planned', { period: '2026', ...set });

describe('a measure', () => {
  it('is as it was changed last, also when the change is dated before the planning', () => {
    const changed = entry(
      'changed',
      'measure.changed',
      { ...set, officeId: 9, ownerUnitId: 8, ground: 'giao lại' },
      { happenedOn: '2026-05-01' },
    );
    const measure = foldMeasure('m', [planned(), changed]);
    expect(measure).toMatchObject({ officeId: 9, ownerUnitId: 8, period: '2026', state: 'open' });
    expect(measure && dueOfMeasure(measure)).toMatchObject([
      { caseKind: 'plan', unitId: 8, officeId: 9, startsOn: '2026-06-01', dueOn: '2026-07-01' },
    ]);
  });

  it('has no line once it has ended, has one again when the end is taken back, and is gone with its planning', () => {
    const done = entry('done', 'measure.done', { outcome: 'xong' }, { happenedOn: '2026-06-20' });
    const back = entry('back', 'act.withdrawn', {}, { names: idOf('done'), happenedOn: null });
    const first = planned();
    const ended = foldMeasure('m', [first, done]);
    expect(ended).toMatchObject({
      state: 'done',
      outcome: 'xong',
      endedOn: '2026-06-20',
      endedEntry: idOf('done'),
    });
    expect(ended && dueOfMeasure(ended)).toEqual([]);
    expect(foldMeasure('m', [first, done, back])).toMatchObject({
      state: 'open',
      outcome: null,
      endedEntry: null,
    });
    const gone = entry('gone', 'act.withdrawn', {}, { names: idOf('planned') });
    expect(foldMeasure('m', [first, gone])).toBeNull();
  });

  it.each([
    ['2026-07-02', '2026-08-01', 'ledger.future_day'],
    ['2026-06-01', '2026-05-31', 'measure.due_before'],
    ['2026-06-01', '2026-06-01', null],
  ])('planned on %s to be done by %s: %s', (happenedOn, dueOn, fault) => {
    expect(planFault({ happenedOn, dueOn }, '2026-07-01')).toBe(fault);
  });

  it('cannot have ended before it was planned, or later than today', () => {
    expect(endFault({ plannedOn: '2026-06-01' }, '2026-05-31', '2026-07-01')).toBe('measure.ended_before');
    expect(endFault({ plannedOn: '2026-06-01' }, '2026-07-02', '2026-07-01')).toBe('ledger.future_day');
    expect(endFault({ plannedOn: '2026-06-01' }, '2026-07-01', '2026-07-01')).toBeNull();
  });
});

describe('an urging', () => {
  const sent = () =>
    entry('sent', 'urging.sent', {
      to: [4, 5],
      period: '2026',
      figure: 'admission',
      words: 'Đề nghị',
      documentId: null,
      answerBy: null,
    });

  it('keeps the first opening of each office and the newest answer of each unit', () => {
    const urging = foldUrging('u', [
      sent(),
      entry('r1', 'urging.read', { unitId: 4, officeId: 11 }, { recordedAt: '2026-06-02T01:00:00Z' }),
      entry('r2', 'urging.read', { unitId: 4, officeId: 11 }, { recordedAt: '2026-06-03T01:00:00Z' }),
      entry('r3', 'urging.read', { unitId: 4, officeId: 12 }),
      entry('a1', 'urging.answered', { unitId: 4, words: 'một' }),
      entry('a2', 'urging.answered', { unitId: 4, words: 'hai' }),
    ]);
    expect(urging?.units).toMatchObject([
      {
        unitId: 4,
        answer: { words: 'hai', entry: idOf('a2') },
        receipts: [{ officeId: 11, at: '2026-06-02T01:00:00Z' }, { officeId: 12 }],
      },
      { unitId: 5, answer: null, receipts: [] },
    ]);
    expect(urging?.units[0]?.receipts).toHaveLength(2);
  });

  it('stays, marked, when it was taken back', () => {
    const back = entry('tb', 'urging.taken_back', { ground: 'gửi nhầm' }, { happenedOn: '2026-06-05' });
    expect(foldUrging('u', [sent(), back])).toMatchObject({ withdrawnOn: '2026-06-05', ground: 'gửi nhầm' });
    expect(foldUrging('u', [])).toBeNull();
  });

  it('is not written to one’s own unit, nor to be answered before it is sent', () => {
    const about = { own: 2, today: '2026-06-01' };
    expect(sendFault({ to: [2, 4], answerBy: null }, about)).toBe('urging.own_unit');
    expect(sendFault({ to: [4], answerBy: '2026-05-31' }, about)).toBe('urging.answer_past');
    expect(sendFault({ to: [4], answerBy: '2026-06-01' }, about)).toBeNull();
  });

  it('by itself is off until it was switched on, and off again', () => {
    const on = entry('on', 'urging_rule.set', { on: true, figures: ['admission'] });
    const off = entry('off', 'urging_rule.set', { on: false, figures: ['admission'] });
    expect(foldRule([])).toBeNull();
    expect(foldRule([on])).toEqual({ since: '2026-06-01', figures: ['admission'] });
    expect(foldRule([on, off])).toBeNull();
  });
});

describe('a rating', () => {
  const line: FrozenLine = {
    figure: 'admission',
    assigned: { minimum: 3, maximum: 3, mark: 'exact' },
    since: '2025-01-01',
    registered: null,
    aim: null,
    done: { value: 4, mark: 'exact' },
    status: 'exceeded',
    said: [],
    counted: { cases: 4, sum: '0'.repeat(64) },
  };
  const data = {
    year: 2025,
    level: 'httnv',
    decision: { number: '1', on: null, by: null },
    documentId: null,
    asOf: '2025-12-31',
    lines: [line],
  };

  it('is the one recorded last for its year, until that is taken back', () => {
    const first = entry('one', 'unit_rating.recorded', data);
    const second = entry(
      'two',
      'unit_rating.recorded',
      { ...data, level: 'htxsnv' },
      { happenedOn: '2026-01-02' },
    );
    const back = entry('three', 'act.withdrawn', {}, { names: idOf('two'), happenedOn: null });
    expect(foldRatings([first, second])).toMatchObject([{ level: 'htxsnv', entry: idOf('two') }]);
    expect(foldRatings([first, second, back])).toMatchObject([{ level: 'httnv', entry: idOf('one') }]);
  });

  it('differs only when a number does, not when the same number was said anew', () => {
    expect(sameResult([line], [{ ...line, said: [idOf('x')], since: '2025-02-01' }])).toBe(true);
    expect(sameResult([line], [{ ...line, done: { value: 5, mark: 'exact' } }])).toBe(false);
    expect(sameResult([line], [{ ...line, assigned: null }])).toBe(false);
    expect(sameResult([line], [])).toBe(false);
  });

  it('cannot be before its year, or later than today', () => {
    expect(rateFault({ year: 2025, on: '2024-12-31' }, '2026-01-05')).toBe('rating.before_year');
    expect(rateFault({ year: 2025, on: '2026-01-06' }, '2026-01-05')).toBe('ledger.future_day');
    expect(rateFault({ year: 2025, on: '2025-12-25' }, '2026-01-05')).toBeNull();
  });
});

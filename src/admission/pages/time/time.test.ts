// The pure parts of the time line: which stretch of time is drawn, what stands on it and in which order, how a clock
// and a wait are said.
import { describe, expect, test } from 'vitest';
import { bookOf } from '../../../road/pages/book.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import type { ActView, AheadView, ClockView, DossierView } from '../../../road/view.ts';
import { say } from '../../../platform/messages.ts';
import { readRegulationFiles } from '../../../rules/files.store.ts';
import { load } from '../../../rules/index.ts';
import type { Reason } from '../../../rules/verdict.ts';
import { entriesOf } from './entries.ts';
import { groupsOf, partsOf } from './parts.ts';
import { clockSaid, stepLines, waitSaid } from './said.ts';
import { scaleOf, ticksOf } from './scale.ts';

const book = bookOf(load(readRegulationFiles('regulations')));
const vi: Speech = { book, language: 'vi', tell: (message, params) => say(message, params, 'vi') };

describe('the stretch that is drawn', () => {
  const now = '2026-02-10';

  test('holds today, every end, and what happened not too long ago', () => {
    const scale = scaleOf({ past: ['2019-05-01', '2025-11-10'], ends: ['2026-06-10'], now });
    expect([scale.holds('2025-11-10'), scale.holds('2026-06-10'), scale.holds('2019-05-01')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(scale.at('2019-05-01')).toBe(0);
    expect(scale.at('2025-11-10')).toBeGreaterThan(0);
    expect(scale.at('2026-06-10')).toBeLessThan(100);
  });

  test('is never so short that days cannot be told apart', () => {
    const { from, until } = scaleOf({ past: [], ends: [], now });
    expect([from < '2026-02-10', until > '2026-04-10']).toEqual([true, true]);
  });

  test.each([
    ['2026-02-01', '2026-04-30', ['02/2026', '03/2026', '04/2026']],
    ['2025-02-20', '2026-03-20', ['04/2025', '07/2025', '10/2025', '01/2026']],
    ['2021-06-01', '2026-03-20', ['2022', '2023', '2024', '2025', '2026']],
  ])('from %s to %s it names %j', (from, until, labels) => {
    const scale = { from, until, at: () => 0, holds: () => true };
    expect(ticksOf(scale).map(({ label }) => label)).toEqual(labels);
  });
});

const label = (text: string) => ({ vi: text, en: text });
const clock = (more: Partial<ClockView>): ClockView => ({
  id: 'decide',
  label: label('Hạn quyết định'),
  place: null,
  startsOn: '2026-01-10',
  dueOn: '2026-03-20',
  limit: 45,
  unit: 'working_days',
  extendsWith: 'extend_decision',
  extendsTo: '2026-04-10',
  extended: false,
  stoppedOn: null,
  answers: ['superior_board'],
  consequence: label('Phải giải trình'),
  otherwise: null,
  duty: true,
  lateDays: null,
  confidence: 'S',
  citations: [{ document: '294-QĐ/TW', clause: '4.3.1', confidence: 'S' }],
  endedOn: null,
  ...more,
});

describe('a clock', () => {
  const saidOf = (more: Partial<ClockView>, today = '2026-02-10') => clockSaid(clock(more), today, vi);

  test('says its day, its length, its article and what may be added', () => {
    const { due, late, from, more, articles } = saidOf({});
    expect(due).toMatch(/^thứ Sáu, 20\/03\/2026 – còn \d+ ngày làm việc$/);
    expect([late, from]).toEqual([false, '45 ngày làm việc, tính từ 10/01/2026']);
    expect(more).toEqual(['có thể gia hạn đến 10/04/2026', 'Để trễ thì: phải giải trình']);
    expect(articles).toMatchObject([{ label: '294-QĐ/TW, 4.3.1', unsure: false }]);
  });

  test('that was prolonged says until when', () => {
    const { more } = saidOf({ extended: true, extendsTo: null, dueOn: '2026-04-10', consequence: null });
    expect(more).toEqual(['đã gia hạn đến 10/04/2026']);
  });

  test('tells both readings of a change of law, and a day that nobody knows', () => {
    const read = (dueOn: string | null) =>
      saidOf({ otherwise: { reading: 'switch', dueOn }, extendsTo: null, consequence: null }).more[0];
    expect(read('2026-02-27')).toMatch(/đến 27\/02\/2026.*chưa kiểm chứng/);
    expect(read(null)).toMatch(/ngày hạn chưa rõ/);
  });

  test('is late only when it is a duty', () => {
    expect(saidOf({}, '2026-03-25')).toMatchObject({ late: true });
    expect(saidOf({ duty: false }, '2026-03-25')).toMatchObject({ late: false });
    expect(saidOf({ dueOn: null })).toMatchObject({ due: 'chưa có thông tin về số ngày', late: false });
  });
});

const reason: Reason = {
  guard: 'age_by_month',
  outcome: 'refused',
  parameters: ['age.min'],
  threshold: { min: 18 },
  facts: {},
  missing: [],
  citations: [{ document: '294-QĐ/TW', clause: '1.1', confidence: 'S' }],
  readings: [],
  wayOut: null,
};
const step = (id: string, earliestOn: string, more: Partial<AheadView['steps'][number]> = {}) => ({
  step: id,
  label: label(id),
  actor: [],
  earliestOn,
  latestOn: null,
  waitsFor: null,
  ...more,
});

test('a wait names the rule, what it asks and the article', () => {
  const { text, articles } = waitSaid(reason, vi);
  expect(text).toMatch(/^Chờ đến ngày ấy vì: tuổi tối thiểu .* – đủ 18 tuổi/);
  expect(articles).toMatchObject([{ label: '294-QĐ/TW, 1.1' }]);
});

test('steps that become possible on one day stand together', () => {
  const groups = groupsOf([
    step('a', '2026-02-10'),
    step('b', '2026-02-10'),
    step('c', '2026-03-01', { waitsFor: reason }),
  ]);
  expect(groups.map(({ on, steps, waitsFor }) => [on, steps.length, waitsFor?.guard])).toEqual([
    ['2026-02-10', 2, undefined],
    ['2026-03-01', 1, 'age_by_month'],
  ]);
});

const act = (entry: string, happenedOn: string, more: Partial<ActView> = {}): ActView =>
  ({
    entry,
    step: entry,
    label: label(entry),
    happenedOn,
    state: 'standing',
    passed: null,
    takenOver: false,
    ruleSet: '232',
    guidance: [],
    outcome: 'allowed',
    ...more,
  }) as ActView;

const dossier = (more: Partial<DossierView>): DossierView =>
  ({
    today: '2025-08-20',
    closedAs: null,
    closedOn: null,
    acts: [],
    clocks: [],
    ahead: null,
    ...more,
  }) as DossierView;

describe('everything in the order of the days', () => {
  const view = dossier({
    acts: [
      act('list', '2025-06-10'),
      act('taken_back', '2025-06-11', { state: 'withdrawn' }),
      act('vote', '2025-07-20', { passed: false, ruleSet: '294' }),
    ],
    clocks: [
      clock({ startsOn: '2025-07-20', dueOn: '2025-09-25', extendsTo: null }),
      clock({ id: 'old', endedOn: '2025-06-30' }),
    ],
    ahead: {
      goal: 'admitted',
      steps: [step('again', '2025-08-20'), step('goal', '2025-10-01')],
      reachedOn: '2025-10-01',
      stoppedBy: null,
    },
  });
  const parts = partsOf(view, book);
  const entries = entriesOf(view, parts, vi);

  test('acts, the rules that came between, today, what may be done, what is due', () => {
    expect(entries.map(({ kind, id }) => [kind, id].join(' '))).toEqual([
      'act list',
      'law 294-QĐ/TW',
      'act vote',
      'today today',
      'ahead ahead2025-08-20',
      'due decide2025-07-20null',
      'ahead ahead2025-10-01',
    ]);
  });

  test('each act stands under the law of its own day', () => {
    const lawOf = (id: string) => entries.find((entry) => entry.id === id)?.articles[0]?.label;
    expect([lawOf('list'), lawOf('vote')]).toEqual(['232-QĐ/TW', '294-QĐ/TW']);
  });

  test('a vote that was not carried says so, the goal is marked, and what need not wait is no earliest day', () => {
    const markOf = (id: string) => entries.find((entry) => entry.id === id)?.mark.word;
    expect(['vote', 'ahead2025-08-20', 'ahead2025-10-01'].map(markOf)).toEqual([
      'Chưa tán thành',
      'Từ hôm nay',
      'Sớm nhất có thể',
    ]);
  });

  test('a last day that has passed is a day missed', () => {
    const [group] = groupsOf([
      step('late', '2025-08-20', { latestOn: '2025-07-01' }),
      step('open', '2025-08-20', { latestOn: '2025-09-01' }),
    ]);
    expect(group && stepLines(group, '2025-08-20', vi)).toEqual([
      'late – đã quá hạn từ 01/07/2025',
      'open – chậm nhất 01/09/2025',
    ]);
  });

  test('what has ended is told apart', () => {
    expect([parts.running.length, parts.ended.length]).toEqual([1, 1]);
  });

  test('a case that is over has no today', () => {
    const over = dossier({ acts: view.acts, closedAs: 'withdraw', closedOn: '2025-07-25' });
    const all = partsOf(over, book);
    expect(entriesOf(over, all, vi).map(({ kind }) => kind)).toEqual(['act', 'law', 'act']);
    expect([all.open, all.now]).toEqual([false, '2025-07-25']);
  });
});

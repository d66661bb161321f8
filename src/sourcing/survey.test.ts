// The survey as tables of numbers: which years it may be for, how many people the groups can hold, what is put first.
import { expect, test } from 'vitest';
import type { Entry } from '../platform/entry.ts';
import { foldReview } from './review.ts';
import { inOrder, isYearFor, peopleFault, standingSurveys, suggestionsOf } from './survey.ts';
import { foldTask } from './task.ts';

const entry = (position: number, more: Partial<Entry>): Entry => ({
  clientId: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
  stream: 'survey:1',
  kind: 'survey.recorded',
  happenedOn: '2026-03-01',
  unitId: 1,
  personId: null,
  ruleset: null,
  names: null,
  batch: null,
  data: {},
  position,
  version: position,
  recordedAt: '2026-03-01T00:00:00.000Z',
  recordedBy: '00000000-0000-4000-8000-000000000000',
  officeId: 1,
  ...more,
});

test.each([
  [{ DVTN: 5, PN: 3 }, null, null],
  [{ DVTN: 5, PN: 3 }, 8, null],
  [{ DVTN: 5, PN: 3 }, 5, null],
  [{ DVTN: 5, PN: 3 }, 4, 'sourcing.people_few'],
  [{ DVTN: 5, PN: 3 }, 9, 'sourcing.people_many'],
  [{}, 0, null],
  [{}, 1, 'sourcing.people_many'],
])(
  'groups %o hold %s people: %s – one person may stand in several groups (S0-31, S1-10)',
  (groups, people, fault) => {
    expect(peopleFault(groups as Record<string, number>, people)).toBe(fault);
  },
);

test.each([
  [2026, '2026-03-01', true],
  [2027, '2026-12-20', true],
  [2025, '2026-01-02', false],
  [2028, '2026-12-31', false],
])('a survey for %i taken on %s counts: %s (S3-31)', (year, on, fits) => {
  expect(isYearFor(year, on)).toBe(fits);
});

test('priority groups stand first, the others keep their order (S0-32)', () => {
  expect(inOrder(['DVTN', 'HS', 'DBDV', 'DQTV'], new Set(['DQTV', 'DBDV']))).toEqual([
    'DBDV',
    'DQTV',
    'DVTN',
    'HS',
  ]);
});

test('a cell without a source is told where to look: priority first, then the largest group (S4-33, S4-02)', () => {
  const groups = { PN: 12, BDXN: 2, SVTN: 3, HS: 0, CCB: 1 };
  expect(suggestionsOf(groups, new Set(['BDXN'])).map(({ code }) => code)).toEqual(['BDXN', 'PN', 'SVTN']);
  expect(suggestionsOf({ HS: 0 }, new Set(['HS']))).toEqual([]);
});

test('of several surveys of one year the last one stands; a withdrawn one is gone (S1-24)', () => {
  const first = entry(1, { data: { year: 2026, groups: { PN: 1 }, people: null } });
  const second = entry(2, { data: { year: 2026, groups: { PN: 2 }, people: null }, names: first.clientId });
  const other = entry(3, { data: { year: 2027, groups: { PN: 9 }, people: null } });
  expect(standingSurveys([first, second, other]).map(({ clientId }) => clientId)).toEqual([
    second.clientId,
    other.clientId,
  ]);
  const gone = entry(4, { kind: 'act.withdrawn', names: second.clientId });
  expect(standingSurveys([first, second, gone])).toEqual([]);
});

test('a mass organisation that confirms again corrects what it said (S3-33)', () => {
  const opened = entry(1, { kind: 'review.opened', data: { year: 2026, dueOn: '2026-04-01' } });
  const said = (position: number, after: number) =>
    entry(position, {
      kind: 'review.confirmed',
      happenedOn: `2026-03-0${position}`,
      data: { massUnitId: 7, before: 40, after, promising: 2 },
    });
  expect(foldReview('r', [opened, said(2, 38), said(3, 37)])).toMatchObject({
    dueOn: '2026-04-01',
    closedOn: null,
    answers: [{ unitId: 7, before: 40, after: 37, confirmedOn: '2026-03-03' }],
  });
  expect(foldReview('r', [opened, entry(4, { kind: 'act.withdrawn', names: opened.clientId })])).toBeNull();
});

test('a task taken back is gone, a reported one keeps its day (S0-26, S4-25)', () => {
  const given = entry(1, {
    kind: 'task.given',
    data: { of: 'educate', toUnitId: 7, dossierId: null, dueOn: '2026-06-01', document: null },
  });
  const done = entry(2, { kind: 'task.done', happenedOn: '2026-05-20' });
  expect(foldTask('t', [given, done])).toMatchObject({ kind: 'educate', toUnitId: 7, doneOn: '2026-05-20' });
  expect(foldTask('t', [given, entry(3, { kind: 'act.withdrawn', names: given.clientId })])).toBeNull();
});

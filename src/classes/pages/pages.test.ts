// What the class pages reckon by themselves: the plan while it is typed, and the marks that are sent.
import { expect, it } from 'vitest';
import { weekdayOf } from '../../platform/day.ts';
import type { RollView } from '../view.ts';
import { allPresent, changesOf, heldOf, markAs } from './attend/marking.ts';
import { another, bodyOf, draftOf, nextSunday } from './plan/draft.ts';

it('adds the Sunday after the last session, like the one before it (S3-09, K16)', () => {
  const first = { ...draftOf().sessions[0]!, on: '2026-10-07', room: 'Hội trường', speaker: 'Ai đó' };
  const on = nextSunday([first], '2026-01-01');
  expect([on, weekdayOf(on)]).toEqual(['2026-10-11', 0]);
  expect(nextSunday([{ ...first, on }], '2026-01-01')).toBe('2026-10-18');
  expect(nextSunday([{ ...first, on: '' }], '2026-10-04')).toBe('2026-10-11');
  const [, second] = another([first], on);
  expect(second).toMatchObject({ on, room: 'Hội trường', from: '07:30', speaker: '', id: null });
  expect(second?.key).not.toBe(first.key);
});

it('sends the plan as the server asks for it', () => {
  const draft = { ...draftOf(), label: 'Lớp', seats: 30, topics: ' Một \n\nHai ', least: 2, paper: true };
  expect(bodyOf({ ...draft, sessions: [{ ...draft.sessions[0]!, on: '2026-10-04', to: '' }] })).toEqual({
    sort: 'awareness',
    label: 'Lớp',
    seats: 30,
    cost: null,
    topics: ['Một', 'Hai'],
    sessions: [{ id: null, on: '2026-10-04', from: '07:30', to: null, room: '', topic: '', speaker: '' }],
    completion: { least: 2, excused: false, paper: true },
  });
});

it('sends only marks that differ, and “all present” leaves what was marked (S3-09, S3-65)', () => {
  const person = (dossierId: string, mark: 'absent' | null, why: 'ill' | null) => ({
    dossierId,
    mark,
    why,
    fullName: dossierId,
    bornOn: null,
    unitName: '',
  });
  const roll = { items: [person('a', 'absent', 'ill'), person('b', null, null)] } as unknown as RollView;
  const held = heldOf(roll);
  const marks = allPresent(roll, held);
  expect(changesOf(held, marks)).toEqual([{ dossierId: 'b', mark: 'present', why: null }]);
  expect(changesOf(held, markAs(marks, 'a', 'excused'))[0]).toEqual({
    dossierId: 'a',
    mark: 'excused',
    why: 'ill',
  });
  expect(changesOf(held, markAs(held, 'a', 'present'))).toEqual([
    { dossierId: 'a', mark: 'present', why: null },
  ]);
  expect(changesOf(held, held)).toEqual([]);
});

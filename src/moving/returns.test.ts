// Counting returned files from the acts that stand.
import { expect, test } from 'vitest';
import { withdrawal } from '../platform/effective.ts';
import { aboveTarget, medianDays, type ReturnEntry, returnsIn, tally } from './returns.ts';

let position = 0;
const entry = (
  stream: string,
  clientId: string,
  on: string,
  more: Partial<ReturnEntry> = {},
): ReturnEntry => {
  position += 1;
  const data = { step: 'return_dossier', inputs: { what: ['opinions'] } };
  return {
    stream,
    clientId,
    kind: 'dossier.act',
    position,
    happenedOn: on,
    names: null,
    unitId: 7,
    data,
    ...more,
  };
};
const resubmit = { data: { step: 'resubmit' } };

test('a return, what was handed in again, and what was withdrawn or corrected (S3-63)', () => {
  const returned = returnsIn([
    entry('dossier:a', 'a1', '2026-01-10'),
    entry('dossier:a', 'a2', '2026-01-20', resubmit),
    entry('dossier:a', 'a3', '2026-02-10'),
    entry('dossier:b', 'b1', '2026-01-11'),
    entry('dossier:b', 'b2', '2026-01-12', { kind: withdrawal, names: 'b1', data: {} }),
    entry('dossier:c', 'c1', '2026-01-11'),
    entry('dossier:c', 'c2', '2026-01-13', {
      names: 'c1',
      data: { step: 'return_dossier', inputs: { what: ['application', 'wrong_form'] } },
    }),
  ]);
  expect(returned.map(({ stream, on, what, backOn }) => [stream, on, what, backOn])).toEqual([
    ['dossier:a', '2026-01-10', ['opinions'], '2026-01-20'],
    ['dossier:a', '2026-02-10', ['opinions'], null],
    ['dossier:c', '2026-01-13', ['application', 'wrong_form'], null],
  ]);
  expect(aboveTarget(returned)).toBe(1);
  expect(medianDays(returned)).toBe(10);
  expect(tally(returned.flatMap(({ what }) => what))).toEqual([
    { key: 'opinions', count: 2 },
    { key: 'application', count: 1 },
    { key: 'wrong_form', count: 1 },
  ]);
});

test('nothing came back: no median, nobody above the target', () => {
  expect([medianDays([]), aboveTarget([]), returnsIn([])]).toEqual([null, 0, []]);
});

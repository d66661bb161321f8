// What the forms of acts begin with and what they send.
import { expect, test } from 'vitest';
import type { UnitEvent, UnitView } from '../answers.ts';
import { actBody, actOf, emptyAct, fieldsOf, needsDecision, startOf } from './act-body.ts';

const unit = {
  id: 5,
  name: 'Chi bộ khu phố 3',
  kind: 'cell',
  type: null,
  code: '24.1',
  placeCode: null,
} as UnitView;
const event: UnitEvent = {
  entry: 'e',
  kind: 'unit.moved',
  happenedOn: '2026-07',
  recordedAt: '2026-07-02T02:00:00Z',
  recordedBy: 'Nguyễn Văn An',
  data: { parentId: 2, decision: null },
  state: 'standing',
  reason: null,
  decision: { number: '31-QĐ/ĐU', on: '2026-06-28', by: null },
  other: { id: 2, name: 'Đảng bộ bộ phận Đông' },
};

test('a new act begins with the unit as it is, a new unit with nothing', () => {
  expect(startOf('rename', unit)).toEqual({ ...emptyAct, name: unit.name, kind: 'cell', code: '24.1' });
  expect(startOf('found', unit)).toEqual(emptyAct);
});

test('a correction begins with what was recorded and sends the same act', () => {
  const values = startOf('move', unit, event);
  expect(values).toMatchObject({
    happenedOn: '2026-07',
    number: '31-QĐ/ĐU',
    decidedOn: '2026-06-28',
    by: '',
    into: null,
  });
  expect(actOf(event)).toBe('move');
  expect(actBody('move', values)).toEqual({
    parentId: 2,
    happenedOn: '2026-07',
    decision: { number: '31-QĐ/ĐU', on: '2026-06-28', by: null },
  });
});

test.each([
  ['details', { code: ' ', placeCode: '09160' }, { code: null, placeCode: '09160' }],
  ['end', { as: 'dissolved', into: { value: '9', label: 'A' } }, { as: 'dissolved', intoId: null }],
  ['end', { as: 'merged', into: { value: '9', label: 'A' } }, { as: 'merged', intoId: 9 }],
  ['change_kind', { kind: 'cell', type: '' }, { kind: 'cell', type: null }],
  ['restore', { name: 'not sent' }, {}],
] as const)('%s sends only what it is about', (act, values, body) => {
  const sent = actBody(act, { ...emptyAct, ...values, happenedOn: '2026-07-01' });
  expect(sent).toEqual({ ...body, happenedOn: '2026-07-01', decision: null });
});

test('every act that changes the tree asks for its decision', () => {
  const acts = Object.keys(fieldsOf) as (keyof typeof fieldsOf)[];
  expect(acts.filter(needsDecision)).toEqual(['rename', 'move', 'change_kind', 'end']);
});

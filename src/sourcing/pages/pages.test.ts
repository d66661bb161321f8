// What the short form sends, and in which words those who introduced are told how it stands.
import { expect, test } from 'vitest';
import { bodyOf, type Context, type Typed } from './own/introduce.ts';
import { stateWord } from './own/state.ts';
import { words } from './words.ts';
import { yearsOffered } from './year.ts';

const typed: Typed = {
  fullName: '  Lò Thị Hoa ',
  bornYear: '2001',
  unitId: '7',
  proposerKind: 'women_union',
  source: 'PN',
  told: false,
  toldOn: '2026-11-20',
  note: 'Tích cực',
};
const person = '5f0e8a0e-0b1a-4c52-9a52-0a5b7a6f0001';
const context: Context = {
  isMass: true,
  personId: person,
  today: '2026-11-21',
  onlyCell: '',
  withNote: true,
};

test('of somebody not yet told no more leaves the device than name, year, group and who introduces (S0-25)', () => {
  expect(bodyOf(typed, context, {})).toEqual({
    person: { fullName: 'Lò Thị Hoa', bornOn: '2001' },
    unitId: 7,
    happenedOn: '2026-11-21',
    inputs: { proposerKind: 'women_union', source: 'PN' },
  });
});

test('a member introduces in his own name, to the only cell he has; what was said goes along once told (S0-16)', () => {
  const own = bodyOf({ ...typed, told: true }, { ...context, isMass: false, onlyCell: '4' }, {});
  expect(own).toMatchObject({
    unitId: 4,
    inputs: {
      proposerKind: 'member',
      proposer: person,
      agreed: true,
      informedOn: '2026-11-20',
      informedBy: person,
      note: 'Tích cực',
    },
  });
});

test('in a connected installation no words about a person leave the device', () => {
  const sent = bodyOf({ ...typed, told: true }, { ...context, withNote: false }, {});
  expect(sent.inputs).not.toHaveProperty('note');
});

test('somebody chosen among the alike is named by id, and no second person comes along (S3-27)', () => {
  const sent = bodyOf(typed, context, { personId: person });
  expect(sent).toMatchObject({ personId: person });
  expect(sent).not.toHaveProperty('person');
});

test.each([
  ['waiting', 'source', 'chờ chi bộ trả lời'],
  ['returned', 'done', 'chi bộ trả lại'],
  ['accepted', 'source', 'chi bộ đang xem xét'],
  ['accepted', 'approval', 'đang được theo dõi, bồi dưỡng'],
  ['accepted', 'probation', 'đã kết nạp'],
  ['accepted', 'done', 'đã là đảng viên chính thức'],
  ['ended', 'done', 'đã kết thúc'],
] as const)('%s in %s reads “%s” (S0-15)', (state, stage, text) => {
  expect(words[stateWord({ state, stage })].vi).toBe(text);
});

test('the next year can be surveyed before it begins (S3-31)', () => {
  expect(yearsOffered('2026-11-21')).toEqual([2027, 2026, 2025, 2024, 2023, 2022, 2021]);
});

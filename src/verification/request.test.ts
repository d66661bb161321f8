// The short code, the median, and the order of verification: pure parts.
import { expect, test } from 'vitest';
import { groupsOf, judgeKin, type KinLine } from './kin.ts';
import { markOrder } from './order.ts';
import { codeOf, medianOf, typedCodeOf } from './request.ts';

test('a short code survives being typed from paper', () => {
  const code = codeOf('0198f3a2-7c11-7e0a-9c55-8f0e2b7d4a61');
  expect(code).toMatch(/^TT-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  expect(typedCodeOf(code)).toBe(code);
  expect(typedCodeOf(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(typedCodeOf(code.slice(3))).toBe(code);
  expect(['', 'TT-0000-0000', 'công văn', 'TT-ABCD'].map(typedCodeOf)).toEqual([null, null, null, null]);
});

test('the median is the middle one, or the mean of the two in the middle', () => {
  expect([[], [7], [9, 1, 5], [1, 2, 3, 10]].map(medianOf)).toEqual([null, 7, 5, 2.5]);
});

const line = (more: Partial<KinLine>): KinLine => ({
  id: 'a',
  relation: 'parents',
  fullName: 'Nguyễn Văn Ba',
  bornOn: '1965',
  place: 'phường Tây Nha Trang, Khánh Hòa',
  placeCode: '22390',
  oldCode: null,
  abroad: false,
  exempt: null,
  ...more,
});
const rules = {
  persons: ['candidate', 'parents', 'spouse'],
  exemptions: null,
  readings: [
    { label: '06-HD', value: ['own_relative_member', 'local_family'] },
    { label: '38-HD', value: ['local_family'] },
  ],
};

test('two readings of an exemption stand beside each other until the office follows one (S3-38)', () => {
  const list = [
    line({}),
    line({ exempt: 'own_relative_member' }),
    line({ exempt: 'local_family' }),
    line({ relation: 'siblings' }),
  ];
  const verify = (reading: number | null) => judgeKin(list, rules, reading).map((one) => one.verify);
  expect(verify(null)).toEqual([true, null, false, false]);
  expect(verify(0)).toEqual([true, false, false, false]);
  expect(verify(1)).toEqual([true, true, false, false]);
  expect(judgeKin(list, rules, null)[1]?.exempt).toEqual([true, false]);
  expect(judgeKin(list, { ...rules, exemptions: ['local_family'] }, null).map((one) => one.verify)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('relatives at one place make one request (S3-38)', () => {
  const list = [
    line({}),
    line({ id: 'b', relation: 'spouse' }),
    line({ id: 'c', place: 'xã Vĩnh Lợi, Cà Mau' }),
  ];
  const groups = groupsOf(judgeKin(list, rules, null));
  expect(groups.map(({ place, people }) => [place, people.length])).toEqual([
    ['phường Tây Nha Trang, Khánh Hòa', 2],
    ['xã Vĩnh Lợi, Cà Mau', 1],
  ]);
});

test('seal, sending, replies, conclusion, comment of the cell: what came too early is marked (S3-38)', () => {
  const none = { sealed: null, sent: null, replied: null, concluded: null, commented: null };
  expect(markOrder(none).map(({ state }) => state)).toEqual(['now', 'next', 'next', 'next', 'next']);
  const right = { ...none, sealed: '2026-08-01', sent: '2026-08-03' };
  expect(markOrder(right).map(({ state }) => state)).toEqual(['done', 'done', 'now', 'next', 'next']);
  const wrong = { ...right, replied: '2026-09-01', concluded: '2026-09-10', commented: '2026-09-05' };
  expect(markOrder(wrong).at(-1)).toEqual({ id: 'commented', on: '2026-09-05', state: 'out_of_order' });
});

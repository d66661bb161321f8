// What a changed number says; a difference of nought is never written as one.
import { expect, test } from 'vitest';
import { becauseOf, sayChange, signed } from './changes.ts';

test('a difference has its sign, nought and what is too little to be written say nothing', () => {
  expect([14, -2070, 0, 0.0001].map((one) => signed(one))).toEqual(['+14', '−2.070', '', '']);
  expect(signed(-2070, 'en')).toBe('−2,070');
});

test('what was reported, what it is now, and why', () => {
  const because = becauseOf([
    { sign: 1, id: '1', reason: 'member.admitted', recordedAt: null },
    { sign: -1, id: '2', reason: 'member.died', recordedAt: null },
    { sign: 1, id: '3', reason: 'member.admitted', recordedAt: null },
  ]);
  expect(sayChange(463, 464, because)).toEqual({
    vi: 'đã báo cáo 463, nay 464 (+1), do ghi sau khi chốt: +2 kết nạp, −1 từ trần',
    en: 'reported 463, now 464 (+1), recorded since: +2 admitted, −1 died',
  });
});

test('a mean of nobody is no nought, and nothing is counted from it', () => {
  expect(sayChange(null, 41.3, [])).toEqual({ vi: 'đã báo cáo –, nay 41,3', en: 'reported –, now 41.3' });
  expect(sayChange(41.3, 41.30001, []).vi).toBe('đã báo cáo 41,3, nay 41,3');
});

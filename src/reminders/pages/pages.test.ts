// The pure parts of the pages of reminders: days as they are typed, a failure of the mail in words, a notice in words.
import { describe, expect, test } from 'vitest';
import { say } from '../../platform/messages.ts';
import { leftWords, placeWords, workWords } from './list/said.ts';
import { failureWord, hoursWith, readDays, writeDays } from './settings/days.ts';

describe('numbers of days', () => {
  test.each([
    ['30, 7, 1', [30, 7, 1]],
    ['3;14  0', [3, 14, 0]],
    ['', []],
  ])('“%s” is read', (text, days) => {
    expect(readDays(text, 0)).toEqual(days);
  });
  test.each(['14 ngày', '-1', '1,5 x', '366', '1 2 3 4 5 6 7 8 9 10 11'])('“%s” is not', (text) => {
    expect(readDays(text, 0)).toBeNull();
  });
  test('zero days after the due day is no day after it', () => {
    expect([readDays('0', 1), readDays('1, 7', 1)]).toEqual([null, [1, 7]]);
  });
  test('are written as they are read', () => {
    expect(readDays(writeDays([30, 7, 1]), 0)).toEqual([30, 7, 1]);
  });
});

test('hours stand at every half hour, with the one that is set', () => {
  expect(hoursWith('20:15').slice(39, 43)).toEqual(['19:30', '20:00', '20:15', '20:30']);
  expect(hoursWith('07:00')).toHaveLength(48);
});

test.each([
  ['connect ECONNREFUSED 127.0.0.1:25', 'failure.refused'],
  ['getaddrinfo ENOTFOUND mail.coquan.vn', 'failure.unknown_host'],
  ['Connection timeout', 'failure.slow'],
  ['Invalid login: 535 Authentication failed', 'failure.sign_in'],
  ["Can't send mail - all recipients were rejected: 550 no such user", 'failure.address'],
  ['452 insufficient storage', 'failure.other'],
])('“%s” is said as %s', (text, word) => {
  expect(failureWord(text)).toBe(word);
});

describe('a notice', () => {
  const tell = say;
  const label = { vi: 'Hạn tổ chức lễ kết nạp', en: 'Ceremony due' };

  test('is called by its work, with the period of routine work', () => {
    expect(workWords({ label, caseKind: 'dossier', part: '' }, tell)).toBe('Tổ chức lễ kết nạp');
    const review = { vi: 'Rà soát danh sách', en: 'Review' };
    expect(workWords({ label: review, caseKind: 'unit', part: '2025-09' }, tell)).toBe(
      'Rà soát danh sách · tháng 9/2025',
    );
  });

  test('names a place once', () => {
    expect(placeWords({ title: 'Chi bộ 1', unitName: 'Chi bộ 1' })).toBe('Chi bộ 1');
    expect(placeWords({ title: 'Nguyễn Thị Hoa', unitName: 'Chi bộ 1' })).toBe('Nguyễn Thị Hoa · Chi bộ 1');
    expect(placeWords({ title: null, unitName: 'Chi bộ 1' })).toBe('Chi bộ 1');
  });

  test.each([
    ['lead', '2026-02-20', 'còn 10 ngày'],
    ['lead', '2026-02-10', 'hết hạn hôm nay'],
    ['late', '2026-02-08', 'đã quá 2 ngày'],
    ['sent', '2026-02-08', 'đã quá 2 ngày'],
  ] as const)('%s with the day %s reads “%s”', (kind, dueOn, words) => {
    const left = leftWords({ kind, dueOn }, '2026-02-10');
    expect(left && say(left.message, left.params)).toBe(words);
  });

  test('of what may have ended by itself says nothing more', () => {
    expect(leftWords({ kind: 'lead', dueOn: '2026-02-08' }, '2026-02-10')).toBeNull();
    expect(leftWords({ kind: 'sent', dueOn: null }, '2026-02-10')).toBeNull();
  });
});

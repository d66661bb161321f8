// Working days against days counted on a wall calendar; what a calendar file and an edit may say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../platform/day.ts';
import { reckonHolidays, reckonRows } from './holidays.ts';
import {
  addWorkingDays,
  type CalendarEdit,
  calendarOf,
  decideCalendarEdit,
  departuresBetween,
  isWorkingDay,
  layCalendar,
  parseCalendar,
  parseHolidays,
  statusOf,
  workingDaysBetween,
  yearOfCalendar,
} from './workdays.ts';

const read = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../regulations/calendar', file), 'utf8');
const text = read('working-days.csv');
const shipped = parseCalendar(text);
const named = parseHolidays(read('holidays.csv'));
const calendar = calendarOf(shipped, named);

test.each([
  ['2026-02-13', true, 'the last Friday before Tết'],
  ['2026-02-16', false, 'Tết'],
  ['2026-02-20', false, 'Tết'],
  ['2026-02-23', true, 'the Monday after'],
  ['2026-01-10', true, 'a make-up Saturday'],
  ['2026-01-11', false, 'a Sunday'],
  ['2025-05-02', false, 'swapped for Saturday 26/4'],
  ['2025-04-26', true, 'worked for 02/5'],
  ['2031-01-23', false, 'Tết 2031, reckoned'],
  ['2031-02-03', true, 'a Monday after it'],
])('%s works: %s (%s)', (day, works) => {
  expect(isWorkingDay(calendar, day)).toBe(works);
});

test('the day of the event is not counted', () => {
  expect(addWorkingDays(calendar, '2025-10-10', 1)).toBe('2025-10-13');
  expect(addWorkingDays(calendar, '2025-10-11', 1)).toBe('2025-10-13');
  expect(addWorkingDays(calendar, '2026-02-13', 1)).toBe('2026-02-23');
  expect(addWorkingDays(calendar, '2025-10-11', 0)).toBe('2025-10-11');
});

test('a negative number counts back, the day itself left out', () => {
  expect(addWorkingDays(calendar, '2026-02-23', -1)).toBe('2026-02-13');
  expect(addWorkingDays(calendar, '2026-02-22', -1)).toBe('2026-02-13');
  expect(addWorkingDays(calendar, '2020-01-02', -5)).toBeNull();
});

test('before 2020 nothing is said, after 2030 the law is reckoned, up to 2100', () => {
  expect(addWorkingDays(calendar, '2018-04-27', 30)).toBeNull();
  expect(workingDaysBetween(calendar, '2019-12-31', '2020-01-10')).toBeNull();
  expect(addWorkingDays(calendar, '2030-12-27', 5)).toBe('2031-01-06');
  expect(addWorkingDays(calendar, '2100-12-30', 5)).toBeNull();
  expect(addWorkingDays(calendar, 'no day', 5)).toBeNull();
});

test('adding and counting agree, forwards and backwards', () => {
  const start = fc.integer({ min: 0, max: 29_000 }).map((days) => addDays('2020-01-02', days));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 90 }), (from, count) => {
      const due = addWorkingDays(calendar, from, count)!;
      expect(workingDaysBetween(calendar, from, due)).toBe(count);
      expect(workingDaysBetween(calendar, due, from)).toBe(-count);
      expect(isWorkingDay(calendar, due)).toBe(true);
      const back = addWorkingDays(calendar, due, -count)!;
      expect(back <= from && isWorkingDay(calendar, back)).toBe(true);
      expect(workingDaysBetween(calendar, back, due)).toBe(count);
    }),
    { numRuns: 500 },
  );
});

describe('the law of a year', () => {
  test('as many days off as the law gives, make-up days taken away', () => {
    for (let year = 2020; year <= 2060; year += 1) {
      const rows = calendar.byYear.get(year) ?? [];
      const days = rows.reduce((sum, { effect }) => sum + (effect === 'off' ? 1 : -1), 0);
      expect([year, days]).toEqual([year, year === 2020 ? 10 : 11]);
    }
  });

  test.each([2027, 2028, 2029, 2030])('reckoned, %i is as it is shipped', (year) => {
    const inYear = ({ date }: { date: string }) => date.startsWith(String(year));
    expect(reckonRows(year)).toEqual(shipped.filter(inYear));
    expect(reckonHolidays(year).map(({ date, code, name, lunar }) => [date, code, name, lunar])).toEqual(
      named
        .filter((one) => inYear(one) && one.code !== 'NGAY_VAN_HOA')
        .map(({ date, code, name, lunar }) => [
          date,
          code,
          name.replace(' (cuối tuần trong kỳ nghỉ)', ''),
          lunar,
        ]),
    );
  });

  test('a named holiday on a weekday is a day off, but for one that waits for a law', () => {
    const working = named.filter(({ date }) => isWorkingDay(calendar, date));
    expect(new Set(working.map(({ code }) => code))).toEqual(new Set(['NGAY_VAN_HOA']));
    expect(new Set(working.map(({ status }) => status))).toEqual(new Set(['policy_pending']));
  });

  test('a year for a page', () => {
    expect(yearOfCalendar(calendar, 2026)).toMatchObject({ workingDays: 250, status: 'recalled' });
    expect(yearOfCalendar(calendar, 2026).holidays).toHaveLength(12);
    expect(yearOfCalendar(calendar, 2031)).toMatchObject({ status: 'projection' });
    expect(yearOfCalendar(calendar, 2031).holidays[0]).toMatchObject({
      date: '2031-01-01',
      code: 'TET_DUONG',
    });
    expect(yearOfCalendar(calendar, 2019)).toEqual({
      year: 2019,
      workingDays: null,
      status: null,
      rows: [],
      holidays: [],
    });
  });
});

describe('how sure a limit is', () => {
  test.each([
    ['2025-06-30', '2025-09-24', 'confirmed'],
    ['2025-12-31', '2026-01-12', 'recalled'],
    ['2026-12-21', '2026-12-31', 'confirmed'],
    ['2026-12-21', '2027-01-04', 'projection'],
    ['2027-03-01', '2027-03-05', 'projection'],
    ['2031-03-01', '2031-03-05', 'projection'],
    ['2019-12-31', '2020-01-10', null],
  ])('%s to %s: %s', (from, to, status) => {
    expect(statusOf(calendar, from, to)).toBe(status);
    expect(statusOf(calendar, to, from)).toBe(status);
  });

  test('a year with a notice is no projection where it touches no projected day', () => {
    const laid = layCalendar(shipped, [{ ...announcedTet, date: '2027-02-05' }]);
    expect(statusOf(laid, '2027-03-01', '2027-03-05')).toBe('confirmed');
    expect(statusOf(laid, '2027-02-01', '2027-02-05')).toBe('confirmed');
    expect(statusOf(laid, '2027-02-01', '2027-02-08')).toBe('projection');
  });

  test('departures are listed in order, the first day left out', () => {
    expect(departuresBetween(calendar, '2026-01-01', '2026-02-16').map(({ date }) => date)).toEqual([
      '2026-01-02',
      '2026-01-10',
      '2026-02-16',
    ]);
  });
});

const announcedTet: CalendarEdit = {
  date: '2027-02-05',
  effect: 'off',
  kind: 'statutory',
  note: 'Tết Âm lịch Đinh Mùi',
  source: 'Thông báo lịch nghỉ năm 2027',
  status: 'announced',
};

describe('edits', () => {
  const edit = (change: Partial<CalendarEdit>): CalendarEdit => ({ ...announcedTet, ...change });

  test.each([
    ['calendar.not_a_day', { date: '2027-02-30' }],
    ['calendar.not_a_day', { date: '30/4/2027' }],
    ['calendar.out_of_range', { date: '2019-12-31' }],
    ['calendar.out_of_range', { date: '2101-01-03' }],
    ['calendar.source_missing', { source: '  ' }],
    ['calendar.already_off', { date: '2027-02-06' }],
    ['calendar.already_off', { date: '2026-02-16' }],
    ['calendar.already_off', { status: 'projection' }],
    ['calendar.already_working', { date: '2027-03-03', effect: 'work', kind: 'makeup' }],
    ['calendar.already_working', { date: '2026-11-25', effect: 'work', kind: 'makeup' }],
    ['calendar.kind_differs', { effect: 'work' }],
    ['calendar.kind_differs', { kind: 'makeup' }],
    ['calendar.nothing_to_remove', { date: '2027-03-03', effect: 'plain' }],
  ] as const)('%s: %j', (code, change) => {
    expect(decideCalendarEdit(calendar, edit(change))?.code).toBe(code);
  });

  test.each([
    ['a projected day off is announced', {}],
    ['a day off of a year that is only reckoned', { date: '2031-03-03' }],
    ['a Saturday is worked', { date: '2027-05-08', effect: 'work', kind: 'makeup' }],
    ['a swap takes a Monday', { date: '2027-05-10', kind: 'swap' }],
    ['a projected row is taken away', { date: '2027-02-10', effect: 'plain' }],
    ['a make-up Saturday is given back', { date: '2026-01-10', effect: 'plain' }],
  ] as const)('%s', (_, change) => {
    expect(decideCalendarEdit(calendar, edit(change))).toBeNull();
  });

  test('laid, they change the count; a second one for the same day overlaps', () => {
    const edits = [
      edit({ date: '2027-05-10', kind: 'swap' }),
      edit({ date: '2027-05-15', effect: 'work', kind: 'makeup' }),
      edit({ date: '2027-02-10', effect: 'plain' }),
    ];
    const laid = layCalendar(shipped, edits);
    expect(edits.map(({ date }) => isWorkingDay(laid, date))).toEqual([false, true, true]);
    expect(addWorkingDays(calendar, '2027-05-07', 1)).toBe('2027-05-10');
    expect(addWorkingDays(laid, '2027-05-07', 5)).toBe('2027-05-15');
    expect(addWorkingDays(laid, '2027-02-09', 1)).toBe('2027-02-10');
    for (const one of edits) expect(decideCalendarEdit(laid, one)?.code).toBe('calendar.overlap');
    expect(laid.rows.get('2027-05-10')).toMatchObject({ origin: 'edit', source: announcedTet.source });
    expect(laid.shipped.get('2027-02-10')).toMatchObject({ origin: 'shipped', status: 'projection' });
  });
});

describe('a faulty file is refused with file, line and reason', () => {
  const head = 'date,effect,kind,note,status';
  const good = '2026-01-01,off,statutory,Tết Dương lịch,official_confirmed';
  const refusal = (...lines: string[]): string => {
    try {
      parseCalendar([head, ...lines].join('\n'), 'x.csv');
      return '';
    } catch (cause) {
      return (cause as Error).message;
    }
  };

  test.each([
    ['2026-02-30,off,statutory,x,projection', 'Không có ngày 2026-02-30'],
    ['2026-02-20,maybe,statutory,x,projection', '“maybe” không dùng được ở cột effect'],
    ['2026-02-20,off,holiday,x,projection', '“holiday” không dùng được ở cột kind'],
    ['2026-02-20,off,statutory,x,sure', '“sure” không dùng được ở cột status'],
    ['2026-02-20,off,statutory,x,announced', '“announced” không dùng được ở cột status'],
    ['2026-02-20,off,makeup,x,projection', 'Loại “makeup” không dùng cho ngày này'],
    ['2026-11-25,work,makeup,x,projection', '2026-11-25 vốn là ngày làm việc'],
    ['2026-11-28,off,swap,x,projection', '2026-11-28 vốn là ngày nghỉ'],
    ['2026-01-01,off,statutory,x,projection', 'Ngày 2026-01-01 đã có một mục khác'],
    ['2026-02-20,off,statutory', 'phải có các cột date,effect,kind,note,status'],
  ])('%s', (line, reason) => {
    expect(refusal(good, line)).toMatch(new RegExp(`^x\\.csv:3: .*${reason}`, 'u'));
  });

  test('every line at fault is named', () => {
    expect(refusal('2026-02-30,off,statutory,x,projection', good, good).split('\n')).toHaveLength(2);
  });

  test('a calendar without days, with other columns, or with a hole', () => {
    expect(refusal()).toContain('x.csv:1: lịch không có ngày nào');
    expect(() => parseCalendar(`day,effect\n${good}`, 'x.csv')).toThrow(/x\.csv:1: phải có các cột/);
    expect(refusal(good, '2028-01-03,off,compensatory,bù,projection')).toContain(
      'x.csv:1: lịch thiếu năm 2027',
    );
  });

  test('holidays, too', () => {
    const csv = (line: string) => `date,code,name,lunar,status,basis\n${line}`;
    expect(() => parseHolidays(csv('2026-02-30,TET_AM,x,,projection,x'), 'h.csv')).toThrow(/h\.csv:2: /);
    expect(() => parseHolidays(csv('2026-02-20,NOEL,x,,projection,x'), 'h.csv')).toThrow(/“NOEL”/);
    expect(() => parseHolidays(csv('2026-02-20,TET_AM,x,,sure,x'), 'h.csv')).toThrow(/“sure”/);
  });
});

// What the pages of the work list say and reckon by themselves: due days in words, periods, the month, the form of a
// routine.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { say } from '../../platform/messages.ts';
import { type Input, input } from '../../rules/procedure.ts';
import { calendarOf, parseCalendar, parseHolidays } from '../../calendar/workdays.ts';
import { readRoutineWord, routineHref, type WorkItem } from '../view.ts';
import { dueWords, longDay, type Said } from '../../wording/due.ts';
import { countedFrom, lineName, partWords, periodWords } from './due.ts';
import { askedOf, groupOf } from './list/asked.ts';
import { articlesOf } from './list/articles.ts';
import { dayByKey, isMonth, monthAfter, spanOf, weeksOf } from './month/month.ts';
import { asked, inputsOf, missing, startOf } from './routine/values.ts';

const item: WorkItem = {
  key: 'dossier/1/decide//2026-02-16',
  caseKind: 'dossier',
  caseId: '1',
  clock: 'decide',
  part: '',
  startsOn: '2026-02-16',
  dueOn: '2026-03-27',
  extendsTo: null,
  label: { vi: 'Ra quyết định kết nạp', en: 'Decide on the admission' },
  title: 'Trần Quốc Toản',
  second: null,
  unitId: 3,
  unitName: 'Chi bộ khu phố 1',
  href: '/dossiers/1',
  nature: 'duty',
  workingDaysLeft: 0,
  lateDays: null,
  limit: 30,
  unit: 'working_days',
  citations: [{ document: '294-QĐ/TW', clause: '4.7', confidence: 'S' }],
  confidence: 'S',
  consequence: null,
  answers: ['superior_board'],
  mine: true,
  waitsFor: [],
  act: null,
  settled: null,
  can: [],
};
const vi = (said: Said | null) => said && say(said.message, said.params ?? {}, 'vi');
const left = (more: Partial<WorkItem>, today: string) => {
  const words = dueWords({ ...item, ...more }, today);
  return `${vi(words)}${words.late ? ' !' : ''}`;
};

test('a due day is said as the office counts it', () => {
  expect(say(longDay('2026-11-27'), {}, 'vi')).toBe('thứ Sáu, 27/11/2026');
  expect(left({}, '2026-03-27')).toBe('hết hạn hôm nay');
  expect(left({ workingDaysLeft: 4 }, '2026-03-23')).toBe('còn 4 ngày làm việc');
  // Due on a Sunday, read on the Saturday before.
  expect(left({ dueOn: '2026-03-29', workingDaysLeft: 0 }, '2026-03-28')).toBe('không còn ngày làm việc nào');
  expect(left({ workingDaysLeft: 60 }, '2026-01-02')).toBe('còn 84 ngày');
  expect(left({ dueOn: '2029-03-27', workingDaysLeft: 700 }, '2026-03-27')).toBe('còn 36 tháng');
});

test('only a duty is late; a term is over', () => {
  expect(left({ workingDaysLeft: -2 }, '2026-03-31')).toBe('quá hạn 2 ngày làm việc !');
  // Over the weekend the day has passed, yet no working day.
  expect(left({ workingDaysLeft: 0 }, '2026-03-28')).toBe('đã qua hạn !');
  expect(left({ workingDaysLeft: null }, '2026-03-31')).toBe('quá hạn 4 ngày !');
  expect(left({ nature: 'term', workingDaysLeft: -2 }, '2026-03-31')).toBe('đã hết');
  expect(left({ nature: 'term', workingDaysLeft: 4 }, '2026-03-23')).toBe('còn 4 ngày');
  expect(left({ dueOn: null, workingDaysLeft: null }, '2026-03-31')).toBe('Chưa rõ hạn');
});

test('what a line is counted from, and what sets it apart', () => {
  expect(vi(countedFrom(item))).toBe('30 ngày làm việc tính từ 16/02/2026');
  expect(vi(countedFrom({ ...item, limit: 12, unit: 'months' }))).toBe('12 tháng tính từ 16/02/2026');
  expect(vi(countedFrom({ ...item, limit: null }))).toBe('tính từ 16/02/2026');
  expect(countedFrom({ ...item, caseKind: 'unit' })).toBeNull();
  expect(vi(partWords({ caseKind: 'dossier', part: 'Xã Hòa Long' }))).toBe('nơi thẩm tra: Xã Hòa Long');
  expect(partWords({ caseKind: 'dossier', part: '' })).toBeNull();
});

test('a duty is called by its work, a term by its name', () => {
  const name = (vi: string, nature: 'duty' | 'term') => lineName({ label: { vi, en: '' }, nature }).vi;
  expect(name('Hạn tổ chức lễ kết nạp', 'duty')).toBe('Tổ chức lễ kết nạp');
  expect(name('Hạn đảng ủy cơ sở xét', 'duty')).toBe('Đảng ủy cơ sở xét');
  expect(name('Hạn 12 tháng của hồ sơ', 'duty')).toBe('Hạn 12 tháng của hồ sơ');
  expect(name('Hạn giá trị của giấy chứng nhận', 'term')).toBe('Hạn giá trị của giấy chứng nhận');
  expect(name('Rà soát danh sách', 'duty')).toBe('Rà soát danh sách');
});

test.each([
  ['2026-11', 'tháng 11/2026'],
  ['2026-03', 'tháng 3/2026'],
  ['2026-Q4', 'quý IV/2026'],
  ['2026-H1', '6 tháng đầu năm 2026'],
  ['2026-H2', '6 tháng cuối năm 2026'],
  ['2026', 'năm 2026'],
  ['2026-03-M2', '2 tháng từ 3/2026'],
])('the period %s reads %s', (period, words) => {
  expect(vi(periodWords(period))).toBe(words);
});

test('a word that is no period is not shown', () => {
  expect(periodWords('Xã Hòa Long')).toBeNull();
});

test('articles are named once, the doubt about them once', () => {
  const again = { document: '294-QĐ/TW', clause: '4.7', confidence: 'S' as const };
  const guidance = { document: '06-HD/TW 2025', clause: '5.4b', confidence: '?' as const };
  expect(articlesOf({ citations: [again, again, guidance], confidence: '?' })).toEqual([
    { label: '294-QĐ/TW, 4.7', href: '/regulations/294-Q%C4%90%2FTW', unsure: false },
    { label: '06-HD/TW 2025, 5.4b', href: '/regulations/06-HD%2FTW%202025', unsure: true },
  ]);
  expect(articlesOf({ citations: [again], confidence: 'S' })[0]?.unsure).toBe(false);
});

test('the address is read with care', () => {
  expect(groupOf('week')).toBe('week');
  expect(groupOf('nothing')).toBeNull();
  expect(askedOf({ unit: '3', q: 'toan', group: 'week', routine: 'x' })).toEqual({
    unit: '3',
    kind: null,
    clock: null,
    q: 'toan',
  });
  const place = { unitId: 12, step: 'review_list', period: '2026-11' };
  const word = new URLSearchParams(routineHref(place).split('?')[1]).get('routine') ?? '';
  expect(readRoutineWord(word)).toEqual(place);
  expect(readRoutineWord('12.review_list')).toBeNull();
  expect(readRoutineWord(undefined)).toBeNull();
});

const file = (name: string) =>
  readFileSync(new URL(`../../../regulations/calendar/${name}`, import.meta.url), 'utf8');
const calendar = calendarOf(parseCalendar(file('working-days.csv')), parseHolidays(file('holidays.csv')));

test('a month is whole weeks, with what each day is', () => {
  expect(spanOf('2026-03')).toEqual({ from: '2026-02-23', to: '2026-04-05' });
  expect(spanOf('2027-02')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  const weeks = weeksOf('2025-05', [{ on: '2025-05-05', count: 3 }], calendar);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  const of = (day: string) => weeks.flat().find((one) => one.day === day);
  expect(of('2025-05-05')).toMatchObject({ count: 3, work: 'work', outside: false });
  expect(of('2025-05-01')).toMatchObject({ work: 'off', name: 'Ngày Quốc tế lao động' });
  expect(of('2025-05-04')).toMatchObject({ work: 'off', name: null, count: 0 });
  expect(of('2025-04-30')).toMatchObject({ outside: true, work: 'off' });
  expect(of('2025-04-30')?.name).toMatch(/Chiến thắng|thống nhất|Giải phóng/);
});

test('make-up days work, projected holidays say so', () => {
  const makeup = [...calendar.rows.values()].find(({ effect }) => effect === 'work');
  const projected = [...calendar.rows.values()].find(({ status }) => status === 'projection');
  const of = (day = '') =>
    weeksOf(day.slice(0, 7), [], calendar)
      .flat()
      .find((one) => one.day === day);
  expect(of(makeup?.date)).toMatchObject({ work: 'makeup' });
  expect(of(projected?.date)).toMatchObject({ surety: 'projection' });
  // A holiday on a weekend changes no working day and is named all the same.
  expect(of('2020-01-25')).toMatchObject({ work: 'off' });
  expect(of('2020-01-25')?.name).toMatch(/^Tết/);
});

test('months follow one another, arrows stay in the shown weeks', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect([isMonth('2026-12'), isMonth('2026-13'), isMonth(undefined)]).toEqual([true, false, false]);
  const span = spanOf('2026-03');
  expect(dayByKey('ArrowRight', '2026-03-31', span)).toBe('2026-04-01');
  expect(dayByKey('ArrowUp', '2026-03-02', span)).toBe('2026-02-23');
  expect(dayByKey('ArrowUp', '2026-02-23', span)).toBeNull();
  expect(dayByKey('Home', '2026-03-27', span)).toBe('2026-03-23');
  expect(dayByKey('End', '2026-03-27', span)).toBe('2026-03-29');
  expect(dayByKey('Enter', '2026-03-27', span)).toBeNull();
});

const inputs: Input[] = [
  { id: 'resolution', kind: 'document', label: { vi: 'Nghị quyết', en: 'Resolution' } },
  { id: 'added', kind: 'number', required: true, label: { vi: 'Số đưa vào', en: 'Added' } },
  { id: 'changed', kind: 'flag', label: { vi: 'Có thay đổi', en: 'Changed' } },
  { id: 'who', kind: 'person', label: { vi: 'Người', en: 'Who' } },
].map((one) => input.parse(one));

test('the form of a routine asks nothing about persons and ticks nothing before', () => {
  const drawn = asked(inputs);
  expect(drawn.map(({ id }) => id)).toEqual(['resolution', 'added', 'changed']);
  const start = startOf(drawn, '2026-03-27');
  expect(start).toEqual({
    happenedOn: '2026-03-27',
    resolution: '',
    'resolution.on': '',
    added: null,
    changed: '',
  });
  expect(missing(drawn, start)).toEqual(['added']);
  // A paper is given whole or not at all.
  expect(missing(drawn, { ...start, added: 0, resolution: '05-NQ/CB' })).toEqual(['resolution.on']);
  expect(inputsOf(drawn, { ...start, added: 0 })).toEqual({ added: 0 });
  const full = {
    ...start,
    added: 2,
    changed: 'false',
    resolution: ' 05-NQ/CB ',
    'resolution.on': '2026-03-03',
  };
  expect(inputsOf(drawn, full)).toEqual({
    resolution: { number: '05-NQ/CB', on: '2026-03-03', by: null },
    added: 2,
    changed: false,
  });
});

// `workdays NGÀY SỐ`: the last day of a limit of so many working days, and which days it passed over.
import { formatDay, formatDayLong } from '../platform/day.ts';
import {
  addWorkingDays,
  type CalendarStatus,
  departuresBetween,
  type LaidRow,
  statusOf,
} from '../calendar/workdays.ts';
import { readDay, shippedLaw } from './law.ts';
import { Stop, type Words } from './words.ts';

export async function workdaysCommand({ rest, json }: Words): Promise<number> {
  const from = readDay(rest[0]);
  const count = readCount(rest[1]);
  const { calendar } = shippedLaw();
  const due = addWorkingDays(calendar, from, count);
  if (due === null)
    throw new Stop(
      `Lịch nghỉ chỉ biết từ năm ${calendar.firstYear} đến năm ${calendar.lastYear}.`,
      `The calendar of days off runs from ${calendar.firstYear} to ${calendar.lastYear} only.`,
    );
  const rows = departuresBetween(calendar, from, due);
  const status = statusOf(calendar, from, due);
  const shown = { from, count, due, weekday: weekdayOf(due), status };
  console.log(
    json
      ? JSON.stringify(
          {
            ...shown,
            off: rows.filter(isOff).map(plain),
            work: rows.filter((row) => !isOff(row)).map(plain),
          },
          null,
          2,
        )
      : [due, ...sentences(shown), ...rows.map(line), status ? `  ${statusWords[status]}` : '']
          .join('\n')
          .trimEnd(),
  );
  return 0;
}

function readCount(text: string | undefined): number {
  const count = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  if (count > 0) return count;
  throw new Stop(
    `Xin cho biết số ngày làm việc, từ 1 trở lên${text ? ` (đã viết: ${text})` : ''}.`,
    'Please name a number of working days, from 1 on.',
  );
}

const isOff = ({ effect }: LaidRow): boolean => effect === 'off';
const plain = ({ date, kind, note, status }: LaidRow) => ({ date, kind, note, status });
const weekdayOf = (day: string): string => formatDayLong(day).split(',')[0] ?? '';

function sentences({ from, count, due }: { from: string; count: number; due: string }): string[] {
  return [
    `${count} ngày làm việc kể từ ${formatDayLong(from)} kết thúc vào ${formatDayLong(due)}; ngày ${formatDay(from)} không tính.`,
    `${count} working days from ${formatDay(from)}, that day not counted, end with ${formatDay(due)}.`,
  ];
}

const line = (row: LaidRow): string =>
  `  ${isOff(row) ? 'nghỉ  ' : 'làm bù'}  ${formatDayLong(row.date)}: ${row.note}`;

const statusWords: Record<CalendarStatus, string> = {
  confirmed: 'Lịch nghỉ của những ngày này đã công bố. / The days off are as announced.',
  recalled:
    'Lịch nghỉ của những ngày này ghi theo trí nhớ, chưa đối chiếu thông báo. / Days off recalled, not checked against a notice.',
  projection: 'Lịch nghỉ của những ngày này mới là dự kiến. / The days off are a projection.',
};

// The days off of a year by Điều 112 Bộ luật Lao động: reckoned for years that no notice covers yet, and the named
// holidays a page shows. Compensation by Điều 111.3: a holiday on a weekend moves to the next working day.
import { addDays, type Day, dayOf, isDay, weekdayOf } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import { lunarOf, solarOf, yearName } from './lunar.ts';
import {
  CalendarFileError,
  type CalendarRow,
  type DayStatus,
  dayStatuses,
  isWeekend,
  type LineFault,
  readTable,
} from './rows.ts';

export const holidayNames = {
  TET_DUONG: { vi: 'Tết Dương lịch', en: 'New Year’s Day' },
  TET_AM: { vi: 'Tết Âm lịch', en: 'Lunar New Year (Tết)' },
  GIO_TO: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration' },
  CHIEN_THANG: { vi: 'Ngày Chiến thắng', en: 'Victory Day' },
  QT_LAO_DONG: { vi: 'Ngày Quốc tế lao động', en: 'International Labour Day' },
  QUOC_KHANH: { vi: 'Quốc khánh', en: 'National Day' },
  QUOC_KHANH_2: { vi: 'Quốc khánh (ngày liền kề)', en: 'National Day (day beside it)' },
  NGAY_VAN_HOA: { vi: 'Ngày Văn hóa Việt Nam', en: 'Day of Vietnamese Culture' },
} as const satisfies Record<string, Message>;
export type HolidayCode = keyof typeof holidayNames;

export interface Holiday {
  date: Day;
  code: HolidayCode;
  name: string;
  /** day and month of the lunar calendar, '1/1'; '' for a holiday of the solar one */
  lunar: string;
  status: DayStatus;
  basis: string;
}

const columns = ['date', 'code', 'name', 'lunar', 'status', 'basis'];

/** The named holidays that are shipped; throws CalendarFileError with file, line and reason. */
export function parseHolidays(csv: string, file = 'calendar/holidays.csv'): Holiday[] {
  const table = readTable(csv, file, columns);
  const seen = new Set<string>();
  const faults = table.flatMap(({ line, cells }): LineFault[] => {
    const { date = '', code = '', status = '' } = cells;
    const twice = seen.has(date);
    seen.add(date);
    if (!isDay(date)) return [{ line, code: 'calendar.not_a_day', params: { date } }];
    if (twice) return [{ line, code: 'calendar.overlap', params: { date } }];
    if (!(code in holidayNames)) return [wordFault(line, 'code', code)];
    return dayStatuses.includes(status as DayStatus) ? [] : [wordFault(line, 'status', status)];
  });
  if (faults.length > 0) throw new CalendarFileError(file, faults);
  return table.map(({ cells }) => cells as unknown as Holiday);
}
const wordFault = (line: number, column: string, word: string): LineFault => ({
  line,
  code: 'calendar.unknown_word',
  params: { column, word },
});

const article = 'Điều 112 Bộ luật Lao động';
const solarHolidays = [
  ['TET_DUONG', 1, 1],
  ['CHIEN_THANG', 4, 30],
  ['QT_LAO_DONG', 5, 1],
  ['QUOC_KHANH', 9, 2],
] as const;

/** The day beside 2 September, before or after, that joins the weekend; as it was fixed each year since 2021. */
const besideNationalDay = (year: number): Day => {
  const day = dayOf(year, 9, 2);
  return addDays(day, [0, 1, 4].includes(weekdayOf(day)) ? 1 : -1);
};

function reckoned(date: Day, code: HolidayCode, name: string = holidayNames[code].vi): Holiday {
  const { day, month } = lunarOf(date);
  const lunar = code === 'TET_AM' || code === 'GIO_TO' ? `${day}/${month}` : '';
  return { date, code, name, lunar, status: 'projection', basis: article };
}

/** One day before and four from the first of Tết on, which is how the choice that the law leaves has mostly been made. */
export function reckonHolidays(year: number): Holiday[] {
  const lunar = (month: number) => solarOf({ year, month, day: month === 3 ? 10 : 1, leap: false }) ?? '';
  const tet = [-1, 0, 1, 2, 3].map((shift) =>
    reckoned(addDays(lunar(1), shift), 'TET_AM', `Tết Âm lịch ${yearName(year)}`),
  );
  return [
    ...solarHolidays.map(([code, month, day]) => reckoned(dayOf(year, month, day), code)),
    ...tet,
    reckoned(lunar(3), 'GIO_TO'),
    reckoned(besideNationalDay(year), 'QUOC_KHANH_2'),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The rows of a year that nobody announced: its holidays on weekdays, and a working day for each on a weekend. */
export function reckonRows(year: number): CalendarRow[] {
  const holidays = reckonHolidays(year);
  const taken = new Map<Day, CalendarRow>();
  const put = (date: Day, kind: CalendarRow['kind'], note: string) =>
    taken.set(date, { date, effect: 'off', kind, note, status: 'projection' });
  for (const { date, name } of holidays) if (!isWeekend(date)) put(date, 'statutory', name);
  for (const { date, name } of holidays.filter((one) => isWeekend(one.date))) {
    let next = addDays(date, 1);
    while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
    put(next, 'compensatory', `bù ${name}`);
  }
  return [...taken.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

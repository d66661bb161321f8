// What is said when a day of the calendar cannot be taken as it stands, in a shipped file or in an edit.
import type { Message } from '../platform/messages.ts';

export const calendarMessages = {
  'calendar.not_a_day': { vi: 'Không có ngày {date} trong lịch.', en: 'There is no day {date}.' },
  'calendar.out_of_range': {
    vi: 'Ngày {date} ở ngoài lịch: lịch nghỉ có từ năm {from} đến năm {to}.',
    en: 'The day {date} is outside the calendar, which runs from {from} to {to}.',
  },
  'calendar.overlap': {
    vi: 'Ngày {date} đã có một mục khác trong lịch. Muốn đổi thì thu hồi mục ấy trước.',
    en: 'There is another entry for {date}. Take it back before making a new one.',
  },
  'calendar.already_working': {
    vi: '{date} vốn là ngày làm việc, không thể là ngày làm bù.',
    en: '{date} is a working day already: it cannot be a make-up day.',
  },
  'calendar.already_off': {
    vi: '{date} vốn là ngày nghỉ.',
    en: '{date} is a day off already.',
  },
  'calendar.nothing_to_remove': {
    vi: 'Lịch không có mục nào cho ngày {date} để bỏ.',
    en: 'The calendar has no entry for {date} that could be removed.',
  },
  'calendar.source_missing': {
    vi: 'Cần ghi nguồn: văn bản hoặc thông báo nói về ngày {date}.',
    en: 'Name the source: the paper or notice that speaks of {date}.',
  },
  'calendar.kind_differs': {
    vi: 'Loại “{kind}” không dùng cho ngày này: ngày làm bù là “makeup”; ngày nghỉ là “statutory”, “compensatory”, “swap” hoặc “other”.',
    en: 'The kind “{kind}” does not fit: a make-up day is “makeup”; a day off is “statutory”, “compensatory”, “swap” or “other”.',
  },
  'calendar.columns': {
    vi: 'phải có các cột {columns}',
    en: 'the columns must be {columns}',
  },
  'calendar.unknown_word': {
    vi: '“{word}” không dùng được ở cột {column}',
    en: '“{word}” cannot stand in the column {column}',
  },
  'calendar.empty': { vi: 'lịch không có ngày nào', en: 'the calendar holds no day' },
  'calendar.year_missing': {
    vi: 'lịch thiếu năm {year}',
    en: 'the calendar lacks the year {year}',
  },
} as const satisfies Record<string, Message>;
export type CalendarCode = keyof typeof calendarMessages;

// Why a number was not written, in Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'plans.period': {
    vi: 'Kỳ này không đọc được. Xin chọn một năm (2026), nhiều năm (2021–2025) hoặc một nhiệm kỳ có ngày đầu và ngày cuối.',
    en: 'This period cannot be read. Please choose a year, several years, or a term with its first and last day.',
  },
  'plans.figure': {
    vi: 'Không có loại chỉ tiêu này.',
    en: 'There is no such figure to set targets of.',
  },
  'plans.no_unit_then': {
    vi: 'Ngày {day} chưa có hoặc không còn tổ chức “{unit}”. Xin chọn kỳ hoặc ngày khác.',
    en: 'On {day} there was no unit “{unit}”. Please choose another period or day.',
  },
  'plans.window': {
    vi: 'Khoảng năm để xem lại phải từ năm nhỏ đến năm lớn, không quá 30 năm.',
    en: 'The years looked back on run from the earlier to the later one, 30 at most.',
  },
  'plans.negative': {
    vi: 'Chỉ tiêu không thể là số âm ({figure}). Nếu không giao, để trống.',
    en: 'A target cannot be negative ({figure}). Leave it empty where none is set.',
  },
  'plans.fraction': {
    vi: 'Chỉ tiêu tính bằng số người nên phải là số nguyên ({figure}). Nếu muốn giao một khoảng, ghi mức thấp và mức cao, ví dụ 3–5.',
    en: 'Targets are counted in persons, so they are whole numbers ({figure}). For a range write both ends, as 3–5.',
  },
  'plans.too_many': {
    vi: 'Số này lớn quá mức có thể có ({figure}). Xin xem lại.',
    en: 'This number is larger than can be ({figure}). Please look at it again.',
  },
  'plans.range': {
    vi: 'Mức thấp lớn hơn mức cao ({figure}). Xin đổi lại cho đúng thứ tự.',
    en: 'The lower end is above the upper one ({figure}).',
  },
  'plans.share': {
    vi: 'Tỷ lệ phải từ 0% đến 100%, tính đến một phần mười ({figure}).',
    en: 'A share is between 0% and 100%, in tenths ({figure}).',
  },
  'plans.share_of_part': {
    vi: 'Tỷ lệ chỉ giao cho từng thành phần (nữ, đoàn viên…). Chỉ tiêu chung giao bằng số người.',
    en: 'Shares are set for parts only; the whole is set in persons.',
  },
  'plans.part': {
    vi: 'Chỉ tiêu “{figure}” không có thành phần này.',
    en: '“{figure}” has no such part.',
  },
  'plans.twice': {
    vi: 'Một chỉ tiêu được ghi hai lần ({figure}). Xin giữ lại một.',
    en: 'One target stands twice ({figure}). Please keep one.',
  },
  'plans.after_period': {
    vi: 'Kỳ này đã kết thúc ngày {day}. Chỉ tiêu phải có hiệu lực trước ngày đó.',
    en: 'The period ended on {day}. A target must have come into force before.',
  },
  'plans.unit_ended': {
    vi: 'Tổ chức này đã kết thúc ngày {day} nên không giao thêm chỉ tiêu từ ngày sau đó. Chỉ tiêu và kết quả trước đó vẫn được giữ và tính vào cấp trên.',
    en: 'This unit ended on {day}; nothing new is set after that. Its targets and results until then are kept and counted above.',
  },
  'plans.before_plan': {
    vi: 'Lần điều chỉnh ghi ngày {on}, trước ngày {day} là ngày chỉ tiêu đang có được giao. Xin chọn ngày {day} trở đi, hoặc đính chính lần giao đó nếu ngày của nó sai.',
    en: 'The revision is dated {on}, before {day}, when the standing number was set. Choose {day} or later, or correct that one if its day is wrong.',
  },
  'plans.after_revision': {
    vi: 'Con số này đã được điều chỉnh từ ngày {day}; bản đính chính ghi ngày {on} phải có hiệu lực trước ngày đó.',
    en: 'This number was revised from {day} on; its correction, dated {on}, must be in force before.',
  },
  'plans.outside_paper': {
    vi: 'Chỉ tiêu do cấp trên ngoài Nguồn giao cần ghi văn bản giao: chọn văn bản, hoặc ghi số và ngày quyết định.',
    en: 'A target given from outside needs its paper: choose the document, or write the number and day of the decision.',
  },
  'plans.told_outside': {
    vi: 'Ngày chốt số liệu phải nằm trong kỳ, từ {from} đến {to}.',
    en: 'The day the result speaks of lies within the period, {from} to {to}.',
  },
  'plans.told_nothing': {
    vi: 'Xin ghi con số, hoặc ít nhất kết luận đạt, vượt hay chưa đạt.',
    en: 'Please give the number, or at least whether it was met, exceeded or missed.',
  },
  'plans.part_unnamed': {
    vi: 'Một thành phần chưa có tên.',
    en: 'One part has no name.',
  },
  'plans.part_empty': {
    vi: 'Một thành phần chưa có số người hay tỷ lệ.',
    en: 'One part has neither a number nor a share.',
  },
  'plans.part_above': {
    vi: 'Một thành phần lớn hơn tổng số. Xin xem lại.',
    en: 'One part is larger than the whole. Please look again.',
  },
  'plans.by_plan': {
    vi: 'Con số này do kế hoạch đã duyệt giao. Xin điều chỉnh kế hoạch để thay đổi.',
    en: 'This number came with an approved plan. Please revise the plan to change it.',
  },
  'plans.other_kind': {
    vi: 'Lần ghi được đính chính không phải cùng loại hoặc cùng kỳ.',
    en: 'What is corrected is of another kind or period.',
  },
} satisfies Record<string, Message>;

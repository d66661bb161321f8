// Why a figure was not counted, in Vietnamese and English.
import type { Message } from '../../platform/messages.ts';

export const messages = {
  'statistics.figure': { vi: 'Danh mục số liệu không có mục này.', en: 'The catalogue has no such figure.' },
  'statistics.by': {
    vi: 'Số liệu này không tách được theo cách đã chọn.',
    en: 'This figure cannot be broken down that way.',
  },
  'statistics.where': {
    vi: 'Điều kiện lọc không đọc được, hoặc số liệu này không lọc được như vậy.',
    en: 'The condition cannot be read, or this figure has no such column.',
  },
  'statistics.period': {
    vi: 'Kỳ này không đọc được. Xin chọn năm (2026), nửa năm (2026-H1), quý (2026-Q3), tháng (2026-07) hoặc hai ngày.',
    en: 'This period cannot be read. Please choose a year, half, quarter, month, or two days.',
  },
  'statistics.span': {
    vi: 'Ngày đầu phải trước hoặc cùng ngày cuối.',
    en: 'The first day comes before the last.',
  },
  'statistics.ahead': {
    vi: 'Kỳ bắt đầu ngày {day}, chưa đến nên chưa có số liệu.',
    en: 'The period begins on {day}, which has not come.',
  },
  'statistics.no_unit_then': {
    vi: 'Ngày {day} không có tổ chức “{unit}”. Xin chọn ngày khác.',
    en: 'On {day} there was no unit “{unit}”. Please choose another day.',
  },
  'statistics.not_founded': {
    vi: 'Ngày {day} chưa có “{unit}”: tổ chức này lập ngày {founded}. Xin chọn ngày từ đó về sau.',
    en: 'On {day} there was no “{unit}” yet: it was founded on {founded}. Please choose a later day.',
  },
  'statistics.no_bridge': {
    vi: 'Chỉ diễn giải được chênh lệch giữa hai ngày của số liệu đếm vào cuối ngày, cho một đơn vị.',
    en: 'Only a count at the end of a day, of one unit, can be explained between two days.',
  },
  'statistics.tree': {
    vi: 'Cây tổ chức được chọn phải là của ngày lấy số liệu hoặc ngày sau đó.',
    en: 'The tree must be that of the last day asked, or of a later one.',
  },
  'statistics.steps': {
    vi: 'Bảng theo thời gian có nhiều nhất {most} dòng. Xin chọn khoảng ngắn hơn, hoặc theo năm.',
    en: 'A table over time has {most} rows at most. Please choose fewer months, or years.',
  },
  'statistics.cursor': {
    vi: 'Trang tiếp theo không đọc được. Xin mở lại danh sách.',
    en: 'The next page cannot be read. Please open the list again.',
  },
} as const satisfies Record<string, Message>;

// Words of reminders that the server says: in e-mails and in refusals.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'reminders.subject.lead': { vi: 'Sắp đến hạn: {work} – {unit}', en: 'Due soon: {work} – {unit}' },
  'reminders.subject.late': { vi: 'Đã quá hạn: {work} – {unit}', en: 'Overdue: {work} – {unit}' },
  'reminders.subject.escalation': {
    vi: 'Cấp dưới quá hạn: {work} – {unit}',
    en: 'Overdue below: {work} – {unit}',
  },
  'reminders.subject.sent': { vi: 'Đôn đốc: {work} – {unit}', en: 'Reminder: {work} – {unit}' },
  'reminders.text.lead': {
    vi: '{work} của {unit}: hạn {day}.',
    en: '{work} of {unit}: due {day}.',
  },
  'reminders.text.late': {
    vi: '{work} của {unit}: đã quá hạn {day}.',
    en: '{work} of {unit}: was due {day}.',
  },
  'reminders.text.escalation': {
    vi: '{work} của {unit}: đã quá hạn {day} mà chưa ghi kết quả.',
    en: '{work} of {unit}: was due {day} and nothing has been recorded.',
  },
  'reminders.text.sent': {
    vi: 'Cấp trên đôn đốc: {work} của {unit}. Nội dung xem trong hệ thống.',
    en: 'A reminder from the level above: {work} of {unit}. Its words are in the application.',
  },
  'reminders.open': { vi: 'Mở Nguồn, mục Việc hôm nay. {address}', en: 'Open Nguồn, page Today. {address}' },
  'reminders.foot': {
    vi: 'Thư tự động của hệ thống Nguồn; không nêu tên người. Muốn thôi nhận: mở trang Tài khoản, xóa địa chỉ thư điện tử.',
    en: 'Sent by Nguồn; names nobody. To stop: open the page Account and clear the e-mail address.',
  },
  'reminders.not_open': {
    vi: 'Việc này không còn trong danh sách, không cần đôn đốc nữa. Chưa gửi gì.',
    en: 'This line is no longer open; nothing was sent.',
  },
  'reminders.nobody': {
    vi: 'Chưa có ai giữ chức trách phải làm việc này, nên chưa gửi được. Xin kiểm tra ở mục Tổ chức đảng.',
    en: 'Nobody holds the office that must act on this; nothing was sent.',
  },
  'reminders.own_work': {
    vi: 'Đây là việc của chính chức trách đang chọn.',
    en: 'This is the work of the office you are acting in.',
  },
  'reminders.bad_email': {
    vi: 'Địa chỉ thư điện tử không đúng dạng, ví dụ: ten@coquan.vn.',
    en: 'The e-mail address is not valid, e.g. name@office.vn.',
  },
} as const satisfies Record<string, Message>;

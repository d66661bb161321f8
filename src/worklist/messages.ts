// Words of the work list that the server says: every failure it throws, Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'worklist.already_settled': {
    vi: 'Việc này đã được đưa ra khỏi danh sách trước đó. Chưa ghi gì thêm.',
    en: 'This line has already been taken off the list. Nothing was written.',
  },
  'worklist.line_moved': {
    vi: 'Ngày bắt đầu của việc này vừa thay đổi. Xin tải lại danh sách rồi xem lại. Chưa ghi gì.',
    en: 'The day from which this runs has just changed. Please reload the list and look again. Nothing was written.',
  },
  'worklist.not_your_line': {
    vi: 'Việc này không thuộc chức trách đang chọn.',
    en: 'This work is not for the office you are acting in.',
  },
  'worklist.done_before_start': {
    vi: 'Ngày làm không thể trước ngày bắt đầu tính việc này.',
    en: 'The work cannot have been done before the day from which it runs.',
  },
  'worklist.already_taken_back': {
    vi: 'Việc ghi này đã được rút lại trước đó.',
    en: 'This record has already been taken back.',
  },
  'worklist.unknown_routine': {
    vi: 'Không có việc định kỳ này trong quy trình.',
    en: 'The procedures have no such routine.',
  },
  'worklist.unit_ended': {
    vi: 'Tổ chức này đã kết thúc hoặc không ghi sổ trên hệ thống.',
    en: 'This unit has ended, or keeps no records here.',
  },
  'worklist.no_such_period': {
    vi: 'Việc này không có kỳ như vậy ở tổ chức đã chọn.',
    en: 'This routine has no such period in that unit.',
  },
  'worklist.future_period': {
    vi: 'Kỳ này chưa bắt đầu nên chưa ghi được.',
    en: 'That period has not begun and cannot be recorded yet.',
  },
  'worklist.before_kept': {
    vi: 'Kỳ này kết thúc trước ngày bắt đầu ghi sổ trên hệ thống.',
    en: 'That period ended before records began here.',
  },
  'worklist.period_done': {
    vi: 'Kỳ này đã được ghi. Muốn sửa, xin rút lại rồi ghi lại.',
    en: 'That period is recorded already. To change it, take the record back and enter it again.',
  },
  'worklist.unknown_input': {
    vi: 'Có mục không thuộc việc này. Xin tải lại trang. Chưa ghi gì.',
    en: 'Something was sent that this work does not ask. Please reload the page. Nothing was written.',
  },
  'worklist.input_needed': { vi: 'Còn thiếu: {field}.', en: 'Still needed: {field}.' },
  'worklist.bad_input': { vi: 'Mục “{field}” chưa đúng.', en: '“{field}” is not right.' },
  'worklist.training': { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'SIMULATED DATA' },
  'worklist.bad_cursor': {
    vi: 'Danh sách đã đổi. Xin tải lại trang.',
    en: 'The list has changed. Please reload the page.',
  },
} as const satisfies Record<string, Message>;

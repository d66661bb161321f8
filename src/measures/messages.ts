// Words that the server says of measures, urgings and yearly ratings: every failure, Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'measure.line': { vi: 'Thực hiện biện pháp', en: 'Carry out a measure' },
  'measure.act': { vi: 'Ghi kết quả biện pháp', en: 'Record what came of it' },
  'measure.waiting': { vi: 'Lời đôn đốc chờ trả lời', en: 'Urgings to be answered' },
  'measure.waiting_auto': { vi: 'Chỉ tiêu chậm tiến độ', en: 'Targets behind pace' },
  'measure.cited': { vi: 'Biện pháp', en: 'Measures' },
  'urging.cited': { vi: 'Lời đôn đốc', en: 'Urgings' },
  'measure.due_before': {
    vi: 'Hạn hoàn thành không thể trước ngày đặt ra biện pháp.',
    en: 'The due day cannot be before the day on which the measure was set.',
  },
  'measure.ended_before': {
    vi: 'Ngày kết thúc không thể trước ngày đặt ra biện pháp.',
    en: 'It cannot have ended before it was set.',
  },
  'measure.unit_ended': {
    vi: 'Tổ chức này đã kết thúc nên không đặt thêm biện pháp. Biện pháp đang có vẫn ghi được kết quả.',
    en: 'This unit has ended and takes no new measures. Those it has can still be ended.',
  },
  'measure.no_owner': {
    vi: 'Chức trách được giao không còn hiệu lực, hoặc ngoài phạm vi giao việc của đồng chí. Xin chọn lại.',
    en: 'That office is in force no more, or out of your reach. Please choose another.',
  },
  'measure.ended_meanwhile': {
    vi: 'Biện pháp này vừa được ghi kết thúc. Xin tải lại trang. Chưa ghi gì thêm.',
    en: 'This measure has just been ended. Please reload the page. Nothing was written.',
  },
  'measure.changed_meanwhile': {
    vi: 'Biện pháp này vừa được người khác sửa. Xin tải lại rồi xem lại. Chưa ghi gì.',
    en: 'Somebody has just changed this measure. Please reload and look again. Nothing was written.',
  },
  'measure.open': {
    vi: 'Biện pháp này đang thực hiện, không có gì để mở lại.',
    en: 'This measure is open already.',
  },
  'measure.kept': {
    vi: 'Biện pháp đã có kết quả nên không xóa được. Muốn bỏ, xin mở lại rồi ghi “không thực hiện nữa”.',
    en: 'A measure that has ended cannot be taken away. Open it again and drop it with a reason.',
  },
  'urging.own_unit': {
    vi: 'Không đôn đốc chính đơn vị của mình. Xin bỏ đơn vị ấy ra.',
    en: 'One’s own unit is not urged. Please leave it out.',
  },
  'urging.answer_past': {
    vi: 'Hạn trả lời không thể ở trước hôm nay.',
    en: 'The day for the answer cannot be past.',
  },
  'urging.unit_ended': {
    vi: 'Đơn vị “{unit}” đã kết thúc nên không nhận được lời đôn đốc.',
    en: '“{unit}” has ended and cannot be urged.',
  },
  'urging.taken_back': {
    vi: 'Lời đôn đốc này đã được rút lại.',
    en: 'This urging has been taken back.',
  },
  'urging.answered_meanwhile': {
    vi: 'Đơn vị vừa có câu trả lời khác. Xin tải lại rồi xem lại. Chưa ghi gì.',
    en: 'Another answer of this unit has just been written. Please reload and look again. Nothing was written.',
  },
  'rating.before_year': {
    vi: 'Ngày xếp loại không thể trước năm được xếp loại.',
    en: 'The rating cannot be before the year rated.',
  },
  'rating.not_above': {
    vi: 'Việc xếp loại do cấp ủy cấp trên trực tiếp ghi.',
    en: 'The committee above records the rating.',
  },
  'rating.no_paper': {
    vi: 'Tổ chức không có cấp trên trên hệ thống: cần số quyết định hoặc văn bản của nơi xếp loại.',
    en: 'No superior is kept here: the number of the decision, or its document, is needed.',
  },
  'rating.changed_meanwhile': {
    vi: 'Con số vừa thay đổi sau khi trang được mở. Xin tải lại, xem lại rồi ghi. Chưa ghi gì.',
    en: 'The numbers have changed since the page was opened. Please reload and look again. Nothing was written.',
  },
  'rating.rated_meanwhile': {
    vi: 'Người khác vừa ghi kết quả xếp loại khác của năm này. Chưa ghi gì. Hãy xem lại rồi quyết định.',
    en: 'Somebody else has just recorded another rating of this year. Nothing was written. Please look again.',
  },
  'rating.gone': {
    vi: 'Kết quả xếp loại này đã được rút lại hoặc thay thế.',
    en: 'This rating has been taken back or replaced.',
  },
} as const satisfies Record<string, Message>;

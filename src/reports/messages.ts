// Words that the server says of reports and rounds: every failure, Vietnamese and English.
export const messages = {
  'report.submit': { vi: 'Gửi báo cáo', en: 'Submit a report' },
  'report.ask_next': { vi: 'Gửi yêu cầu báo cáo kỳ tới', en: 'Ask for the reports of the next period' },
  'report.send_next': { vi: 'Xem và gửi yêu cầu', en: 'Look at it and send' },
  'report.schedule_withdrawn': {
    vi: 'Yêu cầu lặp lại này đã thôi. Chưa ghi gì.',
    en: 'This is not asked again any more. Nothing was written.',
  },
  'report.schedule_other': {
    vi: 'Kỳ này vừa có người khác gửi, bỏ qua hoặc khôi phục. Xin tải lại trang. Chưa ghi gì.',
    en: 'Somebody has just sent this period, passed it over or asked it after all. Please reload. Nothing was written.',
  },
  'report.schedule_ahead': {
    vi: 'Yêu cầu của kỳ này gửi được từ ngày {day}.',
    en: 'This period can be asked for from {day} on.',
  },
  'report.dropped': { vi: 'biểu đã thôi dùng', en: 'form dropped' },
  'report.cited': { vi: 'Yêu cầu báo cáo', en: 'Reports asked for' },
  'report.form_period': {
    vi: 'Mẫu này không lập cho kỳ đã chọn.',
    en: 'This form is not made for periods of this kind.',
  },
  'report.form_kind': {
    vi: 'Mẫu này không dành cho loại tổ chức của đơn vị.',
    en: 'This form is not meant for units of this kind.',
  },
  'report.closing_outside': {
    vi: 'Ngày chốt số liệu phải nằm trong kỳ báo cáo, từ {from} đến {to}.',
    en: 'The closing day must lie within the period, {from} to {to}.',
  },
  'report.due_before': {
    vi: 'Hạn gửi không thể trước ngày chốt số liệu.',
    en: 'The day it is due cannot be before the closing day.',
  },
  'report.ahead': {
    vi: 'Kỳ này chưa bắt đầu: chưa có số liệu từ ngày {day}.',
    en: 'The period has not begun: there is nothing from {day} yet.',
  },
  'report.not_closed': {
    vi: 'Chưa đến ngày chốt số liệu {day}: xem trước được, chưa gửi được.',
    en: 'The closing day {day} has not come: it can be looked at, not yet submitted.',
  },
  'report.before_data': {
    vi: 'Dữ liệu trong Nguồn có từ ngày {day}; số trước ngày đó không đầy đủ.',
    en: 'Nguồn has data from {day} on; numbers before that day are not complete.',
  },
  'report.no_target': { vi: 'Chưa giao chỉ tiêu', en: 'No target was set' },
  'report.changed': {
    vi: 'Số liệu đã thay đổi từ khi mở bản này. Xin xem lại rồi gửi. Chưa gửi gì.',
    en: 'The figures have changed since this draft was opened. Please look again. Nothing was submitted.',
  },
  'report.words_needed': {
    vi: 'Phần “{name}” chưa viết.',
    en: 'The part “{nameEn}” has not been written.',
  },
  'report.words_unknown': { vi: 'Mẫu không có phần “{name}”.', en: 'The form has no part “{name}”.' },
  'report.no_signer': {
    vi: 'Người ký không giữ chức trách có hiệu lực của đơn vị vào ngày ký.',
    en: 'The signatory holds no office of the unit in force on the day of signing.',
  },
  'report.signed_before': {
    vi: 'Ngày ký không thể trước ngày chốt số liệu.',
    en: 'It cannot be signed before the closing day.',
  },
  'report.stands': {
    vi: 'Báo cáo kỳ này đã gửi và đã chốt. Chỉ gửi lại khi cấp trên trả lại.',
    en: 'This report was submitted and is closed. It can be sent again once the level above has returned it.',
  },
  'report.returned_already': {
    vi: 'Báo cáo này đã được trả lại, đơn vị chưa gửi lại.',
    en: 'This report was returned already and has not been sent again.',
  },
  'report.not_above': {
    vi: 'Chỉ cấp trên của đơn vị mới trả lại được báo cáo.',
    en: 'Only a level above the unit can return a report.',
  },
  'report.no_number': {
    vi: 'Báo cáo này không có lần gửi thứ {number}.',
    en: 'This report has no submission number {number}.',
  },
  'report.unit_ended': {
    vi: '{unit} đã kết thúc hoạt động nên không yêu cầu báo cáo được.',
    en: '{unit} has ended and cannot be asked for a report.',
  },
  'report.own_unit': {
    vi: 'Chỉ yêu cầu báo cáo của đơn vị cấp dưới.',
    en: 'Only units below can be asked for a report.',
  },
  'report.round_not_this': {
    vi: 'Đợt báo cáo này không yêu cầu đơn vị, hoặc không phải mẫu, kỳ và ngày chốt này.',
    en: 'This round does not ask the unit, or not for this form, period and closing day.',
  },
  'report.round_taken_back': {
    vi: 'Cấp trên đã rút yêu cầu báo cáo này. Chưa ghi gì. Đơn vị vẫn gửi được báo cáo riêng, không theo đợt.',
    en: 'This round was taken back. Nothing was written. The unit may still submit on its own, outside a round.',
  },
  'report.extended_before': {
    vi: 'Hạn mới phải sau hạn đang có.',
    en: 'The new day must be after the one that stands.',
  },
  'report.cell_unknown': {
    vi: 'Báo cáo không có ô số liệu này.',
    en: 'The report has no such cell.',
  },
  'reports.press_busy': {
    vi: 'Đang có nhiều bản in được lập. Xin thử lại sau ít phút.',
    en: 'Many papers are being made. Please try again in a few minutes.',
  },
} as const;

// Words around a judgement; its sentences come from src/rules. Here: the line above, thresholds, codes of facts.
import type { Message } from '../../../platform/messages.ts';

const outcomes = {
  'outcome.allowed': { vi: 'Đúng quy định, ghi được', en: 'In order' },
  'outcome.allowed_hint': { vi: 'Sau khi ghi: {stage}', en: 'After recording: {stage}' },
  'outcome.stays': { vi: 'Hồ sơ giữ nguyên giai đoạn', en: 'The stage stays' },
  'outcome.checked': { vi: 'Đã xét {count} điều kiện', en: '{count} conditions checked' },
  'outcome.pending': { vi: 'Điền các mục bắt buộc để xét đủ', en: 'Fill in what is required' },
  'outcome.agreed': {
    vi: 'Chưa đọc được quy định của ngày này; các quy định liền kề đều cho làm',
    en: 'The text of this day is not known; the rules before and after both allow it',
  },
  'outcome.refused': { vi: 'Chưa ghi được', en: 'Cannot be recorded' },
  'outcome.needs_consent': { vi: 'Cần văn bản đồng ý', en: 'Needs consent' },
  'outcome.unverified': { vi: 'Chưa kiểm chứng – cần ghi lý do', en: 'Unverified – give a reason' },
  'outcome.undetermined': { vi: 'Chưa xác định được – xem cả hai cách hiểu', en: 'Undetermined' },
  'outcome.not_passed': { vi: 'Chưa tán thành', en: 'Not carried' },
  'outcome.not_passed_text': {
    vi: 'Kết quả vẫn được ghi và báo cáo; hồ sơ giữ nguyên giai đoạn.',
    en: 'The result is recorded and reported all the same; the stage stays.',
  },
  'outcome.passed': { vi: 'Đủ phiếu tán thành', en: 'Carried' },
  'outcome.unsure_title': { vi: '{what}: chưa xác định được', en: '{what}: undetermined' },
  'outcome.reading_allowed': { vi: 'làm được', en: 'allowed' },
  'outcome.reading_refused': { vi: 'chưa làm được', en: 'not allowed' },
  'outcome.readings': { vi: 'Các cách hiểu', en: 'Readings' },
  'outcome.if_day': { vi: 'Nếu là ngày {day}', en: 'If it was {day}' },
  'outcome.under': { vi: 'Theo {document}', en: 'Under {document}' },
  'outcome.unknown': { vi: 'Chưa có thông tin: {what}', en: 'Not known: {what}' },
  'outcome.unknown_text': {
    vi: 'Điều kiện chưa xét được vì chưa có thông tin; không vì thế mà bị từ chối.',
    en: 'Not judged for want of information; that alone refuses nothing.',
  },
  'outcome.waiting': { vi: 'Điền các mục bắt buộc để xét', en: 'Fill in what is required' },
} satisfies Record<string, Message>;

const thresholds = {
  'threshold.months_from': { vi: '{months} tháng, đủ từ ngày {from}', en: '{months} months, from {from}' },
  'threshold.months_until': { vi: '{months} tháng, đến hết ngày {until}', en: '{months} months to {until}' },
  'threshold.from': { vi: 'từ ngày {from}', en: 'from {from}' },
  'threshold.days_until': { vi: '{days} ngày làm việc, đến hết ngày {until}', en: '{days} days to {until}' },
  'threshold.days': { vi: '{days} ngày làm việc', en: '{days} working days' },
  'threshold.min_age': { vi: 'đủ {min} tuổi, tính theo tháng', en: '{min} years, counted by month' },
  'threshold.max_age': { vi: 'không quá {max} tuổi, tính theo tháng', en: 'at most {max}, by month' },
  'threshold.share': { vi: 'ít nhất {share} tổng số: {needed} phiếu', en: '{share}: {needed} votes or more' },
  'threshold.share_over': { vi: 'trên {share} tổng số: {needed} phiếu', en: 'over {share}: {needed} votes' },
  'threshold.body_vote': {
    vi: '{body}, sau khi đảng ủy cơ sở biểu quyết',
    en: '{body}, after the base vote',
  },
  'threshold.at_most': { vi: 'không quá {count}', en: 'at most {count}' },
  'threshold.none': { vi: 'không còn', en: 'none' },
  'threshold.at_least': { vi: 'ít nhất {count}', en: 'at least {count}' },
  'threshold.fewer_than': { vi: 'dưới {count}', en: 'fewer than {count}' },
  'threshold.months': { vi: '{years} tuổi {months} tháng', en: '{years} years {months} months' },
  'threshold.years': { vi: '{years} tuổi', en: '{years} years' },
} satisfies Record<string, Message>;

/** Codes of facts that stand in no catalogue. */
const codes = {
  'code.yes': { vi: 'có', en: 'yes' },
  'code.no': { vi: 'không', en: 'no' },
  'fact.on': { vi: 'Ngày diễn ra', en: 'Day of the act' },
  'fact.months': { vi: 'Tuổi trong tháng đó', en: 'Age in that month' },
  'fact.base': { vi: 'Tổng số để tính tỷ lệ', en: 'Base of the share' },
  'fact.yes': { vi: 'Phiếu tán thành', en: 'Votes for' },
  'fact.excused': { vi: 'Vắng mặt có lý do', en: 'Absent with leave' },
  'fact.paper_on': { vi: 'Giấy tờ lập lại ngày', en: 'Paper made anew on' },
} satisfies Record<string, Message>;

const ways = {
  'way.by': { vi: 'Do {office} thực hiện.', en: 'By {office}.' },
  'way.go': { vi: 'Mở: {step}', en: 'Open: {step}' },
} satisfies Record<string, Message>;

export const verdictWords = { ...outcomes, ...thresholds, ...codes, ...ways } as const;

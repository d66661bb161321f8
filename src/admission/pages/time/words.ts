// The words of the time line of a dossier.
import type { Message } from '../../../platform/messages.ts';

export const timeWords = {
  'time.title': { vi: 'Dòng thời gian', en: 'Time line' },
  'time.second': {
    vi: 'Việc đã ghi, thời hạn đang chạy và ngày sớm nhất có thể, theo quy định của từng ngày.',
    en: 'What was recorded, the clocks that run and the earliest possible day, by the law of each day.',
  },
  'time.as_table': { vi: 'Xem dạng bảng', en: 'As a table' },
  'time.as_band': { vi: 'Xem dạng hình', en: 'As a drawing' },

  'reach.admitted': { vi: 'Kết nạp sớm nhất: {day}', en: 'Earliest admission: {day}' },
  'reach.recognised': {
    vi: 'Công nhận chính thức sớm nhất: {day}',
    en: 'Earliest recognition: {day}',
  },
  'reach.if': {
    vi: 'nếu mọi việc thuận lợi: đủ giấy tờ, biểu quyết tán thành, không phải bổ sung gì',
    en: 'if everything goes well: papers complete, votes carried, nothing to be added',
  },
  'reach.wait': { vi: 'Chờ đến ngày ấy vì: {what}', en: 'It waits until then for: {what}' },
  'reach.free_admitted': {
    vi: 'Kết nạp: không điều nào buộc phải chờ thêm',
    en: 'Admission: no article makes it wait any longer',
  },
  'reach.free_recognised': {
    vi: 'Công nhận chính thức: không điều nào buộc phải chờ thêm',
    en: 'Recognition: no article makes it wait any longer',
  },
  'reach.free': {
    vi: 'Còn {count} việc; làm xong lúc nào thì đến lúc ấy.',
    en: '{count} steps remain; it depends on when they are done.',
  },
  'reach.stopped': {
    vi: 'Chưa tính được ngày sớm nhất: vướng ở “{step}”',
    en: 'No earliest day can be told: it stops at “{step}”',
  },

  'reach.no_step': {
    vi: 'Từ giai đoạn này chưa có bước nào mở ra theo quy định của hôm nay.',
    en: 'No step leads on from this stage by the rules of today.',
  },

  'row.law': { vi: 'Quy định thi hành Điều lệ', en: 'Rules in force' },
  'row.law_from': { vi: '{document} từ {day}', en: '{document} from {day}' },
  'row.law_only': { vi: '{document} trong cả thời gian này', en: '{document} throughout' },
  'row.acts': { vi: 'Đã ghi {count} việc', en: '{count} acts recorded' },
  'row.acts_last': { vi: 'gần nhất: {step}, {day}', en: 'last: {step}, {day}' },
  'row.acts_before': {
    vi: '{count} việc trước {day} không vẽ ở đây',
    en: '{count} before {day} are not drawn',
  },
  'row.ahead': { vi: 'Phía trước, sớm nhất {day}', en: 'Ahead, earliest {day}' },
  'row.ahead_today': {
    vi: 'Phía trước, không điều nào buộc phải chờ',
    en: 'Ahead, no article makes it wait',
  },
  'row.next': { vi: 'việc tiếp theo', en: 'next' },
  'row.latest': { vi: 'chậm nhất {day}', en: 'at the latest {day}' },
  'row.was_due': { vi: 'đã quá hạn từ {day}', en: 'overdue since {day}' },
  'row.today': { vi: 'hôm nay', en: 'today' },

  'clock.from_working': { vi: '{count} ngày làm việc, tính từ {day}', en: '{count} working days from {day}' },
  'clock.from_days': { vi: '{count} ngày, tính từ {day}', en: '{count} days from {day}' },
  'clock.from_months': { vi: '{count} tháng, tính từ {day}', en: '{count} months from {day}' },
  'clock.from': { vi: 'tính từ {day}', en: 'counted from {day}' },
  'clock.place': { vi: '{clock} – {place}', en: '{clock} – {place}' },
  'clock.unknown': { vi: 'chưa có thông tin về số ngày', en: 'the limit is not known' },
  'clock.may_extend': { vi: 'có thể gia hạn đến {day}', en: 'may be prolonged to {day}' },
  'clock.extended': { vi: 'đã gia hạn đến {day}', en: 'prolonged to {day}' },
  'clock.extend': { vi: 'Ghi gia hạn', en: 'Record an extension' },
  'clock.extend_named': { vi: 'Ghi gia hạn: {what}', en: 'Record an extension: {what}' },
  'clock.late': { vi: 'Để trễ thì: {what}', en: 'If late: {what}' },
  'clock.over': { vi: 'Khi hết hạn: {what}', en: 'When it is over: {what}' },
  'clock.otherwise_switch': {
    vi: 'Nếu mức mới áp dụng cả cho hạn đang chạy thì đến {day}; chưa có điều khoản chuyển tiếp, chưa kiểm chứng.',
    en: 'If the new value also binds a clock that runs: {day}. There is no transition clause; unverified.',
  },
  'clock.otherwise_start': {
    vi: 'Nếu giữ mức của ngày bắt đầu thì đến {day}; chưa có điều khoản chuyển tiếp, chưa kiểm chứng.',
    en: 'If the value of the starting day is kept: {day}. There is no transition clause; unverified.',
  },
  'clock.otherwise_unknown': {
    vi: 'Quy định mới có hiệu lực khi hạn này đang chạy. Nếu áp dụng cả cho hạn đang chạy thì ngày hạn chưa rõ; chưa có điều khoản chuyển tiếp, chưa kiểm chứng.',
    en: 'New rules come into force while it runs. If they also bind it, its day is not known. There is no transition clause; unverified.',
  },
  'clock.otherwise_stops': {
    vi: 'Nếu thời gian hồ sơ trả lại để bổ sung không tính thì đến {day}; chưa văn bản nào nói rõ.',
    en: 'If the days the file was back for completion do not count: {day}. No text says.',
  },
  'clock.otherwise_stops_open': {
    vi: 'Hồ sơ đang trả lại để bổ sung. Nếu thời gian này không tính thì ngày hạn chưa rõ; chưa văn bản nào nói rõ.',
    en: 'The file is back for completion. If that time does not count, the day is not known yet. No text says.',
  },
  'clock.stopped': {
    vi: 'tạm dừng từ {day}, chờ nộp lại hồ sơ',
    en: 'standing still since {day}, until the file is submitted again',
  },
  'clock.ended': { vi: 'xong ngày {day}', en: 'done on {day}' },
  'ended.title': { vi: 'Thời hạn đã xong ({count})', en: 'Clocks that have ended ({count})' },

  'entry.day': { vi: 'Ngày', en: 'Day' },
  'entry.what': { vi: 'Việc, thời hạn', en: 'What' },
  'entry.law': { vi: 'Căn cứ', en: 'Basis' },
  'entry.act': { vi: 'Đã ghi', en: 'Recorded' },
  'entry.failed': { vi: 'Chưa tán thành', en: 'Not carried' },
  'entry.new_law': { vi: 'Quy định mới', en: 'New rules' },
  'entry.in_force': { vi: '{document} có hiệu lực', en: '{document} comes into force' },
  'entry.today': { vi: 'Hôm nay', en: 'Today' },
  'entry.due': { vi: 'Hạn', en: 'Due' },
  'entry.late': { vi: 'Quá hạn', en: 'Overdue' },
  'entry.term': { vi: 'Hết hạn', en: 'Ends' },
  'entry.ahead': { vi: 'Sớm nhất', en: 'Earliest' },
  'entry.free': { vi: 'Từ hôm nay', en: 'From today' },
  'entry.goal': { vi: 'Sớm nhất có thể', en: 'Earliest possible' },
  'entry.none': { vi: 'Chưa ghi việc nào', en: 'Nothing recorded yet' },
  'entry.all': { vi: 'Xem cả {count} việc đã ghi', en: 'Show all {count} acts' },

  'key.name': { vi: 'Chú giải hình', en: 'Key' },
  'key.act': { vi: 'việc đã ghi', en: 'recorded' },
  'key.failed': { vi: 'chưa tán thành', en: 'not carried' },
  'key.duty': { vi: 'việc phải làm, đến hạn', en: 'duty, to its due day' },
  'key.term': { vi: 'thời hạn tự hết', en: 'term that ends' },
  'key.extension': { vi: 'phần có thể gia hạn', en: 'possible extension' },
  'key.late': { vi: 'quá hạn', en: 'overdue' },
  'key.ahead': { vi: 'sớm nhất', en: 'earliest' },
  'key.latest': { vi: 'chậm nhất theo quy định', en: 'latest by law' },
  'key.today': { vi: 'hôm nay', en: 'today' },
  'key.law': { vi: 'quy định mới có hiệu lực', en: 'new rules' },
} as const satisfies Record<string, Message>;

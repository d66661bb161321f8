// Words of the question “what if a rule or a day of the calendar were otherwise”.
import type { Message } from '../../../platform/messages.ts';

export const whatIfWords = {
  'what.title': { vi: 'Nếu thay đổi', en: 'What if' },
  'what.purpose': {
    vi: 'Thử đổi một quy tắc hoặc một ngày làm việc để xem hồ sơ, thời hạn nào sẽ đổi. Chỉ là câu hỏi, không ghi gì.',
    en: 'Try another value or another working day and see which cases and time limits would change. Only a question: nothing is saved.',
  },
  'what.help_1': {
    vi: 'Trang này trả lời: nếu quy tắc khác đi từ một ngày thì việc nào đang mở sẽ đổi hạn, từ ngày nào sang ngày nào.',
    en: 'This page answers: if a rule were otherwise from a day, which open work would be due on another day.',
  },
  'what.help_2': {
    vi: 'Quy định không có điều khoản chuyển tiếp, nên nêu cả hai cách: thời hạn đang đếm giữ quy định cũ, hoặc chuyển sang quy định mới.',
    en: 'No text has a transition clause, so both readings are given: a running limit keeps its law, or takes the new one.',
  },
  'what.help_3': {
    vi: 'Không có gì được ghi lại. Muốn ghi thật, mở quy tắc rồi chọn “Ghi quyết định của cấp ủy”.',
    en: 'Nothing is recorded. To record it, open the rule and choose “Record a decision”.',
  },
  'what.no_right': {
    vi: 'Chức trách đang chọn không xem được việc của các chi bộ',
    en: 'The office you act in does not see the work of the cells',
  },
  'what.no_right_text': {
    vi: 'Câu hỏi này cần xem hồ sơ đang mở; cán bộ đảng ủy hoặc bí thư chi bộ trả lời được.',
    en: 'The question looks at open cases; an officer of the committee or a secretary can ask it.',
  },
  'what.subject': { vi: 'Thử thay đổi', en: 'Try to change' },
  'what.rule': { vi: 'một quy tắc', en: 'a rule' },
  'what.day': { vi: 'một ngày trong lịch làm việc', en: 'a day of the calendar' },
  'what.which': { vi: 'Quy tắc', en: 'Rule' },
  'what.choose': { vi: 'Chọn một quy tắc', en: 'Choose a rule' },
  'what.unsaid': { vi: 'Văn bản không nêu mức.', en: 'No text sets it.' },
  'what.holds': { vi: 'Đang áp dụng: {value}', en: 'As it holds: {value}' },
  'what.from': { vi: 'Giả sử từ ngày', en: 'From' },
  'what.from_text': {
    vi: 'Có thể chọn một ngày đã qua để xem nếu đổi từ ngày ấy thì sao.',
    en: 'A past day may be chosen too.',
  },
  'what.day_needed': { vi: 'Chưa ghi ngày.', en: 'No day given.' },
  'what.everywhere': { vi: 'Áp dụng cho', en: 'In force for' },
  'what.all': { vi: 'tất cả', en: 'everything' },
  'what.date': { vi: 'Ngày', en: 'Day' },
  'what.effect': { vi: 'Giả sử ngày ấy', en: 'Suppose that day is' },
  'what.look': { vi: 'Xem sẽ đổi những gì', en: 'See what would change' },
  'what.result': { vi: 'Nếu thay đổi như vậy', en: 'What would change' },
  'what.waiting': { vi: 'Đang xem các trường hợp đang mở…', en: 'Looking at the open cases…' },
  'what.how_far': {
    vi: 'Đã xem {looked} trong số {total} trường hợp.',
    en: '{looked} of {total} looked at.',
  },
  'what.nothing': {
    vi: 'Đã xem {looked} trường hợp đang mở có liên quan: không có thời hạn hay việc nào thay đổi.',
    en: 'Looked at {looked} open cases that it may touch: nothing would change.',
  },
  'what.nobody': {
    vi: 'Không có trường hợp đang mở nào liên quan, nên không có gì thay đổi.',
    en: 'It touches no open case: nothing would change.',
  },
  'what.sum_start': {
    vi: 'Nếu thời hạn đang đếm giữ quy định cũ: {count} thời hạn thay đổi.',
    en: 'If a running limit keeps its law: {count} limits change.',
  },
  'what.sum_switch': {
    vi: 'Nếu thời hạn đang đếm chuyển sang quy định mới: {count} thời hạn thay đổi.',
    en: 'If a running limit takes the new law: {count} limits change.',
  },
  'what.sum_next': {
    vi: 'Việc tiếp theo xét khác đi: {count} (đã xem {looked} trường hợp đang mở có liên quan).',
    en: 'The next step is judged otherwise: {count} (of {looked} open cases that it may touch).',
  },
  'what.start': {
    vi: 'Thời hạn giữ quy định của ngày bắt đầu',
    en: 'Limits keep the law of their first day',
  },
  'what.switch': { vi: 'Thời hạn đang đếm chuyển sang quy định mới', en: 'Running limits take the new law' },
  'what.next': { vi: 'Việc tiếp theo', en: 'Next steps' },
  'what.case': { vi: 'Trường hợp', en: 'Case' },
  'what.clock': { vi: 'Thời hạn', en: 'Time limit' },
  'what.before': { vi: 'Đang là', en: 'Now' },
  'what.after': { vi: 'Sẽ là', en: 'Then' },
  'what.unit': { vi: 'Đơn vị', en: 'Unit' },
  'what.none': { vi: 'không có', en: 'none' },
  'what.no_day': { vi: 'chưa xác định được ngày', en: 'no day can be told' },
  'what.extends': { vi: 'gia hạn đến {day}', en: 'if extended {day}' },
  'what.no_change': { vi: 'Không thay đổi', en: 'No change' },
  'what.no_change_text': {
    vi: 'Theo cách này, mọi thời hạn và việc đang mở vẫn như cũ.',
    en: 'By this reading everything open stays as it is.',
  },
  'what.first': {
    vi: 'Hiện {shown} dòng đầu trong {total} dòng.',
    en: 'The first {shown} of {total} rows.',
  },
  'what.outcome.allowed': { vi: 'làm được', en: 'allowed' },
  'what.outcome.refused': { vi: 'chưa làm được', en: 'refused' },
  'what.outcome.needs_consent': { vi: 'cần văn bản đồng ý', en: 'needs consent' },
  'what.outcome.unverified': { vi: 'chưa kiểm chứng', en: 'unverified' },
  'what.outcome.undetermined': { vi: 'chưa xác định được', en: 'undetermined' },
  'what.as.confirm': {
    vi: 'Thay đổi này ghi được dưới dạng xác nhận giá trị.',
    en: 'It could be recorded as a confirmation.',
  },
  'what.as.fill': {
    vi: 'Thay đổi này ghi được dưới dạng bổ sung giá trị.',
    en: 'It could be recorded as a filled value.',
  },
  'what.as.stricter': {
    vi: 'Thay đổi này ghi được dưới dạng mức cao hơn của cấp ủy.',
    en: 'It could be recorded as a stricter value.',
  },
  'what.as.amendment': {
    vi: 'Cấp ủy không ghi được thay đổi này: chỉ xảy ra khi văn bản chung thay đổi.',
    en: 'No committee can record this: it happens only when the general text changes.',
  },
  'what.as.calendar': {
    vi: 'Người quản trị hệ thống ghi được thay đổi này ở trang Lịch làm việc.',
    en: 'An administrator can record this on the page of working days.',
  },
  'what.preview': { vi: 'Nếu ghi, sẽ thay đổi', en: 'What it would change' },
  'what.list': { vi: 'Xem danh sách (không ghi)', en: 'See the list (nothing is saved)' },
  'what.incomplete': {
    vi: 'Điền giá trị và ngày có hiệu lực để xem trước những gì sẽ đổi.',
    en: 'Give value and day to see what would change.',
  },
} as const satisfies Record<string, Message>;

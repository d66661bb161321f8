// The words of the pages on which a report is written, sent and read.
import type { Message } from '../../../platform/messages.ts';

const draft = {
  'draft.title': { vi: 'Lập báo cáo', en: 'Make a report' },
  'draft.purpose': {
    vi: 'Số liệu tính từ sổ đã ghi; viết phần lời, xem lại rồi gửi.',
    en: 'Figures are counted from what was recorded; write the words, look it over and send it.',
  },
  'draft.help1': {
    vi: 'Trang này để lập một báo cáo: số liệu có sẵn, mỗi con số bấm vào là mở ra danh sách của nó.',
    en: 'This page makes a report: the figures are there, and each number opens its own list.',
  },
  'draft.help2': {
    vi: 'Phần lời đang viết được giữ trên máy này cho đến khi gửi.',
    en: 'The words you write are kept on this device until they are sent.',
  },
  'draft.help3': {
    vi: 'Khi gửi, con số, lời văn và tên người ký được chốt; chỉ gửi lại được khi cấp trên trả lại kèm lý do.',
    en: 'When it is sent, figures, words and signatory stay as they are; it can be sent again only when it was returned.',
  },
  'draft.choose': { vi: 'Chọn biểu mẫu và kỳ', en: 'Choose the form and the period' },
  'draft.closes_hint': {
    vi: 'Số liệu tính đến hết ngày này, trong kỳ {period}, không sau hôm nay.',
    en: 'Figures of the end of this day, within {period}, not after today.',
  },
  'draft.show': { vi: 'Xem báo cáo', en: 'Show the report' },
  'draft.for_round': {
    vi: '{unit} yêu cầu, hạn gửi {day}.',
    en: 'Asked by {unit}, due {day}.',
  },
  'draft.late': {
    vi: 'Đã quá hạn gửi {day}. Vẫn gửi được; báo cáo được ghi là gửi chậm.',
    en: 'It was due {day}. It can still be sent and is marked as late.',
  },
  'draft.stands': {
    vi: 'Báo cáo này đã được gửi.',
    en: 'This report was sent already.',
  },
  'draft.words': { vi: 'Lời văn', en: 'Words' },
  'draft.words_second': {
    vi: 'Viết về công việc của đơn vị. Không ghi tên người, không nhận xét về người.',
    en: 'Write about the work of the unit. No names and nothing about persons.',
  },
  'draft.part_needed': { vi: 'Phần này không để trống.', en: 'This part may not be empty.' },
  'draft.raise': {
    vi: 'Gửi phần này lên cấp trên để được trả lời',
    en: 'Send this part to the level above for an answer',
  },
  'draft.raise_hint': {
    vi: 'Khó khăn, vướng mắc được theo dõi riêng cho đến khi có trả lời.',
    en: 'Difficulties are followed on their own until they are answered.',
  },
  'draft.raise_topic': { vi: 'Về việc', en: 'About' },
  'draft.raise_short': {
    vi: 'Nêu rõ khó khăn, vướng mắc (ít nhất 10 ký tự) hoặc bỏ chọn gửi lên cấp trên.',
    en: 'Say what the difficulty is (at least 10 characters), or do not send it up.',
  },
  'draft.sign': { vi: 'Ký và gửi', en: 'Sign and send' },
  'draft.signer': { vi: 'Người ký', en: 'Signatory' },
  'draft.pick_signer': { vi: 'chọn người ký', en: 'choose the signatory' },
  'draft.no_signer': {
    vi: 'Từ ngày chốt số liệu {day} đến nay, đơn vị không có ai giữ chức trách để ký. Ghi người giữ chức trách ở trang của đơn vị.',
    en: 'From the closing day {day} to today nobody held an office that could sign. Record the offices on the page of the unit.',
  },
  'draft.no_signer_then': {
    vi: 'Ngày ký này chưa có, hoặc không còn ai giữ chức trách. Chọn ngày khác.',
    en: 'On this day nobody held an office. Choose another day.',
  },
  'draft.signers_until': {
    vi: 'Các chức trách của đơn vị có hiệu lực đến hết ngày {day}; báo cáo mang ngày ký không sau ngày ấy.',
    en: 'The offices of the unit were in force until the end of {day}; the report is signed no later.',
  },
  'draft.not_then': {
    vi: 'Ngày ký này, người đã chọn không giữ chức trách. Chọn lại người ký hoặc ngày ký.',
    en: 'On this day the chosen signatory held no office. Choose another signatory or day.',
  },
  'draft.capacity': { vi: 'Thẩm quyền ký', en: 'Signed on behalf of' },
  'draft.no_capacity': { vi: 'không ghi', en: 'none' },
  'draft.number': { vi: 'Số báo cáo', en: 'Number' },
  'draft.number_hint': {
    vi: 'Ví dụ 05-BC/ĐU. Để trống nếu chưa vào sổ.',
    en: 'Such as 05-BC/ĐU; may stay empty.',
  },
  'draft.signed_on': { vi: 'Ngày ký', en: 'Signed on' },
  'draft.freeze': {
    vi: 'Khi gửi, {count} con số đến hết ngày {day}, lời văn và tên người ký được chốt.',
    en: 'When sent, {count} numbers of the end of {day}, the words and the signatory stay as they are.',
  },
  'draft.fails': {
    vi: '{count} phép kiểm tra không khớp. Xem lại ở phần Kiểm tra số liệu trước khi gửi.',
    en: '{count} checks do not hold. See the checks before you send it.',
  },
  'draft.send': { vi: 'Gửi báo cáo', en: 'Send the report' },
  'draft.failed': { vi: 'Báo cáo chưa gửi được', en: 'The report was not sent' },
  'draft.sent': { vi: 'Đã gửi báo cáo.', en: 'The report was sent.' },
  'draft.changed': {
    vi: 'Số liệu vừa thay đổi. Xem lại số mới rồi gửi; lời văn vẫn còn.',
    en: 'The figures have just changed. Look at them again; your words are kept.',
  },
  'draft.again': { vi: 'Tải số mới', en: 'Show the new figures' },
  'draft.before': {
    vi: 'Lời văn của lần gửi trước đã được điền sẵn.',
    en: 'The words of the last submission were filled in.',
  },
  'draft.mark': { vi: 'DỰ THẢO', en: 'DỰ THẢO' },
  'draft.dropped': { vi: 'Biểu này đã thôi dùng', en: 'This form was dropped' },
  'draft.dropped_text': {
    vi: 'Không lập báo cáo mới theo biểu này được nữa. Cấp đã yêu cầu cần rút lại yêu cầu, hoặc nhận lại biểu.',
    en: 'No new report can be made with it. Whoever asked for it has to take the round back, or adopt the form again.',
  },
  'draft.early': {
    vi: 'Chưa đến ngày chốt số liệu {day}: xem trước được, đến ngày ấy mới gửi được.',
    en: 'The closing day {day} has not come: it can be looked at, and sent from that day on.',
  },
  'draft.only_read': {
    vi: 'Chức trách đang chọn chỉ xem được số liệu của báo cáo này, không gửi được.',
    en: 'Your office may look at these figures and not send the report.',
  },
} satisfies Record<string, Message>;

const report = {
  'report.back': { vi: 'Tất cả báo cáo', en: 'All reports' },
  'report.purpose': {
    vi: '{unit} gửi ngày {sent}, số liệu đến hết ngày {closed}.',
    en: 'Sent by {unit} on {sent}, figures of the end of {closed}.',
  },
  'report.help1': {
    vi: 'Trang này giữ nguyên báo cáo như lúc gửi: con số, lời văn, người ký.',
    en: 'This page keeps the report as it was sent: figures, words, signatory.',
  },
  'report.help2': {
    vi: 'Con số nào về sau khác đi, vì có ghi bổ sung hoặc sửa, được nói rõ ở phần Đến nay.',
    en: 'What differs since, because something was recorded or corrected later, is told under “By now”.',
  },
  'report.help3': {
    vi: 'Tải về Word, PDF, Excel hoặc in ra giấy: cùng một số liệu, gửi được cho nơi không dùng Nguồn.',
    en: 'Word, PDF, Excel and paper hold the same figures, also for those who do not use Nguồn.',
  },
  'report.back_round': { vi: 'Yêu cầu báo cáo', en: 'The round' },
  'report.returned': { vi: 'Báo cáo bị trả lại', en: 'The report was returned' },
  'report.returned_text': {
    vi: '{unit}, {by}, ngày {day}: {reason}',
    en: '{unit}, {by}, {day}: {reason}',
  },
  'report.late': { vi: 'Gửi chậm {count} ngày so với hạn {day}', en: '{count} days after it was due, {day}' },
  'report.return': { vi: 'Trả lại', en: 'Return' },
  'report.return_title': { vi: 'Trả lại báo cáo để gửi lại', en: 'Return the report' },
  'report.return_text': {
    vi: 'Đơn vị thấy lý do và gửi lại; bản này vẫn được lưu.',
    en: 'The unit sees the reason and sends it again; this one is kept.',
  },
  'report.return_done': { vi: 'Đã trả lại báo cáo.', en: 'Returned.' },
  'report.send_again': { vi: 'Lập lại và gửi lại', en: 'Make it again' },
  'report.print': { vi: 'In', en: 'Print' },
  'report.files': { vi: 'Tải báo cáo về', en: 'Files of the report' },
  'report.word': { vi: 'Word', en: 'Word' },
  'report.pdf': { vi: 'PDF', en: 'PDF' },
  'report.excel': { vi: 'Excel', en: 'Excel' },
  'report.facts': { vi: 'Về bản báo cáo này', en: 'About this report' },
  'report.signed': { vi: 'Người ký', en: 'Signatory' },
  'report.number': { vi: 'Số', en: 'Number' },
  'report.no_number': { vi: 'không ghi số', en: 'no number' },
  'report.sent': { vi: 'Ghi nhận lúc', en: 'Sent at' },
  'report.sent_by': { vi: '{at}, {who} gửi', en: '{at} by {who}' },
  'report.rules': { vi: 'Bộ quy định áp dụng', en: 'Rule set' },
  'report.tree': { vi: 'Tổ chức đảng ngày chốt', en: 'Organisations that day' },
  'report.tree_count': { vi: '{count} tổ chức, kể cả đơn vị báo cáo', en: '{count}, the unit among them' },
  'report.due': { vi: 'Hạn gửi', en: 'Due' },
  'report.no_due': { vi: 'tự gửi, không theo yêu cầu', en: 'sent unasked' },
  'report.times': { vi: 'Các lần gửi', en: 'Submissions' },
  'report.time': { vi: 'Lần {number}, gửi ngày {day}', en: 'Number {number}, sent on {day}' },
  'report.time_now': { vi: 'đang xem', en: 'shown' },
  'report.time_returned': { vi: 'trả lại ngày {day}: {reason}', en: 'returned on {day}: {reason}' },
  'report.old': {
    vi: 'Đang xem lần gửi {number}; đã có lần gửi sau.',
    en: 'This is submission {number}; there is a later one.',
  },
  'report.newest': { vi: 'Xem lần gửi mới nhất', en: 'See the newest' },
  'report.difficulties': { vi: 'Khó khăn, vướng mắc đã gửi', en: 'Difficulties sent with it' },
} satisfies Record<string, Message>;

const parts = {
  'part.checks': { vi: 'Kiểm tra số liệu', en: 'Checks' },
  'part.checks_second': {
    vi: 'Các số trong báo cáo phải khớp nhau như biểu yêu cầu.',
    en: 'The numbers must fit one another as the form asks.',
  },
  'part.holds': { vi: 'khớp', en: 'holds' },
  'part.fails': { vi: 'không khớp', en: 'does not hold' },
  'part.now': { vi: 'Đến nay', en: 'By now' },
  'part.now_second': {
    vi: 'Số đã báo cáo giữ nguyên; đây là những số khác đi vì được ghi hoặc sửa sau khi chốt.',
    en: 'What was reported stays; these differ because something was recorded or corrected since.',
  },
  'part.now_same': {
    vi: 'Tính đến {day}, mọi con số vẫn như đã báo cáo.',
    en: 'As of {day} every number is as it was reported.',
  },
  'part.now_cell': { vi: 'nay {number}', en: 'now {number}' },
  'part.now_open': { vi: 'Xem từng trường hợp', en: 'See the records' },
  'part.now_open_named': { vi: 'Xem từng trường hợp: {label}', en: 'See the records: {label}' },
  'part.now_come': {
    vi: 'Nay có thêm trong cây tổ chức ngày chốt: {units}',
    en: 'Now also in the tree: {units}',
  },
  'part.now_gone': {
    vi: 'Nay không còn trong cây tổ chức ngày chốt: {units}',
    en: 'Now not in the tree: {units}',
  },
  'part.now_added': { vi: 'nay được tính', en: 'counts now' },
  'part.now_left': { vi: 'nay không tính', en: 'does not count now' },
  'part.who': { vi: 'Trường hợp', en: 'Record' },
  'part.why': { vi: 'Vì sao', en: 'Why' },
  'part.at': { vi: 'Ghi lúc', en: 'Recorded at' },
  'part.unit': { vi: 'Đơn vị', en: 'Unit' },
  'part.away': { vi: 'Nay thuộc đơn vị khác quản lý', en: 'Kept by another unit today' },
  'part.nothing': { vi: 'Không có trường hợp nào', en: 'No records' },
  'part.children': { vi: 'So với báo cáo của cấp dưới', en: 'Against the reports from below' },
  'part.children_second': {
    vi: 'Số của đơn vị do Nguồn tính, đặt cạnh tổng các báo cáo cấp dưới đã gửi cùng biểu, cùng kỳ.',
    en: 'The own figures beside the sum of what the units below have sent for the same form and period.',
  },
  'part.children_sent': { vi: '{count}/{all} đơn vị đã gửi', en: '{count} of {all} have sent' },
  'part.children_missing': { vi: 'Chưa gửi: {units}', en: 'Not sent: {units}' },
  'part.children_none': {
    vi: 'Khi có đơn vị gửi, số của từng ô được đặt cạnh tổng các báo cáo đã gửi và nói rõ vì sao khác.',
    en: 'Once a unit has sent, each number stands beside the sum of the reports, and why they differ is said.',
  },
  'part.children_same': {
    vi: 'Tổng các báo cáo cấp dưới bằng số của đơn vị ở mọi ô.',
    en: 'The sum of the reports from below is the own number in every cell.',
  },
  'part.what': { vi: 'Nội dung', en: 'What' },
  'part.own': { vi: 'Số của đơn vị', en: 'Own' },
  'part.sum': { vi: 'Tổng cấp dưới', en: 'Sum from below' },
  'part.difference': { vi: 'Chênh lệch', en: 'Difference' },
  'part.explained': { vi: 'Vì sao', en: 'Why' },
  'part.each': { vi: 'Từng đơn vị', en: 'Each unit' },
  'part.each_open': { vi: 'Xem', en: 'See' },
  'part.each_named': { vi: 'Xem từng đơn vị: {label}', en: 'See each unit: {label}' },
  'part.reported': { vi: 'Đã báo cáo', en: 'Reported' },
  'part.now_head': { vi: 'Nay', en: 'Now' },
  'part.not_reported': { vi: 'chưa gửi', en: 'not sent' },
} satisfies Record<string, Message>;

const sheet = {
  'sheet.name': { vi: 'Bản báo cáo', en: 'The report as on paper' },
  'sheet.table': { vi: 'Bảng: {title}', en: 'Table: {title}' },
  'sheet.open': {
    vi: 'Mở danh sách: {row}, {column}: {number}',
    en: 'Open the list: {row}, {column}: {number}',
  },
  'sheet.count': { vi: 'TT', en: 'TT' },
  'sheet.empty': { vi: '(chưa viết)', en: '(chưa viết)' },
  'sheet.training': { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'DỮ LIỆU MÔ PHỎNG' },
  'sheet.title': { vi: 'BÁO CÁO', en: 'BÁO CÁO' },
  'sheet.closed': { vi: 'Số liệu đến hết ngày {day}.', en: 'Số liệu đến hết ngày {day}.' },
  'sheet.missing': { vi: '–: {why}.', en: '–: {why}.' },
} satisfies Record<string, Message>;

export const words = { ...draft, ...report, ...parts, ...sheet };

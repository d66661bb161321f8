// The words of the pages of reports, in Vietnamese and English.
import type { Message } from '../../platform/messages.ts';
import { again } from './asked/words.ts';

const list = {
  'list.title': { vi: 'Báo cáo', en: 'Reports' },
  'list.purpose': {
    vi: 'Báo cáo phải nộp theo hạn, báo cáo đã yêu cầu cấp dưới, và báo cáo đã gửi.',
    en: 'Reports that are due, reports asked of the units below, and reports that were sent.',
  },
  'list.help1': {
    vi: 'Trang này để lập, gửi và nhận báo cáo theo kỳ mà không phải cộng tay.',
    en: 'This page is for making, sending and receiving the reports of a period without adding up by hand.',
  },
  'list.help2': {
    vi: 'Số liệu do Nguồn tính từ sổ đã ghi; đồng chí viết phần lời, xem lại rồi gửi kèm người ký.',
    en: 'Nguồn counts the figures from what was recorded; you write the words, look it over and send it with its signatory.',
  },
  'list.help3': {
    vi: 'Gửi xong thì số được chốt; sau này có ghi bổ sung, Nguồn nói rõ khác bao nhiêu và vì sao.',
    en: 'What was sent stays as it was; when something is recorded later, Nguồn says how much differs and why.',
  },
  'list.parts': { vi: 'Các phần của trang báo cáo', en: 'Parts of the reports' },
  'list.owing': { vi: 'Phải nộp', en: 'Due' },
  'list.asked': { vi: 'Đã yêu cầu', en: 'Asked for' },
  'list.archive': { vi: 'Đã gửi', en: 'Sent' },
  'list.write': { vi: 'Lập báo cáo', en: 'Make a report' },
  'list.ask': { vi: 'Yêu cầu báo cáo', en: 'Ask for reports' },
  'list.forms': { vi: 'Biểu mẫu', en: 'Forms' },
  'list.open_named': { vi: 'Lập báo cáo: {form}, {period}', en: 'Make the report: {form}, {period}' },
  'list.seen': { vi: 'Xem báo cáo', en: 'See the report' },
  'list.seen_named': { vi: 'Xem báo cáo: {form}, {period}', en: 'See the report: {form}, {period}' },
  'list.by': { vi: '{unit} yêu cầu ngày {day}', en: 'asked by {unit} on {day}' },
  'list.closes': { vi: 'chốt số liệu đến hết ngày {day}', en: 'figures of the end of {day}' },
  'list.due': { vi: 'hạn gửi {day}', en: 'due {day}' },
  'list.sent_on': { vi: 'gửi ngày {day}', en: 'sent on {day}' },
  'list.nothing_owed': { vi: 'Không còn báo cáo nào phải nộp', en: 'Nothing is due' },
  'list.nothing_owed_text': {
    vi: 'Khi cấp trên yêu cầu báo cáo, yêu cầu hiện ở đây và ở Việc hôm nay.',
    en: 'When the level above asks for a report it stands here and on the list of work.',
  },
  'list.dropped': {
    vi: 'Biểu này đã thôi dùng nên không lập được; cấp đã yêu cầu cần rút lại yêu cầu.',
    en: 'This form was dropped, so the report cannot be made; whoever asked has to take the round back.',
  },
  'list.all': { vi: 'Xem cả báo cáo đã nộp', en: 'Also what was sent' },
  'list.nothing_asked': { vi: 'Đơn vị chưa yêu cầu báo cáo nào', en: 'No reports were asked for' },
  'list.nothing_asked_text': {
    vi: 'Bấm “Yêu cầu báo cáo” để giao biểu mẫu, kỳ, ngày chốt số liệu và hạn gửi cho các đơn vị trực thuộc.',
    en: 'Press “Ask for reports” to name the form, the period, the closing day and the units.',
  },
  'list.nothing_sent': { vi: 'Chưa có báo cáo nào được gửi', en: 'No reports were sent' },
  'list.nothing_sent_text': {
    vi: 'Báo cáo đã gửi của đơn vị và các đơn vị trực thuộc được lưu ở đây, không ai sửa được.',
    en: 'What the unit and those below have sent is kept here; nobody can change it.',
  },
  'list.no_unit': {
    vi: 'Chọn một đơn vị ở thanh trên cùng để xem báo cáo của đơn vị ấy',
    en: 'Choose a unit in the top bar to see its reports',
  },
  'list.report': { vi: 'Báo cáo', en: 'Report' },
  'list.unit': { vi: 'Đơn vị', en: 'Unit' },
  'list.period': { vi: 'Kỳ', en: 'Period' },
  'list.closed': { vi: 'Chốt số liệu', en: 'Closed on' },
  'list.sent': { vi: 'Ngày gửi', en: 'Sent on' },
  'list.state': { vi: 'Tình trạng', en: 'State' },
  'list.form': { vi: 'Biểu mẫu', en: 'Form' },
  'list.times': { vi: 'gửi lần {count}', en: 'sent {count} times' },
  'list.below': { vi: 'Các đơn vị trực thuộc', en: 'Units below' },
} satisfies Record<string, Message>;

const said = {
  'state.submitted': { vi: 'đã gửi', en: 'sent' },
  'state.late': { vi: 'quá hạn, chưa gửi', en: 'overdue' },
  'state.owing': { vi: 'chưa gửi', en: 'not sent yet' },
  'state.ended': { vi: 'không phải gửi nữa', en: 'not waited for any more' },
  'state.returned': { vi: 'bị trả lại, phải gửi lại', en: 'returned, to be sent again' },
  'state.late_days': { vi: 'chậm {count} ngày', en: '{count} days late' },
  'state.left_days': { vi: 'còn {count} ngày', en: '{count} days left' },
  'state.today': { vi: 'đến hạn hôm nay', en: 'due today' },
  'state.taken_back': { vi: 'đã rút lại ngày {day}: {reason}', en: 'taken back on {day}: {reason}' },
  'state.returned_why': { vi: 'Trả lại ngày {day}: {reason}', en: 'Returned on {day}: {reason}' },
  'state.example': { vi: 'biểu mẫu ví dụ', en: 'example form' },
  'state.example_text': {
    vi: 'Biểu này lập theo hình mẫu cũ, làm ví dụ: bộ biểu mẫu thống kê năm 2025 chưa được đối chiếu bản gốc.',
    en: 'This form follows an old shape and is an example: the set of 2025 was not checked against the original.',
  },
} satisfies Record<string, Message>;

const ask = {
  'ask.title': { vi: 'Yêu cầu cấp dưới báo cáo', en: 'Ask the units below for reports' },
  'ask.title_like': { vi: 'Yêu cầu báo cáo như trước', en: 'Ask for these reports as before' },
  'ask.title_next': { vi: 'Sửa yêu cầu báo cáo trước khi gửi', en: 'Change the round before it is sent' },
  'ask.withdrawn': {
    vi: 'Yêu cầu lặp lại này đã thôi từ ngày {day} nên không còn kỳ nào để sửa.',
    en: 'This was withdrawn on {day}: there is no next period to change.',
  },
  'ask.withdrawn_open': { vi: 'Xem nội dung đã đặt', en: 'See what it was' },
  'ask.purpose': {
    vi: 'Giao biểu mẫu, kỳ, ngày chốt số liệu và hạn gửi cho các đơn vị trực thuộc.',
    en: 'Name the form, the period, the closing day and the day it is due, and the units.',
  },
  'ask.purpose_like': {
    vi: 'Biểu mẫu, đơn vị và lời dặn điền sẵn theo yêu cầu cũ; chọn kỳ, ngày chốt số liệu và hạn gửi.',
    en: 'Forms, units and instructions are those of the old round; choose the period, the closing day and the day it is due.',
  },
  'ask.help1': {
    vi: 'Trang này để cấp ủy yêu cầu các đơn vị bên dưới gửi báo cáo theo cùng biểu, cùng ngày chốt; nhiều biểu của một kỳ gửi một lần.',
    en: 'This page is for asking the units below for reports of the same forms and closing day; several forms of a period at once.',
  },
  'ask.help2': {
    vi: 'Mỗi đơn vị được yêu cầu có một việc trong Việc hôm nay, được nhắc theo lịch nhắc của cấp ủy.',
    en: 'Each unit finds a line on its list of work, and is reminded as the committee has set.',
  },
  'ask.help3': {
    vi: 'Sau khi gửi, trang theo dõi cho biết ai đã gửi, ai chậm, ai chưa gửi; hạn gia hạn được, yêu cầu rút lại được.',
    en: 'Then a page shows who has sent, who is late and who has not; the day can be extended, the round taken back.',
  },
  'ask.back': { vi: 'Báo cáo', en: 'Reports' },
  'ask.forms': { vi: 'Biểu mẫu', en: 'Forms' },
  'ask.forms_hint': {
    vi: 'Chọn được nhiều biểu cùng kỳ: mỗi biểu là một lần yêu cầu, theo dõi riêng.',
    en: 'Several forms of one period may be chosen: each is a round that is followed by itself.',
  },
  'ask.forms_needed': { vi: 'Chọn ít nhất một biểu.', en: 'Choose at least one form.' },
  'ask.forms_apart': {
    vi: 'Các biểu đã chọn không có kỳ nào chung. Bỏ bớt, hoặc yêu cầu riêng từng biểu.',
    en: 'These forms share no period. Leave some out, or ask for each by itself.',
  },
  'ask.again_month': { vi: 'Lặp lại mỗi tháng, cho đến khi thôi', en: 'Again every month, until withdrawn' },
  'ask.again_quarter': {
    vi: 'Lặp lại mỗi quý, cho đến khi thôi',
    en: 'Again every quarter, until withdrawn',
  },
  'ask.again_half': {
    vi: 'Lặp lại mỗi 6 tháng, cho đến khi thôi',
    en: 'Again every half-year, until withdrawn',
  },
  'ask.again_year': { vi: 'Lặp lại mỗi năm, cho đến khi thôi', en: 'Again every year, until withdrawn' },
  'ask.again_hint': {
    vi: 'Nguồn không tự gửi: yêu cầu của kỳ sau được soạn sẵn, hiện ở Việc hôm nay để đồng chí xem rồi gửi.',
    en: 'Nothing is sent by itself: the next round stands prepared on the list of work, for a person to send.',
  },
  'ask.form': { vi: 'Biểu mẫu', en: 'Form' },
  'ask.pick': { vi: 'chọn biểu mẫu', en: 'choose a form' },
  'ask.period': { vi: 'Kỳ báo cáo', en: 'Period' },
  'ask.pick_period': { vi: 'chọn kỳ', en: 'choose a period' },
  'ask.closes': { vi: 'Ngày chốt số liệu', en: 'Closing day' },
  'ask.closes_hint': {
    vi: 'Số liệu tính đến hết ngày này, trong kỳ {period}.',
    en: 'Figures of the end of this day, within {period}.',
  },
  'ask.closes_given': { vi: 'Chốt {day} theo {basis}', en: 'Close on {day} by {basis}' },
  'ask.closes_end': { vi: 'Chốt hết kỳ, {day}', en: 'Close at the end, {day}' },
  'ask.due': { vi: 'Hạn gửi', en: 'Due' },
  'ask.due_hint': { vi: 'Không sớm hơn ngày chốt số liệu.', en: 'Not before the closing day.' },
  'ask.due_early': { vi: 'Hạn gửi không sớm hơn ngày chốt số liệu.', en: 'Not before the closing day.' },
  'ask.units': { vi: 'Các đơn vị phải báo cáo', en: 'Units asked' },
  'ask.units_deep': { vi: 'Cả các cấp dưới nữa', en: 'Also the levels further down' },
  'ask.units_all': { vi: 'Chọn tất cả {count} đơn vị', en: 'Choose all {count} units' },
  'ask.units_none': { vi: 'Bỏ chọn tất cả', en: 'Choose none' },
  'ask.units_chosen': { vi: 'Đã chọn {count} đơn vị', en: '{count} units chosen' },
  'ask.units_first': { vi: 'Chọn biểu mẫu trước.', en: 'Choose the form first.' },
  'ask.units_empty': {
    vi: 'Không có đơn vị trực thuộc nào dùng được các biểu này.',
    en: 'There is no unit below for these forms.',
  },
  'ask.units_needed': { vi: 'Chọn ít nhất một đơn vị.', en: 'Choose at least one unit.' },
  'ask.units_many': {
    vi: 'Một lần yêu cầu nhiều nhất {count} đơn vị; các cấp dưới nữa do cấp trực tiếp yêu cầu.',
    en: 'At most {count} units at once; units further down are asked by their own committee.',
  },
  'ask.words': { vi: 'Lời dặn', en: 'Instructions' },
  'ask.words_hint': {
    vi: 'Nếu cần, tối đa 300 ký tự. Không ghi tên người.',
    en: 'Where needed, at most 300 characters. No names.',
  },
  'ask.submit': { vi: 'Gửi yêu cầu', en: 'Send' },
  'ask.done': { vi: 'Đã gửi yêu cầu báo cáo.', en: 'The units were asked.' },
  'ask.done_many': { vi: 'Đã gửi {count} yêu cầu báo cáo.', en: '{count} rounds were sent.' },
} satisfies Record<string, Message>;

const round = {
  'round.purpose': {
    vi: 'Ai đã gửi, ai gửi chậm, ai chưa gửi.',
    en: 'Who has sent, who was late, who has not sent yet.',
  },
  'round.help1': {
    vi: 'Trang này để theo dõi một lần yêu cầu báo cáo và nhắc đơn vị chưa gửi.',
    en: 'This page follows one round of reports and reminds those who have not sent.',
  },
  'round.help2': {
    vi: 'Bấm vào tên báo cáo để đọc; báo cáo chưa đúng thì trả lại kèm lý do, bản cũ vẫn được lưu.',
    en: 'Press a report to read it; return one that is not right, with the reason. The old one is kept.',
  },
  'round.help3': {
    vi: 'Lời nhắc hiện ở chuông nhắc của người có trách nhiệm trong đơn vị ấy, có báo đã xem.',
    en: 'A reminder stands at the bell of those who answer for it, with a receipt.',
  },
  'round.dropped': { vi: 'Biểu này đã thôi dùng', en: 'This form was dropped' },
  'round.dropped_text': {
    vi: 'Đơn vị chưa gửi không lập được báo cáo này nữa, nhưng việc vẫn nằm ở Việc hôm nay của họ. Rút lại yêu cầu để việc ấy mất đi, hoặc nhận lại biểu ở trang Biểu mẫu.',
    en: 'Those who have not sent cannot make this report any more, but its line stays on their list. Take the round back, or adopt the form again on the page of forms.',
  },
  'round.units': { vi: 'Các đơn vị được yêu cầu', en: 'Units asked' },
  'round.counts': {
    vi: 'đã gửi {submitted}/{asked}',
    en: '{submitted} of {asked} sent',
  },
  'round.late_count': { vi: '{count} quá hạn', en: '{count} overdue' },
  'round.owing_count': { vi: '{count} chưa gửi', en: '{count} not sent yet' },
  'round.returned_count': { vi: '{count} bị trả lại', en: '{count} returned' },
  'round.nobody': { vi: 'chưa có ai giữ chức trách để gửi', en: 'nobody holds an office that could send' },
  'round.ended': { vi: 'đã kết thúc hoạt động', en: 'has ended' },
  'round.reminded': { vi: 'nhắc ngày {day}', en: 'reminded on {day}' },
  'round.report': { vi: 'Báo cáo', en: 'Report' },
  'round.open': { vi: 'Mở báo cáo', en: 'Open' },
  'round.open_named': { vi: 'Mở báo cáo của {unit}', en: 'Open the report of {unit}' },
  'round.remind': { vi: 'Nhắc đơn vị chưa gửi', en: 'Remind those who have not sent' },
  'round.remind_title': { vi: 'Nhắc {count} đơn vị chưa gửi', en: 'Remind {count} units' },
  'round.remind_words': { vi: 'Lời nhắc', en: 'Reminder' },
  'round.remind_hint': {
    vi: 'Tối đa 300 ký tự. Nói việc của đơn vị; không ghi tên người.',
    en: 'At most 300 characters. Work of the unit; no names.',
  },
  'round.remind_first': {
    vi: 'Đề nghị gửi {form}, {period}, hạn {day}.',
    en: 'Please send {form}, {period}, due {day}.',
  },
  'round.remind_submit': { vi: 'Gửi lời nhắc', en: 'Send' },
  'round.remind_done': { vi: 'Đã nhắc {count} đơn vị.', en: '{count} units were reminded.' },
  'round.remind_who': { vi: 'Nhắc: {units}', en: 'To: {units}' },
  'round.remind_more': { vi: 'và {count} đơn vị nữa', en: 'and {count} more' },
  'round.more': { vi: 'Việc khác', en: 'More' },
  'round.extend': { vi: 'Gia hạn', en: 'Extend' },
  'round.extend_for': { vi: 'Gia hạn cho', en: 'For' },
  'round.extend_all': { vi: 'tất cả đơn vị được yêu cầu', en: 'all units asked' },
  'round.extend_due': { vi: 'Hạn gửi mới', en: 'New day' },
  'round.why': { vi: 'Lý do', en: 'Reason' },
  'round.why_hint': { vi: 'Tối đa 300 ký tự. Không ghi tên người.', en: 'At most 300 characters. No names.' },
  'round.why_short': { vi: 'Ghi ít nhất một cụm từ có nghĩa.', en: 'Write at least a few words.' },
  'round.extended': { vi: 'Đã gia hạn.', en: 'Extended.' },
  'round.take_back': { vi: 'Rút lại yêu cầu', en: 'Take the round back' },
  'round.take_back_text': {
    vi: 'Đơn vị chưa gửi không phải gửi nữa; báo cáo đã gửi vẫn được lưu.',
    en: 'The lines of those who have not sent go; what was sent is kept.',
  },
  'round.taken_back': { vi: 'Đã rút lại yêu cầu.', en: 'Taken back.' },
  'round.extensions': { vi: 'Các lần gia hạn', en: 'Extensions' },
  'round.extension': { vi: 'hạn mới {day}: {units}', en: 'now due {day}: {units}' },
  'round.all_units': { vi: 'tất cả đơn vị', en: 'all units' },
} satisfies Record<string, Message>;

const forms = {
  'forms.title': { vi: 'Biểu mẫu báo cáo', en: 'Report forms' },
  'forms.purpose': {
    vi: 'Những biểu mà đơn vị dùng được, căn cứ của từng biểu, và biểu riêng của cấp ủy.',
    en: 'Forms that the unit may use, what each is based on, and the committee’s own forms.',
  },
  'forms.help1': {
    vi: 'Trang này để xem biểu mẫu hỏi những gì và thêm biểu riêng của cấp ủy.',
    en: 'This page shows what each form asks, and takes in the committee’s own.',
  },
  'forms.help2': {
    vi: 'Biểu riêng là một tệp chữ liệt kê dòng, cột và số liệu của mục Thống kê; đơn vị bên dưới cũng dùng được.',
    en: 'An own form is a text that lists rows, columns and figures of the statistics; units below may use it too.',
  },
  'forms.help3': {
    vi: 'Biểu có số liệu không tồn tại hoặc trùng dòng thì không được nhận, và Nguồn chỉ rõ dòng nào sai; biểu đang dùng vẫn nguyên.',
    en: 'A form with an unknown figure or a duplicate is refused with the line named; those in use stay.',
  },
  'forms.none': { vi: 'Chưa có biểu mẫu nào', en: 'No forms' },
  'forms.basis': { vi: 'Căn cứ', en: 'Basis' },
  'forms.no_basis': { vi: 'theo yêu cầu của cấp ủy', en: 'as the committee asks' },
  'forms.unverified': { vi: 'chưa kiểm chứng', en: 'unverified' },
  'forms.periods': { vi: 'Kỳ', en: 'Periods' },
  'forms.sections': { vi: 'Gồm', en: 'Sections' },
  'forms.adopted': { vi: 'Biểu riêng của {unit}', en: 'Own form of {unit}' },
  'forms.drop': { vi: 'Thôi dùng', en: 'Drop' },
  'forms.drop_named': { vi: 'Thôi dùng biểu {form}', en: 'Drop the form {form}' },
  'forms.drop_ask': {
    vi: 'Không lập báo cáo mới theo biểu này nữa. Báo cáo đã gửi vẫn đọc được. Lần yêu cầu còn đơn vị chưa gửi thì rút lại ở phần Đã yêu cầu.',
    en: 'No new reports of this form. What was sent can still be read. Rounds that still wait for it are to be taken back.',
  },
  'forms.dropped': { vi: 'Đã thôi dùng biểu.', en: 'Dropped.' },
  'forms.add': { vi: 'Thêm biểu riêng', en: 'Add an own form' },
  'forms.text': { vi: 'Nội dung biểu', en: 'Text of the form' },
  'forms.text_hint': {
    vi: 'Dán nội dung tệp .yaml của biểu. Mỗi ô của biểu là một số liệu có trong mục Thống kê.',
    en: 'Paste the .yaml text of the form. Each cell is a figure of the statistics.',
  },
  'forms.save': { vi: 'Nhận biểu này', en: 'Adopt' },
  'forms.saved': { vi: 'Đã nhận biểu.', en: 'Adopted.' },
  'forms.fault': { vi: 'Dòng {line}: {reason}', en: 'Line {line}: {reason}' },
  'forms.faults': {
    vi: 'Biểu chưa nhận được, các biểu đang dùng vẫn nguyên',
    en: 'Not adopted; those in use stay',
  },
  'forms.month': { vi: 'tháng', en: 'month' },
  'forms.quarter': { vi: 'quý', en: 'quarter' },
  'forms.half': { vi: '6 tháng', en: 'half-year' },
  'forms.year': { vi: 'năm', en: 'year' },
} satisfies Record<string, Message>;

export const words = { ...list, ...said, ...ask, ...round, ...again, ...forms };

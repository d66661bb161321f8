// The words of the pages of reminders: the list, writing to those who must act, one’s own address, the settings.
import type { Message } from '../../platform/messages.ts';

const list = {
  'list.title': { vi: 'Nhắc việc', en: 'Reminders' },
  'list.purpose': {
    vi: 'Những lần nhắc gửi đến chức trách đang chọn, mới nhất trước.',
    en: 'Reminders to the office chosen, newest first.',
  },
  'list.help1': {
    vi: 'Nguồn nhắc trước hạn, nhắc lại khi quá hạn, và chuyển lời đôn đốc của cấp trên.',
    en: 'You are reminded before a due day and after it, and what the level above writes arrives here.',
  },
  'list.help2': {
    vi: 'Bấm vào tên việc để đến đúng chỗ ghi; lần nhắc ấy được tính là đã đọc.',
    en: 'Press the name of the work to go where it is recorded; the reminder then counts as read.',
  },
  'list.help3': {
    vi: 'Lời đôn đốc có người chờ báo nhận: bấm “Mở xem” thì người gửi biết đã có người đọc, lúc nào.',
    en: 'Somebody waits for the receipt of what was written: press “Open” and the sender learns who read it and when.',
  },
  'list.show': { vi: 'Chọn lần nhắc', en: 'Which reminders' },
  'list.all': { vi: 'Tất cả', en: 'All' },
  'list.unread': { vi: 'Chưa đọc', en: 'Unread' },
  'list.read_all': { vi: 'Đánh dấu đã đọc tất cả', en: 'Mark all as read' },
  'list.read_done': { vi: 'Đã đánh dấu đã đọc.', en: 'All are marked as read.' },
  'list.read_left': {
    vi: 'Đã đánh dấu. Còn {count} lời đôn đốc phải mở xem từng lời, vì người gửi chờ báo nhận.',
    en: 'Marked. {count} written by people remain: they are opened one by one, because a receipt is awaited.',
  },
  'list.settings': { vi: 'Cài đặt nhắc việc', en: 'Settings of reminders' },
  'list.total': { vi: '{count} lần nhắc', en: '{count} reminders' },
  'list.shown': { vi: 'Đang hiện {shown} trong tổng số {count} lần nhắc', en: 'Showing {shown} of {count}' },
  'list.none': { vi: 'Chưa có lần nhắc nào', en: 'No reminders yet' },
  'list.none_text': {
    vi: 'Khi một việc sắp đến hạn hoặc quá hạn, lời nhắc hiện ở đây và con số hiện cạnh hình quả chuông.',
    en: 'When work falls due, the reminder appears here and the number beside the bell.',
  },
  'list.none_unread': { vi: 'Đã đọc hết', en: 'Everything has been read' },
  'list.none_unread_text': {
    vi: 'Các lần nhắc đã đọc vẫn ở mục Tất cả.',
    en: 'What was read stays under All.',
  },
  'notice.lead': { vi: 'Sắp đến hạn', en: 'Due soon' },
  'notice.late': { vi: 'Quá hạn', en: 'Overdue' },
  'notice.escalation': { vi: 'Cấp dưới để quá hạn', en: 'Overdue below' },
  'notice.sent': { vi: 'Lời đôn đốc', en: 'Written reminder' },
  'notice.unread': { vi: 'chưa đọc', en: 'unread' },
  'notice.due': { vi: 'Hạn {day}', en: 'Due {day}' },
  'notice.no_due': { vi: 'Chưa rõ hạn', en: 'No known due day' },
  'notice.left': { vi: 'còn {count} ngày', en: '{count} days left' },
  'notice.today': { vi: 'hết hạn hôm nay', en: 'due today' },
  'notice.over': { vi: 'đã quá {count} ngày', en: '{count} days past' },
  'notice.past': { vi: 'việc này đã xong', en: 'this is done' },
  'notice.see': { vi: 'Mở xem', en: 'Open' },
  'notice.see_named': { vi: 'Mở xem lời đôn đốc: {what}', en: 'Open what was written: {what}' },
  'notice.go': { vi: 'Đến việc này', en: 'Go there' },
  'notice.go_named': { vi: 'Đến việc này: {what}', en: 'Go there: {what}' },
  'notice.sealed': {
    vi: 'Nội dung không hiện với chức trách đang chọn.',
    en: 'The words are not shown to this office.',
  },
  'notice.receipt': { vi: 'Đã báo nhận lúc {at}', en: 'Receipt given at {at}' },
  'notice.awaited': {
    vi: 'Người gửi chờ báo nhận: mở xem là đã báo nhận.',
    en: 'A receipt is awaited: opening it gives one.',
  },
} satisfies Record<string, Message>;

const sent = {
  'sent.from': { vi: '{who} ({office})', en: '{who} ({office})' },
  'sent.document': { vi: 'Văn bản: {what}', en: 'Document: {what}' },
  'sent.number': { vi: 'số {number}', en: 'no. {number}' },
  'sent.day': { vi: 'ngày {day}', en: 'of {day}' },
  'sent.by': { vi: 'của {by}', en: 'by {by}' },
  'sent.opened': { vi: '{who} đã xem lúc {at}', en: '{who} opened it at {at}' },
  'sent.not_opened': { vi: 'chưa mở xem', en: 'not opened yet' },
} satisfies Record<string, Message>;

const remind = {
  'remind.label': { vi: 'Đôn đốc…', en: 'Remind them…' },
  'remind.named': { vi: 'Đôn đốc…: {what}', en: 'Remind them…: {what}' },
  'remind.title': { vi: 'Đôn đốc', en: 'Remind' },
  'remind.to': { vi: 'Gửi đến: {office}, {unit}.', en: 'To: {office}, {unit}.' },
  'remind.text': { vi: 'Nội dung đôn đốc', en: 'What is to be done' },
  'remind.text_person': {
    vi: 'Tối đa 300 ký tự. Được giữ kín như ghi chú về người này; thư điện tử không mang theo nội dung.',
    en: 'At most 300 characters. Kept sealed like a note about this person; never sent by e-mail.',
  },
  'remind.text_unit': {
    vi: 'Tối đa 300 ký tự. Không ghi tên người, không nhận xét về người; thư điện tử không mang theo nội dung.',
    en: 'At most 300 characters. No names and nothing about persons; never sent by e-mail.',
  },
  'remind.short': { vi: 'Ghi ít nhất một cụm từ có nghĩa.', en: 'Write at least a few words.' },
  'remind.document': { vi: 'Văn bản đôn đốc (nếu có)', en: 'Document (if any)' },
  'remind.number': { vi: 'Số', en: 'Number' },
  'remind.on': { vi: 'Ngày', en: 'Date' },
  'remind.by': { vi: 'Nơi ban hành', en: 'Issued by' },
  'remind.submit': { vi: 'Gửi lời đôn đốc', en: 'Send' },
  'remind.done': {
    vi: 'Đã gửi lời đôn đốc. Mở lại dòng này để xem đã có người đọc chưa.',
    en: 'Sent. Open this line again to see whether it was read.',
  },
  'remind.earlier': { vi: 'Đã đôn đốc trước đây', en: 'Reminded before' },
} satisfies Record<string, Message>;

const email = {
  'email.title': { vi: 'Nhận nhắc việc qua thư điện tử', en: 'Reminders by e-mail' },
  'email.purpose': {
    vi: 'Địa chỉ chỉ dùng để gửi nhắc việc cho chính đồng chí. Thư nêu loại việc, tên chi bộ và ngày hạn, không nêu tên người. Không bắt buộc; rút lại lúc nào cũng được.',
    en: 'Used only to remind you. The mail names the kind of work, the cell and the day, never a person. Not required; it can be taken back at any time.',
  },
  'email.off': {
    vi: 'Bản Nguồn này chưa nối với máy chủ thư nên chưa gửi thư cho ai. Địa chỉ ghi ở đây sẽ được dùng khi có máy chủ thư; nhắc việc trong Nguồn vẫn đầy đủ.',
    en: 'This installation has no mail server, so nothing is sent. An address given here is used once there is one; reminders in the application are complete.',
  },
  'email.now': { vi: 'Đang gửi đến', en: 'Sent to' },
  'email.kept': { vi: 'Địa chỉ đã ghi', en: 'Address on record' },
  'email.none': { vi: 'chưa ghi địa chỉ', en: 'no address' },
  'email.address': { vi: 'Địa chỉ thư điện tử', en: 'E-mail address' },
  'email.save': { vi: 'Lưu địa chỉ', en: 'Save the address' },
  'email.saved': { vi: 'Đã lưu địa chỉ.', en: 'The address was saved.' },
  'email.take_back': { vi: 'Rút lại địa chỉ', en: 'Take the address back' },
  'email.taken_back': {
    vi: 'Đã rút lại. Nguồn không giữ địa chỉ nữa.',
    en: 'Taken back: it is kept no more.',
  },
} satisfies Record<string, Message>;

const settings = {
  'settings.title': { vi: 'Cài đặt nhắc việc', en: 'Settings of reminders' },
  'settings.purpose': {
    vi: 'Nhắc trước mấy ngày, nhắc lại khi nào, lúc nào không gửi thư, và việc gửi thư đang ra sao.',
    en: 'When to remind, when no mail goes out, and how the mail stands.',
  },
  'settings.help1': {
    vi: 'Cài đặt này dùng chung cho cả bản Nguồn, không riêng chức trách nào.',
    en: 'These settings hold for the whole installation.',
  },
  'settings.help2': {
    vi: 'Đây là cách nhắc của phần mềm; không văn bản nào ấn định các con số này, và hạn của việc không thay đổi theo chúng.',
    en: 'They are the product’s own: no rule sets these numbers, and no due day depends on them.',
  },
  'settings.help3': {
    vi: 'Thay đổi có hiệu lực từ lần nhắc sau; những lần đã nhắc giữ nguyên.',
    en: 'A change holds from the next reminder on; earlier ones stay.',
  },
  'settings.back': { vi: 'Nhắc việc', en: 'Reminders' },
  'settings.days': { vi: 'Khi nào nhắc', en: 'When to remind' },
  'settings.leads': { vi: 'Nhắc trước hạn (số ngày)', en: 'Days before the due day' },
  'settings.leads_hint': {
    vi: 'Các số cách nhau bằng dấu phẩy, ví dụ 30, 7, 1. Số 0 là đúng ngày hạn. Để trống thì không nhắc trước.',
    en: 'Numbers separated by commas, for example 30, 7, 1; 0 is the due day itself. Empty = never before.',
  },
  'settings.late': { vi: 'Nhắc lại sau hạn (số ngày)', en: 'Days after the due day' },
  'settings.late_hint': {
    vi: 'Chỉ nhắc việc còn chưa ghi, ví dụ 1, 7. Để trống thì không nhắc lại.',
    en: 'Only what is still open, for example 1, 7. Empty = never.',
  },
  'settings.days_bad': {
    vi: 'Ghi tối đa 10 số nguyên từ {from} đến 365, cách nhau bằng dấu phẩy.',
    en: 'At most 10 whole numbers from {from} to 365, separated by commas.',
  },
  'settings.escalates': {
    vi: 'Báo cấp trên khi cấp dưới để quá hạn',
    en: 'Tell the level above what is overdue',
  },
  'settings.escalate_after': { vi: 'Sau mấy ngày làm việc', en: 'After how many working days' },
  'settings.quiet': { vi: 'Khi nào không gửi thư', en: 'When no mail goes out' },
  'settings.quiet_hint': {
    vi: 'Giờ Việt Nam. Nhắc việc trong Nguồn vẫn hiện ngay; chỉ thư điện tử chờ hết giờ này mới gửi.',
    en: 'Time of Việt Nam. Reminders in the application appear at once; only the mail waits.',
  },
  'settings.from': { vi: 'Từ', en: 'From' },
  'settings.to': { vi: 'Đến', en: 'To' },
  'settings.days_off': { vi: 'Không gửi thư vào ngày nghỉ', en: 'No mail on days off' },
  'settings.save': { vi: 'Lưu cài đặt', en: 'Save' },
  'settings.saved': { vi: 'Đã lưu cài đặt nhắc việc.', en: 'The settings were saved.' },
  'mail.title': { vi: 'Tình trạng gửi thư', en: 'State of the mail' },
  'mail.server': { vi: 'Máy chủ thư', en: 'Mail server' },
  'mail.on': { vi: 'đã nối', en: 'set' },
  'mail.off': { vi: 'chưa nối, không gửi thư cho ai', en: 'not set: no mail is sent' },
  'mail.off_how': {
    vi: 'Người trông máy đặt máy chủ thư khi khởi động Nguồn; tài liệu vận hành có chỉ dẫn. Không có thư thì nhắc việc trong Nguồn vẫn đầy đủ.',
    en: 'Whoever keeps the machine sets the mail server when starting the program; the operating guide says how.',
  },
  'mail.waiting': { vi: 'Thư đang chờ gửi', en: 'Waiting' },
  'mail.sent': { vi: 'Thư đã gửi', en: 'Sent' },
  'mail.given_up': { vi: 'Thư đã thôi gửi sau nhiều lần thử', en: 'Given up' },
  'mail.failure': { vi: 'Lỗi gần nhất', en: 'Last failure' },
  'mail.no_failure': { vi: 'không có', en: 'none' },
  'mail.detail': { vi: 'Máy chủ thư báo: {text}', en: 'The mail server says: {text}' },
  'failure.refused': {
    vi: 'Không kết nối được với máy chủ thư: máy chủ chưa chạy hoặc sai cổng.',
    en: 'The mail server cannot be reached: it is down or the port is wrong.',
  },
  'failure.unknown_host': {
    vi: 'Không tìm thấy máy chủ thư theo tên đã đặt.',
    en: 'There is no mail server of that name.',
  },
  'failure.slow': {
    vi: 'Máy chủ thư không trả lời kịp.',
    en: 'The mail server did not answer in time.',
  },
  'failure.sign_in': {
    vi: 'Máy chủ thư không nhận tên hoặc mật khẩu đã đặt.',
    en: 'The mail server refused the user name or password.',
  },
  'failure.address': {
    vi: 'Máy chủ thư không nhận một địa chỉ người nhận hoặc người gửi.',
    en: 'The mail server refused an address.',
  },
  'failure.other': { vi: 'Máy chủ thư không nhận thư.', en: 'The mail server did not take the message.' },
} satisfies Record<string, Message>;

export const words = { ...list, ...sent, ...remind, ...email, ...settings } as const;

// The words of reports that are asked again every period, in Vietnamese and English.
import type { Message } from '../../../platform/messages.ts';

export const again = {
  'again.title': { vi: 'Yêu cầu lặp lại: {forms}', en: 'Asked again: {forms}' },
  'again.purpose_month': {
    vi: 'Yêu cầu báo cáo mỗi tháng, cho đến khi thôi.',
    en: 'Asked every month, until withdrawn.',
  },
  'again.purpose_quarter': {
    vi: 'Yêu cầu báo cáo mỗi quý, cho đến khi thôi.',
    en: 'Asked every quarter, until withdrawn.',
  },
  'again.purpose_half': {
    vi: 'Yêu cầu báo cáo mỗi 6 tháng, cho đến khi thôi.',
    en: 'Asked every half-year, until withdrawn.',
  },
  'again.purpose_year': {
    vi: 'Yêu cầu báo cáo mỗi năm, cho đến khi thôi.',
    en: 'Asked every year, until withdrawn.',
  },
  'again.purpose_gone': {
    vi: 'Yêu cầu báo cáo này không lặp lại nữa; nội dung đã đặt vẫn xem được.',
    en: 'These reports are not asked again any more; what was asked can still be read.',
  },
  'again.help1': {
    vi: 'Trang này giữ một yêu cầu báo cáo lặp lại theo kỳ: kỳ tới đã soạn sẵn, đồng chí xem rồi bấm gửi.',
    en: 'This page keeps reports that are asked every period: the next round stands prepared, you look at it and send it.',
  },
  'again.help2': {
    vi: 'Nguồn không tự gửi gì. Ngày chốt và hạn gửi theo đúng ngày của kỳ đầu; muốn khác thì bấm “Sửa trước khi gửi”.',
    en: 'Nothing is sent by itself. The days follow those of the first period; to have others, change it before it is sent.',
  },
  'again.help3': {
    vi: 'Kỳ nào không cần thì bỏ qua kèm lý do, bỏ nhầm thì khôi phục; thôi hẳn thì chọn “Thôi lặp lại”. Lần yêu cầu đã gửi vẫn còn.',
    en: 'A period that is not needed is passed over with a reason, and asked after all by one press; withdrawn for good, the rounds that were sent stand.',
  },
  'again.list': { vi: 'Yêu cầu lặp lại', en: 'Asked again every period' },
  'again.rounds': { vi: 'Các lần đã yêu cầu', en: 'Rounds that were asked' },
  'again.every_month': { vi: 'mỗi tháng', en: 'every month' },
  'again.every_quarter': { vi: 'mỗi quý', en: 'every quarter' },
  'again.every_half': { vi: 'mỗi 6 tháng', en: 'every half-year' },
  'again.every_year': { vi: 'mỗi năm', en: 'every year' },
  'again.comes': { vi: 'kỳ tới: {period}', en: 'next: {period}' },
  'again.ready': { vi: 'đã soạn, chờ gửi', en: 'prepared, to be sent' },
  'again.from': { vi: 'gửi được từ ngày {day}', en: 'may be sent from {day}' },
  'again.set': { vi: '{unit} đặt yêu cầu này ngày {day}', en: 'set by {unit} on {day}' },
  'again.from_work': {
    vi: 'Gửi được từ ngày {day}; từ hôm ấy việc này hiện ở trang Việc hôm nay.',
    en: 'May be sent from {day}; from that day on it stands on the list of work.',
  },
  'again.withdrawn': {
    vi: 'Đã thôi lặp lại từ ngày {day} ({by} ghi). Lý do: {reason}',
    en: 'Withdrawn on {day} by {by}: {reason}',
  },
  'again.was': { vi: 'Nội dung đã đặt', en: 'What was asked' },
  'again.was_second': {
    vi: 'Chỉ để xem. Muốn yêu cầu tiếp, bấm “Yêu cầu như trước”: nội dung này được điền sẵn, đồng chí chọn kỳ rồi gửi.',
    en: 'To be read only. To ask again, press “Ask as before”: this is filled in, you choose the period and send it.',
  },
  'again.every': { vi: 'Lặp lại', en: 'Again' },
  'again.first': { vi: 'Kỳ đầu', en: 'First period' },
  'again.repeat': { vi: 'Yêu cầu như trước', en: 'Ask as before' },
  'again.dropped': {
    vi: 'Biểu đã thôi dùng, kỳ tới không yêu cầu nữa: {forms}.',
    en: 'Dropped, and not asked in the next period: {forms}.',
  },
  'again.all_dropped': {
    vi: 'Biểu đã thôi dùng: {forms}. Chọn “Thôi lặp lại” ở Việc khác, hoặc nhận lại biểu ở trang Biểu mẫu.',
    en: 'Dropped: {forms}. Withdraw this, or adopt the form again on the page of forms.',
  },
  'again.next': { vi: 'Kỳ tới: {period}', en: 'Next: {period}' },
  'again.next_second': { vi: 'Đã soạn sẵn, chưa gửi.', en: 'Prepared, not sent.' },
  'again.units': { vi: '{count} đơn vị', en: '{count} units' },
  'again.document': { vi: 'Theo văn bản', en: 'By' },
  'again.gone': {
    vi: 'Kỳ trước có, nay không yêu cầu được nữa (đã kết thúc, chuyển đi hoặc đổi loại): {units}.',
    en: 'Asked before and not any more (ended, moved away or of another kind): {units}.',
  },
  'again.fresh': {
    vi: 'Mới thành lập, mới chuyển về hoặc mới đổi loại, chưa có trong yêu cầu: {units}. Bấm “Sửa trước khi gửi” để thêm; đã thêm thì các kỳ sau cũng có.',
    en: 'Founded, come or of another kind since, and not asked yet: {units}. Change it before it is sent to add them; they are asked again from then on.',
  },
  'again.send': { vi: 'Gửi yêu cầu: {period}', en: 'Send: {period}' },
  'again.sent': { vi: 'Đã gửi yêu cầu báo cáo: {period}.', en: 'Sent: {period}.' },
  'again.change': { vi: 'Sửa trước khi gửi', en: 'Change before sending' },
  'again.skip': { vi: 'Bỏ qua kỳ này', en: 'Pass this period over' },
  'again.skip_title': { vi: 'Bỏ qua kỳ: {period}', en: 'Pass over: {period}' },
  'again.skip_text': {
    vi: 'Kỳ này không yêu cầu báo cáo, kỳ sau được soạn sẵn. Còn khôi phục được cho đến khi gửi hoặc bỏ qua kỳ sau.',
    en: 'This period is not asked; the one after it stands prepared. Until that is sent or passed over, this can be undone.',
  },
  'again.skipped': { vi: 'Đã bỏ qua kỳ: {period}.', en: 'Passed over: {period}.' },
  'again.restore': { vi: 'Khôi phục kỳ này', en: 'Ask after all' },
  'again.restore_named': { vi: 'Khôi phục kỳ này: {period}', en: 'Ask after all: {period}' },
  'again.restored': { vi: 'Đã khôi phục kỳ: {period}.', en: 'It stands prepared again: {period}.' },
  'again.withdraw': { vi: 'Thôi lặp lại', en: 'Do not ask again' },
  'again.withdraw_text': {
    vi: 'Không soạn yêu cầu cho các kỳ sau nữa. Những lần đã yêu cầu vẫn giữ nguyên, đơn vị vẫn phải gửi báo cáo.',
    en: 'No further round is prepared. Those that were asked stand and are still owed.',
  },
  'again.withdrawn_done': { vi: 'Đã thôi lặp lại.', en: 'Withdrawn.' },
  'again.past': { vi: 'Các kỳ trước', en: 'Periods before' },
  'again.asked_on': { vi: 'yêu cầu ngày {day}', en: 'asked on {day}' },
  'again.skipped_on': { vi: 'bỏ qua ngày {day}: {reason}', en: 'passed over on {day}: {reason}' },
} satisfies Record<string, Message>;

// Words about helpers, consent, what runs out, and of the helper's own page on the phone.
import type { Message } from '../../platform/messages.ts';

const helpers = {
  'notes.title': { vi: 'Nhận xét còn thiếu trước kỳ họp', en: 'Notes missing before the meeting' },
  'notes.second': {
    vi: 'Tháng {month}: thiếu {missing} trong {expected} nhận xét',
    en: 'Month {month}: {missing} of {expected} missing',
  },
  'notes.month': { vi: 'Tháng', en: 'Month' },
  'notes.none': { vi: 'Đã đủ nhận xét của tháng này', en: 'All notes of this month are there' },
  'notes.none_text': { vi: 'Không còn người giúp đỡ nào phải nhắc.', en: 'Nobody to remind.' },
  'notes.helper': { vi: 'Người giúp đỡ', en: 'Helper' },
  'notes.about': { vi: 'Giúp đỡ', en: 'Helps' },
  'notes.last': { vi: 'Nhận xét gần nhất', en: 'Last note' },
  'notes.never': { vi: 'chưa có', en: 'none' },
  'load.title': { vi: 'Việc của từng người giúp đỡ', en: 'What each helper does' },
  'load.second': { vi: 'Xếp theo tên; không xếp hạng.', en: 'In the order of names; no ranking.' },
  'load.people': { vi: 'Đang giúp đỡ', en: 'Helps' },
  'load.count': { vi: 'Số người', en: 'People' },
  'load.over': {
    vi: 'quá {most} người theo quy định của cấp ủy',
    en: 'more than the {most} of the committee',
  },
  'load.note': { vi: 'Nhận xét tháng này', en: 'This month’s notes' },
  'load.missing': { vi: 'thiếu {count}', en: '{count} missing' },
  'load.full': { vi: 'đủ', en: 'complete' },
  'load.history': { vi: 'Quá trình', en: 'History' },
  'load.none': { vi: 'Chưa phân công ai giúp đỡ', en: 'No helper assigned' },
  'load.none_text': {
    vi: 'Phân công người giúp đỡ trên hồ sơ của từng người, bằng nghị quyết chi bộ.',
    en: 'Helpers are assigned in each dossier, by resolution of the cell.',
  },
  'handover.title': { vi: 'Chưa bàn giao việc giúp đỡ', en: 'Not handed over' },
  'handover.second': {
    vi: 'Người giúp đỡ đã thay nhưng chưa ghi bàn giao.',
    en: 'Helpers who were replaced without a note.',
  },
  'handover.from': { vi: 'Giúp đỡ từ', en: 'Helped since' },
  'handover.until': { vi: 'Đã thay ngày', en: 'Replaced on' },
  'handover.write': { vi: 'Ghi bàn giao', en: 'Write the note' },
  'unrecognised.title': {
    vi: 'Người được giúp đỡ không được công nhận chính thức',
    en: 'Charges not recognised',
  },
  'unrecognised.second': {
    vi: 'Dùng khi kiểm điểm đảng viên hằng năm. Mỗi lần mở danh sách này đều được ghi lại.',
    en: 'For the yearly review of members. Each look is logged.',
  },
  'unrecognised.open': { vi: 'Mở danh sách', en: 'Open the list' },
  'unrecognised.none': { vi: 'Không có trường hợp nào', en: 'None' },
  'unrecognised.ended': { vi: 'Kết thúc', en: 'Ended' },
  'history.title': { vi: 'Quá trình giúp đỡ của {name}', en: 'Charges of {name}' },
  'history.from': { vi: 'Từ', en: 'From' },
  'history.to': { vi: 'Đến', en: 'To' },
  'history.result': { vi: 'Kết quả', en: 'Result' },
  'history.notes': { vi: 'Số nhận xét', en: 'Notes' },
  'history.none': { vi: 'Chưa giúp đỡ ai', en: 'No charge yet' },
  'history.erased': { vi: '(đã xóa dữ liệu cá nhân)', en: '(erased)' },
  'history.open': { vi: 'đang giúp đỡ', en: 'open' },
  'history.replaced': { vi: 'đã thay người khác', en: 'replaced' },
  'history.recognised': { vi: 'được công nhận chính thức', en: 'recognised' },
  'history.not_recognised': { vi: 'không được công nhận', en: 'not recognised' },
  'history.closed': { vi: 'đã kết thúc hồ sơ', en: 'closed' },
} satisfies Record<string, Message>;

const consents = {
  'consent.notice': { vi: 'Nội dung cần thông báo', en: 'What is to be told' },
  'consent.notice1': {
    vi: 'Chi bộ đang xem xét, bồi dưỡng để giới thiệu vào Đảng; việc vào Đảng là tự nguyện.',
    en: 'The cell considers proposing the person; joining is voluntary.',
  },
  'consent.notice2': {
    vi: 'Chi bộ giữ họ tên, ngày sinh, nơi sinh hoạt, các bước đã qua và nhận xét của người giúp đỡ, chỉ để làm việc này; đây là dữ liệu cá nhân nhạy cảm.',
    en: 'The cell keeps name, birth, place, the steps taken and the helper’s notes, for this purpose only; this is sensitive personal data.',
  },
  'consent.notice3': {
    vi: 'Bí thư chi bộ, người giúp đỡ và cấp ủy cấp trên được xem; mỗi lần mở hồ sơ đều được ghi lại.',
    en: 'The secretary, the helper and the committees above may look; each look is logged.',
  },
  'consent.notice4': {
    vi: 'Người được thông báo có quyền xem, yêu cầu sửa, rút lại sự đồng ý và yêu cầu xóa dữ liệu của mình. Im lặng không phải là đồng ý.',
    en: 'The person may see the data, ask for correction, withdraw consent and ask for erasure. Silence is not consent.',
  },
  'consent.law': {
    vi: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 4 và Điều 9; Nghị định 356/2025/NĐ-CP, Điều 4–6; hiệu lực từ 01/01/2026.',
    en: 'Law 91/2025/QH15 on personal data, articles 4 and 9; Decree 356/2025/NĐ-CP, articles 4–6; in force from 1 January 2026.',
  },
  'consent.title': { vi: 'Ai đã được thông báo', en: 'Who was told' },
  'consent.second': {
    vi: 'Còn {missing} người chưa được thông báo và đồng ý',
    en: '{missing} people not told yet',
  },
  'consent.all_told': { vi: 'Mọi người đã được thông báo và đồng ý', en: 'Everybody was told and agreed' },
  'consent.on': { vi: 'Ngày thông báo', en: 'Told on' },
  'consent.by': { vi: 'Người thông báo', en: 'Told by' },
  'consent.answer': { vi: 'Trả lời', en: 'Answer' },
  'consent.agreed': { vi: 'đồng ý', en: 'agreed' },
  'consent.refused': { vi: 'không đồng ý', en: 'did not agree' },
  'consent.not_yet': { vi: 'chưa thông báo', en: 'not told' },
  'consent.filter': { vi: 'Hiện', en: 'Show' },
  'consent.missing': { vi: 'Chỉ người còn thiếu', en: 'Only missing' },
  'consent.none': { vi: 'Không có ai', en: 'Nobody' },
} satisfies Record<string, Message>;

const expiry = {
  'expiry.title': {
    vi: 'Hồ sơ không thành sắp hết thời gian giữ',
    en: 'Failed candidacies whose time runs out',
  },
  'expiry.unset': { vi: 'Cấp ủy chưa quy định thời gian giữ', en: 'No time has been set' },
  'expiry.unset_text': {
    vi: 'Không văn bản nào ấn định thời gian này. Cấp ủy quy định số tháng ở trang Quy định; chưa quy định thì không hồ sơ nào bị đề nghị xóa.',
    en: 'No text sets it. The committee sets the months on the page of rules; until then nothing is proposed for erasure.',
  },
  'expiry.set': { vi: 'Quy định thời gian giữ', en: 'Set the time' },
  'expiry.rule': {
    vi: 'Giữ {months} tháng kể từ ngày kết thúc; báo trước {days} ngày.',
    en: 'Kept {months} months from the end; warned {days} days before.',
  },
  'expiry.closed': { vi: 'Kết thúc', en: 'Ended' },
  'expiry.expires': { vi: 'Hết thời gian giữ', en: 'Runs out' },
  'expiry.state': { vi: 'Tình trạng', en: 'State' },
  'expiry.due': { vi: 'đã hết thời gian giữ', en: 'due' },
  'expiry.soon': { vi: 'sắp hết', en: 'soon' },
  'expiry.none': { vi: 'Chưa có hồ sơ nào hết thời gian giữ', en: 'Nothing runs out' },
  'expiry.none_text': {
    vi: 'Hồ sơ không thành hiện ở đây trước khi hết thời gian giữ.',
    en: 'Failed candidacies appear here before their time is over.',
  },
  'expiry.erase': { vi: 'Xóa dữ liệu cá nhân của {count} người', en: 'Erase the data of {count} people' },
  'expiry.erase_title': { vi: 'Xóa dữ liệu cá nhân', en: 'Erase personal data' },
  'expiry.erase_text': {
    vi: 'Họ tên, ngày sinh và mọi lời nhận xét của những người sau sẽ mất hẳn, không lấy lại được, kể cả từ bản ghi trong hệ thống. Các bước đã ghi không còn tên; số liệu thống kê không đổi.',
    en: 'Names, births and every word about these people are gone for good. The steps stay without a name; no figure changes.',
  },
  'expiry.erase_yes': { vi: 'Xóa hẳn', en: 'Erase for good' },
  'expiry.erased': { vi: 'Đã xóa dữ liệu cá nhân của {count} người.', en: 'Data of {count} people erased.' },
  'expiry.left': { vi: 'Chưa xóa được {count} người', en: '{count} people not erased' },
} satisfies Record<string, Message>;

const charges = {
  'charges.title': { vi: 'Người tôi giúp đỡ', en: 'People I help' },
  'charges.purpose': {
    vi: 'Nhận xét hằng tháng, nhiệm vụ và việc gặp gỡ của những người đồng chí được phân công giúp đỡ.',
    en: 'Monthly notes, tasks and meetings with the people you help.',
  },
  'charges.help1': {
    vi: 'Mỗi tháng ghi một nhận xét ngắn cho từng người, trước kỳ họp chi bộ.',
    en: 'One short note each month for each person, before the meeting.',
  },
  'charges.help2': {
    vi: 'Mất mạng vẫn ghi được: nhận xét nằm chờ trong máy và tự gửi khi có mạng.',
    en: 'Without a network the note waits on the phone and is sent later.',
  },
  'charges.help3': {
    vi: 'Chi bộ đọc nhận xét trong kỳ họp; chỉ bí thư, cấp ủy và đồng chí xem được.',
    en: 'The cell reads it at the meeting; only the secretary, the committees and you see it.',
  },
  'charges.none': { vi: 'Chưa được phân công giúp đỡ ai', en: 'No charge' },
  'charges.none_text': {
    vi: 'Khi chi bộ phân công, tên người được giúp đỡ hiện ở đây.',
    en: 'When the cell assigns somebody, the name appears here.',
  },
  'charges.since': { vi: 'Giúp đỡ từ {day}', en: 'Since {day}' },
  'charges.last': { vi: 'Gặp gần nhất {day}', en: 'Last met {day}' },
  'charges.paused': { vi: 'Đang tạm dừng theo dõi từ {day}', en: 'Paused since {day}' },
  'charges.missing': { vi: 'Còn thiếu nhận xét: {months}', en: 'Missing: {months}' },
  'charges.full': { vi: 'Đã đủ nhận xét', en: 'Complete' },
  'charges.waiting': { vi: 'Đang chờ gửi: {count}', en: 'Waiting to be sent: {count}' },
  'charges.notes': { vi: 'Nhận xét đã ghi', en: 'Notes' },
  'charges.tasks': { vi: 'Nhiệm vụ đã giao', en: 'Tasks' },
  'charges.no_tasks': { vi: 'Chưa giao nhiệm vụ nào.', en: 'No task yet.' },
  'charges.until': { vi: 'làm xong trước {day}', en: 'by {day}' },
  'charges.late': { vi: 'quá ngày', en: 'late' },
  'do.note': { vi: 'Ghi nhận xét tháng', en: 'Write the note' },
  'do.task': { vi: 'Giao nhiệm vụ', en: 'Give a task' },
  'do.result': { vi: 'Ghi kết quả', en: 'Record the result' },
  'do.contact': { vi: 'Ghi việc gặp gỡ', en: 'Record a meeting' },
  'do.hand_over': { vi: 'Bàn giao', en: 'Hand over' },
  'do.title': { vi: '{what} – {name}', en: '{what} – {name}' },
  'do.month_title': { vi: 'Nhận xét tháng {month} – {name}', en: 'Note of {month} – {name}' },
  'do.on': { vi: 'Ngày', en: 'Day' },
  'do.month': { vi: 'Tháng', en: 'Month' },
  'do.write': { vi: 'Ghi', en: 'Record' },
  'do.written': { vi: 'Đã ghi.', en: 'Recorded.' },
  'do.kept': {
    vi: 'Chưa có mạng: đã giữ trong máy, sẽ tự gửi khi có mạng.',
    en: 'No network: kept on this device and sent later.',
  },
  'do.choose': { vi: 'Cần chọn một ý', en: 'Please choose' },
  'do.needed': { vi: 'Cần ghi mục này', en: 'This is needed' },
  'do.profile_b': {
    vi: 'Máy này không giữ lời nhận xét; ghi lời vào sổ giấy của chi bộ.',
    en: 'This installation keeps no words; write them in the paper book of the cell.',
  },
} satisfies Record<string, Message>;

export const helperWords = { ...helpers, ...consents, ...expiry, ...charges };

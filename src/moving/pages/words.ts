// The words of the pages of moving: hand-overs, those who are away, arrivals from outside, and the panel of a dossier.
import type { Message } from '../../platform/messages.ts';

const list = {
  'list.title': { vi: 'Chuyển giao', en: 'Hand-overs' },
  'list.purpose': {
    vi: 'Người trong nguồn phát triển Đảng chuyển đến nơi khác hoặc từ nơi khác đến: ai chờ trả lời, ai đã xong.',
    en: 'Candidates who move to another organisation or come from one: who waits for an answer, who is done.',
  },
  'list.help1': {
    vi: 'Nơi chuyển đề nghị, nơi đến tiếp nhận và ghi số biên nhận; cho đến lúc ấy hồ sơ vẫn thuộc nơi chuyển, cả hai nơi cùng xem được.',
    en: 'The origin proposes, the destination accepts with a receipt; until then the origin owns the case and both see it.',
  },
  'list.help2': {
    vi: 'Lịch sử và số tháng đã được giúp đỡ đi theo người; không ai bị tính hai lần hay bị bỏ sót.',
    en: 'History and months of help go with the person; nobody is counted twice or lost.',
  },
  'list.help3': {
    vi: 'Muốn chuyển một người: mở hồ sơ của người ấy, phần “Chuyển giao”. Nơi không dùng chung hệ thống thì chuyển bằng giấy.',
    en: 'To hand somebody over open the dossier, part “Hand-over”. To a place outside it goes on paper.',
  },
  'list.tabs': { vi: 'Chọn phần', en: 'Parts' },
  'list.in': { vi: 'Đến', en: 'Coming in' },
  'list.out': { vi: 'Đi', en: 'Going out' },
  'list.done': { vi: 'Đã xong', en: 'Done' },
  'list.away': { vi: 'Chờ trở lại', en: 'Away' },
  'list.name': { vi: 'Họ và tên', en: 'Name' },
  'list.hidden': { vi: 'Không hiển thị (đã kết thúc)', en: 'Not shown (over)' },
  'list.from': { vi: 'Nơi chuyển', en: 'From' },
  'list.to': { vi: 'Nơi đến', en: 'To' },
  'list.stage': { vi: 'Giai đoạn khi chuyển', en: 'Stage' },
  'list.proposed': { vi: 'Ngày đề nghị', en: 'Proposed on' },
  'list.answered': { vi: 'Ngày trả lời', en: 'Answered on' },
  'list.state': { vi: 'Tình trạng', en: 'State' },
  'list.waits': { vi: 'chờ {days} ngày', en: 'waiting for {days} days' },
  'list.waits_today': { vi: 'đề nghị hôm nay', en: 'proposed today' },
  'list.none_in': { vi: 'Không có ai đang chờ tiếp nhận', en: 'Nobody waits to be taken in' },
  'list.none_in_text': {
    vi: 'Khi nơi khác đề nghị chuyển một người đến đây, lời đề nghị hiện ở phần này.',
    en: 'When another organisation proposes somebody, it appears here.',
  },
  'list.none_out': { vi: 'Không có ai đang chờ nơi khác trả lời', en: 'Nobody waits for another place' },
  'list.none_out_text': {
    vi: 'Muốn chuyển một người: mở hồ sơ của người ấy rồi bấm “Đề nghị chuyển giao”.',
    en: 'To hand somebody over open the dossier and press “Propose a hand-over”.',
  },
  'list.none_done': { vi: 'Chưa có việc chuyển giao nào đã xong', en: 'No hand-over is done yet' },
  'list.arrive': { vi: 'Tiếp nhận từ nơi ngoài hệ thống', en: 'Take in from outside' },
  'list.back': { vi: 'Chuyển giao', en: 'Hand-overs' },
} as const satisfies Record<string, Message>;

const states = {
  'state.open': { vi: 'Chờ nơi đến trả lời', en: 'Waiting for the destination' },
  'state.accepted': { vi: 'Đã tiếp nhận', en: 'Accepted' },
  'state.declined': { vi: 'Không tiếp nhận', en: 'Declined' },
  'state.taken_back': { vi: 'Đã rút lại', en: 'Taken back' },
  'state.left': { vi: 'Đã chuyển bằng giấy', en: 'Moved on paper' },
  'state.arrived': { vi: 'Đã tiếp nhận từ ngoài hệ thống', en: 'Taken in from outside' },
  'reason.work': { vi: 'Đến làm việc tại cơ quan, doanh nghiệp', en: 'Works at an office or enterprise' },
  'reason.back_home': { vi: 'Thôi việc, trở về nơi cư trú', en: 'Back at the residence' },
  'reason.study': { vi: 'Đi học tập trung', en: 'Full-time study' },
  'reason.residence': { vi: 'Chuyển nơi cư trú', en: 'Changed residence' },
  'reason.military': { vi: 'Nhập ngũ, tham gia công an', en: 'Military or police service' },
  'reason.merger': { vi: 'Sắp xếp lại tổ chức', en: 'Organisations rearranged' },
  'reason.other': { vi: 'Lý do khác', en: 'Another reason' },
  'why.not_here': { vi: 'Không công tác, không cư trú tại đây', en: 'Neither works nor lives here' },
  'why.other_cell': { vi: 'Thuộc chi bộ khác', en: 'Belongs to another cell' },
  'why.file_incomplete': { vi: 'Hồ sơ kèm theo chưa đủ', en: 'The papers are incomplete' },
  'why.no_organisation': { vi: 'Nơi này chưa có tổ chức đảng', en: 'There is no party organisation here' },
  'why.stays': { vi: 'Người này không chuyển nữa', en: 'The person stays' },
  'why.wrong_place': { vi: 'Chọn nhầm nơi đến', en: 'Wrong destination' },
  'why.other': { vi: 'Lý do khác', en: 'Another reason' },
} as const satisfies Record<string, Message>;

const one = {
  'one.title': { vi: 'Chuyển giao: {name}', en: 'Hand-over: {name}' },
  'one.title_hidden': { vi: 'Việc chuyển giao đã kết thúc', en: 'A hand-over that is over' },
  'one.purpose': {
    vi: 'Đề nghị chuyển một người cùng lịch sử theo dõi, giúp đỡ; nơi đến tiếp nhận hoặc trả lời không tiếp nhận.',
    en: 'A person is handed over with the whole history; the destination accepts or declines.',
  },
  'one.facts': { vi: 'Đề nghị', en: 'Proposal' },
  'one.reason': { vi: 'Lý do chuyển', en: 'Reason' },
  'one.case': { vi: 'Hồ sơ khi chuyển', en: 'State of the file' },
  'one.months': { vi: 'Đã được giúp đỡ', en: 'Helped for' },
  'one.months_of': { vi: '{months} tháng', en: '{months} months' },
  'one.months_none': { vi: 'chưa có người giúp đỡ', en: 'no helper yet' },
  'one.order': { vi: 'Quyết định chuyển', en: 'Move decided on' },
  'one.letter': { vi: 'Giấy tờ kèm theo', en: 'Covering paper' },
  'one.paper': { vi: 'số {number}, ngày {day}', en: 'no. {number} of {day}' },
  'one.proposed': { vi: 'Người đề nghị', en: 'Proposed by' },
  'one.by_on': { vi: '{name}, ngày {day}', en: '{name}, {day}' },
  'one.message': { vi: 'Lời nhắn của nơi chuyển', en: 'Words of the origin' },
  'one.same': { vi: 'Cấp có thẩm quyền', en: 'Competent committee' },
  'one.same_yes': { vi: 'Hai nơi cùng một cấp quyết định', en: 'The same for both places' },
  'one.same_no': { vi: 'Hai nơi khác cấp quyết định', en: 'Different for the two places' },
  'one.answer': { vi: 'Trả lời', en: 'Answer' },
  'one.receipt': { vi: 'Biên nhận', en: 'Receipt' },
  'one.placed': { vi: 'Chi bộ theo dõi', en: 'Followed by' },
  'one.helper': { vi: 'Người giúp đỡ mới', en: 'New helper' },
  'one.why': { vi: 'Lý do', en: 'Reason' },
  'one.words': { vi: 'Ghi thêm', en: 'In words' },
  'one.shared': { vi: 'Người được chuyển giao', en: 'The person' },
  'one.shared_second': {
    vi: 'Hai nơi cùng xem phần này trong lúc chờ. Hồ sơ thuộc {owner} cho đến khi được tiếp nhận.',
    en: 'Both places see this while it waits. The case belongs to {owner} until it is accepted.',
  },
  'one.born': { vi: 'Ngày sinh', en: 'Born on' },
  'one.residence': { vi: 'Nơi cư trú', en: 'Residence' },
  'one.workplace': { vi: 'Nơi làm việc', en: 'Workplace' },
  'one.phone': { vi: 'Điện thoại', en: 'Telephone' },
  'one.stage': { vi: 'Giai đoạn', en: 'Stage' },
  'one.certificate': { vi: 'Giấy chứng nhận lớp nhận thức', en: 'Awareness certificate' },
  'one.certificate_until': { vi: '{day}, có giá trị đến {until}', en: '{day}, valid until {until}' },
  'one.old_helper': { vi: 'Người đang giúp đỡ', en: 'Helper now' },
  'one.since': { vi: '{name}, từ {day}', en: '{name}, since {day}' },
  'one.papers': { vi: 'Giấy tờ', en: 'Papers' },
  'one.papers_of': { vi: 'đã có {held}, còn thiếu {missing}', en: '{held} held, {missing} missing' },
  'one.steps': { vi: 'Các bước đã qua', en: 'Steps taken' },
  'one.deadlines': { vi: 'Thời hạn theo quy định', en: 'Deadlines of the rule' },
  'one.until': { vi: 'đến {day}', en: 'until {day}' },
  'one.late': { vi: 'quá hạn {days} ngày', en: 'late by {days} days' },
  'one.open': { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  'one.print': { vi: 'In giấy kèm theo', en: 'Print the paper' },
  'one.accept': { vi: 'Tiếp nhận', en: 'Accept' },
  'one.decline': { vi: 'Không tiếp nhận…', en: 'Decline…' },
  'one.take_back': { vi: 'Rút lại đề nghị…', en: 'Take back…' },
  'case.early': { vi: 'Đang theo dõi, chưa phân công người giúp đỡ', en: 'Followed, no helper yet' },
  'case.helped': { vi: 'Đang được phân công giúp đỡ', en: 'Being helped' },
  'case.resolved': { vi: 'Đã có nghị quyết, chưa gửi hồ sơ lên', en: 'Resolutions done, file not sent up' },
  'case.sent_up': { vi: 'Hồ sơ đã gửi lên, chưa có quyết định', en: 'File sent up, no decision' },
  'case.decided': { vi: 'Đã có quyết định kết nạp', en: 'Admission decided' },
  'case.probation': { vi: 'Đảng viên dự bị', en: 'On probation' },
} as const satisfies Record<string, Message>;

const accept = {
  'accept.title': { vi: 'Tiếp nhận', en: 'Accept' },
  'accept.text': {
    vi: 'Từ ngày tiếp nhận, hồ sơ cùng toàn bộ lịch sử thuộc chi bộ nơi đến; nơi chuyển chỉ còn thấy việc chuyển giao này.',
    en: 'From the day of acceptance the case with its history belongs to the destination; the origin sees only this hand-over.',
  },
  'accept.on': { vi: 'Ngày tiếp nhận', en: 'Accepted on' },
  'accept.receipt': { vi: 'Số biên nhận', en: 'Number of the receipt' },
  'accept.file': { vi: 'Ngày nhận hồ sơ giấy', en: 'Paper file received on' },
  'accept.file_hint': {
    vi: 'Thời hạn xem xét của nơi đến tính từ ngày này.',
    en: 'The time of the destination runs from this day.',
  },
  'accept.cell': { vi: 'Chi bộ sẽ theo dõi', en: 'Cell that will follow' },
  'accept.cell_pick': { vi: 'Chọn chi bộ', en: 'Choose the cell' },
  'accept.with_helper': {
    vi: 'Phân công ngay người giúp đỡ của chi bộ',
    en: 'Name a helper of the cell at once',
  },
  'accept.helper': { vi: 'Đảng viên giúp đỡ', en: 'Helper' },
  'accept.helper_hint': {
    vi: 'Người giúp đỡ ở nơi đến không cần đủ 12 tháng cùng công tác (Hướng dẫn 06-HD/TW, mục 3.9a).',
    en: 'A helper at the destination need not have twelve months together (06-HD/TW, 3.9a).',
  },
  'accept.resolution': { vi: 'Số nghị quyết phân công', en: 'Number of the resolution' },
  'accept.resolution_on': { vi: 'Ngày nghị quyết', en: 'Day of the resolution' },
  'accept.since': { vi: 'Cùng công tác hoặc cư trú từ', en: 'Together since' },
  'accept.submit': { vi: 'Ghi tiếp nhận', en: 'Record the acceptance' },
  'accept.done': {
    vi: 'Đã tiếp nhận. Hồ sơ nay thuộc chi bộ nơi đến.',
    en: 'Accepted. The case belongs here now.',
  },
  'end.decline': { vi: 'Không tiếp nhận', en: 'Decline' },
  'end.decline_text': {
    vi: 'Người này ở lại nơi chuyển. Nơi chuyển thấy lý do và lời ghi thêm.',
    en: 'The person stays at the origin, which sees the reason and the words.',
  },
  'end.take_back': { vi: 'Rút lại đề nghị', en: 'Take the proposal back' },
  'end.take_back_text': {
    vi: 'Người này ở lại; thời hạn chuyển hồ sơ đã ghi cũng được rút. Nơi đến không còn thấy người này.',
    en: 'The person stays; the deadline recorded is withdrawn. The destination no longer sees the person.',
  },
  'end.why': { vi: 'Lý do', en: 'Reason' },
  'end.on': { vi: 'Ngày trả lời', en: 'Day' },
  'end.words': { vi: 'Ghi thêm', en: 'In words' },
  'end.done': { vi: 'Đã ghi.', en: 'Recorded.' },
  'form.consent': { vi: 'Lý do vẫn thực hiện', en: 'Reason for going on' },
  'form.consent_hint': {
    vi: 'Quy định áp dụng ở đây chưa đối chiếu văn bản gốc; xin ghi lý do (ít nhất 5 chữ).',
    en: 'The rule that applies is unverified; please write a reason.',
  },
} as const satisfies Record<string, Message>;

const panel = {
  'panel.title': { vi: 'Chuyển giao', en: 'Hand-over' },
  'panel.second': {
    vi: 'Khi người này chuyển nơi làm việc, học tập hoặc cư trú.',
    en: 'When the person changes workplace, school or residence.',
  },
  'panel.propose': { vi: 'Đề nghị chuyển giao…', en: 'Propose a hand-over…' },
  'panel.waiting': { vi: 'Đang chờ {to} trả lời từ {day}', en: 'Waiting for {to} since {day}' },
  'panel.see': { vi: 'Xem việc chuyển giao', en: 'See the hand-over' },
  'panel.none': { vi: 'Chưa có việc chuyển giao nào.', en: 'No hand-over so far.' },
  'panel.past': { vi: '{from} → {to}', en: '{from} → {to}' },
  'panel.work': {
    vi: 'Nơi làm việc “{work}” ở ngoài tổ chức cơ sở này.',
    en: 'The workplace “{work}” lies outside.',
  },
  'panel.work_text': {
    vi: 'Có thể giới thiệu với tổ chức đảng nơi ấy để tiếp nhận, tiếp tục bồi dưỡng. Chi bộ quyết định.',
    en: 'The person may be introduced to the party organisation there. The cell decides.',
  },
  'panel.work_none': {
    vi: 'Chưa tìm thấy tổ chức đảng của nơi làm việc “{work}” trong hệ thống.',
    en: 'No party organisation of the workplace “{work}” is found here.',
  },
  'panel.work_none_text': {
    vi: 'Nơi làm việc chưa có tổ chức đảng thì chi bộ tiếp tục theo dõi; nếu có mà ghi sổ ở hệ thống khác thì chuyển bằng giấy.',
    en: 'Where there is none, the cell goes on; if there is one elsewhere, it goes on paper.',
  },
  'panel.choose': { vi: 'Đề nghị chuyển đến {to}', en: 'Propose to {to}' },
  'propose.title': { vi: 'Đề nghị chuyển giao', en: 'Propose a hand-over' },
  'propose.where': { vi: 'Nơi đến', en: 'Destination' },
  'propose.inside': {
    vi: 'Tổ chức đảng dùng chung hệ thống này',
    en: 'An organisation of this installation',
  },
  'propose.outside': { vi: 'Nơi không dùng chung hệ thống', en: 'A place outside this installation' },
  'propose.unit': { vi: 'Tổ chức đảng nơi đến', en: 'Organisation' },
  'propose.unit_hint': {
    vi: 'Gõ tên chi bộ hoặc đảng bộ cơ sở; đảng ủy cơ sở sẽ chọn chi bộ.',
    en: 'Type the name of a cell or base organisation; its committee chooses the cell.',
  },
  'propose.no_account': { vi: 'chưa có người dùng hệ thống', en: 'nobody there uses Nguồn' },
  'propose.no_account_text': {
    vi: 'Nơi này chưa có ai dùng hệ thống để trả lời. Đảng ủy cấp trên của nơi ấy có thể tiếp nhận thay, hoặc xin chuyển bằng giấy.',
    en: 'Nobody there can answer in Nguồn. The committee above may accept, or use paper.',
  },
  'propose.place': { vi: 'Tên tổ chức đảng nơi đến', en: 'Name of the organisation' },
  'propose.place_text': {
    vi: 'Hồ sơ ở đây kết thúc với “Chuyển đi nơi khác”, kèm giấy chứng nhận hoặc công văn để in. Nơi đến phải có tổ chức đảng; nếu chưa có thì người này ở lại.',
    en: 'The case ends here with its papers to print. The place must have a party organisation; otherwise the person stays.',
  },
  'propose.has_organisation': { vi: 'Nơi đến có tổ chức đảng', en: 'The place has a party organisation' },
  'propose.stays': {
    vi: 'Nơi đến chưa có tổ chức đảng thì người này ở lại, chi bộ tiếp tục theo dõi (Hướng dẫn 38-HD/BTCTW, mục I.1.2).',
    en: 'Without a party organisation there the person stays and the cell goes on (38-HD/BTCTW, I.1.2).',
  },
  'propose.reason': { vi: 'Lý do chuyển', en: 'Reason' },
  'propose.pick': { vi: 'Chọn lý do', en: 'Choose' },
  'propose.on': { vi: 'Ngày đề nghị', en: 'Proposed on' },
  'propose.order': { vi: 'Ngày có quyết định chuyển', en: 'Move decided on' },
  'propose.order_hint': {
    vi: 'Thời hạn chuyển hồ sơ tính từ ngày này.',
    en: 'The time for forwarding the file runs from this day.',
  },
  'propose.sent_up': {
    vi: 'Hồ sơ đã gửi lên cấp có thẩm quyền',
    en: 'The file lies with the competent committee',
  },
  'propose.letter': { vi: 'Số giấy chứng nhận hoặc công văn', en: 'Number of the certificate or letter' },
  'propose.letter_on': { vi: 'Ngày của giấy ấy', en: 'Its day' },
  'propose.message': { vi: 'Lời nhắn cho nơi đến', en: 'Words for the destination' },
  'propose.submit': { vi: 'Gửi đề nghị', en: 'Send the proposal' },
  'propose.submit_out': { vi: 'Ghi chuyển đi', en: 'Record the move' },
  'propose.done': { vi: 'Đã gửi đề nghị đến {to}.', en: 'Sent to {to}.' },
  'propose.done_out': {
    vi: 'Đã ghi chuyển đi. Xin in giấy kèm theo.',
    en: 'Recorded. Please print the paper.',
  },
  'rule.early': {
    vi: 'Chưa phân công người giúp đỡ: nơi đến tiếp tục theo dõi từ đầu, lịch sử giữ nguyên.',
    en: 'No helper yet: the destination goes on following, the history stays.',
  },
  'rule.helped': {
    vi: 'Đang được giúp đỡ: nơi chuyển cấp giấy chứng nhận đang được giúp đỡ; nơi đến phân công người giúp đỡ, không cần đủ 12 tháng.',
    en: 'Being helped: the origin certifies it; the destination names a helper, twelve months are not asked.',
  },
  'rule.resolved': {
    vi: 'Đã có nghị quyết, chưa gửi lên: cấp ủy nơi chuyển gửi công văn và hồ sơ đến cấp ủy có thẩm quyền nơi đến.',
    en: 'Resolutions done: the origin sends letter and file to the competent committee of the destination.',
  },
  'rule.sent_up': {
    vi: 'Hồ sơ đã gửi lên: cấp có thẩm quyền chuyển hồ sơ trong 15 ngày làm việc; nơi đến xem xét trong 30 ngày làm việc từ khi nhận.',
    en: 'File sent up: forwarded within 15 working days; the destination decides within 30 of receipt.',
  },
  'rule.decided': {
    vi: 'Đã có quyết định kết nạp: trong 30 ngày làm việc kể từ quyết định chuyển thì gửi quyết định cùng hồ sơ, lễ kết nạp ở nơi đến; quá hạn thì hủy quyết định trước khi chuyển.',
    en: 'Decided within 30 working days of the move: decision and file go along, ceremony there; later it is cancelled first.',
  },
  'rule.probation': {
    vi: 'Đảng viên dự bị: chuyển sinh hoạt đảng; nhận xét của người giúp đỡ đi theo, nơi đến phân công người giúp đỡ mới.',
    en: 'Probationer: activity is transferred; the helper’s note goes along, a new helper is named.',
  },
} as const satisfies Record<string, Message>;

const away = {
  'away.none': { vi: 'Không có ai đang tạm vắng', en: 'Nobody is away' },
  'away.none_text': {
    vi: 'Người đi học, đi làm xa được “Tạm dừng theo dõi” trong hồ sơ kèm ngày dự kiến trở về thì hiện ở đây.',
    en: 'Whoever is paused in the dossier with an expected return appears here.',
  },
  'away.reason': { vi: 'Lý do vắng', en: 'Reason' },
  'away.since': { vi: 'Từ ngày', en: 'Since' },
  'away.expected': { vi: 'Dự kiến trở về', en: 'Expected back' },
  'away.unknown': { vi: 'chưa rõ', en: 'not known' },
  'away.keeper': { vi: 'Giữ liên hệ', en: 'Contact kept by' },
  'away.late': { vi: 'quá ngày dự kiến', en: 'overdue' },
  'away.resume': { vi: 'Tiếp tục theo dõi', en: 'Resume' },
  'away.overdue': {
    vi: '{count} người đã quá ngày dự kiến trở về.',
    en: '{count} are past the day expected.',
  },
  'suggest.title': {
    vi: 'Làm việc ở nơi có tổ chức đảng khác',
    en: 'Working where another organisation stands',
  },
  'suggest.second': {
    vi: 'Nơi làm việc đã ghi của người này trùng tên một tổ chức đảng ngoài đảng bộ cơ sở này. Chi bộ quyết định có giới thiệu sang hay không.',
    en: 'The workplace bears the name of an organisation outside. The cell decides whether to introduce the person.',
  },
  'suggest.work': { vi: 'Nơi làm việc', en: 'Workplace' },
  'suggest.cell': { vi: 'Đang theo dõi ở', en: 'Followed by' },
} as const satisfies Record<string, Message>;

const arrive = {
  'arrive.title': { vi: 'Tiếp nhận từ nơi ngoài hệ thống', en: 'Take in from outside' },
  'arrive.purpose': {
    vi: 'Người trong nguồn chuyển đến kèm giấy tờ từ nơi không dùng chung hệ thống: ghi nhận đúng giai đoạn đang dở.',
    en: 'A candidate comes with papers from a place that keeps no book here: taken over where it stands.',
  },
  'arrive.name': { vi: 'Họ và tên', en: 'Name' },
  'arrive.born': { vi: 'Ngày sinh', en: 'Born on' },
  'arrive.sex': { vi: 'Giới tính', en: 'Sex' },
  'arrive.male': { vi: 'Nam', en: 'Male' },
  'arrive.female': { vi: 'Nữ', en: 'Female' },
  'arrive.cell': { vi: 'Chi bộ tiếp nhận', en: 'Receiving cell' },
  'arrive.from': { vi: 'Tổ chức đảng nơi chuyển', en: 'Origin' },
  'arrive.stage': { vi: 'Giấy tờ cho thấy đã đến bước', en: 'The papers show the stage' },
  'arrive.stage_pick': { vi: 'Chọn giai đoạn', en: 'Choose the stage' },
  'arrive.certificate': { vi: 'Ngày cấp giấy chứng nhận lớp nhận thức', en: 'Awareness certificate of' },
  'arrive.helped': { vi: 'Được phân công giúp đỡ từ', en: 'Helped since' },
  'arrive.submit': { vi: 'Ghi tiếp nhận', en: 'Take in' },
  'arrive.done': { vi: 'Đã tiếp nhận {name}.', en: '{name} has been taken in.' },
  'arrive.alike': { vi: 'Có người trùng hoặc gần giống', en: 'Somebody alike' },
  'arrive.alike_above': {
    vi: 'Có người trùng ngoài phạm vi của đồng chí. Nên hỏi ban tổ chức cấp trên trước khi tiếp nhận.',
    en: 'Somebody alike is out of reach. Ask the board above first.',
  },
  'arrive.sure': { vi: 'Là người khác, vẫn tiếp nhận', en: 'Somebody else: take in' },
} as const satisfies Record<string, Message>;

export const words = { ...list, ...states, ...one, ...accept, ...panel, ...away, ...arrive };

type Known = keyof typeof words;
/** The word for a code of the record; the code itself never shows. */
export const wordFor = (family: 'state' | 'reason' | 'why' | 'case' | 'rule', code: string): Known => {
  const key = `${family}.${code}`;
  return key in words ? (key as Known) : 'why.other';
};

// The words of the pages of the road: the list, one person's road, the printed sheet. Step forms: step/words.ts.
import type { Message } from '../../platform/messages.ts';
import { paperWords } from '../../road/pages/step/words.ts';

const list = {
  'list.title': { vi: 'Hồ sơ kết nạp', en: 'Roads to membership' },
  'list.purpose': {
    vi: 'Mỗi quần chúng và đảng viên dự bị đang ở bước nào, việc gì tiếp theo và hạn đến ngày nào.',
    en: 'Where each nominee and probationer stands, what is next and by when.',
  },
  'list.help1': {
    vi: 'Trang liệt kê những người đang trên đường phấn đấu vào Đảng, từ khi được giới thiệu đến khi được công nhận chính thức.',
    en: 'Everybody on the road, from nomination to recognition as official member.',
  },
  'list.help2': {
    vi: 'Lọc theo giai đoạn, chi bộ, việc quá hạn hoặc đang vướng; mở một dòng để xem đường đi và ghi việc tiếp theo.',
    en: 'Filter by stage, cell, overdue or blocked; open a row to see the road and record what is next.',
  },
  'list.help3': {
    vi: 'Người mới được bắt đầu bằng “Giới thiệu quần chúng ưu tú”; danh sách đang thấy có thể xuất ra bảng tính.',
    en: 'A new person starts with “Nominate”; what is seen can be exported.',
  },
  'list.name': { vi: 'Danh sách hồ sơ kết nạp', en: 'List of roads' },
  'list.phases': { vi: 'Chặng đường', en: 'Phase' },
  'list.all': { vi: 'Tất cả', en: 'All' },
  'list.person': { vi: 'Họ và tên', en: 'Name' },
  'list.stage': { vi: 'Giai đoạn', en: 'Stage' },
  'list.since': { vi: 'từ {day}', en: 'since {day}' },
  'list.helper': { vi: 'Người giúp đỡ', en: 'Helper' },
  'list.next': { vi: 'Việc tiếp theo', en: 'Next' },
  'list.due': { vi: 'Hạn', en: 'Due' },
  'list.state': { vi: 'Thời hạn', en: 'Deadline' },
  'list.progress': { vi: 'Tiến độ', en: 'Progress' },
  'list.state_late': { vi: 'Quá hạn', en: 'Late' },
  'list.state_blocked': { vi: 'Đang vướng', en: 'Blocked' },
  'list.blocked': { vi: 'Vướng: {why}', en: 'Blocked: {why}' },
  'list.nothing_next': { vi: 'Không còn việc', en: 'Nothing to do' },
  'list.empty': { vi: 'Chưa có ai trên đường phấn đấu', en: 'Nobody on the road yet' },
  'list.empty_way': {
    vi: 'Bắt đầu bằng việc giới thiệu một quần chúng ưu tú, hoặc nhập danh sách đang có từ bảng tính.',
    en: 'Nominate somebody, or bring the list you keep from a workbook.',
  },
} satisfies Record<string, Message>;

const phases = {
  'phase.source': { vi: 'Tạo nguồn', en: 'Sourcing' },
  'phase.dossier': { vi: 'Lập hồ sơ', en: 'Dossier' },
  'phase.approval': { vi: 'Xét kết nạp', en: 'Approval' },
  'phase.probation': { vi: 'Dự bị', en: 'Probation' },
  'phase.done': { vi: 'Đã kết thúc', en: 'Done' },
  'phase.source_long': { vi: 'Giới thiệu, bồi dưỡng, giúp đỡ', en: 'Nominated, taught, helped' },
  'phase.dossier_long': { vi: 'Giấy tờ và thẩm tra lý lịch', en: 'Papers and verification' },
  'phase.approval_long': { vi: 'Biểu quyết và quyết định', en: 'Votes and decision' },
  'phase.probation_long': { vi: 'Mười hai tháng thử thách', en: 'Twelve months of probation' },
  'phase.done_long': { vi: 'Công nhận chính thức', en: 'Official member' },
} satisfies Record<string, Message>;

const nominate = {
  'nominate.title': { vi: 'Giới thiệu quần chúng ưu tú', en: 'Nominate' },
  'nominate.purpose': {
    vi: 'Ghi người được giới thiệu và việc đã trao đổi với người đó; chỉ hỏi những gì bước này cần.',
    en: 'Who is nominated and whether the person was told; only what this step needs.',
  },
  'nominate.who': { vi: 'Quần chúng đã đồng ý: ghi thêm để không nhầm người', en: 'What tells them apart' },
  'nominate.act': { vi: 'Việc giới thiệu', en: 'The nomination' },
  'nominate.help1': {
    vi: 'Dùng khi chi bộ hoặc đoàn thể phát hiện một quần chúng ưu tú và đề nghị bồi dưỡng, tạo nguồn kết nạp.',
    en: 'For the day on which the cell or a mass organisation puts somebody forward.',
  },
  'nominate.help2': {
    vi: 'Ghi ai giới thiệu, đã trao đổi với quần chúng ngày nào, người đó có đồng ý hay không.',
    en: 'Say who proposes, when the person was told and whether the person agreed.',
  },
  'nominate.help3': {
    vi: 'Nếu đã có người trùng hoặc gần giống, trang báo trước khi ghi để không lập hai hồ sơ cho một người.',
    en: 'Somebody alike is shown before anything is written, so that nobody has two files.',
  },
  'nominate.name': { vi: 'Họ và tên khai sinh', en: 'Full name' },
  'nominate.born': { vi: 'Ngày sinh', en: 'Born on' },
  'nominate.sex': { vi: 'Giới tính', en: 'Sex' },
  'nominate.male': { vi: 'Nam', en: 'Male' },
  'nominate.female': { vi: 'Nữ', en: 'Female' },
  'nominate.cell': { vi: 'Chi bộ theo dõi, bồi dưỡng', en: 'Cell' },
  'nominate.cell_is': { vi: 'Chi bộ theo dõi, bồi dưỡng: {cell}', en: 'Cell: {cell}' },
  'nominate.cell_pick': { vi: 'Chọn chi bộ', en: 'Choose the cell' },
  'nominate.on': { vi: 'Ngày giới thiệu', en: 'Nominated on' },
  'nominate.submit': { vi: 'Giới thiệu', en: 'Nominate' },
  'nominate.done': { vi: 'Đã ghi việc giới thiệu {name}.', en: '{name} was nominated.' },
  'nominate.name_only': {
    vi: 'Chưa trao đổi với quần chúng thì chỉ giữ họ tên và người giới thiệu; các bước sau chờ đến khi ghi việc thông báo và đồng ý.',
    en: 'Until the person is told, only name and proposer are kept; the next steps wait.',
  },
  'nominate.need_name': { vi: 'Ghi đủ họ, chữ đệm và tên.', en: 'Write the name in full.' },
  'nominate.need_cell': { vi: 'Chưa chọn chi bộ.', en: 'No cell chosen.' },
  'alike.title': { vi: 'Có người trùng hoặc gần giống', en: 'Somebody alike is already recorded' },
  'alike.text': {
    vi: 'Chưa ghi gì. Đề nghị đối chiếu trước khi giới thiệu, để một người không có hai hồ sơ.',
    en: 'Nothing was written. Compare first, so that nobody has two files.',
  },
  'alike.above': {
    vi: 'Ngoài phạm vi của đồng chí có người gần giống. Đề nghị hỏi ban tổ chức cấp ủy cấp trên trước khi giới thiệu.',
    en: 'Somebody alike exists beyond your reach. Check with the organisation board above first.',
  },
  'alike.ask': {
    vi: 'Ngoài phạm vi của đồng chí có người gần giống. Đề nghị hỏi {office}, {unit}, trước khi giới thiệu.',
    en: 'Somebody alike exists beyond your reach. Ask first: {office}, {unit}.',
  },
  'alike.same': { vi: 'Đúng là người này – giới thiệu người này', en: 'This is the person – nominate' },
  'alike.same_open': {
    vi: 'Đúng là người này – ghi thêm lời giới thiệu',
    en: 'This is the person – add an introduction',
  },
  'alike.is_member': { vi: 'đang là đảng viên', en: 'is a party member' },
  'alike.on_road': { vi: 'đang có hồ sơ theo dõi', en: 'has an open dossier' },
  'alike.other': { vi: 'Là người khác – vẫn giới thiệu', en: 'Somebody else – nominate anyway' },
  'alike.open': { vi: 'Xem trang người này', en: 'Open the person' },
  'alike.by_card': { vi: 'cùng số thẻ đảng viên', en: 'the same card number' },
  'alike.by_birth': { vi: 'cùng họ tên và ngày sinh', en: 'the same name and birth' },
  'alike.by_part': { vi: 'cùng họ tên, ngày sinh có thể trùng', en: 'the same name, births may agree' },
  'young.title': { vi: 'Quần chúng chưa đủ tuổi để chi bộ xét', en: 'Too young for the vote' },
  'young.text': {
    vi: 'Chưa ghi gì. Có thể theo dõi, bồi dưỡng từ bây giờ; chi bộ xét kết nạp khi đủ tuổi.',
    en: 'Nothing was written. The person may be followed from now on; the cell votes when the age is reached.',
  },
  'young.reason': { vi: 'Lý do giới thiệu sớm', en: 'Why already now' },
  'young.go_on': { vi: 'Vẫn giới thiệu để theo dõi', en: 'Introduce, to be followed' },
  'young.short': { vi: 'Ghi lý do, ít nhất năm chữ cái.', en: 'Write a reason of five letters at least.' },
  'nominate.need_answer': { vi: 'Chưa điền.', en: 'Not filled in.' },
  'alike.evidence': { vi: 'Căn cứ: {what}', en: 'Evidence: {what}' },
} satisfies Record<string, Message>;

const page = {
  'page.back': { vi: 'Danh sách hồ sơ', en: 'All roads' },
  'page.purpose': {
    vi: 'Đường phấn đấu vào Đảng: đang ở đâu, việc gì tiếp theo và những việc đã ghi.',
    en: 'The road into the Party: where it stands, what is next, what was recorded.',
  },
  'page.help1': {
    vi: 'Trang theo dõi một người từ khi được giới thiệu đến khi được công nhận đảng viên chính thức.',
    en: 'Follows one person from nomination to recognition.',
  },
  'page.help2': {
    vi: 'Ghi việc tiếp theo ngay tại đây: mẫu chỉ hỏi những gì bước đó cần và báo trước việc đó có đúng quy định hay không, theo điều nào.',
    en: 'Record what is next right here: the form asks only what the step needs and says beforehand what the rules say.',
  },
  'page.help3': {
    vi: 'Việc đã ghi không bị sửa đè: đính chính hoặc rút lại đều để lại cả hai bản ghi kèm lý do.',
    en: 'Nothing recorded is overwritten: a correction or withdrawal keeps both entries with the reason.',
  },
  'page.road': { vi: 'Các chặng', en: 'Phases' },
  'page.person': { vi: 'Trang người này', en: 'The person' },
  'page.born': { vi: 'Sinh {day}', en: 'Born {day}' },
  'page.age': { vi: '{age} tuổi', en: 'aged {age}' },
  'page.taken_over': {
    vi: 'Hồ sơ được ghi nhận hiện trạng ngày {day} ở giai đoạn “{stage}”, người xác nhận: {voucher}. Việc xảy ra trước đó có thể chưa đủ ngày, số.',
    en: 'Taken over on {day} at “{stage}”, vouched for by {voucher}. Earlier facts may be incomplete.',
  },
  'page.closed': { vi: 'Hồ sơ đã kết thúc ngày {day}: {as}.', en: 'Closed on {day}: {as}.' },
  'page.closed_plain': { vi: 'Hồ sơ đã kết thúc: {as}.', en: 'Closed: {as}.' },
  'page.recognised': {
    vi: 'Đã hoàn thành: đảng viên chính thức từ ngày {day}.',
    en: 'Official since {day}.',
  },
} satisfies Record<string, Message>;

const next = {
  'next.title': { vi: 'Việc tiếp theo', en: 'What is next' },
  'next.due': { vi: 'Hạn: {day} – {left}', en: 'Due: {day} – {left}' },
  'next.term_unknown': {
    vi: 'Chưa xét được: chưa có ngày của {what}',
    en: 'Not judged: no day is known of {what}',
  },
  'next.term_met': {
    vi: 'Xét theo giấy tờ và quy định hiện có: vẫn làm được',
    en: 'By the papers and rules at hand it may still be done',
  },
  'next.no_due': { vi: 'Không có hạn ngày theo quy định', en: 'No due day in the rules' },
  'next.earliest': { vi: 'Sớm nhất: {day}', en: 'Earliest: {day}' },
  'next.record': { vi: 'Ghi việc này', en: 'Record this' },
  'next.record_behalf': { vi: 'Nhập thay chi bộ', en: 'Enter on behalf' },
  'next.others': { vi: 'Việc khác có thể làm lúc này', en: 'Also possible now' },
  'next.not_now': {
    vi: 'Việc chưa đến lượt hoặc chưa làm được ({count})',
    en: 'Not yet, not here ({count})',
  },
  'next.open_anyway': { vi: 'Mở mẫu – việc đã diễn ra hôm khác', en: 'Open it for another day' },
  'next.open_short': { vi: 'Ghi', en: 'Record' },
  'next.ready': { vi: 'Đủ điều kiện để ghi', en: 'Ready to be recorded' },
  'next.blocked': { vi: 'Chưa làm được hôm nay', en: 'Not possible today' },
  'next.consent': { vi: 'Cần văn bản đồng ý', en: 'Needs consent' },
  'next.unsure': { vi: 'Chưa kiểm chứng', en: 'Unverified' },
  'next.back': { vi: 'Trở về việc tiếp theo', en: 'Back to what is next' },
  'next.shut': { vi: 'Hồ sơ không còn hoặc chưa ở bước này', en: 'The dossier is not at this step' },
  'next.shut_text': {
    vi: 'Có thể việc này vừa được ghi từ nơi khác: xem nhật ký bên dưới. Không có gì bị ghi thêm.',
    en: 'It may just have been recorded elsewhere: see the log below. Nothing more was written.',
  },
  'next.nothing': { vi: 'Không còn việc nào trên đường này.', en: 'Nothing remains on this road.' },
  'next.elsewhere': {
    vi: 'Các việc tiếp theo do chi bộ và cấp ủy thực hiện. Đồng chí theo dõi được giai đoạn của hồ sơ ở đây.',
    en: 'The cell and the committees take the next steps. How far the dossier has come stays visible here.',
  },
  'next.waiting': { vi: 'Chờ {office}', en: 'Waiting for {office}' },
  'next.waiting_text': {
    vi: 'Việc tiếp theo không thuộc chức trách đang chọn; đồng chí vẫn xem được tiến độ ở đây.',
    en: 'The next step belongs to another office; the progress stays visible here.',
  },
} satisfies Record<string, Message>;

const due = {
  'due.days_left': { vi: 'còn {count} ngày', en: '{count} days left' },
  'due.months_left': { vi: 'còn {count} tháng', en: '{count} months left' },
  'due.working_days_left': { vi: 'còn {count} ngày làm việc', en: '{count} working days left' },
  'due.working_days_late': { vi: 'quá hạn {count} ngày làm việc', en: '{count} working days late' },
} satisfies Record<string, Message>;

const papers = {
  'papers.title': { vi: 'Giấy tờ', en: 'Papers' },
  'papers.second': { vi: 'có {have}, thiếu {missing}', en: '{have} held, {missing} missing' },
  'papers.unknown': { vi: 'chưa có thông tin', en: 'not known' },
  'papers.edit': { vi: 'Cập nhật giấy tờ', en: 'Update the papers' },
} satisfies Record<string, Message>;

const people = {
  'people.title': { vi: 'Người giúp đỡ, người giới thiệu', en: 'Helper and introducers' },
  'people.helper': { vi: 'Đảng viên giúp đỡ', en: 'Helper' },
  'people.introducers': { vi: 'Đảng viên giới thiệu vào Đảng', en: 'Introducers' },
  'people.proposer': { vi: 'Nguồn giới thiệu', en: 'Proposed by' },
  'people.informed': { vi: 'Đã trao đổi với quần chúng', en: 'The person was told' },
  'people.agreed': { vi: 'đồng ý', en: 'agreed' },
  'people.not_agreed': { vi: 'chưa đồng ý', en: 'did not agree' },
  'people.before': { vi: 'Trước đó', en: 'Before' },
  'people.since': { vi: 'từ {from}', en: 'since {from}' },
} satisfies Record<string, Message>;

const clocks = {
  'clocks.title': { vi: 'Thời hạn', en: 'Clocks' },
  'clocks.ended': { vi: 'xong ngày {day}', en: 'done on {day}' },
  'clocks.from': { vi: 'tính từ {day}', en: 'counted from {day}' },
  'clocks.unknown': { vi: 'chưa có thông tin về số ngày', en: 'the limit is not known' },
} satisfies Record<string, Message>;

const acts = {
  'acts.title': { vi: 'Nhật ký các việc đã ghi', en: 'What was recorded' },
  'acts.none': { vi: 'Chưa ghi việc nào', en: 'Nothing recorded yet' },
  'acts.by': { vi: '{unit} · {who} ghi {at}', en: '{unit} · recorded by {who} {at}' },
  'acts.behalf': {
    vi: '{unit} quyết định · {who} nhập thay theo biên bản số {number} ngày {day} · ghi {at}',
    en: '{unit} decided · {who} entered it from minutes {number} of {day} · {at}',
  },
  'acts.taken_over': { vi: '{unit} · theo ghi nhận hiện trạng, {who} ghi {at}', en: '{unit} · {who}, {at}' },
  'acts.vote': { vi: 'tán thành {yes}/{base}, không tán thành {no}', en: 'for {yes}/{base}, against {no}' },
  'acts.vote_blank': {
    vi: 'tán thành {yes}/{base}, không tán thành {no}, phiếu trắng hoặc không hợp lệ {blank}',
    en: 'for {yes} of {base}, against {no}, blank or invalid {blank}',
  },
  'acts.carried': { vi: 'tán thành', en: 'carried' },
  'acts.not_carried': { vi: 'chưa tán thành', en: 'not carried' },
  'acts.corrected': { vi: 'đã đính chính', en: 'corrected' },
  'acts.withdrawn_why': { vi: 'Lý do rút lại: {reason}', en: 'Withdrawn because: {reason}' },
  'acts.corrected_why': { vi: 'Lý do đính chính: {reason}', en: 'Corrected because: {reason}' },
  'acts.consent': { vi: 'Lý do cho làm: {reason}', en: 'Reason to go on: {reason}' },
  'acts.note': { vi: 'Ghi chú: {note}', en: 'Note: {note}' },
  'acts.contested': { vi: 'Chi bộ phản ánh', en: 'Contested by the cell' },
  'acts.contested_by': { vi: '{by}, {at}: {reason}', en: '{by}, {at}: {reason}' },
  'acts.rejudged': {
    vi: 'Xét lại sau một đính chính: việc này nay không còn đứng vững.',
    en: 'Judged again after a correction: this act no longer stands by the rules.',
  },
  'acts.details': { vi: 'Chi tiết', en: 'Details' },
  'acts.details_of': { vi: 'Chi tiết: {step}', en: 'Details: {step}' },
  'acts.menu': { vi: 'Xử lý việc “{step}”', en: 'Act on “{step}”' },
  'acts.print': { vi: 'In: {sheet}', en: 'Print: {sheet}' },
  'acts.correct': { vi: 'Đính chính', en: 'Correct' },
  'acts.correct_title': { vi: 'Đính chính: {step}', en: 'Correct: {step}' },
  'acts.withdraw': { vi: 'Rút lại', en: 'Withdraw' },
  'acts.withdraw_title': { vi: 'Rút lại: {step}', en: 'Withdraw: {step}' },
  'acts.withdraw_text': {
    vi: 'Việc vẫn nằm trong nhật ký và được đánh dấu đã rút lại. Những việc ghi sau dựa vào nó sẽ được xét lại.',
    en: 'It stays in the log, marked as withdrawn. Later acts that rested on it are judged again.',
  },
  'acts.withdrawn': { vi: 'Đã rút lại.', en: 'Withdrawn.' },
  'acts.withdrawn_rejudged': {
    vi: 'Đã rút lại. {count} việc sau đó được xét lại, xem dấu trong nhật ký.',
    en: 'Withdrawn. {count} later acts were judged again, see the marks in the log.',
  },
  'acts.contest': { vi: 'Phản ánh nhập sai', en: 'Contest' },
  'acts.contest_title': { vi: 'Phản ánh: {step}', en: 'Contest: {step}' },
  'acts.contest_text': {
    vi: 'Chi bộ cho biết chỗ nhập thay không đúng biên bản; người nhập sẽ thấy và đính chính hoặc rút lại.',
    en: 'The cell says what does not agree with the minutes; who typed it will see it and correct or withdraw.',
  },
  'acts.contest_done': { vi: 'Đã ghi ý kiến của chi bộ.', en: 'The contest was recorded.' },
  'acts.reason': { vi: 'Lý do', en: 'Reason' },
  'acts.reason_hint': { vi: 'Ít nhất một câu ngắn', en: 'At least a short sentence' },
  'acts.document': { vi: 'số {number} ngày {day}', en: 'no. {number} of {day}' },
  'acts.document_by': { vi: 'số {number} ngày {day}, {by}', en: 'no. {number} of {day}, {by}' },
  'acts.sealed': { vi: 'đã ghi, không hiển thị với chức trách này', en: 'recorded, not shown here' },
  'acts.all': { vi: 'Xem cả {count} việc', en: 'Show all {count}' },
} satisfies Record<string, Message>;

const sealed = {
  'sealed.open': { vi: 'Mở nội dung bảo mật', en: 'Open protected words' },
  'sealed.text': {
    vi: 'Nội dung về lịch sử chính trị, kỷ luật chỉ mở khi có mục đích rõ ràng. Lần mở được ghi vào nhật ký truy cập và đơn vị quản lý hồ sơ nhìn thấy.',
    en: 'Words on political history or discipline are opened for a stated purpose only. The opening is logged and visible to the unit that owns the file.',
  },
  'sealed.purpose': { vi: 'Mục đích mở', en: 'Purpose' },
  'sealed.show': { vi: 'Mở', en: 'Open' },
} satisfies Record<string, Message>;

const sheet = {
  'sheet.back': { vi: 'Trở về hồ sơ', en: 'Back to the road' },
  'sheet.vote': { vi: 'Kết quả biểu quyết', en: 'The vote' },
  'sheet.law': { vi: 'Căn cứ', en: 'Basis' },
  'sheet.before': { vi: 'Các việc đã thực hiện', en: 'What was done before' },
  'sheet.person': { vi: 'Họ và tên', en: 'Name' },
  'sheet.born': { vi: 'Sinh ngày', en: 'Born on' },
  'sheet.held_on': { vi: 'Ngày biểu quyết', en: 'Voted on' },
  'sheet.body': { vi: 'Tập thể biểu quyết', en: 'Body' },
  'sheet.excluded_line': { vi: 'Không tính: {ground}', en: 'Left out: {ground}' },
  'sheet.base': { vi: 'Tổng số để tính tỷ lệ', en: 'Base of the share' },
  'sheet.total': { vi: 'Tổng số người có quyền biểu quyết', en: 'Entitled to vote' },
  'sheet.present': { vi: 'Có mặt', en: 'Present' },
  'sheet.yes': { vi: 'Tán thành', en: 'For' },
  'sheet.no': { vi: 'Không tán thành', en: 'Against' },
  'sheet.blank': { vi: 'Phiếu trắng, phiếu không hợp lệ', en: 'Blank or invalid' },
  'sheet.carried': { vi: 'Tán thành', en: 'Carried' },
  'sheet.not_carried': { vi: 'Chưa tán thành', en: 'Not carried' },
  'sheet.result': { vi: 'Kết quả', en: 'Result' },
  'sheet.unsure': { vi: 'chưa đối chiếu văn bản gốc', en: 'not checked against the original' },
  'sheet.party': { vi: 'ĐẢNG CỘNG SẢN VIỆT NAM', en: 'ĐẢNG CỘNG SẢN VIỆT NAM' },
  'sheet.form': { vi: 'Dùng kèm mẫu {form}', en: 'To go with form {form}' },
  'sheet.none': { vi: 'Việc này không có giấy cần in', en: 'This act has no sheet' },
} satisfies Record<string, Message>;

export const words = {
  ...paperWords,
  ...list,
  ...phases,
  ...nominate,
  ...page,
  ...next,
  ...due,
  ...papers,
  ...people,
  ...clocks,
  ...acts,
  ...sealed,
  ...sheet,
} as const;

// Words of the pages on which candidates are followed.
import type { Message } from '../../platform/messages.ts';

const list = {
  'page.title': { vi: 'Cảm tình Đảng', en: 'Sympathisers' },
  'page.purpose': {
    vi: 'Theo dõi, bồi dưỡng từng người trong danh sách cảm tình Đảng của chi bộ.',
    en: 'Follow and foster everybody on the list of sympathisers of the cell.',
  },
  'page.help1': {
    vi: 'Trang này cho biết ai đang được theo dõi, ai giúp đỡ và lần gặp gần nhất là ngày nào.',
    en: 'Who is followed, who helps and when somebody last met them.',
  },
  'page.help2': {
    vi: 'Mỗi tháng chi bộ rà soát danh sách bằng một nghị quyết; sáu tháng một lần đánh giá từng người bằng lời.',
    en: 'Each month the cell reviews the list by one resolution; every half-year it assesses each person in words.',
  },
  'page.help3': {
    vi: 'Người giúp đỡ ghi nhận xét hằng tháng trên điện thoại; trang này nhắc ai còn thiếu.',
    en: 'Helpers write a monthly note on their phones; this page tells whose is missing.',
  },
  'page.review': { vi: 'Rà soát danh sách', en: 'Review the list' },
  'tab.list': { vi: 'Danh sách', en: 'List' },
  'tab.assess': { vi: 'Đánh giá', en: 'Assessment' },
  'tab.helpers': { vi: 'Giúp đỡ', en: 'Helpers' },
  'tab.consents': { vi: 'Đồng ý', en: 'Consent' },
  'tab.expiry': { vi: 'Hết hạn giữ', en: 'Running out' },
  'list.name': { vi: 'Người đang được theo dõi', en: 'People followed' },
  'list.person': { vi: 'Họ và tên', en: 'Name' },
  'list.unit': { vi: 'Chi bộ', en: 'Cell' },
  'list.stage': { vi: 'Giai đoạn', en: 'Stage' },
  'list.helper': { vi: 'Người giúp đỡ', en: 'Helper' },
  'list.no_helper': { vi: 'chưa phân công', en: 'none yet' },
  'list.touch': { vi: 'Gặp gần nhất', en: 'Last met' },
  'list.never': { vi: 'chưa ghi lần nào', en: 'never noted' },
  'list.stale': { vi: 'quá {days} ngày chưa gặp', en: 'not met for {days} days' },
  'list.marks': { vi: 'Cần lưu ý', en: 'To note' },
  'list.paused': { vi: 'tạm dừng từ {day}', en: 'paused since {day}' },
  'list.chosen': { vi: 'đã chọn cho năm {year}', en: 'chosen for {year}' },
  'list.unassessed': { vi: 'chưa đánh giá kỳ này', en: 'not assessed yet' },
  'list.untold': { vi: 'chưa thông báo và đồng ý', en: 'not told yet' },
  'list.group': { vi: 'Nhóm', en: 'Group' },
  'group.list': { vi: 'Đối tượng cảm tình Đảng', en: 'On the list' },
  'group.nominated': { vi: 'Quần chúng ưu tú được giới thiệu', en: 'Newly nominated' },
  'group.probation': { vi: 'Đảng viên dự bị', en: 'Probationary members' },
  'list.mark': { vi: 'Việc còn lại', en: 'Waiting' },
  'mark.stale': { vi: 'Quá hạn chưa gặp', en: 'Not met for long' },
  'mark.paused': { vi: 'Đang tạm dừng', en: 'Paused' },
  'mark.chosen': { vi: 'Đã chọn đề nghị kết nạp', en: 'Chosen' },
  'mark.unassessed': { vi: 'Chưa đánh giá kỳ này', en: 'Not assessed' },
  'mark.untold': { vi: 'Chưa thông báo, đồng ý', en: 'Not told' },
  'mark.with': { vi: '{label} ({count})', en: '{label} ({count})' },
  'list.empty': { vi: 'Chưa có ai trong nhóm này', en: 'Nobody here yet' },
  'list.empty_way': {
    vi: 'Người được giới thiệu vào đây khi chi bộ rà soát và có nghị quyết đưa vào danh sách.',
    en: 'People come here when the cell reviews the list and passes a resolution.',
  },
} satisfies Record<string, Message>;

const many = {
  'many.look': { vi: 'Xem trước', en: 'Preview' },
  'many.write': { vi: 'Ghi {count} người', en: 'Record {count} people' },
  'many.back': { vi: 'Sửa lại', en: 'Change' },
  'many.fine': { vi: 'Ghi được: {count} người', en: 'Can be recorded: {count}' },
  'many.left': { vi: 'Chưa ghi được: {count} người', en: 'Cannot be recorded: {count}' },
  'many.none': { vi: 'Không có ai ghi được', en: 'Nobody can be recorded' },
  'many.left_text': {
    vi: 'Những người này không bị ghi gì; nêu lý do từng người dưới đây.',
    en: 'Nothing is written for these people; each reason is below.',
  },
  'doc.number': { vi: 'Số nghị quyết', en: 'Number of the resolution' },
  'doc.on': { vi: 'Ngày nghị quyết', en: 'Day of the resolution' },
  'doc.number_needed': { vi: 'Cần ghi số nghị quyết', en: 'The number is needed' },
} satisfies Record<string, Message>;

const review = {
  'review.title': { vi: 'Rà soát danh sách cảm tình Đảng', en: 'Review of the list of sympathisers' },
  'review.purpose': {
    vi: 'Một nghị quyết cho cả danh sách: ai đưa vào, ai giữ lại, ai đưa ra.',
    en: 'One resolution for the whole list: who comes on, who stays, who goes off.',
  },
  'review.help1': {
    vi: 'Trang này liệt kê mọi người chi bộ đang xem xét hoặc đang theo dõi.',
    en: 'Everybody whom the cell considers or follows.',
  },
  'review.help2': {
    vi: 'Chọn cách xử lý từng người, ghi số và ngày nghị quyết một lần, rồi xem trước.',
    en: 'Choose for each person, give number and day of the resolution once, then preview.',
  },
  'review.help3': {
    vi: 'Ghi xong thì in được nghị quyết; ghi nhầm thì rút lại cả nghị quyết.',
    en: 'Afterwards the resolution can be printed; one entered by mistake is taken back whole.',
  },
  'review.choose_cell': { vi: 'Chọn chi bộ để rà soát', en: 'Choose a cell' },
  'review.back': { vi: 'Danh sách cảm tình Đảng', en: 'List of sympathisers' },
  'review.period': { vi: 'Chưa rà soát tháng {month}', en: 'Month {month} is not reviewed' },
  'review.period_text': {
    vi: 'Nghị quyết có ngày trong tháng nào thì tính là đã rà soát tháng ấy.',
    en: 'A resolution covers the month of its day.',
  },
  'review.none_open': { vi: 'Đã rà soát đến tháng này', en: 'Reviewed up to this month' },
  'review.proposed': { vi: 'Được giới thiệu, chưa vào danh sách', en: 'Proposed, not on the list' },
  'review.on_list': { vi: 'Đang trong danh sách', en: 'On the list' },
  'review.nobody': { vi: 'Không có ai', en: 'Nobody' },
  'review.for': { vi: 'Xử lý {name}', en: 'Decision on {name}' },
  'review.reason_for': { vi: 'Lý do đưa {name} ra khỏi danh sách', en: 'Reason for striking {name}' },
  'review.list': { vi: 'Đưa vào danh sách', en: 'Put on the list' },
  'review.wait': { vi: 'Để xem xét sau', en: 'Consider later' },
  'review.keep': { vi: 'Tiếp tục theo dõi', en: 'Keep' },
  'review.strike': { vi: 'Đưa ra khỏi danh sách', en: 'Strike' },
  'review.strike_nominee': { vi: 'Không đưa vào, kết thúc xem xét', en: 'Do not put on, close' },
  'review.parents': { vi: 'Đã có ý kiến phụ huynh (học sinh THPT)', en: 'Parents’ opinion held (pupils)' },
  'review.counts': {
    vi: 'Đưa vào {list} người · tiếp tục theo dõi {keep} người · đưa ra {strike} người',
    en: 'On: {list} · kept: {keep} · off: {strike}',
  },
  'review.done': { vi: 'Đã ghi nghị quyết số {number}.', en: 'Resolution {number} recorded.' },
  'review.again': {
    vi: 'Tháng này đã được ghi là đã rà soát; nghị quyết này chỉ ghi việc đưa vào, đưa ra.',
    en: 'This month is already covered; this resolution only records who comes and goes.',
  },
  'review.nobody_moves': {
    vi: 'Không đưa ai vào, không đưa ai ra; nghị quyết ghi việc rà soát của tháng.',
    en: 'Nobody comes or goes; the resolution records the review of the month.',
  },
  'review.write': { vi: 'Ghi nghị quyết', en: 'Record the resolution' },
  'review.left': { vi: 'Còn {count} người chưa ghi được', en: '{count} people were not recorded' },
  'review.held': { vi: 'Nghị quyết đã ghi', en: 'Resolutions recorded' },
  'review.held_none': { vi: 'Chưa ghi nghị quyết rà soát nào', en: 'No resolution recorded yet' },
  'review.held_line': { vi: 'Số {number}, ngày {day}', en: 'No. {number}, {day}' },
  'review.held_counts': { vi: 'đưa vào {added}, đưa ra {removed}', en: 'on {added}, off {removed}' },
  'review.print': { vi: 'In nghị quyết', en: 'Print' },
  'review.undo': { vi: 'Rút lại nghị quyết', en: 'Take back' },
  'review.undo_text': {
    vi: 'Mọi người trong nghị quyết này trở về như trước. Người đã có bước ghi tiếp sau đó được giữ nguyên và nêu tên.',
    en: 'Everybody returns to the state before. Whoever has later steps stays and is named.',
  },
  'review.undo_reason': { vi: 'Lý do rút lại', en: 'Reason' },
  'review.undone': { vi: 'Đã rút lại cho {count} người.', en: 'Taken back for {count} people.' },
  'review.undo_left': { vi: 'Chưa rút được {count} người', en: '{count} people could not be taken back' },
  'review.short': { vi: 'Cần ít nhất năm chữ', en: 'At least five letters' },
} satisfies Record<string, Message>;

const sheet = {
  'sheet.party': { vi: 'ĐẢNG CỘNG SẢN VIỆT NAM', en: 'COMMUNIST PARTY OF VIETNAM' },
  'sheet.title': { vi: 'NGHỊ QUYẾT', en: 'RESOLUTION' },
  'sheet.subtitle': {
    vi: 'về rà soát danh sách cảm tình Đảng',
    en: 'on the review of the list of sympathisers',
  },
  'sheet.opening': {
    vi: 'Chi bộ họp ngày {day} đã rà soát danh sách cảm tình Đảng và quyết nghị:',
    en: 'The cell met on {day}, reviewed the list and resolved:',
  },
  'sheet.added': { vi: '1. Đưa vào danh sách cảm tình Đảng', en: '1. Put on the list' },
  'sheet.removed': { vi: '2. Đưa ra khỏi danh sách', en: '2. Struck from the list' },
  'sheet.kept': { vi: '3. Tiếp tục theo dõi, bồi dưỡng', en: '3. Kept on the list' },
  'sheet.nobody': { vi: 'Không có.', en: 'Nobody.' },
  'sheet.number': { vi: 'TT', en: 'No.' },
  'sheet.name': { vi: 'Họ và tên', en: 'Name' },
  'sheet.born': { vi: 'Ngày sinh', en: 'Born' },
  'sheet.reason': { vi: 'Lý do', en: 'Reason' },
  'sheet.secretary': { vi: 'BÍ THƯ', en: 'SECRETARY' },
  'sheet.sign': { vi: '(Ký, ghi rõ họ tên)', en: '(Signature, full name)' },
} satisfies Record<string, Message>;

const assess = {
  'assess.period': { vi: 'Kỳ đánh giá', en: 'Half-year' },
  'assess.h1': { vi: 'Sáu tháng đầu năm {year}', en: 'First half of {year}' },
  'assess.h2': { vi: 'Sáu tháng cuối năm {year}', en: 'Second half of {year}' },
  'assess.left': {
    vi: 'Còn {missing} trong {total} người chưa đánh giá',
    en: '{missing} of {total} not assessed',
  },
  'assess.all': { vi: 'Đã đánh giá đủ {total} người', en: 'All {total} assessed' },
  'assess.next': { vi: 'Đánh giá người tiếp theo', en: 'Assess the next one' },
  'assess.do': { vi: 'Đánh giá', en: 'Assess' },
  'assess.again': { vi: 'Đánh giá lại', en: 'Assess again' },
  'assess.again_of': { vi: 'Đánh giá lại {name}', en: 'Assess again: {name}' },
  'assess.title': { vi: 'Đánh giá {name}', en: 'Assessment of {name}' },
  'assess.on': { vi: 'Ngày chi bộ đánh giá', en: 'Assessed on' },
  'assess.words': { vi: 'Nhận xét thêm', en: 'In words' },
  'assess.write': { vi: 'Ghi đánh giá', en: 'Record' },
  'assess.written': { vi: 'Đã ghi đánh giá {name}.', en: 'Assessment of {name} recorded.' },
  'assess.before': { vi: 'Kỳ trước', en: 'Before' },
  'assess.ground': {
    vi: 'Trong kỳ có {notes} nhận xét của người giúp đỡ và {tasks} nhiệm vụ.',
    en: '{notes} notes of the helper and {tasks} tasks in this half-year.',
  },
  'assess.none': { vi: 'Chưa có ai cần đánh giá', en: 'Nobody to assess' },
  'assess.none_text': {
    vi: 'Chỉ đánh giá người trong danh sách cảm tình Đảng, không đánh giá người đang tạm dừng theo dõi.',
    en: 'Only people on the list who are not paused are assessed.',
  },
  'assess.missing': { vi: 'chưa đánh giá', en: 'not assessed' },
  'assess.no_points': {
    vi: 'Đánh giá bằng lời theo từng tiêu chí; không tính điểm, không xếp hạng.',
    en: 'In words, criterion by criterion; no points and no ranking.',
  },
  'assess.result': { vi: 'Kết quả', en: 'Result' },
} satisfies Record<string, Message>;

export const words = { ...list, ...many, ...review, ...sheet, ...assess };

// The words of the step forms: fields by kind, the ballot, entering on behalf, the verdict beside the form.
import type { Message } from '../../../platform/messages.ts';

/** A paper of the dossier: its day, where it is kept, its form. */
export const paperWords = {
  'papers.have': { vi: 'có', en: 'held' },
  'papers.missing': { vi: 'thiếu', en: 'missing' },
  'papers.not_needed': { vi: 'không cần', en: 'not needed' },
  'papers.on': { vi: 'Ngày', en: 'Dated' },
  'papers.kept': { vi: 'Nơi lưu', en: 'Kept at' },
  'papers.if_any': { vi: 'nếu có', en: 'if any' },
  'papers.form': { vi: 'mẫu {form}', en: 'form {form}' },
} as const satisfies Record<string, Message>;

const form = {
  'form.on': { vi: 'Ngày diễn ra', en: 'Happened on' },
  'form.on_hint': {
    vi: 'Việc được xét theo quy định có hiệu lực vào chính ngày này.',
    en: 'The act is judged by the rules of this very day.',
  },
  'form.submit': { vi: 'Ghi', en: 'Record' },
  'form.submit_vote': { vi: 'Ghi kết quả biểu quyết', en: 'Record the vote' },
  'form.submit_correct': { vi: 'Ghi đính chính', en: 'Record the correction' },
  'form.recorded': { vi: 'Đã ghi: {step}.', en: 'Recorded: {step}.' },
  'form.not_carried': {
    vi: 'Đã ghi kết quả. Chưa tán thành nên hồ sơ giữ nguyên giai đoạn.',
    en: 'The result was recorded. Not carried, so the stage stays.',
  },
  'form.corrected': { vi: 'Đã ghi đính chính.', en: 'The correction was recorded.' },
  'form.corrected_rejudged': {
    vi: 'Đã ghi đính chính. {count} việc sau đó được xét lại, xem dấu trong nhật ký.',
    en: 'Corrected. {count} later acts were judged again, see the marks in the log.',
  },
  'form.yes': { vi: 'Có', en: 'Yes' },
  'form.no': { vi: 'Không', en: 'No' },
  'form.none': { vi: 'Chưa chọn', en: 'Not chosen' },
  'form.doc_number': { vi: 'Số', en: 'Number' },
  'form.doc_on': { vi: 'Ngày', en: 'Dated' },
  'form.doc_by': { vi: 'Nơi ban hành', en: 'Issued by' },
  'form.person_hint': { vi: 'Gõ tên, có dấu hoặc không dấu', en: 'Type the name' },
  'form.myself': { vi: '{label}: chính tôi – {name}', en: '{label}: myself – {name}' },
  'form.no_lookup': {
    vi: 'Chức trách này không tra cứu danh sách đảng viên; chi bộ sẽ ghi người này.',
    en: 'This office does not search the roll; the cell will name the person.',
  },
  'form.official_only': { vi: 'Chỉ chọn được đảng viên chính thức', en: 'Official members only' },
  'form.people_add': { vi: 'Thêm một người', en: 'Add a person' },
  'form.people_drop': { vi: 'Bỏ {name}', en: 'Remove {name}' },
  'form.required': { vi: 'Chưa điền.', en: 'Not filled in.' },
  'form.required_parts': { vi: 'Chưa điền đủ – {label}.', en: 'Incomplete – {label}.' },
  'form.document_half': { vi: 'Ghi đủ số và ngày – {label}.', en: 'Number and day needed – {label}.' },
  'form.ballot_fault': { vi: 'Các con số chưa khớp – {label}.', en: 'The numbers do not add up – {label}.' },
  'form.behalf': { vi: 'Nhập thay', en: 'On behalf' },
  'form.behalf_text': {
    vi: 'Việc do {unit} quyết định; đồng chí nhập theo biên bản. Người quyết định và người nhập được ghi riêng; chi bộ thấy và có thể phản ánh nếu sai.',
    en: '{unit} decides; you enter it from the minutes. Who decided and who typed stay apart, and the cell can contest it.',
  },
  'form.behalf_number': { vi: 'Số biên bản', en: 'Number of the minutes' },
  'form.behalf_on': { vi: 'Ngày biên bản', en: 'Day of the minutes' },
  'form.consent': { vi: 'Lý do cấp có thẩm quyền vẫn cho làm', en: 'Why the competent committee goes on' },
  'form.consent_hint': {
    vi: 'Quy định áp dụng chưa đối chiếu văn bản gốc. Ghi một câu lý do; lý do được lưu cùng việc này.',
    en: 'The rule is not checked against the original. One written reason is kept with the act.',
  },
  'form.consent_short': { vi: 'Ghi ít nhất một câu ngắn.', en: 'At least a short sentence.' },
  'form.reason_correct': { vi: 'Lý do đính chính', en: 'Reason for the correction' },
  'form.no_notes': {
    vi: 'Máy chủ này không giữ nhận xét, ghi chú về con người. Ghi trên giấy và chỉ lưu nơi giữ giấy tờ.',
    en: 'This server keeps no remarks about persons. Write them on paper and record only where the paper is kept.',
  },
  'form.stale': {
    vi: 'Hồ sơ vừa có thay đổi từ nơi khác. Trang đã tải bản mới; nội dung đang nhập vẫn còn, đề nghị xem lại rồi ghi.',
    en: 'The dossier changed elsewhere. The new version is loaded; what you typed is kept, look again and record.',
  },
  'form.verdict': { vi: 'Xét theo quy định', en: 'What the rules say' },
  'form.several': { vi: 'Chọn một hoặc nhiều mục.', en: 'Choose one or more.' },
  'form.nothing_open': { vi: 'không còn việc nào chờ ghi.', en: 'nothing is waiting for this.' },
  'form.open_places': { vi: 'Nơi chưa trả lời: {places}', en: 'Not yet replied: {places}' },
} satisfies Record<string, Message>;

const ballot = {
  'ballot.total.cell': { vi: 'Đảng viên chính thức của chi bộ', en: 'Official members of the cell' },
  'ballot.total.base_committee': { vi: 'Đảng ủy viên đương nhiệm', en: 'Members of the base committee' },
  'ballot.total.decider': { vi: 'Thành viên tập thể quyết định', en: 'Members of the deciding body' },
  'ballot.roll': { vi: 'Theo danh sách ngày {day}: {count} người.', en: 'On the roll on {day}: {count}.' },
  'ballot.roll_away': {
    vi: 'Theo danh sách ngày {day}: {count} người, trong đó {away} không tính.',
    en: 'On the roll on {day}: {count}, {away} of them left out.',
  },
  'ballot.roll_use': { vi: 'Dùng số này', en: 'Use this' },
  'ballot.meeting': { vi: 'Cuộc họp', en: 'Meeting' },
  'ballot.meeting_new': { vi: 'Cuộc họp chưa ghi trong ngày này', en: 'A meeting not yet recorded' },
  'ballot.meeting_numbered': {
    vi: 'Biên bản số {number}: có mặt {present}/{base}',
    en: 'Minutes {number}: {present} of {base} present',
  },
  'ballot.meeting_held': { vi: 'Cuộc họp đã ghi: có mặt {present}/{base}', en: 'Meeting: {present}/{base}' },
  'ballot.excluded': { vi: 'Không tính vào tổng số', en: 'Left out of the base' },
  'ballot.excluded_hint': {
    vi: 'Ghi số người theo từng lý do; đảng viên dự bị không tính và không biểu quyết.',
    en: 'How many, by ground; probationers never count.',
  },
  'ballot.excused': { vi: 'Vắng mặt có lý do (vẫn tính)', en: 'Absent with leave (still counted)' },
  'ballot.present': { vi: 'Có mặt', en: 'Present' },
  'ballot.yes': { vi: 'Tán thành', en: 'For' },
  'ballot.no': { vi: 'Không tán thành', en: 'Against' },
  'ballot.blank': { vi: 'Trắng, không hợp lệ', en: 'Blank or invalid' },
  'ballot.base': { vi: 'Tính trên {base} người', en: 'Counted over {base}' },
  'ballot.base_needed': {
    vi: 'Tính trên {base} người · cần ít nhất {needed} phiếu tán thành',
    en: 'Counted over {base} · at least {needed} votes needed',
  },
  'ballot.has': { vi: 'có {yes} phiếu', en: 'has {yes}' },
  'ballot.over': { vi: 'đủ', en: 'enough' },
  'ballot.short': { vi: 'thiếu {count} phiếu', en: '{count} short' },
} satisfies Record<string, Message>;

export const formWords = { ...form, ...ballot } as const;

// Names of codes that stand only in rules: where a limit starts, what a row of a table means.
import type { Message } from '../../platform/messages.ts';

export const codeWords = {
  'code.any': { vi: 'mọi trường hợp', en: 'any' },
  'code.ceremony.start.received': {
    vi: 'ngày chi bộ nhận quyết định',
    en: 'the day the cell received the decision',
  },
  'code.ceremony.start.issued': { vi: 'ngày ban hành quyết định', en: 'the day of the decision' },
  'code.transition.step.act': { vi: 'quy định của ngày làm việc ấy', en: 'the law of the day of the act' },
  'code.transition.step.opened': {
    vi: 'quy định của ngày mở hồ sơ',
    en: 'the law of the day on which the dossier was opened',
  },
  'code.transition.clock.start': {
    vi: 'giữ quy định của ngày bắt đầu đếm',
    en: 'the law of the day the time starts',
  },
  'code.transition.clock.switch': {
    vi: 'chuyển sang quy định mới khi đang đếm',
    en: 'the new law takes over while the time runs',
  },
  'code.return.stops_clock.stops': {
    vi: 'tạm dừng tính, tính tiếp từ ngày nộp lại',
    en: 'it stops until the file is submitted again',
  },
  'code.return.stops_clock.runs': { vi: 'vẫn tính liên tục', en: 'it runs on' },
  'code.verification.persons.candidate': { vi: 'Người xin vào Đảng', en: 'The applicant' },
  'code.kind.cell': { vi: 'chi bộ trực thuộc', en: 'cell of a base organisation' },
  'code.kind.base_cell': { vi: 'chi bộ cơ sở', en: 'base cell' },
  'code.above.any': { vi: 'cấp nào cũng vậy', en: 'any' },
  'code.above.base_organisation': { vi: 'đảng bộ cơ sở', en: 'base organisation' },
  'code.above.upper_base': {
    vi: 'đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng',
    en: 'organisation directly above base level',
  },
  'code.powers.any': { vi: 'không phân biệt', en: 'any' },
  'code.powers.none': { vi: 'không được ủy quyền', en: 'no powers delegated' },
  'code.powers.delegated': { vi: 'được ủy quyền kết nạp', en: 'delegated to admit' },
  'code.powers.upper_base': {
    vi: 'được giao quyền cấp trên cơ sở',
    en: 'given the powers of an upper base committee',
  },
  'code.powers.province_direct': {
    vi: 'trực thuộc tỉnh ủy hoặc Trung ương',
    en: 'directly under the province or the Centre',
  },
  'code.type.any': { vi: 'mọi loại hình', en: 'any' },
  'code.base_vote.required': { vi: 'biểu quyết trước', en: 'votes first' },
  'code.base_vote.skipped': { vi: 'không biểu quyết riêng', en: 'no vote of its own' },
  'code.base_vote.unknown': { vi: 'chưa rõ', en: 'not known' },
  'code.consent.true': { vi: 'cần văn bản đồng ý', en: 'written consent needed' },
  'code.consent.false': { vi: 'không cần', en: 'not needed' },
} as const satisfies Record<string, Message>;

/** What the columns of tables are called. */
export const columnWords = {
  'column.kind': { vi: 'Chi bộ của người được xét', en: 'Cell' },
  'column.above': { vi: 'Trực thuộc', en: 'Below' },
  'column.powers': { vi: 'Thẩm quyền của đảng ủy', en: 'Powers' },
  'column.type': { vi: 'Loại hình chi bộ', en: 'Type of cell' },
  'column.body': { vi: 'Tập thể quyết định', en: 'Decided by' },
  'column.base_vote': { vi: 'Đảng ủy cơ sở', en: 'Base committee' },
  'column.exception': { vi: 'Trường hợp', en: 'Case' },
  'column.level': { vi: 'Trình độ ít nhất', en: 'Lowest level' },
  'column.situation': { vi: 'Trường hợp', en: 'Situation' },
  'column.from_months': { vi: 'Khi kéo dài từ', en: 'When it lasts from' },
  'column.answer': { vi: 'Thực hiện', en: 'What applies' },
  'column.consent': { vi: 'Văn bản đồng ý', en: 'Consent' },
} as const satisfies Record<string, Message>;

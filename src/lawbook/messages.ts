// What the lawbook says: why a provision or a draft cannot be laid, and the words of a value.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'lawbook.not_a_committee': {
    vi: '{unit} không có cấp ủy được quyết định quy định riêng. Hãy chọn đảng bộ, chi bộ cơ sở hoặc cấp trên.',
    en: '{unit} has no committee that decides on rules of its own. Choose a base organisation, a base cell or one above.',
  },
  'lawbook.unit_ended': {
    vi: '{unit} đã kết thúc hoạt động, không thể đặt quy định riêng.',
    en: '{unit} has ended: no rule can be laid for it.',
  },
  'lawbook.unknown_parameter': {
    vi: 'Quy định không có mục “{rule}”.',
    en: 'The regulations have no rule “{ruleEn}”.',
  },
  'lawbook.wrong_kind': {
    vi: '{rule}: “{asked}” không đúng dạng. Đang thực hiện: {held}.',
    en: '{ruleEn}: “{askedEn}” is not of the right form. In force: {heldEn}.',
  },
  'lawbook.unknown_code': {
    vi: '{rule}: “{asked}” có mục mà quy định không dùng. Đang thực hiện: {held}.',
    en: '{ruleEn}: “{askedEn}” names something the rule does not know. In force: {heldEn}.',
  },
  'lawbook.no_document': {
    vi: 'Cần số, ngày và cơ quan ban hành của văn bản.',
    en: 'Number, day and body of the document are needed.',
  },
  'lawbook.no_clause': {
    vi: 'Cần ghi điểm, khoản của văn bản.',
    en: 'The clause of the document is needed.',
  },
  'lawbook.no_decider': { vi: 'Cần ghi tập thể quyết định.', en: 'Who decided is needed.' },
  'lawbook.past': {
    vi: '{rule}: ngày hiệu lực {fromOn} đã qua. Quy định riêng không có hiệu lực trở về trước; sớm nhất từ {today}.',
    en: '{ruleEn}: {fromOn} has passed. No rule takes effect backwards; the earliest day is {today}.',
  },
  'lawbook.before_document': {
    vi: '{rule}: ngày hiệu lực {fromOn} trước ngày văn bản {documentOn}. Sớm nhất từ ngày văn bản.',
    en: '{ruleEn}: {fromOn} comes before the document of {documentOn}. The earliest day is that of the document.',
  },
  'lawbook.not_below': {
    vi: '{rule}: cấp ủy chỉ quyết định cho đảng bộ, chi bộ thuộc mình.',
    en: '{ruleEn}: a committee decides only for what stands below it.',
  },
  'lawbook.nothing_to_confirm': {
    vi: '{rule}: ngày {fromOn} chưa biết giá trị nên chưa thể xác nhận. Hãy điền giá trị.',
    en: '{ruleEn}: no value is known on {fromOn}, so there is nothing to confirm. Fill it in instead.',
  },
  'lawbook.already_sure': {
    vi: '{rule}: {held} đã được đối chiếu với văn bản, không cần xác nhận.',
    en: '{ruleEn}: {heldEn} has been checked against the text; nothing needs confirming.',
  },
  'lawbook.other_value': {
    vi: '{rule}: chỉ xác nhận được giá trị đang thực hiện là {held}, không phải {asked}.',
    en: '{ruleEn}: only the value in force, {heldEn}, can be confirmed, not {askedEn}.',
  },
  'lawbook.already_known': {
    vi: '{rule}: đã có giá trị {held}. Chỉ đặt được quy định chặt hơn, không điền lại.',
    en: '{ruleEn}: the value {heldEn} is known. It can be made stricter, not filled in.',
  },
  'lawbook.not_a_reading': {
    vi: '{rule}: chỉ chọn được một trong các cách hiểu: {accepted}; không nhận {asked}.',
    en: '{ruleEn}: one of its readings must be chosen: {acceptedEn}; {askedEn} is not taken.',
  },
  'lawbook.no_direction': {
    vi: '{rule}: đang thực hiện {held}; mục này cấp ủy không được đặt khác.',
    en: '{ruleEn}: {heldEn} is in force; no committee may lay its own.',
  },
  'lawbook.not_known': {
    vi: '{rule}: ngày {fromOn} chưa có giá trị chung. Hãy bổ sung giá trị trước.',
    en: '{ruleEn}: the general value of {fromOn} is not known. Fill it in first.',
  },
  'lawbook.not_stricter': {
    vi: '{rule}: {asked} không chặt hơn {held} đang thực hiện. Chỉ nhận giá trị {accepted} {held}.',
    en: '{ruleEn}: {askedEn} is not stricter than {heldEn}, which is in force. Only values {acceptedEn} {heldEn} are taken.',
  },
  'lawbook.accepted.higher': { vi: 'cao hơn', en: 'above' },
  'lawbook.accepted.lower': { vi: 'thấp hơn', en: 'below' },
  'lawbook.accepted.true': { vi: 'có, thay cho', en: 'yes instead of' },
  'lawbook.accepted.fewer': { vi: 'ít trường hợp hơn', en: 'with fewer cases than' },
  'lawbook.accepted.more': { vi: 'nhiều trường hợp hơn', en: 'with more cases than' },
  'lawbook.end_past': {
    vi: 'Ngày thôi thực hiện {fromOn} đã qua; sớm nhất từ {today}.',
    en: '{fromOn} has passed; the earliest day of an end is {today}.',
  },
  'lawbook.end_before_document': {
    vi: 'Ngày thôi thực hiện {fromOn} trước ngày văn bản {documentOn}.',
    en: 'The end on {fromOn} comes before the document of {documentOn}.',
  },
  'lawbook.has_ended': {
    vi: 'Quy định riêng này đã thôi thực hiện từ {fromOn}.',
    en: 'This provision has ended on {fromOn}.',
  },
  'lawbook.asked_no_change': {
    vi: '{rule}: {asked} chính là giá trị đang thực hiện từ {fromOn}.',
    en: '{ruleEn}: {askedEn} is what is in force from {fromOn} already.',
  },
  'lawbook.busy': {
    vi: 'Đang tính thử những câu hỏi khác. Xin chờ giây lát rồi xem lại.',
    en: 'Other questions are being reckoned. Please wait a moment and ask again.',
  },
  'lawbook.value.or': { vi: ' hoặc ', en: ' or ' },
} as const satisfies Record<string, Message>;

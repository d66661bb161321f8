// Words of the list of rules.
import type { Message } from '../../../platform/messages.ts';

export const rulesWords = {
  'rules.title': { vi: 'Quy tắc', en: 'Rules' },
  'rules.purpose': {
    vi: 'Mọi mức, thời hạn, tỷ lệ mà hệ thống dùng để xét; áp dụng ngày {day} tại {unit}.',
    en: 'Every quantity, time limit and share that the system judges by; on {day} at {unit}.',
  },
  'rules.everywhere': { vi: 'mọi nơi', en: 'every place' },
  'rules.help_1': {
    vi: 'Trang này liệt kê từng quy tắc bằng lời, mức đang áp dụng, điều khoản và mức độ kiểm chứng.',
    en: 'This page lists each rule in words, the value applied, its article and how well it is known.',
  },
  'rules.help_2': {
    vi: 'Tìm bằng cách gõ có dấu hoặc không dấu; lọc những quy tắc chưa kiểm chứng, chưa biết, hoặc cấp ủy đã có giá trị riêng.',
    en: 'Search with or without accents; filter what is unverified, not known, or set by a committee.',
  },
  'rules.help_3': {
    vi: 'Mở một quy tắc để xem các giá trị theo ngày, nơi dùng, ví dụ chứng minh, và để cấp ủy xác nhận hoặc bổ sung.',
    en: 'Open a rule to see its values by day, where it is used, the cases that prove it, and to confirm or fill it.',
  },
  'rules.rule': { vi: 'Quy tắc', en: 'Rule' },
  'rules.value': { vi: 'Mức áp dụng', en: 'Value' },
  'rules.article': { vi: 'Căn cứ', en: 'Article' },
  'rules.known': { vi: 'Mức độ kiểm chứng', en: 'How well known' },
  'rules.group': { vi: 'Phần việc', en: 'Part of the work' },
  'rules.local': { vi: 'Giá trị riêng', en: 'Own value' },
  'rules.local_own': { vi: 'có giá trị riêng của cấp ủy', en: 'set by a committee' },
  'rules.local_none': { vi: 'theo quy định chung', en: 'as the general rule' },
  'rules.filter.sure': { vi: 'đã đối chiếu', en: 'checked' },
  'rules.filter.unsure': { vi: 'chỉ chưa kiểm chứng', en: 'unverified only' },
  'rules.filter.unknown': { vi: 'chưa biết, không nêu', en: 'not known, not set' },
  'rules.count': { vi: '{count} quy tắc', en: '{count} rules' },
  'rules.open': { vi: 'Xem {count} quy tắc', en: 'Show {count} rules' },
  'rules.counts': {
    vi: '{all} quy tắc: {sure} đã đối chiếu, {unsure} chưa kiểm chứng, {unknown} chưa biết hoặc văn bản không nêu.',
    en: '{all} rules: {sure} checked, {unsure} unverified, {unknown} not known or not set.',
  },
  'rules.nothing': { vi: 'Không có quy tắc nào khớp điều kiện đang lọc', en: 'No rule matches' },
  'rules.nothing_way': {
    vi: 'Bỏ bớt điều kiện lọc hoặc gõ từ khóa ngắn hơn.',
    en: 'Drop a filter or try a shorter word.',
  },
  'rules.unknown': { vi: 'chưa biết', en: 'not known' },
  'rules.stricter': { vi: 'mức cao hơn của cấp ủy', en: 'stricter, by a committee' },
  'rules.fill': { vi: 'cấp ủy bổ sung', en: 'filled by a committee' },
  'rules.confirm': { vi: 'cấp ủy đã xác nhận', en: 'confirmed by a committee' },
} as const satisfies Record<string, Message>;

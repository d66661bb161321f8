// Kinds of documents that committees issue and cite; a new kind is one more entry here (S0-19 … S0-21, S1-20 … S1-23,
// S1-30). Order is that of the lists.
import { idsOf, type Message } from '../platform/messages.ts';

export const documentTypes = {
  chi_thi: { vi: 'Chỉ thị', en: 'Directive' },
  nghi_quyet: { vi: 'Nghị quyết', en: 'Resolution' },
  nghi_quyet_chuyen_de: { vi: 'Nghị quyết chuyên đề', en: 'Thematic resolution' },
  ke_hoach: { vi: 'Kế hoạch', en: 'Plan' },
  chuong_trinh_hanh_dong: { vi: 'Chương trình hành động', en: 'Programme of action' },
  chuong_trinh: { vi: 'Chương trình', en: 'Programme' },
  de_an: { vi: 'Đề án', en: 'Scheme' },
  cong_van: { vi: 'Công văn', en: 'Official letter' },
  huong_dan: { vi: 'Hướng dẫn', en: 'Guidance' },
  thong_bao: { vi: 'Thông báo', en: 'Notice' },
  quyet_dinh: { vi: 'Quyết định', en: 'Decision' },
  quy_che: { vi: 'Quy chế', en: 'Working rules' },
  khac: { vi: 'Văn bản khác', en: 'Other document' },
} as const satisfies Record<string, Message>;

export type DocumentType = keyof typeof documentTypes;
export const documentTypeIds = idsOf(documentTypes);

// Why a document was not written, in Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'documents.ended_already': {
    vi: 'Văn bản này đã được ghi hết hiệu lực. Xin tải lại trang để xem.',
    en: 'This document was already recorded as no longer in force. Please load the page again.',
  },
  'documents.ends_before_issue': {
    vi: 'Ngày hết hiệu lực không thể trước ngày ban hành.',
    en: 'It cannot end before it was issued.',
  },
  'documents.period_order': {
    vi: 'Giai đoạn kết thúc trước khi bắt đầu. Xin xem lại “Từ” và “Đến”.',
    en: 'The period ends before it begins. Please look at “from” and “to”.',
  },
  'documents.names_itself': {
    vi: 'Văn bản không thể là căn cứ của chính nó.',
    en: 'A document cannot rest on itself.',
  },
  'documents.link_later': {
    vi: '“{label}” ban hành sau văn bản này, nên không thể là căn cứ hay văn bản bị thay thế. Xin xem lại ngày ban hành.',
    en: '“{label}” was issued after this document; it can neither be carried out nor replaced by it. Please look at the days.',
  },
  'documents.circle': {
    vi: 'Chọn như vậy thì các văn bản đi thành vòng tròn: văn bản này lại đứng trên chính nó. Chưa ghi gì; xin chọn văn bản khác.',
    en: 'That would make a circle: the document would stand above itself. Nothing was written; please choose another.',
  },
  'documents.number_used': {
    vi: 'Trong năm ấy, cơ quan này đã có văn bản số {number}: {label}. Xin mở ra xem có phải cùng một văn bản không; nếu không phải, ghi là văn bản khác.',
    en: 'In that year this issuer already has a document {number}: {label}. Please look whether it is the same; if not, save it as another one.',
  },
  'documents.in_use': {
    vi: 'Có {count} nơi đang viện dẫn văn bản này nên không rút được. Nếu văn bản không còn giá trị, ghi “hết hiệu lực”.',
    en: 'This document is cited in {count} places and cannot be taken back. If it is no longer valid, record its end.',
  },
  'documents.file_too_large': {
    vi: 'Tệp lớn hơn {limit} MB. Xin quét ở độ phân giải thấp hơn, hoặc tách tệp.',
    en: 'The file is larger than {limit} MB. Please scan it with fewer dots, or split it.',
  },
  'documents.no_file': {
    vi: 'Văn bản này chưa có tệp kèm theo.',
    en: 'This document has no file.',
  },
  'documents.file_empty': { vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
  'documents.file_kind': {
    vi: 'Chỉ nhận tệp PDF, Word (.docx), ảnh JPG hoặc PNG. Nội dung của tệp này không phải một trong các loại ấy.',
    en: 'Only PDF, Word (.docx), JPG and PNG are taken. What is in this file is none of these.',
  },
  'documents.file_other': {
    vi: 'Tên tệp có đuôi .{named} nhưng nội dung là {found}. Xin kiểm tra lại tệp.',
    en: 'The file is named .{named} but holds {found}. Please check the file.',
  },
  'documents.file_broken': {
    vi: 'Tệp {found} này bị cắt ngang hoặc hỏng: không thấy phần cuối. Xin lấy lại tệp gốc.',
    en: 'This {found} file is cut off or broken: its end is missing. Please take the original again.',
  },
  'documents.file_macro': {
    vi: 'Tệp Word này chứa lệnh tự chạy (macro) nên không nhận. Xin lưu lại thành .docx thường hoặc PDF.',
    en: 'This Word file holds macros and is not taken. Please save it as a plain .docx or as PDF.',
  },
} as const satisfies Record<string, Message>;

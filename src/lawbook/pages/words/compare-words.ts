// Words of the comparison of two days.
import type { Message } from '../../../platform/messages.ts';

export const compareWords = {
  'compare.title': { vi: 'So sánh hai ngày', en: 'Compare two days' },
  'compare.purpose': {
    vi: 'Quy tắc nào khác nhau giữa ngày {from} và ngày {to}, tại {unit}.',
    en: 'Which rules differ between {from} and {to}, at {unit}.',
  },
  'compare.everywhere': { vi: 'mọi nơi', en: 'every place' },
  'compare.help_1': {
    vi: 'Trang này trả lời: quy định thay đổi thì mức, thời hạn, tỷ lệ nào đổi theo, từ bao nhiêu sang bao nhiêu.',
    en: 'This page answers: when the regulations changed, which quantities changed with them, from what to what.',
  },
  'compare.help_2': {
    vi: 'Chọn hai ngày bất kỳ, hoặc bấm một mốc có sẵn: ngày cuối của văn bản cũ và ngày đầu của văn bản mới.',
    en: 'Choose any two days, or press a ready pair: the last day of the old text and the first of the new.',
  },
  'compare.help_3': {
    vi: '“Chưa biết” là chưa đọc được văn bản của ngày ấy: không có nghĩa là đã thay đổi.',
    en: '“Not known” means the text of that day was not seen: not that it changed.',
  },
  'compare.from': { vi: 'Ngày trước', en: 'Earlier day' },
  'compare.to': { vi: 'Ngày sau', en: 'Later day' },
  'compare.see': { vi: 'So sánh', en: 'Compare' },
  'compare.quick': { vi: 'Mốc văn bản mới', en: 'When a text began' },
  'compare.quick_guidance': { vi: 'Mốc của các hướng dẫn', en: 'When guidance began' },
  'compare.tables': { vi: 'Xem hai bảng: {rule}', en: 'Show both tables: {rule}' },
  'compare.pick': { vi: '{before} → {document} ({day})', en: '{before} → {document} ({day})' },
  'compare.texts': { vi: 'Văn bản có hiệu lực', en: 'Texts in force' },
  'compare.kind': { vi: 'Loại văn bản', en: 'Kind' },
  'compare.changed': { vi: 'Mức đã thay đổi', en: 'Values that changed' },
  'compare.changed_count': { vi: '{count} quy tắc', en: '{count} rules' },
  'compare.lost': { vi: 'Chưa biết ở một trong hai ngày', en: 'Not known on one of the days' },
  'compare.lost_second': {
    vi: 'Văn bản của một ngày chưa đọc được, nên chưa nói được có đổi hay không.',
    en: 'The text of one of the days was not seen: nobody can tell whether it changed.',
  },
  'compare.article': {
    vi: 'Chỉ đổi văn bản căn cứ hoặc mức độ kiểm chứng',
    en: 'Only the article or the certainty changed',
  },
  'compare.show_article': {
    vi: 'Xem {count} quy tắc giữ nguyên mức, chỉ đổi văn bản căn cứ hoặc mức độ kiểm chứng',
    en: 'Show {count} rules whose value stayed, only the article or the certainty changed',
  },
  'compare.show_lost': { vi: 'Xem {count} quy tắc', en: 'Show {count} rules' },
  'compare.rule': { vi: 'Quy tắc', en: 'Rule' },
  'compare.old': { vi: 'Ngày {day}', en: 'On {day}' },
  'compare.none': {
    vi: 'Không mức nào thay đổi giữa hai ngày này',
    en: 'No value changed between these days',
  },
  'compare.none_text': {
    vi: 'Thử một mốc khác ở trên, hoặc chọn hai ngày xa nhau hơn.',
    en: 'Try another pair above, or days farther apart.',
  },
  'compare.not_set': { vi: 'chưa đặt ra', en: 'not set' },
} as const satisfies Record<string, Message>;

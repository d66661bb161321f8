// Why something about places or programmes was not written, in Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'areas.before_unit': {
    vi: 'Đơn vị được thành lập ngày {day}; xin chọn ngày từ đó trở đi.',
    en: 'The unit was founded on {day}; please choose that day or a later one.',
  },
  'areas.no_unit_then': {
    vi: 'Ngày {day} chưa có, hoặc không còn, {unit}. Xin chọn ngày khác ở thanh trên cùng.',
    en: '{unit} was not there on {day}. Please choose another day in the top bar.',
  },
  'areas.before_village': {
    vi: 'Thôn này có trong danh sách từ ngày {day}; xin chọn ngày từ đó trở đi, khi thôn còn trong danh sách.',
    en: 'The village is on the list from {day}; please choose a day while it is.',
  },
  'areas.marked_already': {
    vi: 'Ngày ấy đơn vị đã có đặc điểm này rồi.',
    en: 'The unit already carries this mark on that day.',
  },
  'areas.ends_before': {
    vi: 'Đặc điểm này ghi từ ngày {day}; ngày thôi áp dụng phải sau ngày ấy.',
    en: 'The mark holds from {day}; it can only end after that day.',
  },
  'areas.same_village': {
    vi: 'Trong danh sách đã có “{name}”. Nếu là nơi khác trùng tên, xin ghi thêm cho dễ phân biệt.',
    en: '“{name}” is on the list already. If it is another place, please tell the two apart by name.',
  },
  'areas.no_cell': {
    vi: 'Chỉ chọn được chi bộ.',
    en: 'Only a cell can be chosen.',
  },
  'areas.cell_not_there': {
    vi: '{cell} chưa được lập hoặc đã kết thúc vào ngày {day}; xin chọn ngày khác hoặc chi bộ khác.',
    en: '{cell} was not there on {day}; please choose another day or another cell.',
  },
  'areas.years_order': {
    vi: 'Năm kết thúc trước năm bắt đầu. Xin xem lại hai ô năm.',
    en: 'It ends before it begins. Please look at the two years.',
  },
  'areas.before_programme': {
    vi: 'Chương trình bắt đầu năm {year}; xin chọn ngày từ năm ấy trở đi.',
    en: 'The programme begins in {year}; please choose a day from then on.',
  },
  'areas.programme_used': {
    vi: 'Đã có {count} đơn vị tham gia nên không rút được. Nếu chương trình đã xong, hãy ghi kết thúc.',
    en: '{count} units take part, so it cannot be taken back. If it is over, record its end.',
  },
} as const satisfies Record<string, Message>;

// Words of the help page: how to move about, how to read the marks, what the words mean.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'help.title': { vi: 'Hướng dẫn', en: 'Help' },
  'help.purpose': {
    vi: 'Cách đi lại trong hệ thống, cách đọc các dấu hiệu, và nghĩa của những từ hay gặp.',
    en: 'How to move about, how to read the marks, and what the words mean.',
  },
  'help.move': { vi: 'Đi lại', en: 'Moving about' },
  'help.move_rail': {
    vi: 'Thanh bên (trên điện thoại là thanh dưới) chỉ hiện những phần việc thuộc chức trách đang chọn.',
    en: 'The rail (the bottom bar on a phone) shows only what the office chosen may use.',
  },
  'help.move_unit': {
    vi: 'Tên tổ chức ở góc trên bên trái là nơi đang xem; bấm vào để chuyển sang chi bộ, đảng bộ khác trong phạm vi.',
    en: 'The name at the top left is the organisation looked at; press it to go to another within reach.',
  },
  'help.move_day': {
    vi: '“Hôm nay” ở trên cùng là ngày của số liệu; chọn một ngày đã qua để xem lại tổ chức và danh sách của ngày ấy.',
    en: '“Today” at the top is the day of the figures; choose a past day to see the tree and lists of that day.',
  },
  'help.move_search': {
    vi: 'Bấm phím / để tìm người, tổ chức; gõ có dấu hay không dấu đều được.',
    en: 'Press / to find people and organisations, with or without accents.',
  },
  'help.keys': { vi: 'Bàn phím', en: 'Keyboard' },
  'help.keys_tab': {
    vi: 'Phím Tab đi lần lượt; Enter mở; Esc đóng hộp đang mở.',
    en: 'Tab goes on, Enter opens, Esc closes.',
  },
  'help.keys_tree': {
    vi: 'Trong cây tổ chức: ↑ ↓ để đi, → để mở, ← để thu, gõ một chữ cái để nhảy tới tên bắt đầu bằng chữ ấy.',
    en: 'In the tree: ↑ ↓ move, → opens, ← closes, a letter jumps to a name.',
  },
  'help.keys_day': {
    vi: 'Trong ô ngày: gõ 27/04/2018 hoặc 27042018; Alt và ↓ để mở lịch.',
    en: 'In a day field: type 27/04/2018 or 27042018; Alt and ↓ open the calendar.',
  },
  'help.marks': { vi: 'Các dấu hiệu', en: 'Marks' },
  'help.mark_act': { vi: 'quá hạn, bị từ chối hoặc cần làm ngay', en: 'overdue, refused or to be done now' },
  'help.mark_done': { vi: 'đã hoàn thành', en: 'completed' },
  'help.mark_wait': { vi: 'đang chờ, đang làm', en: 'waiting, under way' },
  'help.mark_plain': { vi: 'bình thường, chưa đến hạn', en: 'ordinary, not due' },
  'help.mark_ended': { vi: 'đã kết thúc hoặc đã rút lại', en: 'ended or withdrawn' },
  'help.mark_unsure': {
    vi: 'chưa kiểm chứng: chưa đối chiếu văn bản gốc, hệ thống chỉ cảnh báo',
    en: 'unverified: not checked against the original, only a warning',
  },
  'help.safe': { vi: 'Không sợ mất, không sợ ghi trùng', en: 'Nothing lost, nothing doubled' },
  'help.safe_draft': {
    vi: 'Nội dung đang nhập được giữ trên máy này, theo tài khoản, tối đa 14 ngày, cho đến khi ghi xong.',
    en: 'What you type is kept on this device, for your account, at most 14 days, until it is saved.',
  },
  'help.safe_twice': {
    vi: 'Mất mạng giữa chừng thì bấm lại: hệ thống nhận ra lần gửi cũ và không ghi hai lần.',
    en: 'If the network fails, press again: the system knows the first attempt and never writes twice.',
  },
  'help.safe_correct': {
    vi: 'Ghi nhầm thì sửa hoặc rút lại kèm lý do; bản cũ và bản mới đều được lưu.',
    en: 'A mistake is corrected or withdrawn with a reason; both versions stay.',
  },
  'help.safe_people': {
    vi: 'Hệ thống nhắc, tính và giải thích; kết nạp, công nhận, xóa tên do chi bộ và cấp ủy biểu quyết, quyết định.',
    en: 'The system reminds, counts and explains; admission, recognition and removal are votes and decisions of people.',
  },
} as const satisfies Record<string, Message>;

// What the server says about verification.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'verification.no_such_place': {
    vi: 'Không tìm thấy nơi này trong danh mục. Xin chọn lại trong danh sách gợi ý, hoặc tự ghi tên nơi thẩm tra.',
    en: 'This place is not in the lists. Choose one of those offered, or write it in words.',
  },
  'verification.names_refused': {
    vi: 'Ở chế độ có kết nối mạng (B) không lưu họ tên người thân; chỉ ghi số người. Họ tên ghi tay trên công văn giấy.',
    en: 'A connected installation (profile B) keeps no names of relatives, only how many. Names are written by hand on the paper.',
  },
  'verification.note_refused': {
    vi: 'Ở chế độ có kết nối mạng (B) không lưu nội dung về lịch sử chính trị. Xin ghi ở văn bản trả lời bằng giấy.',
    en: 'A connected installation (profile B) keeps no words about the political past. Write them on the paper reply.',
  },
  'verification.letter_needed': {
    vi: 'Gửi bằng công văn thì cần số và ngày của công văn.',
    en: 'A letter needs its number and its day.',
  },
  'verification.received_before_sent': {
    vi: 'Ngày nơi thẩm tra nhận được không thể trước ngày gửi.',
    en: 'It cannot have been received before it was sent.',
  },
  'verification.received_already': {
    vi: 'Yêu cầu này đã có ngày nhận, hoặc không gửi bằng công văn.',
    en: 'The day of receipt is known already, or no letter was sent.',
  },
  'verification.already_sent': {
    vi: 'Hồ sơ này đang có một yêu cầu chưa xong ở “{place}”. Xin ghi kết quả hoặc rút lại yêu cầu ấy trước.',
    en: 'A request of this dossier to “{place}” is still open. Record its answer or take it back first.',
  },
  'verification.police_only_unclear': {
    vi: 'Chỉ đề nghị công an sưu tra khi kết luận thẩm tra đã ghi là chưa rõ.',
    en: 'The police are asked only where the conclusion says that something is unclear.',
  },
  'verification.no_such_officer': {
    vi: 'Người được phân công phải đang giữ chức trách ở chi bộ hoặc cấp ủy cấp trên của chi bộ.',
    en: 'The officer in charge must hold an office in the cell or above it.',
  },
  'verification.reply_before_request': {
    vi: 'Ngày trả lời không thể trước ngày gửi yêu cầu ({day}). Xin kiểm tra lại ngày.',
    en: 'The answer cannot lie before the request ({day}). Please check the day.',
  },
  'verification.resent_before_answer': {
    vi: 'Ngày gửi bổ sung không thể trước ngày nơi thẩm tra yêu cầu bổ sung.',
    en: 'It cannot have been sent again before more was asked for.',
  },
  'verification.closed_meanwhile': {
    vi: 'Yêu cầu này vừa được trả lời hoặc không còn chờ trả lời. Chưa ghi thêm gì; xin tải lại trang.',
    en: 'This request has just been answered, or nobody waits any more. Nothing more was written; please reload.',
  },
  'verification.changed_meanwhile': {
    vi: 'Tình trạng yêu cầu vừa thay đổi. Chưa ghi gì; xin tải lại trang rồi làm tiếp.',
    en: 'The request has just changed. Nothing was written; reload and go on.',
  },
  'verification.kin_refused': {
    vi: 'Ở chế độ có kết nối mạng (B) không lập danh sách người thân trong Nguồn.',
    en: 'A connected installation (profile B) keeps no list of relatives.',
  },
  'verification.reading_needed': {
    vi: 'Hai văn bản nói khác nhau. Xin chọn cách hiểu mà cấp ủy làm theo và ghi lý do.',
    en: 'Two texts differ. Choose the reading that the committee follows, with the reason.',
  },
  'verification.not_exempt': {
    vi: 'Theo quy định (hoặc cách hiểu đã chọn), trường hợp này vẫn phải thẩm tra.',
    en: 'Under the rule, or the reading chosen, this case must still be verified.',
  },
  'verification.bad_cursor': {
    vi: 'Trang danh sách này không còn. Xin tải lại từ đầu.',
    en: 'This page of the list is gone. Please start again.',
  },
  'verification.waiting': { vi: 'Yêu cầu thẩm tra cần trả lời', en: 'Requests for verification to answer' },
  'verification.training': { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'GENERATED DATA' },
} as const satisfies Record<string, Message>;

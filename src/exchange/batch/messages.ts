// Words of bringing in workbooks: what a line would do, why one is left out, what became of the file.
export const messages = {
  'exchange.unit_outside': {
    vi: 'Không có đơn vị “{unit}” trong phạm vi của đồng chí. Dòng này không được ghi.',
    en: 'There is no unit “{unit}” within your reach. This line is not taken.',
  },
  'exchange.document_unknown': {
    vi: 'Văn bản số {number} chưa có trong sổ Văn bản, hoặc có nhiều văn bản cùng số. Chỉ tiêu vẫn được ghi với số này; muốn gắn vào văn bản thì ghi văn bản trước rồi nhập lại tệp.',
    en: 'Document {number} is not in the register, or several have that number. The target is kept with the number; to link it, register the document first and bring the file again.',
  },
  'exchange.unit_parent_circle': {
    vi: 'Hai đơn vị trong tệp ghi trực thuộc lẫn nhau. Xin sửa cột “Trực thuộc”.',
    en: 'Two units of the file name each other as their parent. Please correct the column of parents.',
  },
  'exchange.unit_kind_below': {
    vi: '“{unit}” không thể đặt trực thuộc “{parent}” với loại tổ chức này.',
    en: '“{unit}” cannot stand below “{parent}” as this kind of unit.',
  },
  'exchange.cell_changed': {
    vi: '{name}: tệp ghi chi bộ khác với sổ. Việc chuyển chi bộ cần có ngày: ghi ở trang đảng viên hoặc bảng biến động. Chưa đổi gì.',
    en: '{name}: the file names another cell than the roll. A move needs its day: record it on the person’s page or in the table of acts. Nothing was changed.',
  },
  'exchange.later_acts': {
    vi: '{name}: trong Nguồn đã có ghi nhận mới hơn, nên giữ nguyên; xin sửa ở trang của người này nếu cần.',
    en: '{name}: Nguồn holds later acts, so they stay; correct them on the person’s page if needed.',
  },
  'exchange.probation_late': {
    vi: '{name}: vào Đảng quá 12 tháng mà tệp chưa ghi ngày chính thức. Ghi là đảng viên dự bị; xin kiểm tra lại.',
    en: '{name}: admitted more than 12 months ago without an official day in the file. Taken as probationary; please check.',
  },
  'exchange.card_held': {
    vi: '{name}: số thẻ trong tệp đang là của {holder}, nên chưa lấy số thẻ này; xin đối chiếu thẻ của hai người.',
    en: '{name}: the card number in the file is that of {holder}, so it was not taken; please compare both cards.',
  },
  'exchange.held_differs': {
    vi: '{name}: sổ đang ghi ngày {held}, tệp ghi ngày {given}. Giữ theo sổ; nếu tệp đúng, xin sửa ở trang của người này.',
    en: '{name}: the roll says {held}, the file {given}. The roll stays; if the file is right, correct the person’s page.',
  },
  'exchange.helper_unknown': {
    vi: '{name}: chưa tìm được người giúp đỡ “{helper}” trong danh sách đảng viên (không có hoặc trùng tên). Ghi là “chưa có thông tin”.',
    en: '{name}: the helper “{helper}” was not found on the roll (absent, or several of that name). Kept as not known.',
  },
  'exchange.office_changed': {
    vi: 'Chức danh này đã có; thay đổi về chức danh xin ghi ở trang đơn vị.',
    en: 'This office is there already; record changes of offices on the unit’s page.',
  },
  'exchange.act_person_unknown': {
    vi: 'Không tìm thấy “{name}” trong chi bộ đã ghi, hoặc có nhiều người trùng tên. Thêm ngày sinh hoặc số thẻ để phân biệt.',
    en: '“{name}” was not found in the cell named, or several people have that name. Add a birth date or a card number.',
  },
  'exchange.act_by_hand': {
    vi: 'Việc này của “{unit}” cần thêm thông tin, xin ghi ở trang đơn vị.',
    en: 'This act of “{unit}” needs more facts; please record it on the unit’s page.',
  },
  'exchange.alike_outside': {
    vi: '{name}: có người trùng thông tin ngoài phạm vi của đồng chí. Đề nghị hỏi ban tổ chức cấp trên trước khi ghi.',
    en: '{name}: somebody outside your reach has the same particulars. Please ask the organisation board above first.',
  },
  'exchange.code_unfit': {
    vi: '“{text}” chưa phải số, ký hiệu gọn (chỉ gồm chữ, số và các dấu . _ / -, tối đa 60 ký tự). Dòng này không được ghi.',
    en: '“{text}” is no plain number or code (letters, digits and . _ / - only, at most 60). This line is not taken.',
  },
  'exchange.other_unit': {
    vi: 'Tệp này do đơn vị khác tải lên, nên do đơn vị ấy sửa và nhập. Đồng chí vẫn xem và hoàn tác được.',
    en: 'Another unit brought this workbook and is the one to correct and run it. You may look at it and undo it.',
  },
  'exchange.unit_holds_people': {
    vi: '“{unit}” còn đảng viên hoặc quần chúng trong nguồn nên chưa ghi kết thúc. Xin ghi việc chuyển họ đi trước (được ghi trong cùng tệp).',
    en: '“{unit}” still holds members or nominees, so its end is not recorded. Record where they go first (the same file will do).',
  },
  'exchange.busy': {
    vi: 'Máy chủ đang đọc các tệp khác. Xin thử lại sau ít phút; tệp chưa được ghi.',
    en: 'The server is reading other files. Please try again in a few minutes; nothing was written.',
  },
  'exchange.too_much': {
    vi: 'Tệp quá lớn so với bộ nhớ dành cho việc đọc. Xin tách thành nhiều tệp nhỏ. Chưa ghi gì.',
    en: 'The file needs more memory than is set aside for reading. Please split it. Nothing was written.',
  },
  'exchange.unreadable': {
    vi: 'Không đọc được tệp này. Xin mở bằng Excel, lưu lại dạng .xlsx rồi tải lên lần nữa. Chưa ghi gì.',
    en: 'This file cannot be read. Open it in Excel, save it as .xlsx and upload it again. Nothing was written.',
  },
  'exchange.failed': {
    vi: 'Việc nhập bị dừng vì sự cố. Chưa ghi gì; xin thử lại.',
    en: 'The import was stopped by a fault. Nothing was written; please try again.',
  },
  'exchange.entered_meanwhile': {
    vi: 'Trong lúc đang nhập, danh sách vừa có thêm người trùng thông tin với người trong tệp. Chưa ghi gì; xin đọc lại tệp để đối chiếu.',
    en: 'While the file was being brought in, somebody like a person of the file came into the book. Nothing was written; read the file again to compare.',
  },
  'exchange.recorded_meanwhile': {
    vi: 'Trong lúc đang nhập, có hồ sơ hoặc số thẻ liên quan đến tệp vừa được cập nhật. Chưa ghi gì từ tệp; xin đọc lại tệp để đối chiếu.',
    en: 'While the file was being brought in, a person or a card number that it names was recorded. Nothing of the file was written; read the file again to compare.',
  },
  'exchange.interrupted': {
    vi: 'Máy chủ đã tắt trong khi đang nhập. Chưa ghi gì; xin đọc lại tệp rồi nhập lại.',
    en: 'The server stopped during the import. Nothing was written; read the file again and run it once more.',
  },
  'exchange.cancelled': {
    vi: 'Đã dừng theo yêu cầu. Chưa ghi gì.',
    en: 'Stopped as asked. Nothing was written.',
  },
  'exchange.not_now': {
    vi: 'Tệp này không ở bước làm được việc đó. Xin tải lại trang để xem tình trạng mới.',
    en: 'The workbook is not at a step where this can be done. Reload the page to see its state.',
  },
  'exchange.file_gone': {
    vi: 'Tệp đã được dọn sau khi nhập xong. Xin tải tệp lên lại.',
    en: 'The file was put away after the import. Please upload it again.',
  },
  'exchange.undo_touched': {
    vi: 'Chưa hoàn tác được: đã có {count} việc ghi sau dựa trên lần nhập này.',
    en: 'This cannot be undone: {count} later acts rest on this import.',
  },
} as const;

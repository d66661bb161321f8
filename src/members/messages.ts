// What this room says, in Vietnamese and English: refusals, acts, the words of its pages.
export const messages = {
  'members.not_member': {
    vi: 'Người này chưa là đảng viên vào ngày đó, nên chưa ghi được việc này.',
    en: 'This person was not a member on that day, so this cannot be recorded.',
  },
  'members.before_membership': {
    vi: 'Ngày này trước ngày vào Đảng đã ghi ({on}). Xin kiểm tra lại ngày.',
    en: 'This day lies before the recorded beginning of membership ({on}). Please check the day.',
  },
  'members.before_birth': {
    vi: 'Ngày này trước ngày sinh đã ghi. Xin kiểm tra lại ngày.',
    en: 'This day lies before the recorded birth. Please check the day.',
  },
  'members.already_member': {
    vi: 'Vào ngày đó người này đang là đảng viên trong danh sách.',
    en: 'On that day this person is already a member on the roll.',
  },
  'members.already_official': {
    vi: 'Người này đã là đảng viên chính thức.',
    en: 'Already an official member.',
  },
  'members.already.died': { vi: 'Đã ghi đảng viên từ trần.', en: 'The death is already recorded.' },
  'members.already.moved_out': {
    vi: 'Đảng viên đã chuyển sinh hoạt đi, không còn trong danh sách vào ngày đó.',
    en: 'The member has moved out and was not on the roll on that day.',
  },
  'members.already.removed': {
    vi: 'Đã ghi xóa tên trong danh sách đảng viên trước ngày đó.',
    en: 'The member had been removed from the list before that day.',
  },
  'members.already.expelled': { vi: 'Đã ghi khai trừ trước ngày đó.', en: 'Expelled before that day.' },
  'members.already.left': { vi: 'Đã ghi xin ra khỏi Đảng trước ngày đó.', en: 'Left before that day.' },
  'members.already.annulled': {
    vi: 'Quyết định kết nạp đã bị hủy trước ngày đó.',
    en: 'Annulled before that day.',
  },
  'members.same_unit': {
    vi: 'Đảng viên đang sinh hoạt ở chính nơi này.',
    en: 'The member already belongs there.',
  },
  'members.moved_from_elsewhere': {
    vi: 'Vào ngày đó đảng viên không còn ở chi bộ nơi đi đã ghi. Xin xem lại lần chuyển này.',
    en: 'On that day the member no longer belonged to the recorded cell of departure. Please review this move.',
  },
  'members.nothing_to_restore': {
    vi: 'Chỉ phục hồi cho người đã bị xóa tên, khai trừ hoặc hủy quyết định kết nạp.',
    en: 'Only somebody removed, expelled or annulled can be restored.',
  },
  'members.card_official_only': {
    vi: 'Thẻ chỉ phát cho đảng viên chính thức.',
    en: 'Cards are for official members only.',
  },
  'members.already_exempt': { vi: 'Đảng viên đang được miễn công tác, sinh hoạt.', en: 'Already exempt.' },
  'members.not_exempt': { vi: 'Đảng viên không thuộc diện đang được miễn.', en: 'The member is not exempt.' },
  'members.already_away': { vi: 'Đảng viên đang sinh hoạt tạm thời ở nơi khác.', en: 'Already away.' },
  'members.not_away': { vi: 'Đảng viên không sinh hoạt tạm thời ở nơi khác.', en: 'The member is not away.' },
  'members.not_moved_out': {
    vi: 'Đảng viên chưa chuyển sinh hoạt đi nên chưa có phiếu báo của nơi đến.',
    en: 'The member has not moved out, so no slip of the destination can have come.',
  },
  'members.already_received': {
    vi: 'Phiếu báo của nơi đến đã được ghi trước đó.',
    en: 'The slip of the destination is recorded already.',
  },
  'members.not_nominee': { vi: 'Người này không ở trong nguồn.', en: 'This person is not a nominee.' },
  'members.erase_member': {
    vi: 'Hồ sơ của người đã là đảng viên được lưu giữ, không xóa.',
    en: 'The record of somebody who has been a member is kept and not erased.',
  },
  'members.breaks_later': {
    vi: 'Việc này làm cho việc đã ghi về sau không còn căn cứ. Xin xem các việc nêu dưới đây; chưa ghi gì.',
    en: 'Acts recorded for later days would no longer hold. See the list; nothing was written.',
  },
  'members.decision_needed': {
    vi: 'Việc này cần số và ngày quyết định của cấp có thẩm quyền.',
    en: 'This needs the number and day of the decision of the competent committee.',
  },
  'members.decided_after_ceremony': {
    vi: 'Ngày quyết định kết nạp sau ngày làm lễ kết nạp. Xin kiểm tra lại hai ngày này.',
    en: 'The admission decision is later than the ceremony. Please check both days.',
  },
  'members.official_before_admitted': {
    vi: 'Ngày chính thức trước ngày kết nạp. Xin kiểm tra lại hai ngày này.',
    en: 'The day of becoming official lies before the admission. Please check both days.',
  },
  'members.place_needed': { vi: 'Xin ghi nơi đến.', en: 'Please say where to.' },
  'members.unit_holds_no_members': {
    vi: 'Đảng viên sinh hoạt ở chi bộ. Xin chọn một chi bộ.',
    en: 'Members belong to a cell. Please choose a cell.',
  },
  'members.unit_ended': {
    vi: 'Chi bộ này đã kết thúc hoạt động ngày {on}. Xin chọn chi bộ khác hoặc kiểm tra lại ngày.',
    en: 'This cell ended on {on}. Choose another cell or check the day.',
  },
  'members.other_act': {
    vi: 'Chỉ sửa bằng một việc cùng loại. Nếu là việc khác, xin rút việc cũ rồi ghi việc mới.',
    en: 'An act is corrected by one of the same kind. For another kind, withdraw it and record the new one.',
  },
  'members.act_of_dossier': {
    vi: 'Việc này thuộc hồ sơ kết nạp. Xin sửa hoặc rút ở hồ sơ.',
    en: 'This act belongs to an admission dossier. Correct or withdraw it there.',
  },
  'members.others_rest_on_it': {
    vi: 'Còn việc hoặc hồ sơ khác dựa trên người này. Xin rút các việc đó trước.',
    en: 'Other acts or records rest on this person. Withdraw those first.',
  },
  'members.nothing_to_correct': { vi: 'Chưa có mục nào được sửa.', en: 'No field was changed.' },
  'members.name_needed': { vi: 'Xin ghi họ và tên.', en: 'Please give the full name.' },
  'members.kind_needed': {
    vi: 'Xin chọn chính thức hay dự bị.',
    en: 'Please choose official or probationary.',
  },
  'members.fields_wrong': {
    vi: 'Có mục ghi chưa đúng. Xin xem từng mục; chưa ghi gì.',
    en: 'Some fields are not right. See each field; nothing was written.',
  },
  'members.class_refused': {
    vi: 'Máy chủ này chạy ở chế độ có kết nối mạng (B), không nhận dữ liệu nhóm 3–4 (tôn giáo, người thân, lý lịch, sức khỏe, lịch sử chính trị, kỷ luật). Xin giữ trong hồ sơ giấy. Chưa ghi gì.',
    en: 'This installation runs connected (profile B) and takes no data of classes 3–4. Keep it in the paper file. Nothing was written.',
  },
  'members.sensitive_refused': {
    vi: 'Chức trách đang chọn không được ghi dữ liệu nhóm 3–4.',
    en: 'The office you act in may not write data of classes 3–4.',
  },
  'members.not_your_minutes': {
    vi: 'Chỉ chi bộ được nhập thay mới phản hồi việc này.',
    en: 'Only the cell for which it was entered can contest this.',
  },
  'members.purpose_needed': {
    vi: 'Xin ghi mục đích xem, được lưu vào nhật ký.',
    en: 'State the purpose; it is logged.',
  },
  'members.card_taken': {
    vi: 'Số thẻ này đã có ở người khác. Xin kiểm tra lại.',
    en: 'Somebody else already has this card number. Please check.',
  },
  'members.alike': {
    vi: 'Đã có người trùng họ tên và ngày sinh. Xin xem có phải cùng một người không.',
    en: 'Somebody with the same name and birth is already kept. Please see whether it is the same person.',
  },
  'members.alike_outside': {
    vi: 'Có người trùng thông tin ngoài phạm vi của đồng chí. Xin hỏi ban tổ chức cấp trên trước khi ghi.',
    en: 'Somebody with the same details is kept out of your reach. Ask the organisation board above first.',
  },
  'members.field.unknown': { vi: 'Không có mục này.', en: 'There is no such field.' },
  'members.field.name': {
    vi: 'Tên chỉ gồm chữ, khoảng trắng, gạch nối.',
    en: 'Letters, blanks and hyphens only.',
  },
  'members.field.day': {
    vi: 'Ngày ghi theo dd/mm/yyyy, hoặc mm/yyyy, hoặc yyyy.',
    en: 'Write the day as dd/mm/yyyy, or mm/yyyy, or yyyy.',
  },
  'members.field.future': { vi: 'Ngày này ở tương lai.', en: 'This day lies in the future.' },
  'members.field.flag': { vi: 'Chọn có hoặc không.', en: 'Choose yes or no.' },
  'members.field.card': { vi: 'Số thẻ có 8 hoặc 12 chữ số.', en: 'A card number has 8 or 12 digits.' },
  'members.field.long': { vi: 'Nội dung quá dài.', en: 'The text is too long.' },
} as const;

// Words of the admission room: every failure it throws and the words of its printed sheets, Vietnamese and English.
import type { Message } from '../platform/messages.ts';
import { orderMessages } from '../acts/possible/messages.ts';

export const messages = {
  'admission.refused': {
    vi: 'Chưa đủ điều kiện theo quy định của ngày này. Chưa ghi gì; xin xem lý do và hướng giải quyết.',
    en: 'The rules of that day do not allow it. Nothing was written; see the reasons and the way out.',
  },
  'admission.needs_consent': {
    vi: 'Việc này cần văn bản đồng ý của cấp có thẩm quyền. Xin ghi số và ngày của văn bản.',
    en: 'This needs the written consent of the competent level. Please give its number and day.',
  },
  'admission.needs_reason': {
    vi: 'Quy định áp dụng ở đây chưa được kiểm chứng. Nếu vẫn thực hiện, xin ghi lý do.',
    en: 'The rule that applies here is unverified. To go on, please write a reason.',
  },
  'admission.unknown_step': {
    vi: 'Không có bước này trong quy trình.',
    en: 'The procedure has no such step.',
  },
  'admission.unknown_stage': { vi: 'Không có giai đoạn này.', en: 'There is no such stage.' },
  'admission.unknown_input': {
    vi: 'Có mục không thuộc bước này. Xin tải lại trang. Chưa ghi gì.',
    en: 'Something was sent that this step does not ask. Please reload the page. Nothing was written.',
  },
  'admission.unknown_paper': {
    vi: 'Có giấy tờ không thuộc hồ sơ này.',
    en: 'One of the papers does not belong to this dossier.',
  },
  'admission.input_needed': { vi: 'Còn thiếu: {fields}.', en: 'Still needed: {fields}.' },
  'admission.bad_input': { vi: 'Mục “{field}” chưa đúng.', en: '“{field}” is not right.' },
  'admission.class_refused': {
    vi: 'Hệ thống kết nối mạng này chỉ giữ thông tin thông thường. Nội dung lý lịch, nhận xét bằng lời phải để trong hồ sơ giấy.',
    en: 'This connected installation keeps ordinary data only. Histories and remarks in words stay on paper.',
  },
  ...orderMessages,
  'admission.not_this_office': {
    vi: 'Bước này không thuộc chức trách đang chọn.',
    en: 'The office you are acting in does not take this step.',
  },
  'admission.needs_minutes': {
    vi: 'Nhập thay chi bộ cần số và ngày của biên bản hoặc nghị quyết.',
    en: 'Entering for the cell needs the number and day of its minutes or resolution.',
  },
  'admission.person_unknown': {
    vi: 'Có người được nêu tên không có trong phạm vi của đồng chí. Xin chọn lại trong danh sách.',
    en: 'Somebody named is not within your reach. Please choose from the list.',
  },
  'admission.person_self': {
    vi: 'Quần chúng không thể tự giới thiệu hoặc tự giúp đỡ mình.',
    en: 'Nobody can be his own proposer or helper.',
  },
  'admission.person_needed': {
    vi: 'Xin ghi họ tên quần chúng, hoặc chọn người đã có trong danh sách.',
    en: 'Please give the name, or choose somebody in the book.',
  },
  'admission.name_only': {
    vi: 'Khi chưa trao đổi và được đồng ý, chỉ ghi họ tên, năm sinh, chi bộ và người giới thiệu.',
    en: 'Until the person was told and agreed, only name, year of birth, cell and proposer are kept.',
  },
  'admission.person_erased': {
    vi: 'Dữ liệu cá nhân của người này đã xóa; hồ sơ không mở lại được.',
    en: 'The personal data of this person was erased; the case cannot be opened again.',
  },
  'admission.already_open': {
    vi: 'Người này đang có một hồ sơ chưa kết thúc.',
    en: 'This person already has an open dossier.',
  },
  'admission.alike': {
    vi: 'Có thể người này đã có trong danh sách. Xin xem lại, hoặc hỏi ban tổ chức cấp trên, trước khi ghi.',
    en: 'This person may already be in the book. Please look, or ask the organisation board above, before writing.',
  },
  'admission.already_member': {
    vi: 'Người này đang là đảng viên. Chỉ giới thiệu quần chúng ngoài Đảng (Điều lệ Đảng, Điều 4).',
    en: 'This person is a party member. Only people outside the Party are nominated (Party Statutes, Article 4).',
  },
  'admission.young': {
    vi: 'Quần chúng chưa đủ tuổi để chi bộ xét. Có thể theo dõi, bồi dưỡng trước; nếu vẫn giới thiệu, xin ghi lý do.',
    en: 'Too young for the vote of the cell. The person may be followed and fostered; to nominate already now, please write a reason.',
  },
  'admission.introducer': {
    vi: 'Vào ngày này người giới thiệu chưa phải là đảng viên chính thức. Xin chọn đảng viên khác, hoặc ghi “Nguồn khác” như một ý kiến phát hiện.',
    en: 'On that day the proposer was no official member. Choose another member, or record it as an opinion of another source.',
  },
  'admission.not_a_cell': {
    vi: 'Quần chúng được giới thiệu tại một chi bộ. Xin chọn chi bộ.',
    en: 'Somebody is nominated in a cell. Please choose a cell.',
  },
  'admission.unit_ended': { vi: 'Chi bộ này đã kết thúc hoạt động.', en: 'This cell has ended.' },
  'admission.later_acts': {
    vi: 'Còn {count} việc đã ghi sau việc giới thiệu. Xin rút các việc ấy trước.',
    en: '{count} later acts rest on the nomination. Please withdraw those first.',
  },
  'admission.not_yours_to_correct': {
    vi: 'Việc này do cấp khác ghi. Xin báo cấp ấy sửa, hoặc ghi ý kiến không đồng ý.',
    en: 'Another level recorded this. Ask it to correct, or contest the act.',
  },
  'admission.not_on_behalf': {
    vi: 'Chỉ phản ánh được việc đã nhập thay chi bộ của đồng chí.',
    en: 'Only an act entered on behalf of your own cell can be contested.',
  },
  'admission.closed_already': {
    vi: 'Hồ sơ này đã kết thúc.',
    en: 'This dossier is closed already.',
  },
  'admission.goes_with_file': {
    vi: 'Người này đang có hồ sơ xin vào Đảng chưa kết thúc. Xin chuyển ở mục Chuyển đi, tiếp nhận để người và hồ sơ cùng đi.',
    en: 'There is an open dossier. Use the hand-over, so that person and file go together.',
  },
  'admission.open_not_erased': {
    vi: 'Người này đang có hồ sơ xin vào Đảng chưa kết thúc nên chưa xóa được thông tin. Xin kết thúc hồ sơ trước.',
    en: 'There is an open dossier: nothing is erased before it is closed.',
  },
  'admission.removal_on_road': {
    vi: 'Đây là đảng viên dự bị có hồ sơ chưa kết thúc. Xin mở hồ sơ và ghi việc xóa tên ở đó: biểu quyết của chi bộ, đảng ủy, rồi quyết định.',
    en: 'A probationer with an open dossier: record the removal there – the votes, then the decision.',
  },
  'admission.not_in_bulk': {
    vi: 'Việc này ghi riêng cho từng người, không ghi chung cho nhiều hồ sơ.',
    en: 'This is recorded for one person at a time.',
  },
  'admission.built_upon': {
    vi: 'Hồ sơ đã có việc ghi tiếp sau, hoặc việc này đã được sửa riêng. Xin mở hồ sơ để rút từng việc.',
    en: 'Later acts rest on it, or it was changed by itself. Open the dossier to withdraw it there.',
  },
  'admission.undone_already': {
    vi: 'Lần ghi chung này đã được rút lại.',
    en: 'These acts were taken back already.',
  },
  'admission.bad_cursor': {
    vi: 'Không đọc tiếp được danh sách. Xin mở lại từ đầu.',
    en: 'The list cannot be continued. Please open it again.',
  },
  'sheet.facts.unit': { vi: 'Chi bộ', en: 'Cell' },
  'sheet.facts.on_behalf': { vi: 'Nhập thay theo biên bản', en: 'Entered from minutes' },
  'sheet.secretary': { vi: 'T/M CHI BỘ – BÍ THƯ', en: 'FOR THE CELL – SECRETARY' },
  'sheet.committee': { vi: 'T/M ĐẢNG ỦY – BÍ THƯ', en: 'FOR THE COMMITTEE – SECRETARY' },
  'sheet.superior': { vi: 'T/M CẤP CÓ THẨM QUYỀN', en: 'FOR THE COMPETENT BODY' },
  'sheet.clerk': { vi: 'NGƯỜI GHI', en: 'RECORDED BY' },
  'sheet.training': { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'SIMULATED DATA' },
  'sheet.yes': { vi: 'Có', en: 'Yes' },
  'sheet.no': { vi: 'Không', en: 'No' },
} as const satisfies Record<string, Message>;

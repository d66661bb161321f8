// The sentences of a judgement: for each guard what it says when met and when not, for some quantities a sentence of
// their own, for each way out what to do next. {named} places are filled by explain.ts.
import { fosteringMessages } from './fostering.messages.ts';
import { memberBreaches } from './member-breaches.messages.ts';
import { memberWays } from './member-ways.messages.ts';
import { memberMessages } from './member.messages.ts';
import { specialMessages } from './special.messages.ts';
import { waysOut } from './ways-out.messages.ts';

export const messages = {
  'rules.stage.met': { vi: 'Hồ sơ đang ở đúng giai đoạn.', en: 'The dossier stands at the right stage.' },
  'rules.stage.breach': {
    vi: 'Hồ sơ đang ở giai đoạn “{stage}” nên chưa thực hiện được bước này.',
    en: 'The dossier stands at “{stage}”, where this step is not open.',
  },
  'rules.done.met': { vi: 'Việc phải làm trước đã được ghi nhận.', en: 'What must come first is on record.' },
  'rules.done.breach': {
    vi: 'Việc phải làm trước chưa được ghi nhận.',
    en: 'What must come first is not on record.',
  },
  'rules.flag.met': { vi: 'Điều kiện đã được xác nhận.', en: 'The condition is confirmed.' },
  'rules.flag.breach': { vi: 'Điều kiện chưa được xác nhận.', en: 'The condition is not confirmed.' },
  'rules.one_of.met': { vi: 'Trường hợp này được chấp nhận.', en: 'This case is accepted.' },
  'rules.one_of.breach': { vi: 'Trường hợp này không được chấp nhận.', en: 'This case is not accepted.' },
  'rules.subset_of.met': {
    vi: 'Các trường hợp đã chọn đều được phép.',
    en: 'All grounds chosen are allowed.',
  },
  'rules.subset_of.breach': { vi: 'Có trường hợp không được phép: {codes}.', en: 'Not allowed: {codes}.' },
  'rules.number_by.met': { vi: 'Đủ số lượng: {count}/{threshold}.', en: 'Enough: {count} of {threshold}.' },
  'rules.number_by.breach': {
    vi: 'Cần {threshold}, mới có {count}.',
    en: '{threshold} needed, {count} held.',
  },
  'rules.at_most.met': {
    vi: 'Không vượt mức: {count} (tối đa {threshold}).',
    en: 'Within the limit: {count} (at most {threshold}).',
  },
  'rules.at_most.breach': {
    vi: 'Còn {count}, chỉ được tối đa {threshold}.',
    en: '{count} remain, at most {threshold} allowed.',
  },
  'rules.at_least.met': { vi: 'Đã có {count} (cần {threshold}).', en: '{count} held ({threshold} needed).' },
  'rules.at_least.breach': {
    vi: 'Cần ít nhất {threshold}, mới có {count}.',
    en: 'At least {threshold} needed, {count} held.',
  },
  'rules.fewer_than.met': {
    vi: 'Mới {count} lần, dưới {threshold} lần.',
    en: '{count} so far, fewer than {threshold}.',
  },
  'rules.fewer_than.breach': {
    vi: 'Đã {count} lần, đủ {threshold} lần.',
    en: '{count} times already, the limit is {threshold}.',
  },
  'rules.age_by_month.met': {
    vi: 'Tuổi phù hợp: {years} tuổi {months} tháng (tính theo tháng).',
    en: 'Age fits: {years} years {months} months (counted by month).',
  },
  'rules.age_by_month.breach': {
    vi: 'Sinh {born}, đến tháng chi bộ xét mới {years} tuổi {months} tháng; phải đủ {min} tuổi, tính theo tháng.',
    en: 'Born {born}: {years} years {months} months at the vote; {min} full years are needed, counted by month.',
  },
  'rules.age_by_month.over': {
    vi: 'Sinh {born}, đến tháng chi bộ xét đã {years} tuổi {months} tháng; trên {max} tuổi phải có văn bản đồng ý trước của cấp ủy có thẩm quyền.',
    en: 'Born {born}: {years} years {months} months at the vote; above {max} a prior written consent is needed.',
  },
  'rules.level_at_least.met': { vi: 'Trình độ đáp ứng yêu cầu.', en: 'The level of education suffices.' },
  'rules.level_at_least.breach': {
    vi: 'Trình độ hiện có là “{level}”; yêu cầu ít nhất “{threshold}”.',
    en: 'Education held: “{level}”; at least “{threshold}” is needed.',
  },
  'rules.level_at_least.consent': {
    vi: 'Trường hợp riêng về trình độ cần văn bản đồng ý của cấp ủy có thẩm quyền; chưa ghi văn bản nào.',
    en: 'This exception needs a written consent; none is on record.',
  },
  'rules.months_at_least.met': {
    vi: 'Đủ {months} tháng từ {start}.',
    en: '{months} months since {start} are complete.',
  },
  'rules.months_at_least.breach': {
    vi: 'Tính từ {start} chưa đủ {months} tháng (đủ vào {from}).',
    en: 'Since {start} fewer than {months} months (complete on {from}).',
  },
  'rules.valid_for.met': { vi: 'Còn giá trị đến hết {until}.', en: 'Valid until {until}.' },
  'rules.valid_for.breach': {
    vi: 'Cấp ngày {start}, chỉ có giá trị {months} tháng, đến hết {until}.',
    en: 'Issued on {start}, valid for {months} months, until {until}.',
  },
  'rules.not_before.met': {
    vi: 'Đã đến ngày được thực hiện (từ {from}).',
    en: 'The day has come (from {from}).',
  },
  'rules.not_before.breach': {
    vi: 'Chưa đến ngày được thực hiện: tính từ {start}, sớm nhất là {from}.',
    en: 'Too early: counted from {start}, the earliest day is {from}.',
  },
  'rules.fresh.met': {
    vi: 'Hồ sơ còn trong thời hạn {months} tháng.',
    en: 'The dossier is within {months} months.',
  },
  'rules.fresh.breach': {
    vi: 'Hồ sơ lập từ {start}, đã quá {months} tháng (hết hạn {until}); giấy giới thiệu, nghị quyết giới thiệu và ý kiến nhận xét phải làm lại hoặc bổ sung.',
    en: 'The dossier dates from {start}, older than {months} months (until {until}); introductions and opinions must be renewed.',
  },
  'rules.within_days.met': {
    vi: 'Trong thời hạn {days} ngày làm việc (đến {until}).',
    en: 'Within {days} working days (until {until}).',
  },
  'rules.within_days.breach': {
    vi: 'Quá thời hạn {days} ngày làm việc kể từ ngày {startName} quyết định (hạn cuối {until}).',
    en: 'Later than {days} working days from the day the decision was {startName} (last day {until}).',
  },
  'rules.share.met': {
    vi: '{yes} phiếu tán thành trên tổng số {base}; cần ít nhất {needed} phiếu.',
    en: '{yes} votes in favour out of {base}; at least {needed} were needed.',
  },
  'rules.share.breach': {
    vi: 'Tổng số tính là {base}; cần ít nhất {needed} phiếu tán thành, mới có {yes}.',
    en: 'The base is {base}; at least {needed} votes in favour are needed, there were {yes}.',
  },
  'rules.competent.met': { vi: 'Đúng cấp có thẩm quyền: {body}.', en: 'The competent body: {body}.' },
  'rules.competent.breach': {
    vi: 'Cấp có thẩm quyền là {competent}; ở đây ghi {body}.',
    en: 'The competent body is {competent}; {body} is recorded here.',
  },
  'rules.competent.vote_first': {
    vi: 'Thẩm quyền thuộc {competent}, nhưng đảng ủy cơ sở phải biểu quyết đề nghị trước; chưa ghi nhận kết quả tán thành.',
    en: '{competent} decides, but the base committee must vote first; no carried vote is on record.',
  },
  'rules.competent.unknown': {
    vi: 'Chưa có căn cứ chắc chắn về cấp có thẩm quyền đối với loại tổ chức này vào ngày này.',
    en: 'Who is competent for this kind of organisation on this day is not known for certain.',
  },

  'rules.breach.nominee.consent': {
    vi: 'Chưa ghi việc quần chúng đã được thông báo và đồng ý; khi chưa có, hồ sơ chỉ giữ họ tên và người giới thiệu.',
    en: 'It is not on record that the person was told and agreed; until then only name and proposer are kept.',
  },
  'rules.breach.certificate.required': {
    vi: 'Chưa có giấy chứng nhận lớp nhận thức về Đảng.',
    en: 'There is no certificate of the awareness class.',
  },
  'rules.breach.helper.required': {
    vi: 'Chi bộ chưa phân công đảng viên chính thức giúp đỡ.',
    en: 'The cell has not assigned an official member as helper.',
  },
  'rules.breach.helper.status': {
    vi: 'Người giúp đỡ, người giới thiệu phải là đảng viên chính thức; người được chọn là {code}.',
    en: 'Helper and introducers must be official members; the one chosen is {code}.',
  },
  'rules.breach.introducer.count': {
    vi: 'Cần {threshold} đảng viên chính thức giới thiệu theo cách đã chọn, mới có {count}.',
    en: '{threshold} introducing members are needed for this way, {count} named.',
  },
  'rules.breach.introducer.months': {
    vi: 'Người giới thiệu, giúp đỡ cùng công tác, lao động, học tập hoặc cư trú với quần chúng từ {start}, chưa đủ {months} tháng (đủ vào {from}).',
    en: 'The introducer has worked, studied or lived with the person since {start}, fewer than {months} months (complete on {from}).',
  },
  'rules.breach.certificate.months': {
    vi: 'Giấy chứng nhận lớp nhận thức về Đảng cấp ngày {start} chỉ có giá trị {months} tháng đến khi chi bộ xét, đã hết hạn sau {until}.',
    en: 'The awareness-class certificate of {start} counts for {months} months up to the cell’s vote and ended on {until}.',
  },
  'rules.breach.dossier.missing': {
    vi: 'Hồ sơ còn thiếu {count} loại giấy tờ.',
    en: '{count} papers of the dossier are missing.',
  },
  'rules.breach.verification.required': {
    vi: 'Chưa có kết luận thẩm tra lý lịch; chi bộ chỉ nhận xét và biểu quyết sau khi có kết luận.',
    en: 'The verification is not concluded; the cell votes only afterwards.',
  },
  'rules.breach.verification.open': {
    vi: 'Còn {count} nơi thẩm tra chưa trả lời.',
    en: '{count} places have not replied to the verification.',
  },
  'rules.breach.verification.verifier': {
    vi: 'Người đi thẩm tra không được là người xin vào Đảng hoặc người thân.',
    en: 'The verifier may not be the person concerned or a relative.',
  },
  'rules.breach.verification.exemptions': {
    vi: 'Căn cứ đã chọn không đủ để bỏ qua việc thẩm tra riêng.',
    en: 'The ground chosen does not dispense with a separate verification.',
  },
  'rules.breach.vote.cell': {
    vi: 'Chi bộ có {base} đảng viên chính thức được tính; cần ít nhất {needed} phiếu tán thành, mới có {yes}.',
    en: 'The cell counts {base} official members; at least {needed} votes in favour are needed, there were {yes}.',
  },
  'rules.breach.vote.removal_cell': {
    vi: 'Chi bộ có {base} đảng viên chính thức được tính; cần ít nhất {needed} phiếu đồng ý xóa tên, mới có {yes}.',
    en: 'The cell counts {base} official members; at least {needed} votes for removal are needed, there were {yes}.',
  },
  'rules.breach.vote.base_committee': {
    vi: 'Đảng ủy có {base} cấp ủy viên được tính; cần ít nhất {needed} phiếu tán thành, mới có {yes}.',
    en: 'The base committee counts {base} members; at least {needed} votes in favour are needed, there were {yes}.',
  },
  'rules.breach.vote.exclusions_cell': {
    vi: 'Không được trừ khỏi tổng số khi chi bộ biểu quyết: {codes}.',
    en: 'These may not be left out of the base of the cell: {codes}.',
  },
  'rules.breach.vote.exclusions_committee': {
    vi: 'Không được trừ khỏi tổng số khi cấp ủy biểu quyết: {codes}.',
    en: 'These may not be left out of the base of a committee: {codes}.',
  },
  'rules.breach.cell_vote.required': {
    vi: 'Chưa có kết quả biểu quyết tán thành của chi bộ.',
    en: 'No vote carried by the cell is on record.',
  },
  'rules.breach.sub_committee.opinion': {
    vi: 'Chi bộ thuộc đảng bộ bộ phận nhưng chưa có báo cáo thẩm định của đảng ủy bộ phận.',
    en: 'The cell stands under a sub-committee whose report is not on record.',
  },
  'rules.breach.decision.required': {
    vi: 'Chưa ghi quyết định kết nạp.',
    en: 'The decision on admission is not on record.',
  },
  'rules.breach.ceremony.not_before': {
    vi: 'Lễ kết nạp không thể trước ngày ký quyết định {start}.',
    en: 'The ceremony cannot come before the decision of {start}.',
  },
  'rules.breach.ceremony.start': {
    vi: 'Lễ kết nạp quá {days} ngày làm việc kể từ ngày {startName} quyết định (hạn cuối {until}); phải báo cáo và được cấp trên trực tiếp đồng ý.',
    en: 'The ceremony is later than {days} working days from the day the decision was {startName} (last day {until}); report and consent of the superior are needed.',
  },
  'rules.breach.recognition.not_before': {
    vi: 'Lễ kết nạp ngày {start}, thời gian dự bị 12 tháng chưa hết; chi bộ xét sớm nhất từ {from}.',
    en: 'Admitted on {start}: the twelve months of probation have not ended; the earliest day is {from}.',
  },
  'rules.breach.recognition.failed_votes': {
    vi: 'Đã {count} lần biểu quyết không đủ hai phần ba; mức phải báo cáo là {threshold} lần.',
    en: '{count} votes without two thirds; the report is due after {threshold}.',
  },
  'rules.breach.new_member_class.required': {
    vi: 'Chưa có giấy chứng nhận lớp bồi dưỡng đảng viên mới.',
    en: 'There is no certificate of the class for new members.',
  },
  'rules.breach.self_review.required': {
    vi: 'Chưa có bản tự kiểm điểm của đảng viên dự bị.',
    en: 'The probationer’s self-review is not on record.',
  },
  'rules.breach.helper_note.required': {
    vi: 'Chưa có bản nhận xét của đảng viên được phân công giúp đỡ.',
    en: 'The helper’s note is not on record.',
  },
  'rules.breach.card.after_recognition': {
    vi: 'Chưa có quyết định công nhận đảng viên chính thức nên chưa phát thẻ.',
    en: 'There is no decision on recognition; no card is issued before it.',
  },
  'rules.breach.extension.times': {
    vi: 'Thời hạn này đã được gia hạn; chỉ ghi gia hạn một lần cho mỗi nghị quyết của chi bộ.',
    en: 'This limit has been prolonged already; one extension is recorded for each resolution of the cell.',
  },

  'rules.missing': {
    vi: 'Chưa có thông tin để đối chiếu: {facts}.',
    en: 'Not held, so not compared: {facts}.',
  },
  'rules.unverified': {
    vi: 'Căn cứ {document} chưa được đối chiếu văn bản gốc; cấp có thẩm quyền có thể tiếp tục khi ghi một lý do.',
    en: '{document} has not been checked against the original; the competent office may go on with a written reason.',
  },
  'rules.undetermined': {
    vi: 'Chưa có căn cứ chắc chắn cho ngày này. {readings}',
    en: 'Nothing certain is known for this day. {readings}',
  },
  'rules.reading.allowed': { vi: '{label}: đạt.', en: '{label}: met.' },
  'rules.reading.refused': { vi: '{label}: chưa đạt.', en: '{label}: not met.' },
  'rules.reading.votes': {
    vi: '{label}: cần {needed} phiếu – {result}.',
    en: '{label}: {needed} votes needed – {result}.',
  },
  'rules.excused_counted': { vi: 'Tính cả người vắng có lý do', en: 'Counting excused absentees' },
  'rules.excused_not_counted': { vi: 'Không tính người vắng có lý do', en: 'Not counting excused absentees' },
  'rules.result.allowed': { vi: 'đạt', en: 'met' },
  'rules.result.refused': { vi: 'chưa đạt', en: 'not met' },
  'rules.start.received': { vi: 'nhận', en: 'received' },
  'rules.start.issued': { vi: 'ban hành', en: 'issued' },
  'rules.code.official': { vi: 'đảng viên chính thức', en: 'an official member' },
  'rules.code.probationary': { vi: 'đảng viên dự bị', en: 'a probationary member' },
  'rules.code.none': { vi: 'người chưa phải đảng viên', en: 'no member' },
  'rules.code.committee.powers.none': { vi: 'không được ủy quyền', en: 'no powers delegated' },
  'rules.code.committee.powers.delegated': { vi: 'được ủy quyền kết nạp', en: 'delegated to admit' },
  'rules.code.committee.powers.upper_base': {
    vi: 'được giao quyền cấp trên cơ sở',
    en: 'given the powers of an upper base committee',
  },
  'rules.code.committee.powers.province_direct': {
    vi: 'trực thuộc tỉnh ủy',
    en: 'directly under the province',
  },
  'rules.code.former': { vi: 'người không còn sinh hoạt', en: 'a former member' },
  'rules.code.temporarily_away': {
    vi: 'đảng viên sinh hoạt tạm thời nơi khác và vắng mặt',
    en: 'members in temporary activity elsewhere who were absent',
  },
  'rules.code.exempt_absent': {
    vi: 'đảng viên được miễn sinh hoạt và vắng mặt',
    en: 'exempt members who were absent',
  },
  'rules.code.suspended': { vi: 'đảng viên bị đình chỉ sinh hoạt', en: 'suspended members' },
  'rules.code.charged': { vi: 'đảng viên bị khởi tố, truy tố', en: 'members charged or prosecuted' },
  'rules.code.detained': { vi: 'đảng viên bị tạm giữ, tạm giam', en: 'members detained' },
  'rules.code.base_committee': {
    vi: 'tập thể đảng ủy cơ sở được ủy quyền',
    en: 'the whole delegated base committee',
  },
  'rules.code.base_standing': {
    vi: 'ban thường vụ đảng ủy cơ sở',
    en: 'the standing committee of the base committee',
  },
  'rules.code.superior_standing': {
    vi: 'ban thường vụ cấp ủy cấp trên trực tiếp của tổ chức cơ sở đảng',
    en: 'the standing committee directly above base level',
  },
  'rules.code.province_group': {
    vi: 'thường trực cấp ủy và các ủy viên ban thường vụ là trưởng ban đảng',
    en: 'the standing members and the heads of Party boards',
  },
  ...specialMessages,
  ...fosteringMessages,
  ...waysOut,
  ...memberMessages,
  ...memberBreaches,
  ...memberWays,
} as const;

export type MessageId = keyof typeof messages;

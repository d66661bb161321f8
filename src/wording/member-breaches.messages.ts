// What is said when one quantity about members on the roll or organisations is not kept to.
export const memberBreaches = {
  'rules.breach.transfer.not_under_review': {
    vi: 'Đảng viên đang trong thời gian kiểm tra, thanh tra hoặc giải quyết khiếu nại, tố cáo nên chưa chuyển sinh hoạt đảng chính thức.',
    en: 'The member is under inspection, audit, complaint or denunciation: no official transfer yet.',
  },
  'rules.breach.transfer.present_days': {
    vi: 'Giới thiệu ngày {start}, phải đến làm thủ tục chậm nhất ngày {until}; quá hạn thì phải giải trình.',
    en: 'Introduced on {start}, due by {until}; being late asks for an explanation.',
  },
  'rules.breach.transfer.temporary_from': {
    vi: 'Sinh hoạt tạm thời áp dụng khi đi từ {months} tháng trở lên; ở đây chỉ đến {to}.',
    en: 'Temporary activity is for {months} months or more; here it ends on {to}.',
  },
  'rules.breach.transfer.temporary_below': {
    vi: 'Đi từ {months} tháng trở lên (đến {to}) thì phải chuyển sinh hoạt đảng chính thức.',
    en: '{months} months or more (until {to}) call for an official transfer.',
  },
  'rules.breach.transfer.temporary_study': {
    vi: 'Đi học được sinh hoạt tạm thời đến {months} tháng (hết ngày {until}); ở đây ghi đến {to}.',
    en: 'Study allows up to {months} months (until {until}); here it ends on {to}.',
  },
  'rules.breach.transfer.temporary_no_rights': {
    vi: 'Ở nơi sinh hoạt tạm thời, đảng viên không biểu quyết, không ứng cử, không bầu cử.',
    en: 'At the temporary place a member neither votes, nor stands, nor elects.',
  },
  'rules.breach.transfer.contract_months': {
    vi: 'Hợp đồng {count} tháng là dưới {threshold} tháng: chuyển sinh hoạt tạm thời, chưa chuyển chính thức.',
    en: 'A contract of {count} months is below {threshold}: temporary, not official.',
  },
  'rules.breach.transfer.unfiled_start': {
    vi: 'Chưa quá {months} tháng theo mọi cách tính.',
    en: 'Not more than {months} months by any way of counting.',
  },
  'rules.breach.transfer.unfiled_without_reason': {
    vi: 'Có lý do chính đáng nên không thuộc trường hợp này.',
    en: 'There is a good reason, so this case is not there.',
  },
  'rules.breach.transfer.graduate_months': {
    vi: 'Tốt nghiệp ngày {start}, chỉ được ở lại sinh hoạt đến hết {until} ({months} tháng).',
    en: 'Graduated on {start}: activity at the school until {until} ({months} months) only.',
  },
  'rules.breach.transfer.cell_move_by': {
    vi: 'Chuyển chi bộ ra khỏi đảng bộ cơ sở do cấp ủy cấp trên trực tiếp của tổ chức cơ sở đảng quyết định.',
    en: 'A cell leaving its base organisation is decided directly above base level.',
  },
  'rules.breach.transfer.base_move_by': {
    vi: 'Chuyển tổ chức cơ sở đảng ra khỏi cấp trên trực tiếp do ban thường vụ cấp ủy trực thuộc Trung ương quyết định.',
    en: 'A base organisation leaving its superior is decided by the committee directly under the Centre.',
  },
  'rules.breach.exemption.cell_grounds': {
    vi: 'Chi bộ tự quyết định chỉ khi tuổi cao, sức yếu; trường hợp này chi bộ đề nghị cấp ủy cơ sở.',
    en: 'The cell itself decides only for old age or weak health; here it proposes to the base committee.',
  },
  'rules.breach.exemption.committee_grounds': {
    vi: 'Trường hợp này không thuộc các trường hợp do cấp ủy cơ sở quyết định.',
    en: 'This is none of the cases the base committee decides.',
  },
  'rules.breach.exemption.request': {
    vi: 'Chưa ghi đơn hoặc việc báo cáo bằng miệng của đảng viên.',
    en: 'No request, written or oral, is on record.',
  },
  'rules.breach.exemption.medical_paper': {
    vi: 'Chưa có giấy xác nhận của cơ quan y tế.',
    en: 'There is no medical certificate.',
  },
  'rules.breach.exemption.age_men': {
    vi: 'Sinh {born}, chưa trên 60 tuổi (từ {from} mới trên 60).',
    en: 'Born {born}: not above 60 (from {from}).',
  },
  'rules.breach.exemption.age_women': {
    vi: 'Sinh {born}, chưa trên 55 tuổi (từ {from} mới trên 55).',
    en: 'Born {born}: not above 55 (from {from}).',
  },
  'rules.breach.exemption.illness_months': {
    vi: 'Ốm từ {start}, chưa đủ {months} tháng (đủ vào {from}).',
    en: 'Ill since {start}: fewer than {months} months (complete on {from}).',
  },
  'rules.breach.exemption.min_months': {
    vi: 'Miễn trong các trường hợp này là từ {months} tháng trở lên; ở đây chỉ đến {to}.',
    en: 'These cases need {months} months or more; here it ends on {to}.',
  },
  'rules.breach.exemption.mobile_below': {
    vi: 'Làm việc lưu động chỉ được miễn khi dưới {months} tháng (trước {until}); ở đây ghi đến {to}.',
    en: 'Mobile work is exempt below {months} months (before {until}); here it ends on {to}.',
  },
  'rules.breach.exemption.away_below': {
    vi: 'Tạm miễn khi đi làm xa chỉ dưới {months} tháng (trước {until}); ở đây ghi đến {to}.',
    en: 'Away for work is exempt below {months} months (before {until}); here it ends on {to}.',
  },
  'rules.breach.removal.unpaid_months': {
    vi: 'Không đóng đảng phí {counted} tháng, chưa tới mức {needed} tháng trong năm.',
    en: 'Dues unpaid for {counted} months, below {needed} in the year.',
  },
  'rules.breach.removal.absent_months': {
    vi: 'Bỏ sinh hoạt {counted} tháng, chưa thuộc trường hợp xem xét xóa tên theo mọi cách hiểu.',
    en: 'Absent for {counted} months: below the mark by every reading.',
  },
  'rules.breach.removal.without_reason': {
    vi: 'Có lý do chính đáng nên không thuộc trường hợp xem xét xóa tên.',
    en: 'There is a good reason, so removal is not considered.',
  },
  'rules.breach.removal.card_returned': {
    vi: 'Chưa ghi việc tự trả hoặc hủy thẻ đảng viên.',
    en: 'It is not on record that the card was returned or destroyed.',
  },
  'rules.breach.removal.education_months': {
    vi: 'Chi bộ giáo dục từ {start}, chưa đủ {months} tháng (đủ vào {from}).',
    en: 'Education by the cell since {start}: fewer than {months} months (complete on {from}).',
  },
  'rules.breach.removal.no_progress': {
    vi: 'Đảng viên đã tiến bộ nên không thuộc trường hợp này.',
    en: 'The member has made progress: this case is not there.',
  },
  'rules.breach.removal.violation_years': {
    vi: 'Mới {counted} năm liền, mức quy định là {needed} năm.',
    en: '{counted} consecutive years; {needed} are the mark.',
  },
  'rules.breach.removal.political_standard': {
    vi: 'Chưa có kết luận không bảo đảm tiêu chuẩn chính trị.',
    en: 'There is no conclusion that the political standard is not met.',
  },
  'rules.breach.removal.asks': {
    vi: 'Mới yêu cầu tự kiểm điểm {count} lần; phải yêu cầu đủ {threshold} lần mà đảng viên không đến thì chi bộ mới xét.',
    en: 'Asked for a self-review {count} times; the cell goes on after {threshold} without an answer.',
  },
  'rules.breach.vote.member_removal_cell': {
    vi: 'Chi bộ có {base} đảng viên chính thức được tính; cần ít nhất {needed} phiếu đồng ý xóa tên, mới có {yes}.',
    en: 'The cell counts {base} official members; at least {needed} votes for removal are needed, there were {yes}.',
  },
  'rules.breach.vote.expulsion_cell': {
    vi: 'Chi bộ có {base} đảng viên chính thức được tính; cần ít nhất {needed} phiếu đồng ý khai trừ, mới có {yes}.',
    en: 'The cell counts {base} official members; at least {needed} votes for expulsion are needed, there were {yes}.',
  },
  'rules.breach.leave.no_violation': {
    vi: 'Đảng viên có vi phạm phải xử lý kỷ luật trước, chưa giải quyết cho ra khỏi Đảng theo đơn.',
    en: 'A violation is dealt with first; leaving on request comes after.',
  },
  'rules.breach.leave.request': {
    vi: 'Chưa ghi đơn xin ra khỏi Đảng.',
    en: 'The request to leave is not on record.',
  },
  'rules.breach.leave.cell_and_base': {
    vi: 'Chưa ghi ý kiến của chi bộ và của cấp ủy cơ sở.',
    en: 'The opinions of the cell and the base committee are not on record.',
  },
  'rules.breach.appeal.removal_days': {
    vi: 'Nhận quyết định ngày {start}, hạn khiếu nại là ngày {until}; quá hạn thì không xem xét.',
    en: 'Decision received on {start}: appeals until {until}; a later one is not taken.',
  },
  'rules.breach.appeal.expulsion_days': {
    vi: 'Nhận quyết định ngày {start}, hạn khiếu nại kỷ luật là ngày {until} ({days} ngày, tính cả ngày nghỉ).',
    en: 'Decision received on {start}: appeals until {until} ({days} calendar days).',
  },
  'rules.breach.appeal.own_only': {
    vi: 'Không xem xét khiếu nại gửi thay cho người khác.',
    en: 'An appeal on behalf of another is not taken.',
  },
  'rules.breach.discipline.forms_official': {
    vi: 'Hình thức này không áp dụng với đảng viên chính thức.',
    en: 'This form does not apply to official members.',
  },
  'rules.breach.discipline.forms_probationary': {
    vi: 'Đảng viên dự bị chỉ bị khiển trách hoặc cảnh cáo.',
    en: 'A probationer is only reprimanded or warned.',
  },
  'rules.breach.discipline.cell_forms': {
    vi: 'Chi bộ chỉ quyết định khiển trách và cảnh cáo trong phạm vi được giao.',
    en: 'A cell decides reprimands and warnings only.',
  },
  'rules.breach.discipline.postponed': {
    vi: 'Chưa xem xét kỷ luật: đảng viên đang mang thai, nuôi con nhỏ hoặc ốm nặng.',
    en: 'Not considered yet: pregnant, nursing or seriously ill.',
  },
  'rules.breach.discipline.nursing_months': {
    vi: 'Con sinh {born}, chưa đủ {months} tháng (đủ vào {from}) nên chưa xem xét kỷ luật.',
    en: 'Child born {born}: below {months} months (complete on {from}), so not considered yet.',
  },
  'rules.breach.badge.after_discipline': {
    vi: 'Bị kỷ luật ngày {start}; phải sau {months} tháng (từ {from}) mới xét tặng Huy hiệu.',
    en: 'Disciplined on {start}: the badge is considered after {months} months (from {from}).',
  },
  'rules.breach.badge.repair_recognised': {
    vi: 'Chi bộ chưa công nhận việc sửa chữa khuyết điểm.',
    en: 'The cell has not recognised the repair.',
  },
  'rules.breach.badge.occasions': {
    vi: 'Huy hiệu được trao vào các ngày 03/02, 19/5, 02/9, 07/11.',
    en: 'Badges are given on 3 Feb, 19 May, 2 Sep and 7 Nov.',
  },
  'rules.breach.badge.decided_by': {
    vi: 'Huy hiệu Đảng do ban thường vụ tỉnh ủy (và tương đương) quyết định.',
    en: 'The badge is decided by the provincial standing committee (or equal).',
  },
  'rules.breach.reward.years': {
    vi: 'Cần {threshold} năm liền hoàn thành xuất sắc nhiệm vụ, mới có {count}.',
    en: '{threshold} years running rated excellent are needed, there are {count}.',
  },
  'rules.breach.dues.groups': {
    vi: 'Nhóm này không có trong quy định về đảng phí của tháng ấy.',
    en: 'The rule on dues of that month knows no such group.',
  },
  'rules.breach.dues.exempt_grounds': {
    vi: 'Trường hợp này không thuộc các trường hợp được miễn đóng đảng phí.',
    en: 'This is none of the cases free of dues.',
  },
  'rules.breach.dues.relief_months': {
    vi: 'Mỗi lần miễn, giảm không quá {months} tháng (đến {until}); ở đây ghi đến {to}.',
    en: 'One relief lasts at most {months} months (until {until}); here it ends on {to}.',
  },
  'rules.breach.dues.relief_shares': {
    vi: 'Mức giảm là 30, 50 hoặc 70 phần trăm.',
    en: 'The reduction is 30, 50 or 70 per cent.',
  },
  'rules.breach.dues.keep_cell_most': {
    vi: 'Chi bộ được giữ lại tối đa {most} đồng trên {whole} đồng đã thu; ở đây ghi {count} đồng.',
    en: 'The cell keeps at most {most} of {whole} đồng; {count} are recorded.',
  },
  'rules.breach.dues.send_cell_most': {
    vi: 'Chi bộ nộp lên tối đa {most} đồng trên {whole} đồng đã thu; ở đây ghi {count} đồng.',
    en: 'The cell sends up at most {most} of {whole} đồng; {count} are recorded.',
  },
  'rules.breach.evaluation.not_rated': {
    vi: 'Đảng viên được miễn công tác và sinh hoạt hoặc đang bị đình chỉ sinh hoạt không thuộc diện xếp loại.',
    en: 'An exempt or suspended member is not rated.',
  },
  'rules.breach.evaluation.admitted_months': {
    vi: 'Vào Đảng chưa đủ {months} tháng theo mọi cách tính nên không xếp loại.',
    en: 'In the Party for fewer than {months} months by every way of counting: not rated.',
  },
  'rules.breach.evaluation.cap_groups': {
    vi: 'Tỷ lệ này không tính theo nhóm đã chọn.',
    en: 'The cap is not counted over this group.',
  },
  'rules.breach.residence.not_introduced': {
    vi: 'Trường hợp này không giới thiệu về giữ mối liên hệ nơi cư trú.',
    en: 'In this case the member is not introduced to the place of residence.',
  },
  'rules.breach.residence.no_yearly_opinion': {
    vi: 'Trường hợp này không lấy nhận xét hằng năm; chỉ hỏi khi cần về nhân sự, khen thưởng, kỷ luật.',
    en: 'In this case there is no yearly opinion; it is asked only when needed.',
  },
  'rules.breach.record.changeable': {
    vi: 'Không xem xét điều chỉnh ngày sinh trong hồ sơ đảng viên.',
    en: 'The birth date in the member’s file is not changed.',
  },
  'rules.breach.seniority.start': {
    vi: 'Tuổi Đảng tính từ ngày ghi trong quyết định kết nạp.',
    en: 'Seniority runs from the day in the decision on admission.',
  },
  'rules.breach.seniority.start_lost': {
    vi: 'Không còn quyết định thì lấy ngày ghi trong thẻ đảng viên.',
    en: 'Where the decision is lost, the day on the card counts.',
  },
  'rules.breach.seniority.minus': {
    vi: 'Thời gian này không thuộc các khoảng bị trừ tuổi Đảng.',
    en: 'This time is not among those taken off.',
  },
  'rules.breach.seniority.restored': {
    vi: 'Được kết luận oan, sai và phục hồi thì tuổi Đảng tính liên tục.',
    en: 'Cleared and restored, seniority runs on.',
  },
  'rules.breach.org.cell_min': {
    vi: 'Mới có {count} đảng viên chính thức, cần ít nhất {threshold}.',
    en: '{count} official members; at least {threshold} are needed.',
  },
  'rules.breach.org.cell_max': {
    vi: 'Chi bộ có {count} đảng viên, trên {threshold}: phải được cấp ủy cấp trên trực tiếp đồng ý.',
    en: 'The cell has {count} members, more than {threshold}: the superior must consent.',
  },
  'rules.breach.org.base_committee_min': {
    vi: 'Mới có {count} đảng viên; đảng bộ cơ sở dưới {threshold} đảng viên phải được cấp ủy cấp trên trực tiếp đồng ý.',
    en: '{count} members; a base organisation below {threshold} needs the consent of the superior.',
  },
  'rules.breach.org.cell_committee_from': {
    vi: 'Chi bộ có {count} đảng viên chính thức; từ {threshold} trở lên bầu chi ủy, dưới mức đó bầu bí thư và, nếu cần, phó bí thư.',
    en: '{count} official members; from {threshold} up a committee is elected, below it a secretary (and a deputy).',
  },
  'rules.breach.org.standing_share': {
    vi: 'Ban thường vụ {count} người trên {whole} cấp ủy viên; chỉ được tối đa {most} người (một phần ba).',
    en: 'A standing committee of {count} out of {whole}; at most {most} (one third).',
  },
  'rules.breach.org.dissolve_by': {
    vi: 'Cấp ủy nào quyết định thành lập thì cấp ủy đó quyết định giải thể.',
    en: 'The committee that founded it dissolves it.',
  },
  'rules.breach.meeting.minutes': {
    vi: 'Buổi sinh hoạt {count} phút, ngắn hơn mức {threshold} phút.',
    en: 'The meeting lasted {count} minutes, less than {threshold}.',
  },
  'rules.breach.meeting.absence_below': {
    vi: 'Vắng {count} trên {whole} đảng viên; mức chất lượng cho phép tối đa {most}.',
    en: '{count} of {whole} absent; the mark of quality allows {most}.',
  },
  'rules.breach.org.temporary_cell_min': {
    vi: 'Mới có {count} đảng viên chính thức sinh hoạt tạm thời, cần ít nhất {threshold}.',
    en: '{count} official members in temporary activity; at least {threshold} are needed.',
  },
  'rules.breach.org.abroad_cell_min': {
    vi: 'Mới có {count} đảng viên (kể cả dự bị), cần ít nhất {threshold}.',
    en: '{count} members, probationers included; at least {threshold} are needed.',
  },
  'rules.breach.org.cell_committee_max': {
    vi: 'Chi ủy có {count} người; tối đa {threshold} người.',
    en: 'The committee has {count} members; at most {threshold}.',
  },
  'rules.breach.org.standing_from': {
    vi: 'Cấp ủy có {count} ủy viên; từ {threshold} ủy viên mới bầu ban thường vụ.',
    en: 'The committee has {count} members; a standing committee is elected from {threshold} up.',
  },
  'rules.breach.org.sub_committee_max': {
    vi: 'Đảng ủy bộ phận có {count} người; tối đa {threshold} người.',
    en: 'The sectional committee has {count} members; at most {threshold}.',
  },
  'rules.breach.org.delegation_members': {
    vi: 'Có {count} đảng viên; phải trên {threshold} đảng viên mới xét ủy quyền kết nạp.',
    en: '{count} members; more than {threshold} are needed for a delegation.',
  },
  'rules.breach.org.delegation_years': {
    vi: 'Mới {count} năm liền hoàn thành tốt nhiệm vụ trở lên, cần {threshold} năm.',
    en: '{count} years running rated good or better; {threshold} are needed.',
  },
  'rules.breach.org.upper_base_members': {
    vi: 'Có {count} đảng viên, cần ít nhất {threshold} đảng viên.',
    en: '{count} members; at least {threshold} are needed.',
  },
  'rules.breach.org.powers_members': {
    vi: 'Có {count} đảng viên, cần ít nhất {threshold} đảng viên để xét giao quyền.',
    en: '{count} members; at least {threshold} are needed for powers above base level.',
  },
  'rules.breach.org.base_assemblies': {
    vi: 'Trong năm mới họp {count} lần, cần {threshold} lần.',
    en: '{count} assemblies in the year; {threshold} are needed.',
  },
  'rules.breach.org.standing_share_new_province': {
    vi: 'Ban thường vụ {count} người trên {whole} cấp ủy viên; phải dưới một nửa, tối đa {most} người.',
    en: 'A standing committee of {count} out of {whole}; below one half, at most {most}.',
  },
  'rules.breach.meeting.excused_running': {
    vi: 'Có đảng viên vắng có lý do {count} lần liền; mức chất lượng cho phép {threshold} lần.',
    en: 'Somebody was excused {count} times running; the mark of quality allows {threshold}.',
  },
  'rules.breach.meeting.group_members': {
    vi: 'Chi bộ có {count} đảng viên; thí điểm sinh hoạt theo tổ từ {threshold} đảng viên.',
    en: 'The cell has {count} members; the pilot is for {threshold} or more.',
  },
  'rules.breach.meeting.group_times': {
    vi: 'Đã là lần thứ {count} trong năm; thí điểm tối đa {threshold} lần.',
    en: 'This is time {count} in the year; the pilot allows {threshold}.',
  },
  'rules.breach.evaluation.review_days': {
    vi: 'Kiểm điểm {count} ngày, cần ít nhất {threshold} ngày.',
    en: 'The review lasted {count} days; at least {threshold} are needed.',
  },
  'rules.breach.residence.study_months': {
    vi: 'Thời gian học đến {to}, chưa đủ {months} tháng (mốc {until}).',
    en: 'Study until {to} is shorter than {months} months (until {until}).',
  },
  'rules.breach.dues.split_bodies': {
    vi: 'Cấp này không có trong quy định trích nộp đảng phí của tháng ấy.',
    en: 'The rule on the split of that month knows no such level.',
  },
} as const;

// The sentences of special cases on the road: consents of a higher committee, persons who move, readmission, where
// somebody is admitted, decisions annulled.
export const specialMessages = {
  'rules.consent_by.met': {
    vi: 'Đã có văn bản đồng ý của cấp có thẩm quyền.',
    en: 'The consent of the competent level is held.',
  },
  'rules.consent_by.breach': {
    vi: 'Chưa có văn bản đồng ý của cấp có thẩm quyền.',
    en: 'The consent of the competent level is not held.',
  },
  'rules.not_later.met': { vi: 'Văn bản có trước, đúng thứ tự.', en: 'It came first, in the right order.' },
  'rules.not_later.breach': {
    vi: 'Văn bản ngày {start} có sau việc phải đứng sau nó.',
    en: 'The paper of {start} came after what it must come before.',
  },
  'rules.months_at_least_by.met': {
    vi: 'Đủ {months} tháng từ {start}.',
    en: '{months} months since {start} are complete.',
  },
  'rules.months_at_least_by.breach': {
    vi: 'Tính từ {start} chưa đủ {months} tháng (đủ vào {from}).',
    en: 'Since {start} fewer than {months} months (complete on {from}).',
  },
  'rules.within_working_days.met': {
    vi: 'Trong thời hạn {days} ngày làm việc kể từ {start} (đến {until}).',
    en: 'Within {days} working days of {start} (until {until}).',
  },
  'rules.within_working_days.breach': {
    vi: 'Quá {days} ngày làm việc kể từ {start} (hạn cuối {until}).',
    en: 'More than {days} working days after {start} (last day {until}).',
  },
  'rules.answer_by.met': { vi: 'Đúng với trường hợp đã chọn.', en: 'It answers to the situation.' },
  'rules.answer_by.breach': {
    vi: 'Trường hợp này thuộc {answer}; ở đây ghi {code}.',
    en: 'This situation belongs to {answer}; {code} is recorded here.',
  },
  'rules.digits.met': { vi: 'Số có đúng {threshold} chữ số.', en: 'The number has {threshold} digits.' },
  'rules.digits.breach': {
    vi: 'Số thẻ đảng viên phải có {threshold} chữ số.',
    en: 'The card number has {threshold} digits.',
  },

  'rules.breach.age.consent_by': {
    vi: 'Văn bản đồng ý kết nạp người trên 60 tuổi phải của ban thường vụ cấp ủy trực thuộc Trung ương.',
    en: 'The consent for a person above 60 comes from the standing committee directly under the Centre.',
  },
  'rules.breach.age.over_conditions': {
    vi: 'Người trên 60 tuổi phải có sức khỏe, uy tín, ở nơi chưa có tổ chức đảng, chưa có đảng viên hoặc có yêu cầu đặc biệt.',
    en: 'A person above 60 needs health and prestige, in a place without organisation or members or for a special need.',
  },
  'rules.breach.consent.first': {
    vi: 'Văn bản đồng ý ngày {start} có sau quyết định kết nạp; phải có trước quyết định.',
    en: 'The consent of {start} is later than the decision; it comes before the decision.',
  },
  'rules.breach.education.consent_by': {
    vi: 'Văn bản đồng ý về trình độ phải của ban thường vụ tỉnh ủy hoặc tương đương.',
    en: 'The consent on education comes from the standing committee of the province or its equal.',
  },
  'rules.breach.political.consent_by': {
    vi: 'Có vấn đề tiêu chuẩn chính trị vượt thẩm quyền; trước khi quyết định phải có văn bản của ban thường vụ tỉnh ủy hoặc cấp cao hơn.',
    en: 'A matter of the political standard lies beyond the deciding body; a written opinion of the provincial standing committee or higher is needed first.',
  },
  'rules.breach.population.consent_by': {
    vi: 'Người đã vi phạm chính sách dân số phải được ban thường vụ tỉnh ủy đồng ý bằng văn bản trước khi quyết định.',
    en: 'After a breach of population policy the written consent of the provincial standing committee is needed.',
  },
  'rules.breach.readmission.consent_by': {
    vi: 'Kết nạp lại phải được ban thường vụ tỉnh ủy (hoặc tương đương) đồng ý bằng văn bản trước khi quyết định.',
    en: 'A readmission needs the prior written consent of the provincial standing committee or its equal.',
  },
  'rules.breach.readmission.consent_first': {
    vi: 'Văn bản đồng ý kết nạp lại ngày {start} có sau quyết định; phải có trước quyết định.',
    en: 'The consent of {start} is later than the decision on readmission; it comes before.',
  },
  'rules.breach.annul.consent_by': {
    vi: 'Nơi đến hủy quyết định sau khi đã tiếp nhận phải được cấp trên đồng ý bằng văn bản.',
    en: 'An annulment by the destination after the intake needs the written consent of the superior.',
  },
  'rules.breach.annul.competence': {
    vi: 'Trường hợp này do {answer} hủy; ở đây ghi {code}.',
    en: 'In this situation {answer} annuls; {code} is recorded here.',
  },
  'rules.breach.annul.seniority': {
    vi: 'Văn bản không nói rõ tuổi đảng tính từ quyết định nào; quyết định làm lại phải ghi rõ.',
    en: 'The texts do not say from which decision seniority counts; the new decision states it.',
  },
  'rules.breach.certificate.issuer': {
    vi: 'Giấy chứng nhận lớp nhận thức về Đảng do trung tâm chính trị cấp; nơi chưa có trung tâm thì cấp ủy có thẩm quyền kết nạp cấp.',
    en: 'The certificate comes from a political centre, or where there is none from the committee that may admit.',
  },
  'rules.breach.introducer.ways': {
    vi: 'Quy định của ngày này không tính cách cùng nhau đã chọn.',
    en: 'The law of this day does not count this way of being together.',
  },
  'rules.breach.introducer.same_base': {
    vi: 'Người giới thiệu phải cùng đơn vị thuộc phạm vi lãnh đạo của một tổ chức cơ sở đảng với người được giới thiệu.',
    en: 'The introducer is of the same unit, within one base organisation.',
  },
  'rules.breach.introducer.union_alone': {
    vi: 'Nơi có tổ chức Đoàn thanh niên thì công đoàn không giới thiệu thay.',
    en: 'Where there is a Youth Union the trade union does not introduce.',
  },
  'rules.breach.introducer.youth_way': {
    vi: 'Người trong độ tuổi thanh niên, ở nơi có tổ chức Đoàn, phải là đoàn viên và được Đoàn giới thiệu.',
    en: 'In the age of the Youth Union, where there is one, the person is a Union member introduced by it.',
  },
  'rules.breach.verification.persons': {
    vi: 'Người này thuộc diện phải thẩm tra lý lịch mà chưa được thẩm tra.',
    en: 'This relative is among those to be verified and has not been.',
  },
  'rules.breach.probation.outcomes': {
    vi: 'Hết thời gian dự bị chỉ có công nhận hoặc xóa tên; không văn bản nào cho kéo dài thời gian dự bị.',
    en: 'A probation ends with recognition or removal; no text lets it be prolonged.',
  },
  'rules.breach.place.admission': {
    vi: 'Trường hợp này xem xét kết nạp ở {answer}; ở đây ghi {code}.',
    en: 'Such a person is admitted at {answer}; {code} is recorded here.',
  },
  'rules.breach.place.without_cell': {
    vi: 'Nơi chưa có đảng viên, chi bộ loại này do {answer} xem xét; ở đây ghi {code}.',
    en: 'A place of this kind without a cell is taken up by {answer}; {code} is recorded here.',
  },
  'rules.breach.move.decision_days': {
    vi: 'Quyết định kết nạp ban hành quá {days} ngày làm việc kể từ quyết định chuyển ngày {start} (hạn cuối {until}); nơi đi phải hủy quyết định và chuyển hồ sơ.',
    en: 'The decision came more than {days} working days after the move was decided on {start} (last day {until}); the origin cancels it and forwards the file.',
  },
  'rules.breach.move.ceremony_there': {
    vi: 'Đã có quyết định chuyển đi; lễ kết nạp tổ chức tại nơi đến.',
    en: 'The move is decided; the ceremony is held at the destination.',
  },
  'rules.breach.population.months': {
    vi: 'Vi phạm chính sách dân số ngày {start}, chưa đủ {months} tháng (đủ vào {from}).',
    en: 'Breach of population policy on {start}, fewer than {months} months ago (complete on {from}).',
  },
  'rules.breach.readmission.months': {
    vi: 'Ra khỏi Đảng ngày {start}, chưa đủ {months} tháng để xét kết nạp lại (đủ vào {from}).',
    en: 'Left the Party on {start}, fewer than {months} months ago (complete on {from}).',
  },
  'rules.breach.readmission.after_conviction': {
    vi: 'Được xóa án tích ngày {start}; chỉ xét kết nạp lại sau {months} tháng.',
    en: 'The conviction was spent on {start}; a readmission is considered after {months} months.',
  },
  'rules.breach.readmission.bars': {
    vi: 'Thuộc trường hợp không xét kết nạp lại.',
    en: 'A readmission is barred on this ground.',
  },
  'rules.breach.readmission.times': {
    vi: 'Đã được kết nạp lại {count} lần; chỉ kết nạp lại một lần.',
    en: 'Readmitted {count} times already; it happens once.',
  },

  'rules.code.school': { vi: 'tổ chức đảng của trường', en: 'the organisation of the school' },
  'rules.code.residence': { vi: 'tổ chức đảng nơi cư trú', en: 'the organisation of the residence' },
  'rules.code.secondment': { vi: 'tổ chức đảng nơi được cử đến', en: 'the organisation of the secondment' },
  'rules.code.workplace': { vi: 'tổ chức đảng nơi làm việc', en: 'the organisation of the workplace' },
  'rules.code.named_cell': {
    vi: 'chi bộ thuận lợi nhất do cấp trên chỉ định',
    en: 'the most convenient cell the level above names',
  },
  'rules.code.directed_by_commune': {
    vi: 'chi bộ do đảng ủy xã chỉ đạo',
    en: 'a cell directed by the commune',
  },
  'rules.code.managing_agency': { vi: 'chi bộ của cơ quan chủ quản', en: 'a cell of the managing agency' },
  'rules.code.managing_level': {
    vi: 'chi bộ do cấp quản lý doanh nghiệp chỉ định',
    en: 'a cell named by the managing level',
  },
  'rules.code.residence_cell': { vi: 'chi bộ nơi cư trú', en: 'the cell of the residence' },
  'rules.code.zone_cell': { vi: 'chi bộ của đảng ủy khu công nghiệp', en: 'a cell of the zone’s committee' },
  'rules.code.issuer': { vi: 'cấp đã ban hành quyết định', en: 'the committee that decided' },
  'rules.code.committee_now': {
    vi: 'cấp có thẩm quyền nơi đảng viên đang sinh hoạt',
    en: 'the competent committee where the member now is',
  },

  'rules.way_out.choose_other_introducer': {
    vi: 'Chọn đảng viên khác đủ điều kiện giới thiệu.',
    en: 'Choose another member who may introduce.',
  },
  'rules.way_out.youth_union_introduces': {
    vi: 'Đề nghị tổ chức Đoàn giới thiệu cùng một đảng viên chính thức.',
    en: 'Ask the Youth Union to introduce, with one official member.',
  },
  'rules.way_out.age_conditions': {
    vi: 'Không đủ điều kiện thì báo cáo kết quả và không kết nạp.',
    en: 'Without the conditions the person is not admitted.',
  },
  'rules.way_out.supplement_history': {
    vi: 'Bổ sung lý lịch và thẩm tra phần thay đổi, rồi ghi ngày mới.',
    en: 'Supplement the history and verify what changed, then record the new day.',
  },
  'rules.way_out.consent_before': {
    vi: 'Xin văn bản đồng ý trước, rồi cấp có thẩm quyền mới ra quyết định.',
    en: 'Obtain the consent first, then decide.',
  },
  'rules.way_out.consent_political': {
    vi: 'Xin ý kiến bằng văn bản của ban thường vụ tỉnh ủy hoặc cấp cao hơn rồi ghi số, ngày.',
    en: 'Obtain the written opinion of the provincial standing committee or higher and record it.',
  },
  'rules.way_out.consent_population': {
    vi: 'Xin văn bản đồng ý của ban thường vụ tỉnh ủy rồi ghi số, ngày.',
    en: 'Obtain the written consent of the provincial standing committee and record it.',
  },
  'rules.way_out.consent_readmission': {
    vi: 'Xin văn bản đồng ý kết nạp lại rồi ghi số, ngày, cấp đồng ý.',
    en: 'Obtain the written consent to the readmission and record it.',
  },
  'rules.way_out.ceremony_at_destination': {
    vi: 'Gửi quyết định và hồ sơ đến nơi mới để tổ chức lễ.',
    en: 'Send decision and file to the destination for the ceremony.',
  },
  'rules.way_out.cancel_and_forward': {
    vi: 'Hủy quyết định, chuyển hồ sơ để nơi đến xem xét quyết định.',
    en: 'Cancel the decision and forward the file; the destination decides.',
  },
  'rules.way_out.annul_by_competent': {
    vi: 'Chuyển đến đúng cấp hủy quyết định; nơi chưa tiếp nhận thì gửi văn bản đề nghị nơi đi xem xét lại.',
    en: 'Send it to the body that annuls; before the intake the destination asks the origin for a review.',
  },
  'rules.way_out.consent_annul': {
    vi: 'Xin cấp trên đồng ý bằng văn bản rồi hủy quyết định.',
    en: 'Obtain the written consent of the superior, then annul.',
  },
  'rules.way_out.say_seniority': {
    vi: 'Ghi rõ trong quyết định làm lại tuổi đảng tính từ ngày nào.',
    en: 'Let the new decision state from which day seniority counts.',
  },
  'rules.way_out.recognise_or_remove': {
    vi: 'Đề nghị công nhận chính thức hoặc đề nghị xóa tên.',
    en: 'Propose recognition or removal.',
  },
  'rules.way_out.correct_card_number': {
    vi: 'Kiểm tra và ghi lại số thẻ đảng viên.',
    en: 'Check and record the card number again.',
  },
  'rules.way_out.admit_elsewhere': {
    vi: 'Chuyển người được giới thiệu đến tổ chức đảng có trách nhiệm xem xét.',
    en: 'Pass the person on to the organisation that admits.',
  },
  'rules.way_out.name_cell': {
    vi: 'Giao đúng chi bộ xem xét theo loại nơi này.',
    en: 'Give the case to the cell that answers to this kind of place.',
  },
  'rules.way_out.not_readmitted': { vi: 'Không xét kết nạp lại.', en: 'The person is not readmitted.' },
} as const;

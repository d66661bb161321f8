// The sentences of following and fostering: introductions, helpers and their charges, assessments, files sent back,
// the seal before the letter, consents whose texts nobody has read.
export const fosteringMessages = {
  'rules.turn.met': { vi: 'Việc này đang mở.', en: 'This can be done now.' },
  'rules.turn.breach': {
    vi: 'Chưa có việc nào đang mở để ghi bước này, hoặc việc ấy đã ghi rồi.',
    en: 'Nothing is open that this step could answer, or it has been recorded already.',
  },

  'rules.breach.introduction.charter_bodies': {
    vi: 'Điều lệ Đảng chỉ giao đảng viên chính thức, Đoàn thanh niên hoặc công đoàn giới thiệu người vào Đảng; tổ chức khác phát hiện, giới thiệu ban đầu và cho ý kiến.',
    en: 'By the Charter official members, the Youth Union or the trade union introduce; other bodies discover and give opinions.',
  },
  'rules.breach.helper.most_charges': {
    vi: 'Đảng viên này đang giúp đỡ {count} người; cấp ủy quy định cùng lúc không quá {threshold} người.',
    en: 'This member already helps {count} persons; the committee allows {threshold} at a time.',
  },
  'rules.breach.assessment.before_vote': {
    vi: 'Mới có {count} lần đánh giá kết quả phấn đấu; cấp ủy quy định ít nhất {threshold} lần trước khi chi bộ biểu quyết.',
    en: '{count} assessments are on record; the committee asks for at least {threshold} before the vote.',
  },
  'rules.breach.verification.sealed_first': {
    vi: 'Lý lịch đóng dấu giáp lai ngày {start}, sau ngày gửi thẩm tra; phải kiểm tra, đóng dấu giáp lai trước rồi mới gửi.',
    en: 'The history was sealed on {start}, after the letter was sent; it is sealed first.',
  },
  'rules.breach.probation.new_helper': {
    vi: 'Đảng viên dự bị đã chuyển đến; chi bộ nơi đến chưa phân công người giúp đỡ mới.',
    en: 'The probationer came from elsewhere and has not been given a new helper.',
  },

  'rules.open.religion.consent_by': {
    vi: 'Kết nạp người theo tôn giáo có quy định riêng; phần nói về cấp đồng ý chưa đọc được.',
    en: 'Believers are admitted by a regulation of its own; whose consent it wants was not read.',
  },
  'rules.open.chinese_origin.consent_by': {
    vi: 'Kết nạp người gốc Hoa có văn bản riêng; phần nói về cấp đồng ý chưa đọc được.',
    en: 'Persons of Chinese origin are admitted by texts of their own; whose consent they want was not read.',
  },
  'rules.open.foreign_spouse.consent_by': {
    vi: 'Kết nạp người có vợ hoặc chồng là người nước ngoài có văn bản riêng; phần nói về cấp đồng ý chưa đọc được.',
    en: 'Persons married to foreigners are admitted by texts of their own; whose consent they want was not read.',
  },
  'rules.open.private_owner.consent_by': {
    vi: 'Kết nạp chủ doanh nghiệp tư nhân có hướng dẫn riêng; phần nói về cấp đồng ý chưa đọc được.',
    en: 'Private owners are admitted by a guidance of its own; whose consent it wants was not read.',
  },
  'rules.open.separate_rules.consent_by': {
    vi: 'Người được xét thuộc diện có quy định riêng; phần nói về cấp đồng ý chưa đọc được.',
    en: 'The person falls under separate rules; whose consent they want was not read.',
  },

  'rules.way_out.name_new_helper': {
    vi: 'Chi bộ ra nghị quyết phân công người giúp đỡ mới.',
    en: 'The cell assigns a new helper.',
  },
  'rules.way_out.record_as_opinion': {
    vi: 'Ghi là phát hiện, giới thiệu ban đầu.',
    en: 'Record it as a discovery.',
  },
  'rules.way_out.choose_other_helper': {
    vi: 'Chọn đảng viên khác, hoặc thay người giúp đỡ cho một người khác trước.',
    en: 'Choose another member, or relieve this one of a charge first.',
  },
  'rules.way_out.assess_first': {
    vi: 'Ghi đánh giá kết quả phấn đấu rồi biểu quyết.',
    en: 'Record the assessment, then vote.',
  },
  'rules.way_out.complete_education': {
    vi: 'Bổ sung bằng cấp hoặc ghi trường hợp riêng về trình độ.',
    en: 'Complete the education or record the exception.',
  },
  'rules.way_out.seal_first': {
    vi: 'Kiểm tra lại ngày đóng dấu giáp lai; nếu gửi trước khi đóng dấu thì thu về, đóng dấu và gửi lại.',
    en: 'Check the day of the seal; what was sent unsealed is called back, sealed and sent again.',
  },
  'rules.way_out.ask_level_above': {
    vi: 'Hỏi ban tổ chức cấp ủy cấp trên về giấy tờ và cấp đồng ý theo văn bản riêng; có văn bản thì ghi số, ngày khi quyết định.',
    en: 'Ask the organisation board above which papers and whose consent the separate text wants; record it with the decision.',
  },
} as const;

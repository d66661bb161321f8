// What to do next when a judgement about a member on the roll or an organisation is held back.
export const memberWays = {
  'rules.way_out.await_conclusion': {
    vi: 'Chờ kết luận kiểm tra, thanh tra hoặc giải quyết khiếu nại, tố cáo rồi làm thủ tục.',
    en: 'Await the conclusion, then go on.',
  },
  'rules.way_out.explain_late': {
    vi: 'Nếu quá hạn thì ghi bản giải trình rồi tiếp nhận.',
    en: 'If late, record the explanation, then take in.',
  },
  'rules.way_out.transfer_officially': {
    vi: 'Nếu đi dài hơn mức này thì làm thủ tục chuyển sinh hoạt đảng chính thức.',
    en: 'If longer than this, use an official transfer.',
  },
  'rules.way_out.stay_home': {
    vi: 'Nếu chưa đủ thời gian thì đảng viên vẫn sinh hoạt ở chi bộ.',
    en: 'If shorter, the member stays with the home cell.',
  },
  'rules.way_out.use_temporary': {
    vi: 'Làm thủ tục chuyển sinh hoạt đảng tạm thời.',
    en: 'Use a temporary transfer instead.',
  },
  'rules.way_out.use_at_home': {
    vi: 'Đảng viên thực hiện quyền này ở chi bộ nơi sinh hoạt chính thức.',
    en: 'The member uses this right in the home cell.',
  },
  'rules.way_out.not_considered': {
    vi: 'Nếu chưa đủ căn cứ thì tiếp tục theo dõi, nhắc nhở.',
    en: 'While the case is not there, go on watching and reminding.',
  },
  'rules.way_out.move_to_residence': {
    vi: 'Chuyển sinh hoạt đảng về nơi cư trú.',
    en: 'Transfer to the place of residence.',
  },
  'rules.way_out.send_to_committee': {
    vi: 'Chi bộ ra nghị quyết và đề nghị cấp ủy cơ sở quyết định.',
    en: 'The cell resolves and proposes to the base committee.',
  },
  'rules.way_out.record_request': {
    vi: 'Ghi đơn hoặc biên bản báo cáo bằng miệng.',
    en: 'Record the request.',
  },
  'rules.way_out.add_medical_paper': {
    vi: 'Bổ sung giấy xác nhận của cơ quan y tế.',
    en: 'Add the certificate.',
  },
  'rules.way_out.shorten_or_transfer': {
    vi: 'Ghi lại thời hạn, hoặc chuyển sinh hoạt đảng đến nơi ở mới.',
    en: 'Record a shorter time, or transfer.',
  },
  'rules.way_out.ask_again': {
    vi: 'Yêu cầu đảng viên viết tự kiểm điểm lần nữa và ghi kết quả.',
    en: 'Ask for the self-review again and record the answer.',
  },
  'rules.way_out.base_opinions_first': {
    vi: 'Ghi ý kiến của chi bộ và của cấp ủy cơ sở trước.',
    en: 'Record the opinions of the cell and the base committee first.',
  },
  'rules.way_out.discipline_first': {
    vi: 'Xem xét kỷ luật trước, sau đó mới giải quyết đơn.',
    en: 'Deal with discipline first, then with the request.',
  },
  'rules.way_out.not_taken': {
    vi: 'Thông báo không xem xét và nêu lý do.',
    en: 'Say that it is not taken, and why.',
  },
  'rules.way_out.choose_form': { vi: 'Chọn hình thức kỷ luật phù hợp.', en: 'Choose a form that applies.' },
  'rules.way_out.send_up': {
    vi: 'Đề nghị cấp có thẩm quyền quyết định.',
    en: 'Propose to the competent body.',
  },
  'rules.way_out.postpone': {
    vi: 'Lùi việc xem xét đến khi hết trường hợp này.',
    en: 'Postpone until it has ended.',
  },
  'rules.way_out.cell_recognises': {
    vi: 'Chi bộ xét và công nhận việc sửa chữa khuyết điểm.',
    en: 'The cell considers and recognises the repair.',
  },
  'rules.way_out.other_occasion': {
    vi: 'Chọn đợt trao khác, hoặc báo cáo cấp có thẩm quyền.',
    en: 'Choose another occasion, or report.',
  },
  'rules.way_out.wait_for_milestone': {
    vi: 'Đề nghị khi đủ điều kiện, sớm nhất vào {earliest}.',
    en: 'Propose when complete, at the earliest on {earliest}.',
  },
  'rules.way_out.choose_group': {
    vi: 'Chọn nhóm đóng đảng phí có trong quy định của tháng.',
    en: 'Choose a group the rule of the month knows.',
  },
  'rules.way_out.pay_rest': { vi: 'Thu hoặc nộp phần còn thiếu.', en: 'Collect or send the rest.' },
  'rules.way_out.pay_as_others': {
    vi: 'Đảng viên đóng đảng phí như quy định; hoàn cảnh khó khăn thì đề nghị giảm.',
    en: 'The member pays as ruled; in hardship a reduction may be asked.',
  },
  'rules.way_out.shorten_relief': {
    vi: 'Ghi lại thời hạn; hết hạn thì xét lại.',
    en: 'Shorten it; consider again later.',
  },
  'rules.way_out.correct_split': {
    vi: 'Đối chiếu số thu và ghi lại tỷ lệ trích.',
    en: 'Compare and record the split again.',
  },
  'rules.way_out.not_rated': {
    vi: 'Ghi “không xếp loại” và lý do.',
    en: 'Record “not rated” with the reason.',
  },
  'rules.way_out.no_level_follows': {
    vi: 'Theo điểm và kết quả thì quy định chưa nêu mức nào; tập thể thảo luận và biểu quyết.',
    en: 'No level follows from the score; the body discusses and votes.',
  },
  'rules.way_out.compare_level': {
    vi: 'Đối chiếu điểm, kết quả với mức đề nghị trước khi biểu quyết.',
    en: 'Compare points and results with the level before the vote.',
  },
  'rules.way_out.lower_number': {
    vi: 'Rà soát lại số đề nghị hoàn thành xuất sắc nhiệm vụ trước khi quyết định.',
    en: 'Review the number proposed as excellent before deciding.',
  },
  'rules.way_out.count_other_group': {
    vi: 'Tính tỷ lệ theo nhóm mà quy định nêu.',
    en: 'Count the share over the group named by the rule.',
  },
  'rules.way_out.no_introduction': {
    vi: 'Không lập giấy giới thiệu nơi cư trú.',
    en: 'Make no introduction.',
  },
  'rules.way_out.no_opinion_needed': {
    vi: 'Không lấy nhận xét hằng năm của nơi cư trú.',
    en: 'No yearly opinion is taken.',
  },
  'rules.way_out.keep_as_recorded': {
    vi: 'Giữ nguyên ngày sinh trong hồ sơ.',
    en: 'Keep the day in the file.',
  },
  'rules.way_out.count_anew': { vi: 'Tính lại tuổi Đảng theo mốc quy định.', en: 'Count seniority anew.' },
  'rules.way_out.superior_assigns': {
    vi: 'Báo cáo cấp trên sắp xếp đảng viên về chi bộ phù hợp.',
    en: 'Report: the superior assigns the members to a suitable cell.',
  },
  'rules.way_out.consent_superior': {
    vi: 'Xin ý kiến đồng ý bằng văn bản của cấp ủy cấp trên trực tiếp.',
    en: 'Obtain the written consent of the superior.',
  },
  'rules.way_out.other_form': {
    vi: 'Bầu theo hình thức quy định cho số đảng viên này.',
    en: 'Elect in the form for this size.',
  },
  'rules.way_out.fewer_people': {
    vi: 'Giảm số lượng hoặc báo cáo cấp có thẩm quyền.',
    en: 'Fewer people, or report.',
  },
  'rules.way_out.conditions_not_met': {
    vi: 'Đối chiếu điều kiện ủy quyền, giao quyền; cấp trên xem xét khi đủ.',
    en: 'Compare the conditions; the superior considers it when they are met.',
  },
  'rules.way_out.set_other_day': {
    vi: 'Chọn ngày trong khoảng cho phép.',
    en: 'Choose a day within the span.',
  },
  'rules.way_out.lengthen_meeting': {
    vi: 'Bố trí đủ thời gian; chi bộ ít đảng viên thì theo mức cấp ủy quy định.',
    en: 'Make it longer; for small cells the committee sets the time.',
  },
  'rules.way_out.send_earlier': {
    vi: 'Gửi tài liệu sớm hơn hoặc lùi ngày họp.',
    en: 'Send earlier or meet later.',
  },
  'rules.way_out.improve_attendance': {
    vi: 'Nhắc đảng viên dự sinh hoạt; xem lý do vắng.',
    en: 'Remind members; look at the reasons for absence.',
  },
  'rules.way_out.watch_and_ask': {
    vi: 'Tiếp tục theo dõi, nhắc nhở; còn cách hiểu khác nhau thì xin ý kiến cấp trên.',
    en: 'Go on watching and reminding; where readings differ, ask the superior.',
  },
  'rules.way_out.record_leave_request': {
    vi: 'Ghi đơn xin ra khỏi Đảng của đảng viên.',
    en: 'Record the member’s request to leave.',
  },
  'rules.way_out.stay_active': {
    vi: 'Nếu chưa đủ thời gian thì đảng viên vẫn sinh hoạt bình thường.',
    en: 'If shorter, the member stays active.',
  },
  'rules.way_out.choose_category': { vi: 'Chọn trường hợp khác phù hợp.', en: 'Choose another category.' },
  'rules.way_out.more_days': { vi: 'Bố trí đủ số ngày kiểm điểm.', en: 'Give the review enough days.' },
  'rules.way_out.meet_whole': { vi: 'Sinh hoạt chung toàn chi bộ.', en: 'Meet as a whole cell.' },
  'rules.way_out.hold_assembly': {
    vi: 'Tổ chức đủ số lần họp đảng bộ trong năm.',
    en: 'Hold the assemblies of the year.',
  },
  'rules.way_out.not_posthumous': {
    vi: 'Nếu chưa đủ thời gian thì không truy tặng mốc này.',
    en: 'If the time is not complete, this badge is not given posthumously.',
  },
  'rules.way_out.ask_amount': {
    vi: 'Xin ý kiến cấp trên về mức áp dụng rồi ghi lại.',
    en: 'Ask the superior for the amount, then record.',
  },
} as const;

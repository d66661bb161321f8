// What to do next when a step is held back; {earliest} is the first day on which it would pass.
export const waysOut = {
  'rules.way_out.take_open_step': { vi: 'Chọn bước đang mở của hồ sơ.', en: 'Choose a step that is open.' },
  'rules.way_out.record_consent': {
    vi: 'Ghi việc thông báo và đồng ý (ngày, người trao đổi) rồi thực hiện lại.',
    en: 'Record the telling and the agreement (day, by whom), then go on.',
  },
  'rules.way_out.choose_official_member': {
    vi: 'Chọn một đảng viên chính thức khác.',
    en: 'Choose another official member.',
  },
  'rules.way_out.wait_or_choose_another': {
    vi: 'Chờ đến {earliest} hoặc chọn đảng viên khác đã đủ thời gian.',
    en: 'Wait until {earliest} or choose another member.',
  },
  'rules.way_out.attend_class': {
    vi: 'Cử đi học lớp nhận thức về Đảng và ghi giấy chứng nhận.',
    en: 'Send to the awareness class and record the certificate.',
  },
  'rules.way_out.renew_certificate': {
    vi: 'Cử đi học lại lớp nhận thức về Đảng và ghi giấy chứng nhận mới.',
    en: 'Attend the class again and record the new certificate.',
  },
  'rules.way_out.assign_helper': {
    vi: 'Chi bộ ra nghị quyết phân công người giúp đỡ.',
    en: 'The cell assigns a helper.',
  },
  'rules.way_out.add_introducer': { vi: 'Bổ sung đảng viên giới thiệu.', en: 'Add an introducing member.' },
  'rules.way_out.choose_other_verifier': { vi: 'Cử người khác đi thẩm tra.', en: 'Send somebody else.' },
  'rules.way_out.await_replies': {
    vi: 'Ghi đủ kết quả của các nơi thẩm tra.',
    en: 'Record the replies of all places.',
  },
  'rules.way_out.send_verification': { vi: 'Gửi thẩm tra lý lịch.', en: 'Send for verification.' },
  'rules.way_out.conclude_verification': {
    vi: 'Kết luận thẩm tra lý lịch.',
    en: 'Conclude the verification.',
  },
  'rules.way_out.complete_papers': { vi: 'Bổ sung giấy tờ còn thiếu.', en: 'Complete the missing papers.' },
  'rules.way_out.renew_papers': {
    vi: 'Làm lại giấy giới thiệu và nghị quyết giới thiệu, bổ sung ý kiến nhận xét, rồi ghi ngày mới.',
    en: 'Make introductions anew, supplement the opinions, and record their new days.',
  },
  'rules.way_out.consent_age': {
    vi: 'Xin văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương rồi ghi số, ngày.',
    en: 'Obtain the written consent of the committee directly under the Centre and record it.',
  },
  'rules.way_out.consent_education': {
    vi: 'Xin văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương, hoặc bổ sung bằng cấp.',
    en: 'Obtain the written consent, or complete the education.',
  },
  'rules.way_out.consent_late_ceremony': {
    vi: 'Báo cáo cấp trên trực tiếp, ghi văn bản đồng ý rồi tổ chức lễ.',
    en: 'Report to the direct superior, record the consent, then hold the ceremony.',
  },
  'rules.way_out.report_result': {
    vi: 'Ghi đầy đủ kết quả và báo cáo cấp ủy cấp trên.',
    en: 'Keep the full result and report it to the superior.',
  },
  'rules.way_out.correct_base': {
    vi: 'Đối chiếu biên bản, sửa tổng số rồi ghi lại.',
    en: 'Compare with the minutes, correct the base and record again.',
  },
  'rules.way_out.cell_vote_first': {
    vi: 'Ghi kết quả biểu quyết của chi bộ trước.',
    en: 'Record the vote of the cell first.',
  },
  'rules.way_out.base_vote_first': {
    vi: 'Ghi kết quả biểu quyết của đảng ủy cơ sở trước.',
    en: 'Record the vote of the base committee first.',
  },
  'rules.way_out.ask_sub_committee': {
    vi: 'Lấy báo cáo thẩm định của đảng ủy bộ phận.',
    en: 'Obtain the sub-committee’s report.',
  },
  'rules.way_out.send_to_competent': {
    vi: 'Chuyển hồ sơ đến cấp có thẩm quyền.',
    en: 'Send the file to the competent body.',
  },
  'rules.way_out.decision_first': { vi: 'Ghi quyết định kết nạp trước.', en: 'Record the decision first.' },
  'rules.way_out.wait': { vi: 'Thực hiện sớm nhất vào {earliest}.', en: 'Earliest on {earliest}.' },
  'rules.way_out.attend_new_member_class': {
    vi: 'Cử đi học lớp bồi dưỡng đảng viên mới và ghi giấy chứng nhận.',
    en: 'Attend the class for new members and record the certificate.',
  },
  'rules.way_out.write_self_review': { vi: 'Ghi bản tự kiểm điểm.', en: 'Record the self-review.' },
  'rules.way_out.write_helper_note': {
    vi: 'Ghi bản nhận xét của người giúp đỡ.',
    en: 'Record the helper’s note.',
  },
  'rules.way_out.report_failed_votes': {
    vi: 'Báo cáo cấp trên và cấp có thẩm quyền xem xét quyết định.',
    en: 'Report to the superior and the competent committee.',
  },
  'rules.way_out.vote_again': {
    vi: 'Chi bộ xét và biểu quyết lại.',
    en: 'The cell considers and votes again.',
  },
  'rules.way_out.recognise_first': {
    vi: 'Ghi quyết định công nhận trước.',
    en: 'Record the recognition first.',
  },
  'rules.way_out.decide_now': {
    vi: 'Ghi quyết định hoặc thông báo không đồng ý trong thời hạn đã gia hạn.',
    en: 'Record the decision, or the notice of refusal, within the prolonged limit.',
  },
  'rules.way_out.earliest': { vi: 'Sớm nhất: {earliest}.', en: 'Earliest: {earliest}.' },
} as const;

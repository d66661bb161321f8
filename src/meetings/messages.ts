// Words of the meetings room, Vietnamese and English side by side.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'ballot.not_counts': {
    vi: 'Kết quả biểu quyết phải gồm các số nguyên không âm và tổng số người được tính phải lớn hơn 0.',
    en: 'A vote is made of whole numbers, none below zero, and at least one person must be counted.',
  },
  'ballot.excluded_above_total': {
    vi: 'Số người không tính ({excluded}) nhiều hơn tổng số đảng viên chính thức ({total}).',
    en: 'More people are left out ({excluded}) than there are official members ({total}).',
  },
  'ballot.base_differs': {
    vi: 'Số người được tính là {base}, nhưng tổng số trừ các trường hợp không tính phải là {expected}.',
    en: 'The base is {base}, but the total less those left out is {expected}.',
  },
  'ballot.votes_above_base': {
    vi: 'Tổng số phiếu ({votes}) nhiều hơn số người được tính ({base}). Xin kiểm tra lại biên bản.',
    en: 'There are more votes ({votes}) than people counted ({base}). Please check the minutes.',
  },
  'ballot.present_above_base': {
    vi: 'Số người có mặt được biểu quyết ({present}) nhiều hơn số người được tính ({base}). Người có mặt thì được tính, không nằm trong diện trừ.',
    en: 'More people were present ({present}) than are counted ({base}). Whoever is present is counted, not left out.',
  },
  'ballot.votes_above_present': {
    vi: 'Tổng số phiếu ({votes}) nhiều hơn số người có mặt ({present}).',
    en: 'There are more votes ({votes}) than people present ({present}).',
  },
  'ballot.excused_voted': {
    vi: 'Số người vắng có lý do ({excused}) cộng với số người có mặt hoặc đã biểu quyết vượt quá số người được tính ({base}).',
    en: 'Those excused ({excused}) and those present or voting are together more than the base ({base}).',
  },
  'ballot.incomplete': {
    vi: 'Kết quả biểu quyết cần đủ: tổng số đảng viên chính thức, số có mặt, số tán thành, không tán thành và phiếu trắng.',
    en: 'A vote needs the total, those present, votes in favour, against and blank.',
  },
  'meeting.other': {
    vi: 'Cuộc họp được chọn không phải của tổ chức này trong ngày này.',
    en: 'The meeting named is not one of this unit on this day.',
  },
  'meeting.body.cell': { vi: 'Hội nghị chi bộ', en: 'Meeting of the cell' },
  'meeting.body.base_committee': { vi: 'Hội nghị đảng ủy cơ sở', en: 'Meeting of the base committee' },
  'meeting.body.decider': { vi: 'Hội nghị của cấp có thẩm quyền', en: 'Meeting of the deciding body' },
  'ballot.temporarily_away': {
    vi: 'Đang sinh hoạt tạm thời nơi khác, vắng mặt',
    en: 'In temporary activity elsewhere and absent',
  },
  'ballot.exempt_absent': {
    vi: 'Được miễn công tác và sinh hoạt, vắng mặt',
    en: 'Exempt from activity and absent',
  },
  'ballot.suspended': { vi: 'Bị đình chỉ sinh hoạt đảng', en: 'Suspended from activity' },
  'ballot.charged': { vi: 'Bị khởi tố, truy tố', en: 'Charged or prosecuted' },
  'ballot.detained': { vi: 'Bị tạm giam', en: 'Detained' },
} as const satisfies Record<string, Message>;

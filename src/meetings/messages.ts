// Words of the meetings room, Vietnamese and English side by side.
import type { Message } from '../platform/messages.ts';
import { ballotMessages } from '../acts/possible/messages.ts';

export const messages = {
  ...ballotMessages,
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

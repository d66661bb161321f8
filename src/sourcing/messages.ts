// Words of the sourcing room: every failure it throws, Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'sourcing.waiting': { vi: 'Lời giới thiệu chờ chi bộ trả lời', en: 'Introductions that wait for the cell' },
  'sourcing.cells_only': {
    vi: 'Khảo sát nguồn ghi theo từng chi bộ; số của cấp trên được cộng từ các chi bộ.',
    en: 'The source is surveyed cell by cell; levels above are summed from the cells.',
  },
  'sourcing.unit_ended': { vi: 'Đơn vị này đã kết thúc hoạt động.', en: 'This unit has ended.' },
  'sourcing.other_year': {
    vi: 'Khảo sát cho năm {year} phải làm trong năm ấy hoặc cuối năm trước.',
    en: 'A survey for {year} is made in that year or at the end of the year before.',
  },
  'sourcing.people_few': {
    vi: 'Tổng số người không thể ít hơn nhóm đông nhất.',
    en: 'The number of people cannot be smaller than the largest group.',
  },
  'sourcing.people_many': {
    vi: 'Tổng số người không thể nhiều hơn tổng các nhóm cộng lại.',
    en: 'The number of people cannot be larger than all groups together.',
  },
  'sourcing.unknown_group': {
    vi: 'Có nhóm không nằm trong danh mục diện quần chúng. Xin tải lại trang.',
    en: 'A group is not in the catalogue of sources. Please reload the page.',
  },
  'sourcing.bad_cursor': {
    vi: 'Không đọc tiếp được danh sách. Xin mở lại từ đầu.',
    en: 'The list cannot be continued. Please open it again.',
  },
  'sourcing.due_before': {
    vi: 'Hạn phải từ ngày giao trở đi.',
    en: 'The due day cannot be before the day it is given.',
  },
  'sourcing.officials_only': {
    vi: 'Chỉ giao nhiệm vụ giới thiệu cho đảng viên chính thức.',
    en: 'Only official members are asked to introduce somebody.',
  },
  'sourcing.not_mass': {
    vi: 'Việc này dành cho tổ chức đoàn thể đang hoạt động.',
    en: 'This is for a mass organisation that still exists.',
  },
  'sourcing.no_mass_below': {
    vi: 'Dưới đơn vị này chưa có tổ chức đoàn thể nào. Xin thêm đoàn thể ở trang Tổ chức đảng trước.',
    en: 'No mass organisation stands below this unit. Please add them on the page of organisations first.',
  },
  'sourcing.task_done': {
    vi: 'Việc này đã báo xong.',
    en: 'This task was already reported as done.',
  },
  'sourcing.done_before_given': {
    vi: 'Ngày này sớm hơn ngày giao việc.',
    en: 'This day is earlier than the day it was given.',
  },
  'sourcing.review_closed': { vi: 'Đợt rà soát này đã kết thúc.', en: 'This round is over.' },
  'sourcing.review_answered': {
    vi: 'Đã có đoàn thể xác nhận, không rút đợt này được nữa; xin kết thúc đợt.',
    en: 'An organisation has confirmed already; the round cannot be taken back, only closed.',
  },
  'sourcing.promising_many': {
    vi: 'Số người có thể giới thiệu không thể nhiều hơn số đoàn viên, hội viên.',
    en: 'Those worth introducing cannot be more than the members.',
  },
} as const satisfies Record<string, Message>;

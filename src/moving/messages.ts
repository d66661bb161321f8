// Words of moving that the server says: every failure it throws, Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'moving.dossier_closed': {
    vi: 'Hồ sơ này đã kết thúc, không chuyển giao được nữa. Chưa ghi gì.',
    en: 'This dossier is closed and cannot be handed over any more. Nothing was written.',
  },
  'moving.already_open': {
    vi: 'Hồ sơ này đang được chuyển giao đến một nơi khác. Xin chờ nơi ấy trả lời, hoặc rút lại trước. Chưa ghi gì.',
    en: 'This dossier is being handed over to another place already. Wait for its answer, or take that back first.',
  },
  'moving.no_such_unit': {
    vi: 'Không có tổ chức đảng này để chuyển giao đến. Chưa ghi gì.',
    en: 'There is no such organisation to hand over to. Nothing was written.',
  },
  'moving.unit_ended': {
    vi: '{unit} đã giải thể hoặc kết thúc hoạt động, không tiếp nhận được. Xin chọn tổ chức đang hoạt động. Chưa ghi gì.',
    en: '{unit} has been dissolved or has ended and takes nobody in. Please choose one that stands. Nothing was written.',
  },
  'moving.unit_external': {
    vi: '{unit} không ghi sổ trên hệ thống này. Xin chuyển bằng giấy: chọn “Nơi không dùng chung hệ thống”. Chưa ghi gì.',
    en: '{unit} keeps no book here. Hand over on paper: choose a place outside this installation. Nothing was written.',
  },
  'moving.same_unit': {
    vi: 'Người này đang thuộc tổ chức ấy, không phải chuyển giao. Chưa ghi gì.',
    en: 'The person belongs to that organisation already. Nothing was written.',
  },
  'moving.cell_needed': {
    vi: 'Xin chọn chi bộ sẽ theo dõi người này, trong tổ chức được chuyển đến. Chưa ghi gì.',
    en: 'Please choose the cell that will follow the person, within the organisation addressed. Nothing was written.',
  },
  'moving.moved_meanwhile': {
    vi: 'Hồ sơ đã chuyển sang nơi khác trong lúc chờ trả lời. Xin tải lại trang. Chưa ghi gì.',
    en: 'The dossier went elsewhere in the meantime. Please reload the page. Nothing was written.',
  },
  'moving.before_proposal': {
    vi: 'Ngày trả lời không thể trước ngày đề nghị chuyển giao ({day}). Chưa ghi gì.',
    en: 'The answer cannot be dated before the proposal ({day}). Nothing was written.',
  },
  'moving.already_accepted': {
    vi: 'Việc chuyển giao này đã được tiếp nhận. Xin tải lại trang. Chưa ghi gì thêm.',
    en: 'This hand-over has been accepted already. Please reload the page. Nothing more was written.',
  },
  'moving.already_declined': {
    vi: 'Nơi đến đã trả lời không tiếp nhận. Xin tải lại trang. Chưa ghi gì thêm.',
    en: 'The destination has declined already. Please reload the page. Nothing more was written.',
  },
  'moving.already_taken_back': {
    vi: 'Nơi chuyển đã rút lại đề nghị này. Xin tải lại trang. Chưa ghi gì thêm.',
    en: 'The origin has taken this proposal back. Please reload the page. Nothing more was written.',
  },
  'moving.already_left': {
    vi: 'Người này đã chuyển ra nơi không dùng chung hệ thống. Chưa ghi gì thêm.',
    en: 'The person has moved to a place outside this installation. Nothing more was written.',
  },
  'moving.already_arrived': {
    vi: 'Việc tiếp nhận này đã ghi xong. Chưa ghi gì thêm.',
    en: 'This intake has been recorded already. Nothing more was written.',
  },
  'moving.alike': {
    vi: 'Đã có người trùng hoặc gần giống trong sổ. Xin xem trước khi tiếp nhận. Chưa ghi gì.',
    en: 'Somebody alike is in the book already. Please look first. Nothing was written.',
  },
  'moving.bad_cursor': {
    vi: 'Không đọc tiếp được danh sách. Xin tải lại trang.',
    en: 'The list cannot be continued from there. Please reload the page.',
  },
  'moving.period_backwards': {
    vi: 'Ngày đầu của khoảng thời gian phải trước ngày cuối.',
    en: 'The period must begin before it ends.',
  },
} as const satisfies Record<string, Message>;

// Words of fostering that the server says, Vietnamese and English.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'fostering.bad_cursor': {
    vi: 'Trang danh sách này không còn đúng. Xin tải lại danh sách.',
    en: 'This page of the list no longer fits. Please reload the list.',
  },
  'fostering.not_a_cell': {
    vi: 'Rà soát danh sách là việc của từng chi bộ. Xin chọn một chi bộ.',
    en: 'The review of the list is a matter of one cell. Please choose a cell.',
  },
  'fostering.named_twice': {
    vi: 'Có người được ghi hai lần trong cùng một nghị quyết. Chưa ghi gì.',
    en: 'Somebody is named twice in one resolution. Nothing was written.',
  },
  'fostering.of_another_cell': {
    vi: 'Có người không thuộc chi bộ này. Chưa ghi gì; xin tải lại trang.',
    en: 'Somebody does not belong to this cell. Nothing was written; please reload.',
  },
  'fostering.left_before': {
    vi: 'Lần gửi trước chưa ghi được người này. Xin mở hồ sơ để xem lý do.',
    en: 'The first sending did not record this person. Please open the dossier to see why.',
  },
  'fostering.built_upon': {
    vi: 'Sau đó đã có {count} bước ghi tiếp trong hồ sơ. Rút các bước ấy trước.',
    en: '{count} later steps stand in this dossier. Withdraw those first.',
  },
  'fostering.resolution_undone': {
    vi: 'Rút lại nghị quyết số {number} đã ghi nhầm',
    en: 'Resolution {number} was entered by mistake and taken back',
  },
  'fostering.erased_name': {
    vi: '(đã xóa dữ liệu cá nhân)',
    en: '(personal data erased)',
  },
  'fostering.kept_open': {
    vi: 'Người này đang có hồ sơ mở, chưa được xóa.',
    en: 'This person has an open dossier and cannot be erased.',
  },
  'fostering.not_expired': {
    vi: 'Chưa hết thời gian giữ hồ sơ do cấp ủy quy định. Chưa xóa gì.',
    en: 'The time set by the committee is not over. Nothing was erased.',
  },
} satisfies Record<string, Message>;

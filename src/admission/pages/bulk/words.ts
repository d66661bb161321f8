// The words of one act for many dossiers: choose, look, write, take back.
import type { Message } from '../../../platform/messages.ts';

export const bulkWords = {
  'bulk.open': { vi: 'Ghi chung một việc', en: 'Record one act for all' },
  'bulk.title': { vi: 'Ghi chung một việc cho {count} hồ sơ', en: 'One act for {count} dossiers' },
  'bulk.step': { vi: 'Việc cần ghi', en: 'Act' },
  'bulk.step_hint': {
    vi: 'Chỉ có việc ghi chung được; biểu quyết và việc riêng từng người ghi trên từng hồ sơ.',
    en: 'Only acts that can be recorded together; votes and personal acts are recorded one by one.',
  },
  'bulk.step_choose': { vi: 'Chọn việc', en: 'Choose an act' },
  'bulk.step_count': { vi: '{step} – {count}/{all} hồ sơ', en: '{step} – {count} of {all} dossiers' },
  'bulk.none': {
    vi: 'Không có việc nào ghi chung được cho các hồ sơ đã chọn',
    en: 'Nothing to record together',
  },
  'bulk.none_text': {
    vi: 'Các hồ sơ này đang ở bước chỉ ghi riêng từng người, hoặc chức trách đang chọn không ghi được bước đó.',
    en: 'These dossiers stand at steps that are recorded one by one, or that this office does not record.',
  },
  'bulk.look': { vi: 'Xem trước', en: 'Preview' },
  'bulk.look_title': { vi: 'Xem trước: chưa ghi gì', en: 'Preview: nothing is written yet' },
  'bulk.will': { vi: 'Sẽ ghi cho {count} hồ sơ:', en: 'Will be recorded for {count} dossiers:' },
  'bulk.will_not': { vi: 'Không ghi cho {count} hồ sơ:', en: 'Not recorded for {count} dossiers:' },
  'bulk.gone': {
    vi: '{count} hồ sơ đã chọn không còn trong phạm vi.',
    en: '{count} of the chosen dossiers are out of reach now.',
  },
  'bulk.write': { vi: 'Ghi cho {count} hồ sơ', en: 'Record for {count} dossiers' },
  'bulk.change': { vi: 'Sửa nội dung', en: 'Change' },
  'bulk.consent': {
    vi: 'Lý do cấp có thẩm quyền vẫn cho làm (nếu có)',
    en: 'Why the competent committee goes on (if it does)',
  },
  'bulk.consent_hint': {
    vi: 'Một số hồ sơ chỉ ghi được khi có lý do này. Ghi lý do rồi bấm Xem trước lần nữa.',
    en: 'Some dossiers need this reason. Write it and preview again.',
  },
  'bulk.done': { vi: 'Đã ghi “{step}” cho {count} hồ sơ', en: 'Recorded “{step}” for {count} dossiers' },
  'bulk.left': { vi: '{count} hồ sơ chưa ghi:', en: '{count} dossiers were left out:' },
  'bulk.undo': { vi: 'Rút lại cả loạt', en: 'Take all of it back' },
  'bulk.undo_title': {
    vi: 'Rút lại “{step}” của {count} hồ sơ',
    en: 'Take “{step}” back for {count} dossiers',
  },
  'bulk.undo_text': {
    vi: 'Việc đã ghi chung được rút lại ở từng hồ sơ; nhật ký vẫn giữ. Hồ sơ nào đã có việc tiếp theo dựa vào thì giữ nguyên và được nêu tên.',
    en: 'The act is withdrawn from each dossier; the log keeps it. Where something was built upon it, it stays and is named.',
  },
  'bulk.reason': { vi: 'Lý do rút lại', en: 'Reason' },
  'bulk.reason_hint': { vi: 'Ghi ít nhất một câu ngắn.', en: 'At least a short sentence.' },
  'bulk.undone': { vi: 'Đã rút lại ở {count} hồ sơ', en: 'Taken back for {count} dossiers' },
  'bulk.undone_left': {
    vi: '{count} hồ sơ không rút được:',
    en: '{count} dossiers could not be taken back:',
  },
  'bulk.hide': { vi: 'Đã xem', en: 'Seen' },
} as const satisfies Record<string, Message>;

// How near a due day is, in words.
import type { Message } from '../platform/messages.ts';

export const dueMessages = {
  'due.today': { vi: 'hết hạn hôm nay', en: 'due today' },
  'due.left': { vi: 'còn {count} ngày làm việc', en: '{count} working days left' },
  'due.left_none': {
    vi: 'không còn ngày làm việc nào',
    en: 'no working day left',
  },
  'due.days': { vi: 'còn {count} ngày', en: '{count} days left' },
  'due.months': { vi: 'còn {count} tháng', en: '{count} months left' },
  'due.late': { vi: 'quá hạn {count} ngày làm việc', en: '{count} working days late' },
  'due.late_days': { vi: 'quá hạn {count} ngày', en: '{count} days late' },
  'due.passed': { vi: 'đã qua hạn', en: 'past its day' },
  'due.unknown': { vi: 'Chưa rõ hạn', en: 'No known due day' },
  'due.term_over': { vi: 'đã hết', en: 'over' },
} as const satisfies Record<string, Message>;

// Words around every chart.
import type { Message } from '../../platform/messages.ts';

export const messages = {
  'chart.table': { vi: 'Xem bảng số', en: 'Show the figures' },
  'chart.table_close': { vi: 'Thu bảng số', en: 'Hide the figures' },
  'chart.take': { vi: 'Tải hình', en: 'Download the picture' },
  'chart.name': { vi: 'Biểu đồ: {name}. {told}', en: 'Chart: {name}. {told}' },
  'chart.not_drawn': {
    vi: 'Chưa vẽ được biểu đồ trên máy này; dưới đây là bảng số.',
    en: 'The chart could not be drawn on this device; here are the figures.',
  },
} as const satisfies Record<string, Message>;

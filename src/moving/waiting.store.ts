// What waits for this office in moving: candidates proposed to it, and those who should be back by now.
import type { WaitingSource } from '../worklist/waiting.ts';
import { countHandovers } from './list.store.ts';

export const movingWaiting: readonly WaitingSource[] = [
  {
    id: 'handovers',
    label: { vi: 'Người chờ tiếp nhận từ nơi khác', en: 'Candidates waiting to be taken in' },
    href: '/handovers',
    needs: 'handover.answer',
    count: async (db, actor) => (await countHandovers(db, actor)).in,
  },
  {
    id: 'handovers.back',
    label: { vi: 'Người đã quá ngày dự kiến trở về', en: 'Candidates past the day they were expected back' },
    href: '/handovers?tab=away',
    needs: 'handover.act',
    count: async (db, actor) => (await countHandovers(db, actor)).overdue,
  },
];

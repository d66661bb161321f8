// What of fostering waits for an answer without a due day of its own: failed candidacies to be erased, helpers who left
// without handing over.
import type { WaitingSource } from '../worklist/waiting.ts';
import { countExpired } from './expiry.store.ts';
import { listHandOvers } from './helper.store.ts';

export const fosteringWaiting: readonly WaitingSource[] = [
  {
    id: 'fostering.expired',
    label: { vi: 'Hồ sơ không thành đã hết thời gian giữ', en: 'Failed candidacies whose time is over' },
    href: '/fostering?tab=expiry',
    needs: 'person.write',
    count: countExpired,
  },
  {
    id: 'fostering.hand_overs',
    label: { vi: 'Việc giúp đỡ chưa bàn giao', en: 'Charges not handed over' },
    href: '/fostering?tab=helpers',
    needs: 'dossier.correct',
    count: async (db, actor) => (await listHandOvers(db, actor, {})).total,
  },
];

// What waits for an answer of this office, for the strip above the work list.
import type { WaitingSource } from '../worklist/waiting.ts';
import { countAsked } from './list.store.ts';
import { messages } from './messages.ts';

export const askedWaiting: WaitingSource = {
  id: 'verification.asked',
  label: messages['verification.waiting'],
  href: '/verifications?state=asked',
  needs: 'verification.answer',
  count: (db, actor) => countAsked(db, actor),
};

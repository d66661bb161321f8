// What somebody still lacks of a class, as a message: for the list, the refusal and the page alike.
import type { Params } from '../platform/messages.ts';
import type { Completing } from './decide.ts';
import type { messages } from './messages.ts';

export interface Lacking {
  code: keyof typeof messages;
  params: Params;
}

export function lacksOf({ done, attended, needed, paper }: Completing): Lacking | null {
  if (done) return null;
  if (attended < needed) return { code: 'classes.lacks_sessions', params: { attended, needed } };
  return { code: paper === 'failed' ? 'classes.failed_paper' : 'classes.lacks_paper', params: {} };
}

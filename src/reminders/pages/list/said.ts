// A reminder in words: what is to be done, of which period or place, by when.
import { type Day, daysBetween } from '../../../platform/day.ts';
import type { Message, Params } from '../../../platform/messages.ts';
import type { Tone } from '../../../ui/show/Shape.tsx';
import { partWords, workOf } from '../../../worklist/pages/due.ts';
import type { NoticeView } from '../../view.ts';
import { words } from '../words.ts';

export interface Said {
  message: Message;
  params?: Params;
}

export const tones: Record<NoticeView['kind'], Tone> = {
  lead: 'wait',
  late: 'act',
  escalation: 'act',
  sent: 'plain',
};

type Tell = (message: Message, params?: Params) => string;
type Line = Pick<NoticeView, 'label' | 'caseKind' | 'part'>;

/** “Rà soát danh sách cảm tình Đảng · tháng 9/2025”. */
export function workWords(notice: Line, tell: Tell): string {
  const part = partWords(notice);
  return [tell(workOf(notice.label)), part && tell(part.message, part.params)].filter(Boolean).join(' · ');
}

/** Whose line it is, and where, each once. */
export const placeWords = ({ title, unitName }: Pick<NoticeView, 'title' | 'unitName'>): string =>
  [...new Set([title, unitName])].filter(Boolean).join(' · ');

/** How far the due day is; of what ended by itself nobody says how long ago. */
export function leftWords({ dueOn, kind }: Pick<NoticeView, 'dueOn' | 'kind'>, today: Day): Said | null {
  if (dueOn === null) return null;
  const days = daysBetween(today, dueOn);
  if (days === 0) return { message: words['notice.today'] };
  if (days > 0) return { message: words['notice.left'], params: { count: days } };
  return kind === 'lead' ? null : { message: words['notice.over'], params: { count: -days } };
}

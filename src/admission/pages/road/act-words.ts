// Who decided, who typed and on which paper – kept apart – and the law an act was judged by.
import { formatDay } from '../../../platform/day.ts';
import { formatInstant } from '../../../ui/numbers.ts';
import type { Article } from '../../../ui/show/ReasonCard.tsx';
import type { ActView } from '../../../road/view.ts';
import type { Speech } from '../../../road/pages/verdict/read.ts';
import { words } from '../words.ts';

export function bySentence(act: ActView, { tell }: Speech): string {
  const common = { unit: act.decidedBy, who: act.recordedBy, at: formatInstant(act.recordedAt) };
  if (act.takenOver) return tell(words['acts.taken_over'], common);
  if (!act.onBehalf) return tell(words['acts.by'], common);
  const { number, on } = act.onBehalf;
  return tell(words['acts.behalf'], { ...common, number, day: formatDay(on) });
}

/** The rule set of the day of the act, with the guidance in force beside it. */
export function lawOfAct(act: ActView, { book }: Speech): Article | null {
  if (act.takenOver) return null;
  const set = book.ruleSetOf(act.ruleSet);
  if (!set) return null;
  return {
    label: [set, ...act.guidance].join('; '),
    href: `/regulations/${encodeURIComponent(set)}`,
    unsure: act.outcome === 'unverified' || act.outcome === 'undetermined',
  };
}

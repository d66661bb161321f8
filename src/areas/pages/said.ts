// How these pages say states and shares.
import { formatShare } from '../../ui/numbers.ts';
import type { Tone } from '../../ui/show/Shape.tsx';
import type { useWords } from '../../ui/i18n.tsx';
import type { Coverage } from '../area.ts';
import type { PartState } from '../programme.ts';
import type { ProgrammesView } from '../view.ts';
import type { words } from './words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;

export const coverageTones: Record<Coverage, Tone> = {
  own: 'done',
  shared: 'wait',
  none: 'act',
  unknown: 'unsure',
};
export const partTones: Record<PartState, Tone> = {
  planned: 'plain',
  doing: 'wait',
  done: 'done',
  stopped: 'ended',
};

/** '4/5 (80%)'; nothing of nothing is no share. */
export const shareOf = (t: Say, part: number, whole: number): string =>
  whole === 0 ? '–' : t('page.of', { part, whole, share: formatShare(part / whole) });

export function yearsOf(
  t: Say,
  { fromYear, toYear }: Pick<ProgrammesView['items'][number], 'fromYear' | 'toYear'>,
) {
  if (toYear === null) return t('prog.since', { year: String(fromYear) });
  return fromYear === toYear
    ? String(fromYear)
    : t('prog.span', { from: String(fromYear), to: String(toYear) });
}

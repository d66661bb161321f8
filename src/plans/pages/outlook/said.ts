// Numbers of the outlook in words.
import type { OutlookLine } from '../../outlook/view.ts';
import type { useWords } from '../../../ui/i18n.tsx';
import type { words } from './words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;

/** 1 and 99 stand for “hardly” and “nearly sure”: dates and steps are never certain. */
export function sayPercent(percent: number, t: Say): string {
  if (percent <= 1) return t('hardly');
  return percent >= 99 ? t('sure') : t('percent', { percent });
}

export function saySpan({ low, high }: OutlookLine, t: Say): string {
  if (low === null || high === null) return '';
  return low === high ? t('span_one', { low }) : t('span_short', { low, high });
}

// How a line was closed: which of the two, from when, why, by whom.
import { formatDay } from '../../../platform/day.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Settled } from '../../view.ts';
import { words } from '../words.ts';
import css from '../worklist.module.css';

export function SettledWords({ settled: { how, on, reason, by, at } }: { settled: Settled }) {
  const t = useWords(words);
  return (
    <div className={css.settled}>
      <StatusMark tone="ended">{t(`line.settled_${how}`, { day: formatDay(on) })}</StatusMark>
      {reason && <p>{t('line.settled_why', { reason })}</p>}
      <p className={css.where}>{t('line.settled_by', { by, at: formatInstant(at) })}</p>
    </div>
  );
}

// The outlook of one row: the chance and the interval, or in a word why there is none; the pace stands beside it.
import { useWords } from '../../../ui/i18n.tsx';
import { formatTenths } from '../../../ui/numbers.ts';
import type { OutlookLine } from '../../outlook/view.ts';
import css from './Outlook.module.css';
import { useOutlookLine } from './lines.ts';
import { sayPercent, saySpan } from './said.ts';
import { words } from './words.ts';

interface CellProps {
  unitId: number;
  period: string;
  figure?: string;
  on?: string;
}

export function OutlookCell({ unitId, period, figure = 'admission', on = '' }: CellProps) {
  const t = useWords(words);
  const { data, isPending } = useOutlookLine({ unitId, period, figure, on });
  if (isPending) return <span className={css.quiet}>{t('why.reckoning')}</span>;
  return data?.line ? <Told line={data.line} /> : null;
}

function Told({ line }: { line: OutlookLine }) {
  const t = useWords(words);
  const { why, percent, low, linear, done } = line;
  if (why === 'over' || why === 'future') return null;
  return (
    <span className={css.cell}>
      {percent !== null && <strong>{sayPercent(percent, t)}</strong>}
      {why !== null && <span className={css.quiet}>{t(`why.${why}`)}</span>}
      {low !== null && <span className={css.quiet}>{saySpan(line, t)}</span>}
      {low === null && linear !== null && done > 0 && why !== 'met' && (
        <span className={css.quiet}>{t('linear_short', { count: formatTenths(linear) })}</span>
      )}
    </span>
  );
}

// What waits for this office's answer beside the lines with a due day, each leading to the page where it is answered.
import { To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import type { Waiting } from '../view.ts';
import { words } from './words.ts';
import css from './worklist.module.css';

export function WaitingStrip() {
  const t = useWords(words);
  const tell = useTell();
  const items = useRead<Waiting>('/waiting', { keep: true }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <nav aria-label={t('waiting.name')} className={`${css.waiting} no-print`}>
      <strong>{t('waiting.name')}</strong>
      <ul>
        {items.map(({ id, label, href, count }) => (
          <li key={id}>
            <To href={href}>
              {tell(label)} <strong>{formatNumber(count)}</strong>
            </To>
          </li>
        ))}
      </ul>
    </nav>
  );
}

// Identities that the form asks of its numbers: which hold, and the numbers themselves.
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { Check } from '../view.ts';
import { words } from './draft/words.ts';
import css from './reports.module.css';

export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useWords(words);
  const tell = useTell();
  if (checks.length === 0) return null;
  return (
    <Panel title={t('part.checks')} second={t('part.checks_second')}>
      <ul className={css.checks}>
        {checks.map(({ id, label, holds, said }) => (
          <li key={id}>
            <StatusMark tone={holds ? 'done' : 'act'}>{t(holds ? 'part.holds' : 'part.fails')}</StatusMark>
            <span>{tell(label)}</span>
            <span className={css.second}>{said}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

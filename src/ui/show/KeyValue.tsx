// Facts as label and value; a fact that is not held says so in words.
import type { ReactNode } from 'react';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import css from './KeyValue.module.css';
import pair from './pair.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
  second?: ReactNode;
}

export function KeyValue({ items }: { items: Fact[] }) {
  const t = useWords(messages);
  return (
    <dl className={css.list}>
      {items.map(({ label, value, second }) => (
        <div key={label} className={`${pair.pair} ${css.item}`}>
          <dt>{label}</dt>
          <dd>
            {isHeld(value) ? value : <span className={css.unknown}>{t('ui.unknown')}</span>}
            {second && <div className={css.second}>{second}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isHeld = (value: ReactNode) => value !== null && value !== undefined && value !== '' && value !== false;

// What can be done with the chosen rows; stays in view at the foot of the list while any is chosen.
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import css from './BulkBar.module.css';

interface BulkBarProps<T> {
  count: number;
  rows: T[];
  clear: () => void;
  actions: (rows: T[], clear: () => void) => ReactNode;
}

export function BulkBar<T>({ count, rows, clear, actions }: BulkBarProps<T>) {
  const t = useWords(messages);
  return (
    <div role="status" className={css.place}>
      {count > 0 && (
        <div className={`${css.bar} no-print`}>
          <strong>{t('ui.chosen', { count })}</strong>
          {actions(rows, clear)}
          <UnstyledButton className={css.clear} onClick={clear}>
            {t('ui.unchoose')}
          </UnstyledButton>
        </div>
      )}
    </div>
  );
}

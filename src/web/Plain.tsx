// The plain ground of pages outside the frame: the name, the language switch, one column.
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../ui/i18n.tsx';
import { messages } from './frame/messages.ts';
import css from './Plain.module.css';

export function Plain({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const t = useWords(messages);
  const { language, setLanguage } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className={css.ground}>
      <header className={css.head}>
        <p className={css.name}>{t('web.name')}</p>
        <UnstyledButton className={css.language} lang={other} onClick={() => setLanguage(other)}>
          {other === 'en' ? t('web.to_english') : t('web.to_vietnamese')}
        </UnstyledButton>
      </header>
      <main className={css.column} data-wide={wide}>
        {children}
      </main>
    </div>
  );
}

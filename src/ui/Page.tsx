// The head that every page has: its name, one line on what it shows and as of when, one primary action, and the
// answer to “what is this page for?” in three sentences.
import { UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { To } from './address.tsx';
import { useWords } from './i18n.tsx';
import { messages } from './messages.ts';
import css from './Page.module.css';

interface PageProps {
  title: string;
  /** What the page shows, in one line. */
  purpose: ReactNode;
  /** Three sentences: what it is for, what one does here, what happens then. */
  help?: string[];
  asOf?: string | null;
  back?: { href: string; label: string };
  action?: ReactNode;
  /** Lesser actions, beside the primary one. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, purpose, help, asOf, back, action, actions, children }: PageProps) {
  const t = useWords(messages);
  useEffect(() => {
    document.title = `${title} · Nguồn`;
  }, [title]);
  return (
    <>
      <header className={css.head}>
        <div className={css.words}>
          {back && (
            <To href={back.href} className={`${css.back} no-print`}>
              <IconArrowLeft size={16} aria-hidden />
              {back.label}
            </To>
          )}
          <h1 className={css.title} tabIndex={-1}>
            {title}
          </h1>
          <p className={css.purpose}>
            {purpose}
            {asOf && (
              <>
                {typeof purpose === 'string' && purpose.endsWith('.') ? ' ' : ' · '}
                <span className={css.asOf}>{t('ui.as_of', { at: asOf })}</span>
              </>
            )}
          </p>
        </div>
        {(action || actions) && (
          <div className={`${css.actions} no-print`}>
            {actions}
            {action}
          </div>
        )}
      </header>
      {help && <Help sentences={help} />}
      {children}
    </>
  );
}

function Help({ sentences }: { sentences: string[] }) {
  const t = useWords(messages);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={`${css.help} no-print`}>
      <UnstyledButton
        className={css.ask}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <IconHelpCircle size={18} aria-hidden />
        {t('ui.purpose')}
      </UnstyledButton>
      {open && (
        <div id={id} className={css.answer}>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </div>
  );
}

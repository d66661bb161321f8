// What happened, newest or oldest first as given: the day, the act, who, and the law it stood under.
import type { ReactNode } from 'react';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { type Article, ArticleLink } from './ReasonCard.tsx';
import { StatusMark } from './StatusMark.tsx';
import css from './TimeLine.module.css';

export interface Happening {
  id: string;
  /** Already formatted: '27/04/2018', '04/2018' or ''. */
  on: string;
  title: ReactNode;
  second?: ReactNode;
  law?: Article | null;
  /** The act was withdrawn; it stays readable. */
  struck?: boolean;
  body?: ReactNode;
  actions?: ReactNode;
}

export function TimeLine({ name, items }: { name: string; items: Happening[] }) {
  const t = useWords(messages);
  return (
    <ol className={css.line} aria-label={name}>
      {items.map(({ id, on, title, second, law, struck, body, actions }) => (
        <li key={id} className={css.item}>
          <div className={css.on}>{on || t('ui.unknown')}</div>
          <div className={css.words}>
            <div className={struck ? css.struck : css.title}>{title}</div>
            {struck && <StatusMark tone="ended">{t('ui.struck')}</StatusMark>}
            {second && <div className={css.second}>{second}</div>}
            {law && (
              <div className={css.second}>
                {t('ui.law')} <ArticleLink article={law} />
              </div>
            )}
            {body}
          </div>
          {actions && <div className={`${css.actions} no-print`}>{actions}</div>}
        </li>
      ))}
    </ol>
  );
}

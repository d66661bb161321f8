// Nothing to show: says why, and what to do about it.
import type { ReactNode } from 'react';
import css from './Empty.module.css';

interface EmptyProps {
  title: string;
  /** It stands for the whole page: its title is the page's heading. */
  page?: boolean;
  text?: ReactNode;
  action?: ReactNode;
}

export function Empty({ title, page = false, text, action }: EmptyProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={css.empty}>
      <Title className={css.title} tabIndex={page ? -1 : undefined}>
        {title}
      </Title>
      {text && <div className={css.text}>{text}</div>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}

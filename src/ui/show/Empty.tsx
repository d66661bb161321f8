// Nothing to show: says why, and what to do about it.
import type { ReactNode } from 'react';
import css from './Empty.module.css';

interface EmptyProps {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
}

export function Empty({ title, text, action }: EmptyProps) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {text && <div className={css.text}>{text}</div>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}

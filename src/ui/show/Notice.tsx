// Something the reader should know before going on: a note, a thing to act on, or a thing done.
import type { ReactNode } from 'react';
import css from './Notice.module.css';
import { Shape } from './Shape.tsx';

interface NoticeProps {
  tone?: 'note' | 'act' | 'done';
  title?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  /** Read aloud as soon as it appears. */
  alert?: boolean;
}

const shapes = { note: 'plain', act: 'act', done: 'done' } as const;

export function Notice({ tone = 'note', title, action, children, alert = false }: NoticeProps) {
  return (
    <div className={css.notice} data-tone={tone} role={alert ? 'alert' : undefined}>
      <span className={css.shape}>
        <Shape tone={shapes[tone]} />
      </span>
      <div className={css.words}>
        {title && <p className={css.title}>{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className={css.action}>{action}</div>}
      </div>
    </div>
  );
}

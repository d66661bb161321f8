// A named part of a page.
import { type ReactNode, useId } from 'react';
import css from './Panel.module.css';

interface PanelProps {
  title: string;
  second?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, second, action, children }: PanelProps) {
  const id = useId();
  return (
    <section className={css.panel} aria-labelledby={id}>
      <div className={css.head}>
        <div>
          <h2 id={id} className={css.title}>
            {title}
          </h2>
          {second && <p className={css.second}>{second}</p>}
        </div>
        {action && <div className="no-print">{action}</div>}
      </div>
      {children}
    </section>
  );
}

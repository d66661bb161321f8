// One row of the drawn time line: what it says, and beside it the same drawn.
import type { ReactNode } from 'react';
import { Drawing } from './Drawing.tsx';
import type { TimeParts } from './parts.ts';
import css from './time.module.css';

interface RowProps {
  parts: TimeParts;
  /** drawn beneath the line of today, and above it */
  under?: ReactNode;
  over?: ReactNode;
  children: ReactNode;
}

export function Row({ parts, under, over, children }: RowProps) {
  return (
    <li className={css.row}>
      <div className={css.said}>{children}</div>
      <div className={css.drawn}>
        <Drawing {...{ parts, under, over }} />
      </div>
    </li>
  );
}

// A status: word + shape + colour, so that it is told apart in black and white and aloud.
import type { ReactNode } from 'react';
import { Shape, type Tone } from './Shape.tsx';
import css from './StatusMark.module.css';

export function StatusMark({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={css.mark} data-tone={tone}>
      <span className={css.shape}>
        <Shape tone={tone} />
      </span>
      <span>{children}</span>
    </span>
  );
}

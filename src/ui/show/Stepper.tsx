// Where on the road: every step in words, quiet; on a phone the present one, the rest a tap away.
import { UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import css from './Stepper.module.css';

export interface Step {
  id: string;
  label: string;
  state: 'done' | 'now' | 'next' | 'skipped' | 'stopped';
  /** The day, or why it is skipped. */
  second?: string | null;
}

const stateWords = {
  done: 'ui.step_done',
  now: 'ui.step_now',
  next: 'ui.step_next',
  skipped: 'ui.step_skipped',
  stopped: 'ui.step_stopped',
} as const;

export function Stepper({ name, steps }: { name: string; steps: Step[] }) {
  const t = useWords(messages);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [all, setAll] = useState(false);
  const at = steps.findIndex(({ state }) => state === 'now' || state === 'stopped');
  const present = steps[at];
  if (phone && present && !all) {
    return (
      <div className={css.short}>
        <p className={css.count}>{t('ui.step_at', { number: at + 1, count: steps.length })}</p>
        <p className={css.present}>{present.label}</p>
        {present.second && <p className={css.second}>{present.second}</p>}
        <UnstyledButton className={css.more} onClick={() => setAll(true)}>
          {t('ui.steps_all', { count: steps.length })}
        </UnstyledButton>
      </div>
    );
  }
  return (
    <ol className={css.steps} aria-label={name}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={css.step}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={css.label}>{step.label}</span>
          <span className={css.second}>{step.second || t(stateWords[step.state])}</span>
        </li>
      ))}
    </ol>
  );
}

// Unmistakable when the page speaks of a past day.
import { UnstyledButton } from '@mantine/core';
import { formatDayLong } from '../../platform/day.ts';
import { useAddress, useOn } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { messages } from './messages.ts';
import css from './PastBar.module.css';

export function PastBar() {
  const t = useWords(messages);
  const { on, past } = useOn();
  const { set } = useAddress();
  if (!past) return null;
  return (
    <div className={css.bar} role="status">
      <strong>{t('web.past', { day: formatDayLong(on) })}</strong>
      <UnstyledButton className={`${css.back} no-print`} onClick={() => set({ on: null })}>
        {t('web.back_to_today')}
      </UnstyledButton>
    </div>
  );
}

// Unmistakable when the page speaks of another day than today.
import { UnstyledButton } from '@mantine/core';
import { formatDayLong } from '../../platform/day.ts';
import { useAddress, useOn } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { messages } from './messages.ts';
import css from './PastBar.module.css';

export function PastBar() {
  const t = useWords(messages);
  const { on, past } = useOn();
  const { set } = useAddress();
  const today = useToday();
  if (!past) return null;
  return (
    <div className={css.bar} role="status">
      <strong>{t(on > today ? 'web.to_come' : 'web.past', { day: formatDayLong(on) })}</strong>
      <UnstyledButton className={`${css.back} no-print`} onClick={() => set({ on: null })}>
        {t('web.back_to_today')}
      </UnstyledButton>
    </div>
  );
}

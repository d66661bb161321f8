// Reminders that this office has not opened yet: a quiet number, asked again every few minutes.
import { VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { To, useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import css from './Bell.module.css';
import { messages } from './messages.ts';

const everyMs = 180_000;
/** Beyond this a number tells nothing more at a glance. */
const mostShown = 99;

export function Bell() {
  const t = useWords(messages);
  const { path } = useAddress();
  const { data } = useRead<{ unread: number }>('/notices/count', { keep: true, staleTime: 60_000, everyMs });
  const count = data?.unread ?? 0;
  return (
    <To href="/notices" className={css.bell} aria-current={path === '/notices' ? 'page' : undefined}>
      <IconBell size={22} stroke={1.7} aria-hidden />
      <VisuallyHidden>{t(count > 0 ? 'web.notices_unread' : 'web.notices', { count })}</VisuallyHidden>
      {count > 0 && (
        <span className={css.count} aria-hidden>
          {count > mostShown ? `${mostShown}+` : count}
        </span>
      )}
    </To>
  );
}

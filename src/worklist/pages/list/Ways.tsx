// Other ways to see the same work: a calendar, a sheet of paper, the calendar of one's own telephone.
import { UnstyledButton } from '@mantine/core';
import { IconCalendarMonth, IconDeviceMobile, IconListDetails, IconPrinter } from '@tabler/icons-react';
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';

export function Ways({ openFeed }: { openFeed: () => void }) {
  const t = useWords(words);
  const { path, words: address } = useAddress();
  const month = address.view === 'month';
  const Icon = month ? IconListDetails : IconCalendarMonth;
  const view = { view: month ? null : 'month', group: null, day: null, month: null };
  return (
    <nav aria-label={t('way.name')} className={`${css.ways} no-print`}>
      <To href={hrefOf(path, { ...address, ...view })} className={css.way}>
        <Icon size={18} aria-hidden />
        {t(month ? 'way.list' : 'way.month')}
      </To>
      <To href={hrefOf('/worklist/print', { unit: address.unit })} className={css.way}>
        <IconPrinter size={18} aria-hidden />
        {t('way.print')}
      </To>
      <UnstyledButton className={css.way} aria-haspopup="dialog" onClick={openFeed}>
        <IconDeviceMobile size={18} aria-hidden />
        {t('way.feed')}
      </UnstyledButton>
    </nav>
  );
}

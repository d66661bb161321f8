// The work by due day: a month as a grid, in a narrow place as a list of days; the chosen day opens its lines below.
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { isDay } from '../../../platform/day.ts';
import { useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { WorkDays } from '../../view.ts';
import { useLaw } from '../../../org/pages/law.ts';
import { useAsked, useFollows } from '../list/asked.ts';
import { words } from '../words.ts';
import { DayLines } from './DayLines.tsx';
import { DayList } from './DayList.tsx';
import { isMonth, monthAfter, monthOf, spanOf, weeksOf } from './month.ts';
import css from './month.module.css';
import { MonthGrid } from './MonthGrid.tsx';

export function MonthView({ narrow }: { narrow: boolean }) {
  const t = useWords(words);
  const today = useToday();
  const { words: address } = useAddress();
  const { asked } = useAsked();
  const follows = useFollows();
  const { law } = useLaw();
  const month = isMonth(address.month) ? address.month : monthOf(today);
  const span = spanOf(month);
  const query = useRead<WorkDays>('/worklist/days', { params: { ...asked, ...span }, keep: true });
  const chosen =
    isDay(address.day) && address.day >= span.from && address.day <= span.to ? address.day : null;
  return (
    <section aria-label={titleOf(t, month)}>
      <Head month={month} />
      <p className={css.note}>{t(follows ? 'month.all' : 'month.only_mine')}</p>
      <Loaded of={query} rows={10}>
        {({ days }) => {
          if (!law) return null;
          const { calendar } = law;
          const weeks = weeksOf(month, days, calendar);
          const year = Number(month.slice(0, 4));
          return (
            <div aria-busy={query.isPlaceholderData}>
              {(year < calendar.firstYear || year > calendar.lastYear) && (
                <Notice>{t('month.beyond', { year: String(year) })}</Notice>
              )}
              {narrow ? (
                <DayList weeks={weeks} chosen={chosen} />
              ) : (
                <>
                  <MonthGrid key={month} month={month} weeks={weeks} chosen={chosen} />
                  {chosen && <DayLines day={chosen} />}
                </>
              )}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

function titleOf(t: ReturnType<typeof useWords<typeof words>>, month: string): string {
  const [year = '', number = ''] = month.split('-');
  return t('month.title', { month: String(Number(number)), year });
}

function Head({ month }: { month: string }) {
  const t = useWords(words);
  const { set } = useAddress();
  const here = monthOf(useToday());
  const show = (other: string) => set({ month: other === here ? null : other, day: null });
  return (
    <div className={css.head}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('month.previous')}
        onClick={() => show(monthAfter(month, -1))}
      >
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <h2 className={css.title} aria-live="polite">
        {titleOf(t, month)}
      </h2>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('month.next')}
        onClick={() => show(monthAfter(month, 1))}
      >
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
      {month !== here && (
        <Button variant="default" onClick={() => show(here)}>
          {t('month.this')}
        </Button>
      )}
    </div>
  );
}

// The month in a narrow place: only the days that hold something, each opening its lines below itself.
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useAddress } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { longDay } from '../../../wording/due.ts';
import { words } from '../words.ts';
import { OfDay } from './DayLines.tsx';
import type { MonthDay } from './month.ts';
import css from './month.module.css';
import { DayKind } from './MonthGrid.tsx';

export function DayList({ weeks, chosen }: { weeks: MonthDay[][]; chosen: string | null }) {
  const t = useWords(words);
  const today = useToday();
  const inMonth = weeks.flat().filter(({ outside }) => !outside);
  const telling = inMonth.filter(({ day, count, name }) => count > 0 || name !== null || day === today);
  return (
    <>
      {inMonth.every(({ count }) => count === 0) && <Empty title={t('month.empty')} />}
      <ul className={css.days}>
        {telling.map((one) => (
          <li key={one.day}>
            {one.count > 0 ? (
              <Opening one={one} open={one.day === chosen} />
            ) : (
              <p className={css.quietDay}>
                <DayHead one={one} />
              </p>
            )}
            {one.day === chosen && one.count > 0 && <OfDay day={one.day} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Opening({ one, open }: { one: MonthDay; open: boolean }) {
  const { set } = useAddress();
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <UnstyledButton
      className={css.opening}
      aria-expanded={open}
      onClick={() => set({ day: open ? null : one.day })}
    >
      <DayHead one={one} />
      <Icon size={20} aria-hidden />
    </UnstyledButton>
  );
}

function DayHead({ one }: { one: MonthDay }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const { day, count } = one;
  return (
    <span className={css.dayHead}>
      <span className={css.dayName}>{tell(longDay(day))}</span>
      {day === today && <span className={css.today}>{t('month.today')}</span>}
      {count > 0 && (
        <span className={css.count} data-late={day < today || undefined}>
          {t('month.count', { count })}
        </span>
      )}
      <DayKind one={one} />
    </span>
  );
}

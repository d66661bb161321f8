// The month as a grid of days: one day at a time takes the focus, arrows go on, Enter opens its lines.
import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { weekdayOf } from '../../../platform/day.ts';
import { useAddress } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { longDay, weekdayWord } from '../../../wording/due.ts';
import { words } from '../words.ts';
import { dayByKey, type MonthDay, spanOf } from './month.ts';
import css from './month.module.css';

interface MonthGridProps {
  month: string;
  weeks: MonthDay[][];
  chosen: string | null;
}

export function MonthGrid({ month, weeks, chosen }: MonthGridProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const [year = '', number = ''] = month.split('-');
  const inMonth = weeks.flat().filter(({ outside }) => !outside);
  const start = chosen ?? (inMonth.some(({ day }) => day === today) ? today : `${month}-01`);
  const [stop, setStop] = useState(start);
  const table = useRef<HTMLTableElement>(null);
  const press = (event: KeyboardEvent) => {
    const next = dayByKey(event.key, stop, spanOf(month));
    if (!next) return;
    event.preventDefault();
    setStop(next);
    table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <>
      <table
        ref={table}
        className={css.grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- arrows move in it
        role="grid"
        aria-label={t('month.grid', { month: String(Number(number)), year })}
        onKeyDown={press}
      >
        <thead>
          <tr>
            {(weeks[0] ?? []).map(({ day }) => (
              <th key={day} scope="col">
                {tell(weekdayWord(weekdayOf(day)))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((one) => (
                <td key={one.day} data-off={one.work === 'off'} data-outside={one.outside}>
                  <DayButton one={one} chosen={one.day === chosen} stop={one.day === stop} onStop={setStop} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`${css.note} no-print`}>{t('month.keys')}</p>
    </>
  );
}

interface DayButtonProps {
  one: MonthDay;
  chosen: boolean;
  /** the one that Tab comes to */
  stop: boolean;
  onStop: (day: string) => void;
}

/** What is only seen or only heard: the number on the sheet is read aloud as the whole day. */
function DayButton({ one, chosen, stop, onStop }: DayButtonProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const { set } = useAddress();
  const { day, count, work } = one;
  return (
    <button
      type="button"
      className={css.day}
      data-day={day}
      data-today={day === today || undefined}
      aria-pressed={chosen}
      tabIndex={stop ? 0 : -1}
      onFocus={() => onStop(day)}
      onClick={() => set({ day: chosen ? null : day })}
    >
      <VisuallyHidden>{tell(longDay(day))}, </VisuallyHidden>
      <span className={css.number}>
        <span aria-hidden>{Number(day.slice(8))}</span>
        {day === today && <span className={css.today}>{t('month.today')}</span>}
      </span>
      {count > 0 ? (
        <span className={css.count} data-late={day < today || undefined}>
          {t('month.count', { count })}
        </span>
      ) : (
        <VisuallyHidden>{t('month.none')}</VisuallyHidden>
      )}
      {work === 'off' && <VisuallyHidden>, {t('month.off')}</VisuallyHidden>}
      <DayKind one={one} />
    </button>
  );
}

/** What the day is: a holiday by its name, a make-up day, and how sure the calendar is of it. */
export function DayKind({ one: { name, work, surety } }: { one: MonthDay }) {
  const t = useWords(words);
  if (!name) return null;
  return (
    <span className={css.kind}>
      {[name, work === 'makeup' ? t('month.makeup') : '', surety ? t(`month.${surety}`) : '']
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

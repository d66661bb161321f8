// The days that depart from Monday to Friday, one by one: name, lunar day, what they count as, status, source.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatDayLong } from '../../../platform/day.ts';
import { lunarOf } from '../../../calendar/lunar.ts';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { CalendarDay, CalendarYear } from '../../view.ts';
import { calendarWords } from '../words/calendar-words.ts';
import css from './calendar.module.css';
import { TakeBackForm } from './EditForm.tsx';

type Key = keyof typeof calendarWords;
type Say = (key: Key, params?: Record<string, string>) => string;

export function DaysPart({ of }: { of: CalendarYear }) {
  const t = useWords(calendarWords);
  const count = (effect: string) => of.items.filter((one) => one.effect === effect).length;
  return (
    <Panel title={t('cal.list')} second={t('cal.list_second', { off: count('off'), work: count('work') })}>
      <SmallTable
        name={t('cal.list')}
        rows={of.items}
        keyOf={({ date }) => date}
        columns={columnsOf(t)}
        empty={{ title: t('cal.none') }}
      />
    </Panel>
  );
}

const columnsOf = (t: Say): Column<CalendarDay>[] => [
  {
    id: 'day',
    tight: true,
    label: t('cal.day'),
    cell: ({ date }) => formatDayLong(date),
    second: ({ date }) => lunarText(date, t),
  },
  { id: 'note', label: t('cal.note'), cell: (one) => <Note one={one} /> },
  { id: 'effect', label: t('cal.effect'), cell: (one) => effectText(one, t) },
  { id: 'status', label: t('cal.status'), cell: ({ status }) => <Status status={status} /> },
  { id: 'source', label: t('cal.source'), cell: (one) => <Source one={one} /> },
];

/** “1/1 âm lịch” */
function lunarText(date: string, t: Say): string {
  const { day, month, leap } = lunarOf(date);
  return t(leap ? 'cal.lunar_leap' : 'cal.lunar_day', { day: `${day}/${month}` });
}

const effectText = ({ effect, kind }: CalendarDay, t: Say): string => {
  const key = `kind.${kind}`;
  const named = effect !== 'plain' && key in calendarWords;
  return named ? `${t(`effect.${effect}`)}, ${t(key as Key)}` : t(`effect.${effect}`);
};

function Note({ one: { note, below } }: { one: CalendarDay }) {
  const t = useWords(calendarWords);
  return (
    <>
      {note}
      {below && <div className={css.quiet}>{t('cal.instead_of', { note: below.note })}</div>}
    </>
  );
}

export function Status({ status }: { status: string }) {
  const t = useWords(calendarWords);
  const key = `row.status.${status}`;
  if (!(key in calendarWords)) return null;
  const sure = status === 'official_confirmed' || status === 'announced';
  return <StatusMark tone={sure ? 'plain' : 'unsure'}>{t(key as Key)}</StatusMark>;
}

function Source({ one }: { one: CalendarDay }) {
  const t = useWords(calendarWords);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (one.origin !== 'edit') return t(one.origin === 'reckoned' ? 'cal.reckoned' : 'cal.shipped');
  const at = formatInstant(one.recordedAt);
  return (
    <>
      {one.source}
      <div className={css.quiet}>
        {one.recordedBy ? t('cal.recorded_by', { at, by: one.recordedBy }) : t('cal.recorded', { at })}
      </div>
      {one.can.includes('withdraw') && one.entry && (
        <>
          <Button
            variant="default"
            size="xs"
            aria-label={`${t('back.action')}, ${formatDay(one.date)}`}
            onClick={() => setOpen(true)}
          >
            {t('back.action')}
          </Button>
          <Modal opened={open} onClose={close} title={t('back.title')}>
            {open && <TakeBackForm entry={one.entry} day={one.date} close={close} />}
          </Modal>
        </>
      )}
    </>
  );
}

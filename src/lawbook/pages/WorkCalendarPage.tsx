// Which days of a year count as working days, how sure that is, and a small calculator.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { formatDayLong } from '../../platform/day.ts';
import { type Holiday, yearOfCalendar } from '../../calendar/workdays.ts';
import type { Regulations } from '../../rules/index.ts';
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import type { Column } from '../../ui/list/column.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { CalendarYear } from '../view.ts';
import { Calculator } from './calendar/Calculator.tsx';
import css from './calendar/calendar.module.css';
import { DaysPart, Status } from './calendar/DaysPart.tsx';
import { EditForm } from './calendar/EditForm.tsx';
import { Months } from './calendar/Months.tsx';
import { Recomputing } from './draft/Recomputing.tsx';
import { useLaw } from '../../org/pages/law.ts';
import { LawbookNav } from './LawbookNav.tsx';
import { calendarWords } from './words/calendar-words.ts';

export function WorkCalendarPage() {
  const t = useWords(calendarWords);
  const { words } = useAddress();
  const today = useToday();
  const year = /^\d{4}$/.test(words.year ?? '') ? Number(words.year) : Number(today.slice(0, 4));
  const { query, law } = useLaw();
  const answer = useRead<CalendarYear>('/calendar', { params: { year }, keep: true });
  const may = answer.data?.can.includes('write') ?? false;
  return (
    <Page
      title={t('cal.title')}
      purpose={t('cal.purpose', { year: String(year) })}
      help={[t('cal.help_1'), t('cal.help_2'), t('cal.help_3')]}
      action={may && <Add year={year} />}
    >
      <LawbookNav />
      {may && <Recomputing />}
      <Years year={year} />
      <Loaded of={query} rows={8}>
        {() => law && <Known law={law} year={year} />}
      </Loaded>
      <Loaded of={answer} rows={8}>
        {(of) => <DaysPart of={of} />}
      </Loaded>
      <Loaded of={query} rows={2}>
        {() => law && <Holidays holidays={yearOfCalendar(law.calendar, year).holidays} />}
      </Loaded>
    </Page>
  );
}

function Add({ year }: { year: number }) {
  const t = useWords(calendarWords);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('edit.add')}</Button>
      <Modal opened={open} onClose={close} title={t('edit.add')} size="lg">
        {open && <EditForm year={year} close={close} />}
      </Modal>
    </>
  );
}

function Years({ year }: { year: number }) {
  const t = useWords(calendarWords);
  const { words } = useAddress();
  const href = (to: number) =>
    hrefOf('/regulations/calendar', { year: String(to), on: words.on, unit: words.unit });
  return (
    <nav aria-label={t('cal.years')} className={`${css.years} no-print`}>
      <Button component={To} href={href(year - 1)} variant="default">
        ‹ {t('cal.previous', { year: String(year - 1) })}
      </Button>
      <Button component={To} href={href(year + 1)} variant="default">
        {t('cal.previous', { year: String(year + 1) })} ›
      </Button>
    </nav>
  );
}

function Known({ law, year }: { law: Regulations; year: number }) {
  const t = useWords(calendarWords);
  const may = useCan('worklist.read');
  const { calendar } = law;
  const { workingDays, status } = yearOfCalendar(calendar, year);
  if (workingDays === null || status === null)
    return (
      <Panel title={t('cal.year', { year: String(year) })}>
        <p>{t('cal.outside', { from: String(calendar.firstYear), to: String(calendar.lastYear) })}</p>
      </Panel>
    );
  return (
    <>
      <Panel title={t('cal.year', { year: String(year) })}>
        <KeyValue
          items={[
            { label: t('cal.days'), value: workingDays },
            {
              label: t('cal.status'),
              value: (
                <StatusMark tone={status === 'confirmed' ? 'plain' : 'unsure'}>
                  {t(`cal.status.${status}`)}
                </StatusMark>
              ),
            },
          ]}
        />
      </Panel>
      <Calculator calendar={calendar} />
      <Panel title={t('cal.months')} second={t('cal.months_second')}>
        <Months calendar={calendar} year={year} />
        {may && (
          <p>
            <To href="/regulations/what-if?subject=day">{t('cal.what_if')}</To>
          </p>
        )}
      </Panel>
    </>
  );
}

type Say = (key: keyof typeof calendarWords) => string;

const holidayColumns = (t: Say): Column<Holiday>[] => [
  { id: 'name', label: t('cal.note'), cell: ({ name }) => name },
  { id: 'day', tight: true, label: t('cal.day'), cell: ({ date }) => formatDayLong(date) },
  { id: 'lunar', label: t('cal.lunar'), cell: ({ lunar }) => lunar },
  { id: 'status', label: t('cal.status'), cell: ({ status }) => <Status status={status} /> },
];

function Holidays({ holidays }: { holidays: Holiday[] }) {
  const t = useWords(calendarWords);
  return (
    <Panel title={t('holidays.title')} second={t('holidays.second')}>
      <SmallTable
        name={t('holidays.title')}
        rows={holidays}
        keyOf={({ date }) => date}
        columns={holidayColumns(t)}
        empty={{ title: t('cal.none') }}
      />
    </Panel>
  );
}

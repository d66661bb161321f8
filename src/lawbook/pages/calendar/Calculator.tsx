// “N working days from …”: the last day, and every day in between that departs from Monday to Friday.
import { useState } from 'react';
import { type Day, formatDayLong, isDay } from '../../../platform/day.ts';
import { addWorkingDays, type Calendar } from '../../../calendar/workdays.ts';
import { departuresBetween, statusOf } from '../../../calendar/workdays.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { calendarWords } from '../words/calendar-words.ts';
import css from './calendar.module.css';

export function Calculator({ calendar }: { calendar: Calendar }) {
  const t = useWords(calendarWords);
  const today = useToday();
  const [from, setFrom] = useState(today);
  const [count, setCount] = useState<number | null>(30);
  return (
    <Panel title={t('calc.title')} second={t('calc.convention')}>
      <div className={css.calculator}>
        <DayField label={t('calc.from')} value={from} onChange={setFrom} />
        <NumberField label={t('calc.count')} min={1} max={2000} value={count} onChange={setCount} />
      </div>
      <div role="status">
        {isDay(from) && count !== null && count > 0 && (
          <Result calendar={calendar} from={from} count={count} />
        )}
      </div>
    </Panel>
  );
}

interface ResultProps {
  calendar: Calendar;
  from: Day;
  count: number;
}

function Result({ calendar, from, count }: ResultProps) {
  const t = useWords(calendarWords);
  const last = addWorkingDays(calendar, from, count);
  if (last === null) return <p>{t('calc.outside')}</p>;
  const lines = departuresBetween(calendar, from, last);
  return (
    <>
      <p className={css.result}>
        {t('calc.result', { count, from: formatDayLong(from), last: formatDayLong(last) })}
      </p>
      {statusOf(calendar, from, last) === 'projection' && (
        <p>
          <StatusMark tone="unsure">{t('calc.projected')}</StatusMark>
        </p>
      )}
      <p>{t(lines.length > 0 ? 'calc.skipped' : 'calc.skipped_none')}</p>
      <ul className={css.lines}>
        {lines.map(({ date, effect, note }) => (
          <li key={date}>
            {t('calc.line', { day: formatDayLong(date), effect: t(`effect.${effect}`), note })}
          </li>
        ))}
      </ul>
    </>
  );
}

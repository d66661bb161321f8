// The twelve months as a picture; the list beside it says the same in words.
import type { Calendar } from '../../../calendar/workdays.ts';
import { useLanguage } from '../../../ui/i18n.tsx';
import css from './calendar.module.css';
import { type Month, monthsOf } from './months.ts';

const weekdays = [
  { vi: 'T2', en: 'M' },
  { vi: 'T3', en: 'T' },
  { vi: 'T4', en: 'W' },
  { vi: 'T5', en: 'T' },
  { vi: 'T6', en: 'F' },
  { vi: 'T7', en: 'S' },
  { vi: 'CN', en: 'S' },
];

export function Months({ calendar, year }: { calendar: Calendar; year: number }) {
  return (
    <div className={css.months} aria-hidden="true">
      {monthsOf(calendar, year).map((month) => (
        <MonthGrid key={month.month} month={month} />
      ))}
    </div>
  );
}

function MonthGrid({ month: { month, before, cells } }: { month: Month }) {
  const { language } = useLanguage();
  return (
    <div className={css.month}>
      <div className={css.name}>{language === 'vi' ? `Tháng ${month}` : month}</div>
      <div className={css.grid}>
        {weekdays.map((day) => (
          <span key={day.vi} className={css.weekday}>
            {day[language]}
          </span>
        ))}
        {cells.map(({ day, date, mark }) => (
          <span
            key={day}
            className={css.cell}
            data-mark={mark}
            style={date === 1 ? { gridColumnStart: before + 1 } : undefined}
          >
            {date}
          </span>
        ))}
      </div>
    </div>
  );
}

// The twelve months as a picture; the list beside it says the same in words.
import type { Calendar } from '../../../calendar/workdays.ts';
import { useLanguage } from '../../../ui/i18n.tsx';
import css from './calendar.module.css';
import { type Month, monthsOf } from './months.ts';

const weekdays = { vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'], en: ['M', 'T', 'W', 'T', 'F', 'S', 'S'] };

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
        {weekdays[language].map((name, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same seven every time
          <span key={index} className={css.weekday}>
            {name}
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

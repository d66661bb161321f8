// The calendar behind a day field: months and weekdays in the language of the page, weeks from Monday. Loaded when
// first opened.
import '@mantine/dates/styles.css';
import { DatePicker, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/vi.js';
import 'dayjs/locale/en-gb.js';
import { useLanguage, useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import css from './DayCalendar.module.css';

interface DayCalendarProps {
  value: string | null;
  start: string;
  min: string | undefined;
  max: string | undefined;
  onPick: (day: string) => void;
}

export default function DayCalendar({ value, start, min, max, onPick }: DayCalendarProps) {
  const { language } = useLanguage();
  const t = useWords(messages);
  return (
    <DatesProvider settings={{ locale: language === 'vi' ? 'vi' : 'en-gb', firstDayOfWeek: 1 }}>
      <DatePicker
        className={css.calendar}
        size="md"
        hideOutsideDates
        value={value}
        defaultDate={start}
        {...(min ? { minDate: min } : {})}
        {...(max ? { maxDate: max } : {})}
        onChange={(day) => day && onPick(day)}
        ariaLabels={{
          previousMonth: t('ui.day_previous'),
          nextMonth: t('ui.day_next'),
          previousYear: t('ui.day_previous'),
          nextYear: t('ui.day_next'),
          previousDecade: t('ui.day_previous'),
          nextDecade: t('ui.day_next'),
        }}
      />
    </DatesProvider>
  );
}

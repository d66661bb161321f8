// What a day of the calendar is now, in one line.
import { type Day, formatDayLong } from '../../../platform/day.ts';
import { type Calendar, isWorkingDay } from '../../../calendar/workdays.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { calendarWords } from '../words/calendar-words.ts';

export function DayNow({ calendar, day }: { calendar: Calendar; day: Day }) {
  const t = useWords(calendarWords);
  const note = calendar.rows.get(day)?.note;
  const words = t(isWorkingDay(calendar, day) ? 'now.working' : 'now.off', { day: formatDayLong(day) });
  return (
    <p role="status">
      {words} {note && t('now.note', { note })}
    </p>
  );
}

// The question about a day of the calendar: suppose it is off, a working day, or like any other of its weekday.
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { isDay } from '../../../platform/day.ts';
import type { Regulations } from '../../../rules/index.ts';
import { useAddress } from '../../../ui/address.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { calendarWords } from '../words/calendar-words.ts';
import { whatIfWords } from '../words/what-if-words.ts';
import { isEffect } from './asked.ts';
import css from './draft.module.css';
import { DayNow } from '../calendar/DayNow.tsx';

export function DayQuestion({ law }: { law: Regulations }) {
  const t = useWords(whatIfWords);
  const tc = useWords(calendarWords);
  const { words, set } = useAddress();
  const today = useToday();
  const [date, setDate] = useState(words.date ?? today);
  const [tried, setTried] = useState(false);
  const [effect, setEffect] = useState(isEffect(words.effect) ? words.effect : 'off');
  return (
    <form
      className={css.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isDay(date)) set({ date, effect }, { replace: false });
      }}
    >
      <DayField
        label={t('what.date')}
        value={date}
        onChange={setDate}
        required
        error={tried && !date ? t('what.day_needed') : undefined}
      />
      {isDay(date) && <DayNow calendar={law.calendar} day={date} />}
      <Radio.Group
        label={t('what.effect')}
        value={effect}
        onChange={(next) => isEffect(next) && setEffect(next)}
      >
        <div className={css.subjects}>
          {(['off', 'work', 'plain'] as const).map((one) => (
            <Radio key={one} value={one} label={tc(`effect.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <div>
        <Button type="submit">{t('what.look')}</Button>
      </div>
    </form>
  );
}

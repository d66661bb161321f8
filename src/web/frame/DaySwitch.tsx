// The day that the page speaks of: today, or a past day to look back at.
import { Button, Popover, Stack } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useAddress, useOn } from '../../ui/address.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { messages } from './messages.ts';

export function DaySwitch() {
  const t = useWords(messages);
  const today = useToday();
  const { on, past } = useOn();
  const { set } = useAddress();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const see = (next: string | null) => {
    set({ on: next === today ? null : next });
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus width={300}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconCalendar size={18} aria-hidden />}
          styles={{ root: { color: 'var(--n-ink)' } }}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {past ? t('web.on_day', { day: formatDay(on) }) : t('web.today', { day: formatDay(today) })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('web.day_choose')}>
        <Stack gap="sm">
          <p>{t('web.day_choose')}</p>
          <DayField label={t('web.day_label')} value={day} onChange={setDay} max={today} />
          <Button disabled={!day} onClick={() => see(day)}>
            {t('web.day_see')}
          </Button>
          {past && (
            <Button variant="default" onClick={() => see(null)}>
              {t('web.back_to_today')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

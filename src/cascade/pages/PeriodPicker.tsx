// Which period the sheet is about: years, groups of years, congress terms that are known – or another term, by its two days.
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { parsePeriod } from '../../plans/period.ts';
import { useAddress } from '../../ui/address.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { periodsAround } from './periods.ts';
import { words } from './words.ts';
import { sayPeriod, upperFirst } from './words-of.ts';

const another = 'another';

export function PeriodPicker({ period, terms }: { period: string; terms: readonly string[] }) {
  const t = useWords(words);
  const { set } = useAddress();
  const year = Number(useToday().slice(0, 4));
  const [asking, setAsking] = useState(false);
  const open = (key: string) => set({ period: key }, { replace: false });
  const known = periodsAround(year, period, terms);
  return (
    <>
      <NativeSelect
        aria-label={t('page.year')}
        data={[
          ...known.map((key) => ({ value: key, label: upperFirst(sayPeriod(key, t)) })),
          { value: another, label: t('page.other_term') },
        ]}
        value={period}
        onChange={({ currentTarget: { value } }) => (value === another ? setAsking(true) : open(value))}
      />
      {asking && <TermDialog open={open} close={() => setAsking(false)} />}
    </>
  );
}

function TermDialog({ open, close }: { open: (key: string) => void; close: () => void }) {
  const t = useWords(words);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const key = `${from}..${to}`;
    if (!parsePeriod(key)) return setRefused(true);
    close();
    open(key);
  };
  return (
    <Dialog title={t('term.title')} onClose={close}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <p>{t('term.text')}</p>
          <DayField label={t('term.from')} required value={from} onChange={setFrom} />
          <DayField
            label={t('term.to')}
            required
            value={to}
            onChange={setTo}
            error={refused && !parsePeriod(`${from}..${to}`) ? t('term.order') : undefined}
          />
          <Group gap="sm">
            <Button type="submit">{t('term.open')}</Button>
            <Button variant="default" onClick={close}>
              {t('divide.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

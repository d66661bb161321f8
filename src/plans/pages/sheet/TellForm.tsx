// A result of a time or a place that Nguồn did not follow, as a paper says it: its day, the number with its mark, or only
// the verdict, and who said so.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { marks } from '../../amount.ts';
import { verdicts } from '../../view.ts';
import { sayPeriod } from '../said.ts';
import { words } from '../words.ts';

interface TellProps {
  unitId: number;
  period: string;
  /** last day of the period */
  until: string;
  figure: string;
}

export function TellButton(props: TellProps) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('tell.do')}
      </Button>
      {open && <TellForm {...props} close={() => setOpen(false)} />}
    </>
  );
}

function useTelling({ unitId, period, until, figure, close }: TellProps & { close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  return useForm({
    initial: {
      asOf: until < today ? until : today,
      value: null as number | null,
      mark: 'exact',
      verdict: '',
      source: '',
    },
    check: ({ value, verdict }) => ({ value: value === null && !verdict ? t('tell.needed') : null }),
    send: ({ asOf, value, mark, verdict, source }, clientId) =>
      send('POST', `/targets/${unitId}/told`, {
        clientId,
        period,
        figure,
        asOf,
        value,
        mark,
        verdict: verdict || null,
        source: source.trim() || null,
      }),
    refresh: ['/plans', '/targets', '/outlook'],
    done: () => {
      toast(t('tell.done'));
      close();
    },
  });
}

function TellForm(props: TellProps & { close: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const form = useTelling(props);
  const { close, period, until } = props;
  return (
    <Dialog onClose={close} title={`${t('tell.do')} – ${sayPeriod(period, t)}`}>
      <FormFrame form={form} submit={t('tell.do')} cancel={close}>
        <DayField
          label={t('tell.as_of')}
          required
          max={until < today ? until : today}
          {...form.field('asOf')}
        />
        <NumberField
          label={t('tell.value')}
          description={t('tell.value_hint')}
          min={0}
          max={1_000_000}
          {...form.field('value')}
        />
        <NativeSelect
          label={t('tell.mark')}
          data={marks.map((value) => ({ value, label: t(`tell.mark_${value}`) }))}
          {...form.text('mark')}
        />
        <NativeSelect
          label={t('tell.verdict')}
          data={[
            { value: '', label: t('tell.verdict_none') },
            ...verdicts.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
          {...form.text('verdict')}
        />
        <TextInput label={t('tell.source')} maxLength={300} {...form.text('source')} />
      </FormFrame>
    </Dialog>
  );
}

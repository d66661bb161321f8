// One reminder to every unit that has not sent: a line of words, written once, to each through its work list.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { derivedId } from '../../../platform/ids.ts';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { RoundView } from '../../view.ts';
import css from '../reports.module.css';
import { words } from '../words.ts';

interface RemindDialogProps {
  round: RoundView;
  units: RoundView['units'];
  close: () => void;
}
const mostNamed = 8;

/** Each unit is a write of its own with an id of its own: pressed again, nobody is reminded twice. */
async function remindAll(units: RoundView['units'], text: string, clientId: string): Promise<number> {
  for (const { line, unitId } of units)
    await send('POST', '/reminders', { clientId: derivedId(clientId, `unit ${unitId}`), line, text });
  return units.length;
}

export function RemindDialog({ round, units, close }: RemindDialogProps) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const { form: of, periodLabel, dueOn } = round;
  // Who is to be reminded does not change while they are being reminded one after another.
  const [to] = useState(units);
  const first = { form: tell(of.title), period: tell(periodLabel), day: formatDay(dueOn) };
  const form = useForm<{ text: string }, number>({
    initial: { text: t('round.remind_first', first) },
    check: ({ text }) => ({ text: text.trim().length < 3 ? t('round.why_short') : null }),
    send: ({ text }, clientId) => remindAll(to, text.trim(), clientId),
    refresh: ['/reports', '/reminders'],
    done: (count) => {
      toast(t('round.remind_done', { count }));
      close();
    },
  });
  const named = to.slice(0, mostNamed).map(({ unitName }) => unitName);
  const more = to.length - named.length;
  return (
    <Dialog onClose={close} title={t('round.remind_title', { count: to.length })} size="lg">
      <p className={`${css.second} ${css.above}`}>
        {t('round.remind_who', { units: named.join(', ') })}
        {more > 0 && ` ${t('round.remind_more', { count: more })}`}
      </p>
      <FormFrame form={form} submit={t('round.remind_submit')} cancel={close}>
        <Textarea
          label={t('round.remind_words')}
          description={t('round.remind_hint')}
          required
          autosize
          minRows={3}
          maxLength={300}
          {...form.text('text')}
        />
      </FormFrame>
    </Dialog>
  );
}

// One small form of fostering – a monthly note, a task, a meeting – short enough for a minute on a phone; without a
// network it waits on the device and is sent once.
import { NativeSelect, Radio, Textarea } from '@mantine/core';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { type Posted, useOutbox } from '../../../ui/outbox.ts';
import { useSession, useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Refusal } from '../../../road/pages/step/Refusal.tsx';
import { monthWords, useOffered } from '../choices.ts';
import css from '../fostering.module.css';
import { helperWords as words } from '../helper-words.ts';
import { type About, asked, inputsOf, keepsWords, startOf, type Values, type What } from './asked.ts';

interface ActProps {
  what: What;
  about: About;
  /** months that may be noted, newest first */
  months?: readonly string[];
  close: () => void;
}

const titles = {
  charge_note: 'do.note',
  hand_over_note: 'do.hand_over',
  give_task: 'do.task',
  task_result: 'do.result',
  contact: 'do.contact',
} as const;

export function ActDialog({ what, about, months = [], close }: ActProps) {
  const t = useWords(words);
  const today = useToday();
  const { profile } = useSession();
  const offered = useOffered();
  const form = useActForm({ what, about, close });
  const { choices, words: free, days, needed } = asked[what];
  const kept = free.filter((id) => keepsWords(id, profile));
  return (
    <Dialog onClose={close} title={t('do.title', { what: t(titles[what]), name: about.name })} size="lg">
      <FormFrame
        form={form}
        submit={t('do.write')}
        cancel={close}
        ownRefusal
        before={<Refusal error={form.error} here={what} />}
      >
        {months.length > 0 && (
          <NativeSelect
            label={t('do.month')}
            data={months.map((value) => ({ value, label: monthWords(value) }))}
            {...form.text('month')}
          />
        )}
        {choices.map((id) => (
          <Radio.Group
            key={id}
            label={offered(what, id).label}
            withAsterisk={needed.includes(id)}
            {...form.field(id)}
          >
            <div className={css.radios}>
              {offered(what, id).choices.map(({ value, label }) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </div>
          </Radio.Group>
        ))}
        {kept.map((id) => (
          <Textarea
            key={id}
            label={offered(what, id).label}
            required={needed.includes(id)}
            autosize
            minRows={2}
            {...form.text(id)}
          />
        ))}
        {days.map((id) => (
          <DayField
            key={id}
            label={offered(what, id).label}
            {...form.field(id)}
            value={form.values[id] ?? ''}
          />
        ))}
        <DayField
          label={t('do.on')}
          required
          max={today}
          {...form.field('on')}
          value={form.values.on ?? ''}
        />
        {kept.length < free.length && <Notice>{t('do.profile_b')}</Notice>}
      </FormFrame>
    </Dialog>
  );
}

interface Sent {
  values: Values;
}

function useActForm({ what, about, close }: Omit<ActProps, 'months'>) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  const named = (values: Values) =>
    what === 'charge_note'
      ? t('do.month_title', { month: monthWords(values.month ?? today), name: about.name })
      : t('do.title', { what: t(titles[what]), name: about.name });
  const outbox = useOutbox<Sent>({
    kind: what,
    to: `/fostering/${about.id}/acts`,
    body: ({ values }) => ({ step: what, happenedOn: values.on, inputs: inputsOf(what, values, about) }),
    title: ({ values }) => named(values),
    refresh: ['/charges', '/fostering', '/dossiers', '/worklist'],
  });
  return useForm<Values, Posted<unknown>>({
    initial: startOf(what, about, today),
    draft: `${what}.${about.id}.${about.task ?? about.month ?? ''}`,
    check: (values) =>
      Object.fromEntries(
        asked[what].needed.map((id) => [id, values[id]?.trim() ? null : t(missingWord(what, id))]),
      ),
    send: (values, clientId) => outbox.post({ values }, clientId),
    done: (posted) => {
      toast(t(posted.kept ? 'do.kept' : 'do.written'));
      close();
    },
  });
}

const missingWord = (what: What, id: string) =>
  asked[what].choices.includes(id) ? ('do.choose' as const) : ('do.needed' as const);

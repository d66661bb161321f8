// An administrator lays a day over the calendar, or takes back one that was laid: with source and status, or a reason.
import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { formatDayLong } from '../../../platform/day.ts';
import { send } from '../../../ui/api.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { isEffect } from '../draft/asked.ts';
import css from '../rule/rule.module.css';
import { calendarWords } from '../words/calendar-words.ts';

const touched = ['/calendar', '/regulations', '/worklist', '/dossiers'];

const kindsOf = { off: ['statutory', 'compensatory', 'swap', 'other'], work: ['makeup'], plain: [] } as const;

export function EditForm({ year, close }: { year: number; close: () => void }) {
  const t = useWords(calendarWords);
  const toast = useToast();
  const form = useForm({
    initial: { date: '', effect: 'off', kind: 'statutory', note: '', source: '', status: 'announced' },
    send: ({ kind, effect, ...values }, clientId) =>
      send('POST', '/calendar', { clientId, effect, kind: kindFor(effect, kind), ...values }),
    refresh: touched,
    done: () => {
      toast(t('edit.done'));
      close();
    },
  });
  const { effect } = form.values;
  const kinds = isEffect(effect) ? kindsOf[effect] : [];
  return (
    <FormFrame form={form} submit={t('edit.submit')} cancel={close}>
      <p>{t('edit.everywhere')}</p>
      <DayField
        label={t('edit.date')}
        required
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        {...form.field('date')}
      />
      <Radio.Group
        label={t('edit.effect')}
        required
        value={effect}
        onChange={(next) => form.set('effect', next)}
      >
        <div className={css.options}>
          {(['off', 'work', 'plain'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`effect.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      {kinds.length > 1 && (
        <NativeSelect
          label={t('edit.kind')}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.text('kind')}
        />
      )}
      <TextInput
        label={t('edit.note')}
        description={t('edit.note_text')}
        required
        maxLength={200}
        {...form.text('note')}
      />
      <TextInput
        label={t('edit.source')}
        description={t('edit.source_text')}
        required
        maxLength={200}
        {...form.text('source')}
      />
      <NativeSelect
        label={t('edit.status')}
        data={(['announced', 'projection'] as const).map((value) => ({ value, label: t(`edit.${value}`) }))}
        {...form.text('status')}
      />
    </FormFrame>
  );
}

/** A make-up day and a row taken away have one kind each. */
const kindFor = (effect: string, kind: string): string =>
  effect === 'work' ? 'makeup' : effect === 'plain' ? 'other' : kind;

interface TakeBackProps {
  entry: string;
  day: string;
  close: () => void;
}

export function TakeBackForm({ entry, day, close }: TakeBackProps) {
  const t = useWords(calendarWords);
  const toast = useToast();
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, clientId) => send('POST', `/calendar/${entry}/withdraw`, { clientId, reason }),
    refresh: touched,
    done: () => {
      toast(t('back.done'));
      close();
    },
  });
  return (
    <FormFrame form={form} submit={t('back.submit')} cancel={close}>
      <p>{t('back.text', { day: formatDayLong(day) })}</p>
      <Textarea
        label={t('back.reason')}
        required
        minLength={3}
        maxLength={300}
        autosize
        {...form.text('reason')}
      />
    </FormFrame>
  );
}

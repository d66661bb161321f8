// The answer: by the office asked, or entered by the office that asks from the paper it received.
import { Radio, Textarea, TextInput } from '@mantine/core';
import { Refusal } from '../../../road/pages/step/Refusal.tsx';
import { replyStep } from '../../../road/road.ts';
import { send } from '../../../ui/api.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import type { RequestView } from '../../view.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';
import type { FormProps } from './Acts.tsx';
import { type Changed, documentOf, refreshed } from './sending.ts';

export function AnswerForm({ request, done, cancel }: FormProps) {
  const t = useWords(words);
  const { id, sentOn, today, noted } = request;
  const form = useForm({
    initial: { on: today, result: 'confirmed', number: '', docOn: '', note: '' },
    send: ({ on, result, number, docOn, note }, clientId) =>
      send<Changed>('POST', `/verifications/${id}/answer`, {
        clientId,
        on,
        result,
        reply: documentOf(number, docOn),
        note: note.trim() || null,
      }),
    refresh: refreshed,
    done: (answer: Changed) => done(t('answer.done'), isGone(answer.request)),
  });
  return (
    <FormFrame
      form={form}
      submit={t('answer.submit')}
      cancel={cancel}
      ownRefusal
      before={<Refusal error={form.error} here={replyStep} />}
    >
      <Radio.Group label={t('answer.result')} {...form.field('result')}>
        <div className={css.acts}>
          <Radio value="confirmed" label={t('answer.confirmed')} />
          <Radio value="needs_more" label={t('answer.needs_more')} />
        </div>
      </Radio.Group>
      <DayField label={t('answer.on')} required min={sentOn} max={today} {...form.field('on')} />
      <div className={css.pair}>
        <TextInput label={t('answer.number')} maxLength={60} {...form.text('number')} />
        <DayField label={t('answer.doc_on')} max={today} {...form.field('docOn')} />
      </div>
      {noted && (
        <Textarea label={t('answer.note')} autosize minRows={2} maxLength={4000} {...form.text('note')} />
      )}
    </FormFrame>
  );
}

/** The office asked no longer sees what it answered. */
const isGone = (request: RequestView | null): boolean => request === null;

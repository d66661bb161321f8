// The smaller forms of a request: received, sent again, another officer, taken back.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Refusal } from '../../../road/pages/step/Refusal.tsx';
import { sendingStep } from '../../../road/road.ts';
import { send } from '../../../ui/api.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import css from '../verification.module.css';
import { words } from '../words.ts';
import { useOfficers } from '../send/officers.ts';
import type { FormProps } from './Acts.tsx';
import { type Changed, documentOf, refreshed } from './sending.ts';

export function ReceiveForm({ request: { id, sentOn, today }, done, cancel }: FormProps) {
  const t = useWords(words);
  const form = useForm({
    initial: { on: today },
    send: ({ on }, clientId) => send<Changed>('POST', `/verifications/${id}/receive`, { clientId, on }),
    refresh: refreshed,
    done: () => done(t('receive.done'), false),
  });
  return (
    <FormFrame form={form} submit={t('receive.submit')} cancel={cancel}>
      <DayField
        label={t('receive.on')}
        description={t('receive.text')}
        required
        min={sentOn}
        max={today}
        {...form.field('on')}
      />
    </FormFrame>
  );
}

export function ResendForm({ request, done, cancel }: FormProps) {
  const t = useWords(words);
  const { id, today, way, answeredOn } = request;
  const byLetter = way === 'letter';
  const form = useForm({
    initial: { on: today, letterNumber: '', docOn: today, receivedOn: '' },
    send: ({ on, letterNumber, docOn, receivedOn }, clientId) =>
      send<Changed>('POST', `/verifications/${id}/resend`, {
        clientId,
        on,
        letter: byLetter ? documentOf(letterNumber, docOn) : null,
        receivedOn: receivedOn || null,
      }),
    refresh: refreshed,
    done: () => done(t('resend.done'), false),
  });
  return (
    <FormFrame
      form={form}
      submit={t('resend.submit')}
      cancel={cancel}
      ownRefusal
      before={<Refusal error={form.error} here={sendingStep} />}
    >
      <DayField
        label={t('send.on')}
        required
        {...(answeredOn ? { min: answeredOn } : {})}
        max={today}
        {...form.field('on')}
      />
      {byLetter && (
        <div className={css.pair}>
          <TextInput label={t('send.number')} required maxLength={60} {...form.text('letterNumber')} />
          <DayField label={t('send.doc_on')} required max={today} {...form.field('docOn')} />
        </div>
      )}
      {byLetter && <DayField label={t('send.received')} max={today} {...form.field('receivedOn')} />}
    </FormFrame>
  );
}

export function AssignForm({ request: { id, dossierId, officer }, done, cancel }: FormProps) {
  const t = useWords(words);
  const officers = useOfficers(dossierId);
  const form = useForm({
    initial: { officerId: officer?.id ?? '' },
    send: ({ officerId }, clientId) =>
      send<Changed>('POST', `/verifications/${id}/assign`, { clientId, officerId: officerId || null }),
    refresh: refreshed,
    done: () => done(t('assign.done'), false),
  });
  return (
    <FormFrame form={form} submit={t('assign.submit')} cancel={cancel}>
      <NativeSelect
        label={t('send.officer')}
        data={[{ value: '', label: t('assign.nobody') }, ...officers]}
        {...form.text('officerId')}
      />
    </FormFrame>
  );
}

export function WithdrawForm({ request: { id }, done, cancel }: FormProps) {
  const t = useWords(words);
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, clientId) =>
      send<Changed>('POST', `/verifications/${id}/withdraw`, { clientId, reason }),
    refresh: refreshed,
    done: ({ request }: Changed) => done(t('withdraw.done'), request === null),
  });
  return (
    <FormFrame form={form} submit={t('withdraw.submit')} cancel={cancel}>
      <Textarea
        label={t('withdraw.reason')}
        description={t('withdraw.text')}
        required
        minLength={5}
        maxLength={2000}
        autosize
        minRows={2}
        {...form.text('reason')}
      />
    </FormFrame>
  );
}

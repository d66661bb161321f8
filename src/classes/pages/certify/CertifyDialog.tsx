// Giving certificates to those chosen: the day and the first number, and before anything is written who gets which.
import { TextInput } from '@mantine/core';
import type { Message } from '../../../platform/messages.ts';
import { type ApiError, send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { numbersFrom } from '../../decide.ts';
import type { ClassView, DoneView, PersonRow } from '../../view.ts';
import css from '../classes.module.css';
import { words } from '../words.ts';

interface CertifyDialogProps {
  view: ClassView;
  people: PersonRow[];
  close: () => void;
  done: (done: DoneView) => void;
}

export function CertifyDialog({ view, people, close, done }: CertifyDialogProps) {
  const t = useWords(words);
  const today = useToday();
  const form = useForm<{ first: string; on: string }, DoneView>({
    initial: { first: view.nextNumber ?? '', on: today },
    check: ({ first }) => ({ first: numbersFrom(first, 1).length === 0 ? t('certify.first_bad') : null }),
    send: ({ first, on }, clientId) => {
      const numbers = numbersFrom(first, people.length);
      const items = people.map(({ dossierId }, at) => ({ dossierId, number: numbers[at] }));
      return send('POST', `/classes/${view.id}/certificates`, { clientId, on, items });
    },
    refresh: ['/classes', '/dossiers'],
    done,
  });
  const numbers = numbersFrom(form.values.first, people.length);
  return (
    <Dialog onClose={close} size="lg" title={t('certify.title', { count: people.length })}>
      <FormFrame
        form={form}
        submit={t('certify.act')}
        cancel={close}
        ownRefusal
        before={<Refused error={form.error} />}
      >
        <DayField label={t('certify.day')} required min={view.lastOn} max={today} {...form.field('on')} />
        <TextInput
          label={t('certify.first')}
          description={t('certify.first_hint')}
          required
          maxLength={60}
          {...form.text('first')}
        />
        {numbers.length > 0 && (
          <section aria-label={t('certify.preview')}>
            <p>{t('certify.rule')}</p>
            <ul className={css.numbers}>
              {people.map(({ dossierId, fullName }, at) => (
                <li key={dossierId}>
                  {fullName}: {numbers[at]}
                </li>
              ))}
            </ul>
          </section>
        )}
      </FormFrame>
    </Dialog>
  );
}

interface NotGiven {
  dossierId: string;
  fullName: string;
  why: Message;
}

/** A number that another holds, or somebody who is not ready: by name. */
function Refused({ error }: { error: ApiError | null }) {
  const t = useWords(words);
  const tell = useTell();
  if (error?.kind !== 'Refused') return null;
  const items = (error.details as { items?: NotGiven[] } | undefined)?.items ?? [];
  return (
    <Notice tone="act" title={t('certify.refused')} alert>
      <p>{tell(error.words)}</p>
      <ul className={css.list}>
        {items.map(({ dossierId, fullName, why }) => (
          <li key={dossierId}>
            {fullName}: {tell(why)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

// A document is no longer in force, is in force after all, or was registered by mistake.
import { TextInput } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { DocumentView } from '../view.ts';
import { words } from './words.ts';

interface DialogProps {
  document: DocumentView;
  close: () => void;
}

export function EndDialog({ document, act, close }: DialogProps & { act: 'end' | 'reopen' }) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const ends = act === 'end';
  const form = useForm({
    initial: { endedOn: today, ground: '' },
    send: ({ endedOn, ground }, clientId) =>
      send('POST', `/documents/${document.id}/${act}`, {
        clientId,
        version: document.version,
        ...(ends ? { endedOn, ground: ground.trim() || null } : {}),
      }),
    refresh: ['/documents'],
    done: () => {
      toast(t('one.done'));
      close();
    },
  });
  return (
    <Dialog title={t(`one.${act}`)} onClose={close}>
      <FormFrame form={form} submit={t(`one.${act}`)} cancel={close}>
        {ends ? (
          <>
            <DayField label={t('one.end_on')} required {...form.field('endedOn')} />
            <TextInput label={t('one.end_ground')} maxLength={300} {...form.text('ground')} />
          </>
        ) : (
          <p>{t('one.reopen_ask')}</p>
        )}
      </FormFrame>
    </Dialog>
  );
}

export function WithdrawDialog({ document, close, done }: DialogProps & { done: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, clientId) =>
      send('POST', `/documents/${document.id}/withdraw`, { clientId, version: document.version, reason }),
    done: () => {
      toast(t('one.withdrawn'));
      done();
    },
  });
  return (
    <Dialog title={t('one.withdraw')} onClose={close}>
      <FormFrame form={form} submit={t('one.withdraw')} cancel={close}>
        <p>{t('one.withdraw_text')}</p>
        <TextInput
          label={t('one.withdraw_reason')}
          required
          minLength={5}
          maxLength={300}
          {...form.text('reason')}
        />
      </FormFrame>
    </Dialog>
  );
}

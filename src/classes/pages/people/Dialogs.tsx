// Two acts that ask something first: the letter by which a committee sends, the reason why somebody is taken off.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { leavings } from '../../class.ts';
import type { ClassView, DoneView } from '../../view.ts';
import { words } from '../words.ts';
import type { Said } from './Outcome.tsx';

interface ManyProps {
  view: ClassView;
  dossiers: string[];
  done: (said: Said) => void;
}

const refresh = ['/classes', '/dossiers', '/waiting'];

export function SendButton(props: ManyProps) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('do.send')}</Button>
      {open && <SendDialog {...props} close={() => setOpen(false)} />}
    </>
  );
}

function SendDialog({ view, dossiers, done, close }: ManyProps & { close: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const form = useForm<{ number: string; on: string }, DoneView>({
    initial: { number: '', on: today },
    send: ({ number, on }, clientId) =>
      send('POST', `/classes/${view.id}/send`, {
        clientId,
        dossiers,
        letter: number.trim() && on ? { number, on } : null,
      }),
    refresh,
    done: (out) => {
      close();
      done({ act: 'send', done: out });
    },
  });
  return (
    <Dialog onClose={close} title={t('do.send_title', { count: dossiers.length })}>
      <FormFrame form={form} submit={t('do.send')} cancel={close}>
        <TextInput
          label={t('do.letter_number')}
          description={t('do.letter_hint')}
          maxLength={60}
          {...form.text('number')}
        />
        <DayField label={t('do.letter_on')} max={today} {...form.field('on')} />
      </FormFrame>
    </Dialog>
  );
}

export function LeaveButton(props: ManyProps) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('do.leave')}
      </Button>
      {open && <LeaveDialog {...props} close={() => setOpen(false)} />}
    </>
  );
}

function LeaveDialog({ view, dossiers, done, close }: ManyProps & { close: () => void }) {
  const t = useWords(words);
  const form = useForm<{ why: string }, DoneView>({
    initial: { why: 'withdrew' },
    send: ({ why }, clientId) => send('POST', `/classes/${view.id}/leave`, { clientId, dossiers, why }),
    refresh,
    done: (out) => {
      close();
      done({ act: 'leave', done: out });
    },
  });
  return (
    <Dialog onClose={close} title={t('do.leave_title', { count: dossiers.length })}>
      <FormFrame form={form} submit={t('do.leave')} cancel={close}>
        <NativeSelect
          label={t('do.leave_why')}
          data={leavings.map((value) => ({ value, label: t(`why.${value}`) }))}
          {...form.text('why')}
        />
      </FormFrame>
    </Dialog>
  );
}

// Takes one saying back, with its reason: what it had replaced stands again, and the log keeps both.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { words } from '../words.ts';

interface TakeBackProps {
  unitId: number;
  entry: string;
  /** What is taken back, as the list says it. */
  what: string;
}
const shortest = 5;

export function TakeBack(props: TakeBackProps) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" aria-label={`${t('back.do')}: ${props.what}`} onClick={() => setOpen(true)}>
        {t('back.do')}
      </Button>
      {open && <Form {...props} close={() => setOpen(false)} />}
    </>
  );
}

function Form({ unitId, entry, what, close }: TakeBackProps & { close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length < shortest ? t('back.why_needed') : null }),
    send: ({ reason }, clientId) =>
      send('POST', `/targets/${unitId}/${entry}/withdraw`, { clientId, reason: reason.trim() }),
    refresh: ['/plans', '/targets', '/outlook'],
    done: () => {
      toast(t('back.done'));
      close();
    },
  });
  return (
    <Dialog onClose={close} title={`${t('back.do')} – ${what}`}>
      <FormFrame form={form} submit={t('back.do')} cancel={close}>
        <Textarea
          label={t('back.why')}
          description={t('back.hint')}
          required
          maxLength={300}
          autosize
          minRows={2}
          {...form.text('reason')}
        />
      </FormFrame>
    </Dialog>
  );
}

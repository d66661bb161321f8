// Taking something back asks for one thing: why.
import { Stack, Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';

interface ReasonFormProps {
  title: string;
  /** what is taken back */
  what: string;
  text: string;
  hint: string;
  submit: string;
  /** where it is sent */
  to: string;
  maxLength: number;
  said: string;
  close: () => void;
}

export function ReasonForm({ title, what, text, hint, submit, to, maxLength, said, close }: ReasonFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length >= 3 ? null : t('settle.reason_short') }),
    send: ({ reason }, clientId) => send('POST', to, { clientId, reason: reason.trim() }),
    refresh: ['/worklist', '/routines'],
    done: () => {
      close();
      toast(said);
    },
  });
  return (
    <Dialog onClose={close} title={title} size="lg">
      <Stack gap="md">
        <p className={css.work}>{what}</p>
        <p>{text}</p>
        <FormFrame form={form} submit={submit} cancel={close}>
          <Textarea
            label={t('settle.reason')}
            description={hint}
            required
            autosize
            minRows={2}
            maxLength={maxLength}
            {...form.text('reason')}
          />
        </FormFrame>
      </Stack>
    </Dialog>
  );
}

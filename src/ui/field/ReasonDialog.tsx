// Something is taken back, withdrawn or contested: the dialog asks for one thing, why.
import { Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../Dialog.tsx';
import { FormFrame } from './FormFrame.tsx';
import { useForm } from '../form.ts';

interface ReasonDialogProps<R> {
  title: string;
  /** what it is about, and what it does */
  children?: ReactNode;
  label: string;
  hint?: string;
  /** said while the reason is shorter than `shortest` letters */
  short: string;
  shortest?: number;
  maxLength: number;
  submit: string;
  /** name under which the typed reason is kept on the device */
  draft?: string;
  send: (reason: string, clientId: string) => Promise<R>;
  /** addresses whose answers are read again */
  refresh: string[];
  done: (out: R) => void;
  close: () => void;
}

export function ReasonDialog<R>(props: ReasonDialogProps<R>) {
  const { shortest = 5, close } = props;
  const form = useForm<{ reason: string }, R>({
    initial: { reason: '' },
    ...(props.draft ? { draft: props.draft } : {}),
    check: ({ reason }) => ({ reason: reason.trim().length < shortest ? props.short : null }),
    send: ({ reason }, clientId) => props.send(reason.trim(), clientId),
    refresh: props.refresh,
    done: (out) => {
      close();
      props.done(out);
    },
  });
  return (
    <Dialog onClose={close} title={props.title} size="lg">
      <Stack gap="md">
        {props.children}
        <FormFrame form={form} submit={props.submit} cancel={close}>
          <Textarea
            label={props.label}
            description={props.hint}
            required
            maxLength={props.maxLength}
            autosize
            minRows={2}
            data-autofocus
            {...form.text('reason')}
          />
        </FormFrame>
      </Stack>
    </Dialog>
  );
}

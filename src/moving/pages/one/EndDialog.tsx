// A hand-over that comes to nothing: declined by the destination, or taken back by the origin – why, from when, in words.
import { NativeSelect, Stack, Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { declineReasons, takeBackReasons } from '../../state.ts';
import type { HandoverView } from '../../view.ts';
import { wordFor, words } from '../words.ts';

interface EndDialogProps {
  handover: HandoverView;
  kind: 'decline' | 'take_back';
  close: () => void;
}

export function EndDialog({ handover, kind, close }: EndDialogProps) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  const to = `/handovers/${handover.id}/${kind === 'decline' ? 'decline' : 'take-back'}`;
  const codes: readonly string[] = kind === 'decline' ? declineReasons : takeBackReasons;
  const form = useForm({
    initial: { why: '', on: today, message: '' },
    send: ({ why, on, message }, clientId) =>
      send('POST', to, { clientId, why, happenedOn: on, message: message.trim() || null }),
    refresh: ['/handovers', '/dossiers', '/worklist'],
    done: () => {
      close();
      toast(t('end.done'));
    },
  });
  return (
    <Dialog onClose={close} title={t(`end.${kind}`)} size="lg">
      <Stack gap="md">
        <p>{t(`end.${kind}_text`)}</p>
        <FormFrame form={form} submit={t(`end.${kind}`)} cancel={close}>
          <NativeSelect
            label={t('end.why')}
            required
            {...form.text('why')}
            data={[
              { value: '', label: t('propose.pick') },
              ...codes.map((code) => ({ value: code, label: t(wordFor('why', code)) })),
            ]}
          />
          <DayField
            label={t('end.on')}
            required
            min={handover.proposedOn}
            max={today}
            {...form.field('on')}
          />
          <Textarea label={t('end.words')} autosize minRows={2} maxLength={2000} {...form.text('message')} />
        </FormFrame>
      </Stack>
    </Dialog>
  );
}

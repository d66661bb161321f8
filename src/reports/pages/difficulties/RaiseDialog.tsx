// A unit raises a difficulty without a report.
import { NativeSelect, Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { DifficultiesAnswer } from '../../view.ts';
import { words } from './words.ts';

interface RaiseDialogProps {
  unitId: number;
  topics: DifficultiesAnswer['topics'];
  close: () => void;
}

export function RaiseDialog({ unitId, topics, close }: RaiseDialogProps) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const form = useForm({
    initial: { topic: '', words: '' },
    draft: `difficulty.new.${unitId}`,
    check: (typed) => ({ words: typed.words.trim().length < 10 ? t('diff.words_short') : null }),
    send: (typed, clientId) =>
      send('POST', '/difficulties', {
        clientId,
        unitId,
        topic: typed.topic,
        words: typed.words.trim(),
        reportId: null,
      }),
    refresh: ['/difficulties', '/waiting', '/worklist'],
    done: () => {
      toast(t('diff.sent'));
      close();
    },
  });
  return (
    <Dialog onClose={close} title={t('diff.raise')} size="lg">
      <FormFrame form={form} submit={t('diff.send')} cancel={close}>
        <NativeSelect
          label={t('diff.topic')}
          required
          data={[
            { value: '', label: t('diff.pick_topic') },
            ...topics.map(({ id, label }) => ({ value: id, label: tell(label) })),
          ]}
          {...form.text('topic')}
        />
        <Textarea
          label={t('diff.words')}
          description={t('diff.words_hint')}
          required
          autosize
          minRows={5}
          maxRows={16}
          maxLength={3000}
          {...form.text('words')}
        />
      </FormFrame>
    </Dialog>
  );
}

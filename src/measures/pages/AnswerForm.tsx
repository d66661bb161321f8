// One line from the unit that was urged; and taking an urging back, with the reason.
import { Stack, Textarea } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { ReasonDialog } from '../../ui/field/ReasonDialog.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { UrgedView, UrgingView } from '../view.ts';
import css from './measure.module.css';
import { words } from './words.ts';

const stale = ['/urgings', '/waiting'];

interface AnswerFormProps {
  item: UrgingView;
  unit: UrgedView;
  close: () => void;
}

export function AnswerForm({ item, unit, close }: AnswerFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({
    initial: { words: unit.answer?.words ?? '' },
    draft: `urging.${item.id}`,
    check: (typed) => ({ words: typed.words.trim().length >= 2 ? null : t('measure.words_short') }),
    send: (typed, clientId) =>
      send('POST', `/urgings/${item.id}/answer`, {
        clientId,
        words: typed.words.trim(),
        over: unit.answer?.entry ?? null,
      }),
    refresh: stale,
    done: () => {
      toast(t('urge.answer_done'));
      close();
    },
  });
  return (
    <Dialog onClose={close} title={t('urge.answer')} size="lg">
      <Stack gap="md">
        <blockquote className={css.words}>{item.words}</blockquote>
        <FormFrame form={form} submit={t('urge.answer_send')} cancel={close}>
          <Textarea
            label={t('urge.answer_line')}
            description={t('urge.answer_hint')}
            required
            autosize
            minRows={2}
            maxLength={300}
            {...form.text('words')}
          />
        </FormFrame>
      </Stack>
    </Dialog>
  );
}

export function TakeBackForm({ item, close }: { item: UrgingView; close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  return (
    <ReasonDialog
      title={t('urge.take_back')}
      label={t('urge.take_back_why')}
      hint={t('urge.words_hint')}
      short={t('measure.words_short')}
      shortest={3}
      maxLength={300}
      submit={t('urge.take_back')}
      send={(reason, clientId) => send('POST', `/urgings/${item.id}/take-back`, { clientId, reason })}
      refresh={stale}
      done={() => toast(t('urge.taken_done'))}
      close={close}
    />
  );
}

// Takes a survey back, with a reason; the numbers stay in the log.
import { Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { SurveyRow } from '../../view.ts';
import { words } from '../words.ts';

const shortest = 5;

export function WithdrawSurvey({ row, close }: { row: SurveyRow; close: () => void }) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length < shortest ? t('survey.why_needed') : null }),
    send: ({ reason }, clientId) =>
      send('POST', `/surveys/${row.own?.entry}/withdraw`, { clientId, reason: reason.trim() }),
    refresh: ['/surveys', '/pool'],
    done: () => {
      toast(t('survey.withdrawn', { unit: row.unitName }));
      close();
    },
  });
  return (
    <Dialog onClose={close} title={`${t('survey.withdraw')} – ${row.unitName}`}>
      <FormFrame form={form} submit={t('survey.withdraw')} cancel={close}>
        <Textarea
          label={t('survey.why')}
          description={t('survey.why_hint')}
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

// An organisation confirms its numbers; confirming again corrects them.
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ReviewView } from '../../view.ts';
import { words } from '../words.ts';

interface ConfirmReviewProps {
  id: string;
  answer: ReviewView['answers'][number];
  close: () => void;
}

export function ConfirmReview({ id, answer, close }: ConfirmReviewProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const { before, after, promising } = answer;
  const form = useForm({
    initial: { happenedOn: today, before, after, promising },
    send: (values, clientId) =>
      send('POST', `/reviews/${id}/confirm`, { clientId, massUnitId: answer.unitId, ...values }),
    refresh: ['/reviews'],
    done: () => {
      toast(t('review.saved'));
      close();
    },
  });
  return (
    <Dialog onClose={close} title={t('review.confirm_title', { unit: answer.unitName })}>
      <FormFrame form={form} submit={t('review.confirm')} cancel={close}>
        <NumberField label={t('review.before_label')} required {...form.field('before')} />
        <NumberField label={t('review.after_label')} required {...form.field('after')} />
        <NumberField
          label={t('review.promising_label')}
          description={t('review.promising_hint')}
          required
          {...form.field('promising')}
        />
        <DayField label={t('review.on')} required max={today} {...form.field('happenedOn')} />
      </FormFrame>
    </Dialog>
  );
}

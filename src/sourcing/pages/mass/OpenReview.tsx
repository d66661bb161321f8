// Opens a round for the mass organisations below a committee.
import { NativeSelect } from '@mantine/core';
import { addDays } from '../../../platform/day.ts';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ReviewList } from '../../view.ts';
import { words } from '../words.ts';
import { useYear } from '../year.ts';

interface OpenReviewProps {
  committees: ReviewList['committees'];
  close: () => void;
}

const usualDays = 30;

export function OpenReview({ committees, close }: OpenReviewProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const year = useYear();
  const form = useForm({
    initial: {
      unitId: String(committees[0]?.id ?? ''),
      happenedOn: today,
      dueOn: addDays(today, usualDays),
    },
    send: ({ unitId, ...days }, clientId) =>
      send('POST', '/reviews', { clientId, unitId: Number(unitId), year, ...days }),
    refresh: ['/reviews'],
    done: () => {
      toast(t('review.opened'));
      close();
    },
  });
  return (
    <Dialog onClose={close} title={t('review.open')}>
      <FormFrame form={form} submit={t('review.open')} cancel={close}>
        <NativeSelect
          label={t('review.for')}
          data={committees.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.text('unitId')}
        />
        <DayField label={t('task.on')} required max={today} {...form.field('happenedOn')} />
        <DayField label={t('review.due')} required min={form.values.happenedOn} {...form.field('dueOn')} />
      </FormFrame>
    </Dialog>
  );
}

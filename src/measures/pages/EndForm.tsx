// Ends a measure: with its result, or with the reason why it is not carried out.
import { Stack, Textarea } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { MeasureView } from '../view.ts';
import css from './measure.module.css';
import { words } from './words.ts';

interface EndFormProps {
  item: MeasureView;
  as: 'done' | 'drop';
  close: () => void;
}

export function EndForm({ item, as, close }: EndFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const form = useForm({
    initial: { happenedOn: today, outcome: '' },
    draft: `measure.${item.id}.${as}`,
    check: ({ outcome }) => ({ outcome: outcome.trim().length >= 3 ? null : t('measure.words_short') }),
    send: ({ happenedOn, outcome }, clientId) =>
      send('POST', `/measures/${item.id}/${as}`, { clientId, happenedOn, outcome: outcome.trim() }),
    refresh: ['/measures', '/worklist'],
    done: () => {
      toast(t('measure.ended'));
      close();
    },
  });
  const done = as === 'done';
  return (
    <Dialog onClose={close} title={t(done ? 'measure.record' : 'measure.drop')} size="lg">
      <Stack gap="md">
        <p className={css.what}>{item.what}</p>
        <FormFrame form={form} submit={t(done ? 'measure.record' : 'measure.drop')} cancel={close}>
          <DayField
            label={t(done ? 'measure.done_on' : 'measure.dropped_on')}
            required
            min={item.plannedOn}
            max={today}
            {...form.field('happenedOn')}
          />
          <Textarea
            label={t(done ? 'measure.outcome' : 'measure.reason')}
            description={t('measure.outcome_hint')}
            required
            autosize
            minRows={2}
            maxLength={300}
            {...form.text('outcome')}
          />
        </FormFrame>
      </Stack>
    </Dialog>
  );
}

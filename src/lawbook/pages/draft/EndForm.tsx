// Ends what a committee laid over a rule, from a day on; what was done before stays under it.
import { send } from '../../../ui/api.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ProvisionView } from '../../view.ts';
import { draftWords } from '../words/draft-words.ts';
import { PaperFields } from './PaperFields.tsx';
import { touchedByRules } from './ProvisionForm.tsx';

export function EndForm({ provision, close }: { provision: ProvisionView; close: () => void }) {
  const t = useWords(draftWords);
  const toast = useToast();
  const today = useToday();
  const form = useForm({
    initial: { fromOn: today, number: '', on: '', by: '' },
    send: ({ fromOn, ...document }, clientId) =>
      send('POST', `/provisions/${provision.id}/end`, { clientId, fromOn, document }),
    refresh: touchedByRules,
    done: () => {
      toast(t('laid.end_done'));
      close();
    },
  });
  return (
    <FormFrame form={form} submit={t('laid.end_submit')} cancel={close}>
      <DayField
        label={t('laid.end_from')}
        description={t('form.from_text')}
        required
        min={today}
        {...form.field('fromOn')}
      />
      <PaperFields form={form} />
    </FormFrame>
  );
}

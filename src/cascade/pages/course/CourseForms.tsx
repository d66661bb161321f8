// The meeting that discussed the draft, and the reason for which an approved plan is opened again.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type ReviseReason, reviseReasons } from '../../plan.ts';
import type { CascadeView } from '../../view.ts';
import { words } from '../words.ts';

export interface CourseFormProps {
  view: CascadeView;
  close: () => void;
}
export const draftName = ({ unit, period }: CascadeView, what: string): string =>
  `cascade.${what}.${unit.id}.${period.key}`;

export function DiscussDialog({ view, close }: CourseFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const form = useForm({
    initial: { on: '', body: '', outcome: '' },
    draft: draftName(view, 'discuss'),
    send: (values, clientId) =>
      send('POST', `/plans/${view.unit.id}/cascade/discuss`, {
        clientId,
        period: view.period.key,
        ...values,
      }),
    refresh: ['/plans'],
    done: () => {
      toast(t('discuss.saved'));
      close();
    },
  });
  return (
    <Dialog title={t('discuss.open')} onClose={close}>
      <FormFrame form={form} submit={t('discuss.save')} cancel={close}>
        <DayField label={t('discuss.on')} required max={today} {...form.field('on')} />
        <TextInput
          label={t('discuss.body')}
          description={t('discuss.body_hint')}
          maxLength={300}
          {...form.text('body')}
        />
        <Textarea
          label={t('discuss.outcome')}
          description={t('say.no_names')}
          maxLength={300}
          autosize
          minRows={2}
          {...form.text('outcome')}
        />
      </FormFrame>
    </Dialog>
  );
}

export function ReopenDialog({ view, close }: CourseFormProps) {
  const t = useWords(words);
  const form = useForm({
    initial: { reason: 'source_changed' as ReviseReason, why: '' },
    send: (values, clientId) =>
      send('POST', `/plans/${view.unit.id}/cascade/reopen`, {
        clientId,
        period: view.period.key,
        ...values,
      }),
    refresh: ['/plans'],
    done: close,
  });
  return (
    <Dialog title={t('reopen.title')} onClose={close}>
      <FormFrame form={form} submit={t('reopen.save')} cancel={close}>
        <NativeSelect
          label={t('reopen.reason')}
          data={reviseReasons.map((reason) => ({ value: reason, label: t(`reopen.${reason}`) }))}
          {...form.text('reason')}
        />
        <Textarea
          label={t('reopen.why')}
          description={t('say.no_names')}
          maxLength={300}
          autosize
          minRows={2}
          {...form.text('why')}
        />
      </FormFrame>
    </Dialog>
  );
}

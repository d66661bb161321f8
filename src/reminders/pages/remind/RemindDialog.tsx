// Writing to those who must act on a line: a few words, a document if there is one – and what was written before, with
// the receipts.
import { Fieldset, Stack, TextInput, Textarea } from '@mantine/core';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { lowerFirst } from '../../../worklist/pages/due.ts';
import type { LineDialogProps } from '../../../worklist/pages/list/line-ways.ts';
import type { WorkItem } from '../../../worklist/view.ts';
import css from '../reminders.module.css';
import { words } from '../words.ts';
import { Earlier } from './Earlier.tsx';

export function RemindDialog({ item, what, close }: LineDialogProps) {
  const t = useWords(words);
  return (
    <Dialog onClose={close} title={t('remind.title')} size="lg">
      <Stack gap="md">
        <div>
          <p className={css.work}>{what}</p>
          <To item={item} />
        </div>
        <Earlier item={item} />
        <RemindForm item={item} close={close} />
      </Stack>
    </Dialog>
  );
}

function To({ item: { waitsFor, unitName } }: { item: WorkItem }) {
  const t = useWords(words);
  const tell = useTell();
  if (waitsFor.length === 0) return null;
  const office = waitsFor.map((label) => lowerFirst(tell(label))).join(', ');
  return <p className={css.where}>{t('remind.to', { office, unit: unitName })}</p>;
}

interface Typed {
  text: string;
  number: string;
  on: string;
  by: string;
}
const nothing: Typed = { text: '', number: '', on: '', by: '' };

/** What is not filled in is not known; of an empty document there is none. */
function documentOf({ number, on, by }: Typed) {
  const known = { number: number.trim() || null, on: on || null, by: by.trim() || null };
  return Object.values(known).some((one) => one !== null) ? known : null;
}

function useRemind(item: WorkItem, close: () => void) {
  const t = useWords(words);
  const toast = useToast();
  const { caseKind, caseId, clock, part, startsOn } = item;
  const line = { caseKind, caseId, clock, part, startsOn };
  return useForm<Typed>({
    initial: nothing,
    check: ({ text }) => ({ text: text.trim().length >= 3 ? null : t('remind.short') }),
    send: (typed, clientId) =>
      send('POST', '/reminders', { clientId, line, text: typed.text.trim(), document: documentOf(typed) }),
    refresh: ['/reminders'],
    done: () => {
      close();
      toast(t('remind.done'));
    },
  });
}

function RemindForm({ item, close }: { item: WorkItem; close: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const form = useRemind(item, close);
  return (
    <FormFrame form={form} submit={t('remind.submit')} cancel={close}>
      <Textarea
        label={t('remind.text')}
        description={t(
          ['unit', 'plan', 'report'].includes(item.caseKind) ? 'remind.text_unit' : 'remind.text_person',
        )}
        required
        autosize
        minRows={3}
        maxLength={300}
        {...form.text('text')}
      />
      <Fieldset legend={t('remind.document')} variant="unstyled" className={css.paper}>
        <div>
          <TextInput label={t('remind.number')} maxLength={60} autoComplete="off" {...form.text('number')} />
          <DayField label={t('remind.on')} description="" max={today} {...form.field('on')} />
          <TextInput label={t('remind.by')} maxLength={200} {...form.text('by')} />
        </div>
      </Fieldset>
    </FormFrame>
  );
}

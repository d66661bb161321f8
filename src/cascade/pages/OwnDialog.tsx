// Enters the unit's own number: given by a superior who does not use Nguồn (in force, with its paper), or only expected.
import { TextInput } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Given } from '../plan.ts';
import { readTyped, sayGiven } from '../typed.ts';
import type { CascadeView } from '../view.ts';
import { columnOf, ownOf } from './editor.ts';
import { useColumnName } from './words-of.ts';
import { words } from './words.ts';

interface OwnDialogProps {
  view: CascadeView;
  column: string;
  close: () => void;
}

interface Typed {
  number: string;
  since: string;
  paper: string;
  by: string;
}

/** The number typed, or the words for what is wrong with it. */
export function numberTyped(text: string, part: boolean): Given | null {
  const read = readTyped(text, part);
  return 'given' in read ? read.given : null;
}

export function OwnDialog({ view, column: id, close }: OwnDialogProps) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const nameOf = useColumnName();
  const column = columnOf(id);
  const own = ownOf(view, column);
  const outside = view.can.includes('given_outside');
  const form = useForm<Typed>({
    initial: {
      number: sayGiven(own?.assigned ?? own?.expected ?? null),
      since: '',
      paper: '',
      by: view.superior ?? '',
    },
    check: ({ number }) => {
      const read = readTyped(number, column.part !== '');
      const problem = 'problem' in read ? t(read.problem) : read.given ? null : t('own.needed');
      return { number: problem };
    },
    send: (values, clientId) => {
      const given = numberTyped(values.number, column.part !== '') as Given;
      return outside
        ? send(
            'POST',
            `/targets/${view.unit.id}/assigned`,
            assignedBody(view, { column, given, values, clientId }),
          )
        : send('POST', `/plans/${view.unit.id}/cascade/draft`, {
            clientId,
            period: view.period.key,
            lines: [],
            own: [{ figure: column.figure, part: column.part, ...given }],
          });
    },
    refresh: ['/plans', '/targets'],
    done: () => {
      toast(t('own.saved'));
      close();
    },
  });
  return (
    <Dialog title={`${t('own.title')}: ${nameOf(id)}`} onClose={close}>
      <FormFrame form={form} submit={t('own.save')} cancel={close}>
        <TextInput
          label={t('own.number')}
          description={t('own.number_hint')}
          required
          autoComplete="off"
          maxLength={40}
          {...form.text('number')}
        />
        {outside && (
          <>
            <DayField label={t('own.since')} required max={today} {...form.field('since')} />
            <TextInput label={t('own.paper')} required maxLength={60} {...form.text('paper')} />
            <TextInput label={t('own.by')} maxLength={200} {...form.text('by')} />
          </>
        )}
      </FormFrame>
    </Dialog>
  );
}

interface Assigning {
  column: { figure: string; part: string };
  given: Given;
  values: Typed;
  clientId: string;
}

const assignedBody = (view: CascadeView, { column, given, values, clientId }: Assigning) => ({
  clientId,
  period: view.period.key,
  happenedOn: values.since,
  lines: [
    {
      figure: column.figure,
      part: column.part,
      minimum: given.amount?.minimum ?? null,
      maximum: given.amount?.maximum ?? null,
      mark: given.amount?.mark ?? 'exact',
      share: given.share,
    },
  ],
  decision: { number: values.paper.trim(), on: values.since, by: values.by.trim() || null },
});

// What can be done with an office that is recorded: end it, put it in charge of cells, correct it, take it back.
import { Textarea, TextInput } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { OfficeItem } from '../answers.ts';
import { decisionOf } from './act-body.ts';
import { useBook } from './book.ts';
import { CellsField } from './CellsField.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { messages } from './messages.ts';

interface OfficeFormProps {
  office: OfficeItem;
  close: () => void;
}

/** What every write to an office does: where it goes, what it makes stale, and that it is said. */
function useOfficeWrite({ office, close }: OfficeFormProps, act: 'end' | 'cells' | 'correct' | 'withdraw') {
  const t = useWords(messages);
  const toast = useToast();
  return {
    write: (clientId: string, body: object) =>
      send('POST', `/offices/${office.id}/${act}`, { clientId, version: office.version, ...body }),
    refresh: ['/units', '/offices', '/accounts', '/session'],
    done: () => {
      toast(t('page.done'));
      close();
    },
  };
}

const paper = { number: '', decidedOn: '', by: '' };

export function EndOfficeForm(props: OfficeFormProps) {
  const t = useWords(messages);
  const { write, ...after } = useOfficeWrite(props, 'end');
  const form = useForm({
    initial: { toOn: '', ...paper },
    send: (values, clientId) => write(clientId, { toOn: values.toOn, decision: decisionOf(values) }),
    ...after,
  });
  return (
    <FormFrame form={form} submit={t('page.end_office')} cancel={props.close}>
      <p>{props.office.displayName}</p>
      <DayField label={t('page.to_on')} description={t('page.to_on_text')} required {...form.field('toOn')} />
      <DecisionFields form={form} />
    </FormFrame>
  );
}

export function CellsForm(props: OfficeFormProps) {
  const t = useWords(messages);
  const today = useToday();
  const { write, ...after } = useOfficeWrite(props, 'cells');
  const form = useForm({
    initial: { happenedOn: today, cells: props.office.namedUnits.map(({ id }) => id), ...paper },
    send: (values, clientId) =>
      write(clientId, {
        happenedOn: values.happenedOn,
        namedUnits: values.cells,
        decision: decisionOf(values),
      }),
    ...after,
  });
  return (
    <FormFrame form={form} submit={t('page.save')} cancel={props.close}>
      <p>{props.office.displayName}</p>
      <CellsField unitId={props.office.unitId} {...form.field('cells')} />
      <DayField label={t('page.from_on')} required max={today} {...form.field('happenedOn')} />
      <DecisionFields form={form} />
    </FormFrame>
  );
}

export function CorrectOfficeForm(props: OfficeFormProps) {
  const t = useWords(messages);
  const today = useToday();
  const named = useBook().namesCells(props.office.kind);
  const { office } = props;
  const { write, ...after } = useOfficeWrite(props, 'correct');
  const form = useForm({
    initial: {
      title: office.title ?? '',
      fromOn: office.fromOn ?? '',
      toOn: office.toOn ?? '',
      number: office.decision.number ?? '',
      decidedOn: office.decision.on ?? '',
      by: '',
      cells: office.namedUnits.map(({ id }) => id),
      reason: '',
    },
    send: (values, clientId) =>
      write(clientId, {
        title: values.title.trim() || null,
        fromOn: values.fromOn,
        toOn: values.toOn || null,
        decision: decisionOf(values),
        namedUnits: values.cells,
        reason: values.reason,
      }),
    ...after,
  });
  return (
    <FormFrame form={form} submit={t('page.correct')} cancel={props.close}>
      <p>{office.displayName}</p>
      <TextInput label={t('page.office_title')} maxLength={120} {...form.text('title')} />
      <DayField label={t('page.from_on')} required precision="year" max={today} {...form.field('fromOn')} />
      <DayField label={t('page.to_on')} precision="year" {...form.field('toOn')} />
      <DecisionFields form={form} />
      {named && <CellsField unitId={office.unitId} {...form.field('cells')} />}
      <Reason bind={form.text('reason')} />
    </FormFrame>
  );
}

export function WithdrawOfficeForm(props: OfficeFormProps) {
  const t = useWords(messages);
  const { write, ...after } = useOfficeWrite(props, 'withdraw');
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, clientId) => write(clientId, { reason }),
    ...after,
  });
  return (
    <FormFrame form={form} submit={t('page.withdraw')} cancel={props.close}>
      <p>{props.office.displayName}</p>
      <Reason bind={form.text('reason')} />
    </FormFrame>
  );
}

function Reason({ bind }: { bind: object }) {
  const t = useWords(messages);
  return (
    <Textarea
      label={t('page.reason')}
      description={t('page.reason_text')}
      required
      minLength={3}
      maxLength={300}
      autosize
      {...bind}
    />
  );
}

// Who takes which office in this unit, from when, by which decision.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { formatDay } from '../../platform/day.ts';
import { send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { type Choice, LookupField } from '../../ui/field/LookupField.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { OfficeItem, UnitView } from '../answers.ts';
import { decisionOf } from './act-body.ts';
import { useBook } from './book.ts';
import { CellsField } from './CellsField.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { messages } from './messages.ts';

interface Person {
  id: string;
  name: string;
  unitName: string;
  bornOn: string | null;
}

export function AppointForm({ unit, close }: { unit: UnitView; close: () => void }) {
  const t = useWords(messages);
  const book = useBook();
  const today = useToday();
  const toast = useToast();
  const readsPeople = useCan('person.read');
  const keepsAccounts = useCan('account.write');
  const form = useForm({
    initial: {
      kind: '',
      person: null as Choice | null,
      isNew: !readsPeople,
      holderName: '',
      title: '',
      fromOn: '',
      number: '',
      decidedOn: '',
      by: '',
      cells: [] as number[],
    },
    send: (values, clientId) =>
      send<OfficeItem>('POST', '/offices', {
        clientId,
        kind: values.kind,
        unitId: unit.id,
        personId: values.isNew ? null : (values.person?.value ?? null),
        holderName: values.isNew ? values.holderName : null,
        title: values.title.trim() || null,
        fromOn: values.fromOn,
        decision: decisionOf(values),
        namedUnits: values.cells,
      }),
    refresh: ['/units', '/offices', '/accounts'],
    done: () => {
      toast(t('page.done'));
      close();
    },
  });
  const kinds = book.officesAt(unit.kind).filter(({ may }) => keepsAccounts || !may['account.write']);
  const named = book.namesCells(form.values.kind);
  return (
    <FormFrame form={form} submit={t('page.save')} cancel={close}>
      <NativeSelect
        label={t('page.office')}
        required
        data={[
          { value: '', label: t('page.choose') },
          ...kinds.map(({ id }) => ({ value: id, label: book.office(id) })),
        ]}
        {...form.text('kind')}
      />
      {form.values.isNew ? (
        <TextInput
          label={t('page.full_name')}
          required
          maxLength={120}
          autoComplete="off"
          {...form.text('holderName')}
        />
      ) : (
        <LookupField<Person>
          label={t('page.holder')}
          required
          path="/people"
          toChoice={({ id, name, unitName, bornOn }) => ({
            value: id,
            label: name,
            second: [unitName, formatDay(bornOn)].filter(Boolean).join(' · '),
          })}
          {...form.field('person')}
        />
      )}
      {readsPeople && (
        <Checkbox
          label={t('page.new_holder')}
          description={t('page.new_holder_text')}
          {...form.tick('isNew')}
        />
      )}
      <TextInput label={t('page.office_title')} maxLength={120} {...form.text('title')} />
      <DayField label={t('page.from_on')} required precision="year" max={today} {...form.field('fromOn')} />
      <DecisionFields form={form} />
      {named && <CellsField unitId={unit.id} {...form.field('cells')} />}
    </FormFrame>
  );
}

// The fields that acts on a unit ask for, one part each.
import { NativeSelect, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import { DayField } from '../../ui/field/DayField.tsx';
import { LookupField } from '../../ui/field/LookupField.tsx';
import type { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import type { UnitItem, UnitView } from '../answers.ts';
import type { ActField, ActValues, UnitAct } from './act-body.ts';
import { useBook } from './book.ts';
import { messages } from './messages.ts';

export interface PartProps {
  form: ReturnType<typeof useForm<ActValues, UnitView>>;
  act: UnitAct;
  parentKind: string;
}

function NamePart({ form, act }: PartProps) {
  const t = useWords(messages);
  const label = t(act === 'rename' ? 'page.new_name' : 'page.unit_name');
  return <TextInput label={label} required maxLength={200} {...form.text('name')} />;
}

function UnitPart({
  form,
  field,
  label,
}: {
  form: PartProps['form'];
  field: 'parent' | 'into';
  label: string;
}) {
  const book = useBook();
  const toChoice = ({ id, name, kind }: UnitItem) => ({
    value: String(id),
    label: name,
    second: book.kind(kind),
  });
  return <LookupField label={label} required path="/units" toChoice={toChoice} {...form.field(field)} />;
}

function ParentPart({ form }: PartProps) {
  const t = useWords(messages);
  return <UnitPart form={form} field="parent" label={t('page.new_parent')} />;
}

function IntoPart({ form }: PartProps) {
  const t = useWords(messages);
  return form.values.as === 'merged' ? <UnitPart form={form} field="into" label={t('page.into')} /> : null;
}

function KindPart({ form, parentKind }: PartProps) {
  const t = useWords(messages);
  const book = useBook();
  const data = [{ value: '', label: t('page.choose') }, ...book.below(parentKind)];
  return <NativeSelect label={t('page.kind')} required data={data} {...form.text('kind')} />;
}

function TypePart({ form }: PartProps) {
  const t = useWords(messages);
  const book = useBook();
  if (!book.isCell(form.values.kind)) return null;
  const types = book.types.map(({ code }) => ({ value: code, label: book.type(code) }));
  const data = [{ value: '', label: t('page.no_type') }, ...types];
  return <NativeSelect label={t('page.type')} data={data} {...form.text('type')} />;
}

function FoundedPart({ form }: PartProps) {
  const t = useWords(messages);
  const today = useToday();
  const required = form.values.number.trim() !== '';
  return (
    <DayField
      label={t('page.founded')}
      required={required}
      precision="year"
      max={today}
      {...form.field('foundedOn')}
    />
  );
}

function CodePart({ form }: PartProps) {
  const t = useWords(messages);
  return <TextInput label={t('page.code')} maxLength={60} {...form.text('code')} />;
}

function PlaceCodePart({ form }: PartProps) {
  const t = useWords(messages);
  return <TextInput label={t('page.place_code')} maxLength={60} {...form.text('placeCode')} />;
}

function AsPart({ form }: PartProps) {
  const t = useWords(messages);
  const data = [
    { value: 'dissolved', label: t('page.dissolved') },
    { value: 'merged', label: t('page.merged') },
  ];
  return <NativeSelect label={t('page.as')} data={data} {...form.text('as')} />;
}

export const parts: Record<ActField, ComponentType<PartProps>> = {
  name: NamePart,
  parent: ParentPart,
  kind: KindPart,
  type: TypePart,
  foundedOn: FoundedPart,
  code: CodePart,
  placeCode: PlaceCodePart,
  as: AsPart,
  into: IntoPart,
};

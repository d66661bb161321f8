// The fields that acts about a person ask for, one part each.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import { DayField } from '../../ui/field/DayField.tsx';
import { type Choice, LookupField } from '../../ui/field/LookupField.tsx';
import type { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import type { WrittenAnswer } from '../answers.ts';
import type { ActField, ActValues } from './act-body.ts';
import { useBook } from './book.ts';
import { words } from './words.ts';

export interface PartProps {
  form: ReturnType<typeof useForm<ActValues, WrittenAnswer>>;
}

interface CellFieldProps {
  label: string;
  required?: boolean;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
}

/** A unit of the tree within reach; members belong to cells. */
export function CellField({ required = true, ...field }: CellFieldProps) {
  return (
    <LookupField<{ id: number; name: string }>
      required={required}
      path="/units"
      toChoice={({ id, name }) => ({ value: String(id), label: name })}
      {...field}
    />
  );
}

function CellPart({ form }: PartProps) {
  const t = useWords(words);
  return <CellField label={t('page.to_cell')} {...form.field('unit')} />;
}

function AwayCellPart({ form }: PartProps) {
  const t = useWords(words);
  const required = form.values.place.trim() === '';
  return <CellField label={t('page.to_cell')} required={required} {...form.field('unit')} />;
}

const placePart =
  (label: 'page.place_out' | 'page.place_in' | 'page.place_away', required: boolean) =>
  ({ form }: PartProps) => {
    const t = useWords(words);
    return <TextInput label={t(label)} required={required} maxLength={200} {...form.text('place')} />;
  };

export interface RoadForm {
  form: {
    field: (name: 'admittedOn' | 'decidedOn' | 'officialOn') => {
      value: string;
      onChange: (day: string) => void;
    };
    values: { kind: string };
  };
}

function KindPart({ form }: PartProps) {
  const t = useWords(words);
  const data = [
    { value: '', label: t('page.choose') },
    { value: 'official', label: t('page.kind_official') },
    { value: 'probationary', label: t('page.kind_probationary') },
  ];
  return <NativeSelect label={t('page.kind')} required data={data} {...form.text('kind')} />;
}

/** The known days of the road; what is not known stays empty. */
export function RoadPart({ form }: RoadForm) {
  const t = useWords(words);
  const today = useToday();
  const day = { precision: 'year', max: today } as const;
  return (
    <>
      <DayField label={t('page.decided')} {...day} {...form.field('decidedOn')} />
      <DayField label={t('page.admitted')} {...day} {...form.field('admittedOn')} />
      {form.values.kind !== 'probationary' && (
        <DayField label={t('page.official')} {...day} {...form.field('officialOn')} />
      )}
    </>
  );
}

function SincePart({ form }: PartProps) {
  const t = useWords(words);
  const today = useToday();
  return <DayField label={t('page.in_cell_since')} precision="year" max={today} {...form.field('since')} />;
}

function PaperPart({ form }: PartProps) {
  const t = useWords(words);
  return <TextInput label={t('page.paper')} maxLength={60} {...form.text('paper')} />;
}

function RemovalReasonPart({ form }: PartProps) {
  const t = useWords(words);
  const book = useBook();
  const data = [{ value: '', label: t('page.choose') }, ...book.choices('removal_reason')];
  return <NativeSelect label={t('page.removal_reason')} data={data} {...form.text('reason')} />;
}

const exemptions = ['age', 'treatment', 'abroad', 'remote', 'mobile', 'pre_retirement', 'maternity'] as const;

function ExemptReasonPart({ form }: PartProps) {
  const t = useWords(words);
  const data = [
    { value: '', label: t('page.choose') },
    ...exemptions.map((code) => ({ value: code as string, label: t(`exempt.${code}`) })),
  ];
  return <NativeSelect label={t('page.exempt_reason')} data={data} {...form.text('reason')} />;
}

function UntilPart({ form }: PartProps) {
  const t = useWords(words);
  return <DayField label={t('page.until')} precision="month" {...form.field('until')} />;
}

function CardPart({ form }: PartProps) {
  const t = useWords(words);
  return (
    <TextInput
      label={t('page.card_number')}
      description={t('page.card_hint')}
      required
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      {...form.text('cardNumber')}
    />
  );
}

function ContinuousPart({ form }: PartProps) {
  const t = useWords(words);
  return <Checkbox label={t('page.continuous')} {...form.tick('continuous')} />;
}

export const parts: Record<ActField, ComponentType<PartProps>> = {
  cell: CellPart,
  unit: CellPart,
  awayCell: AwayCellPart,
  placeOut: placePart('page.place_out', true),
  placeIn: placePart('page.place_in', false),
  placeAway: placePart('page.place_away', false),
  kind: KindPart,
  road: RoadPart,
  since: SincePart,
  paper: PaperPart,
  removalReason: RemovalReasonPart,
  exemptReason: ExemptReasonPart,
  until: UntilPart,
  cardNumber: CardPart,
  continuous: ContinuousPart,
};

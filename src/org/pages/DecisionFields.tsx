// The paper that an act rests on: number, day, issuer.
import { TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { DayField } from '../../ui/field/DayField.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { messages } from './messages.ts';

interface TextBinding {
  id: string;
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}
interface DecisionFieldsProps {
  form: {
    values: { number: string };
    text: (name: 'number' | 'by') => object;
    field: (name: 'decidedOn') => { value: string; onChange: (day: string) => void };
  };
  required?: boolean;
  hint?: string;
}

export function DecisionFields({ form, required = false, hint }: DecisionFieldsProps) {
  const t = useWords(messages);
  const today = useToday();
  const given = form.values.number.trim() !== '';
  return (
    <>
      <TextInput
        label={t('page.number')}
        required={required}
        description={hint}
        maxLength={60}
        {...(form.text('number') as TextBinding)}
      />
      <DayField
        label={t('page.decided_on')}
        required={required || given}
        precision="year"
        max={today}
        {...form.field('decidedOn')}
      />
      <TextInput label={t('page.by')} maxLength={200} {...(form.text('by') as TextBinding)} />
    </>
  );
}

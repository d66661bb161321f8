// Number, day and issuer of the document that a decision rests on.
import { TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { draftWords } from '../words/draft-words.ts';

interface Bound {
  id: string;
  name: string;
  value: string;
  error: string | undefined;
}
interface PaperFieldsProps {
  form: {
    text: (name: 'number' | 'by') => Bound & { onChange: (event: ChangeEvent<HTMLInputElement>) => void };
    field: (name: 'on') => Bound & { onChange: (day: string) => void };
  };
}

export function PaperFields({ form }: PaperFieldsProps) {
  const t = useWords(draftWords);
  const today = useToday();
  return (
    <>
      <TextInput label={t('form.number')} required maxLength={60} {...form.text('number')} />
      <DayField label={t('form.on')} required max={today} {...form.field('on')} />
      <TextInput label={t('form.by')} required maxLength={200} {...form.text('by')} />
    </>
  );
}

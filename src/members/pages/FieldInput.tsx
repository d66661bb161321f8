// One field of a person as an input of the right kind: name, day, code of a catalogue, yes or no, long text.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DayField } from '../../ui/field/DayField.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { type FieldName, personFields } from '../fields.ts';
import { useBook } from './book.ts';
import { words } from './words.ts';

interface FieldInputProps {
  field: FieldName;
  required?: boolean;
  id?: string;
  name?: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

const lengths = { name: 80, text: 200, code: 40, day: 10, flag: 5, card: 20, long: 20_000 };

export function FieldInput({ field, required = false, onChange, ...rest }: FieldInputProps) {
  const t = useWords(words);
  const { language } = useLanguage();
  const today = useToday();
  const { kind, label: both } = personFields[field];
  const label = both[language];
  const choices = useChoices(field, rest.value);
  if (kind === 'day')
    return (
      <DayField
        label={label}
        required={required}
        precision="year"
        max={today}
        onChange={onChange}
        {...rest}
      />
    );
  const typed = {
    label,
    required,
    ...rest,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (choices) return <NativeSelect {...typed} data={[{ value: '', label: t('page.choose') }, ...choices]} />;
  if (kind === 'long') return <Textarea {...typed} autosize minRows={2} maxLength={lengths.long} />;
  const digits = kind === 'card' ? { inputMode: 'numeric' as const, description: t('page.card_hint') } : {};
  return <TextInput {...typed} maxLength={lengths[kind]} autoComplete="off" {...digits} />;
}

/** What can be chosen; a value of old that no list holds any more stays among it. */
function useChoices(field: FieldName, value: string) {
  const t = useWords(words);
  const book = useBook();
  const spec = personFields[field];
  if (spec.kind === 'flag')
    return [
      { value: 'true', label: t('page.yes') },
      { value: 'false', label: t('page.no') },
    ];
  if (!spec.catalogue) return null;
  const choices = book.choices(spec.catalogue);
  const known = value === '' || choices.some((choice) => choice.value === value);
  return known ? choices : [...choices, { value, label: value }];
}

// Correcting what is kept of a person: only the fields that were changed are sent.
import { Textarea } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import type { WrittenAnswer } from '../answers.ts';
import type { FieldName } from '../fields.ts';
import { FieldInput } from './FieldInput.tsx';
import { words } from './words.ts';

interface DetailsFormProps {
  person: { id: string; version: number };
  names: readonly FieldName[];
  now: Record<string, string | null>;
  close: () => void;
  done: (written: WrittenAnswer) => void;
}

export function DetailsForm({ person, names, now, close, done }: DetailsFormProps) {
  const t = useWords(words);
  const initial: Record<string, string> = Object.fromEntries(names.map((name) => [name, now[name] ?? '']));
  const form = useForm<Record<string, string>, WrittenAnswer>({
    initial: { ...initial, note: '' },
    send: (values, clientId) =>
      send('POST', `/people/${person.id}/details`, {
        clientId,
        version: person.version,
        note: values.note?.trim() || null,
        fields: changed(initial, values),
      }),
    refresh: ['/people', '/dossiers', '/worklist'],
    done: (written) => {
      close();
      done(written);
    },
  });
  return (
    <FormFrame form={form} submit={t('page.save')} cancel={close}>
      {names.map((name) => {
        const { value, ...field } = form.field(name);
        return (
          <FieldInput key={name} field={name} required={name === 'fullName'} value={value ?? ''} {...field} />
        );
      })}
      <Textarea
        label={t('page.note')}
        description={t('page.note_text')}
        maxLength={2000}
        autosize
        {...form.text('note')}
      />
    </FormFrame>
  );
}

/** '' clears a field that held something. */
const changed = (before: Record<string, string>, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(before)
      .filter(([name, old]) => (values[name] ?? '').trim() !== old)
      .map(([name]) => [name, values[name]?.trim() || null]),
  );

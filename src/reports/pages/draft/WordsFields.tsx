// The parts of a report that are written: one field each, and for difficulties whether the level above shall answer.
import { Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import type { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useCan } from '../../../ui/session.tsx';
import type { DifficultiesAnswer, DifficultyBody, WordsPart } from '../../view.ts';
import type { Typed } from './values.ts';
import { words } from './words.ts';

type Form = ReturnType<typeof useForm<Typed, { id: string }>>;

/** Words of a report are long; the paper takes what the field takes. */
const longest = 8000;

export function WordsFields({ form, parts }: { form: Form; parts: readonly WordsPart[] }) {
  const { id, error, value } = form.field('texts');
  const set = (section: string, text: string) => form.set('texts', { ...value, [section]: text });
  const empty = parts.find(({ id: section, needed }) => needed && !value[section]?.trim());
  return (
    <Stack gap="md">
      {parts.map((part, at) => (
        <div key={part.id}>
          <Field
            part={part}
            // The summary of what is wrong leads to the first of them.
            id={empty ? (empty === part ? id : undefined) : at === 0 ? id : undefined}
            error={empty === part ? error : undefined}
            text={value[part.id] ?? ''}
            set={(text) => set(part.id, text)}
          />
          {part.difficulty && (value[part.id] ?? '').trim() !== '' && <Raise form={form} part={part} />}
        </div>
      ))}
    </Stack>
  );
}

interface FieldProps {
  part: WordsPart;
  id: string | undefined;
  error: string | undefined;
  text: string;
  set: (text: string) => void;
}

function Field({ part, id, error, text, set }: FieldProps) {
  const tell = useTell();
  return (
    <Textarea
      {...(id ? { id } : {})}
      label={tell(part.title)}
      description={tell(part.hint)}
      withAsterisk={part.needed}
      autosize
      minRows={4}
      maxRows={16}
      maxLength={longest}
      error={error}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

const firstTopic: DifficultyBody['topic'] = 'other';

function Raise({ form, part: { id: section } }: { form: Form; part: WordsPart }) {
  const t = useWords(words);
  const tell = useTell();
  const may = useCan('report.write');
  const { data } = useRead<DifficultiesAnswer>('/difficulties', { params: { box: 'own', limit: 1 } });
  const { id, value, error } = form.field('raised');
  if (!may) return null;
  const topic = value[section];
  const choose = (next: DifficultyBody['topic'] | null) => {
    const { [section]: _gone, ...others } = value;
    form.set('raised', next ? { ...others, [section]: next } : others);
  };
  return (
    <Stack gap="xs" mt="xs">
      <Checkbox
        id={id}
        label={t('draft.raise')}
        description={t('draft.raise_hint')}
        error={topic && error}
        checked={topic !== undefined}
        onChange={(event) => choose(event.currentTarget.checked ? firstTopic : null)}
      />
      {topic && (
        <NativeSelect
          label={t('draft.raise_topic')}
          data={(data?.topics ?? []).map(({ id: value, label }) => ({ value, label: tell(label) }))}
          value={topic}
          onChange={(event) => choose(event.currentTarget.value as DifficultyBody['topic'])}
        />
      )}
    </Stack>
  );
}

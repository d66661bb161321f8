// One question of a routine, drawn by the kind of its input alone.
import { NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { Input } from '../../../rules/procedure.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import type { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { paperDay, type Values } from './values.ts';

interface RoutineFieldProps {
  input: Input;
  form: ReturnType<typeof useForm<Values, unknown>>;
}

/** Text of class 1 kept in the ledger is short. */
const longest = 300;

export function RoutineField(props: RoutineFieldProps) {
  const { input, form } = props;
  const tell = useTell();
  const today = useToday();
  const label = tell(input.label);
  const { id, required, kind } = input;
  switch (kind) {
    case 'document':
      return <Paper {...props} />;
    case 'note':
      return (
        <Textarea {...{ label, required }} autosize minRows={2} maxLength={longest} {...form.text(id)} />
      );
    case 'number':
      return (
        <NumberField
          {...{ label, required }}
          {...(input.min === undefined ? {} : { min: input.min })}
          {...(input.max === undefined ? {} : { max: input.max })}
          {...form.field(id)}
          value={numberOf(form.values[id])}
        />
      );
    case 'day':
      return (
        <DayField
          {...{ label, required }}
          max={today}
          {...form.field(id)}
          value={String(form.values[id] ?? '')}
        />
      );
    case 'flag':
    case 'choice':
      return <Choice {...props} />;
    default:
      return <TextInput {...{ label, required }} maxLength={200} {...form.text(id)} />;
  }
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The resolution or minutes: its number and its day. */
function Paper({ input, form }: RoutineFieldProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const { id, required } = input;
  const on = paperDay(id);
  return (
    <fieldset className={css.paper}>
      <legend>{tell(input.label)}</legend>
      <div>
        <TextInput label={t('routine.number')} required={required} maxLength={60} {...form.text(id)} />
        <DayField
          label={t('routine.paper_on')}
          description=""
          required={required}
          max={today}
          {...form.field(on)}
          value={String(form.values[on] ?? '')}
        />
      </div>
    </fieldset>
  );
}

const mostRadios = 6;

function Choice({ input, form }: RoutineFieldProps) {
  const t = useWords(words);
  const tell = useTell();
  const choices =
    input.kind === 'flag'
      ? [
          { value: 'true', label: t('routine.yes') },
          { value: 'false', label: t('routine.no') },
        ]
      : (input.choices ?? []).map(({ code, label }) => ({ value: code, label: tell(label) }));
  const { id, name, error, value } = form.field(input.id);
  const shared = { label: tell(input.label), required: input.required, error, name };
  if (choices.length > mostRadios)
    return (
      <NativeSelect
        {...shared}
        data={[{ value: '', label: t('routine.choose') }, ...choices]}
        {...form.text(input.id)}
      />
    );
  return (
    <Radio.Group {...shared} value={String(value ?? '')} onChange={(chosen) => form.set(input.id, chosen)}>
      <Stack gap="xs" mt="xs">
        {choices.map((choice, index) => (
          <Radio key={choice.value} {...(index === 0 ? { id } : {})} {...choice} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

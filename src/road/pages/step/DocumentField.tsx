// A document by which something was done: its number, its day, who issued it.
import { Fieldset, TextInput } from '@mantine/core';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import type { FieldProps } from './asked.ts';
import css from './step.module.css';
import type { DocumentTyped } from './values.ts';
import { formWords } from './words.ts';

export function DocumentField({ id, name, label, input, error, value, onChange }: FieldProps<DocumentTyped>) {
  const t = useWords(formWords);
  const today = useToday();
  return (
    <Fieldset
      className={css.group}
      legend={<Legend label={label} required={input.required} />}
      variant="unstyled"
    >
      <div className={css.document}>
        <TextInput
          id={id}
          name={`${name}.number`}
          label={t('form.doc_number')}
          autoComplete="off"
          maxLength={60}
          value={value.number}
          error={Boolean(error)}
          onChange={(event) => onChange({ ...value, number: event.currentTarget.value })}
        />
        <DayField
          id={`${id}-on`}
          name={`${name}.on`}
          label={t('form.doc_on')}
          description=""
          max={today}
          value={value.on}
          onChange={(on) => onChange({ ...value, on })}
        />
        <TextInput
          id={`${id}-by`}
          name={`${name}.by`}
          label={t('form.doc_by')}
          maxLength={200}
          value={value.by}
          onChange={(event) => onChange({ ...value, by: event.currentTarget.value })}
        />
      </div>
      {error && <p className={css.error}>{error}</p>}
    </Fieldset>
  );
}

export function Legend({ label, required }: { label: string; required: boolean }) {
  return (
    <>
      {label}
      {required && (
        <span className={css.star} aria-hidden>
          {' '}
          *
        </span>
      )}
    </>
  );
}

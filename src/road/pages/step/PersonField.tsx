// One member, or several, found by typing part of the name; where the rules ask for an official member, only those
// are offered.
import { Button, Fieldset } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { LookupField } from '../../../ui/field/LookupField.tsx';
import { MyselfField } from '../../../ui/field/MyselfField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { useCan, useSession } from '../../../ui/session.tsx';
import { Legend } from './DocumentField.tsx';
import type { FieldProps } from './asked.ts';
import type { Choice } from './kinds.ts';
import css from './step.module.css';
import { formWords } from './words.ts';

interface FoundPerson {
  id: string;
  name: string;
  unitName?: string | null;
}
const choiceOf = ({ id, name, unitName }: FoundPerson): Choice => ({
  value: id,
  label: name,
  ...(unitName ? { second: unitName } : {}),
});

export function PersonField({ id, name, label, input, error, value, onChange }: FieldProps<Choice | null>) {
  const t = useWords(formWords);
  const maySearch = useCan('person.read');
  const isMember = useIsMember();
  const official = input.who === 'official_member';
  const instead = (
    <p className={css.quiet}>
      {label}: {t('form.no_lookup')}
    </p>
  );
  const myself = (person: string) => t('form.myself', { label, name: person });
  if (!maySearch && official && !isMember) return instead;
  if (!maySearch) return <MyselfField label={myself} instead={instead} value={value} onChange={onChange} />;
  return (
    <LookupField<FoundPerson>
      id={id}
      name={name}
      label={<Legend label={label} required={input.required} />}
      path="/people"
      params={official ? { status: 'official' } : {}}
      toChoice={choiceOf}
      placeholder={t('form.person_hint')}
      {...(official ? { description: t('form.official_only') } : {})}
      error={error}
      value={value}
      onChange={onChange}
    />
  );
}

/** Whoever acts as a member is one, and may name himself where a member is asked for. */
function useIsMember(): boolean {
  const { offices, office } = useSession();
  return offices.some(({ id, kind }) => id === office && kind === 'member');
}

export function PeopleField(props: FieldProps<Choice[]>) {
  const { label, input, error, value, onChange } = props;
  const t = useWords(formWords);
  const add = (choice: Choice | null) => {
    if (choice && !value.some((one) => one.value === choice.value)) onChange([...value, choice]);
  };
  return (
    <Fieldset
      className={css.group}
      legend={<Legend label={label} required={input.required} />}
      variant="unstyled"
    >
      {value.length > 0 && (
        <ul className={css.chosen}>
          {value.map((person) => (
            <li key={person.value}>
              <span>
                {person.label}
                {person.second && <span className={css.quiet}> · {person.second}</span>}
              </span>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconX size={16} aria-hidden />}
                onClick={() => onChange(value.filter((one) => one.value !== person.value))}
              >
                {t('form.people_drop', { name: person.label })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PersonField
        {...props}
        key={value.length}
        input={{ ...input, required: false }}
        label={t('form.people_add')}
        error={error}
        value={null}
        onChange={add}
      />
    </Fieldset>
  );
}

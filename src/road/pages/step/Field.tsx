// One question of a step, drawn by the kind of its input alone: a new step in the procedure files adds no code here.
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Input, InputKind } from '../../../rules/procedure.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useBook } from '../book.ts';
import { BallotField } from './BallotField.tsx';
import { DocumentField, Legend } from './DocumentField.tsx';
import { EarlierField } from './EarlierField.tsx';
import type { FieldProps } from './asked.ts';
import { PapersField } from './PapersField.tsx';
import { PeopleField, PersonField } from './PersonField.tsx';
import css from './step.module.css';
import type { Typed } from './values.ts';
import { formWords } from './words.ts';

const fields: Record<InputKind, (props: never) => ReactElement | null> = {
  day: DayInput,
  month_day: MonthInput,
  number: NumberInput,
  choice: ChoiceInput,
  flag: FlagInput,
  text: TextLine,
  note: NoteInput,
  document: DocumentField,
  person: PersonField,
  people: PeopleField,
  ballot: BallotField,
  papers: PapersField,
  places: PlaceInput,
  earlier: EarlierField,
  choices: ChoicesInput,
};

export function Field(props: FieldProps<Typed>) {
  // The registry pairs each kind with the field of its value; TypeScript cannot follow that pairing by key.
  const Drawn = fields[props.input.kind] as (props: FieldProps<Typed>) => ReactElement | null;
  return <Drawn {...props} />;
}

type Frame = Pick<FieldProps<Typed>, 'id' | 'name' | 'label' | 'input' | 'error'>;
const basics = ({ id, name, label, input, error }: Frame) => ({
  id,
  name,
  label: <Legend label={label} required={input.required} />,
  error,
});

function DayInput(props: FieldProps<string>) {
  const max = useLatest(props.input);
  return <DayField {...basics(props)} {...max} value={props.value} onChange={props.onChange} />;
}

function MonthInput(props: FieldProps<string>) {
  const max = useLatest(props.input);
  return (
    <DayField {...basics(props)} precision="month" {...max} value={props.value} onChange={props.onChange} />
  );
}

/** What happened lies behind; only what is expected may lie ahead. */
function useLatest({ future }: Input): { max?: string } {
  const today = useToday();
  return future ? {} : { max: today };
}

function NumberInput(props: FieldProps<number | null>) {
  const { min, max } = props.input;
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return <NumberField {...basics(props)} {...limits} value={props.value} onChange={props.onChange} />;
}

function TextLine(props: FieldProps<string>) {
  return (
    <TextInput
      {...basics(props)}
      maxLength={200}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function NoteInput(props: FieldProps<string>) {
  return (
    <Textarea
      {...basics(props)}
      minRows={3}
      rows={3}
      maxLength={2000}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** A place that has not replied is offered; a new one is typed. */
function PlaceInput(props: FieldProps<string>) {
  const t = useWords(formWords);
  const asked = props.asked.dossier?.verifications ?? [];
  const open = asked.flatMap(({ place, awaited }) => (place !== null && awaited ? [place] : []));
  const places = [...new Set(open)];
  const listId = `${props.id}-places`;
  return (
    <>
      <TextInput
        {...basics(props)}
        maxLength={200}
        list={listId}
        description={places.length > 0 ? t('form.open_places', { places: places.join(' · ') }) : undefined}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
    </>
  );
}

function FlagInput(props: FieldProps<boolean | null>) {
  const t = useWords(formWords);
  const value = props.value === null ? null : String(props.value);
  return (
    <Radio.Group {...groupOf(props)} value={value} onChange={(chosen) => props.onChange(chosen === 'true')}>
      <div className={css.states}>
        <Radio id={props.id} value="true" label={t('form.yes')} />
        <Radio value="false" label={t('form.no')} />
      </div>
    </Radio.Group>
  );
}

const groupOf = (props: Frame) => ({
  name: props.name,
  label: <Legend label={props.label} required={props.input.required} />,
  error: props.error,
});

/** Up to this many answers are all shown; a phone needs no second tap for them. */
const shownAtOnce = 8;

function ChoiceInput(props: FieldProps<string>) {
  const tell = useTell();
  const t = useWords(formWords);
  const choices = useChoices(props.input);
  if (choices.length > shownAtOnce)
    return (
      <NativeSelect
        {...basics(props)}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        data={[
          { value: '', label: t('form.none') },
          ...choices.map(({ code, label }) => ({ value: code, label: tell(label) })),
        ]}
      />
    );
  return (
    <Radio.Group {...groupOf(props)} value={props.value} onChange={props.onChange}>
      <div className={choices.length > 3 ? css.choices : css.states}>
        {choices.map(({ code, label }, index) => (
          <Radio key={code} {...(index === 0 ? { id: props.id } : {})} value={code} label={tell(label)} />
        ))}
      </div>
    </Radio.Group>
  );
}

function ChoicesInput(props: FieldProps<string[]>) {
  const tell = useTell();
  const t = useWords(formWords);
  const choices = useChoices(props.input);
  return (
    <Checkbox.Group
      {...groupOf(props)}
      description={t('form.several')}
      value={props.value}
      onChange={props.onChange}
    >
      <div className={css.choices}>
        {choices.map(({ code, label }, index) => (
          <Checkbox key={code} {...(index === 0 ? { id: props.id } : {})} value={code} label={tell(label)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function useChoices(input: Input) {
  const book = useBook();
  if (input.choices) return input.choices;
  return input.catalogue ? (book?.catalogue(input.catalogue) ?? []) : [];
}

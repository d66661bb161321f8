// The field fit for a rule's kind: a number, a share, a yes or no, a choice, a list, or one of the readings.
import { Checkbox, Fieldset, Radio } from '@mantine/core';
import type { Parameter, Resolved } from '../../../rules/index.ts';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { readingText } from '../rule/rows.ts';
import css from '../rule/rule.module.css';
import { draftWords } from '../words/draft-words.ts';
import type { Sayer } from '../../saying/value.ts';
import type { TypedValue } from './typed.ts';

export interface ValueFieldProps {
  id: string;
  name: string;
  parameter: Parameter;
  /** what may be chosen when texts differ or the text is not known; empty = the value is typed */
  readings: Resolved['readings'];
  codes: readonly string[];
  sayer: Sayer;
  value: TypedValue;
  onChange: (value: TypedValue) => void;
  description?: string | undefined;
  error?: string | undefined;
}

export function ValueField(props: ValueFieldProps) {
  if (props.readings.length > 0) return <ReadingField {...props} />;
  const Drawn = fields[props.parameter.kind];
  return <Drawn {...props} />;
}

const fields: Record<Parameter['kind'], (props: ValueFieldProps) => React.ReactNode> = {
  number: CountField,
  flag: FlagField,
  choice: ChoiceField,
  list: ListField,
  by_code: ByCodeField,
  share: ShareField,
  delay: DelayField,
  table: NoField,
};

function useSet({ value, onChange }: ValueFieldProps) {
  return (patch: Partial<TypedValue>) => onChange({ ...value, ...patch });
}

/** “Giá trị áp dụng (ngày làm việc)” */
function useLabel(unit: string | null): string {
  const t = useWords(draftWords);
  const key = `count.${unit}`;
  const label = t('form.value');
  return key in draftWords ? t('form.unit_of', { label, unit: t(key as keyof typeof draftWords) }) : label;
}

interface OptionsProps extends Pick<ValueFieldProps, 'id' | 'name' | 'description' | 'error'> {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of several answers; the list of problems leads to the first. */
function Options({ id, options, ...group }: OptionsProps) {
  return (
    <Radio.Group {...group} required>
      <div className={css.options}>
        {options.map(({ value, label }, index) => (
          <Radio key={value} {...(index === 0 ? { id } : {})} value={value} label={label} />
        ))}
      </div>
    </Radio.Group>
  );
}

function ReadingField(props: ValueFieldProps) {
  const t = useWords(draftWords);
  const set = useSet(props);
  const { id, name, error, sayer, parameter } = props;
  return (
    <Options
      {...{ id, name, error }}
      label={t('form.reading')}
      value={props.value.reading}
      options={props.readings.map(({ label, value }, index) => ({
        value: String(index),
        label: readingText(label, sayer.value(parameter, value)),
      }))}
      onChange={(reading) => set({ reading })}
    />
  );
}

function CountField(props: ValueFieldProps) {
  const set = useSet(props);
  const { parameter, id, name, value, description, error } = props;
  const shipped = parameter.values.flatMap((one) => (typeof one.value === 'number' ? [one.value] : []));
  const decimals = shipped.every((one) => Number.isInteger(one)) ? 0 : 2;
  return (
    <NumberField
      id={id}
      name={name}
      label={useLabel(parameter.unit)}
      description={description}
      error={error}
      required
      decimals={decimals}
      value={value.number}
      onChange={(number) => set({ number })}
    />
  );
}

function FlagField(props: ValueFieldProps) {
  const t = useWords(draftWords);
  const set = useSet(props);
  const { id, name, description, error } = props;
  return (
    <Options
      {...{ id, name, description, error }}
      label={t('form.value')}
      value={props.value.flag}
      options={[
        { value: 'true', label: t('form.yes') },
        { value: 'false', label: t('form.no') },
      ]}
      onChange={(flag) => set({ flag })}
    />
  );
}

function ChoiceField(props: ValueFieldProps) {
  const t = useWords(draftWords);
  const set = useSet(props);
  const { id, name, description, error, codes, sayer, parameter } = props;
  return (
    <Options
      {...{ id, name, description, error }}
      label={t('form.value')}
      value={props.value.choice}
      options={codes.map((code) => ({ value: code, label: sayer.code(parameter.id, code) }))}
      onChange={(choice) => set({ choice })}
    />
  );
}

function ListField(props: ValueFieldProps) {
  const t = useWords(draftWords);
  const set = useSet(props);
  return (
    <Checkbox.Group
      label={t('form.value')}
      description={props.description}
      error={props.error}
      value={props.value.list}
      onChange={(list) => set({ list })}
    >
      <div className={css.options}>
        {props.codes.map((code, index) => (
          <Checkbox
            key={code}
            {...(index === 0 ? { id: props.id } : {})}
            value={code}
            label={props.sayer.code(props.parameter.id, code)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function ByCodeField(props: ValueFieldProps) {
  const set = useSet(props);
  const { parameter, codes, sayer, value, error, description } = props;
  return (
    <Fieldset legend={useLabel(parameter.unit)}>
      {description}
      <div className={css.options}>
        {codes.map((code, index) => (
          <NumberField
            key={code}
            {...(index === 0 ? { id: props.id, error } : {})}
            label={sayer.code(parameter.id, code)}
            required
            value={value.byCode[code] ?? null}
            onChange={(number) => set({ byCode: { ...value.byCode, [code]: number } })}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function ShareField(props: ValueFieldProps) {
  const t = useWords(draftWords);
  const set = useSet(props);
  const { value } = props;
  return (
    <Fieldset legend={t('form.value')}>
      {props.description}
      <div className={css.fields}>
        <NumberField
          id={props.id}
          name={props.name}
          label={t('form.numerator')}
          required
          min={1}
          value={value.numerator}
          onChange={(numerator) => set({ numerator })}
          error={props.error}
        />
        <NumberField
          label={t('form.denominator')}
          required
          min={1}
          value={value.denominator}
          onChange={(denominator) => set({ denominator })}
        />
      </div>
      <Checkbox
        mt="sm"
        label={t('form.more_than')}
        checked={value.moreThan}
        onChange={(event) => set({ moreThan: event.currentTarget.checked })}
      />
    </Fieldset>
  );
}

function DelayField(props: ValueFieldProps) {
  const t = useWords(draftWords);
  const set = useSet(props);
  return (
    <>
      <NumberField
        id={props.id}
        name={props.name}
        label={t('form.months')}
        description={props.description}
        error={props.error}
        required
        value={props.value.months}
        onChange={(months) => set({ months })}
      />
      <Checkbox
        label={t('form.after_day')}
        checked={props.value.afterDay}
        onChange={(event) => set({ afterDay: event.currentTarget.checked })}
      />
    </>
  );
}

function NoField() {
  const t = useWords(draftWords);
  return <p>{t('act.no_table')}</p>;
}

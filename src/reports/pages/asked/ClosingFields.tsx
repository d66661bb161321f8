// Form, period and closing day: chosen alike by whoever asks for a report and by whoever makes one unasked.
import { Button, NativeSelect } from '@mantine/core';
import { type Day, formatDay } from '../../../platform/day.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { periodLabel, spanOf } from '../../period.ts';
import type { FormView } from '../../view.ts';
import css from '../reports.module.css';
import { periodsOf } from '../said.ts';
import { words } from '../words.ts';

export interface Closing {
  form: string;
  period: string;
  closesOn: string;
}
/** A text-like input of a form, and a day of it. */
interface Bound {
  id: string;
  name: string;
  error: string | undefined;
}
interface ClosingFieldsProps {
  forms: readonly FormView[];
  values: Closing;
  set: (name: keyof Closing, value: string) => void;
  bound: (name: keyof Closing) => Bound;
  /** figures of a day to come are not known yet */
  onlyPast?: boolean;
  hint: (period: string) => string;
}

export function ClosingFields(props: ClosingFieldsProps) {
  const t = useWords(words);
  const tell = useTell();
  const { forms, values, set, bound } = props;
  const form = forms.find(({ id }) => id === values.form);
  const first = { value: '', label: t('ask.pick') };
  return (
    <>
      <NativeSelect
        label={t('ask.form')}
        required
        description={form && tell(form.about)}
        data={[first, ...forms.map(({ id, title }) => ({ value: id, label: tell(title) }))]}
        value={values.form}
        onChange={(event) => {
          set('form', event.currentTarget.value);
          set('period', '');
          set('closesOn', '');
        }}
        {...bound('form')}
      />
      {form?.example && <Notice>{t('state.example_text')}</Notice>}
      <PeriodField {...props} form={form} />
      <ClosingDay {...props} form={form} />
    </>
  );
}

interface PartProps extends ClosingFieldsProps {
  form: FormView | undefined;
}

function PeriodField({ values, set, bound, form }: PartProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const periods = form ? periodsOf(form.periods, today) : [];
  return (
    <NativeSelect
      label={t('ask.period')}
      required
      disabled={!form}
      data={[
        { value: '', label: t('ask.pick_period') },
        ...periods.map((key) => ({ value: key, label: tell(periodLabel(key)) })),
      ]}
      value={values.period}
      onChange={(event) => {
        set('period', event.currentTarget.value);
        set('closesOn', '');
      }}
      {...bound('period')}
    />
  );
}

function ClosingDay({ values, set, bound, form, onlyPast = false, hint }: PartProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const choose = (day: string) => set('closesOn', day);
  const field = { label: t('ask.closes'), required: true, ...bound('closesOn') };
  if (!form || !values.period) return <DayField {...field} disabled value="" onChange={choose} />;
  const span = spanOf(values.period);
  const last = onlyPast && today < span.to ? today : span.to;
  return (
    <div>
      <DayField
        {...field}
        description={hint(tell(periodLabel(values.period)))}
        min={span.from}
        max={last}
        value={values.closesOn}
        onChange={choose}
      />
      <Presets form={form} span={span} last={last} choose={choose} />
    </div>
  );
}

interface PresetsProps {
  form: FormView;
  span: { from: Day; to: Day };
  last: Day;
  choose: (day: Day) => void;
}

/** Days that a text gives, and the end of the period; nothing is filled in by itself. */
function Presets({ form, span, last, choose }: PresetsProps) {
  const t = useWords(words);
  const given = form.closings
    .map(({ day, basis }) => ({ day: `${span.to.slice(0, 4)}-${day}`, basis }))
    .filter(({ day }) => day >= span.from && day <= last);
  const ends = last === span.to && !given.some(({ day }) => day === span.to);
  if (given.length === 0 && !ends) return null;
  return (
    <p className={css.presets}>
      {given.map(({ day, basis }) => (
        <Button key={day + basis} variant="default" size="xs" mt="xs" onClick={() => choose(day)}>
          {t('ask.closes_given', { day: formatDay(day), basis })}
        </Button>
      ))}
      {ends && (
        <Button variant="default" size="xs" mt="xs" onClick={() => choose(span.to)}>
          {t('ask.closes_end', { day: formatDay(span.to) })}
        </Button>
      )}
    </p>
  );
}

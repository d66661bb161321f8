// Period and closing day: chosen alike by whoever asks for reports and by whoever makes one unasked.
import { Button, NativeSelect } from '@mantine/core';
import { type Day, formatDay } from '../../../platform/day.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { periodLabel, spanOf } from '../../period.ts';
import type { FormView } from '../../view.ts';
import css from '../reports.module.css';
import { periodsOf } from '../said.ts';
import { words } from '../words.ts';

export interface Closing {
  period: string;
  closesOn: string;
}
/** What the period and the closing day are chosen by: one form, or what several have in common. */
export type ClosingForm = Pick<FormView, 'periods' | 'closings'>;
/** A text-like input of a form, and a day of it. */
interface Bound {
  id: string;
  name: string;
  error: string | undefined;
}
interface ClosingFieldsProps {
  form: ClosingForm | undefined;
  values: Closing;
  set: (name: keyof Closing, value: string) => void;
  bound: (name: keyof Closing) => Bound;
  /** figures of a day to come are not known yet */
  onlyPast?: boolean;
  /** the period is given, and no other may be chosen */
  only?: string | undefined;
  hint: (period: string) => string;
}

export function ClosingFields(props: ClosingFieldsProps) {
  return (
    <>
      <PeriodField {...props} />
      <ClosingDay {...props} />
    </>
  );
}

function PeriodField({ values, set, bound, form, only }: ClosingFieldsProps) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const begun = form ? periodsOf(form.periods, today) : [];
  const periods = only ? [only] : begun;
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

function ClosingDay({ values, set, bound, form, onlyPast = false, hint }: ClosingFieldsProps) {
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
  form: ClosingForm;
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

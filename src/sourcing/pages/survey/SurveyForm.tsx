// The survey of one cell: how many people in each group, the groups put first in front.
import { Fieldset } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { NumberField } from '../../../ui/field/NumberField.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { inOrder } from '../../survey.ts';
import type { SurveyRow } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { useGroups } from './groups.tsx';

interface SurveyFormProps {
  row: SurveyRow;
  year: number;
  first: ReadonlySet<string>;
  close: () => void;
}
type Typed = Record<string, number | null | string>;

const countOf = (values: Typed, code: string): number => Number(values[`group.${code}`] ?? 0);

function useSurvey({ row, year, close }: SurveyFormProps, codes: readonly string[]) {
  const t = useWords(words);
  const toast = useToast();
  const today = useToday();
  const counted = (values: Typed) =>
    Object.fromEntries(codes.map((code) => [code, countOf(values, code)]).filter(([, n]) => Number(n) > 0));
  return useForm<Typed>({
    initial: {
      happenedOn: row.own?.surveyedOn ?? today,
      people: row.people,
      ...Object.fromEntries(codes.map((code) => [`group.${code}`, row.groups[code] ?? null])),
    },
    check: (values) => {
      const none = Object.keys(counted(values)).length === 0;
      return none ? { [`group.${codes[0]}`]: t('survey.none_counted') } : {};
    },
    send: (values, clientId) =>
      send('POST', '/surveys', {
        clientId,
        unitId: row.unitId,
        year,
        happenedOn: values.happenedOn,
        groups: counted(values),
        people: values.people ?? null,
        replaces: row.own?.entry ?? null,
      }),
    refresh: ['/surveys', '/pool'],
    done: () => {
      toast(t('survey.saved', { unit: row.unitName }));
      close();
    },
  });
}

export function SurveyForm(props: SurveyFormProps) {
  const { row, year, first, close } = props;
  const t = useWords(words);
  const today = useToday();
  const { codes, nameOf } = useGroups();
  const order = inOrder(codes, first);
  const form = useSurvey(props, order);
  return (
    <Dialog
      onClose={close}
      size="lg"
      title={t('survey.form_title', { year: String(year), unit: row.unitName })}
    >
      <FormFrame form={form} submit={t(row.own ? 'survey.correct' : 'survey.record')} cancel={close}>
        {row.own?.recordedBy && (
          <p className={css.hint}>
            {t('survey.recorded_by', { name: row.own.recordedBy, day: formatDay(row.own.surveyedOn) })}
          </p>
        )}
        <DayField
          label={t('survey.on')}
          required
          max={today}
          {...form.field('happenedOn')}
          value={String(form.values.happenedOn ?? '')}
        />
        <Fieldset legend={t('survey.groups')} variant="unstyled" className={css.group}>
          <p className={css.hint}>{t('survey.form_hint')}</p>
          <div className={css.counts}>
            {order.map((code) => (
              <NumberField
                key={code}
                label={first.has(code) ? `${nameOf(code)} – ${t('survey.group_first')}` : nameOf(code)}
                max={100_000}
                {...form.field(`group.${code}`)}
                value={numberOf(form.values[`group.${code}`])}
              />
            ))}
          </div>
        </Fieldset>
        <NumberField
          label={t('survey.people_label')}
          description={t('survey.people_hint')}
          max={100_000}
          {...form.field('people')}
          value={numberOf(form.values.people)}
        />
      </FormFrame>
    </Dialog>
  );
}

const numberOf = (value: Typed[string] | undefined): number | null =>
  typeof value === 'number' ? value : null;

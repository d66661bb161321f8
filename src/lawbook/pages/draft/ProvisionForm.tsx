// A committee confirms a rule, fills a missing value or lays a stricter one over it: on which paper, from which day –
// and what that would change, before it is recorded.
import { Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { choicesOf, type Parameter, type Resolved } from '../../../rules/index.ts';
import { send } from '../../../ui/api.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ProvisionList, ProvisionView } from '../../view.ts';
import { draftWords } from '../words/draft-words.ts';
import type { Sayer } from '../../saying/value.ts';
import { introOf } from '../rule/kinds.ts';
import { PaperFields } from './PaperFields.tsx';
import { Preview } from './Preview.tsx';
import { codesOf, typedFrom, valueOf } from './typed.ts';
import { ValueField } from './ValueField.tsx';

export interface ProvisionFormProps {
  kind: ProvisionView['kind'];
  parameter: Parameter;
  resolved: Resolved;
  sayer: Sayer;
  committees: ProvisionList['committees'];
  /** the committee offered first */
  unitId: number | null;
  close: () => void;
}

/** Reads that a change of the rules makes stale. */
export const touchedByRules = ['/regulations', '/provisions', '/worklist', '/dossiers'];

export function ProvisionForm(props: ProvisionFormProps) {
  const { kind, parameter, resolved, sayer, committees, close } = props;
  const t = useWords(draftWords);
  const toast = useToast();
  const today = useToday();
  const codes = codesOf(parameter);
  const typed = kind !== 'confirm';
  // To fill is to choose where texts differ; a stricter value lies beyond all of them.
  const readings = kind === 'fill' ? choicesOf(resolved) : [];
  const valueFrom = (value: Values['value']) => (typed ? valueOf(parameter, value, readings) : null);
  const form = useForm<Values>({
    initial: initialOf(props, codes, today),
    check: ({ value }) => ({
      value: typed && valueFrom(value) === null ? t('form.value_needed') : null,
    }),
    send: ({ unitId, value, number, on, by, ...rest }, clientId) =>
      send('POST', '/provisions', {
        clientId,
        kind,
        parameter: parameter.id,
        unitId: Number(unitId),
        value: valueFrom(value),
        document: { number, on, by },
        ...rest,
      }),
    refresh: touchedByRules,
    done: () => {
      toast(t('act.done'));
      close();
    },
  });
  const { unitId, fromOn, value } = form.values;
  const draft = {
    parameter: parameter.id,
    // A confirmation keeps the value that holds and makes it sure.
    value: (typed ? valueFrom(value) : resolved.value) as never,
    fromOn,
    unitId: Number(unitId),
  };
  const intro = introOf(kind, parameter, resolved, sayer);
  const hint = kind === 'stricter' && parameter.stricter !== null ? `form.${parameter.stricter}` : '';
  return (
    <FormFrame
      form={form}
      submit={t('form.submit')}
      cancel={close}
      before={<Preview draft={fromOn && (!typed || draft.value !== null) ? draft : null} />}
    >
      <p>{t(intro.key, { value: intro.value })}</p>
      {typed && (
        <ValueField
          parameter={parameter}
          readings={readings}
          codes={codes}
          sayer={sayer}
          {...form.field('value')}
          {...(hint in draftWords ? { description: t(hint as keyof typeof draftWords) } : {})}
        />
      )}
      <NativeSelect
        label={t('form.unit')}
        required
        data={committees.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.text('unitId')}
      />
      <DayField
        label={t('form.from')}
        description={t('form.from_text')}
        required
        min={today}
        {...form.field('fromOn')}
      />
      <TextInput
        label={t('form.decided_by')}
        description={t('form.decided_by_text')}
        required
        maxLength={200}
        {...form.text('decidedBy')}
      />
      <Fieldset legend={t('form.paper')}>
        <Stack>
          <PaperFields form={form} />
          <TextInput label={t('form.clause')} required maxLength={120} {...form.text('clause')} />
        </Stack>
      </Fieldset>
    </FormFrame>
  );
}

interface Values {
  unitId: string;
  value: ReturnType<typeof typedFrom>;
  fromOn: string;
  number: string;
  on: string;
  by: string;
  clause: string;
  decidedBy: string;
}

function initialOf(
  { kind, parameter, resolved, committees, unitId }: ProvisionFormProps,
  codes: readonly string[],
  today: string,
): Values {
  const own = committees.find(({ id }) => id === unitId) ?? committees[0];
  return {
    unitId: String(own?.id ?? ''),
    value: typedFrom(parameter, kind === 'stricter' ? resolved.value : null, codes),
    fromOn: today,
    number: '',
    on: '',
    by: '',
    clause: '',
    decidedBy: '',
  };
}

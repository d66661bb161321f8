// A committee asks the units below for a report: which form, of what period, closed on what day, due when, from whom.
import { Textarea } from '@mantine/core';
import { type DocumentChoice, DocumentField } from '../../documents/pages/DocumentField.tsx';
import type { UnitItem, UnitView } from '../../org/answers.ts';
import { hrefOf, useGo, useUnit } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type FormsAnswer, type FormView, mostAsked } from '../view.ts';
import { type Closing, ClosingFields } from './asked/ClosingFields.tsx';
import { type Pick, UnitPicks } from './asked/UnitPicks.tsx';
import { words } from './words.ts';

interface Typed extends Closing {
  dueOn: string;
  to: number[] | null;
  words: string;
  document: DocumentChoice | null;
}
export function AskPage() {
  const t = useWords(words);
  const own = useOffice()?.unitId;
  const unitId = Number(useUnit() ?? own ?? 0);
  const unit = useRead<UnitView>(`/units/${unitId}`, { enabled: unitId > 0 });
  return (
    <Page
      title={t('ask.title')}
      purpose={t('ask.purpose')}
      help={[t('ask.help1'), t('ask.help2'), t('ask.help3')]}
      back={{ href: hrefOf('/reports', { unit: unitId > 0 ? String(unitId) : null }), label: t('ask.back') }}
    >
      <Loaded of={unit} rows={10}>
        {({ id }) => <Ready key={id} unitId={id} />}
      </Loaded>
    </Page>
  );
}

function Ready({ unitId }: { unitId: number }) {
  const forms = useRead<FormsAnswer>('/reports/forms', { params: { unit: unitId } });
  const units = useRead<{ items: UnitItem[] }>('/units');
  return (
    <Loaded of={forms} rows={8}>
      {({ items }) => (
        <Loaded of={units} rows={8}>
          {(tree) => <AskForm unitId={unitId} forms={items} units={tree.items} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface AskFormProps {
  unitId: number;
  forms: readonly FormView[];
  units: readonly UnitItem[];
}

/** Units in force that the form is meant for; without a form nobody. */
function picksOf({ unitId, forms, units }: AskFormProps, formId: string): Pick[] {
  const form = forms.find(({ id }) => id === formId);
  if (!form) return [];
  return units
    .filter(({ id, kind, path, endedOn, external }) => {
      const below = id !== unitId && path.includes(`/${unitId}/`);
      return below && !endedOn && !external && fits(form, kind);
    })
    .map(({ id, name, parentId }) => ({ id, name, near: parentId === unitId }));
}
const notParty = ['mass_organisation', 'political_centre'];
const fits = ({ kinds }: FormView, kind: string): boolean =>
  kinds.length > 0 ? kinds.includes(kind) : !notParty.includes(kind);

function useAsking(props: AskFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const go = useGo();
  const { unitId } = props;
  const near = (form: string) =>
    picksOf(props, form)
      .filter((one) => one.near)
      .map(({ id }) => id);
  const form = useForm<Typed, { id: string }>({
    initial: { form: '', period: '', closesOn: '', dueOn: '', to: null, words: '', document: null },
    draft: `report.ask.${unitId}`,
    check: (typed) => ({ dueOn: dueProblem(typed, t), to: toProblem(typed.to ?? near(typed.form), t) }),
    send: ({ to, document, ...typed }, clientId) =>
      send('POST', '/reports/rounds', {
        ...typed,
        clientId,
        unitId,
        to: to ?? near(typed.form),
        words: typed.words.trim(),
        documentId: document?.id ?? null,
      }),
    refresh: ['/reports', '/worklist'],
    done: ({ id }) => {
      toast(t('ask.done'));
      go(`/reports/rounds/${id}`, { replace: true });
    },
  });
  return { form, near };
}

type Say = ReturnType<typeof useWords<typeof words>>;
const dueProblem = ({ dueOn, closesOn }: Typed, t: Say): string | null =>
  dueOn && closesOn && dueOn < closesOn ? t('ask.due_early') : null;
const toProblem = (to: readonly number[], t: Say): string | null => {
  if (to.length === 0) return t('ask.units_needed');
  return to.length > mostAsked ? t('ask.units_many', { count: mostAsked }) : null;
};

function AskForm(props: AskFormProps) {
  const t = useWords(words);
  const go = useGo();
  const { form, near } = useAsking(props);
  const { id, error, value } = form.field('to');
  const { closesOn } = form.values;
  return (
    <FormFrame form={form} submit={t('ask.submit')} cancel={() => go('/reports?tab=asked')}>
      <ClosingFields
        forms={props.forms}
        values={form.values}
        set={(name, to) => {
          form.set(name, to);
          if (name === 'form') form.set('to', null);
        }}
        bound={(name) => ({ id: form.text(name).id, name, error: form.text(name).error })}
        hint={(period) => t('ask.closes_hint', { period })}
      />
      <DayField
        label={t('ask.due')}
        required
        description={t('ask.due_hint')}
        min={closesOn || undefined}
        {...form.field('dueOn')}
      />
      <UnitPicks
        id={id}
        units={picksOf(props, form.values.form)}
        chosen={value ?? near(form.values.form)}
        error={error}
        ready={form.values.form !== ''}
        choose={(to) => form.set('to', to)}
      />
      <Textarea
        label={t('ask.words')}
        description={t('ask.words_hint')}
        autosize
        minRows={2}
        maxLength={300}
        {...form.text('words')}
      />
      <DocumentField {...form.field('document')} />
    </FormFrame>
  );
}

// A committee asks the units below for reports: which forms, of what period, closed on what day, due when, from whom, and
// whether again every such period.
import { Checkbox, Textarea } from '@mantine/core';
import { type DocumentChoice, DocumentField } from '../../documents/pages/DocumentField.tsx';
import type { UnitItem, UnitView } from '../../org/answers.ts';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, To, useAddress, useGo, useUnit } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { kindOf } from '../period.ts';
import { type AskedAnswer, type FormsAnswer, type FormView, mostAsked, type ScheduleView } from '../view.ts';
import { type Closing, ClosingFields } from './asked/ClosingFields.tsx';
import { commonOf, FormPicks } from './asked/FormPicks.tsx';
import { type Pick, UnitPicks } from './asked/UnitPicks.tsx';
import { words } from './words.ts';

interface Typed extends Closing {
  forms: string[];
  dueOn: string;
  to: number[] | null;
  words: string;
  document: DocumentChoice | null;
  /** again every such period */
  again: boolean;
}
export function AskPage() {
  const t = useWords(words);
  const own = useOffice()?.unitId;
  const unitId = Number(useUnit() ?? own ?? 0);
  const { words: address } = useAddress();
  const unit = useRead<UnitView>(`/units/${unitId}`, { enabled: unitId > 0 });
  return (
    <Page
      title={t(titleOf(address))}
      purpose={t(address.like && !address.schedule ? 'ask.purpose_like' : 'ask.purpose')}
      help={[t('ask.help1'), t('ask.help2'), t('ask.help3')]}
      back={{
        href: hrefOf('/reports', { unit: unitId > 0 ? String(unitId) : null, tab: 'asked' }),
        label: t('ask.back'),
      }}
    >
      <Loaded of={unit} rows={10}>
        {({ id }) => <Ready key={id} unitId={id} schedule={address.schedule} like={address.like} />}
      </Loaded>
    </Page>
  );
}

/** From the next period of a schedule, or like one that was withdrawn. */
interface From {
  schedule?: string | undefined;
  like?: string | undefined;
}
const titleOf = ({ schedule, like }: From) => {
  if (schedule) return 'ask.title_next';
  return like ? 'ask.title_like' : 'ask.title';
};

function Ready({ unitId, schedule, like }: From & { unitId: number }) {
  const forms = useRead<FormsAnswer>('/reports/forms', { params: { unit: unitId } });
  const units = useRead<{ items: UnitItem[] }>('/units');
  return (
    <Loaded of={forms} rows={8}>
      {({ items }) => (
        <Loaded of={units} rows={8}>
          {(tree) => {
            const given = { unitId, forms: items, units: tree.items };
            if (schedule) return <AskNext {...given} schedule={schedule} />;
            return like ? <AskLike {...given} like={like} /> : <AskForm {...given} />;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

/** The next period of a schedule, changed before it is sent. */
function AskNext({ schedule, ...given }: Given & { schedule: string }) {
  const query = useRead<ScheduleView>(`/reports/schedules/${schedule}`);
  return (
    <Loaded of={query} rows={8}>
      {(next) => (next.withdrawn ? <Withdrawn schedule={next} /> : <AskForm {...given} next={next} />)}
    </Loaded>
  );
}

function Withdrawn({ schedule: { id, withdrawn } }: { schedule: ScheduleView }) {
  const t = useWords(words);
  return (
    <Notice tone="act" action={<To href={`/reports/schedules/${id}`}>{t('ask.withdrawn_open')}</To>}>
      {t('ask.withdrawn', { day: formatDay(withdrawn?.on ?? '') })}
    </Notice>
  );
}

/** Begun anew from a schedule that was withdrawn: everything but the days. */
function AskLike({ like, ...given }: Given & { like: string }) {
  const query = useRead<ScheduleView>(`/reports/schedules/${like}`);
  return (
    <Loaded of={query} rows={8}>
      {(schedule) => <AskForm {...given} like={schedule} />}
    </Loaded>
  );
}

interface Given {
  unitId: number;
  forms: readonly FormView[];
  units: readonly UnitItem[];
}
interface AskFormProps extends Given {
  /** what stands prepared, to begin with */
  next?: ScheduleView;
  /** what was asked once */
  like?: ScheduleView;
}

/** Units in force that all the forms are meant for; without a form nobody. */
function picksOf({ unitId, forms, units }: Given, chosen: readonly string[]): Pick[] {
  const asked = forms.filter(({ id }) => chosen.includes(id));
  if (asked.length === 0) return [];
  return units
    .filter(({ id, kind, path, endedOn, external }) => {
      const below = id !== unitId && path.includes(`/${unitId}/`);
      return below && !endedOn && !external && asked.every((form) => fits(form, kind));
    })
    .map(({ id, name, parentId }) => ({ id, name, near: parentId === unitId }));
}
const notParty = ['mass_organisation', 'political_centre'];
const fits = ({ kinds }: FormView, kind: string): boolean =>
  kinds.length > 0 ? kinds.includes(kind) : !notParty.includes(kind);

const nothing: Typed = {
  forms: [],
  period: '',
  closesOn: '',
  dueOn: '',
  to: null,
  words: '',
  document: null,
  again: false,
};
function firstOf({ next, like, ...given }: AskFormProps): Typed {
  const begun = next ?? like;
  if (!begun) return nothing;
  const forms = begun.forms.filter(({ dropped }) => !dropped).map(({ id }) => id);
  const same = { ...nothing, forms, words: begun.words, document: begun.document };
  if (next?.next) {
    const { period, closesOn, dueOn, to } = next.next;
    return { ...same, period, closesOn, dueOn, to: to.map(({ id }) => id) };
  }
  const asked = new Set(begun.first.to.map(({ id }) => id));
  const to = picksOf(given, forms).flatMap(({ id }) => (asked.has(id) ? [id] : []));
  return { ...same, to, again: true };
}

const draftOf = ({ unitId, next, like }: AskFormProps): string => {
  if (next) return `report.ask.${next.id}.${next.next?.period}`;
  return `report.ask.${like?.id ?? unitId}`;
};

function useAsking(props: AskFormProps) {
  const t = useWords(words);
  const toast = useToast();
  const go = useGo();
  const { unitId, next } = props;
  const near = (forms: readonly string[]) =>
    picksOf(props, forms)
      .filter((one) => one.near)
      .map(({ id }) => id);
  const form = useForm<Typed, AskedAnswer>({
    initial: firstOf(props),
    draft: draftOf(props),
    check: (typed) => ({
      forms: typed.forms.length === 0 ? t('ask.forms_needed') : null,
      dueOn: dueProblem(typed, t),
      to: toProblem(typed.to ?? near(typed.forms), t),
    }),
    send: ({ to, document, again, ...typed }, clientId) =>
      send('POST', '/reports/rounds', {
        ...typed,
        clientId,
        unitId,
        to: to ?? near(typed.forms),
        words: typed.words.trim(),
        documentId: document?.id ?? null,
        every: again && !next ? kindOf(typed.period) : null,
        schedule: next?.id ?? null,
      }),
    refresh: ['/reports', '/worklist'],
    done: ({ ids, schedule }) => {
      toast(t(ids.length > 1 ? 'ask.done_many' : 'ask.done', { count: ids.length }));
      const one = ids.length === 1 && schedule === null;
      go(one ? `/reports/rounds/${ids[0]}` : hrefOf('/reports', { unit: String(unitId), tab: 'asked' }), {
        replace: true,
      });
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
  const { forms, period, closesOn } = form.values;
  const chosen = form.field('forms');
  const to = form.field('to');
  const common = commonOf(props.forms.filter(({ id }) => forms.includes(id)));
  const choose = (next: string[]) => {
    form.set('forms', next);
    form.set('to', null);
    const kinds = commonOf(props.forms.filter(({ id }) => next.includes(id)))?.periods ?? [];
    if (!period || kinds.includes(kindOf(period))) return;
    form.set('period', '');
    form.set('closesOn', '');
  };
  return (
    <FormFrame form={form} submit={t('ask.submit')} cancel={() => go('/reports?tab=asked')}>
      <FormPicks id={chosen.id} forms={props.forms} chosen={forms} error={chosen.error} choose={choose} />
      <ClosingFields
        form={common}
        only={props.next?.next?.period}
        values={form.values}
        set={form.set}
        bound={(name) => ({ id: form.text(name).id, name, error: form.text(name).error })}
        hint={(of) => t('ask.closes_hint', { period: of })}
      />
      <DayField
        label={t('ask.due')}
        required
        description={t('ask.due_hint')}
        min={closesOn || undefined}
        {...form.field('dueOn')}
      />
      <UnitPicks
        id={to.id}
        units={picksOf(props, forms)}
        chosen={to.value ?? near(forms)}
        error={to.error}
        ready={forms.length > 0}
        choose={(units) => form.set('to', units)}
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
      {!props.next && period && (
        <Checkbox
          label={t(`ask.again_${kindOf(period)}`)}
          description={t('ask.again_hint')}
          {...form.tick('again')}
        />
      )}
    </FormFrame>
  );
}

// The forms that a unit may use: what each asks, on what it is based; and a committee's own forms, taken in as text.
import { Button, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '../../ui/act.ts';
import { hrefOf, useAddress } from '../../ui/address.tsx';
import type { ApiError } from '../../ui/api.ts';
import { send } from '../../ui/api.ts';
import { useConfirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { FormsAnswer, FormView } from '../view.ts';
import css from './reports.module.css';
import { words } from './words.ts';
import { useReportUnit } from './unit.ts';

export function FormsPage() {
  const t = useWords(words);
  const { words: address } = useAddress();
  const [adding, setAdding] = useState(false);
  const unitId = useReportUnit();
  const query = useRead<FormsAnswer>('/reports/forms', { params: { unit: unitId } });
  return (
    <Page
      title={t('forms.title')}
      purpose={t('forms.purpose')}
      help={[t('forms.help1'), t('forms.help2'), t('forms.help3')]}
      back={{ href: hrefOf('/reports', { unit: address.unit }), label: t('ask.back') }}
      {...(query.data?.can.includes('adopt')
        ? {
            action: (
              <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
                {t('forms.add')}
              </Button>
            ),
          }
        : {})}
    >
      <Loaded of={query} rows={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('forms.none')} />
          ) : (
            <ul className={css.lines}>
              {items.map((form) => (
                <Form key={form.id} form={form} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && unitId && <AddDialog unitId={Number(unitId)} close={() => setAdding(false)} />}
    </Page>
  );
}

function Form({ form }: { form: FormView }) {
  const t = useWords(words);
  const tell = useTell();
  const { title, about, example, periods, sections, adoptedBy, can } = form;
  return (
    <li className={css.line}>
      <div className={css.body}>
        <h2 className={css.what}>{tell(title)}</h2>
        <p>{tell(about)}</p>
        <p className={css.facts}>
          {example && <StatusMark tone="unsure">{t('state.example')}</StatusMark>}
          {adoptedBy && <StatusMark tone="plain">{t('forms.adopted', { unit: adoptedBy.name })}</StatusMark>}
        </p>
        <KeyValue
          items={[
            { label: t('forms.basis'), value: <Basis form={form} /> },
            {
              label: t('forms.periods'),
              value: periods.map((period) => t(`forms.${period}`)).join(', '),
            },
            {
              label: t('forms.sections'),
              value: sections.map(({ title: section }) => tell(section)).join(' · '),
            },
          ]}
        />
      </div>
      {can.includes('drop') && <Drop form={form} />}
    </li>
  );
}

/** Only what was checked against the original stands without a mark. */
const checked = 'S';

function Basis({ form: { basis } }: { form: FormView }) {
  const t = useWords(words);
  if (basis.length === 0) return t('forms.no_basis');
  return (
    <ul>
      {basis.map(({ document, clause, confidence }) => (
        <li key={document + clause}>
          {[document, clause].filter(Boolean).join(', ')}{' '}
          {confidence !== checked && <StatusMark tone="unsure">{t('forms.unverified')}</StatusMark>}
        </li>
      ))}
    </ul>
  );
}

function Drop({ form: { id, title } }: { form: FormView }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const ask = useConfirm();
  const drop = useAct({
    to: `/reports/forms/${id}/drop`,
    refresh: ['/reports'],
    done: () => toast(t('forms.dropped')),
  });
  const press = async () => {
    const yes = await ask({
      title: t('forms.drop_named', { form: tell(title) }),
      text: t('forms.drop_ask'),
      yes: t('forms.drop'),
    });
    if (yes) drop.run();
  };
  return (
    <div>
      <Button
        variant="default"
        loading={drop.busy}
        aria-label={t('forms.drop_named', { form: tell(title) })}
        onClick={() => void press()}
      >
        {t('forms.drop')}
      </Button>
      {drop.error && (
        <div role="alert">
          <Notice tone="act">{tell(drop.error.words)}</Notice>
        </div>
      )}
    </div>
  );
}

interface Fault {
  line: number | null;
  reason: { vi: string; en: string };
}
const faultsOf = (error: ApiError | null): Fault[] =>
  error?.code === 'forms.faulty' && Array.isArray(error.details) ? (error.details as Fault[]) : [];

function AddDialog({ unitId, close }: { unitId: number; close: () => void }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const form = useForm({
    initial: { text: '' },
    draft: `report.form.${unitId}`,
    send: ({ text }, clientId) => send('POST', '/reports/forms', { clientId, unitId, text }),
    refresh: ['/reports'],
    done: () => {
      toast(t('forms.saved'));
      close();
    },
  });
  const faults = faultsOf(form.error);
  return (
    <Dialog onClose={close} title={t('forms.add')} size="xl">
      <FormFrame
        form={form}
        submit={t('forms.save')}
        cancel={close}
        failed={t('forms.faults')}
        before={
          faults.length > 0 && (
            <ul>
              {faults.map(({ line, reason }) => (
                <li key={`${line} ${reason.vi}`}>
                  {line === null ? tell(reason) : t('forms.fault', { line, reason: tell(reason) })}
                </li>
              ))}
            </ul>
          )
        }
      >
        <Textarea
          label={t('forms.text')}
          description={t('forms.text_hint')}
          required
          autosize
          minRows={12}
          maxRows={24}
          spellCheck={false}
          {...form.text('text')}
        />
      </FormFrame>
    </Dialog>
  );
}

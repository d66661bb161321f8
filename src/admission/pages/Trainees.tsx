// What a political centre sees of the road: who was sent to its classes, and the step it takes – the certificate.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import type { Step } from '../../rules/index.ts';
import { useUnit } from '../../ui/address.tsx';
import { send } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import { Page } from '../../ui/Page.tsx';
import { useOffice, useToday } from '../../ui/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { DossierRow, DossierView } from '../../road/view.ts';
import { type Book, useBook } from '../../road/pages/book.ts';
import { Field } from '../../road/pages/step/Field.tsx';
import { useProblems } from '../../road/pages/step/problems.ts';
import { Refusal } from '../../road/pages/step/Refusal.tsx';
import { nameOf, sendInputs, startValues, type Values } from '../../road/pages/step/values.ts';
import { formWords } from '../../road/pages/step/words.ts';
import { words } from './words.ts';

interface Taking {
  row: DossierRow;
  step: Step;
}

export function Trainees() {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  const unit = useUnit();
  const office = useOffice()?.kind ?? '';
  const [taking, setTaking] = useState<Taking | null>(null);
  const act = (row: DossierRow) => {
    const step = book && stepFor(book, office, row.stage);
    return step ? (
      <Button variant="default" onClick={() => setTaking({ row, step })}>
        {tell(step.label)}
      </Button>
    ) : null;
  };
  return (
    <Page
      title={t('trainees.title')}
      purpose={t('trainees.purpose')}
      help={[t('trainees.help1'), t('trainees.help2'), t('trainees.help3')]}
      asOf={formatDay(useToday())}
    >
      <DataList<DossierRow>
        path="/trainees"
        params={{ unit }}
        name={t('trainees.title')}
        keyOf={(row) => row.id}
        columns={[
          {
            id: 'name',
            label: t('list.person'),
            cell: (row) => row.fullName,
            second: (row) => row.unitName,
            sort: true,
          },
          {
            id: 'stage',
            label: t('list.stage'),
            cell: (row) => (book ? tell(book.stageLabel(row.stage)) : ''),
          },
          { id: 'next', label: t('list.next'), cell: act },
        ]}
        searchable
        empty={{ title: t('trainees.empty'), text: t('trainees.empty_way') }}
      />
      {taking && <TakeStep key={taking.row.id} {...taking} close={() => setTaking(null)} />}
    </Page>
  );
}

/** The step that this office takes itself at this stage. */
export const stepFor = (
  { regulations }: Pick<Book, 'regulations'>,
  office: string,
  stage: string,
): Step | undefined =>
  regulations.procedures
    .flatMap(({ versions }) => versions.at(-1)?.steps ?? [])
    .find(({ actor, from }) => actor.includes(office) && Array.isArray(from) && from.includes(stage));

function TakeStep({ row, step, close }: Taking & { close: () => void }) {
  const t = useWords(formWords);
  const tell = useTell();
  const today = useToday();
  const toast = useToast();
  const problemsOf = useProblems(step.inputs);
  const form = useForm<Values, DossierView>({
    initial: { happenedOn: today, ...startValues(step.inputs, {}) },
    draft: `dossier.${row.id}.${step.id}`,
    check: problemsOf,
    send: (values, clientId) =>
      send('POST', `/dossiers/${row.id}/acts`, {
        clientId,
        version: row.version,
        step: step.id,
        happenedOn: String(values.happenedOn),
        inputs: sendInputs(step.inputs, values),
      }),
    refresh: ['/trainees'],
    done: () => {
      toast(t('form.recorded', { step: row.fullName }));
      close();
    },
  });
  const asked = {
    on: String(form.values.happenedOn),
    unit: { id: row.unitId, name: row.unitName },
    dossier: null,
    share: null,
  };
  return (
    <Dialog onClose={close} size="lg" title={`${row.fullName} – ${tell(step.label)}`}>
      <FormFrame
        form={form}
        submit={t('form.submit')}
        cancel={close}
        ownRefusal
        before={<Refusal error={form.error} here={step.id} />}
      >
        <DayField
          label={t('form.on')}
          description={t('form.on_hint')}
          required
          max={today}
          {...form.field('happenedOn')}
          value={asked.on}
        />
        {step.inputs.map((input) => (
          <Field
            key={input.id}
            input={input}
            {...form.field(nameOf(input))}
            value={form.values[nameOf(input)] ?? null}
            label={tell(input.label)}
            asked={asked}
          />
        ))}
      </FormFrame>
    </Dialog>
  );
}

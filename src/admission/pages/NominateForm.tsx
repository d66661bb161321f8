// The first step for somebody new: who, in which cell, who proposes, was the person told. Somebody alike is shown with
// the evidence before anything is written.
import { Fieldset, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useGo } from '../../ui/address.tsx';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useToday } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import { useToast } from '../../ui/toast.tsx';
import { firstStep } from '../../road/road.ts';
import type { DossierView } from '../../road/view.ts';
import { AlikePeople } from './AlikePeople.tsx';
import { useBook } from '../../road/pages/book.ts';
import css from './dossiers.module.css';
import { alikeOf, type GoesOn, type NominateState, useNominate } from './nominate.ts';
import { BehalfFields } from '../../road/pages/step/BehalfFields.tsx';
import { Field } from '../../road/pages/step/Field.tsx';
import { Refusal } from '../../road/pages/step/Refusal.tsx';
import { nameOf, type Typed } from '../../road/pages/step/values.ts';
import { words } from './words.ts';
import { YoungNominee } from './YoungNominee.tsx';

export function NominateForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const step = useBook()?.stepOf(firstStep);
  return (
    <Page
      title={t('nominate.title')}
      purpose={t('nominate.purpose')}
      help={[t('nominate.help1'), t('nominate.help2'), t('nominate.help3')]}
      back={{ href: '/dossiers', label: t('page.back') }}
    >
      {step ? <Nomination close={close} /> : <Waiting rows={8} />}
    </Page>
  );
}

function Nomination({ close }: { close: () => void }) {
  const t = useWords(words);
  const go = useGo();
  const toast = useToast();
  const goesOn = useRef<GoesOn>({});
  const done = (dossier: DossierView) => {
    toast(t('nominate.done', { name: dossier.person.fullName }));
    go(`/dossiers/${dossier.id}`);
  };
  const state = useNominate({ goesOn, done });
  const { form, behalf, cell } = state;
  const alike = alikeOf(form.error);
  const goOn = (way: GoesOn) => {
    goesOn.current = { ...goesOn.current, ...way };
    void form.submit({}, true);
  };
  return (
    <FormFrame
      form={form}
      submit={t('nominate.submit')}
      cancel={close}
      ownRefusal
      before={
        alike ? (
          <AlikePeople alike={alike} busy={form.busy} goOn={goOn} />
        ) : form.error?.code === 'admission.young' ? (
          <YoungNominee error={form.error} busy={form.busy} goOn={goOn} />
        ) : (
          <Refusal error={form.error} here={firstStep} />
        )
      }
    >
      <Person state={state} />
      <Act state={state} />
      {state.agreed ? <Birth state={state} /> : <Notice>{t('nominate.name_only')}</Notice>}
      {behalf && <BehalfFields form={form} unit={cell} />}
    </FormFrame>
  );
}

function Person({ state: { form, cells } }: { state: NominateState }) {
  const t = useWords(words);
  return (
    <>
      <TextInput
        label={t('nominate.name')}
        required
        maxLength={120}
        autoComplete="off"
        {...form.text('fullName')}
      />
      {cells.length === 1 && (
        <p className={css.cell}>{t('nominate.cell_is', { cell: cells[0]?.name ?? '' })}</p>
      )}
      {cells.length !== 1 && (
        <NativeSelect
          label={t('nominate.cell')}
          required
          {...form.text('unitId')}
          data={[
            { value: '', label: t('nominate.cell_pick') },
            ...cells.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
    </>
  );
}

/** Kept only of somebody who agreed. */
function Birth({ state: { form } }: { state: NominateState }) {
  const t = useWords(words);
  const today = useToday();
  return (
    <Fieldset legend={t('nominate.who')} className={css.group} variant="unstyled">
      <DayField
        label={t('nominate.born')}
        precision="year"
        max={today}
        {...form.field('bornOn')}
        value={String(form.values.bornOn ?? '')}
      />
      <Radio.Group {...form.field('sex')} label={t('nominate.sex')} value={String(form.values.sex ?? '')}>
        <div className={css.choices}>
          <Radio id={form.fieldId('sex')} value="M" label={t('nominate.male')} />
          <Radio value="F" label={t('nominate.female')} />
        </div>
      </Radio.Group>
    </Fieldset>
  );
}

function Act({ state: { form, inputs, asked } }: { state: NominateState }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const bound = (name: string) => ({ ...form.field(name), value: (form.values[name] ?? null) as Typed });
  return (
    <Fieldset legend={t('nominate.act')} className={css.group} variant="unstyled">
      <DayField
        label={t('nominate.on')}
        required
        max={today}
        {...form.field('happenedOn')}
        value={String(form.values.happenedOn ?? '')}
      />
      {inputs.map((input) => (
        <Field
          key={input.id}
          input={input}
          {...bound(nameOf(input))}
          label={tell(input.label)}
          asked={asked}
        />
      ))}
    </Fieldset>
  );
}

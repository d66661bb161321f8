// The short form: name and cell are enough; fits a telephone, waits when there is no line.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { AlikePeople } from '../../../admission/pages/AlikePeople.tsx';
import { alikeOf, type GoesOn } from '../../../admission/pages/nominate.ts';
import { YoungNominee } from '../../../admission/pages/YoungNominee.tsx';
import { Refusal } from '../../../road/pages/step/Refusal.tsx';
import { firstStep } from '../../../road/road.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { useChoices, useIntroduce } from './introduce.ts';

export function IntroduceForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const goesOn = useRef<GoesOn>({});
  const state = useIntroduce(goesOn);
  const { form } = state;
  const goOn = (way: GoesOn) => {
    goesOn.current = { ...goesOn.current, ...way };
    void form.submit({}, true);
  };
  return (
    <FormFrame
      form={form}
      submit={t('own.send')}
      cancel={close}
      ownRefusal
      before={<Before state={state} goOn={goOn} />}
    >
      <Person state={state} />
      <Telling state={state} />
    </FormFrame>
  );
}

type State = ReturnType<typeof useIntroduce>;

function Before({ state: { form }, goOn }: { state: State; goOn: (way: GoesOn) => void }) {
  const alike = alikeOf(form.error);
  if (alike) return <AlikePeople alike={alike} busy={form.busy} goOn={goOn} />;
  if (form.error?.code === 'admission.young')
    return <YoungNominee error={form.error} busy={form.busy} goOn={goOn} />;
  return <Refusal error={form.error} here={firstStep} />;
}

function Person({ state: { form, cells, context } }: { state: State }) {
  const t = useWords(words);
  const { kinds } = useChoices();
  return (
    <>
      <TextInput
        label={t('own.name')}
        required
        maxLength={120}
        autoComplete="off"
        {...form.text('fullName')}
      />
      <TextInput
        label={t('own.born')}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        {...form.text('bornYear')}
      />
      {cells.length === 1 ? (
        <p className={css.hint}>{t('own.cell_is', { cell: cells[0]?.name ?? '' })}</p>
      ) : (
        <NativeSelect
          label={t('own.cell')}
          required
          data={[
            { value: '', label: t('own.cell_pick') },
            ...cells.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          {...form.text('unitId')}
        />
      )}
      {context.isMass && (
        <NativeSelect
          label={t('own.as')}
          required
          data={[{ value: '', label: t('own.as_pick') }, ...kinds]}
          {...form.text('proposerKind')}
        />
      )}
    </>
  );
}

function Telling({ state: { form, context } }: { state: State }) {
  const t = useWords(words);
  const { sources } = useChoices();
  return (
    <>
      <NativeSelect
        label={t('own.source')}
        data={[{ value: '', label: t('own.source_unknown') }, ...sources]}
        {...form.text('source')}
      />
      <Checkbox label={t('own.told')} description={t('own.told_hint')} {...form.tick('told')} />
      {form.values.told && (
        <DayField label={t('own.told_on')} required max={context.today} {...form.field('toldOn')} />
      )}
      {form.values.told && context.withNote && (
        <Textarea label={t('own.why')} maxLength={1000} autosize minRows={2} {...form.text('note')} />
      )}
    </>
  );
}
